package app

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/refusal"
)

// find is the usual day of a name.
func (v *FillView) find(t *testing.T, name string) UsualDay {
	t.Helper()
	for _, g := range v.Groups {
		for _, d := range g.Days {
			if d.Name == name {
				return d
			}
		}
	}
	t.Fatalf("no usual day %q", name)
	return UsualDay{}
}

// A family ticks three usual days of 2026-27. Speech is on Tuesday and
// Thursday. Veterans Day 2026 is a Wednesday and takes nothing; Christmas Eve
// 2026 is a Thursday, so the winter break of Dec 24 to Jan 1 takes Dec 24,
// Tue Dec 29 and Thu Dec 31; spring break, Mar 15 to 19 as the school has it,
// takes Tue Mar 16 and Thu Mar 18. Five therapy dates change, in one deed.
func TestUsualDaysAreTicked(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	year := &Year{f.desk}
	v := got(year.View(FillQuery{}))
	if v.Label != "Larkspur, 2026-27" || v.Query.State != "" {
		t.Fatalf("opened %q for state %q", v.Label, v.Query.State)
	}
	if d := v.find(t, "Thanksgiving Day"); !d.Closed || d.Already != "closed already: Thanksgiving" {
		t.Errorf("Thanksgiving: %+v", d)
	}
	if d := v.find(t, "Spring break"); !d.Ask || d.Closed {
		t.Errorf("spring break: %+v", d)
	}
	q := v.Query
	ticked := []UsualTick{
		{ID: v.find(t, "Veterans Day").ID}, {ID: v.find(t, "Winter break").ID},
		{ID: v.find(t, "Spring break").ID, First: "2027-03-15", Last: "2027-03-19"},
	}
	v = got(year.AddUsual(q, ticked))
	var dates []string
	for _, r := range v.Changed.Rows {
		dates = append(dates, r.On.ISO)
	}
	want := []string{"2026-12-24", "2026-12-29", "2026-12-31", "2027-03-16", "2027-03-18"}
	if !slices.Equal(dates, want) || v.Changed.Lead != "These 5 therapy dates changed" {
		t.Errorf("%q: %v, want %v", v.Changed.Lead, dates, want)
	}
	if row := v.Changed.Rows[0]; row.How != "left" || row.Why != "off the schedule: Winter break" || row.Text != "Speech, 10:00 am" {
		t.Errorf("the first: %+v", row)
	}
	if v.Frame.Did != "changed a school year" || !v.find(t, "Winter break").Closed {
		t.Errorf("did %q, winter break %+v", v.Frame.Did, v.find(t, "Winter break"))
	}
	sources := map[string]calendar.Source{}
	for _, c := range got(f.desk.House.Room().Book()).Record.Calendars[0].Closures {
		sources[c.Name] = c.Source
	}
	if sources["Spring break"] != calendar.Suggested || sources["Thanksgiving"] != calendar.Typed {
		t.Errorf("sources %v", sources)
	}
	v = got(year.Undo(q))
	if v.find(t, "Winter break").Closed || len(v.Changed.Rows) != 0 {
		t.Error("undo leaves the days closed")
	}
}

func TestTicksAreRefused(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	year := &Year{f.desk}
	v := got(year.View(FillQuery{}))
	spring := v.find(t, "Spring break").ID
	for _, c := range []struct {
		ticked []UsualTick
		code   refusal.Code
		field  string
	}{
		{nil, refusal.NothingTicked, "days"},
		{[]UsualTick{{ID: "2026-09-08/2026-09-08"}}, refusal.NoSuch, "days"},
		{[]UsualTick{{ID: spring}}, refusal.Missing, "first"},
		{[]UsualTick{{ID: spring, First: "2027-03-19", Last: "2027-03-15"}}, refusal.Backwards, "last"},
		{[]UsualTick{{ID: spring, First: "2028-03-19"}}, refusal.OutsideYear, "days"},
	} {
		_, err := year.AddUsual(v.Query, c.ticked)
		refused(t, err, c.code, c.field)
	}
}

// The state of the child decides which holidays of a state are suggested;
// another one can be looked at, and is written nowhere.
func TestTheStateIsAskedAndNotWritten(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	year := &Year{f.desk}
	has := func(v *FillView, why string) bool {
		return slices.ContainsFunc(v.Groups, func(g UsualGroup) bool { return g.Why == why })
	}
	if v := got(year.View(FillQuery{})); has(v, "state") {
		t.Error("holidays of a state that nobody named")
	}
	v := got(year.View(FillQuery{State: "MA"}))
	if !has(v, "state") || v.Query.State != "MA" {
		t.Errorf("no holidays of Massachusetts for %q", v.Query.State)
	}
	if v = got(year.View(FillQuery{State: "none"})); has(v, "state") || !has(v, "federal") {
		t.Error("holidays of no state are asked for")
	}
	if child := got((&Family{f.desk}).View("")).Children[0].Form; child.State != "" {
		t.Errorf("the child has the state %q", child.State)
	}
}

