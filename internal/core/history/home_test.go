package history_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// failer is a *testing.T or a *rapid.T.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// A home is one copy of the family's record, with the device it is written on.
type home struct {
	failer
	*history.History
	history.Writer
	clock time.Time
}

// newHome is a home whose random bytes and clock are its own and always the
// same.
func newHome(t failer, device, author string) *home {
	n := 0
	return &home{
		failer: t, History: history.New("family"), clock: time.Date(2027, 3, 11, 20, 14, 5, 0, time.UTC),
		Writer: history.Writer{Device: device, Author: author, Random: func(size int) []byte {
			n++
			b := make([]byte, size)
			copy(b, fmt.Sprintf("%06d%.2s%s", n, author, device))
			return b
		}},
	}
}

// makes gives the acts of a deed, not added.
func (h *home) makes(changes ...history.Change) []history.Act {
	h.Helper()
	h.clock = h.clock.Add(time.Minute)
	acts, err := h.Write(h.Writer, h.clock.Format(time.RFC3339), changes)
	if err != nil {
		h.Fatalf("%s writes: %v", h.Author, err)
	}
	return acts
}

// does writes a deed and adds it, and names its acts.
func (h *home) does(changes ...history.Change) []history.Hash {
	h.Helper()
	acts := h.makes(changes...)
	h.Add(acts)
	var names []history.Hash
	for i := range acts {
		names = append(names, acts[i].Hash())
	}
	return names
}

// refused wants a deed to be refused with a code.
func (h *home) refused(code refusal.Code, changes ...history.Change) {
	h.Helper()
	_, err := h.Write(h.Writer, h.clock.Format(time.RFC3339), changes)
	if r := refusal.From(err); r == nil || r.Code != code {
		h.Fatalf("%s: %v, want a refusal with %s", h.Author, err, code)
	}
}

// gets takes what another home holds.
func (h *home) gets(other *home) *history.Merged {
	h.Helper()
	m, err := h.Merge(values(other.Acts()))
	if err == nil {
		err = h.Load(m.New)
	}
	if err != nil {
		h.Fatalf("%s takes what %s has: %v", h.Author, other.Author, err)
	}
	return m
}

func (h *home) fold() *history.Folded { return h.Fold(read) }

// undoes takes back the latest deed, which nothing may be in the way of.
func (h *home) undoes() []history.Hash {
	h.Helper()
	return h.takesBack(h.Undoable(h.Device, h.Author))
}

func (h *home) redoes() []history.Hash {
	h.Helper()
	return h.takesBack(h.Redoable(h.Device, h.Author))
}

func (h *home) takesBack(d *history.Deed, blockers []history.Blocker) []history.Hash {
	h.Helper()
	if d == nil || len(blockers) > 0 {
		h.Fatalf("%s cannot take back %v: %v", h.Author, d, blockers)
	}
	return h.does(h.UndoChanges(d)...)
}

func values(acts []*history.Act) []history.Act {
	list := make([]history.Act, len(acts))
	for i := range acts {
		list[i] = *acts[i]
		list[i].Salt, list[i].Body = slices.Clone(acts[i].Salt), slices.Clone(acts[i].Body)
	}
	return list
}

// value is a noun as JSON; days are there unless they are said.
func value(v small) json.RawMessage {
	if v.First == "" {
		v.First, v.Last = "2026-09-01", "2027-06-11"
	}
	if v.Last == "" {
		v.Last = v.First
	}
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}

func add(noun history.Noun, id string, v small) history.Change {
	return history.Change{Kind: history.Add, Noun: noun, ID: id, Children: []string{"mia"}, Value: value(v)}
}

func correct(noun history.Noun, id string, v small) history.Change {
	c := add(noun, id, v)
	c.Kind = history.Correct
	return c
}

func withdraw(noun history.Noun, id string) history.Change {
	return history.Change{Kind: history.Withdraw, Noun: noun, ID: id, Children: []string{"mia"}, Because: "it was not so"}
}

// missed and given are rows of the log of the service speech.
func missed(id, note string) history.Change {
	return add(history.Session, id, small{Service: "speech", First: "2027-03-11", Status: "missed", Name: note})
}

func given(id string) history.Change {
	return add(history.Session, id, small{Service: "speech", First: "2027-03-11", Status: "delivered"})
}

// family is a home with a child, her calendar, her plan and one service.
func family(t failer) *home {
	t.Helper()
	h := newHome(t, "laptop", "Mom")
	h.does(
		add(history.Child, "mia", small{Name: "Mia"}),
		add(history.Calendar, "birch", small{Name: "Birch Hollow"}),
		add(history.Policy, "ours", small{}),
		add(history.Plan, "iep", small{Child: "mia", Calendars: []string{"birch"}, Policy: "ours"}),
		add(history.Service, "speech", small{Plan: "iep", Series: "sp"}),
	)
	return h
}

// second is another home that has what the first one has.
func second(h *home, device, author string) *home {
	other := newHome(h.failer, device, author)
	other.clock = h.clock
	other.gets(h)
	return other
}

func key(noun history.Noun, id string) history.Key { return history.Key{Noun: noun, ID: id} }

// wantState wants a noun to stand so in the fold.
func wantState(t *testing.T, f *history.Folded, k history.Key, state history.State) *history.Entry {
	t.Helper()
	e := f.Entries[k]
	switch {
	case e == nil:
		t.Fatalf("there is no %v", k)
	case e.State != state:
		t.Fatalf("%v is %s, want %s (%v)", k, e.State, state, e.Aside)
	}
	return e
}
