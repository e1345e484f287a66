package deadline

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// drawn is a count of two school years with closures anywhere, from a day in
// the first of them.
type drawn struct {
	rule   Rule
	event  day.Day
	years  []*calendar.SchoolYear
	pauses []day.Span
}

func (d drawn) school() calendar.School {
	var school calendar.School
	for _, y := range d.years {
		school = append(school, calendar.NewDays(y))
	}
	return school
}

func (d drawn) count() Count { return d.rule.Count(d.event, d.school(), d.pauses) }

// days are the days from the event, without it, to the end that is near it.
func (d drawn) days(c Count) day.Span {
	if d.rule.Direction == Before {
		return day.Span{First: c.Raw.Latest, Last: d.event - 1}
	}
	return day.Span{First: d.event + 1, Last: c.Raw.Earliest}
}

var someSpan = rapid.Custom(func(t *rapid.T) day.Span {
	first := day.Of(2026, 7, 1) + day.Day(rapid.IntRange(0, 760).Draw(t, "first"))
	return day.Span{First: first, Last: first + day.Day(rapid.IntRange(-1, 18).Draw(t, "length"))}
})

var someClosure = rapid.Custom(func(t *rapid.T) calendar.Closure {
	kinds := []calendar.ClosureKind{calendar.Break, calendar.Holiday, calendar.StaffDay, calendar.Weather, calendar.FourDayWeek}
	return calendar.Closure{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Span: someSpan.Draw(t, "span")}
})

var someCount = rapid.Custom(func(t *rapid.T) drawn {
	years := []*calendar.SchoolYear{winter().Year, year("2027-08-12..2028-06-02").Year}
	for i, y := range years {
		y.Closures = append(y.Closures, rapid.SliceOfN(someClosure, 0, 12).Draw(t, "closures")...)
		years[i] = y
	}
	return drawn{
		rule: Rule{
			Amount:         rapid.IntRange(1, 90).Draw(t, "amount"),
			Unit:           rapid.SampledFrom([]Unit{Calendar, Business, School}).Draw(t, "unit"),
			Direction:      rapid.SampledFrom([]Direction{After, Before}).Draw(t, "direction"),
			CountsHolidays: rapid.Bool().Draw(t, "holidays"),
			PauseBreaks:    rapid.SampledFrom([]int{0, 0, 3, 5}).Draw(t, "breaks"),
		},
		event:  day.Of(2026, 8, 1) + day.Day(rapid.IntRange(0, 400).Draw(t, "event")),
		years:  years,
		pauses: rapid.SliceOfN(someSpan, 0, 3).Draw(t, "pauses"),
	}
})

// Whoever recounts the days that were not passed over gets the rule's number.
func TestCountedDaysAreTheRulesNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := someCount.Draw(t, "count")
		c := d.count()
		if walked := d.days(c).Days() - len(c.Skipped); walked != d.rule.Amount {
			t.Fatalf("%d days counted to %v, not %d", walked, c.Raw, d.rule.Amount)
		}
		for _, on := range c.Skipped {
			if !d.days(c).Holds(on) {
				t.Fatalf("%s was passed over outside the count", on)
			}
		}
		if !slices.IsSorted(c.Skipped) || len(slices.Compact(slices.Clone(c.Skipped))) != len(c.Skipped) {
			t.Fatalf("passed over out of order or twice: %v", c.Skipped)
		}
	})
}

// What is passed over is never a day of the rule's unit outside a pause, and
// what is counted always is. (Breaks are left out here: they have their table.)
func TestSkippedDaysAreNeverCountedDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := someCount.Draw(t, "count")
		d.rule.PauseBreaks = 0
		c := d.count()
		if c.Ask {
			return
		}
		for on := d.days(c).First; on <= d.days(c).Last; on++ {
			if slices.Contains(c.Skipped, on) == d.counts(on) {
				t.Fatalf("%s: passed over %t", on, !d.counts(on))
			}
		}
	})
}

func (d drawn) counts(on day.Day) bool {
	for _, p := range d.pauses {
		if p.First <= on && on <= p.Last {
			return false
		}
	}
	switch {
	case d.rule.Unit == School:
		return d.school().Status(on) == calendar.Open
	case d.rule.Unit == Business && d.rule.CountsHolidays:
		return on.Weekday() < day.Saturday
	case d.rule.Unit == Business:
		return calendar.IsBusinessDay(on)
	}
	return true
}

// Another closure leaves a school-day deadline where it is or moves it away
// from the event, at both ends.
func TestMoreClosuresNeverMakeASchoolDayDeadlineEarlier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := someCount.Draw(t, "count")
		d.rule.Unit, d.rule.Direction = School, After
		fewer := d.count().Raw
		for _, y := range d.years {
			y.Closures = append(y.Closures, rapid.SliceOfN(someClosure, 1, 5).Draw(t, "more")...)
		}
		more := d.count().Raw
		if more.Earliest < fewer.Earliest || more.Latest != day.None && (more.Latest < fewer.Latest || fewer.Latest == day.None) {
			t.Fatalf("%v became %v", fewer, more)
		}
	})
}

// The earliest day is never after the latest; the open day is a business day
// on or beyond the raw one, at most four days from it; a range is always asked.
func TestRangesAndOpenDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := someCount.Draw(t, "count")
		c := d.count()
		for _, r := range []Range{c.Raw, c.Due} {
			if r.Latest != day.None && r.Earliest > r.Latest {
				t.Fatalf("%v", r)
			}
		}
		if c.Raw.Earliest != c.Raw.Latest && !c.Ask {
			t.Fatalf("%v is not asked", c.Raw)
		}
		d.openDay(t, c.Raw.Earliest, c.Due.Earliest)
		d.openDay(t, c.Raw.Latest, c.Due.Latest)
	})
}

func (d drawn) openDay(t *rapid.T, raw, due day.Day) {
	beyond := (due - raw) * day.Day(d.rule.step())
	if beyond < 0 || beyond > 4 || d.rule.Unit == School && beyond != 0 {
		t.Fatalf("raw %s, due %s", raw, due)
	}
	if raw != day.None && d.rule.Unit != School && !calendar.IsBusinessDay(due) {
		t.Fatalf("due %s is no business day", due)
	}
}
