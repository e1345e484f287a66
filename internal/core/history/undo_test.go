package history_test

import (
	"reflect"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// Many levels, there and back; each is named by what the person did.
func TestUndoAndRedoGoBackAndForth(t *testing.T) {
	h := family(t)
	h.does(given("a"), given("b"))
	h.does(correct(history.Session, "a", small{Service: "speech", Status: "missed"}))
	h.does(withdraw(history.Session, "b"))
	rows := func() (statuses []iep.Status) {
		for _, s := range h.fold().Record.Sessions {
			statuses = append(statuses, s.Status)
		}
		return statuses
	}
	levels := [][]iep.Status{rows()}
	for _, want := range []history.What{
		{Kind: history.Withdraw, Noun: history.Session, Count: 1},
		{Kind: history.Correct, Noun: history.Session, Status: "missed", Count: 1},
		{Kind: history.Add, Noun: history.Session, Status: "delivered", Count: 2},
	} {
		d, _ := h.Undoable("laptop", "Mom")
		if got := d.What(); !reflect.DeepEqual(got, []history.What{want}) {
			t.Errorf("undo: %+v, want %+v", got, want)
		}
		h.undoes()
		r, _ := h.Redoable("laptop", "Mom")
		if got := r.What(); r.Kind != history.Undo || !reflect.DeepEqual(got, []history.What{want}) {
			t.Errorf("redo: %+v, want %+v", got, want)
		}
		levels = append(levels, rows())
	}
	if len(levels[3]) != 0 || len(levels[2]) != 2 {
		t.Fatalf("%v", levels)
	}
	for i := 2; i >= 0; i-- {
		h.redoes()
		if got := rows(); !reflect.DeepEqual(got, levels[i]) {
			t.Errorf("redo to level %d: %v, want %v", i, got, levels[i])
		}
	}
	if d, _ := h.Redoable("laptop", "Mom"); d != nil {
		t.Errorf("there is more to redo: %v", d.What())
	}
	h.undoes()
	h.redoes()
	h.undoes()
	if d, _ := h.Undoable("laptop", "Mom"); d.What()[0].Kind != history.Correct {
		t.Errorf("after undo, redo, undo: %v", d.What())
	}
}

// A restart changes nothing: what can be undone is in the acts.
func TestUndoSurvivesARestart(t *testing.T) {
	h := family(t)
	h.does(missed("a", ""))
	h.does(missed("b", ""))
	h.undoes()
	again := newHome(t, "laptop", "Mom")
	if err := again.Load(values(h.Acts())); err != nil {
		t.Fatal(err)
	}
	d, blockers := again.Undoable("laptop", "Mom")
	r, _ := again.Redoable("laptop", "Mom")
	if d == nil || len(blockers) > 0 || d.Acts[0].N != 6 || r == nil || r.Done().Acts[0].N != 7 {
		t.Errorf("undo %+v, redo %+v", d, r)
	}
}

// A new deed ends redo, one that cannot be undone too.
func TestRedoIsGoneAfterSomethingNew(t *testing.T) {
	for what, change := range map[string]history.Change{
		"a deed": missed("b", ""), "an export": add(history.Export, "letter", small{}),
	} {
		h := family(t)
		h.does(missed("a", ""))
		h.undoes()
		h.does(change)
		if d, _ := h.Redoable("laptop", "Mom"); d != nil {
			t.Errorf("%s: %v can be redone", what, d.What())
		}
	}
}

// What left the house and what was removed is passed over; so is what another
// person, or the same one elsewhere, did.
func TestOnlyOwnDeedsThatStayedInTheHouseAreOffered(t *testing.T) {
	h := family(t)
	mine := h.does(missed("a", ""))
	h.does(add(history.Export, "letter", small{}))
	gone := h.does(missed("b", ""))
	h.does(h.Redact(gone, "mistake"))
	h.Author = "Dad"
	h.does(missed("c", ""))
	other := second(h, "phone", "Mom")
	other.does(missed("d", ""))
	h.gets(other)
	h.Author = "Mom"
	if d, blockers := h.Undoable("laptop", "Mom"); d.Acts[0].Hash() != mine[0] || len(blockers) != 0 {
		t.Errorf("offered %+v, %v", d, blockers)
	}
	if d, _ := h.Undoable("laptop", "Grandma"); d != nil {
		t.Errorf("offered to grandma: %+v", d)
	}
}

// Whatever is in the way is named.
func TestWhatIsInTheWayIsNamed(t *testing.T) {
	session := key(history.Session, "a")
	for _, c := range []struct {
		what string
		does func(h *home)
		want []history.Blocker
	}{
		{"dad changed it since", func(h *home) {
			h.does(missed("a", ""))
			h.Author = "Dad"
			h.does(correct(history.Session, "a", small{Service: "speech", Status: "delivered"}))
		}, []history.Blocker{{Code: history.ChangedSince, Key: session}}},
		{"a conflict", func(h *home) {
			dad := second(h, "phone", "Dad")
			h.does(missed("a", ""))
			dad.does(given("a"))
			h.gets(dad)
		}, []history.Blocker{{Code: history.ChangedSince, Key: session}}},
		{"it settled a conflict", func(h *home) {
			dad := second(h, "phone", "Dad")
			h.does(missed("a", ""))
			dad.does(given("a"))
			h.gets(dad)
			c := correct(history.Session, "a", small{Service: "speech", Status: "missed"})
			c.Settles = h.fold().Conflicts[0].Heads
			h.does(c)
		}, []history.Blocker{{Code: history.Settlement, Key: session}}},
		{"the value before is gone", func(h *home) {
			first := h.does(missed("a", ""))
			h.does(correct(history.Session, "a", small{Service: "speech", Status: "delivered"}))
			h.does(h.Redact(first, "private"))
		}, []history.Blocker{{Code: history.BeforeGone, Key: session}}},
		{"something refers to what it added", func(h *home) {
			h.does(add(history.Service, "ot", small{Plan: "iep"}))
			h.fold()
			h.Author = "Dad"
			h.does(add(history.Session, "a", small{Service: "ot", Status: "missed"}))
		}, []history.Blocker{{Code: history.ReferredTo, Key: key(history.Service, "ot"), From: session}}},
		{"a part of it was removed", func(h *home) {
			acts := h.does(missed("a", ""), missed("b", ""), missed("c", ""))
			h.does(h.Redact(acts[1:2], "private"))
		}, []history.Blocker{{Code: history.PartGone, Key: session}}},
		{"nothing: its own entries refer to each other", func(h *home) {
			h.does(add(history.Service, "ot", small{Plan: "iep"}), add(history.Session, "a", small{Service: "ot", Status: "missed"}))
			h.fold()
		}, nil},
	} {
		h := family(t)
		c.does(h)
		d, blockers := h.Undoable("laptop", "Mom")
		for i := range blockers {
			if (blockers[i].By != nil) != (blockers[i].Code == history.ChangedSince) || blockers[i].By != nil && blockers[i].By.Author != "Dad" {
				t.Errorf("%s: in the way by %+v", c.what, blockers[i].By)
			}
			blockers[i].By = nil
		}
		if d == nil || !reflect.DeepEqual(blockers, c.want) {
			t.Errorf("%s: %+v, want %+v", c.what, blockers, c.want)
		}
	}
}

// A deed of several kinds is one deed, taken back whole.
func TestAMoveIsTakenBackWhole(t *testing.T) {
	h := family(t)
	h.does(missed("speech:2027-03-11:tue", ""))
	before := h.fold().Record
	h.does(withdraw(history.Session, "speech:2027-03-11:tue"), missed("speech:2027-03-12:tue", ""))
	d, _ := h.Undoable("laptop", "Mom")
	if d.Kind != history.Correct || len(d.What()) != 2 {
		t.Errorf("%s: %+v", d.Kind, d.What())
	}
	h.undoes()
	if !reflect.DeepEqual(h.fold().Record, before) {
		t.Errorf("%+v", h.fold().Record.Sessions)
	}
	if deeds := h.Deeds(); len(deeds) != 4 || deeds[3].Done() != deeds[2] {
		t.Errorf("%d deeds", len(deeds))
	}
}

// Two undos that name each other, as no window writes them, lead nowhere.
func TestACircleOfUndosEnds(t *testing.T) {
	h := newHome(t, "laptop", "Mom")
	first := add(history.Child, "mia", small{})
	h.does(first)
	// The ids of the next two deeds, as newHome's random bytes give them.
	next := newHome(t, "laptop", "Mom")
	var ids []string
	for range 5 {
		ids = append(ids, history.NewID(next.Random))
	}
	for _, of := range []string{ids[4], ids[2]} {
		h.does(history.Change{Kind: history.Undo, Noun: history.Child, ID: "mia", Of: []string{of}})
	}
	for _, d := range h.Deeds() {
		if d.Done() == nil {
			t.Error("a deed that did nothing")
		}
	}
	h.Undoable("laptop", "Mom")
	h.Redoable("laptop", "Mom")
}
