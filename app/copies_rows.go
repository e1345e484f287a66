package app

import (
	"cmp"
	"slices"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// stays are the kinds of copies that the program never removes by itself.
var stays = map[open.CopyKind]bool{open.UpgradeCopy: true, open.RestoreCopy: true}

func copyRow(c *open.Copy) CopyRow {
	row := CopyRow{
		Name: c.Name, When: moment(c.Made), Why: words.Put("copies.kind." + string(c.Kind)), Where: whereWords(c),
		Holds: words.Several("written", c.Acts), Size: words.Size(int(c.Size)), Stays: stays[c.Kind],
	}
	row.Checked = checkedWords(c)
	if c.Err != nil {
		row.Trouble = words.Refusal(c.Err)
	}
	return row
}

// checkedWords says when a copy was last read back; most were at once.
func checkedWords(c *open.Copy) string {
	switch {
	case c.Checked.IsZero():
		return ""
	case c.Checked.Sub(c.Made) < time.Hour:
		return words.Put("copies.checked_at_once")
	}
	return words.Put("copies.checked", "when", moment(c.Checked))
}

func whereWords(c *open.Copy) string {
	switch {
	case c.Here && c.Second:
		return words.Put("copies.both")
	case c.Second:
		return words.Put("copies.second")
	}
	return words.Put("copies.here")
}

func drawPreview(p *open.CopyPreview) *CopyPreview {
	v := &CopyPreview{
		Row:     copyRow(&p.Copy),
		Entries: countsOf(p.Entries), First: dayOf(p.First).Text, Last: dayOf(p.Last).Text,
		Missing: countsOf(p.Missing), Says: []string{},
	}
	add := func(code string, n int) {
		if n > 0 {
			v.Says = append(v.Says, words.Put(code, "written", words.Several("written", n), "texts", words.Several("text", n)))
		}
	}
	add("copies.missing", p.Lacks)
	add("copies.brings", p.Brings)
	add("copies.stays_removed", p.Removed)
	if p.Lacks == 0 {
		v.Says = append([]string{words.Put("copies.missing_none")}, v.Says...)
	}
	return v
}

// countsOf are entries by what they are, the most first.
func countsOf(counts []open.NounCount) []string {
	counts = slices.SortedFunc(slices.Values(counts), func(a, b open.NounCount) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Noun, b.Noun))
	})
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

// drillWords is what a trial came to, in one sentence.
func drillWords(d open.Drill) string {
	switch {
	case d.At.IsZero():
		return words.Put("copies.drill_none")
	case d.Err != nil:
		return words.Put("copies.drill_failed", "when", moment(d.At), "why", words.Refusal(d.Err))
	}
	return words.Put("copies.drill", "when", moment(d.At), "holds", words.Several("written", d.Of.Acts))
}

// secretOf is what was typed to open a copy; nil when nothing was.
func secretOf(typed string) *open.Secret {
	if typed == "" {
		return nil
	}
	secret := secretIn(typed)
	return &secret
}

// atSecret places what was wrong with a secret that was typed at its field.
func atSecret(typed string, err error) error {
	if typed == "" {
		return err
	}
	return refusal.At("secret", err)
}
