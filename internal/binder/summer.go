package binder

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/history"
)

// SaveSummer adds a summer program (ESY) of a child, or corrects the one with
// its id.
func (b *Binder) SaveSummer(window calendar.ESYWindow, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	kind := history.Add
	if old := book.Summer(window.ID); old != nil {
		kind, window.Unknown = history.Correct, old.Unknown
	} else {
		window.ID = b.newID()
	}
	return b.do(Change{Kind: kind, Noun: history.ESY, ID: window.ID, Children: []string{window.ChildID}, Value: &window, Because: because})
}

// Summer finds a summer program by its id, or nil.
func (b *Book) Summer(id string) *calendar.ESYWindow {
	return byID(b.Record.ESY, func(w *calendar.ESYWindow) bool { return w.ID == id })
}
