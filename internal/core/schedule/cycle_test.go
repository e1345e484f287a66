package schedule

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// september is a school's first weeks, from Tuesday 2 September 2025, with a
// staff day on Tuesday the 9th and snow on Friday the 12th.
func september() calendar.School {
	return calendar.School{calendar.NewDays(&calendar.SchoolYear{
		First: day.MustParse("2025-09-02"), Last: day.MustParse("2025-09-19"), Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{
			{Span: span("2025-09-09..2025-09-09"), Kind: calendar.StaffDay},
			{Span: span("2025-09-12..2025-09-12"), Kind: calendar.Weather},
		},
	})}
}

// A cycle's numbers, day by day; a dash where a day has none.
func TestACycleNumbersTheDaysOfSchool(t *testing.T) {
	tests := []struct {
		name  string
		cycle iep.Cycle
		want  string // from 1 to 22 September
	}{
		{"six days, the snow day pushes it on", iep.Cycle{Length: 6, First: day.MustParse("2025-09-02"), Closed: iep.Slide},
			"-1234--5-61---23456---"},
		{"six days, the snow day loses its number", iep.Cycle{Length: 6, First: day.MustParse("2025-09-02"), Closed: iep.Skip},
			"-1234--5-61---34561---"},
		{"counted back from a day in the middle", iep.Cycle{Length: 6, First: day.MustParse("2025-09-16"), Closed: iep.Slide},
			"-5612--3-45---61234---"},
		{"A and B, from a snow day that would have been A", iep.Cycle{Length: 2, First: day.MustParse("2025-09-12"), Closed: iep.Slide},
			"-2121--2-12---12121---"},
		{"A and B, the A of the snow day is lost", iep.Cycle{Length: 2, First: day.MustParse("2025-09-12"), Closed: iep.Skip},
			"-2121--2-12---21212---"},
	}
	for _, tt := range tests {
		got := ""
		for d := day.MustParse("2025-09-01"); d <= day.MustParse("2025-09-22"); d++ {
			n, ok := CycleDay(&tt.cycle, september(), d)
			if ok {
				got += fmt.Sprint(n)
			} else {
				got += "-"
			}
		}
		if tt.cycle.Closed == iep.Skip { // the snow day keeps its number
			n, ok := CycleDay(&tt.cycle, september(), day.MustParse("2025-09-12"))
			if !ok {
				t.Errorf("%s: the snow day has no number", tt.name)
			}
			got = got[:11] + "-" + got[12:]
			if want := int(got[10]-'0')%tt.cycle.Length + 1; n != want {
				t.Errorf("%s: the snow day is %d, want %d", tt.name, n, want)
			}
		}
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// Every school year but that of Day 1 begins anew.
func TestASecondYearBeginsWithDayOne(t *testing.T) {
	school := append(september(), calendar.NewDays(&calendar.SchoolYear{
		First: day.MustParse("2026-09-01"), Last: day.MustParse("2026-09-30"), Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{{Span: span("2026-09-01..2026-09-01"), Kind: calendar.StaffDay}},
	}))
	c := &iep.Cycle{Length: 6, First: day.MustParse("2025-09-03"), Closed: iep.Slide}
	if n, ok := CycleDay(c, school, day.MustParse("2026-09-02")); n != 1 || !ok {
		t.Errorf("the first day with school is %d, %t", n, ok)
	}
	c.First, c.Length = day.MustParse("2026-09-09"), 5
	if n, ok := CycleDay(c, school, day.MustParse("2025-09-02")); n != 1 || !ok {
		t.Errorf("of a year before, the first day with school is %d, %t", n, ok)
	}
	if _, ok := CycleDay(c, school, day.MustParse("2026-03-02")); ok {
		t.Error("a day between the years has a number")
	}
}

// A drawn year is a school year of some weeks with a cycle in it.
type drawnYear struct {
	year  calendar.SchoolYear
	cycle iep.Cycle
}

func drawYear(t *rapid.T) drawnYear {
	first := day.Of(2025, 8, 25) + day.Day(rapid.IntRange(0, 9).Draw(t, "first"))
	y := calendar.SchoolYear{First: first, Last: first + day.Day(rapid.IntRange(10, 90).Draw(t, "length")), Weekdays: day.MondayToFriday}
	for range rapid.IntRange(0, 4).Draw(t, "closures") {
		y.Closures = append(y.Closures, drawClosure(t, &y, rapid.SampledFrom([]calendar.ClosureKind{calendar.Holiday, calendar.Weather}).Draw(t, "kind")))
	}
	for range rapid.IntRange(0, 1).Draw(t, "given back") {
		y.ExtraDays = append(y.ExtraDays, calendar.ExtraDay{Date: drawDay(t, &y)})
	}
	c := iep.Cycle{Length: rapid.IntRange(2, 7).Draw(t, "cycle"), First: drawDay(t, &y)}
	c.Closed = rapid.SampledFrom([]iep.OnClosed{iep.Slide, iep.Skip}).Draw(t, "closed")
	c.Days = []int{rapid.IntRange(1, c.Length).Draw(t, "day")}
	if other := rapid.IntRange(1, c.Length).Draw(t, "other day"); other != c.Days[0] {
		c.Days = append(c.Days, other)
	}
	return drawnYear{y, c}
}

func drawDay(t *rapid.T, y *calendar.SchoolYear) day.Day {
	return y.First + day.Day(rapid.IntRange(0, int(y.Last-y.First)).Draw(t, "day of the year"))
}

func drawClosure(t *rapid.T, y *calendar.SchoolYear, kind calendar.ClosureKind) calendar.Closure {
	first := drawDay(t, y)
	return calendar.Closure{Span: day.Span{First: first, Last: first + day.Day(rapid.IntRange(0, 5).Draw(t, "days"))}, Kind: kind}
}

func (d drawnYear) slots(t *rapid.T) []Slot {
	service := &iep.Service{Start: d.year.First, End: d.year.Last, Schedules: []iep.Schedule{{ID: "a", From: d.year.First, Minutes: 30, Cycle: &d.cycle}}}
	slots, err := Plan(service, calendar.School{calendar.NewDays(&d.year)})
	if err != nil {
		t.Fatal(err)
	}
	return slots
}

// with is the year with one more closure.
func (d drawnYear) with(c calendar.Closure) drawnYear {
	d.year.Closures = append(slices.Clone(d.year.Closures), c)
	return d
}

func open(slots []Slot) (n int) {
	for _, s := range slots {
		if s.Status == calendar.Open {
			n++
		}
	}
	return n
}

// A cycle plans just the days that a person would count out with a finger on
// the printed calendar, from Day 1 on and from Day 1 back.
func TestACyclePlansTheDaysThatAFingerCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawYear(t)
		days := calendar.NewDays(&d.year)
		counted := func(on day.Day) bool {
			return days.Status(on) == calendar.Open || d.cycle.Closed == iep.Skip && days.Status(on) == calendar.ClosedEmergency
		}
		number := map[day.Day]int{}
		for on, n := d.cycle.First, 1; on <= d.year.Last; on++ {
			if counted(on) {
				number[on] = n
				n = n%d.cycle.Length + 1
			}
		}
		for on, n := d.cycle.First-1, d.cycle.Length; on >= d.year.First; on-- {
			if counted(on) {
				number[on] = n
				n = (n+d.cycle.Length-2)%d.cycle.Length + 1
			}
		}
		var want, got []day.Day
		for on := d.year.First; on <= d.year.Last; on++ {
			if slices.Contains(d.cycle.Days, number[on]) {
				want = append(want, on)
			}
			if n, _ := CycleDay(&d.cycle, calendar.School{days}, on); n != number[on] {
				t.Fatalf("%s is day %d, want %d", on, n, number[on])
			}
		}
		for _, s := range d.slots(t) {
			got = append(got, s.Date)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %s\nwant %s", list(got), list(want))
		}
	})
}

