package binder

import (
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Entries are one sort of what stands beside the plans and the log: what it
// is called in acts, where its rows lie, and what a correction leaves as it was.
type entries[T any] struct {
	noun  history.Noun
	rows  func(*record.Record) []T
	id    func(*T) *string
	child func(*T) string
	keep  func(old, now *T)
}

var ofNotes = entries[iep.Note]{
	noun: history.Note, rows: func(r *record.Record) []iep.Note { return r.Notes },
	id: func(n *iep.Note) *string { return &n.ID }, child: func(n *iep.Note) string { return n.ChildID },
	keep: func(old, now *iep.Note) { now.Unknown = old.Unknown },
}

var ofPromises = entries[iep.Promise]{
	noun: history.Promise, rows: func(r *record.Record) []iep.Promise { return r.Promises },
	id: func(p *iep.Promise) *string { return &p.ID }, child: func(p *iep.Promise) string { return p.ChildID },
	keep: func(old, now *iep.Promise) { now.Unknown = old.Unknown },
}

var ofRemovals = entries[iep.Removal]{
	noun: history.Removal, rows: func(r *record.Record) []iep.Removal { return r.Removals },
	id: func(r *iep.Removal) *string { return &r.ID }, child: func(r *iep.Removal) string { return r.ChildID },
	keep: func(old, now *iep.Removal) { now.Unknown = old.Unknown },
}

// SaveNote adds what was seen of a child, or corrects the note with its id. An
// empty id is a new one. Nothing has been seen of a day to come.
func (b *Binder) SaveNote(n iep.Note) error {
	return save(b, &ofNotes, n, map[string]day.Day{"date": n.Date})
}

// SavePromise adds what somebody said would be done, or corrects it.
func (b *Binder) SavePromise(p iep.Promise) error {
	return save(b, &ofPromises, p, map[string]day.Day{"date": p.Date, "keptOn": p.KeptOn})
}

// SaveRemoval adds days on which the school sent a child away, or corrects
// them. They may lie ahead, as a suspension that was announced does.
func (b *Binder) SaveRemoval(r iep.Removal) error { return save(b, &ofRemovals, r, nil) }

// Kept says what came of a promise. Which day it was done on is left as it was.
func (b *Binder) Kept(id string, kept iep.Kept) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := ofPromises.find(book.Record, id)
	if old == nil {
		return refusal.New(refusal.NoSuch, "what", "promise", "id", id)
	}
	p := *old
	if p.Kept = kept; kept != iep.KeptYes && kept != iep.KeptPartly {
		p.KeptOn = day.None
	}
	return b.do(ofPromises.change(history.Correct, &p))
}

// WithdrawNote takes back what was written of a child.
func (b *Binder) WithdrawNote(id string) error { return withdraw(b, &ofNotes, id) }

// WithdrawPromise takes back a promise that was written down by mistake.
func (b *Binder) WithdrawPromise(id string) error { return withdraw(b, &ofPromises, id) }

// WithdrawRemoval takes back days of removal.
func (b *Binder) WithdrawRemoval(id string) error { return withdraw(b, &ofRemovals, id) }

// save writes one entry. None of the days past, by the fields of the form, may
// lie ahead of today.
func save[T any](b *Binder, sort *entries[T], row T, past map[string]day.Day) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	for field, on := range past {
		if on > book.Today {
			return refusal.At(field, refusal.New(refusal.NotYet, "day", on.String()))
		}
	}
	id := sort.id(&row)
	old := sort.find(book.Record, *id)
	kind, err := kindOf(*id, old != nil)
	if err != nil {
		return err
	}
	if old == nil {
		*id = b.newID()
	} else {
		sort.keep(old, &row)
	}
	return b.do(sort.change(kind, &row))
}

func withdraw[T any](b *Binder, sort *entries[T], id string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	row := sort.find(book.Record, id)
	if row == nil {
		return refusal.New(refusal.NoSuch, "what", string(sort.noun), "id", id)
	}
	change := sort.change(history.Withdraw, row)
	change.Value = nil
	return b.do(change)
}

func (s *entries[T]) find(r *record.Record, id string) *T {
	return byID(s.rows(r), func(row *T) bool { return *s.id(row) == id })
}

func (s *entries[T]) change(kind history.Kind, row *T) Change {
	return Change{Kind: kind, Noun: s.noun, ID: *s.id(row), Children: []string{s.child(row)}, Value: row}
}
