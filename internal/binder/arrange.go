package binder

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

var ofArrangements = entries[iep.Arrangement]{
	noun: history.Arrangement, rows: func(r *record.Record) []iep.Arrangement { return r.Arrangements },
	id: func(a *iep.Arrangement) *string { return &a.ID }, child: func(a *iep.Arrangement) string { return a.ChildID },
	keep: func(old, now *iep.Arrangement) { now.Unknown = old.Unknown },
}

// Arrange adds make-ups to the record, each with the same first step: one deed.
// A step has happened: its day may not lie ahead.
func (b *Binder) Arrange(list []iep.Arrangement, first iep.Step) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	if err := notAhead(book, first); err != nil {
		return err
	}
	changes := make([]Change, 0, len(list))
	for _, a := range list {
		a.ID, a.Steps = b.newID(), []iep.Step{first}
		changes = append(changes, ofArrangements.change(history.Add, &a))
	}
	return b.do(changes...)
}

// Answer adds a step to make-ups: agreed, declined and so on. One deed.
func (b *Binder) Answer(ids []string, step iep.Step) error {
	return b.rearrange(ids, func(book *Book, a *iep.Arrangement) error {
		a.Steps = append(slices.Clip(a.Steps), step)
		return notAhead(book, step)
	})
}

// Reset puts a make-up on another day, or changes its time. One that was agreed
// to gets a step that says so. One that the log tells of stays where it is.
func (b *Binder) Reset(id string, on day.Day, start day.Clock, by string) error {
	return b.rearrange([]string{id}, func(book *Book, a *iep.Arrangement) error {
		switch {
		case on == day.None:
			return refusal.At("on", refusal.New(refusal.Missing))
		case book.CameOf(id) != nil:
			return refusal.New(refusal.StillNeeded, "noun", string(history.Session), "name", book.CameOf(id).Date.String())
		case a.Settled() && a.Date != on:
			a.Steps = append(slices.Clip(a.Steps), iep.Step{State: iep.Scheduled, On: book.Today, By: by})
		}
		a.Date, a.StartTime = on, start
		return nil
	})
}

// WithdrawArrangement takes back a make-up that was written down by mistake. A
// row of the log that came of it stays.
func (b *Binder) WithdrawArrangement(id string) error { return withdraw(b, &ofArrangements, id) }

// Held writes into the log that a make-up was given, and how many minutes, or
// that it was not held after all: one row, which pays. Two homes that tell the
// same write the same row.
func (b *Binder) Held(id string, out Outcome) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	a := book.Arrangement(id)
	switch {
	case a == nil:
		return refusal.New(refusal.NoSuch, "what", string(history.Arrangement), "id", id)
	case a.Date == day.None:
		return refusal.At("on", refusal.New(refusal.Missing))
	case a.Date > book.Today:
		return refusal.At("on", refusal.New(refusal.NotYet, "day", a.Date.String()))
	}
	kind, row := history.Correct, iep.Session{}
	if old := book.CameOf(id); old != nil {
		row = *old
	} else {
		series := book.Ledger.Find(a.SeriesID, a.ChildID)
		if series == nil {
			return refusal.New(refusal.NoSuch, "what", "series", "id", a.SeriesID)
		}
		kind, row = history.Add, iep.Session{
			ID: rowOf(a), ServiceID: series.VersionOn(a.Date).Service.ID, Date: a.Date, StartTime: a.StartTime,
			Kind: iep.Makeup, MakeupFor: a.PaysFor, ArrangementID: a.ID,
		}
	}
	if out.fill(&row); out.Status == iep.Missed {
		row.Minutes = new(0)
	} else if row.Minutes == nil {
		row.Minutes = &a.Minutes
	}
	return b.do(b.session(kind, &row, a.ChildID, out.Because))
}

// rowOf is the id of the row that comes of a make-up: the same in both homes.
func rowOf(a *iep.Arrangement) string { return "arrangement:" + a.ID }

// rearrange changes make-ups by their ids.
func (b *Binder) rearrange(ids []string, by func(*Book, *iep.Arrangement) error) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	changes := make([]Change, 0, len(ids))
	for _, id := range ids {
		old := book.Arrangement(id)
		if old == nil {
			return refusal.New(refusal.NoSuch, "what", string(history.Arrangement), "id", id)
		}
		a := *old
		if err := by(book, &a); err != nil {
			return err
		}
		changes = append(changes, ofArrangements.change(history.Correct, &a))
	}
	return b.do(changes...)
}

func notAhead(book *Book, s iep.Step) error {
	if s.On > book.Today {
		return refusal.At("on", refusal.New(refusal.NotYet, "day", s.On.String()))
	}
	return nil
}

// Arrangement finds a make-up on its way by its id, or nil.
func (b *Book) Arrangement(id string) *iep.Arrangement { return ofArrangements.find(b.Record, id) }

// Arrangements are those of a child, or of all, by their day; those without one
// come last.
func (b *Book) Arrangements(childID string) []*iep.Arrangement {
	list := of(b.Record.Arrangements, func(a *iep.Arrangement) bool { return childID == "" || a.ChildID == childID })
	slices.SortStableFunc(list, func(x, y *iep.Arrangement) int {
		if (x.Date == day.None) != (y.Date == day.None) {
			return cmp.Compare(y.Date, x.Date)
		}
		return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.StartTime, y.StartTime))
	})
	return list
}

// CameOf is the row of the log that came of a make-up, or nil.
func (b *Book) CameOf(id string) *iep.Session {
	return byID(b.Record.Sessions, func(s *iep.Session) bool { return id != "" && s.ArrangementID == id })
}
