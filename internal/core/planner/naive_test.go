package planner_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
)

// Counting bits gives what walking day by day gives: for any calendars and
// any wish, the same sets with the same counts, in the same order and places.
func TestRankingIsWhatWalkingDayByDayGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		years, wish := someYears.Draw(t, "years"), someWish.Draw(t, "wish")
		choices, err := planner.Rank(years, wish)
		want := walked(years, wish)
		if len(want) == 0 {
			if err == nil {
				t.Fatalf("%+v is not refused", wish)
			}
			return
		}
		if err != nil || !slices.Equal(choices, want) {
			t.Fatalf("%+v\ngot  %s %v\nwant %s", wish, rows(choices), err, rows(want))
		}
		for _, c := range choices {
			alone := planner.Of(years, c.Days, wish)
			alone.Place = c.Place
			if alone != c {
				t.Fatalf("%s by itself: %+v, ranked: %+v", c.Days, alone, c)
			}
		}
	})
}

var someYears = rapid.Custom(func(t *rapid.T) []*calendar.Days {
	var years []*calendar.Days
	first := day.Of(2026, 8, 20)
	for range rapid.IntRange(1, 3).Draw(t, "years") {
		first += day.Day(rapid.IntRange(0, 20).Draw(t, "first day"))
		y := &calendar.SchoolYear{First: first, Last: first + day.Day(rapid.IntRange(0, 600).Draw(t, "length"))}
		y.Weekdays = day.Weekdays(rapid.SampledFrom([]int{31, 15, 63, 127, 30}).Draw(t, "weekdays"))
		y.Closures = rapid.SliceOfN(someClosure(y.Span()), 0, 12).Draw(t, "closures")
		y.PartialDays = rapid.SliceOfN(someShortDay(y.Span()), 0, 6).Draw(t, "short days")
		for range rapid.IntRange(0, 3).Draw(t, "days given back") {
			y.ExtraDays = append(y.ExtraDays, calendar.ExtraDay{Date: someSpan(t, y.Span()).First})
		}
		years = append(years, calendar.NewDays(y))
		first = y.Last + 1
	}
	return years
})

func someSpan(t *rapid.T, in day.Span) day.Span {
	first := in.First + day.Day(rapid.IntRange(-3, in.Days()+3).Draw(t, "day"))
	return day.Span{First: first, Last: first + day.Day(rapid.IntRange(0, 12).Draw(t, "days"))}
}

func someClosure(in day.Span) *rapid.Generator[calendar.Closure] {
	return rapid.Custom(func(t *rapid.T) calendar.Closure {
		kind := rapid.SampledFrom([]calendar.ClosureKind{calendar.Holiday, calendar.Weather}).Draw(t, "kind")
		return calendar.Closure{Span: someSpan(t, in), Kind: kind}
	})
}

func someShortDay(in day.Span) *rapid.Generator[calendar.PartialDay] {
	return rapid.Custom(func(t *rapid.T) calendar.PartialDay {
		return calendar.PartialDay{
			Span:      rapid.SampledFrom([]day.Span{someSpan(t, in), in}).Draw(t, "run"),
			Weekdays:  day.Weekdays(rapid.SampledFrom([]int{0, 4, 17}).Draw(t, "weekdays")),
			Dismissal: rapid.SampledFrom([]day.Clock{day.NoClock, day.At(11, 0), day.At(12, 30)}).Draw(t, "dismissal"),
			Opening:   rapid.SampledFrom([]day.Clock{day.NoClock, day.At(9, 0), day.At(10, 0)}).Draw(t, "opening"),
		}
	})
}

var someWish = rapid.Custom(func(t *rapid.T) planner.Wish {
	return planner.Wish{
		Days:    rapid.IntRange(1, 4).Draw(t, "days a week"),
		Minutes: rapid.SampledFrom([]int{30, 45}).Draw(t, "minutes"),
		Start:   rapid.SampledFrom([]day.Clock{day.NoClock, day.At(9, 0), day.At(10, 30), day.At(12, 0)}).Draw(t, "start"),
		Forbid:  day.Weekdays(rapid.SampledFrom([]int{0, 0, 1, 2, 20}).Draw(t, "forbidden")),
		Gap:     rapid.Bool().Draw(t, "gap"),
	}
})

func usable(years []*calendar.Days, wish planner.Wish) day.Weekdays {
	var set day.Weekdays
	for w := day.Monday; w <= day.Sunday; w++ {
		if !wish.Forbid.Has(w) && !slices.ContainsFunc(years, func(d *calendar.Days) bool { return !d.Year.Weekdays.Has(w) }) {
			set |= day.SetOf(w)
		}
	}
	return set
}

// walked ranks by looking at every day of every year.
func walked(years []*calendar.Days, wish planner.Wish) []planner.Choice {
	var choices []planner.Choice
	for set := day.Weekdays(1); set < 1<<7; set++ {
		if set.Count() != wish.Days || set&^usable(years, wish) != 0 || wish.Gap && neighbours(set) {
			continue
		}
		c := planner.Choice{Days: set}
		for _, d := range years {
			for on := d.Year.First; on <= d.Year.Last; on++ {
				if set.Has(on.Weekday()) {
					look(d, on, wish, &c)
				}
			}
		}
		choices = append(choices, c)
	}
	slices.SortFunc(choices, func(a, b planner.Choice) int {
		return cmp.Or(a.Lost-b.Lost, a.Short-b.Short, b.Kept-a.Kept, slices.Compare(a.Days.List(), b.Days.List()))
	})
	for i := range choices {
		choices[i].Place = 1 + slices.IndexFunc(choices, func(c planner.Choice) bool {
			return c.Lost == choices[i].Lost && c.Short == choices[i].Short && c.Kept == choices[i].Kept
		})
	}
	return choices
}

func neighbours(set day.Weekdays) bool {
	for w := day.Monday; w <= day.Sunday; w++ {
		if set.Has(w) && set.Has((w+1)%7) {
			return true
		}
	}
	return false
}

func look(d *calendar.Days, on day.Day, wish planner.Wish, c *planner.Choice) {
	switch d.Status(on) {
	case calendar.ClosedScheduled, calendar.ClosedEmergency:
		c.Lost++
	case calendar.Open:
		c.Kept++
		short, cut := cutShort(d.Year, on, wish)
		if short {
			c.Short++
		}
		if cut {
			c.Cut++
		}
	}
}

// cutShort says whether a short day touches the session: with a start that is
// known, only when its hours cut it, which is certain, or nobody knows them.
func cutShort(y *calendar.SchoolYear, on day.Day, wish planner.Wish) (touches, certain bool) {
	short, hours, cut := false, false, false
	for _, p := range y.PartialDays {
		if p.First > on || p.Last < on || p.Weekdays != 0 && !p.Weekdays.Has(on.Weekday()) {
			continue
		}
		short = true
		if p.Dismissal.Known() {
			hours = true
			cut = cut || wish.Start.Minutes()+wish.Minutes > p.Dismissal.Minutes()
		}
		if p.Opening.Known() {
			hours = true
			cut = cut || wish.Start.Minutes() < p.Opening.Minutes()
		}
	}
	return short && (!wish.Start.Known() || !hours || cut), wish.Start.Known() && cut
}
