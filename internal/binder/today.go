package binder

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/tally"
)

// An Ask is a planned session of which nobody has said what came of it.
type Ask struct {
	Series *ledger.Series
	Slot   *ledger.Slot
}

// askDays is how far back Today asks; what lies before waits in the log.
const askDays = 14

// Asks are the sessions to ask about today, oldest first, of a child or of
// all: those of the last two weeks, today's among them. Earlier is how many
// wait before. A session marked not sure is answered.
func (b *Book) Asks(childID string) (asks []Ask, earlier int) {
	for _, row := range tally.Waiting(b.Ledger, childID, day.Span{First: day.First, Last: b.Today}) {
		if row.Slot.Date <= b.Today-askDays {
			earlier++
			continue
		}
		asks = append(asks, Ask{row.Series, row.Slot})
	}
	return asks, earlier
}

// Of are the series of a child, or of all.
func (b *Book) Of(childID string) []*ledger.Series {
	if childID == "" {
		return b.Ledger.Series
	}
	var ours []*ledger.Series
	for _, s := range b.Ledger.Series {
		if s.ChildID == childID {
			ours = append(ours, s)
		}
	}
	return ours
}

// A Closed is days without school ahead, with the sessions planned on them.
type Closed struct {
	Closure  *calendar.Closure
	Sessions int
}

// ClosedAhead are the closures of the coming days, in order, on the calendars
// of a child's plans.
func (b *Book) ClosedAhead(childID string, days int) []Closed {
	horizon := day.Span{First: b.Today, Last: b.Today + day.Day(days)}
	var ahead []Closed
	for _, id := range b.CalendarsOf(childID) {
		year := b.Year(id)
		for i := range year.Closures {
			if c := &year.Closures[i]; c.Meets(horizon) {
				ahead = append(ahead, Closed{c, b.plannedIn(childID, c.Span)})
			}
		}
	}
	slices.SortStableFunc(ahead, func(a, c Closed) int { return cmp.Compare(a.Closure.First, c.Closure.First) })
	return ahead
}

// CalendarsOf are the ids of the calendars of a child's plans, or of all.
func (b *Book) CalendarsOf(childID string) []string {
	var ids []string
	for i := range b.Record.Plans {
		p := &b.Record.Plans[i]
		if childID != "" && p.ChildID != childID {
			continue
		}
		for _, id := range p.CalendarIDs {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func (b *Book) plannedIn(childID string, in day.Span) int {
	n := 0
	for _, s := range b.Of(childID) {
		for i := range s.Slots {
			if in.Holds(s.Slots[i].Date) && s.Slots[i].Status != calendar.Open {
				n++
			}
		}
	}
	return n
}
