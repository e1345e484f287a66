package binder_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func entry(noun history.Noun, id string) history.Key { return history.Key{Noun: noun, ID: id} }

// A service goes with its sessions and decisions, in one deed, and Undo brings
// all of it back.
func TestStrikingTakesAlongWhatRefersToIt(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.Fill([]string{slot("2026-09-01")}, given()))
	before := printed(h.book().Record)
	story, err := h.Story(entry(history.Service, "sp"))
	h.does(err)
	h.equal("refer to it", len(story.Needs), 4)
	h.does(h.Withdraw(entry(history.Service, "sp"), "it was another school's"))
	if r := h.book().Record; len(r.Sessions) != 0 || len(r.Decisions) != 0 || len(r.Plans[0].Services) != 0 {
		t.Errorf("left: %s", printed(r))
	}
	h.equal("in the file", printed(h.kept()), printed(h.book().Record))
	for _, k := range []history.Key{entry(history.Service, "sp"), entry(history.Session, "old-2")} {
		story, err := h.Story(k)
		h.does(err)
		if l := story.Lines[len(story.Lines)-1]; l.Body.Because != "it was another school's" || story.Entry.Value == nil {
			t.Errorf("%v: %+v", k, l)
		}
	}
	h.does(h.Undo())
	h.equal("brought back", printed(h.book().Record), before)
}

// A plan does without a school year that goes, and without its answers.
func TestAPlanLetsGo(t *testing.T) {
	h := mias(t, "2026-09-10")
	before := printed(h.book().Record)
	h.does(h.Withdraw(entry(history.Calendar, "y1"), ""))
	h.does(h.Withdraw(entry(history.Policy, "ours"), ""))
	if p := h.book().Record.Plans; len(p) != 1 || len(p[0].CalendarIDs) != 0 || p[0].PolicyID != "" || len(h.book().Record.Sessions) != 2 {
		t.Errorf("plans: %+v", p)
	}
	h.does(h.Undo())
	h.does(h.Undo())
	h.equal("brought back", printed(h.book().Record), before)
}

// A summer reserves nothing for a service that went.
func TestASummerLetsGo(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.SaveSummer(calendar.ESYWindow{
		ChildID: "mia", Span: day.Span{First: day.MustParse("2027-06-14"), Last: day.MustParse("2027-07-02")}, Capacity: map[string]int{"sp": 90},
	}, ""))
	w := h.book().Record.ESY[0].ID
	h.does(h.Withdraw(entry(history.Service, "sp"), ""))
	if left := h.book().Summer(w); left == nil || len(left.Capacity) != 0 {
		t.Errorf("the summer: %+v", left)
	}
}

// What is struck already, or never was, is refused.
func TestWhatCannotBeStruck(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.Withdraw(entry(history.Session, "old-1"), ""))
	for _, k := range []history.Key{entry(history.Session, "old-1"), entry(history.Session, "none"), entry("such", "such")} {
		h.refused(refusal.Gone, "", func() error { return h.Withdraw(k, "") })
	}
}

// Dad struck the plan on his computer while Mom wrote a session of it: striking
// takes the session along all the same.
func TestStrikingAmongConflicts(t *testing.T) {
	h := mias(t, "2026-09-10")
	dad := h.copied("phone", "Dad")
	dad.writes(history.Correct, history.Child, "mia", &iep.Child{ID: "mia", Name: "Mimi"})
	h.does(h.SaveChild(iep.Child{ID: "mia", Name: "Mia R."}, ""))
	dad.comes()
	h.book()
	h.does(h.Withdraw(entry(history.Child, "mia"), ""))
	if r := h.book().Record; len(r.Children)+len(r.Plans)+len(r.Sessions) != 0 || len(h.book().Folded.Conflicts) != 0 {
		t.Errorf("left: %s", printed(r))
	}
}