// A closure moves the later days of a cycle, so that a single session may be
// born on a day that had none. Over the school year none is won: one more
// printed closure never makes the planned sessions more, whatever stands in
// the calendar; one more storm never makes those on open days more, and where
// it loses its number it leaves every other session where it was.
func TestOneMoreClosureNeverAddsToAYearOfACycle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawYear(t)
		before := d.slots(t)
		if after := d.with(drawClosure(t, &d.year, calendar.Holiday)).slots(t); len(after) > len(before) {
			t.Fatalf("a printed closure: %d sessions became %d", len(before), len(after))
		}
		after := d.with(drawClosure(t, &d.year, calendar.Weather)).slots(t)
		if open(after) > open(before) {
			t.Fatalf("a storm: %d open sessions became %d", open(before), open(after))
		}
		if d.cycle.Closed == iep.Skip && len(after) != len(before) {
			t.Fatalf("a storm: %d sessions became %d", len(before), len(after))
		}
	})
}

// The exceptions to the rule above, written down so that nobody takes it for
// more than it is. Monday to Friday, A and B days, speech on A days.
func TestWhereAClosureMayAddASessionOfACycle(t *testing.T) {
	year := calendar.SchoolYear{First: day.MustParse("2025-09-01"), Last: day.MustParse("2025-09-05"), Weekdays: day.MondayToFriday}
	d := drawnYear{year, iep.Cycle{Length: 2, Days: []int{1}, First: day.MustParse("2025-09-01"), Closed: iep.Skip}}
	holiday := calendar.Closure{Span: span("2025-09-02..2025-09-02"), Kind: calendar.Holiday}
	plan := func(d drawnYear, s iep.Schedule, start string) int {
		s.Cycle, s.From, s.Minutes = &d.cycle, d.year.First, 30
		service := &iep.Service{Start: day.MustParse(start), End: d.year.Last, Schedules: []iep.Schedule{s}}
		slots, err := Plan(service, calendar.School{calendar.NewDays(&d.year)})
		if err != nil {
			t.Fatal(err)
		}
		return open(slots)
	}
	// A service of part of the year: Thursday, a B day, becomes an A day.
	if before, after := plan(d, iep.Schedule{}, "2025-09-04"), plan(d.with(holiday), iep.Schedule{}, "2025-09-04"); before != 1 || after != 1 {
		t.Errorf("Thursday and Friday: %d and %d", before, after)
	}
	d.year.Last = day.MustParse("2025-09-04")
	if before, after := plan(d, iep.Schedule{}, "2025-09-04"), plan(d.with(holiday), iep.Schedule{}, "2025-09-04"); before != 0 || after != 1 {
		t.Errorf("Thursday alone: %d and %d", before, after)
	}
	// An excepted date from which a session moves away.
	except := iep.Schedule{ExceptDates: []day.Day{day.MustParse("2025-09-03")}}
	if before, after := plan(d, except, "2025-09-01"), plan(d.with(holiday), except, "2025-09-01"); before != 1 || after != 2 {
		t.Errorf("without Wednesday: %d and %d", before, after)
	}
	// A storm that took an A day takes a B day instead.
	d = d.with(calendar.Closure{Span: span("2025-09-03..2025-09-03"), Kind: calendar.Weather})
	if before, after := plan(d, iep.Schedule{}, "2025-09-01"), plan(d.with(holiday), iep.Schedule{}, "2025-09-01"); before != 1 || after != 2 {
		t.Errorf("after a storm: %d and %d", before, after)
	}
}

