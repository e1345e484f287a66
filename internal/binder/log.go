package binder

import (
	"reflect"
	"slices"
	"strconv"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// An Outcome is what came of one or more planned sessions.
type Outcome struct {
	Status  iep.Status
	Minutes *int
	Reason  iep.Reason
	Note    *string // nil: as it was
	KnownBy *string // nil: as it was
	SaidBy  *string // nil: as it was
	// Approximate says that the day may be off by some days; nil: as it was.
	Approximate *bool
	Held        *Held  // nil: as it was; the times go where other minutes are written
	Because     string // why an entry is corrected
}

// Held is how a session was held: from when to when, and in what group. Each
// may be absent.
type Held struct {
	Began, Ended day.Clock
	Mode         string
	GroupSize    *int
}

// Fill writes the same outcome for planned sessions, by their keys: one deed.
// A session that already has a row is corrected.
func (b *Binder) Fill(keys []string, out Outcome) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	found, err := find(book.Ledger, keys)
	if err != nil {
		return err
	}
	changes := make([]Change, 0, len(found))
	for _, slot := range found {
		if slot.Date > book.Today {
			return refusal.At("on", refusal.New(refusal.NotYet, "day", slot.Date.String()))
		}
		changes = append(changes, b.fill(slot, out))
	}
	return b.do(changes...)
}

func (b *Binder) fill(slot *ledger.Slot, out Outcome) Change {
	kind, value := history.Correct, iep.Session{}
	if row := slot.Entry(); row == nil {
		kind = history.Add
		value = iep.Session{
			ID: Key(slot), ServiceID: slot.Version.Service.ID, ScheduleID: slot.Schedule.ID,
			Date: slot.Date, Kind: iep.Regular,
		}
	} else {
		value = *row
	}
	out.fill(&value)
	return b.session(kind, &value, slot.Version.Plan.ChildID, out.Because)
}

func (out *Outcome) fill(row *iep.Session) {
	same := row.Status == out.Status && reflect.DeepEqual(row.Minutes, out.Minutes)
	switch {
	case out.Held != nil:
		row.Began, row.Ended, row.Mode, row.GroupSize = out.Held.Began, out.Held.Ended, out.Held.Mode, out.Held.GroupSize
	case !same:
		row.Began, row.Ended = day.NoClock, day.NoClock
	}
	row.Status, row.Minutes, row.Reason = out.Status, out.Minutes, out.Reason
	setTo(&row.Note, out.Note)
	setTo(&row.KnownBy, out.KnownBy)
	setTo(&row.SaidBy, out.SaidBy)
	setTo(&row.Approximate, out.Approximate)
}

// setTo sets a field to what is said, if anything is.
func setTo[V any](field, said *V) {
	if said != nil {
		*field = *said
	}
}

func (b *Binder) session(kind history.Kind, row *iep.Session, child, because string) Change {
	return Change{Kind: kind, Noun: history.Session, ID: row.ID, Children: []string{child}, Value: row, Because: because}
}

// Row finds a row of the log by its id.
func (b *Book) Row(id string) *iep.Session {
	for i := range b.Record.Sessions {
		if b.Record.Sessions[i].ID == id {
			return &b.Record.Sessions[i]
		}
	}
	return nil
}

// ChildOf is the child that a service is for.
func (b *Book) ChildOf(serviceID string) string {
	for i := range b.Record.Plans {
		p := &b.Record.Plans[i]
		if slices.ContainsFunc(p.Services, func(s iep.Service) bool { return s.ID == serviceID }) {
			return p.ChildID
		}
	}
	return ""
}

// Save adds a row to the log, or corrects the row that has its id. A regular
// row moved to another day is withdrawn there and added here, in one deed. An
// empty id is a new make-up or extra session. One that gave no minutes is
// refused: it would be no session.
func (b *Binder) Save(row iep.Session, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	if row.Date > book.Today {
		return refusal.At("on", refusal.New(refusal.NotYet, "day", row.Date.String()))
	}
	if row.Kind != iep.Regular && row.Status != iep.Missed && row.Minutes != nil && *row.Minutes == 0 {
		return refusal.At("minutes", refusal.New(refusal.NotPositive, "value", "0", "low", "1", "high", strconv.Itoa(record.MaxMinutes)))
	}
	child := book.ChildOf(row.ServiceID)
	old := book.Row(row.ID)
	kind, err := kindOf(row.ID, old != nil)
	switch {
	case err != nil:
		return err
	case old == nil:
		row.ID = history.NewID(b.env.Writer.Random)
		return b.do(b.session(kind, &row, child, because))
	}
	row.ArrangementID = old.ArrangementID
	if old.Date != row.Date {
		return b.do(b.move(old, row, child, because)...)
	}
	row.Unknown = old.Unknown
	return b.do(b.session(kind, &row, child, because))
}

func (b *Binder) move(old *iep.Session, row iep.Session, child, because string) []Change {
	gone := Change{Kind: history.Withdraw, Noun: history.Session, ID: old.ID, Children: []string{child}, Because: because}
	row.ID, row.Unknown = history.NewID(b.env.Writer.Random), old.Unknown
	if row.Kind == iep.Regular && row.ScheduleID != "" {
		row.ID = keyOf(row.ServiceID, row.Date, row.ScheduleID)
	}
	return []Change{gone, b.session(history.Add, &row, child, because)}
}

// Strike withdraws rows of the log: they stay readable, struck.
func (b *Binder) Strike(ids []string, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	var changes []Change
	for _, id := range ids {
		row := book.Row(id)
		if row == nil {
			return refusal.New(refusal.NoSuch, "what", "entry", "id", id)
		}
		changes = append(changes, Change{
			Kind: history.Withdraw, Noun: history.Session, ID: id, Children: []string{book.ChildOf(row.ServiceID)}, Because: because,
		})
	}
	return b.do(changes...)
}

// Acts are the acts on an entry, oldest first.
func (b *Binder) Acts(k history.Key) ([]*history.Act, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	return b.history.EntryActs(k), nil
}

// Slot is the planned session with a key, or nil.
func (b *Book) Slot(key string) *ledger.Slot { return slots(b.Ledger)[key] }

// RowOf is the row of the log with an id, or of the planned session with that
// key, or nil.
func (b *Book) RowOf(key string) *iep.Session {
	if slot := b.Slot(key); slot != nil && slot.Entry() != nil {
		return slot.Entry()
	}
	return b.Row(key)
}
