package binder

import (
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// Undoable is the deed that Undo would take back, or nil.
func (b *Binder) Undoable() *history.Deed {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.backs().undo.free()
}

// Redoable is the deed that Redo would do again, or nil.
func (b *Binder) Redoable() *history.Deed {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.backs().redo.free()
}

// A back is a deed that could be taken back, and what is in the way of it.
type back struct {
	deed    *history.Deed
	blocked []history.Blocker
}

// backs are what Undo and Redo would do, found once after every deed.
type backs struct{ undo, redo back }

// backs looks for them. Before the acts are read there are none.
func (b *Binder) backs() *backs {
	if b.history == nil {
		return &backs{}
	}
	if b.found == nil {
		b.found = &backs{}
		b.found.undo.deed, b.found.undo.blocked = b.history.Undoable(b.env.Writer.Device, b.env.Writer.Author)
		b.found.redo.deed, b.found.redo.blocked = b.history.Redoable(b.env.Writer.Device, b.env.Writer.Author)
	}
	return b.found
}

// free is the deed that nothing stands in the way of, or nil.
func (k back) free() *history.Deed {
	if len(k.blocked) > 0 {
		return nil
	}
	return k.deed
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
