package binder

import (
	"strconv"

	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// An Answer is what came of one planned session, by its key.
type Answer struct {
	Key string
	Outcome
}

// CheckIn writes what came of several planned sessions, each its own, as one
// deed: one Undo takes all of it back. A session that already has a row is
// corrected. What is refused is placed at `status.KEY` or `minutes.KEY`; then
// nothing is written.
func (b *Binder) CheckIn(answers []Answer) error {
	if len(answers) == 0 {
		return refusal.New(refusal.NothingSaid)
	}
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	keys := make([]string, len(answers))
	for i := range answers {
		keys[i] = answers[i].Key
	}
	found, err := find(book.Ledger, keys)
	if err != nil {
		return err
	}
	changes := make([]Change, 0, len(found))
	for i, slot := range found {
		a := &answers[i]
		switch {
		case slot.Date > book.Today:
			return refusal.At("status."+a.Key, refusal.New(refusal.NotYet, "day", slot.Date.String()))
		case a.Status == iep.Partial && a.Minutes == nil:
			return refusal.At("minutes."+a.Key, refusal.New(refusal.NeedsMinutes, "kind", string(a.Status)))
		case a.Minutes != nil && (*a.Minutes < 0 || *a.Minutes > record.MaxMinutes):
			return refusal.At("minutes."+a.Key, refusal.New(refusal.OutOfBounds,
				"value", strconv.Itoa(*a.Minutes), "low", "0", "high", strconv.Itoa(record.MaxMinutes)))
		}
		changes = append(changes, b.fill(slot, a.Outcome))
	}
	return b.do(changes...)
}
