package app

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/refusal"
)

const fromTheSchool = `Nov 11 Veterans Day - no school
12/21 - 1/1 Winter break
Dec 15 early release at 9:45 am
the children sing
Mar 23-25 State testing`

// Speech is on Tuesday and Thursday at 10:00. Veterans Day is a Wednesday. The
// winter break of Dec 21 to Jan 1 takes Dec 22, 24, 29 and 31. Tue Dec 15 ends
// at 9:45, before speech begins: it stays expected. The tests of Mar 23 to 25
// are a question and take nothing. So five dates change, four of them off the
// schedule, and line 4 is said not to be understood.
func TestPastedDatesAreReadAndAdded(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	year := &Year{f.desk}
	v := got(year.View(FillQuery{Text: fromTheSchool}))
	kinds := map[string]string{}
	var picks []PastedPick
	for _, r := range v.Pasted.Rows {
		kinds[r.On] = r.Kind
		if !r.Take {
			t.Errorf("not taken: %+v", r)
		}
		picks = append(picks, PastedPick{r.ID, r.Kind, r.From, r.Until})
	}
	want := map[string]string{
		"Wed Nov 11, 2026": "closed", "Mon Dec 21, 2026 to Fri Jan 1, 2027": "closed", "Tue Dec 15, 2026": "short",
		"Tue Mar 23, 2027 to Thu Mar 25, 2027": "noted",
	}
	for on, kind := range want {
		if kinds[on] != kind {
			t.Errorf("%s is read as %q, want %q", on, kinds[on], kind)
		}
	}
	if len(v.Pasted.Unread) != 1 || v.Pasted.Unread[0].Line != 4 {
		t.Errorf("not understood: %+v", v.Pasted.Unread)
	}
	v = got(year.AddText(v.Query, picks))
	var dates []string
	for _, r := range v.Changed.Rows {
		dates = append(dates, r.On.ISO+" "+r.How)
	}
	changed := []string{"2026-12-15 short", "2026-12-22 left", "2026-12-24 left", "2026-12-29 left", "2026-12-31 left"}
	if !slices.Equal(dates, changed) {
		t.Errorf("changed %v, want %v", dates, changed)
	}
	if !strings.Contains(v.Changed.Rows[0].Why, "stays expected") {
		t.Errorf("the short day says %q", v.Changed.Rows[0].Why)
	}
	for _, r := range v.Pasted.Rows {
		if r.Take || r.Already == "" {
			t.Errorf("after it was added: %+v", r)
		}
	}
	y := got(f.desk.House.Room().Book()).Record.Calendars[0]
	if len(y.NotedDays) != 1 || y.NotedDays[0].Kind != calendar.Testing || y.NotedDays[0].Source != calendar.Pasted || len(y.PartialDays) != 1 {
		t.Errorf("noted %+v, short %+v", y.NotedDays, y.PartialDays)
	}
}

// A person knows better: the short day is a day off, the tests are left out.
func TestAPersonChangesWhatWasRead(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	year := &Year{f.desk}
	v := got(year.View(FillQuery{Text: fromTheSchool}))
	i := slices.IndexFunc(v.Pasted.Rows, func(r PastedRow) bool { return r.Kind == "short" })
	id := v.Pasted.Rows[i].ID
	w := got(year.AddText(v.Query, []PastedPick{{ID: id, Kind: "closed"}}))
	if len(w.Changed.Rows) != 1 || w.Changed.Rows[0].How != "left" {
		t.Errorf("changed %+v", w.Changed.Rows)
	}
	for _, c := range []struct {
		picks []PastedPick
		code  refusal.Code
		field string
	}{
		{nil, refusal.NothingTicked, "days"},
		{[]PastedPick{{ID: id, Kind: "short", Until: "25:00"}}, refusal.ClockForm, "until"},
		{[]PastedPick{{ID: id, Kind: "gone"}}, refusal.NotAWord, "kind"},
		{[]PastedPick{{ID: "9/x", Kind: "closed"}}, refusal.NoSuch, "days"},
	} {
		_, err := year.AddText(v.Query, c.picks)
		refused(t, err, c.code, c.field)
	}
	_, err := year.View(FillQuery{Text: strings.Repeat("Nov 11\n", 8000)})
	refused(t, err, refusal.TextTooLong, "text")
}

// What only the school can say is shown, and not ticked.
func TestAQuestionIsNotTicked(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	rows := got((&Year{f.desk}).View(FillQuery{Text: "Mar 5 Remote learning day"})).Pasted.Rows
	if len(rows) != 1 || rows[0].Take || rows[0].Kind != "noted" {
		t.Errorf("read as %+v", rows)
	}
}
