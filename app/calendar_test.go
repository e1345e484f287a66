package app

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/refusal"
)

// of is a day of the year as it is drawn.
func (v *CalendarView) of(t *testing.T, iso string) Cell {
	t.Helper()
	for _, month := range v.Months {
		for _, week := range month.Weeks {
			if i := slices.IndexFunc(week, func(c Cell) bool { return c.ISO == iso && c.Number > 0 }); i >= 0 {
				return week[i]
			}
		}
	}
	t.Fatalf("%s is not there", iso)
	return Cell{}
}

// calendarOf is the calendar screen of the family with its one calendar.
func calendarOf(f *family) (c *Calendar, q CalendarQuery, id string, v *CalendarView) {
	f.Helper()
	c = &Calendar{f.desk}
	v = got(c.View(q))
	return c, q, v.Calendars[0].ID, v
}

// An evening with the printed calendar: two weeks of winter in two strokes, a
// staff day, a slip of the hand and the eraser. Every stroke is one deed, and
// the line above the grid follows.
func TestAYearIsPainted(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	c, q, id, v := calendarOf(f)
	if got := v.Strip[0].Text; got != "Tue + Thu: 83 kept, 1 lost; best: Mon + Tue, 0 lost" {
		t.Errorf("before: %q", got)
	}
	got(c.Paint(q, StrokeForm{Calendar: id, First: "2026-12-21", Last: "2026-12-25", Name: "Winter break", Kind: "break"}))
	v = got(c.Paint(q, StrokeForm{Calendar: id, First: "2027-01-01", Last: "2026-12-28", Name: "Winter break", Kind: "break"}))
	if v.Frame.Did != "marked closed: Winter break, Mon Dec 28 to Fri Jan 1" {
		t.Errorf("did %q", v.Frame.Did)
	}
	cell := v.of(t, "2026-12-29")
	if cell.State != "closed" || len(cell.Entries) != 1 || cell.Entries[0].Form.First != "2026-12-21" ||
		cell.Entries[0].Why != "Break, typed by hand" || !cell.Entries[0].More {
		t.Errorf("in the second week: %+v", cell)
	}
	if got := v.Strip[0].Text; !strings.HasPrefix(got, "Tue + Thu: 79 kept, 5 lost; best:") {
		t.Errorf("after two weeks: %q", got)
	}
	v = got(c.Paint(q, StrokeForm{Calendar: id, First: "2026-12-23", Last: "2026-12-23", Open: true}))
	if v.of(t, "2026-12-23").Closed != "" || v.of(t, "2026-12-22").Closed == "" || v.Frame.Did != "marked open: Wed Dec 23" {
		t.Errorf("erased: %q", v.Frame.Did)
	}
	v = got(c.Undo(q))
	if v.of(t, "2026-12-23").Closed != "Winter break" {
		t.Error("undo does not bring the day back")
	}
	v = got(c.Paint(q, StrokeForm{Calendar: id, First: "2026-12-22", Last: "2026-12-22", Name: "Winter break", Kind: "break"}))
	if v.Frame.Did != "" {
		t.Errorf("painted what was painted: %q", v.Frame.Did)
	}
	_, err := c.Paint(q, StrokeForm{Calendar: id, First: "2026-12-22"})
	refused(t, err, refusal.Missing, "last")
	_, err = c.Paint(q, StrokeForm{Calendar: id, First: "2026-02-30", Last: "2026-12-22"})
	refused(t, err, refusal.NoSuchDay, "first")
	_, err = c.Paint(q, StrokeForm{Calendar: "no such", First: "2026-12-22", Last: "2026-12-22"})
	refused(t, err, refusal.NoSuch, "calendar")
}

