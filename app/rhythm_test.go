package app

import (
	"slices"
	"testing"

	"midweek/internal/core/refusal"
)

// once is one session of 30 minutes a week, as the form of a new service has
// it, on Tuesday.
func (f *family) once(r RhythmForm) ServiceForm {
	one, thirty := 1, 30
	return ServiceForm{
		Plan: got((&Family{f.desk}).View("")).Children[0].Plans[0].Form.ID, Type: "OT", Unit: "sessions", Amount: &one, Minutes: &thirty, Period: "week",
		Weekdays: []string{"TU"}, Time: "09:00", First: "2026-08-24", Last: "2027-06-11", Rhythm: r,
	}
}

// September 2026 begins on a Tuesday; school on August 24, a Monday. From
// 8/24 to 6/11 lie 42 weeks, so 42 Tuesdays (8/25 to 6/8), none closed.
func TestEveryRhythmIsSaidCountedAndKept(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	two, three, four, six := 2, 3, 4, 6
	for _, tt := range []struct {
		name             string
		form             RhythmForm
		days             []string
		sentence, counts string
		rule, from       string
	}{
		{"every week", RhythmForm{}, []string{"TU"}, // 42
			"1 session of 30 minutes a week, on Tuesday at 9:00 am", "42 sessions on school days, 1,260 minutes", "FREQ=WEEKLY;BYDAY=TU", "2026-08-24"},
		// 9/1 lies in the second week: 9/1, 9/15 … 6/8 are 21.
		{"every other week", RhythmForm{Kind: "other_week", First: "2026-09-03"}, []string{"TU"},
			"1 session of 30 minutes a week, every other Tuesday at 9:00 am", "21 sessions on school days, 630 minutes", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-08-31"},
		// 9/8, 9/29 … are weeks 3, 6 … 42: 14.
		{"every third week", RhythmForm{Kind: "every_n_weeks", Every: &three, First: "2026-09-11"}, []string{"TU"},
			"1 session of 30 minutes a week, every 3rd week on Tuesday at 9:00 am", "14 sessions on school days, 420 minutes", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "2026-09-07"},
		// Of 42 weeks 10 times 3, and 2 of the last two.
		{"3 weeks of 4", RhythmForm{Kind: "weeks_of", Of: &four, On: []string{"1", "2", "3"}}, []string{"TU"},
			"1 session of 30 minutes a week, Tuesdays at 9:00 am, 3 weeks of 4", "32 sessions on school days, 960 minutes", "FREQ=WEEKLY;BYDAY=TU", "2026-08-24"},
		// September to June have ten second Tuesdays, the last on 6/8.
		{"a day of the month", RhythmForm{Kind: "monthly_nth", Nth: []string{"2"}}, []string{"TU"},
			"1 session of 30 minutes a week, the 2nd Tuesday of each month at 9:00 am", "10 sessions on school days, 300 minutes", "FREQ=MONTHLY;BYDAY=2TU", "2026-08-24"},
		// 42 weeks have 210 weekdays; two are Thanksgiving: 208 days of school,
		// 34 whole cycles of 6 and 4 days more, so 35 times Day 1 and Day 4.
		{"a cycle", RhythmForm{Kind: "cycle", Length: &six, Days: []string{"1", "4"}, First: "2026-08-24", Closed: "slide"}, nil,
			"1 session of 30 minutes a week, days 1 and 4 of a 6-day cycle at 9:00 am; a snow day moves the cycle on", "70 sessions on school days, 2,100 minutes", "", "2026-08-24"},
		{"no fixed days", RhythmForm{Kind: "none"}, []string{"TU"}, "1 session of 30 minutes a week", "", "", ""},
		// What was picked of a longer row is not shown any more.
		{"a shorter row", RhythmForm{Kind: "weeks_of", Of: &two, On: []string{"1", "3"}}, []string{"TU"},
			"1 session of 30 minutes a week, Tuesdays at 9:00 am, 1 week of 2", "21 sessions on school days, 630 minutes", "FREQ=WEEKLY;BYDAY=TU", "2026-08-24"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			screen := &Family{f.desk}
			form := f.once(tt.form)
			form.Weekdays = tt.days
			before := f.printed()
			if p := got(screen.Preview(form)); p.Sentence != tt.sentence || p.Counts != tt.counts {
				t.Errorf("says %q and %q", p.Sentence, p.Counts)
			}
			if f.printed() != before {
				t.Fatal("a look at the form wrote something")
			}
			services := got(screen.SaveService("", form)).Children[0].Plans[0].Services
			saved := services[len(services)-1]
			if saved.Sentence != tt.sentence || tt.counts != "" && saved.Counts != tt.counts {
				t.Errorf("saved, says %q and %q", saved.Sentence, saved.Counts)
			}
			rule, from := "", ""
			if planned := f.service(saved.Form.ID).Schedules; len(planned) > 0 {
				rule, from = planned[0].Rule, iso(planned[0].From)
			}
			if rule != tt.rule || from != tt.from {
				t.Errorf("planned by %q from %s", rule, from)
			}
			before = f.printed()
			if got(screen.SaveService("", saved.Form)); f.printed() != before {
				t.Errorf("saved as shown, changed to %s", changed(before, f.printed()))
			}
		})
	}
}

