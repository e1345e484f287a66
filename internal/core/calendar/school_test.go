package calendar

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/day"
)

func named(id, in string, closures ...Closure) *Days {
	s := span(in)
	return NewDays(&SchoolYear{ID: id, First: s.First, Last: s.Last, Weekdays: day.MondayToFriday, Closures: closures})
}

func id(d *Days) string {
	if d == nil {
		return ""
	}
	return d.Year.ID
}

// Where two calendars of a plan hold one day, the first listed answers alone:
// what the second says of it counts for nothing.
func TestTheFirstListedYearAnswersForADay(t *testing.T) {
	a := named("a", "2025-09-02..2026-06-12", closed(Break, "2026-06-08..2026-06-12"))
	b := named("b", "2026-06-01..2026-07-31", closed(Holiday, "2026-06-03"))
	tests := []struct {
		school School
		on     string
		year   string
		status Status
	}{
		{School{a, b}, "2026-06-03", "a", Open},
		{School{b, a}, "2026-06-03", "b", ClosedScheduled},
		{School{a, b}, "2026-06-10", "a", ClosedScheduled},
		{School{b, a}, "2026-06-10", "b", Open},
		{School{a, b}, "2026-06-15", "b", Open},
		{School{a, b}, "2026-08-01", "", OutOfYear},
		{School{}, "2026-06-10", "", OutOfYear},
	}
	for i, tt := range tests {
		on := day.MustParse(tt.on)
		if got := id(tt.school.On(on)); got != tt.year || tt.school.Status(on) != tt.status {
			t.Errorf("%d: %s: year %q, %s; want %q, %s", i, tt.on, got, tt.school.Status(on), tt.year, tt.status)
		}
	}
}

// The deadline of a debt is the end of its school year: of the last listed
// one when no year holds the day.
func TestTheYearEndIsThatOfTheYearThatHoldsTheDay(t *testing.T) {
	school := School{named("a", "2025-09-02..2026-06-12"), named("b", "2026-06-01..2026-07-31"), named("c", "2024-09-03..2025-06-13")}
	tests := []struct{ on, want, next string }{
		{"2025-10-01", "2026-06-12", "a"},
		{"2026-06-05", "2026-06-12", "a"},
		{"2026-06-13", "2026-07-31", "b"},
		{"2025-01-15", "2025-06-13", "c"},
		{"2025-07-15", "2025-06-13", "a"},
		{"2024-07-15", "2025-06-13", "c"},
		{"2030-01-01", "2025-06-13", ""},
	}
	for _, tt := range tests {
		on := day.MustParse(tt.on)
		if got := school.YearEnd(on); got.String() != tt.want {
			t.Errorf("%s: ends %s, want %s", tt.on, got, tt.want)
		}
		if got := id(school.Next(on)); got != tt.next {
			t.Errorf("%s: next is %q, want %q", tt.on, got, tt.next)
		}
	}
	if got := (School{}).YearEnd(day.MustParse("2025-10-01")); got != day.None {
		t.Errorf("a plan without calendars ends %s", got)
	}
}

// The school's span reaches over the gaps between its years.
func TestTheSchoolReachesFromTheFirstDayToTheLast(t *testing.T) {
	school := School{named("b", "2026-09-01..2027-06-11"), named("a", "2025-09-02..2026-06-12")}
	if want := span("2025-09-02..2027-06-11"); school.Span() != want {
		t.Errorf("%v, want %v", school.Span(), want)
	}
	if !(School{}).Span().Empty() {
		t.Error("a plan without calendars has days")
	}
}

// A year keeps of its span what no earlier listed year holds.
func TestAYearKeepsWhatNoEarlierOneHolds(t *testing.T) {
	tests := []struct {
		name  string
		years []string
		want  []string // of the last one
	}{
		{"alone", []string{"2025-09-01..2026-06-12"}, []string{"2025-09-01..2026-06-12"}},
		{"apart", []string{"2024-09-01..2025-06-12", "2025-09-01..2026-06-12"}, []string{"2025-09-01..2026-06-12"}},
		{"begins in the earlier one", []string{"2025-09-01..2026-06-12", "2026-06-01..2026-07-31"}, []string{"2026-06-13..2026-07-31"}},
		{"ends in it", []string{"2025-09-01..2026-06-12", "2025-07-01..2025-09-01"}, []string{"2025-07-01..2025-08-31"}},
		{"around it", []string{"2026-01-10..2026-01-12", "2026-01-01..2026-01-31"}, []string{"2026-01-01..2026-01-09", "2026-01-13..2026-01-31"}},
		{"inside it", []string{"2026-01-01..2026-01-31", "2026-01-10..2026-01-12"}, nil},
		{"the same", []string{"2026-01-01..2026-01-31", "2026-01-01..2026-01-31"}, nil},
		{"around two", []string{"2026-01-20..2026-01-21", "2026-01-05..2026-01-06", "2026-01-01..2026-01-31"},
			[]string{"2026-01-01..2026-01-04", "2026-01-07..2026-01-19", "2026-01-22..2026-01-31"}},
	}
	for _, tt := range tests {
		var school School
		for _, y := range tt.years {
			school = append(school, named("", y))
		}
		var want []day.Span
		for _, part := range tt.want {
			want = append(want, span(part))
		}
		if got := school.Ours(school[len(school)-1]); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", tt.name, got, want)
		}
	}
}

// Day by day: a day is a year's own when the school asks that year about it.
func TestEveryDayBelongsToTheYearThatAnswersForIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := day.MustParse("2025-01-01")
		var school School
		for range rapid.IntRange(1, 5).Draw(t, "years") {
			first := base + day.Day(rapid.IntRange(0, 60).Draw(t, "first"))
			last := first + day.Day(rapid.IntRange(0, 40).Draw(t, "length"))
			school = append(school, NewDays(&SchoolYear{First: first, Last: last, Weekdays: day.MondayToFriday}))
		}
		for i, d := range school {
			parts := school.Ours(d)
			for on := base - 2; on < base+110; on++ {
				ours := 0
				for _, part := range parts {
					if part.Holds(on) {
						ours++
					}
				}
				if want := school.On(on) == d; ours > 1 || ours == 1 != want {
					t.Fatalf("year %d holds %s %d times in %v, want %t", i, on, ours, parts, want)
				}
			}
			if !slices.IsSortedFunc(parts, func(a, b day.Span) int { return int(a.First - b.First) }) {
				t.Fatalf("year %d: %v is out of order", i, parts)
			}
		}
	})
}

// A closed day is closed by one closure: a printed one before a sudden one, of
// the same sort the first listed. A day given back is closed by none.
func TestWhatClosesADay(t *testing.T) {
	d := named("y", "2025-09-02..2026-06-12",
		closed(Weather, "2025-12-22..2025-12-23"), closed(Break, "2025-12-23..2026-01-02"), closed(Holiday, "2025-12-25"), closed(Holiday, "2025-09-20"))
	d.Year.ExtraDays = []ExtraDay{{Date: day.MustParse("2025-12-31")}}
	d = NewDays(d.Year)
	for on, want := range map[string]*Closure{
		"2025-12-22": &d.Year.Closures[0],
		"2025-12-23": &d.Year.Closures[1],
		"2025-12-25": &d.Year.Closures[1],
		"2025-12-31": nil, // given back
		"2025-09-20": nil, // a Saturday
		"2025-10-01": nil,
		"2026-07-01": nil,
	} {
		if got := d.ClosedBy(day.MustParse(on)); got != want {
			t.Errorf("%s: %+v, want %+v", on, got, want)
		}
	}
}
