package history_test

import (
	"errors"
	"slices"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// The acts of a deed follow each other, share the deed's id and have a salt
// each; nothing is added by making them.
func TestADeedIsAChainOfActs(t *testing.T) {
	h := family(t)
	acts := h.makes(missed("a", ""), missed("b", ""))
	first, last := acts[0], acts[1]
	x, _ := first.Read()
	y, _ := last.Read()
	if first.N != 6 || last.Prev != first.Hash() || x.Deed != y.Deed || len(x.Deed) != 16 || slices.Equal(first.Salt, last.Salt) || len(first.Salt) != 16 {
		t.Errorf("%+v\n%+v", first, last)
	}
	if h.Len() != 5 {
		t.Errorf("%d acts: making is not adding", h.Len())
	}
}

// An act vouches for what came in since the act before it, and for all of it on
// a new device; not again for what its chain has seen before.
func TestAnActNamesWhatCameIn(t *testing.T) {
	mom := family(t)
	dad := second(mom, "phone", "Dad")
	head := mom.Heads()
	if got := dad.makes(missed("x", ""))[0].Seen; !slices.Equal(got, head) {
		t.Errorf("a new device has seen %v, want %v", got, head)
	}
	dad.does(missed("x", ""), missed("y", ""))
	if got := dad.makes(missed("z", ""))[0].Seen; got != nil {
		t.Errorf("nothing came in, and it has seen %v", got)
	}
	if got := mom.makes(missed("z", ""))[0].Seen; got != nil {
		t.Errorf("nothing came in to mom, who has seen %v", got)
	}
	mom.gets(dad)
	seen := dad.Heads()
	acts := mom.makes(missed("z", ""), missed("zz", ""))
	if !slices.Contains(seen, acts[0].Seen[0]) || len(acts[0].Seen) != 1 || acts[1].Seen != nil {
		t.Errorf("mom's acts have seen %v and %v", acts[0].Seen, acts[1].Seen)
	}
}

func TestWhatCannotBeWrittenIsRefused(t *testing.T) {
	h := family(t)
	h.refused(refusal.NotUnique, add(history.Child, "mia", small{}))
	h.refused(refusal.NoSuch, correct(history.Child, "leo", small{}))
	h.refused(refusal.NoSuch, withdraw(history.Child, "leo"))
	h.refused(refusal.NotAWord, h.Redact(h.Heads(), "because I say so"))
	h.refused(refusal.NoSuch, h.Redact([]history.Hash{"no such act"}, "private"))
	h.Author = "Mom\x1b[31m"
	h.refused(refusal.ControlCharacter, missed("x", ""))
	h.Author = "Mom"
	for what, changes := range map[string][]history.Change{
		"one noun twice":       {missed("x", ""), missed("x", "")},
		"no JSON":              {{Kind: history.Add, Noun: history.Child, ID: "leo", Value: []byte("{")}},
		"an addition of none":  {{Kind: history.Add, Noun: history.Child, ID: "leo"}},
		"a withdrawn value":    {{Kind: history.Withdraw, Noun: history.Child, ID: "mia", Value: []byte("{}")}},
		"a noun without an id": {{Kind: history.Add, Noun: history.Child, Value: []byte("{}")}},
	} {
		if acts, err := h.Write(h.Writer, "2027-03-11T20:14:05Z", changes); err == nil || acts != nil || refusal.From(err) != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := h.Write(h.Writer, "yesterday", []history.Change{missed("x", "")}); err == nil {
		t.Error("no time was written")
	}
}

// What was withdrawn can be added again; the new act replaces the withdrawal.
func TestWhatWasWithdrawnCanBeAddedAgain(t *testing.T) {
	h := family(t)
	h.does(missed("x", ""))
	gone := h.does(withdraw(history.Session, "x"))
	if acts := h.makes(missed("x", "")); !slices.Equal(acts[0].Priors, gone) {
		t.Errorf("it replaces %v", acts[0].Priors)
	}
}

// Two copies went on as one device: both ways are sound and kept, both are
// told, and the device writes no more.
func TestAForkIsToldAndNotRefused(t *testing.T) {
	here := family(t)
	copyOf := second(here, "laptop", "Mom")
	copyOf.clock = copyOf.clock.AddDate(0, 0, 1)
	here.does(missed("a", ""))
	copyOf.does(missed("b", ""))
	m := here.gets(copyOf)
	forks := here.Forks()
	if len(forks) != 1 || forks[0].N != 6 || forks[0].Device != "laptop" || len(forks[0].Acts) != 2 || len(m.Forks) != 1 {
		t.Fatalf("%+v", forks)
	}
	if len(here.fold().Record.Sessions) != 2 || len(here.Heads()) != 2 {
		t.Errorf("%d rows, heads %v", len(here.fold().Record.Sessions), here.Heads())
	}
	if _, err := here.Write(here.Writer, "2027-03-12T10:00:00Z", []history.Change{missed("c", "")}); !errors.Is(err, history.ErrForked) {
		t.Errorf("it went on: %v", err)
	}
	here.Device = "laptop-2"
	if acts := here.makes(missed("c", "")); acts[0].N != 1 || !slices.Equal(acts[0].Seen, here.Heads()) {
		t.Errorf("the new device: %+v", acts[0])
	}
	restored, other := newHome(t, "tablet", "Mom"), newHome(t, "tablet", "Mom")
	restored.does(missed("a", ""))
	other.clock = other.clock.AddDate(1, 0, 0)
	other.does(missed("b", ""))
	restored.gets(other)
	if forks := restored.Forks(); len(forks) != 1 || forks[0].N != 1 || forks[0].Prev != "" {
		t.Errorf("two beginnings: %+v", forks)
	}
}
