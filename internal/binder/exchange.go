package binder

import (
	"slices"

	"midweek/internal/core/history"
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

// Imports are the deeds that brought a file, by their ids.
type Imports map[string]bool

// Imports finds them, once the acts are read.
func (b *Book) Imports() Imports { return imports(b.Folded) }

func imports(f *history.Folded) Imports {
	brought := Imports{}
	for _, e := range f.InOrder() {
		if e.Noun == history.Import {
			brought[e.Deed] = true
		}
	}
	return brought
}

// Brought says whether an entry came in with a file: its first act is of the
// deed that brought one.
func (i Imports) Brought(e *history.Entry) bool { return i[e.Deed] }

// Export is the record as it stands. A row that was written here says when. One
// that came in with a file was written elsewhere: it keeps its own word for
// that, or none.
func (b *Binder) Export() (*record.Record, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	whole := *b.folded.Record
	whole.Sessions = slices.Clone(whole.Sessions)
	brought := imports(b.folded)
	for i := range whole.Sessions {
		row := &whole.Sessions[i]
		e := b.folded.Entries[history.Key{Noun: history.Session, ID: row.ID}]
		if e != nil && row.EnteredAt == "" && !brought.Brought(e) {
			row.EnteredAt = e.First.At
		}
	}
	return &whole, nil
}

// History is everything that was ever written, checked.
func (b *Binder) History() (*history.History, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	return b.history, nil
}
