package planner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/planner"
	"midweek/internal/core/record"
)

// guessed is September 2026 with a week more of closures, moved on by a year
// as a guess: 2027-09-06 to 2027-09-10 is closed beside what is closed anyway.
func guessed() *calendar.Days {
	return calendar.NewDays(&calendar.SchoolYear{
		First: day.Of(2027, 9, 1), Last: day.Of(2027, 9, 17), Weekdays: day.MondayToFriday, Guess: true,
		Closures: []calendar.Closure{{Span: day.Span{First: day.Of(2027, 9, 6), Last: day.Of(2027, 9, 10)}, Kind: calendar.Break}},
	})
}

// By hand: in the guessed weeks every weekday loses one session; Wednesday,
// Thursday and Friday keep two, Monday and Tuesday one.
func TestEveryYearIsCountedByItself(t *testing.T) {
	years := append(september(), guessed())
	a, err := planner.Ask(planner.Question{Years: years, Wish: planner.Wish{Days: 1}, Now: planner.Present{Days: day.SetOf(day.Monday)}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range a.Options {
		got = append(got, fmt.Sprintf("%d %s real %d/%d guessed %d/%d", o.Place, o.Days, o.Real().Lost, o.Real().Kept, o.Guessed().Lost, o.Guessed().Kept))
	}
	want := []string{
		"1 TU real 0/5 guessed 1/1", "1 WE real 0/4 guessed 1/2", "1 TH real 0/4 guessed 1/2",
		"4 FR real 1/3 guessed 1/2", "5 MO real 2/2 guessed 1/1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	if a.Now == nil || a.Now.Place != 5 || a.Now.Lost != 3 || a.Now.Years[0].Lost != 2 || a.Now.Years[1].Kept != 1 {
		t.Errorf("now: %+v", a.Now)
	}
}

// The days in force are counted as the others are: also when they are
// forbidden, or more than asked for, and then they have no place.
func TestTheDaysInForceStandBeside(t *testing.T) {
	for _, c := range []struct {
		now    day.Weekdays
		forbid day.Weekdays
		want   string
	}{
		{day.SetOf(day.Tuesday), 0, "1 TU 0 5 1"},
		{day.SetOf(day.Thursday), 0, "2 TH 0 4 1"},
		{day.SetOf(day.Monday), day.SetOf(day.Monday), "5 MO 2 2 0"},
		{day.SetOf(day.Monday, day.Friday), 0, "0 MO,FR 3 5 0"},
		{0, 0, ""},
	} {
		a, err := planner.Ask(planner.Question{
			Years: september(), Wish: planner.Wish{Days: 1, Forbid: c.forbid}, Now: planner.Present{Days: c.now},
		})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if a.Now != nil {
			got = rows([]planner.Choice{a.Now.Choice})
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.now, got, c.want)
		}
	}
}

// Asking gives the ranking itself, and the years add up to it.
func TestAskingIsRanking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := planner.Question{Years: someYears.Draw(t, "years"), Wish: someWish.Draw(t, "wish"), Now: planner.Present{Days: day.SetOf(day.Monday)}}
		choices, want := planner.Rank(q.Years, q.Wish)
		a, err := planner.Ask(q)
		if (err == nil) != (want == nil) {
			t.Fatalf("asked: %v, ranked: %v", err, want)
		}
		if err != nil {
			return
		}
		for i, o := range a.Options {
			sum := planner.Count{}
			for _, y := range o.Years {
				sum = planner.Count{Lost: sum.Lost + y.Lost, Kept: sum.Kept + y.Kept, Short: sum.Short + y.Short, Cut: sum.Cut + y.Cut}
			}
			if o.Choice != choices[i] || sum != o.Count || len(planner.Costs(q.Years, o.Days)) != o.Lost {
				t.Fatalf("%+v, ranked %+v, the years give %+v", o.Choice, choices[i], sum)
			}
		}
		at := slices.IndexFunc(choices, func(c planner.Choice) bool { return c.Days == a.Now.Days })
		if at >= 0 && a.Now.Choice != choices[at] {
			t.Fatalf("now %+v, ranked %+v", a.Now.Choice, choices[at])
		}
	})
}

