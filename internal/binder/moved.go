package binder

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/ledger"
	"midweek/internal/core/schedule"
)

// How says what a change of a calendar did to a planned session.
type How string

// What can become of a planned session.
const (
	Left  How = "left"  // school is closed now, or the day is outside the year
	Came  How = "came"  // school is open now
	Short How = "short" // the day ends before the session does, or begins after it; it stays expected
)

// A Moved session is one that a change of a calendar touched.
type Moved struct {
	How    How
	Series *ledger.Series
	Slot   *ledger.Slot // as it is now; as it was, where it is gone
}

// WhatMoved compares the planned sessions of two books, in order of day.
func WhatMoved(before, after *Book) []Moved {
	was, is := expected(before.Ledger), expected(after.Ledger)
	all := slots(after.Ledger)
	moved := []Moved{}
	for key, old := range was {
		if is[key].Slot != nil {
			continue
		}
		old.How = Left
		if now := all[key]; now != nil {
			old.Slot = now
		}
		moved = append(moved, old)
	}
	for key, now := range is {
		switch old := was[key].Slot; {
		case old == nil:
			now.How = Came
		case now.Slot.Short == schedule.ShortConflict && old.Short != schedule.ShortConflict:
			now.How = Short
		default:
			continue
		}
		moved = append(moved, now)
	}
	slices.SortFunc(moved, func(a, b Moved) int {
		return cmp.Or(cmp.Compare(a.Slot.Date, b.Slot.Date), cmp.Compare(a.Slot.Schedule.StartTime, b.Slot.Schedule.StartTime),
			cmp.Compare(Key(a.Slot), Key(b.Slot)))
	})
	return moved
}

// expected are the sessions planned on open days, by their keys.
func expected(l *ledger.Ledger) map[string]Moved {
	byKey := map[string]Moved{}
	for _, series := range l.Series {
		for i := range series.Slots {
			if slot := &series.Slots[i]; slot.Status == calendar.Open {
				byKey[Key(slot)] = Moved{Series: series, Slot: slot}
			}
		}
	}
	return byKey
}
