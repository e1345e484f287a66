package app

import (
	"strings"
	"testing"

	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// away writes down days on which Mia was sent away.
func (f *family) away(start, end, kind string) *NotesView {
	f.Helper()
	child := got((&Family{f.desk}).View("")).Children[0].Form.ID
	return got((&Notes{f.desk}).SaveRemoval("", RemovalForm{Child: child, Start: start, End: end, Kind: kind}))
}

// winter closes the calendar for two weeks.
func (f *family) winter() {
	f.Helper()
	screen := &Family{f.desk}
	v := got(screen.View(""))
	got(screen.SaveClosure("", ClosureForm{
		Calendar: v.Calendars[0].Form.ID, First: "2026-12-21", Last: "2027-01-01", Name: "Winter break", Kind: "break",
	}))
}

// Ten days ahead of the winter break Today asks once what Mia can do. It is
// written down; in January Today asks again, and what was seen stands side by
// side. No number has changed.
func TestBeforeAndAfterTheWinterBreak(t *testing.T) {
	f := newFamily(t, "2026-12-11")
	f.begin()
	f.winter()
	today, notes := &Today{f.desk}, &Notes{f.desk}

	before := got(today.View(""))
	if want := "Winter break begins in 10 days. What can Mia do now?"; before.Break.Text != want {
		t.Fatalf("asked %q", before.Break.Text)
	}
	v := got(notes.View(""))
	if len(v.Breaks) != 1 || v.Breaks[0].Key != before.Break.Key || v.Breaks[0].Form.Side != "before" {
		t.Fatalf("the screen has %+v", v.Breaks)
	}
	form := v.Breaks[0].Form
	form.Text = "Says whole sentences."
	v = got(notes.SaveNote("", form))
	if v.Frame.Did != "added a note" || len(v.Breaks[0].Before) != 1 || v.Breaks[0].Gap != "" || v.Breaks[0].Form.Side != "" {
		t.Fatalf("after it was written: %q, %+v", v.Frame.Did, v.Breaks)
	}
	after := got(today.View(""))
	if after.Break.Text != "" || after.Balances[0].Text != before.Balances[0].Text {
		t.Errorf("asked again %q; %+v became %+v", after.Break.Text, before.Balances[0], after.Balances[0])
	}

	f.today += 26 // January 6
	f.restart()
	today, notes = &Today{f.desk}, &Notes{f.desk}
	if got := got(today.View("")).Break.Text; got != "School is back since Mon Jan 4, 2027. What can Mia do now, beside what you saw before Winter break?" {
		t.Fatalf("in January it asks %q", got)
	}
	form = got(notes.View("")).Breaks[0].Form
	form.Text, form.Kind, form.KnownBy, form.SaidBy = "Two words at a time.", "regression", "provider", "Dana"
	v = got(notes.SaveNote("", form))
	if b := v.Breaks[0]; b.Gap != "Seen on both sides." || b.After[0].From != "The therapist said so, said by Dana" || b.Ask != "" {
		t.Errorf("side by side: %+v", b)
	}
	on := got((&Calendar{f.desk}).View(CalendarQuery{}))
	if seen := cellOf(t, on, "2027-01-06").Beside; len(seen) != 1 || seen[0].Kind != "A skill that was there is not" {
		t.Errorf("the day of the calendar has %+v", seen)
	}
	if v = got(notes.Withdraw("", "note", v.Breaks[0].After[0].Form.ID)); len(v.Breaks[0].After) != 0 {
		t.Error("the note is still there")
	}
	if v = got(notes.Undo("")); len(v.Breaks[0].After) != 1 || v.Frame.Did != "Undone: struck a note" {
		t.Errorf("Undo: %q, %d notes", v.Frame.Did, len(v.Breaks[0].After))
	}
}

func cellOf(t *testing.T, v *CalendarView, iso string) Cell {
	t.Helper()
	for _, month := range v.Months {
		for _, week := range month.Weeks {
			for _, cell := range week {
				if cell.ISO == iso {
					return cell
				}
			}
		}
	}
	t.Fatalf("no day %s", iso)
	return Cell{}
}

// Not this time: the line goes, for this break, and is not there on the next
// start. The settings tell nothing of the family.
func TestABreakIsPutAway(t *testing.T) {
	f := newFamily(t, "2026-12-11")
	f.begin()
	f.winter()
	today := &Today{f.desk}
	v := got(today.View(""))
	if v = got(today.NotNow("", v.Break.Key)); v.Break.Text != "" {
		t.Fatalf("it still asks %q", v.Break.Text)
	}
	f.restart()
	if v = got((&Today{f.desk}).View("")); v.Break.Text != "" {
		t.Errorf("on the next start it asks %q", v.Break.Text)
	}
	if quiet := f.out.settings.Quiet; len(quiet) != 16 || strings.ContainsAny(quiet, "/ ") {
		t.Errorf("the settings hold %v", quiet)
	}
	for range 2 * mostQuiet {
		got((&Today{f.desk}).NotNow("", "another"))
	}
	if n := len(strings.Fields(f.out.settings.Quiet)); n != mostQuiet {
		t.Errorf("%d are remembered, want %d", n, mostQuiet)
	}
	if got := got((&Notes{f.desk}).View("")).Breaks; len(got) != 1 || got[0].Ask == "" {
		t.Errorf("the screen of notes has %+v", got)
	}
}

// A promise stands on Today two weeks ahead of its day, and past it, until
// somebody says what came of it.
func TestAPromiseStandsOnToday(t *testing.T) {
	f := newFamily(t, "2026-09-30")
	f.begin()
	child := got((&Family{f.desk}).View("")).Children[0].Form.ID
	notes, today := &Notes{f.desk}, &Today{f.desk}
	form := PromiseForm{Child: child, Date: "2026-09-21", Due: "10/15/2026", By: "Ms. Lane", Text: "The two sessions are made up."}
	got(notes.SavePromise("", form))
	if v := got(today.View("")); len(v.Promises) != 0 {
		t.Fatalf("15 days ahead it has %+v", v.Promises)
	}
	f.today++
	f.restart()
	today = &Today{f.desk}
	v := got(today.View(""))
	if len(v.Promises) != 1 || v.Promises[0].Due != "Due Thu Oct 15, 2026" || v.Promises[0].By != "Ms. Lane" {
		t.Fatalf("14 days ahead it has %+v", v.Promises)
	}
	f.today += 15
	f.restart()
	today = &Today{f.desk}
	if v = got(today.View("")); v.Promises[0].Due != "Was due Thu Oct 15, 2026" {
		t.Fatalf("the day after it has %+v", v.Promises)
	}
	if v = got(today.Kept("", v.Promises[0].ID, "no")); len(v.Promises) != 0 || v.Frame.Did != "changed a promise" {
		t.Errorf("after the answer: %q, %+v", v.Frame.Did, v.Promises)
	}
	row := got((&Notes{f.desk}).View("")).Promises[0]
	if row.Kept != "Not kept" || row.Past || row.Said != "Said by Ms. Lane on Mon Sep 21, 2026" {
		t.Errorf("the row says %+v", row)
	}
}

// Two weeks of suspension: day 11 falls on a Monday, and what the texts say of
// it stands with its citation. The sessions of the first week are written down
// as not given, with the word that was chosen; nothing is decided by that.
func TestTheEleventhDay(t *testing.T) {
	f := newFamily(t, "2026-10-06")
	f.begin()
	v := f.away("2026-09-14", "2026-09-25", "out_of_school")
	if y := v.Years[0]; y.Sum != "10 school days so far" || len(y.Rules) != 0 || y.More != "" {
		t.Fatalf("ten days: %+v", y)
	}
	v = f.away("2026-09-30", "", "in_school")
	if y := v.Years[0]; len(y.Rules) != 0 || len(y.Apart) != 1 || !strings.HasPrefix(y.More, "With the days set apart it is more than 10.") {
		t.Fatalf("ten days and one apart: %+v", y)
	}
	v = f.away("2026-10-05", "2026-10-09", "sent_home")
	y := v.Years[0]
	if y.Sum != "12 school days so far, 15 with the days ahead" || y.More != "Day 11 is Mon Oct 5, 2026." || !y.Days[14].Ahead || y.Days[11].Ahead {
		t.Fatalf("%+v", y)
	}
	if want := "From the 11th day of removal in a school year, services must continue. Confirm with your state."; y.Rules[0].Text != want {
		t.Errorf("the rule says %q", y.Rules[0].Text)
	}
	for _, r := range y.Rules {
		if !strings.Contains(r.Source, "34 CFR 300.53") || !strings.Contains(r.Text, "onfirm with your state") {
			t.Errorf("%s: %s (%s)", r.ID, r.Text, r.Source)
		}
	}
	first := v.Removals[2]
	if len(first.Sessions) != 4 || !first.Whole || first.Reasons[0].ID != "student_suspended_1_10" || first.Comes != "Counted: 10 school days." {
		t.Fatalf("the first removal: %+v", first)
	}
	if late := v.Removals[0]; len(late.Sessions) != 1 || late.Reasons[0].ID != "other" {
		t.Errorf("the days at home: %+v", late)
	}
	keys := []string{first.Sessions[0].ID, first.Sessions[1].ID}
	v = got((&Notes{f.desk}).WriteDown("", keys, "student_suspended_1_10"))
	if len(v.Removals[2].Sessions) != 2 || v.Frame.Did != "marked 2 sessions missed" {
		t.Errorf("%q, %d sessions left", v.Frame.Did, len(v.Removals[2].Sessions))
	}
}

// A 504 plan hears nothing of a rule of IDEA, a child without a plan nothing at
// all.
func TestTheEleventhDayUnderAnotherPlan(t *testing.T) {
	for kind, want := range map[string]string{"504": "34 CFR 104.35(a)", "private": ""} {
		f := newFamily(t, "2026-10-20")
		f.begin()
		screen := &Family{f.desk}
		plan := got(screen.View("")).Children[0].Plans[0].Form
		plan.Kind = kind
		got(screen.SavePlan("", plan))
		y := f.away("2026-09-14", "2026-09-30", "out_of_school").Years[0]
		text := ""
		for _, r := range y.Rules {
			text += r.Source
		}
		if strings.Contains(text, "300.5") || want == "" && text != "" || !strings.Contains(text, want) {
			t.Errorf("%s: %s", kind, text)
		}
	}
}

func TestWhatIsRefusedAtAField(t *testing.T) {
	f := newFamily(t, "2026-10-06")
	f.begin()
	child, n := got((&Family{f.desk}).View("")).Children[0].Form.ID, &Notes{f.desk}
	long := strings.Repeat("é", record.MaxText)
	note := NoteForm{Child: child, Date: "2026-10-05", Text: long}
	got(n.SaveNote("", note))
	note.Text += "!"
	_, err := n.SaveNote("", note)
	refused(t, err, refusal.TextTooLong, "text")
	_, err = n.SaveNote("", NoteForm{Child: child, Date: "2026-10-05", Text: " "})
	refused(t, err, refusal.Missing, "text")
	_, err = n.SaveNote("", NoteForm{Child: child, Text: "x"})
	refused(t, err, refusal.Missing, "date")
	_, err = n.SaveNote("", NoteForm{Child: child, Text: "x", Date: "10/7/2026"})
	refused(t, err, refusal.NotYet, "date")
	_, err = n.SavePromise("", PromiseForm{Child: child, Text: "x", Date: "2026-10-05", Due: "2026-10-04"})
	refused(t, err, refusal.Backwards, "due")
	got(n.SavePromise("", PromiseForm{Child: child, Text: "x", Date: "2026-10-05", Approximate: true, Due: "2026-10-04"}))
	_, err = n.SaveRemoval("", RemovalForm{Child: child, Start: "2026-10-05", End: "2026-10-02", Kind: "bus"})
	refused(t, err, refusal.Backwards, "end")
}
