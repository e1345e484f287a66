package fit_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
)

// september is the school year of the worked examples: 1 to 25 September 2026,
// Monday to Friday, closed on Labor Day.
//
//	MO TU WE TH FR
//	    1  2  3  4
//	--  8  9 10 11
//	14 15 16 17 18
//	21 22 23 24 25
func september() *calendar.SchoolYear {
	return &calendar.SchoolYear{
		First: on(1), Last: on(25), Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{{Span: day.Span{First: on(7), Last: on(7)}, Kind: calendar.Holiday}},
	}
}

func on(dayOfSeptember int) day.Day { return day.Of(2026, 9, dayOfSeptember) }

// owing is a series of a half-hour service with minutes to make up, the oldest
// first.
func owing(y *calendar.SchoolYear, minutes ...int) *ledger.Series {
	service := &iep.Service{ID: "sp", Start: y.First, End: y.Last, Schedules: []iep.Schedule{{ID: "a", Minutes: 30}}}
	s := &ledger.Series{ID: "sp", Versions: []*ledger.Version{{Service: service, School: calendar.School{calendar.NewDays(y)}}}}
	for i, n := range minutes {
		date := y.First + day.Day(i)
		s.Obligations = append(s.Obligations, &ledger.Obligation{
			ID: "sp:" + date.String(), Date: date, Minutes: n, Open: n, Verdict: policy.Verdict{Answer: policy.Yes},
		})
		s.Summary.OpenOwed += n
	}
	return s
}

// Worked by hand on 8 September, when 9, 10, 11, 14 to 18 and 21 to 25 are
// left: 13 school days in 3 weeks.
var worked = []struct {
	name      string
	open      int
	limits    fit.Limits
	fits      int
	binding   fit.Binding
	lastStart day.Day
}{
	{"nothing is open", 0, fit.Limits{}, 0, fit.NothingBinds, day.None},
	{"one session, and the very last day will do", 30, fit.Limits{}, 30, fit.NothingBinds, on(25)},
	{"a minute more takes a second week: the Friday before", 31, fit.Limits{}, 31, fit.NothingBinds, on(18)},
	{"two sessions in two weeks", 60, fit.Limits{}, 60, fit.NothingBinds, on(18)},
	{"three sessions take all three weeks", 90, fit.Limits{}, 90, fit.NothingBinds, on(11)},
	{"a fourth session finds no week; twice a week would do, and so would an hour, and the week is named first",
		120, fit.Limits{}, 90, fit.PerWeekBinds, day.None},
	{"twice a week it fits: both in the last two weeks", 120, fit.Limits{PerWeek: 2}, 120, fit.NothingBinds, on(17)},
	{"13 days of 30 minutes hold 390", 390, fit.Limits{PerWeek: 5}, 390, fit.NothingBinds, on(9)},
	{"391 they do not, but longer sessions would", 391, fit.Limits{PerWeek: 5}, 390, fit.MinutesBind, day.None},
	{"391 once a week: neither more sessions nor longer ones", 391, fit.Limits{}, 90, fit.DaysBind, day.None},
	{"all days would just do", 390, fit.Limits{}, 90, fit.PerWeekBinds, day.None},
	{"Tuesdays are the 15th and 22nd; today's is not counted", 60, fit.Limits{Days: day.SetOf(day.Tuesday)}, 60, fit.NothingBinds, on(15)},
	{"a third Tuesday is not there; sessions of an hour would do", 90, fit.Limits{Days: day.SetOf(day.Tuesday)}, 60, fit.MinutesBind, day.None},
	{"two Tuesdays of an hour hold 120 and no more", 121, fit.Limits{Days: day.SetOf(day.Tuesday)}, 60, fit.DaysBind, day.None},
	{"just twice as long would do", 120, fit.Limits{Days: day.SetOf(day.Tuesday)}, 60, fit.MinutesBind, day.None},
	{"Tuesdays and Thursdays, twice a week: 10, 15, 17, 22, 24", 150, tuesdayThursday, 150, fit.NothingBinds, on(10)},
	{"four of them", 120, tuesdayThursday, 120, fit.NothingBinds, on(15)},
	{"three of them", 90, tuesdayThursday, 90, fit.NothingBinds, on(17)},
	{"sessions of 45 minutes", 90, fit.Limits{Minutes: 45}, 90, fit.NothingBinds, on(18)},
	{"no school on Saturday", 30, fit.Limits{Days: day.SetOf(day.Saturday)}, 0, fit.DaysBind, day.None},
}

var tuesdayThursday = fit.Limits{PerWeek: 2, Days: day.SetOf(day.Tuesday, day.Thursday)}

func TestBindingAndLastStart(t *testing.T) {
	for _, c := range worked {
		f := mustFit(t, owing(september(), c.open), on(8), c.limits)
		if f.Fits != c.fits || f.Leftover != c.open-c.fits || f.Binding != c.binding || f.LastStart != c.lastStart {
			t.Errorf("%s: %d of %d fit, bound by %s, last start %q; want %d, %s, %q",
				c.name, f.Fits, c.open, f.Binding, f.LastStart, c.fits, c.binding, c.lastStart)
		}
	}
}

