package app

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// on lets days go by: the program is opened again on a later one.
func (f *family) on(today string) {
	f.Helper()
	f.today = day.MustParse(today)
	f.restart()
}

// steps are the ids of a child's first steps, those done with a mark.
func steps(v BeginView) string {
	var ids []string
	for _, step := range v.Steps {
		if step.Done {
			step.ID += "+"
		}
		ids = append(ids, step.ID)
	}
	return strings.Join(ids, " ")
}

// fresh begins a record and gives its child.
func (f *family) fresh() ChildView {
	f.Helper()
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	return got((&Family{f.desk}).View("")).Children[0]
}

// The first steps from an empty record: each is saved by itself, and the
// program comes back to the one that was reached. Speech on Tuesday and
// Thursday, Aug 25 to Jun 10: the 42 weeks from Aug 24 to Jun 11 have 84
// sessions of 30 minutes; Thanksgiving's Thursday is one of them.
func TestTheFirstSteps(t *testing.T) {
	f := newFamily(t, "2026-08-20")
	mia := f.fresh()
	screen := &Family{f.desk}
	if got := steps(mia.Begin); got != "child kind services calendar understood" || mia.Begin.At != "child" {
		t.Fatalf("at %q of %s", mia.Begin.At, got)
	}
	form := mia.Form
	form.State = "TX"
	v := got(screen.SaveSchool("", SchoolForm{Child: form, Year: YearForm{First: "8/24/2026", Last: "6/11/2027"}}))
	if v.Frame.Did != "changed a child and added a school year" {
		t.Errorf("did %q", v.Frame.Did)
	}
	got(screen.Reach("", form.ID, "kind"))
	year := v.Calendars[0].Form.ID
	v = got(screen.SavePlan("", PlanForm{Child: form.ID, Kind: "IEP", First: "2026-08-24", Last: "2027-06-11", Calendars: []string{year}}))
	v = got(screen.Reach("", form.ID, "services"))

	if frame := f.restart().Frame; frame.Begin != form.ID+"/services" {
		t.Fatalf("after a restart the steps are at %q", frame.Begin)
	}
	screen = &Family{f.desk}
	two, thirty := 2, 30
	v = got(screen.SaveService("", ServiceForm{
		Plan: v.Children[0].Plans[0].Form.ID, Type: "speech", Unit: "sessions", Amount: &two, Minutes: &thirty, Period: "week",
		Weekdays: []string{"TU", "TH"}, First: "2026-08-24", Last: "2027-06-11",
	}))
	b := v.Children[0].Begin
	if got := steps(b); got != "child+ kind+ services+ calendar understood" || b.At != "services" {
		t.Errorf("at %q of %s", b.At, got)
	}
	want := OutlookView{
		ID: v.Children[0].Plans[0].Services[0].Form.ID, Title: "Speech", Sentence: "2 sessions of 30 minutes a week, on Tuesday and Thursday",
		Planned: "84 sessions, 2,520 minutes", Promised: "2,520 minutes", Lost: "0 sessions", First: "Tue Aug 25, 2026", Last: "Thu Jun 10, 2027",
	}
	if b.Services[0] != want {
		t.Errorf("understood %+v, want %+v", b.Services[0], want)
	}
	if len(b.Rests) != 1 || !strings.Contains(b.Rests[0], "nothing is taken away") {
		t.Errorf("rests on %q", b.Rests)
	}

	v = got(screen.SaveClosure("", ClosureForm{Calendar: year, First: "2026-11-26", Last: "2026-11-27", Name: "Thanksgiving", Kind: "holiday"}))
	b = v.Children[0].Begin
	if o := b.Services[0]; o.Planned != "83 sessions, 2,490 minutes" || o.Lost != "1 session" || len(b.Rests) != 0 {
		t.Errorf("after Thanksgiving: %+v, rests on %q", o, b.Rests)
	}
	if left := got(screen.Reach("", form.ID, "")); left.Frame.Begin != "" || left.Children[0].Begin.At != "understood" {
		t.Errorf("left at %q, %q", left.Frame.Begin, left.Children[0].Begin.At)
	}
}

