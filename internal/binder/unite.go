package binder

import (
	"fmt"

	"midweek/internal/core/history"
)

// Unite takes the acts of another copy of this record that are not here, and
// says how many. Nothing that is here is lost: what was written in both about
// the same entry is a conflict, which a person settles, and a redaction that
// comes in waits for a yes.
func (b *Binder) Unite(other []history.Act) (int, error) {
	if _, err := b.begin(); err != nil {
		return 0, err
	}
	defer b.mu.Unlock()
	m, err := b.history.Merge(other)
	if err != nil || len(m.New) == 0 {
		return 0, err
	}
	after := m.Union.Fold(b.env.Read)
	if _, err := b.compute(after.Record, after); err != nil {
		return 0, fmt.Errorf("computing both together: %w", err)
	}
	if err := b.env.Store.Take(m.New, history.Changed(b.folded, after), after.Heads); err != nil {
		return 0, err
	}
	b.forget()
	b.last = nil
	return len(m.New), nil
}