// A rhythm's own fields are needed, each in its bounds, and refused where they
// stand. Meanwhile the form says nothing.
func TestARhythmIsRefusedAtItsField(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	one, six, many := 1, 6, 53
	screen := &Family{f.desk}
	for _, tt := range []struct {
		code  refusal.Code
		field string
		form  RhythmForm
	}{
		{refusal.Missing, "rhythm.every", RhythmForm{Kind: "every_n_weeks"}},
		{refusal.OutOfBounds, "rhythm.every", RhythmForm{Kind: "every_n_weeks", Every: &many}},
		{refusal.OutOfBounds, "rhythm.of", RhythmForm{Kind: "weeks_of", Of: &one}},
		{refusal.Missing, "rhythm.on", RhythmForm{Kind: "weeks_of", Of: &six}},
		{refusal.Missing, "rhythm.nth", RhythmForm{Kind: "monthly_nth"}},
		{refusal.Missing, "rhythm.length", RhythmForm{Kind: "cycle"}},
		{refusal.Missing, "rhythm.days", RhythmForm{Kind: "cycle", Length: &six, Days: []string{"0", "7"}}},
		{refusal.Missing, "rhythm.first", RhythmForm{Kind: "cycle", Length: &six, Days: []string{"1"}}},
		{refusal.CycleNoSchool, "cycle.first", RhythmForm{Kind: "cycle", Length: &six, Days: []string{"1"}, First: "2026-11-26", Closed: "slide"}},
		{refusal.NoSuchDay, "rhythm.first", RhythmForm{Kind: "other_week", First: "2026-02-30"}},
		{refusal.NotAWord, "rhythm.kind", RhythmForm{Kind: "hourly"}},
	} {
		form := f.once(tt.form)
		_, err := screen.SaveService("", form)
		refused(t, err, tt.code, tt.field)
		if p := got(screen.Preview(form)); tt.code != refusal.CycleNoSchool && *p != (ServicePreview{}) {
			t.Errorf("%s: says %+v", tt.field, p)
		}
	}
	form := f.once(RhythmForm{Kind: "other_week"})
	form.Weekdays = nil
	_, err := screen.SaveService("", form)
	refused(t, err, refusal.Missing, "weekdays")
}

// Every other week goes on in the same weeks when the plan changes on the way,
// and when the new version is looked at again.
func TestEveryOtherWeekKeepsItsWeeksThroughAChange(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Family{f.desk}
	services := got(screen.SaveService("", f.once(RhythmForm{Kind: "other_week", First: "2026-09-01"}))).Children[0].Plans[0].Services
	form := services[len(services)-1].Form
	form.From, form.Time = "2026-10-05", "13:00" // a week without a session
	got(screen.SaveService("", form))
	services = got(screen.View("")).Children[0].Plans[0].Services
	next := services[len(services)-1].Form
	next.Page = "3"
	got(screen.SaveService("", next))
	if from := f.service(next.ID).Schedules[0].From; iso(from) != "2026-08-31" {
		t.Errorf("counted from %s", from)
	}
	next.First = "2026-10-12"
	got(screen.SaveService("", next))
	if from := f.service(next.ID).Schedules[0].From; iso(from) != "2026-10-12" {
		t.Errorf("from 10/12, a week with a session, counted from %s", from)
	}
}

