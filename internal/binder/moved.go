package binder

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/ledger"
)

// A Move is a planned session that a change of a calendar gave or took.
type Move struct {
	Series *ledger.Series
	Slot   *ledger.Slot // as it is now; where nothing is planned any more, as it was
	Came   bool
}

// Moved are the sessions that stand otherwise after a change of a calendar
// than before it, by day. A fresh year plans all its sessions anew: of it only
// those are told that a closed day takes.
func Moved(before, after *ledger.Ledger, fresh bool) []Move {
	was, is := slots(before), slots(after)
	var moves []Move
	for _, s := range after.Series {
		for i := range s.Slots {
			now := &s.Slots[i]
			old := was[Key(now)]
			open, opened := now.Status == calendar.Open, old != nil && old.Status == calendar.Open
			if came := open && !opened; came && !(fresh && old == nil) || !open && (opened || old == nil) {
				moves = append(moves, Move{s, now, came})
			}
		}
	}
	for _, s := range before.Series {
		for i := range s.Slots {
			if old := &s.Slots[i]; old.Status == calendar.Open && is[Key(old)] == nil {
				moves = append(moves, Move{Series: s, Slot: old})
			}
		}
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return cmp.Compare(a.Slot.Date, b.Slot.Date) })
	return moves
}
