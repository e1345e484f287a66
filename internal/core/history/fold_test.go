package history_test

import (
	"slices"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Mom writes down a missed session, mends its note, and takes it out again. The
// record follows, and the acts stay.
func TestTheFoldFollowsTheActs(t *testing.T) {
	h := family(t)
	row := key(history.Session, "s1")
	h.does(missed("s1", "Ms. Lane was ill"))
	if f := h.fold(); len(f.Record.Sessions) != 1 || f.Record.Sessions[0].Note != "Ms. Lane was ill" {
		t.Fatalf("the log: %+v", f.Record.Sessions)
	}
	before := h.fold()
	h.does(correct(history.Session, "s1", small{Service: "speech", Status: "missed", Name: "a meeting"}))
	changed := history.Changed(before, h.fold())
	if len(changed) != 1 || changed[0].Value.(*iep.Session).Note != "a meeting" {
		t.Errorf("changed: %+v", changed)
	}
	h.does(withdraw(history.Session, "s1"))
	e := wantState(t, h.fold(), row, history.Withdrawn)
	if len(h.fold().Record.Sessions) != 0 || e.Value.(*iep.Session).Note != "a meeting" {
		t.Errorf("withdrawn: %+v, as it was: %+v", h.fold().Record.Sessions, e.Value)
	}
	if acts := h.EntryActs(row); len(acts) != 3 || e.First != acts[0] || e.Last != acts[2] {
		t.Errorf("its history has %d acts", len(acts))
	}
	if before.Record.Sessions[0].Note != "Ms. Lane was ill" {
		t.Error("an earlier fold was changed")
	}
}

// The lists stand in the order in which things were first written down, which a
// correction does not change.
func TestListsAreInTheOrderOfWriting(t *testing.T) {
	h := family(t)
	h.does(missed("b", ""), missed("a", ""))
	h.does(missed("c", ""))
	h.does(correct(history.Session, "b", small{Service: "speech", Status: "delivered"}))
	var ids []string
	for _, s := range h.fold().Record.Sessions {
		ids = append(ids, s.ID)
	}
	if !slices.Equal(ids, []string{"b", "a", "c"}) {
		t.Errorf("%v", ids)
	}
}

// Both homes press "missed" for one slot: one row, no conflict, both acts kept.
func TestTwoHomesThatAgreeWroteOneRow(t *testing.T) {
	mom := family(t)
	dad := second(mom, "phone", "Dad")
	mom.does(missed("speech:2027-03-11:tue", ""))
	dad.does(missed("speech:2027-03-11:tue", ""))
	mom.gets(dad)
	f := mom.fold()
	e := wantState(t, f, key(history.Session, "speech:2027-03-11:tue"), history.Living)
	if len(f.Record.Sessions) != 1 || e.Conflict || len(e.Heads) != 2 {
		t.Errorf("%d rows, conflict %v, %d heads", len(f.Record.Sessions), e.Conflict, len(e.Heads))
	}
	ids := mom.does(correct(history.Session, "speech:2027-03-11:tue", small{Service: "speech", Status: "delivered"}))
	if a, _ := mom.Act(ids[0]); len(a.Priors) != 2 {
		t.Errorf("the correction replaces %d acts, want both", len(a.Priors))
	}
}

// Two homes say different things of one slot. The one written first counts, and
// nothing else is taken until a person settles it.
func TestAConflictIsSettledByAPerson(t *testing.T) {
	mom := family(t)
	dad := second(mom, "phone", "Dad")
	row := key(history.Session, "x")
	dad.does(given("x"))
	mom.clock = dad.clock.Add(1)
	mom.does(missed("x", ""))
	mom.gets(dad)
	f := mom.fold()
	e := wantState(t, f, row, history.Living)
	if len(f.Conflicts) != 1 || !e.Conflict || f.Record.Sessions[0].Status != iep.Delivered {
		t.Fatalf("%d conflicts, counted %s", len(f.Conflicts), f.Record.Sessions[0].Status)
	}
	c := f.Conflicts[0]
	if len(c.Versions) != 2 || c.Versions[0].Act.Author != "Dad" || c.StillUsed {
		t.Errorf("the conflict: %+v", c)
	}
	settled := correct(history.Session, "x", small{Service: "speech", Status: "missed"})
	mom.refused(refusal.InConflict, settled)
	mom.refused(refusal.InConflict, withdraw(history.Session, "x"))
	settled.Settles = c.Heads[:1]
	mom.refused(refusal.InConflict, settled)
	settled.Settles = []history.Hash{c.Heads[1], c.Heads[0]}
	mom.does(settled)
	dad.gets(mom)
	if f := dad.fold(); len(f.Conflicts) != 0 || f.Record.Sessions[0].Status != iep.Missed {
		t.Errorf("after it was settled: %+v", f.Conflicts)
	}
}

// The clocks of two homes show different hours; what counts is the instant.
func TestConflictsAreInTheOrderOfInstants(t *testing.T) {
	mom := family(t)
	dad := second(mom, "phone", "Dad")
	for _, c := range []struct {
		h  *home
		at string
		ch history.Change
	}{{mom, "2027-03-12T09:00:00+02:00", missed("x", "")}, {dad, "2027-03-12T08:00:00Z", given("x")}} {
		acts, err := c.h.Write(c.h.Writer, c.at, []history.Change{c.ch})
		if err != nil {
			t.Fatal(err)
		}
		c.h.Add(acts)
	}
	mom.gets(dad)
	if c := mom.fold().Conflicts[0]; c.Versions[0].Act.Author != "Mom" {
		t.Errorf("%s at %s counts", c.Versions[0].Act.Author, c.Versions[0].Act.At)
	}
}

// Mom withdraws the service while dad writes a session for it: the service is
// kept, so that no minute is lost, and both are told.
func TestAWithdrawalDoesNotHoldWhileSomethingRefers(t *testing.T) {
	for _, c := range []struct {
		what   string
		refers history.Change
		kept   []history.Key
	}{
		{"a session", missed("x", ""), []history.Key{key(history.Service, "speech"), key(history.Plan, "iep"), key(history.Child, "mia"), key(history.Calendar, "birch"), key(history.Policy, "ours")}},
		{"a decision on the service", add(history.Decision, "d", small{Service: "speech", Owed: "yes"}), []history.Key{key(history.Service, "speech")}},
		{"a decision on the series", add(history.Decision, "d", small{Service: "sp", Owed: "yes"}), []history.Key{key(history.Service, "speech"), key(history.Plan, "iep")}},
		{"a summer", add(history.ESY, "e", small{Child: "mia", Capacity: map[string]int{"sp": 60}}), []history.Key{key(history.Service, "speech"), key(history.Child, "mia")}},
		{"a meeting", add(history.Meeting, "m", small{Child: "mia"}), []history.Key{key(history.Child, "mia")}},
		{"a request", add(history.Request, "q", small{Child: "mia"}), []history.Key{key(history.Child, "mia")}},
	} {
		mom := family(t)
		dad := second(mom, "phone", "Dad")
		mom.does(withdraw(history.Service, "speech"), withdraw(history.Plan, "iep"), withdraw(history.Child, "mia"),
			withdraw(history.Calendar, "birch"), withdraw(history.Policy, "ours"))
		dad.does(c.refers)
		mom.gets(dad)
		f := mom.fold()
		if len(f.Aside) != 0 {
			t.Errorf("%s: set aside %v", c.what, f.Aside)
		}
		for _, k := range c.kept {
			if e := wantState(t, f, k, history.Living); !e.Conflict {
				t.Errorf("%s: %v is kept without a word", c.what, k)
			}
		}
		for _, conflict := range f.Conflicts {
			if !conflict.StillUsed || len(conflict.Versions) != 2 || conflict.Versions[1].Value != nil {
				t.Errorf("%s: %+v", c.what, conflict)
			}
		}
		mom.does(withdraw(c.refers.Noun, c.refers.ID))
		if f := mom.fold(); len(f.Conflicts) != 0 || len(f.Record.Children)+len(f.Record.Plans) != 0 {
			t.Errorf("%s: once it is withdrawn too: %v", c.what, f.Conflicts)
		}
	}
}

// Of two services of a series one may go: what names the series has the other.
func TestASeriesLivesWhileOneServiceDoes(t *testing.T) {
	h := family(t)
	h.does(add(history.Service, "speech2", small{Plan: "iep", Series: "sp"}), add(history.Decision, "d", small{Service: "sp", Owed: "yes"}))
	if r := h.fold().Referring(key(history.Service, "speech")); len(r) != 0 {
		t.Errorf("one of two is needed by %v", r[0].Key)
	}
	h.does(withdraw(history.Service, "speech"))
	wantState(t, h.fold(), key(history.Service, "speech"), history.Withdrawn)
	if r := h.fold().Referring(key(history.Service, "speech2")); len(r) != 1 || r[0].Noun != history.Decision {
		t.Errorf("the last one is needed by %v", r)
	}
	h.does(withdraw(history.Service, "speech2"))
	f := h.fold()
	wantState(t, f, key(history.Service, "speech"), history.Living)
	wantState(t, f, key(history.Decision, "d"), history.Living)
}

// What cannot be read or held is set aside with its reason, and so is what
// refers to it; the rest is there.
func TestWhatCannotBeHeldIsSetAside(t *testing.T) {
	h := family(t)
	h.does(
		add(history.Service, "odd", small{Plan: "iep", First: "2027-01-02", Last: "2027-01-01"}),
		add(history.Service, "lost", small{Plan: "nowhere"}),
		missed("fine", ""),
		add(history.Session, "of-odd", small{Service: "odd", Status: "missed"}),
		add(history.Session, "of-lost", small{Service: "lost", Status: "missed"}),
		add(history.Session, "no-day", small{Service: "speech", First: "2027-02-30", Status: "missed"}),
		add("letter", "l1", small{}),
	)
	f := h.fold()
	want := map[history.Key]refusal.Code{
		key(history.Service, "odd"): refusal.Backwards, key(history.Service, "lost"): refusal.NoSuch,
		key(history.Session, "of-odd"): refusal.NoSuch, key(history.Session, "of-lost"): refusal.NoSuch,
		key(history.Session, "no-day"): refusal.DayUnreal, key("letter", "l1"): refusal.EntryUnreadable,
	}
	for _, a := range f.Aside {
		if want[a.Key] != a.Refusal.Code {
			t.Errorf("%v: %v, want %s", a.Key, a.Refusal, want[a.Key])
		}
		wantState(t, f, a.Key, history.SetAside)
	}
	if len(f.Aside) != len(want) || len(f.Record.Sessions) != 1 || record.Check(f.Record) != nil {
		t.Errorf("%d set aside, %d rows: %v", len(f.Aside), len(f.Record.Sessions), record.Check(f.Record))
	}
}

// A value that is about something else than its act says is not let in.
func TestAValueBelongsToItsAct(t *testing.T) {
	other := func(_ history.Noun, id string, _ []byte) (any, error) {
		if id == "wrong noun" {
			return &iep.Meeting{ID: id}, nil
		}
		return &iep.Child{ID: "another"}, nil
	}
	h := newHome(t, "laptop", "Mom")
	h.does(add(history.Child, "wrong noun", small{}), add(history.Child, "wrong id", small{}))
	f := h.Fold(other)
	if len(f.Aside) != 2 || f.Aside[0].Refusal.Code != refusal.EntryUnreadable || f.Aside[1].Refusal.Code != refusal.OtherID {
		t.Errorf("%v", f.Aside)
	}
}

// An act that says it was written before the one it follows is flagged.
func TestALateClockIsFlagged(t *testing.T) {
	h := family(t)
	h.clock = h.clock.AddDate(0, 0, -1)
	late := h.does(missed("x", ""))
	h.does(missed("y", ""))
	if f := h.fold(); !slices.Equal(f.Late, late) {
		t.Errorf("flagged %v, want %v", f.Late, late)
	}
}
