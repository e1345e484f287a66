package binder_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// A note is added, corrected and withdrawn; every step can be taken back and
// done again, and stands on the next evening.
func TestANoteIsKept(t *testing.T) {
	h := mias(t, "2027-03-11")
	note := iep.Note{ChildID: "mia", Date: day.MustParse("2027-03-09"), Kind: iep.Progress, Text: "Asks for help."}
	h.does(h.SaveNote(note))
	note = h.book().Record.Notes[0]
	note.Text, note.Approximate = "Asks for help by herself.", true
	h.does(h.SaveNote(note))
	h.restart()
	if got := h.book().Record.Notes; len(got) != 1 || got[0].Text != note.Text || !got[0].Approximate {
		t.Fatalf("the next evening: %+v", got)
	}
	h.does(h.WithdrawNote(note.ID))
	if len(h.book().Record.Notes) != 0 {
		t.Fatal("it is still there")
	}
	h.does(h.Undo())
	if len(h.book().Record.Notes) != 1 {
		t.Fatal("Undo does not bring it back")
	}
	h.does(h.Undo())
	if got := h.book().Record.Notes[0].Text; got != "Asks for help." {
		t.Errorf("taken back twice it says %q", got)
	}
	h.does(h.Redo())
	if got := h.book().Record.Notes[0].Text; got != note.Text {
		t.Errorf("done again it says %q", got)
	}
}

// What stands beside the minutes changes none of them.
func TestNotesChangeNoNumber(t *testing.T) {
	h := mias(t, "2027-03-11")
	before := fmt.Sprintf("%+v", h.speech().Summary)
	h.does(h.SaveNote(iep.Note{ChildID: "mia", Date: h.today, Kind: iep.Regression, Text: "x"}))
	h.does(h.SavePromise(iep.Promise{ChildID: "mia", Date: h.today, Text: "x"}))
	h.does(h.SaveRemoval(iep.Removal{ChildID: "mia", Span: day.Span{First: h.today - 9, Last: h.today}, Kind: iep.OutOfSchool}))
	if after := fmt.Sprintf("%+v", h.speech().Summary); after != before {
		t.Errorf("%s became %s", before, after)
	}
}

// A promise is answered without its form, and what stood in it stays.
func TestAPromiseIsAnswered(t *testing.T) {
	h := mias(t, "2027-03-11")
	h.does(h.SavePromise(iep.Promise{ChildID: "mia", Date: h.today - 30, Due: h.today - 1, By: "Dana", Text: "A log."}))
	p := h.book().Record.Promises[0]
	h.does(h.Kept(p.ID, iep.KeptPartly))
	p.Kept, p.KeptOn = iep.KeptPartly, h.today
	h.does(h.SavePromise(p))
	h.does(h.Kept(p.ID, iep.KeptNo))
	if got := h.book().Record.Promises[0]; got.Kept != iep.KeptNo || got.KeptOn != day.None || got.By != "Dana" || got.Due != h.today-1 {
		t.Errorf("answered no it is %+v", got)
	}
	h.does(h.Kept(p.ID, ""))
	if got := h.book().Record.Promises[0]; got.Kept != "" {
		t.Errorf("not known again it is %+v", got)
	}
}

// The open promises stand first, the nearest day ahead of the others, those
// without a day last; then what was answered, the latest first.
func TestTheOrderOfPromises(t *testing.T) {
	h := mias(t, "2027-03-11")
	for text, p := range map[string]iep.Promise{
		"no day":     {Date: h.today - 40},
		"next week":  {Date: h.today - 20, Due: h.today + 7},
		"past":       {Date: h.today - 30, Due: h.today - 7},
		"kept":       {Date: h.today - 50, Kept: iep.KeptYes},
		"not kept":   {Date: h.today - 10, Kept: iep.KeptNo, Due: h.today - 20},
		"also again": {Date: h.today - 10, Due: h.today + 7},
	} {
		p.Text, p.ChildID = text, "mia"
		h.does(h.SavePromise(p))
	}
	var got []string
	for _, p := range h.book().Promises("") {
		got = append(got, p.Text)
	}
	if want := "past, next week, also again, no day, not kept, kept"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
}

func TestWhatIsRefusedBesideTheMinutes(t *testing.T) {
	h := mias(t, "2027-03-11")
	mia, ahead := "mia", h.today+1
	for _, c := range []struct {
		what  string
		err   error
		code  refusal.Code
		field string
	}{
		{"seen tomorrow", h.SaveNote(iep.Note{ChildID: mia, Date: ahead}), refusal.NotYet, "date"},
		{"promised tomorrow", h.SavePromise(iep.Promise{ChildID: mia, Date: ahead}), refusal.NotYet, "date"},
		{"kept tomorrow", h.SavePromise(iep.Promise{ChildID: mia, Date: h.today, KeptOn: ahead}), refusal.NotYet, "keptOn"},
		{"of nobody", h.SaveNote(iep.Note{ChildID: "gone", Date: h.today}), refusal.NoSuch, "child_id"},
		{"backwards", h.SaveRemoval(iep.Removal{ChildID: mia, Span: day.Span{First: h.today, Last: h.today - 1}}), refusal.Backwards, "end"},
		{"gone", h.SaveNote(iep.Note{ID: "gone", ChildID: mia, Date: h.today}), refusal.Gone, ""},
		{"no such note", h.WithdrawNote("gone"), refusal.NoSuch, ""},
		{"no such promise", h.WithdrawPromise("gone"), refusal.NoSuch, ""},
		{"no such promise to answer", h.Kept("gone", iep.KeptYes), refusal.NoSuch, ""},
		{"no such removal", h.WithdrawRemoval("gone"), refusal.NoSuch, ""},
	} {
		r := refusal.From(c.err)
		if r == nil || r.Code != c.code || r.Field != c.field {
			t.Errorf("%s: %v, want %s at %q", c.what, c.err, c.code, c.field)
		}
	}
	h.does(h.SaveRemoval(iep.Removal{ChildID: mia, Span: day.Span{First: ahead, Last: ahead}, Kind: iep.OutOfSchool}))
	if y := h.book().Removals(mia); len(y) != 1 || y[0].SoFar(h.today) != 0 {
		t.Errorf("a suspension that was announced is %+v", y)
	}
}

// The sessions of days away that nobody filled in, up to today: on open days
// only, and not those that somebody was not sure of.
func TestSessionsThatStoodInThoseDays(t *testing.T) {
	h := mias(t, "2027-03-11")
	h.does(h.Fill([]string{slot("2027-03-09")}, binder.Outcome{Status: iep.Unsure}))
	days := map[day.Day]bool{}
	for on := h.today - 10; on <= h.today+10; on++ {
		days[on] = true
	}
	var on []string
	for _, a := range h.book().PlannedIn("mia", days) {
		on = append(on, a.Slot.Date.String())
	}
	if want := []string{"2027-03-02", "2027-03-04", "2027-03-11"}; !slices.Equal(on, want) {
		t.Errorf("%v, want %v", on, want)
	}
	if len(h.book().PlannedIn("gone", days)) != 0 {
		t.Error("sessions of another child")
	}
}
