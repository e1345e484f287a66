package planner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
	"midweek/internal/core/refusal"
)

// Four weeks and two days of school, worked by hand.
//
//	MO TU WE TH FR
//	    1  2  3  4   September 2026; 2: home at 12:00
//	--  8  9 10 11   7: Labor Day
//	14 15 16 17 ==   18: staff day
//	** 22 23 24 25   21: power failure; 24: home early, nobody said when
//	28 29            29: opens at 10:00
//
//	      lost  kept  short   short, session at 9:00
//	MO      2     2     0       0
//	TU      0     5     1       1   (starts before 10:00)
//	WE      0     4     1       0   (over by 9:30)
//	TH      0     4     1       1   (hours not known)
//	FR      1     3     0       0
func september() []*calendar.Days {
	on := func(d int) day.Span { return day.Span{First: day.Of(2026, 9, d), Last: day.Of(2026, 9, d)} }
	return []*calendar.Days{calendar.NewDays(&calendar.SchoolYear{
		First: day.Of(2026, 9, 1), Last: day.Of(2026, 9, 29), Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{
			{Span: on(7), Kind: calendar.Holiday}, {Span: on(18), Kind: calendar.StaffDay}, {Span: on(21), Kind: calendar.Emergency},
		},
		PartialDays: []calendar.PartialDay{
			{Span: on(2), Dismissal: day.At(12, 0)}, {Span: on(24)}, {Span: on(29), Opening: day.At(10, 0)},
		},
	})}
}

// rows writes choices as place, days, lost, kept and short.
func rows(choices []planner.Choice) string {
	var lines []string
	for _, c := range choices {
		lines = append(lines, fmt.Sprintf("%d %s %d %d %d", c.Place, c.Days, c.Lost, c.Kept, c.Short))
	}
	return strings.Join(lines, ", ")
}

func TestSeptemberWorkedByHand(t *testing.T) {
	nine, noon := day.At(9, 0), day.At(11, 45)
	for _, c := range []struct {
		name string
		wish planner.Wish
		want string
	}{
		{"one day; Wednesday and Thursday are equal", planner.Wish{Days: 1},
			"1 TU 0 5 1, 2 WE 0 4 1, 2 TH 0 4 1, 4 FR 1 3 0, 5 MO 2 2 0"},
		{"two days", planner.Wish{Days: 2},
			"1 TU,WE 0 9 2, 1 TU,TH 0 9 2, 3 WE,TH 0 8 2, 4 TU,FR 1 8 1, 5 WE,FR 1 7 1, 5 TH,FR 1 7 1, 7 MO,TU 2 7 1, 8 MO,WE 2 6 1, 8 MO,TH 2 6 1, 10 MO,FR 3 5 0"},
		{"a day between", planner.Wish{Days: 2, Gap: true},
			"1 TU,TH 0 9 2, 2 TU,FR 1 8 1, 3 WE,FR 1 7 1, 4 MO,WE 2 6 1, 4 MO,TH 2 6 1, 6 MO,FR 3 5 0"},
		{"never Tuesday nor Thursday", planner.Wish{Days: 2, Forbid: day.SetOf(day.Tuesday, day.Thursday)},
			"1 WE,FR 1 7 1, 2 MO,WE 2 6 1, 3 MO,FR 3 5 0"},
		{"at 9:00 for half an hour: Wednesday's early end takes nothing", planner.Wish{Days: 1, Minutes: 30, Start: nine},
			"1 WE 0 4 0, 2 TU 0 5 1, 3 TH 0 4 1, 4 FR 1 3 0, 5 MO 2 2 0"},
		{"at 11:45: Wednesday's does, Tuesday's late opening does not", planner.Wish{Days: 1, Minutes: 30, Start: noon},
			"1 TU 0 5 0, 2 WE 0 4 1, 2 TH 0 4 1, 4 FR 1 3 0, 5 MO 2 2 0"},
		{"at 11:45 for a quarter: it is over at the bell", planner.Wish{Days: 1, Minutes: 15, Start: noon},
			"1 TU 0 5 0, 2 WE 0 4 0, 3 TH 0 4 1, 4 FR 1 3 0, 5 MO 2 2 0"},
		{"all five", planner.Wish{Days: 5}, "1 MO,TU,WE,TH,FR 3 18 3"},
	} {
		choices, err := planner.Rank(september(), c.wish)
		if got := rows(choices); err != nil || got != c.want {
			t.Errorf("%s:\ngot  %s %v\nwant %s", c.name, got, err, c.want)
		}
	}
}

