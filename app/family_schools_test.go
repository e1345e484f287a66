package app

import (
	"testing"

	"midweek/internal/core/refusal"
)

// Mia moves on Wednesday, March 3. Speech is on Tuesday and Thursday. Oak has
// its spring break on Mar 16 to 19; Larkspur, which she left, on Apr 6 to 9.
// From March 3 Oak's closures count: Tue Mar 16 and Thu Mar 18 are closed, and
// Tue Apr 6 is a school day again. What was before stays: Thanksgiving is
// closed by Larkspur.
func TestAMoveInMidYear(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	family := &Family{f.desk}
	v := got(family.View(""))
	old := v.Calendars[0].Form.ID
	got(family.SaveClosure("", ClosureForm{Calendar: old, First: "2027-04-06", Last: "2027-04-09", Name: "Spring", Kind: "break"}))
	before := got(family.View("")).Children[0].Plans[0]
	if len(before.Schools) != 0 {
		t.Errorf("one calendar says %v", before.Schools)
	}
	v = got(family.Move("", MoveForm{
		Plan: before.Form.ID, First: "2027-03-03", Calendar: "new", Year: YearForm{Name: "Oak Elementary", Last: "2027-06-11", Level: "elementary"},
	}))
	if v.Frame.Did != "wrote down the move" || v.Frame.Undo != "added a school year and changed a plan" {
		t.Errorf("did %q", v.Frame.Did)
	}
	plan := v.Children[0].Plans[0]
	want := []string{"Mon Aug 24, 2026 to Tue Mar 2, 2027: Larkspur, 2026-27", "Wed Mar 3, 2027 to Fri Jun 11, 2027: Oak Elementary, 2027"}
	if len(plan.Schools) != 2 || plan.Schools[0] != want[0] || plan.Schools[1] != want[1] {
		t.Errorf("schools %q, want %q", plan.Schools, want)
	}
	oak := plan.Form.Calendars[0]
	got(family.SaveClosure("", ClosureForm{Calendar: oak, First: "2027-03-16", Last: "2027-03-19", Name: "Oak break", Kind: "break"}))
	closed := map[string]bool{}
	for _, s := range got(f.desk.House.Room().Book()).Ledger.Series[0].Slots {
		closed[s.Date.String()] = s.Status.String() != "open"
	}
	if !closed["2027-03-16"] || !closed["2027-03-18"] || closed["2027-04-06"] || !closed["2026-11-26"] {
		t.Errorf("closed: %v", closed)
	}
	if years := got(family.View("")).Calendars; years[1].Form.Level != "elementary" {
		t.Errorf("the level is %q", years[1].Form.Level)
	}
}

// The calendars of a plan are kept in the order in which the form has them.
// Oak, the first, ends on Jun 4; Larkspur's last week counts after it.
func TestTheOrderOfCalendars(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	family := &Family{f.desk}
	v := got(family.SaveYear("", YearForm{Name: "Oak", First: "2026-08-20", Last: "2027-06-04"}))
	form := v.Children[0].Plans[0].Form
	form.Calendars = []string{v.Calendars[1].Form.ID, v.Calendars[0].Form.ID}
	plan := got(family.SavePlan("", form)).Children[0].Plans[0]
	want := []string{"Thu Aug 20, 2026 to Fri Jun 4, 2027: Oak, 2026-27", "Sat Jun 5, 2027 to Fri Jun 11, 2027: Larkspur, 2026-27"}
	if len(plan.Schools) != 2 || plan.Schools[0] != want[0] || plan.Schools[1] != want[1] {
		t.Errorf("schools %q, want %q", plan.Schools, want)
	}
}

// A summer program from Jun 14 to Jul 9 with 90 reserved make-up minutes of
// speech. Two missed sessions of 30 minutes, which are to make up, carry
// into it: 60 of the 90 minutes, none of which is used before that.
func TestASummerProgram(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	family, today := &Family{f.desk}, &Today{f.desk}
	child := got(family.View("")).Children[0]
	if len(child.Series) != 1 || child.Series[0].Text != "Speech" {
		t.Fatalf("series %v", child.Series)
	}
	ninety := 90
	form := SummerForm{Child: child.Form.ID, First: "2027-06-14", Last: "2027-07-09", Minutes: []SummerMinutes{{child.Series[0].ID, &ninety}}}
	v := got(family.SaveSummer("", form))
	summer := v.Children[0].Summers[0]
	if v.Frame.Did != "added a summer program" || summer.Text != "Mon Jun 14, 2027 to Fri Jul 9, 2027" || summer.Rows[0] != "Speech: 90 minutes" {
		t.Errorf("did %q: %+v", v.Frame.Did, summer)
	}
	asks := got(today.View("")).Asks
	got(today.Missed("", []string{asks[0].Key, asks[1].Key}, "provider_absent"))
	if w := got(f.desk.House.Room().Book()).Ledger.Series[0].Summer[0]; w.Carried != 60 || w.CapacityLeft != 90 {
		t.Errorf("carried %d, left %d", w.Carried, w.CapacityLeft)
	}
	summer.Form.Last = "2027-07-16"
	v = got(family.SaveSummer("", summer.Form))
	if len(v.Children[0].Summers) != 1 || v.Children[0].Summers[0].Form.Last != "2027-07-16" {
		t.Errorf("corrected: %+v", v.Children[0].Summers)
	}
	form.Last = "2027-06-01"
	_, err := family.SaveSummer("", form)
	refused(t, err, refusal.Backwards, "last")
	if v = got(family.Remove("", "esy", summer.Form.ID)); len(v.Children[0].Summers) != 0 {
		t.Error("it is still there")
	}
}

// Private OT on Thursdays, which goes on when school is closed: from Nov 5 to
// Dec 3, 2026 are five Thursdays, Thanksgiving among them, which it keeps.
// Bound to school days it has four.
func TestPrivateTherapyIgnoresTheSchool(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	family := &Family{f.desk}
	v := got(family.View(""))
	child := v.Children[0].Form.ID
	v = got(family.SavePlan("", PlanForm{Child: child, Kind: "private", First: "2026-11-05", Last: "2026-12-03", Calendars: []string{v.Calendars[0].Form.ID}}))
	one, hour := 1, 60
	form := ServiceForm{
		Plan: v.Children[0].Plans[1].Form.ID, Type: "OT", Unit: "sessions", Amount: &one, Minutes: &hour, Period: "week", Weekdays: []string{"TH"},
		First: "2026-11-05", Last: "2026-12-03", OnClosed: true,
	}
	v = got(family.SaveService("", form))
	service := v.Children[0].Plans[1].Services[0]
	if service.Counts != "5 sessions, 300 minutes" || service.Sentence != "1 session of 60 minutes a week, on Thursday, also when school is closed" {
		t.Errorf("%q, %q", service.Counts, service.Sentence)
	}
	service.Form.OnClosed = false
	v = got(family.SaveService("", service.Form))
	if again := v.Children[0].Plans[1].Services[0]; again.Form.OnClosed || again.Counts != "4 sessions on school days, 240 minutes" {
		t.Errorf("on school days: %+v", again)
	}
}