// The year 2026-27 is moved on. Thanksgiving Day of 2026, a Thursday and a
// Friday from Nov 26, goes with the holiday to Nov 25 and 26 of 2027. The
// first day moves by 52 weeks, Aug 24 to Aug 23, the last from Jun 11 to
// Jun 9. An ice day is left out. The plan ends before and is left alone.
func TestNextYearIsAGuess(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	family, year := &Family{f.desk}, &Year{f.desk}
	id := got(family.View("")).Calendars[0].Form.ID
	got(family.SaveClosure("", ClosureForm{Calendar: id, First: "2027-01-21", Name: "Ice day", Kind: "weather"}))
	q := FillQuery{Calendar: id}
	next := got(year.View(q)).Next
	if next.Label != "Larkspur, 2027-28" || next.Dates != "Mon Aug 23, 2027 to Fri Jun 9, 2028" {
		t.Errorf("offers %q, %q", next.Label, next.Dates)
	}
	want := GuessDay{On: "Thu Nov 25, 2027 to Fri Nov 26, 2027", Name: "Thanksgiving", Was: "last year Thu Nov 26, 2026 to Fri Nov 27, 2026"}
	if !slices.Contains(next.Moved, want) {
		t.Errorf("moved %+v", next.Moved)
	}
	if len(next.Left) != 1 || !strings.HasPrefix(next.Left[0], "Ice day") {
		t.Errorf("left out %v", next.Left)
	}
	if len(next.Plans) != 0 || len(next.Before) != 1 {
		t.Errorf("plans %v, before %v", next.Plans, next.Before)
	}
	v := got(year.Guess(q, nil))
	if v.Frame.Did != "added a school year" || v.Changed.Lead != "No planned session changed." || v.Next.There == "" {
		t.Errorf("did %q, %q, there %q", v.Frame.Did, v.Changed.Lead, v.Next.There)
	}
	guess := got(year.View(FillQuery{Calendar: v.Next.There}))
	if guess.Guess != "This year is a guess, made from 2026-27" {
		t.Errorf("the guess says %q", guess.Guess)
	}
	if rows := got(family.View("")).Calendars; rows[1].Guess == "" || rows[0].Guess != "" {
		t.Errorf("School years say %q and %q", rows[0].Guess, rows[1].Guess)
	}
	if v := got(year.Real(FillQuery{Calendar: v.Next.There})); v.Guess != "" {
		t.Errorf("still %q", v.Guess)
	}
	if v := got(year.Undo(FillQuery{Calendar: v.Next.There})); v.Guess == "" {
		t.Error("undo does not make it a guess again")
	}
}

// A plan that runs on follows the guess when the family says so. Speech on
// Tuesday and Thursday until Sep 30, 2027: from Tue Aug 24 to Thu Sep 30 are
// six Tuesdays and six Thursdays, so twelve sessions come.
func TestAPlanFollowsTheGuess(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	family, year := &Family{f.desk}, &Year{f.desk}
	v := got(family.View(""))
	plan := v.Children[0].Plans[0]
	plan.Form.Last = "2027-09-30"
	got(family.SavePlan("", plan.Form))
	service := plan.Services[0].Form
	service.Last = "2027-09-30"
	got(family.SaveService("", service))
	q := FillQuery{Calendar: v.Calendars[0].Form.ID}
	next := got(year.View(q)).Next
	if len(next.Plans) != 1 || len(next.Before) != 0 {
		t.Fatalf("plans %v, before %v", next.Plans, next.Before)
	}
	w := got(year.Guess(q, []string{next.Plans[0].ID}))
	if len(w.Changed.Rows) != 12 || w.Changed.Rows[0].How != "came" || w.Changed.Rows[0].On.ISO != "2027-08-24" {
		t.Errorf("%d sessions came, the first %+v", len(w.Changed.Rows), w.Changed.Rows)
	}
	if w.Frame.Did != "added a school year and changed a plan" {
		t.Errorf("did %q", w.Frame.Did)
	}
	plan = got(family.View("")).Children[0].Plans[0]
	if len(plan.Form.Calendars) != 2 || len(plan.Schools) != 2 || !strings.Contains(plan.Schools[1], "Larkspur, 2027-28") {
		t.Errorf("calendars %v, %v", plan.Form.Calendars, plan.Schools)
	}
}
