package binder

import (
	"fmt"

	"midweek/internal/core/history"
)

// Unite takes the acts of another copy of this record that are not here, and
// says how many. Nothing that is here is lost: what was written in both about
// the same entry is a conflict, which a person settles. Words that the other
// copy removed for good are removed here too; a redaction that waits for a yes
// there still waits.
func (b *Binder) Unite(other []history.Act) (int, error) {
	if _, err := b.begin(); err != nil {
		return 0, err
	}
	defer b.mu.Unlock()
	m, err := b.history.Merge(other)
	if err != nil || len(m.New) == 0 {
		return 0, err
	}
	keep, union := b.env.Store.Take, m.Union
	if bare, err := b.history.Stripped(other); err != nil {
		return 0, err
	} else if bare != nil {
		keep, union = b.env.Store.Append, bare
	}
	after := union.Fold(b.env.Read)
	if _, err := b.compute(after.Record, after); err != nil {
		return 0, fmt.Errorf("computing both together: %w", err)
	}
	if err := keep(m.New, history.Changed(b.folded, after), after.Heads); err != nil {
		return 0, err
	}
	b.forget()
	b.last = nil
	return len(m.New), nil
}
