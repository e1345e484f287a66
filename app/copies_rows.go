package app

import (
	"time"

	"midweek/internal/core/day"
	"midweek/internal/open"
)

// stays are the kinds of copies that the program never removes by itself.
var stays = map[open.CopyKind]bool{"upgrade": true, "restore": true}

func copyRow(c *open.Copy) CopyRow {
	row := CopyRow{
		Name: c.Name, When: moment(c.Made), Why: words.Put("copies.kind." + string(c.Kind)), Where: words.Put("copies.here"),
		Holds: words.Several("written", c.Acts), Size: words.Size(int(c.Size)), Stays: stays[c.Kind],
	}
	if c.Second {
		row.Where = words.Put("copies.second")
	}
	if !c.Checked.IsZero() {
		row.Checked = words.Put("copies.checked", "when", moment(c.Checked))
	}
	if c.Err != nil {
		row.Trouble = words.Refusal(c.Err)
	}
	return row
}

func drawPreview(p *open.CopyPreview) *CopyPreview {
	v := &CopyPreview{Row: copyRow(&p.Copy), Entries: countsOf(p.Entries), First: dayOf(p.First).Text, Last: dayOf(p.Last).Text, Missing: countsOf(p.Missing)}
	n := 0
	for _, m := range p.Missing {
		n += m.N
	}
	switch n {
	case 0:
		v.Says = words.Put("copies.missing_none")
	case 1:
		v.Says = words.Put("copies.missing_one")
	default:
		v.Says = words.Put("copies.missing", "entries", words.Several("entry", n))
	}
	return v
}

func countsOf(counts []open.NounCount) []string {
	list := []string{}
	for _, c := range counts {
		list = append(list, nounText(c.Noun)+": "+words.Number(c.N))
	}
	return list
}

// ago says how many days before today something was.
func (s *sheet) ago(t time.Time) string { return agoWords(s.Today, t) }

func agoWords(today day.Day, t time.Time) string {
	switch n := int(today - day.FromTime(t)); {
	case n <= 0:
		return words.Put("ago.today")
	case n == 1:
		return words.Put("ago.yesterday")
	default:
		return words.Put("ago.days", "days", words.Several("day", n))
	}
}

// drillWords is what a try came to, in one sentence.
func drillWords(d open.Drill) string {
	switch {
	case d.At.IsZero():
		return words.Put("copies.drill_none")
	case d.Err != nil:
		return words.Put("copies.drill_failed", "when", moment(d.At), "copy", moment(d.Of.Made), "why", words.Refusal(d.Err))
	}
	return words.Put("copies.drill", "when", moment(d.At), "copy", moment(d.Of.Made), "holds", words.Several("written", d.Of.Acts))
}
