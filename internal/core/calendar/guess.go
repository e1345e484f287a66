package calendar

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// NextYear is a guess at the year after: this one moved on, until the school
// prints its own. Every entry of it has the source FromLastYear, the year
// itself says Guess, and id, name and label are the caller's.
//
// The rules, of which the first that fits holds:
//
//   - The first and last day move by 52 weeks, which keeps their weekday. A
//     first day in the week after Labor Day stays in the week after it.
//   - A run of more than three weeks moves by 52 weeks.
//   - A closure of one weekday a week (FourDayWeek) moves by 52 weeks.
//   - What meets the week of Thanksgiving moves with Thanksgiving.
//   - What holds a federal holiday that has a weekday (the third Monday of
//     January) moves with it.
//   - Where school is closed on Good Friday or Easter Monday, what meets the
//     days from the Monday before Easter to the Monday after moves with Easter.
//   - A single day on which a federal holiday with a date is observed (11
//     November) moves to the next day on which it is observed.
//   - What meets 18 December to 7 January moves by 52 weeks, with the break.
//   - Any other single day moves to the same weekday of its month, the third
//     Friday to the third Friday; the fifth, where there is none, to the last.
//   - Any other run moves by 52 weeks.
//
// Moved runs keep their length and their weekdays. What leaves the year is cut
// off, and what then has no weekday of the school is left out. A federal
// holiday on which school was closed, and on which it would now be open, is
// closed as a day of its own.
//
// Left out are sudden closures, days given back and noted days, which belong
// to the one year, and all fields that the program does not know. It refuses a
// year whose next would end after day.Last.
func NextYear(of *SchoolYear, id, name, label string) (*SchoolYear, error) {
	if end := of.Last + year52; end > day.Last {
		return nil, refusal.At("last_day", refusal.New(refusal.DayRange,
			"text", end.String(), "first", day.First.String(), "last", day.Last.String()))
	}
	m := newMove(of)
	next := &SchoolYear{
		ID: id, Name: name, Label: label, First: m.into.First, Last: m.into.Last, Weekdays: of.Weekdays,
		Closures: m.closures(), PartialDays: m.partialDays(), ExtraDays: []ExtraDay{}, Terms: m.terms(),
		Level: of.Level, Guess: true, GuessedFrom: of.ID,
	}
	next.Closures = append(next.Closures, m.holidaysLeftOpen(next)...)
	slices.SortStableFunc(next.Closures, func(a, b Closure) int { return int(a.First - b.First) })
	return next, nil
}

func (m *move) closures() []Closure {
	moved := []Closure{}
	for i := range m.of.Closures {
		c := &m.of.Closures[i]
		if c.Kind.Sudden() {
			continue
		}
		if span, ok := m.fit(c.Span, c.Kind == FourDayWeek); ok {
			moved = append(moved, Closure{ID: c.ID, Span: span, Name: c.Name, Kind: c.Kind, Source: FromLastYear})
		}
	}
	return moved
}

func (m *move) partialDays() []PartialDay {
	moved := []PartialDay{}
	for i := range m.of.PartialDays {
		p := &m.of.PartialDays[i]
		span, ok := m.fit(p.Span, false)
		if !ok {
			continue
		}
		moved = append(moved, PartialDay{
			ID: p.ID, Span: span, Weekdays: p.Weekdays, Dismissal: p.Dismissal, Opening: p.Opening,
			Name: p.Name, Kind: p.Kind, Source: FromLastYear,
		})
	}
	return moved
}

func (m *move) terms() []Term {
	var moved []Term
	for i := range m.of.Terms {
		t := &m.of.Terms[i]
		if span := shifted(t.Span, year52).Within(m.into); !span.Empty() {
			moved = append(moved, Term{Name: t.Name, Span: span})
		}
	}
	return moved
}

// holidaysLeftOpen closes the federal holidays on which school was closed and
// would be open in next.
func (m *move) holidaysLeftOpen(next *SchoolYear) []Closure {
	var added []Closure
	before, after := NewDays(m.of), NewDays(next)
	for _, h := range m.holidays {
		if before.Status(h.this.Observed) == ClosedScheduled && after.Status(h.next.Observed) == Open {
			on := h.next.Observed
			added = append(added, Closure{
				Span: day.Span{First: on, Last: on}, Name: before.closureName(h.this.Observed), Kind: Holiday, Source: FromLastYear,
			})
		}
	}
	return added
}

// closureName is the name of the first printed closure that holds the day.
func (d *Days) closureName(on day.Day) string {
	for i := range d.Year.Closures {
		if c := &d.Year.Closures[i]; c.Holds(on) && !c.Kind.Sudden() {
			return c.Name
		}
	}
	return ""
}