// The weeks of a pattern are weeks of the calendar, before and after the day
// that they count from.
func TestAPatternOfWeeksCountsCalendarWeeks(t *testing.T) {
	s := &iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=TU", From: day.MustParse("2025-09-04"), Weeks: &iep.Weeks{Of: 4, On: []int{1, 2, 3}}}
	for on, want := range map[string]int{
		"2025-08-31": 4, "2025-09-01": 1, "2025-09-07": 1, "2025-09-08": 2, "2025-09-23": 4, "2025-09-29": 1, "2025-08-05": 1,
	} {
		if got := WeekOf(s, day.MustParse(on)); got != want {
			t.Errorf("%s lies in week %d, want %d", on, got, want)
		}
	}
	dates, err := planned(s, nil, span("2025-09-01..2025-10-14"))
	if got := list(dates); err != nil || got != "2025-09-09 2025-09-16 2025-09-30 2025-10-07 2025-10-14" {
		t.Errorf("%s, %v", got, err)
	}
	s.Weeks.From = day.MustParse("2025-09-21")
	dates, err = planned(s, nil, span("2025-09-01..2025-10-14"))
	if got := list(dates); err != nil || got != "2025-09-16 2025-09-23 2025-09-30 2025-10-14" {
		t.Errorf("week 1 said: %s, %v", got, err)
	}
}