func mustFit(t testing.TB, s *ledger.Series, asOf day.Day, limits fit.Limits) *fit.Fit {
	t.Helper()
	f, err := fit.For(s, asOf, limits)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestThePlanTakesTheEarliestDaysAndPaysTheOldestFirst(t *testing.T) {
	f := mustFit(t, owing(september(), 45, 10, 30), on(8), fit.Limits{PerWeek: 2})
	want := []fit.Session{
		{Date: on(9), Minutes: 30, ObligationID: "sp:2026-09-01"},
		{Date: on(10), Minutes: 15, ObligationID: "sp:2026-09-01"},
		{Date: on(10), Minutes: 10, ObligationID: "sp:2026-09-02"},
		{Date: on(10), Minutes: 5, ObligationID: "sp:2026-09-03"},
		{Date: on(14), Minutes: 25, ObligationID: "sp:2026-09-03"},
	}
	if len(f.Plan) != len(want) {
		t.Fatalf("planned %v, want %v", f.Plan, want)
	}
	for i := range want {
		if f.Plan[i] != want[i] {
			t.Errorf("planned %v, want %v", f.Plan[i], want[i])
		}
	}
}

// What is asked about is not planned.
func TestUndecidedMinutesAreNotPlanned(t *testing.T) {
	s := owing(september(), 30, 30)
	s.Obligations[0].Verdict.Answer = policy.Ask
	s.Summary.OpenOwed, s.Summary.Undecided = 30, 30
	f := mustFit(t, s, on(8), fit.Limits{})
	if f.Open != 30 || len(f.Plan) != 1 || f.Plan[0].ObligationID != "sp:2026-09-02" {
		t.Errorf("open %d, planned %v", f.Open, f.Plan)
	}
}

// The days looked at are those of the school year that holds today, else of
// the next to begin, else none.
func TestTheSchoolYearLookedAt(t *testing.T) {
	next := &calendar.SchoolYear{First: day.Of(2027, 8, 25), Last: day.Of(2028, 6, 2), Weekdays: day.MondayToFriday}
	for _, c := range []struct {
		asOf, first, last string
	}{
		{"2026-08-20", "2026-09-01", "2026-09-25"},
		{"2026-08-31", "2026-09-01", "2026-09-25"},
		{"2026-09-01", "2026-09-02", "2026-09-25"},
		{"2026-09-24", "2026-09-25", "2026-09-25"},
		{"2026-09-26", "2027-08-25", "2028-06-02"},
		{"2028-06-01", "2028-06-02", "2028-06-02"},
	} {
		s := owing(september(), 30)
		s.Versions[0].School = append(s.Versions[0].School, calendar.NewDays(next))
		f := mustFit(t, s, day.MustParse(c.asOf), fit.Limits{})
		if f.Until.First.String() != c.first || f.Until.Last.String() != c.last {
			t.Errorf("on %s the days looked at are %s to %s, want %s to %s", c.asOf, f.Until.First, f.Until.Last, c.first, c.last)
		}
	}
	for _, asOf := range []day.Day{on(25), on(26)} { // the last day, and the day after it
		f := mustFit(t, owing(september(), 30), asOf, fit.Limits{})
		if !f.Until.Empty() && f.Until != (day.Span{}) || f.Fits != 0 || f.Leftover != 30 || f.Binding != fit.DaysBind {
			t.Errorf("on %s: %+v", asOf, f)
		}
	}
}

func TestTheLengthOfASession(t *testing.T) {
	s := owing(september(), 300)
	if f := mustFit(t, s, on(8), fit.Limits{}); f.Limits.Minutes != 30 || f.Limits.PerWeek != 1 || f.Limits.Days != day.MondayToFriday {
		t.Errorf("by the schedule: %+v", f.Limits)
	}
	s.Versions[0].Service.Requirement = &iep.Requirement{Unit: iep.Sessions, MinutesPerSession: new(20)}
	if f := mustFit(t, s, on(8), fit.Limits{}); f.Limits.Minutes != 20 {
		t.Errorf("as worded: %+v", f.Limits)
	}
	s.Versions[0].Service.Requirement, s.Versions[0].Service.Schedules = nil, nil
	_, err := fit.For(s, on(8), fit.Limits{})
	if r := refusal.From(err); r == nil || r.Code != refusal.NoSessionLength {
		t.Errorf("without any length: %v", err)
	}
}

// What does not fit goes into the minutes that the summer still has, and what
// those do not hold to next year's request.
func TestTheSummerAndNextYear(t *testing.T) {
	for _, c := range []struct{ open, capacity, fits, summer, next int }{
		{90, 100, 90, 0, 0},
		{120, 100, 90, 30, 0},
		{200, 100, 90, 100, 10},
		{200, 0, 90, 0, 110},
	} {
		s := owing(september(), c.open)
		s.Summer = []ledger.Window{{CapacityLeft: c.capacity - c.capacity/4}, {CapacityLeft: c.capacity / 4}}
		f := mustFit(t, s, on(8), fit.Limits{})
		if f.Fits != c.fits || f.Summer != (fit.Summer{Capacity: c.capacity, Fits: c.summer, Leftover: c.next}) {
			t.Errorf("%d open, %d reserved: %d fit, then %+v", c.open, c.capacity, f.Fits, f.Summer)
		}
	}
}
