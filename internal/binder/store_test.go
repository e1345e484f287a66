package binder_test

import (
	"errors"
	"sync"
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
)

// A failing store is a real one whose disk takes nothing while it is full.
type failing struct {
	*store.Store
	full    bool
	rebuilt int
}

func (f *failing) Append(acts []history.Act, changed []*history.Entry, heads []history.Hash) error {
	if f.full {
		return store.ErrFull
	}
	return f.Store.Append(acts, changed, heads)
}

func (f *failing) Rebuild(folded *history.Folded) error {
	f.rebuilt++
	if f.full {
		return store.ErrFull
	}
	return f.Store.Rebuild(folded)
}

func onFailing(t *testing.T) (*home, *failing) {
	h := mias(t, "2026-09-10")
	f := &failing{Store: h.store}
	h.Binder = binder.Open(h.env(f), h.kept())
	return h, f
}

// A full disk refuses the deed and nothing else: what is there can be looked
// at, and the next deed goes on once there is room.
func TestAFullDiskChangesNothing(t *testing.T) {
	h, f := onFailing(t)
	h.does(h.Fill([]string{slot("2026-09-01")}, given()))
	f.full = true
	for range 2 {
		h.refused(refusal.DiskFull, "", func() error { return h.Fill([]string{slot("2026-09-03")}, given()) })
	}
	h.refused(refusal.DiskFull, "", h.Undo)
	if undo, _ := h.Edits(); undo.Deed == "" {
		t.Error("nothing is offered to undo")
	}
	f.full = false
	h.does(h.Fill([]string{slot("2026-09-03")}, given()))
	h.does(h.Undo())
	h.does(h.Undo())
	h.equal("the projection was written anew", f.rebuilt, 0)
}

// A projection of other acts is written anew before anything is shown; where
// the disk is full, the record waits and loses nothing.
func TestAProjectionOutOfDateIsWrittenAnew(t *testing.T) {
	h, f := onFailing(t)
	want := printed(h.book().Record)
	f.full = true
	h.Binder = binder.Open(h.env(f), nil)
	if _, err := h.Book(); !errors.Is(err, store.ErrFull) {
		t.Errorf("on a full disk: %v", err)
	}
	f.full = false
	h.equal("shown", printed(h.book().Record), want)
	h.equal("rebuilt", f.rebuilt, 2)
	h.does(h.Fill([]string{slot("2026-09-01")}, given()))
	h.refused(refusal.NotYet, "on", func() error { return h.Fill([]string{slot("2026-09-15")}, given()) })
	h.equal("once", f.rebuilt, 2)
}

// Deeds that fail while others are done leave those as they are.
func TestDeedsAtOnceDoNotDisturbEachOther(t *testing.T) {
	h := mias(t, "2026-09-10")
	key := slot("2026-09-01")
	h.does(h.Fill([]string{key}, given()))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 10 {
				if err := h.Fill([]string{key}, binder.Outcome{Status: "perhaps"}); refusal.From(err) == nil {
					t.Errorf("perhaps: %v", err)
				}
			}
		})
		all.Go(func() {
			for range 10 {
				if _, err := h.Book(); err != nil {
					t.Error(err)
				}
				h.Edits()
			}
		})
	}
	all.Go(func() {
		for range 10 {
			if err := h.Fill([]string{key}, missed(iep.Testing)); err != nil {
				t.Error(err)
			}
		}
	})
	all.Wait()
	h.equal("versions", len(h.book().Folded.Entries), len(h.book().Folded.InOrder()))
	acts, err := h.Acts(history.Key{Noun: history.Session, ID: key})
	h.does(err)
	h.equal("kept", len(acts), 11)
}

// Acts that do not agree with each other stop everything, by their author and
// number; what the projection holds was shown until then.
func TestBrokenActsStopEverything(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.Binder = binder.Open(h.env(tampered{h.store}), h.kept())
	if _, err := h.Book(); err != nil {
		t.Fatalf("a look: %v", err)
	}
	_, export := h.Export()
	_, look := h.Book()
	for what, err := range map[string]error{
		"load": h.Load(), "fill": h.Fill([]string{slot("2026-09-01")}, given()), "undo": h.Undo(), "export": export, "look": look,
	} {
		var broken *history.Broken
		if !errors.As(err, &broken) || broken.Author != "Dad" || broken.N != 3 {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// tampered is a store in which somebody changed an act.
type tampered struct{ *store.Store }

func (s tampered) Acts() ([]history.Act, error) {
	acts, err := s.Store.Acts()
	acts[2].Author = "Dad"
	return acts, err
}
