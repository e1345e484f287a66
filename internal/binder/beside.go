package binder

import (
	"cmp"
	"slices"

	"midweek/internal/core/breaks"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/removal"
	"midweek/internal/core/tally"
)

// SchoolOf is every calendar of a child's plans, in the order of the plans, but
// for those of a summer program.
func (b *Book) SchoolOf(childID string) calendar.School {
	return b.Record.SchoolOf(childID, b.Record.Days())
}

// Breaks are the long breaks of a child's calendars with what was seen on
// either side, in order.
func (b *Book) Breaks(childID string) []breaks.Pair {
	return breaks.Pairs(b.SchoolOf(childID), b.NotesOf(childID))
}

// NotesOf are the notes of a child.
func (b *Book) NotesOf(childID string) []*iep.Note {
	return of(b.Record.Notes, func(n *iep.Note) bool { return n.ChildID == childID })
}

// Removals are the school days of removal of a child, year by year, the latest
// year first.
func (b *Book) Removals(childID string) []removal.Year {
	return removal.Count(b.RemovalsOf(childID), b.SchoolOf(childID))
}

// RemovalsOf are the removals of a child.
func (b *Book) RemovalsOf(childID string) []*iep.Removal {
	return of(b.Record.Removals, func(r *iep.Removal) bool { return r.ChildID == childID })
}

// Promises are those of a child, or of all: what nobody has answered first, by
// the day it is due, those without such a day last; then the others, the latest
// first.
func (b *Book) Promises(childID string) []*iep.Promise {
	list := of(b.Record.Promises, func(p *iep.Promise) bool { return childID == "" || p.ChildID == childID })
	slices.SortStableFunc(list, func(p, q *iep.Promise) int {
		switch {
		case (p.Kept == "") != (q.Kept == ""):
			return cmp.Compare(len(p.Kept), len(q.Kept))
		case p.Kept != "":
			return cmp.Compare(q.Date, p.Date)
		}
		return cmp.Or(cmp.Compare(dueOf(p), dueOf(q)), cmp.Compare(p.Date, q.Date))
	})
	return list
}

func dueOf(p *iep.Promise) day.Day {
	if p.Due == day.None {
		return day.Last + 1
	}
	return p.Due
}

// PlannedIn are the sessions of a child that were planned on open school days
// up to today, that somebody may fill in and nobody has, on the days asked for.
func (b *Book) PlannedIn(childID string, days map[day.Day]bool) []Ask {
	var list []Ask
	for _, s := range b.Of(childID) {
		for i := range s.Slots {
			slot := &s.Slots[i]
			if days[slot.Date] && tally.Due(slot, b.Today) {
				list = append(list, Ask{s, slot})
			}
		}
	}
	slices.SortStableFunc(list, func(a, c Ask) int { return cmp.Compare(a.Slot.Date, c.Slot.Date) })
	return list
}

func of[T any](rows []T, is func(*T) bool) []*T {
	var list []*T
	for i := range rows {
		if is(&rows[i]) {
			list = append(list, &rows[i])
		}
	}
	return list
}
