package history_test

import (
	"slices"
	"testing"

	"midweek/internal/core/history"
)

// Redacting removes body and salt, and leaves who, when and how many.
func TestRedactingRemovesTheBodyAndNothingElse(t *testing.T) {
	h := family(t)
	ids := h.does(missed("x", "a secret"))
	ids = append(ids, h.does(correct(history.Session, "x", small{Service: "speech", Status: "missed", Name: "a secret too"}))...)
	h.fold()
	acts := h.makes(h.Redact(ids, "private"))
	if got := h.Removals(acts); !slices.Equal(got, sorted(ids)) {
		t.Errorf("to remove: %v, want %v", got, ids)
	}
	if a, _ := h.Act(ids[0]); a.Redacted() {
		t.Error("it was removed before storage had the redact")
	}
	h.Add(acts)
	for i, id := range ids {
		a, ok := h.Act(id)
		if !ok || a.Body != nil || a.Salt != nil || a.N != 6+i || a.Author != "Mom" {
			t.Errorf("%+v", a)
		}
		if b, err := a.Read(); b != nil || err != nil {
			t.Errorf("it reads as %v, %v", b, err)
		}
	}
	if f := h.fold(); f.Entries[key(history.Session, "x")] != nil || len(f.Record.Sessions) != 0 || h.EntryActs(key(history.Session, "x")) != nil {
		t.Error("the entry is still there")
	}
	if err := history.Verify("family", values(h.Acts())); err != nil {
		t.Errorf("what is left is not sound: %v", err)
	}
}

// A fold is a value, and so is an act that was handed out: what is removed
// later is still there for whoever is reading it.
func TestWhatWasHandedOutStays(t *testing.T) {
	h := family(t)
	id := h.does(missed("x", "a secret"))[0]
	before, _ := h.Act(id)
	entry := h.fold().Entries[key(history.Session, "x")]
	h.does(h.Redact([]history.Hash{id}, "private"))
	if after, _ := h.Act(id); !after.Redacted() || after == before || after.Hash() != id {
		t.Errorf("in the history it is %+v", after)
	}
	for what, a := range map[string]*history.Act{"the act": before, "first": entry.First, "last": entry.Last} {
		if b, err := a.Read(); err != nil || b == nil || b.ID != "x" {
			t.Errorf("%s reads as %+v, %v", what, b, err)
		}
	}
}

// Changed tells what went, so that a table of entries can let go of it.
func TestWhatIsGoneIsTold(t *testing.T) {
	h := family(t)
	ids := h.does(missed("x", ""))
	before := h.fold()
	h.does(h.Redact(ids, "private"))
	changed := history.Changed(before, h.fold())
	if len(changed) != 1 || changed[0].State != history.Gone || changed[0].ID != "x" || changed[0].Value != nil {
		t.Errorf("%+v", changed)
	}
}

// A redacted act replaces nothing by itself, so that no one hides another's
// entry by it; an act before it is still replaced by one after it.
func TestARedactedActReplacesNothing(t *testing.T) {
	h := family(t)
	first := h.does(missed("x", "first"))
	second := h.does(correct(history.Session, "x", small{Service: "speech", Status: "missed", Name: "second"}))
	third := h.does(correct(history.Session, "x", small{Service: "speech", Status: "missed", Name: "third"}))
	h.does(h.Redact(second, "private"))
	if e := wantState(t, h.fold(), key(history.Session, "x"), history.Living); !slices.Equal(e.Heads, third) || e.Conflict {
		t.Errorf("heads %v, want %v", e.Heads, third)
	}
	h.does(h.Redact(third, "private"))
	if e := wantState(t, h.fold(), key(history.Session, "x"), history.Living); !slices.Equal(e.Heads, first) {
		t.Errorf("heads %v, want %v", e.Heads, first)
	}
}

// A redact keeps its body: without it nobody could tell why others are gone.
func TestARedactIsNotRedacted(t *testing.T) {
	h := family(t)
	ids := h.does(missed("x", ""))
	redact := h.does(h.Redact(ids, "private"))
	acts := h.makes(h.Redact(redact, "private"))
	h.Add(acts)
	if a, _ := h.Act(redact[0]); a.Redacted() || len(h.Removals(acts)) != 0 {
		t.Error("the reason is gone")
	}
}

// Dad removes what he wrote about himself. At mom's it stays until she says
// yes; then it does not come back from a third home.
func TestARedactionFromElsewhereWaitsForAYes(t *testing.T) {
	mom := family(t)
	dad := second(mom, "phone", "Dad")
	ids := dad.does(missed("x", "a secret"))
	mom.gets(dad)
	gran := second(mom, "tablet", "Gran")
	dad.does(dad.Redact(ids, "private"))

	m := mom.gets(dad)
	if len(m.Asked) != 1 || m.Asked[0].Act.Author != "Dad" || !slices.Equal(m.Asked[0].Of, ids) {
		t.Fatalf("asked: %+v", m.Asked)
	}
	if len(mom.fold().Record.Sessions) != 1 {
		t.Error("it went without a yes")
	}
	mom.does(mom.Redact(m.Asked[0].Of, "asked"))
	if len(mom.Asked()) != 0 || len(mom.fold().Record.Sessions) != 0 {
		t.Errorf("after the yes: asked %v", mom.Asked())
	}
	for range 2 {
		mom.gets(gran)
	}
	if a, _ := mom.Act(ids[0]); !a.Redacted() {
		t.Error("the body came back")
	}
	if gran.gets(mom); len(gran.Asked()) != 2 {
		t.Errorf("gran is asked %d times, want for both redactions", len(gran.Asked()))
	}
}

func TestActsAboutAChild(t *testing.T) {
	h := family(t)
	both := add(history.Meeting, "m", small{Child: "mia"})
	both.Children = []string{"leo", "mia"}
	none := add(history.Policy, "p2", small{})
	none.Children = nil
	h.does(both, none)
	alone, shared := h.ActsAbout("mia")
	if len(alone) != 5 || len(shared) != 1 {
		t.Errorf("%d about mia alone, %d about others too", len(alone), len(shared))
	}
	if alone, shared := h.ActsAbout("leo"); len(alone) != 0 || len(shared) != 1 {
		t.Errorf("%d about leo alone, %d about others too", len(alone), len(shared))
	}
}

func sorted(hashes []history.Hash) []history.Hash { return slices.Sorted(slices.Values(hashes)) }