// A first step is refused where it is wrong, and nothing of it is kept. The
// days of school can wait.
func TestTheFirstStepIsOneDeed(t *testing.T) {
	f := newFamily(t, "2026-08-20")
	mia := f.fresh().Form
	screen := &Family{f.desk}
	mia.State = "TX"
	_, err := screen.SaveSchool("", SchoolForm{Child: mia, Year: YearForm{First: "8/24/2026"}})
	refused(t, err, refusal.Missing, "last")
	_, err = screen.SaveSchool("", SchoolForm{Child: mia, Year: YearForm{First: "8/24/2026", Last: "6/11/2026"}})
	if refusal.From(err) == nil {
		t.Errorf("a year that ends before it begins: %v", err)
	}
	if v := got(screen.View("")); v.Children[0].Form.State != "" || len(v.Calendars) != 0 {
		t.Errorf("kept %+v and %d years", v.Children[0].Form, len(v.Calendars))
	}
	if v := got(screen.SaveSchool("", SchoolForm{Child: mia})); v.Children[0].Form.State != "TX" || len(v.Calendars) != 0 {
		t.Errorf("without days: %+v and %d years", v.Children[0].Form, len(v.Calendars))
	}
	if v := got(screen.Undo("")); v.Children[0].Form.State != "" {
		t.Errorf("undone, and the state is %q", v.Children[0].Form.State)
	}
}

// The sample family has no first steps of its own, and those of the own record
// wait meanwhile.
func TestTheStepsWaitWhileTheSampleIsOpen(t *testing.T) {
	f := newFamily(t, "2026-08-20")
	id := f.fresh().Form.ID
	start := &Start{f.desk}
	if v := got(start.Sample()); v.Frame.Begin != "" {
		t.Errorf("the sample is at %q", v.Frame.Begin)
	}
	if v := got(start.Own()); v.Frame.Begin != id+"/child" {
		t.Errorf("back at %q", v.Frame.Begin)
	}
}

// Theo, the second child, has steps of his own on the same calendar.
func TestASecondChildBegins(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Family{f.desk}
	v := got(screen.SaveChild("", ChildForm{Name: "Theo"}))
	theo := v.Children[1]
	if theo.Begin.At != "child" {
		t.Errorf("Theo is at %q", theo.Begin.At)
	}
	v = got(screen.Reach("", theo.Form.ID, "kind"))
	if v.Frame.Begin != theo.Form.ID+"/kind" || v.Children[1].Begin.At != "kind" || v.Children[0].Begin.At != "understood" {
		t.Errorf("at %q: Theo at %q, Mia at %q", v.Frame.Begin, v.Children[1].Begin.At, v.Children[0].Begin.At)
	}
}

// A plan whose days run beyond the school year, and one without a year, say so.
func TestWhatTheNumbersRestOn(t *testing.T) {
	f := newFamily(t, "2026-08-20")
	mia := f.fresh().Form
	screen := &Family{f.desk}
	v := got(screen.SavePlan("", PlanForm{Child: mia.ID, Kind: "504", First: "2026-08-24", Last: "2027-08-20"}))
	two, thirty := 2, 30
	v = got(screen.SaveService("", ServiceForm{
		Plan: v.Children[0].Plans[0].Form.ID, Type: "OT", Unit: "sessions", Amount: &two, Minutes: &thirty, Period: "week",
		Weekdays: []string{"MO"}, First: "2026-08-24", Last: "2027-08-20",
	}))
	b := v.Children[0].Begin
	if len(b.Rests) != 1 || !strings.Contains(b.Rests[0], "no school year yet") || b.Services[0].Planned != "" {
		t.Errorf("without a year: %+v, %q", b.Services[0], b.Rests)
	}
	v = got(screen.SaveYear("", YearForm{Name: "Oak", First: "2026-08-24", Last: "2027-06-11"}))
	rests := v.Children[0].Begin.Rests
	if !slices.ContainsFunc(rests, func(r string) bool {
		return r == "OT: it runs until Fri Aug 20, 2027. No school year is here for the days after Fri Jun 11, 2027, so nothing is planned on them."
	}) {
		t.Errorf("rests on %q", rests)
	}
}

