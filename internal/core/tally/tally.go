// Package tally lists planned sessions one below the other, to be filled in by
// hand or by keys. A sheet of paper that goes along in a backpack and the screen
// that takes it back are drawn from the same rows, in the same order and with the
// same numbers and letters, so that whoever types can follow the paper with a
// finger and need not look for anything.
//
// What nobody has said stays not filled in: no row here is ever missed by
// itself.
package tally

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
)

// A Row is a planned session in a list. Numbers count from 1.
type Row struct {
	Number int
	Series *ledger.Series
	Slot   *ledger.Slot
}

// Closed says whether the school is closed that day and nothing is written of
// the session: there is nothing to fill in.
func (r Row) Closed() bool { return r.Slot.Status != calendar.Open && r.Slot.Entry() == nil }

// Due says whether a session waits to be filled in on a day: it was planned for
// that day or an earlier one, school was open, and nobody has said what came of
// it. A session marked not sure is answered.
func Due(slot *ledger.Slot, today day.Day) bool {
	return slot.Date <= today && slot.Status == calendar.Open && slot.State != ledger.Settled && slot.Unsure == nil
}

// Waiting are the sessions of a span that wait to be filled in, the oldest
// first, of a child, or of all with an empty id.
func Waiting(l *ledger.Ledger, childID string, in day.Span) []Row {
	return rows(l, childID, in, func(slot *ledger.Slot) bool { return Due(slot, l.AsOf) })
}

// rows are in order of day and start time; of equals the service that the plans
// name first, then by schedule.
func rows(l *ledger.Ledger, childID string, in day.Span, takes func(*ledger.Slot) bool) []Row {
	var list []Row
	for _, series := range l.Series {
		if childID != "" && series.ChildID != childID {
			continue
		}
		for i := range series.Slots {
			if slot := &series.Slots[i]; in.Holds(slot.Date) && takes(slot) {
				list = append(list, Row{Series: series, Slot: slot})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Slot.Date, b.Slot.Date), cmp.Compare(a.Slot.Schedule.StartTime, b.Slot.Schedule.StartTime))
	})
	for i := range list {
		list[i].Number = i + 1
	}
	return list
}
