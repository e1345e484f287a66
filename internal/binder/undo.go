package binder

import (
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// An Edit is a deed that Undo or Redo is about, with what it did. Without a
// deed there is none.
type Edit struct {
	Deed    string // its id
	Did     []history.What
	Blocked bool // something is in the way of it
}

// Edits are what Undo would take back and Redo do again. Before the acts are
// read there are none.
func (b *Binder) Edits() (undo, redo Edit) {
	b.mu.Lock()
	defer b.mu.Unlock()
	found := b.backs()
	return found.undo.edit, found.redo.edit
}

// A back is a deed that could be taken back, and what is in the way of it.
type back struct {
	deed    *history.Deed
	blocked []history.Blocker
	edit    Edit
}

// newBack puts together what was found.
func newBack(deed *history.Deed, blocked []history.Blocker) back {
	k := back{deed: deed, blocked: blocked}
	if deed != nil {
		k.edit = Edit{deed.ID, told(deed.What()), len(blocked) > 0}
	}
	return k
}

// told is what a deed did, as a person would tell it: rows that went along with
// the next version of their service are no news.
func told(did []history.What) []history.What {
	if !slices.ContainsFunc(did, func(w history.What) bool { return w.Kind == history.Add && w.Noun == history.Service }) {
		return did
	}
	return slices.DeleteFunc(did, func(w history.What) bool { return w.Kind == history.Correct && w.Noun == history.Session })
}

// backs are what Undo and Redo would do, found once after every deed.
type backs struct{ undo, redo back }

// backs looks for them. Before the acts are read there are none.
func (b *Binder) backs() *backs {
	if b.history == nil {
		return &backs{}
	}
	if b.found == nil {
		b.found = &backs{
			undo: newBack(b.history.Undoable(b.env.Writer.Device, b.env.Writer.Author)),
			redo: newBack(b.history.Redoable(b.env.Writer.Device, b.env.Writer.Author)),
		}
	}
	return b.found
}

// Undo takes back the writer's latest deed in force, whole. It refuses with
// what is in the way.
func (b *Binder) Undo() error {
	return b.takeBack(func(f *backs) back { return f.undo }, refusal.NothingToUndo)
}

// Redo does again what was last taken back.
func (b *Binder) Redo() error {
	return b.takeBack(func(f *backs) back { return f.redo }, refusal.NothingToRedo)
}

func (b *Binder) takeBack(choose func(*backs) back, nothing refusal.Code) error {
	if _, err := b.begin(); err != nil {
		return err
	}
	defer b.mu.Unlock()
	chosen := choose(b.backs())
	switch {
	case chosen.deed == nil:
		return refusal.New(nothing)
	case len(chosen.blocked) > 0:
		return refusal.New(refusal.InTheWay, "id", chosen.blocked[0].Key.ID)
	}
	return b.write(b.history.UndoChanges(chosen.deed))
}
