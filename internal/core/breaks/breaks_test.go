package breaks

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

func span(text string) day.Span {
	first, last, _ := strings.Cut(text, "..")
	if last == "" {
		last = first
	}
	return day.Span{First: day.MustParse(first), Last: day.MustParse(last)}
}

// year reads a school year and its closures: "2026-12-21..2027-01-01 break winter".
func year(id, days string, closures ...string) *calendar.SchoolYear {
	y := &calendar.SchoolYear{ID: id, First: span(days).First, Last: span(days).Last, Weekdays: day.MondayToFriday}
	for _, text := range closures {
		parts := strings.Fields(text + " ")
		c := calendar.Closure{Span: span(parts[0]), Kind: calendar.ClosureKind(parts[1])}
		if len(parts) > 2 {
			c.ID, c.Name = parts[2], parts[2]+" break"
		}
		y.Closures = append(y.Closures, c)
	}
	return y
}

func school(years ...*calendar.SchoolYear) calendar.School {
	var s calendar.School
	for _, y := range years {
		s = append(s, calendar.NewDays(y))
	}
	return s
}

func told(list []Break) string {
	var lines []string
	for _, b := range list {
		lines = append(lines, fmt.Sprintf("%s %s %s", b.ID, b.First, b.Back))
	}
	return strings.Join(lines, "\n")
}

// What is a break, by hand on the calendar of 2026-27.
func TestBreaks(t *testing.T) {
	whole := "2026-08-24..2027-06-11"
	for _, c := range []struct {
		what   string
		school calendar.School
		want   string
	}{
		{"no calendar", nil, ""},
		{"two weeks, the staff day after them belongs to it, and the summer that nobody knows the end of",
			school(year("y", whole, "2026-12-21..2027-01-01 break winter", "2027-01-04 pd_day staff")),
			"winter 2026-12-21 2027-01-05\nsummer:y 2027-06-12 "},
		{"five days are a break, four are none",
			school(year("y", whole, "2027-03-29..2027-04-02 break spring", "2026-11-24..2026-11-27 break fall")),
			"spring 2027-03-29 2027-04-05\nsummer:y 2027-06-12 "},
		{"a week of other closures is no break",
			school(year("y", whole, "2027-03-29..2027-04-02 other election")), "summer:y 2027-06-12 "},
		{"a holiday helps a short break to a week; the break names it",
			school(year("y", whole, "2026-12-21..2026-12-24 break winter", "2026-12-25 holiday day")),
			"winter 2026-12-21 2026-12-28\nsummer:y 2027-06-12 "},
		{"a week of snow is no break, a snow day makes one longer",
			school(year("y", whole, "2027-01-11..2027-01-15 weather", "2027-03-29..2027-04-02 break spring", "2027-04-05 weather")),
			"spring 2027-03-29 2027-04-06\nsummer:y 2027-06-12 "},
		{"without an id a closure goes by its days",
			school(year("y", whole, "2027-03-29..2027-04-02 break")), "2027-03-29/2027-04-02 2027-03-29 2027-04-05\nsummer:y 2027-06-12 "},
		{"a summer between two years",
			school(year("a", whole), year("b", "2027-08-23..2028-06-09")), "summer:a 2027-06-12 2027-08-23\nsummer:b 2028-06-10 "},
		{"a year is missing between them",
			school(year("a", whole), year("c", "2028-08-21..2029-06-08")), "summer:a 2027-06-12 \nsummer:c 2029-06-09 "},
		{"another school from some day on is no break",
			school(year("a", "2026-08-24..2027-01-22"), year("b", "2027-01-25..2027-06-11")), "summer:b 2027-06-12 "},
		{"the year ends on a Saturday", school(year("y", "2026-08-24..2027-06-12")), "summer:y 2027-06-13 "},
	} {
		if got := told(Of(c.school)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// In a four-day week a break takes four days, whether the school never meets on
// Fridays or prints them as closures. A day given back shortens it.
func TestAFourDayWeek(t *testing.T) {
	y := year("y", "2026-08-24..2027-06-10", "2027-03-29..2027-04-01 break spring")
	y.Weekdays = day.SetOf(day.Monday, day.Tuesday, day.Wednesday, day.Thursday)
	printed := year("y", "2026-08-24..2027-06-10", "2027-03-26 four_day_week", "2027-04-02 four_day_week", "2027-03-29..2027-04-01 break spring")
	for _, y := range []*calendar.SchoolYear{y, printed} {
		if got := Of(school(y)); len(got) != 2 || got[0].ID != "spring" || got[0].Back != day.MustParse("2027-04-05") {
			t.Errorf("got %s, want the spring break", told(got))
		}
	}
	short := year("y", "2026-08-24..2027-06-10", "2027-03-26 four_day_week", "2027-04-02 four_day_week", "2027-03-30..2027-04-01 break spring")
	if got := Of(school(short)); len(got) != 1 {
		t.Errorf("got %s: the free Friday makes no break of three days", told(got))
	}
	y.ExtraDays = []calendar.ExtraDay{{Date: day.MustParse("2027-04-01")}}
	if got := Of(school(y)); len(got) != 1 {
		t.Errorf("got %s: three days off are no break of a four-day week", told(got))
	}
}

// A closure is in a break on the calendar that has the day, and in no other's.
func TestNamesOfABreak(t *testing.T) {
	s := school(year("y", "2026-08-24..2027-06-11", "2026-12-21..2026-12-31 break winter", "2027-01-01 holiday new", "2026-12-28 weather snow"))
	b := Of(s)[0]
	if fmt.Sprint(b.IDs) != "[winter new]" || b.Name != "winter break" {
		t.Errorf("named %v, %q", b.IDs, b.Name)
	}
	if !b.Names(&iep.Note{BreakID: "new"}) || b.Names(&iep.Note{BreakID: "snow"}) || b.Names(&iep.Note{}) {
		t.Error("a note names a break by any of its printed closures, and by nothing else")
	}
	if !b.Holds(day.MustParse("2026-12-21")) || b.Holds(day.MustParse("2026-12-20")) || b.Holds(b.Back) || !b.Holds(b.Back-1) {
		t.Error("a break holds its first day off to the day before school is back")
	}
}