func TestMinutesAreSessionsTimesTheirLength(t *testing.T) {
	wish := planner.Wish{Days: 2, Minutes: 45}
	c := planner.Of(september(), day.SetOf(day.Monday, day.Friday), wish)
	if c.Lost != 3 || c.LostMinutes(wish) != 135 || c.Kept != 5 || c.KeptMinutes(wish) != 225 {
		t.Errorf("%+v loses %d minutes and keeps %d", c, c.LostMinutes(wish), c.KeptMinutes(wish))
	}
}

// Over several years the sums rank, and only weekdays of every year are there.
func TestSeveralYears(t *testing.T) {
	next := calendar.NewDays(&calendar.SchoolYear{
		First: day.Of(2027, 8, 30), Last: day.Of(2027, 9, 10), Weekdays: day.MondayToFriday &^ day.SetOf(day.Wednesday),
		Closures: []calendar.Closure{{Span: day.Span{First: day.Of(2027, 9, 7), Last: day.Of(2027, 9, 9)}, Kind: calendar.Break}},
	})
	choices, err := planner.Rank(append(september(), next), planner.Wish{Days: 1})
	if want := "1 FR 1 5 0, 2 TU 1 6 1, 3 TH 1 5 1, 4 MO 2 4 0"; err != nil || rows(choices) != want {
		t.Errorf("got  %s %v\nwant %s", rows(choices), err, want)
	}
}

func TestAWishThatNoSetCanMeetIsRefused(t *testing.T) {
	for _, c := range []struct {
		wish planner.Wish
		code refusal.Code
		high string
	}{
		{planner.Wish{Days: 0}, refusal.DaysOfWeek, "5"},
		{planner.Wish{Days: -1}, refusal.DaysOfWeek, "5"},
		{planner.Wish{Days: 6}, refusal.DaysOfWeek, "5"},
		{planner.Wish{Days: 4, Forbid: day.SetOf(day.Monday, day.Friday)}, refusal.DaysOfWeek, "3"},
		{planner.Wish{Days: 4, Gap: true}, refusal.NoDays, ""},
		{planner.Wish{Days: 2, Gap: true, Forbid: day.SetOf(day.Monday, day.Wednesday, day.Friday)}, "", ""},
		{planner.Wish{Days: 2, Gap: true, Forbid: day.SetOf(day.Monday, day.Tuesday, day.Friday)}, refusal.NoDays, ""},
		{planner.Wish{Days: 1, Forbid: day.MondayToFriday}, refusal.NoDays, ""},
	} {
		choices, err := planner.Rank(september(), c.wish)
		r := refusal.From(err)
		if c.code == "" && err == nil && len(choices) == 1 {
			continue
		}
		if r == nil || r.Code != c.code || r.Args["high"] != c.high || choices != nil {
			t.Errorf("%+v: %s, %v", c.wish, rows(choices), err)
		}
	}
}

// Where school meets all week, Sunday and Monday follow each other.
func TestTheGapGoesAroundTheWeek(t *testing.T) {
	all := calendar.NewDays(&calendar.SchoolYear{First: day.Of(2026, 9, 7), Last: day.Of(2026, 9, 13), Weekdays: 1<<7 - 1})
	choices, err := planner.Rank([]*calendar.Days{all}, planner.Wish{Days: 3, Gap: true})
	var sets []string
	for _, c := range choices {
		sets = append(sets, c.Days.String())
	}
	want := "MO,WE,FR MO,WE,SA MO,TH,SA TU,TH,SA TU,TH,SU TU,FR,SU WE,FR,SU"
	if got := strings.Join(sets, " "); err != nil || got != want {
		t.Errorf("got  %s %v\nwant %s", got, err, want)
	}
}

// A day given back counts as kept on a weekday of the school, and a Saturday
// given back makes no Saturday to choose.
func TestDaysGivenBack(t *testing.T) {
	years := september()
	y := *years[0].Year
	y.ExtraDays = []calendar.ExtraDay{{Date: day.Of(2026, 9, 18)}, {Date: day.Of(2026, 9, 26)}}
	c := planner.Of([]*calendar.Days{calendar.NewDays(&y)}, day.SetOf(day.Friday), planner.Wish{Days: 1})
	if c.Lost != 0 || c.Kept != 4 {
		t.Errorf("Fridays: %+v", c)
	}
	choices, err := planner.Rank([]*calendar.Days{calendar.NewDays(&y)}, planner.Wish{Days: 1})
	if err != nil || slices.ContainsFunc(choices, func(c planner.Choice) bool { return c.Days.Has(day.Saturday) }) {
		t.Errorf("%s %v", rows(choices), err)
	}
}