// The plan was approved in February and speech, twice a week, began in April.
// From Tue Feb 16 to Thu Apr 8 lie eight weeks, one of them spring break: 14
// sessions of 30 minutes. The plan's first day stays; they are written down
// under their own reason, in one deed. The whole plan has 17 weeks, 16 with
// school: 32 sessions.
func TestALateStart(t *testing.T) {
	f := newFamily(t, "2027-04-15")
	mia := f.fresh().Form
	screen := &Family{f.desk}
	v := got(screen.SaveSchool("", SchoolForm{Child: mia, Year: YearForm{First: "2026-08-24", Last: "2027-06-11"}}))
	year := v.Calendars[0].Form.ID
	v = got(screen.SavePlan("", PlanForm{Child: mia.ID, Kind: "IEP", First: "2027-02-15", Last: "2027-06-11", Calendars: []string{year}}))
	two, thirty := 2, 30
	got(screen.SaveService("", ServiceForm{
		Plan: v.Children[0].Plans[0].Form.ID, Type: "speech", Unit: "sessions", Amount: &two, Minutes: &thirty, Period: "week",
		Weekdays: []string{"TU", "TH"}, First: "2027-02-15", Last: "2027-06-11",
	}))
	v = got(screen.SaveClosure("", ClosureForm{Calendar: year, First: "2027-03-15", Last: "2027-03-19", Name: "Spring", Kind: "break"}))
	o := v.Children[0].Begin.Services[0]
	if !o.Late || o.Planned != "32 sessions, 960 minutes" || o.Promised != "960 minutes" || o.Lost != "2 sessions" || o.First != "Tue Feb 16, 2027" {
		t.Fatalf("understood %+v", o)
	}
	late := LateForm{Service: o.ID, First: "4/13/2027"}
	if cost := got(screen.LateCost(late)); cost.Text != "14 sessions, 420 minutes, were planned before Tue Apr 13, 2027 and are not filled in." {
		t.Errorf("it would cost %q", cost.Text)
	}
	v = got(screen.LateStart("", late))
	if v.Children[0].Begin.Services[0].Late || v.Children[0].Plans[0].Services[0].Form.First != "2027-02-15" {
		t.Errorf("after it: %+v", v.Children[0].Begin.Services[0])
	}

	today := &Today{f.desk}
	asks := got(today.View("")).Asks
	if len(asks) != 2 || asks[0].On.ISO != "2027-04-13" {
		t.Fatalf("asked about %v, want Apr 13 and today", asks)
	}
	b := got(today.Happened("", []string{asks[0].Key})).Balances[0]
	if b.ToMakeUp != 420 || b.Given != 30 || b.Planned != 450 {
		t.Errorf("%d to make up, %d given of %d; want 420, 30 of 450", b.ToMakeUp, b.Given, b.Planned)
	}
	not := 0
	for _, line := range got((&Owed{f.desk}).View("")).Series[0].Lines {
		if line.Entry.Text == "Missed: service had not started" && line.Words == "to make up" {
			not++
		}
	}
	if not != 14 {
		t.Errorf("%d lines say that the service had not started, want 14", not)
	}
	got(today.Undo(""))
	if b := got(today.Undo("")).Balances[0]; b.ToMakeUp != 0 || b.NotFilledIn != 15 {
		t.Errorf("after two undos: %d to make up, %d not filled in", b.ToMakeUp, b.NotFilledIn)
	}
}
