package chart

import (
	"maps"
	"slices"

	"midweek/internal/core/block"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
)

// A Month is what was planned and given in one month, in minutes. Planned and
// given are those of ledger.Series.SoFar: sessions on days with school, before
// the day asked or known; what a session ran over is not in them, nor is a
// make-up.
type Month struct {
	First   day.Day // of the month
	Planned int
	Given   int
	Unknown int // of sessions not filled in: given or missed
	MadeUp  int // of make-ups given in this month, for whatever day
}

// NotGiven are the minutes known to be missing.
func (m *Month) NotGiven() int { return m.Planned - m.Given - m.Unknown }

// Months is the picture of planned and given.
type Months []Month

// ByMonth counts a series month by month within a span, from the first month in
// which something was planned or made up to the last; on is the ledger's day.
func ByMonth(s *ledger.Series, span day.Span, on day.Day) Months {
	by := map[day.Day]*Month{}
	of := func(d day.Day) *Month {
		first := d.MonthSpan().First
		if by[first] == nil {
			by[first] = &Month{First: first}
		}
		return by[first]
	}
	for i := range s.Slots {
		if slot := &s.Slots[i]; span.Holds(slot.Date) && counts(slot, on) {
			of(slot.Date).add(slot)
		}
	}
	for d, minutes := range s.MadeUpOn() {
		if span.Holds(d) {
			of(d).MadeUp += minutes
		}
	}
	return inOrder(by)
}

// counts says whether a session is among those of ledger.Series.SoFar.
func counts(slot *ledger.Slot, on day.Day) bool {
	return (slot.Status == calendar.Open || slot.Given > 0) && (slot.Date < on || slot.State == ledger.Settled)
}

func (m *Month) add(slot *ledger.Slot) {
	m.Planned += slot.Schedule.Minutes
	m.Given += slot.Given - slot.Surplus()
	if slot.State == ledger.Unrecorded {
		m.Unknown += slot.Schedule.Minutes
	}
}

// inOrder are the months from the first to the last, those between them in
// which nothing was planned too.
func inOrder(by map[day.Day]*Month) Months {
	var months Months
	if len(by) == 0 {
		return months
	}
	firsts := slices.Sorted(maps.Keys(by))
	for first := firsts[0]; first <= firsts[len(firsts)-1]; first = first.MonthSpan().Last + 1 {
		if m := by[first]; m != nil {
			months = append(months, *m)
		} else {
			months = append(months, Month{First: first})
		}
	}
	return months
}

// Sum is all months together.
func (m Months) Sum() Month {
	var sum Month
	for i := range m {
		sum.Planned += m[i].Planned
		sum.Given += m[i].Given
		sum.Unknown += m[i].Unknown
		sum.MadeUp += m[i].MadeUp
	}
	return sum
}

// Caption is the picture in a sentence or two.
func (m Months) Caption() string {
	if len(m) == 0 {
		return words.Put("chart.months.none")
	}
	sum := m.Sum()
	text := words.Put("chart.months.caption", "planned", words.Several("minute", sum.Planned),
		"given", words.Between("minute", sum.Given, sum.Given+sum.Unknown),
		"first", words.Month(m[0].First), "last", words.Month(m[len(m)-1].First))
	if gap := sum.NotGiven(); gap > 0 {
		text += " " + words.Put("chart.months.gap", "minutes", words.Several("minute", gap))
	}
	if sum.Unknown > 0 {
		text += " " + words.Put("chart.months.unknown", "minutes", words.Several("minute", sum.Unknown))
	}
	if sum.MadeUp > 0 {
		text += " " + words.Put("chart.months.made_up", "minutes", words.Several("minute", sum.MadeUp))
	}
	return text
}

// Table says what the picture shows, month by month, with the sums below.
func (m Months) Table() block.Table {
	t := block.Table{Columns: []block.Column{{Name: words.Put("chart.column.month"), Heads: true}}}
	for _, code := range []string{"planned", "given", "not_given", "unknown", "made_up"} {
		t.Columns = append(t.Columns, block.Column{Name: words.Put("chart.column." + code), Number: true})
	}
	for i := range m {
		t.Rows = append(t.Rows, m[i].row(words.Month(m[i].First)))
	}
	sum := m.Sum()
	total := sum.row(words.Put("chart.sum"))
	total.Strong = true
	t.Rows = append(t.Rows, total)
	return t
}

func (m *Month) row(name string) block.Row {
	cells := []string{name}
	for _, n := range []int{m.Planned, m.Given, m.NotGiven(), m.Unknown, m.MadeUp} {
		cells = append(cells, words.Number(n))
	}
	return block.Row{Cells: cells}
}