// Mondays lose Labor Day and the power failure; a closure on a closed weekday
// costs nothing, and of two on a day the printed one is named.
func TestWhatADayLosesIsNamed(t *testing.T) {
	y := *september()[0].Year
	y.Closures = []calendar.Closure{
		{Span: day.Span{First: day.Of(2026, 9, 7), Last: day.Of(2026, 9, 7)}, Kind: calendar.Weather, Name: "Storm"},
		{Span: day.Span{First: day.Of(2026, 9, 5), Last: day.Of(2026, 9, 8)}, Kind: calendar.Holiday, Name: "Labor Day"},
		{Span: day.Span{First: day.Of(2026, 9, 21), Last: day.Of(2026, 9, 22)}, Kind: calendar.Emergency, Name: "No power"},
	}
	costs := planner.Costs([]*calendar.Days{calendar.NewDays(&y)}, day.SetOf(day.Monday, day.Tuesday))
	var got []string
	for _, l := range planner.Losses(costs) {
		got = append(got, fmt.Sprint(l.Closure.Name, l.Dates))
	}
	want := []string{"Labor Day[2026-09-07 2026-09-08]", "No power[2026-09-21 2026-09-22]"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Half an hour at 10:00, beside what else is in the week.
func TestWhatStandsInTheWay(t *testing.T) {
	at := func(h, m, minutes int) planner.Taken {
		return planner.Taken{Days: day.SetOf(day.Tuesday, day.Friday), Start: day.At(h, m), Minutes: minutes}
	}
	tuesday, ten := day.SetOf(day.Monday, day.Tuesday), planner.Wish{Days: 2, Minutes: 30, Start: day.At(10, 0)}
	anyTime := planner.Wish{Days: 2, Minutes: 30}
	for _, c := range []struct {
		name  string
		wish  planner.Wish
		taken planner.Taken
		want  string
	}{
		{"at the same time", ten, at(10, 0, 30), "TU sure"},
		{"begins before, ends within", ten, at(9, 45, 16), "TU sure"},
		{"begins within", ten, at(10, 29, 30), "TU sure"},
		{"around it", ten, at(9, 0, 120), "TU sure"},
		{"over when ours begins", ten, at(9, 30, 30), ""},
		{"begins when ours is over", ten, at(10, 30, 30), ""},
		{"its time is not known", ten, planner.Taken{Days: day.SetOf(day.Tuesday), Minutes: 30}, "TU perhaps"},
		{"ours is not known", anyTime, at(14, 0, 30), "TU perhaps"},
		{"on another day", ten, planner.Taken{Days: day.SetOf(day.Wednesday), Start: day.At(10, 0), Minutes: 30}, ""},
	} {
		got := ""
		for _, clash := range planner.Clashes(tuesday, c.wish, []planner.Taken{c.taken}) {
			got = clash.Days.String() + map[bool]string{true: " sure", false: " perhaps"}[clash.Sure]
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// family is Ana with speech and reading, and Ben with speech: two versions of
// it, the later one from January on.
func family(t testing.TB) *record.Record {
	t.Helper()
	service := func(id, series, from, to, rule string, start day.Clock) iep.Service {
		first := day.MustParse(from)
		return iep.Service{
			ID: id, SeriesID: series, Start: first, End: day.MustParse(to),
			Schedules: []iep.Schedule{{ID: "a", Rule: rule, From: first, StartTime: start, Minutes: 30}},
		}
	}
	return &record.Record{
		Children:  []iep.Child{{ID: "ana"}, {ID: "ben"}},
		Calendars: []calendar.SchoolYear{{ID: "y", First: day.Of(2026, 9, 1), Last: day.Of(2027, 6, 11), Weekdays: day.MondayToFriday}},
		Plans: []iep.Plan{
			{ID: "a", ChildID: "ana", CalendarIDs: []string{"y"}, Services: []iep.Service{
				service("sp", "", "2026-09-01", "2027-06-11", "FREQ=WEEKLY;BYDAY=TU,TH", day.At(9, 0)),
				service("rd", "", "2026-09-01", "2027-06-11", "FREQ=MONTHLY;BYDAY=1WE", day.NoClock),
				service("ot", "", "2026-09-01", "2026-10-30", "FREQ=WEEKLY;BYDAY=MO", day.NoClock),
			}},
			{ID: "b", ChildID: "ben", CalendarIDs: []string{"y"}, Services: []iep.Service{
				service("b1", "bs", "2026-09-01", "2026-12-18", "FREQ=WEEKLY;BYDAY=FR", day.At(10, 0)),
				service("b2", "bs", "2027-01-04", "2027-06-11", "FREQ=WEEKLY;BYDAY=TU", day.At(10, 0)),
			}},
		},
	}
}

// The child's other services and those of brothers and sisters are around; the
// version in force speaks, and what has ended does not.
func TestWhatIsAround(t *testing.T) {
	for on, want := range map[string]string{
		"2026-10-01": "rd WE own, ot MO own, bs FR sibling",
		"2026-12-24": "rd WE own",
		"2027-02-01": "rd WE own, bs TU sibling",
	} {
		l, err := ledger.Compute(family(t), day.MustParse(on))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, taken := range planner.Around(l, "ana", "sp", day.MustParse(on)) {
			got = append(got, taken.SeriesID+" "+taken.Days.String()+map[bool]string{true: " sibling", false: " own"}[taken.Sibling])
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %s, want %s", on, strings.Join(got, ", "), want)
		}
	}
}

// In the winter break, and in the summer, the weekdays are still those of the
// schedule.
func TestTheDaysInForceInABreak(t *testing.T) {
	service := family(t).Plans[0].Services[0]
	service.Schedules = append(service.Schedules, iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=SA", From: service.Start, IgnoreSchoolCalendar: true, Minutes: 60})
	for _, on := range []string{"2026-08-01", "2026-10-06", "2026-12-29", "2027-07-30"} {
		got := planner.InForce(&service, day.MustParse(on))
		if want := (planner.Present{Days: day.SetOf(day.Tuesday, day.Thursday), Minutes: 30, Start: day.At(9, 0)}); got != want {
			t.Errorf("%s: %+v, want %+v", on, got, want)
		}
	}
}