// A snow day takes the session that stood there, and asks nothing. The
// therapist came all the same: the log wins. Then it turns out that school was
// open after all.
func TestASnowDay(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	c, q, id, v := calendarOf(f)
	key := v.of(t, "2026-09-08").Sessions[0].Key
	v = got(c.Close(q, ClosureForm{Calendar: id, First: "2026-09-08", Kind: "weather"}))
	cell := v.of(t, "2026-09-08")
	if s := cell.Sessions[0]; s.State != "closed" || s.Entry != "" || cell.Entries[0].Why != "Weather, typed by hand" || cell.Entries[0].More {
		t.Errorf("snow: %+v", cell)
	}
	v = got(c.Happened(q, []string{key}))
	if cell = v.of(t, "2026-09-08"); cell.State != "given" || cell.Closed != "Weather" {
		t.Errorf("given anyway: %s, %q", cell.State, cell.Closed)
	}
	v = got(c.OpenAfterAll(q, id, "2026-09-08"))
	if cell = v.of(t, "2026-09-08"); cell.Closed != "" || len(cell.Entries) > 0 || v.Frame.Did != "marked a closed day open after all" {
		t.Errorf("open after all: %+v, %q", cell, v.Frame.Did)
	}
}

// A printed closure that becomes a school day stays on the page and is given
// back.
func TestAPrintedClosureIsGivenBack(t *testing.T) {
	f := newFamily(t, "2026-12-03")
	f.begin()
	c, q, id, _ := calendarOf(f)
	v := got(c.OpenAfterAll(q, id, "2026-11-26"))
	cell := v.of(t, "2026-11-26")
	if cell.Closed != "" || len(cell.Entries) != 2 || cell.Entries[1].Sort != "given_back" || cell.Sessions[0].State != notFilledIn {
		t.Fatalf("given back: %+v", cell)
	}
	v = got(c.TakeOut(q, "given_back", id, cell.Entries[1].Form.ID))
	if cell = v.of(t, "2026-11-26"); cell.Closed != "Thanksgiving" || len(cell.Entries) != 1 {
		t.Errorf("taken back: %+v", cell)
	}
	// A snow day on the same day stands beside it.
	v = got(c.Close(q, ClosureForm{Calendar: id, First: "2026-11-26", Name: "Ice", Kind: "weather"}))
	if cell = v.of(t, "2026-11-26"); len(cell.Entries) != 2 {
		t.Errorf("two closures: %+v", cell.Entries)
	}
	v = got(c.TakeOut(q, "closure", id, cell.Entries[1].Form.ID))
	if cell = v.of(t, "2026-11-26"); len(cell.Entries) != 1 {
		t.Errorf("one is taken out: %+v", cell.Entries)
	}
}

// A two-hour delay cuts the session of the early morning, not the one after
// lunch; both stay expected.
func TestALateStartCutsTheMorningOnly(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Family{f.desk}
	plan := got(screen.View("")).Children[0].Plans[0].Form.ID
	one, thirty := 1, 30
	for _, s := range []struct{ kind, at string }{{"OT", "13:00"}, {"reading", "08:30"}, {"PT", ""}} {
		got(screen.SaveService("", ServiceForm{
			Plan: plan, Type: s.kind, Unit: "sessions", Amount: &one, Minutes: &thirty, Period: "week",
			Weekdays: []string{"TU"}, Time: s.at, First: "2026-08-24", Last: "2027-06-11",
		}))
	}
	c, q, id, _ := calendarOf(f)
	form := DayForm{Calendar: id, First: "2026-09-15", Opening: "09:30", Name: "Fog"}
	v := got(c.Shorten(q, form))
	cuts := map[string]string{}
	for _, s := range v.of(t, "2026-09-15").Sessions {
		cuts[s.Title] = s.Cut
		if s.State != "planned" {
			t.Errorf("%s is %s", s.Title, s.State)
		}
	}
	for title, want := range map[string]string{
		"Reading": "Cut by the late start: school opens at 9:30 am. It stays expected; ask the school.",
		"Speech":  "Not cut by the short day.", "OT": "Not cut by the short day.",
		"PT": "A short day. The times that would show if it is cut are not known.",
	} {
		if cuts[title] != want {
			t.Errorf("%s: %q", title, cuts[title])
		}
	}
	entry := v.of(t, "2026-09-15").Entries[0]
	if entry.Text != "Fog, opens at 9:30 am, Tue Sep 15, 2026" || entry.Form.Opening != "09:30" || v.Frame.Did != "wrote down a short day" {
		t.Errorf("entry %+v, did %q", entry, v.Frame.Did)
	}
	form.ID, form.Opening, form.Dismissal = entry.Form.ID, "", "13:15"
	v = got(c.Shorten(q, form))
	if s := v.of(t, "2026-09-15").Sessions; !strings.HasPrefix(s[slices.IndexFunc(s, func(s CellSession) bool { return s.Title == "OT" })].Cut, "Cut by the early end") {
		t.Errorf("an early end: %+v", s)
	}
	if v = got(c.TakeOut(q, "short", id, form.ID)); v.of(t, "2026-09-15").Short != "" {
		t.Error("the short day is still there")
	}
	form.ID, form.Opening = "", "14:00"
	_, err := c.Shorten(q, form)
	refused(t, err, refusal.EndsFirst, "dismissal")
	form.Opening = "2 pm"
	_, err = c.Shorten(q, form)
	refused(t, err, refusal.ClockForm, "opening")
	form.Opening, form.Weekdays = "", []string{"Wed"}
	_, err = c.Shorten(q, form)
	refused(t, err, refusal.WeekdayForm, "weekdays")
}

