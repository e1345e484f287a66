package calendar

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/day"
)

// someSpan is near the years below: in, over the edge of, or outside them,
// and now and then empty.
var someSpan = rapid.Custom(func(t *rapid.T) day.Span {
	first := day.MustParse("2025-08-01") + day.Day(rapid.IntRange(0, 500).Draw(t, "first"))
	return day.Span{First: first, Last: first + day.Day(rapid.IntRange(-1, 25).Draw(t, "length"))}
})

var someClosure = rapid.Custom(func(t *rapid.T) Closure {
	kinds := []ClosureKind{Holiday, Break, StaffDay, MakeupReserve, Weather, Emergency, "", "of another program"}
	return Closure{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Span: someSpan.Draw(t, "span")}
})

// someYear is one day to three years long, with any weekdays.
var someYear = rapid.Custom(func(t *rapid.T) *SchoolYear {
	first := day.MustParse("2025-08-20") + day.Day(rapid.IntRange(0, 30).Draw(t, "first"))
	length := rapid.OneOf(rapid.IntRange(0, 400), rapid.IntRange(0, 1100)).Draw(t, "length")
	y := &SchoolYear{
		First:    first,
		Last:     first + day.Day(length),
		Weekdays: day.Weekdays(rapid.IntRange(0, 127).Draw(t, "weekdays")),
		Closures: rapid.SliceOfN(someClosure, 0, 10).Draw(t, "closures"),
	}
	for _, s := range rapid.SliceOfN(someSpan, 0, 4).Draw(t, "short") {
		weekdays := day.Weekdays(rapid.SampledFrom([]int{0, 0, 4, 18, 127}).Draw(t, "short weekdays"))
		y.PartialDays = append(y.PartialDays, PartialDay{Span: s, Weekdays: weekdays})
	}
	for _, s := range rapid.SliceOfN(someSpan, 0, 4).Draw(t, "given back") {
		y.ExtraDays = append(y.ExtraDays, ExtraDay{Date: s.First})
	}
	return y
})

// plain is the definition, asked of one day at a time.
func plain(y *SchoolYear, on day.Day) Status {
	if !y.Span().Holds(on) {
		return OutOfYear
	}
	for _, extra := range y.ExtraDays {
		if extra.Date == on {
			return Open
		}
	}
	if !y.Weekdays.Has(on.Weekday()) {
		return NotSchoolDay
	}
	status := Open
	for _, c := range y.Closures {
		if c.Holds(on) && !c.Kind.Sudden() {
			return ClosedScheduled
		}
		if c.Holds(on) {
			status = ClosedEmergency
		}
	}
	return status
}

// plainShort is the same of short days.
func plainShort(y *SchoolYear, on day.Day) bool {
	for _, p := range y.PartialDays {
		weekday := p.Weekdays == 0 || p.Weekdays>>on.Weekday()&1 == 1
		if p.First <= on && on <= p.Last && weekday && y.First <= on && on <= y.Last {
			return true
		}
	}
	return false
}

// The table of a year says of each day what the definition says of it, and
// the days that it calls short are those of which it knows how.
func TestTheTableAgreesWithTheDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := someYear.Draw(t, "year")
		days := NewDays(y)
		for on := y.First - 40; on <= y.Last+40; on++ {
			if got, want := days.Status(on), plain(y, on); got != want {
				t.Fatalf("%s: %s, want %s", on, got, want)
			}
			c, got := days.Closure(on), plain(y, on)
			if closed := got == ClosedScheduled || got == ClosedEmergency; (c != nil) != closed || closed && (!c.Holds(on) || c.Kind.Sudden() != (got == ClosedEmergency)) {
				t.Fatalf("%s: %s, closed by %+v", on, got, c)
			}
			_, known := days.Partial(on)
			if want := plainShort(y, on); days.Short(on) != want || known != want {
				t.Fatalf("%s: short %t, known %t, want %t", on, days.Short(on), known, want)
			}
		}
	})
}

// One more closure never opens a day, and a sudden one never changes what is
// printed.
func TestOneMoreClosureNeverOpensADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, more := someYear.Draw(t, "year"), someClosure.Draw(t, "one more")
		before := NewDays(y)
		closures := append([]Closure{more}, y.Closures...)
		grown := *y
		grown.Closures = closures
		after := NewDays(&grown)
		for on := y.First; on <= y.Last; on++ {
			was, is := before.Status(on), after.Status(on)
			if is == Open && was != Open || is == NotSchoolDay != (was == NotSchoolDay) {
				t.Fatalf("%s was %s and is %s", on, was, is)
			}
			if was != is && !more.Holds(on) {
				t.Fatalf("%s was %s and is %s, outside the closure", on, was, is)
			}
			if is.Printed() && !was.Printed() || more.Kind.Sudden() && is.Printed() != was.Printed() {
				t.Fatalf("%s was %s and is %s: the fridge changed", on, was, is)
			}
		}
	})
}

// Prorating divides by counts of weekdays: they are those of a count by hand.
func TestWeekdaysAreCountedAsByHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, in := someYear.Draw(t, "year"), someSpan.Draw(t, "span")
		in.Last += day.Day(rapid.IntRange(0, 400).Draw(t, "longer"))
		n := 0
		for on := in.First; on <= in.Last; on++ {
			if y.Weekdays.Has(on.Weekday()) {
				n++
			}
		}
		if got := NewDays(y).Weekdays(in); got != n {
			t.Fatalf("%s to %s: %d, want %d", in.First, in.Last, got, n)
		}
	})
}

// What the planner counts in bits, and the tally of a year, is what a count of the days gives.
func TestTheWeeksCountWhatTheDaysSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkWeeks(t, someYear.Draw(t, "year")) })
}

// The bits of a weekday are 64 to a word: a year may end on either side of
// one, whichever weekday it begins on.
func TestAYearOfAnyLengthHasRoomForItsWeeks(t *testing.T) {
	for first := day.MustParse("2025-09-01"); first <= day.MustParse("2025-09-07"); first++ {
		for length := range day.Day(2 * 64 * 7) {
			checkWeeks(t, &SchoolYear{First: first, Last: first + length - 1, Weekdays: 1<<7 - 1})
		}
	}
}

func checkWeeks(t rapid.TB, y *SchoolYear) {
	t.Helper()
	days := NewDays(y)
	var open, closed, short [7]int
	for on := y.First; on <= y.Last; on++ {
		w := on.Weekday()
		switch days.Status(on) {
		case Open:
			open[w]++
			if days.Short(on) {
				short[w]++
			}
		case ClosedScheduled, ClosedEmergency:
			closed[w]++
		}
	}
	weeks, all := days.Weeks(), Tally{}
	for w := range open {
		all.Open, all.Short, all.Closed = all.Open+open[w], all.Short+short[w], all.Closed+closed[w]
	}
	if days.Tally() != all {
		t.Fatalf("%s to %s: %+v in all, want %+v", y.First, y.Last, days.Tally(), all)
	}
	for w := day.Monday; w <= day.Sunday; w++ {
		if weeks.Open(w) != open[w] || weeks.Closed(w) != closed[w] || weeks.Short(w) != short[w] {
			t.Fatalf("%s, %s to %s: %d open, %d closed, %d short; want %d, %d, %d", w, y.First, y.Last,
				weeks.Open(w), weeks.Closed(w), weeks.Short(w), open[w], closed[w], short[w])
		}
	}
}
