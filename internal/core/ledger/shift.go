package ledger

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
)

// A Shift is a line that other answers would judge otherwise. Under those it
// may be no line any more, and what was none may become one: then Was or Is is
// nil.
type Shift struct{ Was, Is *Line }

// Date is the day of the line.
func (s Shift) Date() day.Day {
	if s.Was != nil {
		return s.Was.Date
	}
	return s.Is.Date
}

// Reopened are the minutes that were made up and would not be so any more; never
// below 0.
func (s Shift) Reopened() int { return max(0, s.Was.settled()-s.Is.settled()) }

// settled are the minutes of a line that make-ups have paid; none of no line.
func (l *Line) settled() int {
	if l == nil || l.Obligation == nil {
		return 0
	}
	return l.Obligation.Minutes - l.Obligation.Open
}

// lineKey names a line: a slot, or what a period leaves.
type lineKey struct {
	on             day.Day
	service, sheet string
}

func (l *Line) key() lineKey {
	if l.Slot != nil {
		return lineKey{l.Date, l.Version.Service.ID, "slot " + l.Slot.Schedule.ID}
	}
	return lineKey{l.Date, l.Version.Service.ID, l.Obligation.ID}
}

// Shifts are the lines of a series that differ under other answers: in what is
// answered, in how many minutes, or in what make-ups have settled of them. They
// stand in order of day.
func Shifts(was, is *Series) []Shift {
	before, after := was.Lines(), is.Lines()
	now := map[lineKey]*Line{}
	for i := range after {
		now[after[i].key()] = &after[i]
	}
	var shifts []Shift
	for i := range before {
		old := &before[i]
		next := now[old.key()]
		delete(now, old.key())
		if s := (Shift{old, next}); next == nil || old.judgedOtherwise(next) || s.Reopened() > 0 {
			shifts = append(shifts, s)
		}
	}
	for i := range after {
		if l := &after[i]; now[l.key()] == l {
			shifts = append(shifts, Shift{nil, l})
		}
	}
	slices.SortStableFunc(shifts, func(a, b Shift) int { return cmp.Compare(a.Date(), b.Date()) })
	return shifts
}

func (l *Line) judgedOtherwise(next *Line) bool {
	return l.Verdict.Answer != next.Verdict.Answer || l.Minutes != next.Minutes
}