// A rhythm that no form shows is kept until another is chosen.
func TestARareRhythmIsReplacedOnlyWhenAsked(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	screen := &Family{f.desk}
	form := f.form("biweekly")
	if form.Rhythm.Kind != kept {
		t.Fatalf("shown as %+v", form.Rhythm)
	}
	form.Rhythm.Kind, form.Weekdays = "weekly", []string{"MO"}
	got(screen.SaveService("", form))
	planned := f.service("biweekly").Schedules
	if len(planned) != 1 || planned[0].Rule != "FREQ=WEEKLY;BYDAY=MO" || len(planned[0].ExceptDates) > 0 || iso(planned[0].From) != "2026-08-24" {
		t.Errorf("%+v", planned)
	}
}

// Signed for August 24, and the first session was on September 8: on Tuesday
// and Thursday 8/25, 8/27, 9/1 and 9/3 lie before. The therapist's absence on
// 8/27 was written down already, so three are left, 90 minutes; the service
// keeps its first day, and one Undo takes all three back.
func TestALateStartIsOneDeed(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	screen := &Family{f.desk}
	service := got(screen.View("")).Children[0].Plans[0].Services[0].Form
	cal := &Calendar{f.desk}
	key := service.ID + ":2026-08-27:" + f.service(service.ID).Schedules[0].ID
	got(cal.Missed(CalendarQuery{}, []string{key}, "provider_absent"))
	late := LateForm{Service: service.ID, First: "2026-09-08"}
	cost := got(screen.LateCost(late))
	if cost.Sessions != 3 || cost.Text != "3 sessions, 90 minutes, were planned before Tue Sep 8, 2026 and are not filled in." {
		t.Errorf("costs %+v", cost)
	}
	v := got(screen.LateStart("", late))
	if v.Frame.Did != "marked 3 sessions missed" || v.Children[0].Plans[0].Services[0].Form.First != "2026-08-24" {
		t.Errorf("did %q, %+v", v.Frame.Did, v.Children[0].Plans[0].Services[0].Form)
	}
	var reasons []string
	for _, r := range got(f.desk.House.Room().Book()).Record.Sessions {
		reasons = append(reasons, r.Date.String()+" "+string(r.Reason))
	}
	slices.Sort(reasons)
	want := []string{"2026-08-25 service_not_started", "2026-08-27 provider_absent", "2026-09-01 service_not_started", "2026-09-03 service_not_started"}
	if !slices.Equal(reasons, want) {
		t.Errorf("%v", reasons)
	}
	if cost := got(screen.LateCost(late)); cost.Sessions != 0 {
		t.Errorf("again: %+v", cost)
	}
	_, err := screen.LateStart("", late)
	refused(t, err, refusal.NoneBefore, "first")
	_, err = screen.LateCost(LateForm{Service: service.ID, First: "2026-09-11"})
	refused(t, err, refusal.NotYet, "first")
	got(screen.Undo(""))
	if cost := got(screen.LateCost(late)); cost.Sessions != 3 {
		t.Errorf("taken back: %+v", cost)
	}
}

// A rhythm that begins later than its service stays where it is when the
// service's own first day moves.
func TestALaterRhythmStaysWhenTheServiceMoves(t *testing.T) {
	f := brought(t, "2026-09-24", odd)
	form := f.form("longer")
	form.First = "2026-08-31"
	got((&Family{f.desk}).SaveService("", form))
	if from := f.service("longer").Schedules[0].From; iso(from) != "2026-10-01" {
		t.Errorf("begins %s", from)
	}
}