// "Every Wednesday until 12:30" is one line, on every Wednesday of its run.
func TestEveryWednesdayIsShort(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	c, q, id, _ := calendarOf(f)
	v := got(c.Shorten(q, DayForm{Calendar: id, First: "2026-09-04", Last: "2027-05-28", Weekdays: []string{"WE"}, Dismissal: "12:30"}))
	if v.of(t, "2026-09-09").Short == "" || v.of(t, "2026-09-08").Short != "" || v.of(t, "2027-06-02").Short != "" {
		t.Error("not the Wednesdays of the run")
	}
	entry := v.of(t, "2026-09-09").Entries[0]
	if want := "Short day, ends at 12:30 pm, Wednesday, Fri Sep 4, 2026 to Fri May 28, 2027"; entry.Text != want || !slices.Equal(entry.Form.Weekdays, []string{"WE"}) {
		t.Errorf("%+v", entry)
	}
}

// A remote day is a question: it is shown, and its session stays planned. The
// last day of school moves and takes sessions with it.
func TestARemoteDayAndAnEarlierEnd(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	c, q, id, _ := calendarOf(f)
	v := got(c.Note(q, DayForm{Calendar: id, First: "2026-11-03", Kind: "remote"}))
	cell := v.of(t, "2026-11-03")
	if cell.Noted != "Not in person (remote day)" || cell.State != "planned" || !strings.Contains(cell.Label, cell.Noted) || v.Frame.Did != "noted a day to ask about" {
		t.Errorf("%+v", cell)
	}
	v = got(c.Note(q, DayForm{Calendar: id, ID: cell.Entries[0].Form.ID, First: "2026-11-03", Last: "2026-11-04", Name: "Election", Kind: "unclear"}))
	if got := v.of(t, "2026-11-04").Noted; got != "Election (Not clear what this day is)" {
		t.Errorf("corrected: %q", got)
	}
	if v = got(c.TakeOut(q, "noted", id, cell.Entries[0].Form.ID)); v.of(t, "2026-11-03").Noted != "" {
		t.Error("the note is still there")
	}
	_, err := c.Note(q, DayForm{Calendar: id, First: "2026-11-03", Last: "2026-11-01"})
	refused(t, err, refusal.Backwards, "end")

	v = got(c.EndHere(q, id, "2027-06-08"))
	if v.of(t, "2027-06-09").InYear || !v.of(t, "2027-06-08").InYear || v.Frame.Did != "moved the last day of school" {
		t.Errorf("the year ends elsewhere; did %q", v.Frame.Did)
	}
	_, err = c.EndHere(q, id, "2020-06-08")
	refused(t, err, refusal.Backwards, "last_day")
}
