package chart

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"midweek/internal/core/block"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/say"
)

// A Cause is the minutes missed for one reason, by what the policy answers. A
// reason can have several: the team decides for single days.
type Cause struct {
	Reason iep.Reason
	By     [4]int // minutes, in the order of answers
}

// answers are what a missed session can be, as they stand in a bar.
var answers = [4]struct {
	answer policy.Answer
	role   block.Role
	code   string
}{
	{policy.Yes, block.Yes, "yes"}, {policy.Ask, block.Ask, "ask"}, {policy.No, block.No, "no"}, {"", block.None, "none"},
}

// Minutes are those of all answers.
func (c *Cause) Minutes() int { return c.By[0] + c.By[1] + c.By[2] + c.By[3] }

// Causes is the picture of what was missed and why.
type Causes struct {
	List    []Cause // the most minutes first
	Closed  int     // of their minutes those on days without school, which Months leaves out
	Unknown int     // minutes of sessions not filled in; they may all have been given
}

// ByReason counts the minutes of the planned sessions of a span that were not
// given, by their reasons. What is left of a period judged as a whole is no
// session and not among them.
func ByReason(s *ledger.Series, span day.Span) Causes {
	by := map[iep.Reason]*Cause{}
	var causes Causes
	lines := s.Lines()
	for i := range lines {
		l := &lines[i]
		if l.Slot == nil || !span.Holds(l.Date) {
			continue
		}
		if by[l.Reason] == nil {
			by[l.Reason] = &Cause{Reason: l.Reason}
		}
		by[l.Reason].By[answerOf(l)] += l.Minutes
		if l.Slot.Status != calendar.Open && l.Slot.Given == 0 {
			causes.Closed += l.Minutes
		}
	}
	for _, reason := range slices.Sorted(maps.Keys(by)) {
		causes.List = append(causes.List, *by[reason])
	}
	slices.SortStableFunc(causes.List, func(a, b Cause) int { return cmp.Compare(b.Minutes(), a.Minutes()) })
	for i := range s.Slots {
		if slot := &s.Slots[i]; slot.State == ledger.Unrecorded && span.Holds(slot.Date) {
			causes.Unknown += slot.Schedule.Minutes
		}
	}
	return causes
}

// answerOf is the place of a line's answer.
func answerOf(l *ledger.Line) int {
	if l.ExplainsNothing() {
		return len(answers) - 1
	}
	for i := range answers {
		if answers[i].answer == l.Verdict.Answer {
			return i
		}
	}
	return len(answers) - 1
}

// Sum is all reasons together.
func (c Causes) Sum() Cause {
	var sum Cause
	for i := range c.List {
		for j, minutes := range c.List[i].By {
			sum.By[j] += minutes
		}
	}
	return sum
}

// Caption is the picture in a sentence or two.
func (c Causes) Caption() string {
	sum := c.Sum()
	text := words.Put("chart.causes.none")
	if n := sum.Minutes(); n > 0 {
		most := &c.List[0]
		text = words.Put("chart.causes.caption", "minutes", words.Several("minute", n), "parts", sum.parts())
		if c.Closed > 0 {
			text += " " + words.Put("chart.causes.closed", "minutes", words.Several("minute", c.Closed))
		}
		if len(c.List) > 1 {
			text += " " + words.Put("chart.causes.most", "reason", name(most.Reason), "minutes", words.Several("minute", most.Minutes()))
		}
	}
	if c.Unknown > 0 {
		text += " " + words.Put("chart.causes.unknown", "minutes", words.Several("minute", c.Unknown))
	}
	return text
}

// parts are the minutes by answer: 60 to make up, 30 for the record.
func (c *Cause) parts() string {
	var parts []string
	for i, minutes := range c.By {
		if minutes > 0 {
			parts = append(parts, words.Put("chart.part."+answers[i].code, "n", words.Number(minutes)))
		}
	}
	return strings.Join(parts, ", ")
}

// text is what a bar comes to: 30 min for the record; 90 min: 60 to make up, 30
// for the record.
func (c *Cause) text() string {
	minutes := words.Several("min", c.Minutes())
	for i, n := range c.By {
		if n == c.Minutes() {
			return words.Put("chart.part."+answers[i].code, "n", minutes)
		}
	}
	return minutes + ": " + c.parts()
}

// name is a reason as it begins a line.
func name(r iep.Reason) string { return say.Capital(say.Line(words.Reason(r), mostName)) }

// mostName is how many letters of a name stand in a picture.
const mostName = 44

// Table says what the picture shows, reason by reason, with the sums below.
func (c Causes) Table() block.Table {
	t := block.Table{Columns: []block.Column{{Name: words.Put("chart.column.reason"), Heads: true}, {Name: words.Put("chart.column.missed"), Number: true}}}
	for _, a := range answers {
		t.Columns = append(t.Columns, block.Column{Name: words.Put("chart.column." + a.code), Number: true})
	}
	for i := range c.List {
		t.Rows = append(t.Rows, c.List[i].row(name(c.List[i].Reason)))
	}
	sum := c.Sum()
	total := sum.row(words.Put("chart.sum"))
	total.Strong = true
	t.Rows = append(t.Rows, total)
	if c.Unknown > 0 {
		t.Rows = append(t.Rows, block.Row{Cells: []string{words.Put("chart.unknown"), words.Between("plain", 0, c.Unknown), "", "", "", ""}})
	}
	return t
}

func (c *Cause) row(name string) block.Row {
	cells := []string{name, words.Number(c.Minutes())}
	for _, n := range c.By {
		cells = append(cells, words.Number(n))
	}
	return block.Row{Cells: cells}
}

// Figure is the picture for a width: a bar for each reason, and an empty one for
// what is not filled in.
func (c Causes) Figure(width float64) block.Figure {
	var bars []bar
	for i := range c.List {
		cause := &c.List[i]
		b := bar{name: name(cause.Reason), text: cause.text()}
		for j, minutes := range cause.By {
			b.parts = append(b.parts, part{answers[j].role, minutes})
		}
		bars = append(bars, b)
	}
	if c.Unknown > 0 {
		bars = append(bars, bar{name: words.Put("chart.unknown"), text: words.Between("min", 0, c.Unknown), parts: []part{{block.Unknown, c.Unknown}}})
	}
	return drawn(bars, width, c.Caption())
}
