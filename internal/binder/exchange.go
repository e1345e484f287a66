package binder

import (
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// Import writes what another record brings as one deed, and says how many
// entries it added or changed. What is already there adds nothing.
func (b *Binder) Import(bring func(*history.History) ([]history.Change, error)) (int, error) {
	if _, err := b.begin(); err != nil {
		return 0, err
	}
	defer b.mu.Unlock()
	changes, err := bring(b.history)
	if err != nil || len(changes) == 0 {
		return 0, err
	}
	return len(changes), b.write(changes)
}

// Export is the record as it stands. A row that was written here says when.
func (b *Binder) Export() (*record.Record, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	whole := *b.folded.Record
	whole.Sessions = slices.Clone(whole.Sessions)
	for i := range whole.Sessions {
		b.date(&whole.Sessions[i])
	}
	return &whole, nil
}

func (b *Binder) date(row *iep.Session) {
	if e := b.folded.Entries[history.Key{Noun: history.Session, ID: row.ID}]; e != nil && row.EnteredAt == "" {
		row.EnteredAt = e.First.At
	}
}

// History is everything that was ever written, checked.
func (b *Binder) History() (*history.History, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	return b.history, nil
}
