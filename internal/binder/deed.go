package binder

import (
	"fmt"
	"strings"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// A Change is one noun of a deed: its value after it.
type Change struct {
	Kind     history.Kind
	Noun     history.Noun
	ID       string
	Children []string
	Value    any // nil when withdrawn
	Because  string
	Of       []string // of a removal of words: the acts
}

// do writes a deed, whole or not at all. What a person writes on an entry in
// conflict settles it: every version of it was shown.
func (b *Binder) do(changes ...Change) error {
	raw, err := b.raw(changes)
	if err != nil {
		return err
	}
	return b.write(raw)
}

// raw are the changes as the history takes them.
func (b *Binder) raw(changes []Change) ([]history.Change, error) {
	made := make([]history.Change, 0, len(changes))
	for _, c := range changes {
		raw := history.Change{
			Kind: c.Kind, Noun: c.Noun, ID: c.ID, Children: c.Children, Because: c.Because, Of: c.Of, Settles: heads(b.folded, c),
		}
		if c.Value != nil {
			value, err := b.env.Write(c.Value)
			if err != nil {
				return nil, fmt.Errorf("writing a %s: %w", c.Noun, err)
			}
			raw.Value = value
		}
		made = append(made, raw)
	}
	return made, nil
}

// heads are the versions of an entry in conflict, which the change settles.
func heads(f *history.Folded, c Change) []history.Hash {
	for _, conflict := range f.Conflicts {
		if conflict.Noun == c.Noun && conflict.ID == c.ID {
			return conflict.Heads
		}
	}
	return nil
}

// write makes the acts of a deed, looks at what they come to, and keeps them.
// Whatever fails, the record is what it was.
func (b *Binder) write(changes []history.Change) error { return b.commit(changes, holds) }

// A check refuses a deed by what it would leave.
type check func(changes []history.Change, before, after *history.Folded) error

func (b *Binder) commit(changes []history.Change, may check) error {
	acts, err := b.history.Write(b.env.Writer, b.env.Now(), changes)
	if err != nil || len(acts) == 0 {
		return err
	}
	before := b.folded
	b.history.Add(acts)
	after := b.history.Fold(b.env.Read)
	err = may(changes, before, after)
	if err == nil {
		err = b.keep(acts, before, after)
	}
	if err != nil {
		b.forget()
		return err
	}
	b.folded, b.found = after, nil
	b.env.Written(acts[len(acts)-1].Hash())
	return nil
}

func (b *Binder) keep(acts []history.Act, before, after *history.Folded) error {
	if _, err := b.compute(after.Record, after); err != nil {
		return err
	}
	return b.env.Store.Append(acts, history.Changed(before, after), after.Heads)
}

// forget drops what memory holds beyond the store; it is read again at the
// next need.
func (b *Binder) forget() { b.history, b.folded, b.found = nil, nil, nil }

// holds refuses a deed that would leave an entry the record cannot hold: the
// format's own refusal, at the field of the form; of several the one of what
// the others refer to. What lay aside before is not this deed's matter.
func holds(changes []history.Change, before, after *history.Folded) error {
	ours := map[history.Key]bool{}
	for _, c := range changes {
		ours[history.Key{Noun: c.Noun, ID: c.ID}] = true
	}
	for _, c := range changes {
		key := history.Key{Noun: c.Noun, ID: c.ID}
		if c.Kind == history.Redact {
			continue // it is about acts, not about a noun
		}
		if e := after.Entries[key]; e.Aside != nil {
			return inRow(e.Aside)
		}
		if c.Value == nil {
			if err := unneeded(key, ours, after); err != nil {
				return err
			}
		}
	}
	was := map[history.Key]bool{}
	for _, a := range before.Aside {
		was[a.Key] = true
	}
	for _, a := range after.Aside {
		if !was[a.Key] {
			return stillNeeded(after.Entries[a.Key])
		}
	}
	return nil
}

// unneeded refuses to withdraw what another entry refers to, by that entry.
func unneeded(k history.Key, ours map[history.Key]bool, after *history.Folded) error {
	for _, e := range after.Referring(k) {
		if !ours[e.Key] {
			return stillNeeded(e)
		}
	}
	return nil
}

func stillNeeded(e *history.Entry) error {
	return refusal.New(refusal.StillNeeded, "noun", string(e.Noun), "name", nameOf(e))
}

// nameOf is what a person calls an entry: its name, its kind, its day.
func nameOf(e *history.Entry) string {
	switch v := e.Value.(type) {
	case *iep.Child:
		return v.Name
	case *iep.Plan:
		return string(v.Kind)
	case *record.PlacedService:
		return v.Type
	case *iep.Session:
		return v.Date.String()
	case *iep.Carryover:
		return v.Date.String()
	case *iep.Decision:
		return v.Date.String()
	case *iep.Arrangement:
		return v.Date.String()
	}
	return e.ID
}

// inRow places a refusal at the field of its row: `sessions[3].minutes` is
// `minutes` in a form.
func inRow(r *refusal.Refusal) *refusal.Refusal {
	placed := *r
	if i := strings.LastIndex(placed.Field, "]."); i >= 0 {
		placed.Field = placed.Field[i+2:]
	}
	return &placed
}
