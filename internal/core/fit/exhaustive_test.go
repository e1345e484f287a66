package fit_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// Fit counts forward and backward through the days once. Here every set of
// days is tried, as the words of the question have it, on small cases always
// the same.
func TestFitIsWhatTryingEverySetOfDaysGives(t *testing.T) {
	cases := 5000
	if testing.Short() {
		cases = 500
	}
	random := rand.New(rand.NewPCG(2027, 3))
	for n := range cases {
		c := someCase(random)
		got := mustFit(t, c.series, c.asOf, c.limits)
		want := c.search()
		if told(got) != told(want) {
			t.Fatalf("case %d: %+v\non %s, %d open, %+v\ngot  %s\nwant %s",
				n, *c.year, c.asOf, c.series.Summary.OpenOwed, c.limits, told(got), told(want))
		}
	}
}

func told(f *fit.Fit) string {
	return fmt.Sprintf("%d = %d + %d, last start %q, bound by %s, plan %v", f.Open, f.Fits, f.Leftover, f.LastStart, f.Binding, f.Plan)
}

// A small is a short school year with few candidate days.
type small struct {
	year   *calendar.SchoolYear
	series *ledger.Series
	asOf   day.Day
	limits fit.Limits
}

func someCase(random *rand.Rand) *small {
	for {
		c := &small{year: someYear(random)}
		c.asOf = c.year.First + day.Day(random.IntN(18)-3)
		c.limits = fit.Limits{Minutes: 5 * (1 + random.IntN(9)), PerWeek: random.IntN(4)}
		if random.IntN(2) == 0 {
			c.limits.Days = day.Weekdays(1 + random.IntN(1<<7-1))
		}
		if n := len(c.candidates()); n > 11 || n < 3 && random.IntN(8) > 0 {
			continue
		}
		c.series = owing(c.year, someDebts(random)...)
		for _, o := range c.series.Obligations {
			if random.IntN(6) == 0 {
				o.Verdict.Answer = policy.Ask
				c.series.Summary.OpenOwed -= o.Open
			}
		}
		return c
	}
}

func someDebts(random *rand.Rand) []int {
	var open []int
	for range random.IntN(7) {
		open = append(open, 1+random.IntN(60))
	}
	return open
}

func someYear(random *rand.Rand) *calendar.SchoolYear {
	first := on(1) + day.Day(random.IntN(7))
	y := &calendar.SchoolYear{First: first, Last: first + day.Day(6+random.IntN(18)), Weekdays: day.MondayToFriday}
	if random.IntN(3) == 0 {
		y.Weekdays = day.Weekdays(1 + random.IntN(1<<7-1))
	}
	for range random.IntN(3) {
		from := first + day.Day(random.IntN(20))
		kind := []calendar.ClosureKind{calendar.Holiday, calendar.Weather}[random.IntN(2)]
		y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: from, Last: from + day.Day(random.IntN(3))}, Kind: kind})
	}
	for range random.IntN(2) {
		y.ExtraDays = append(y.ExtraDays, calendar.ExtraDay{Date: first + day.Day(random.IntN(20))})
	}
	return y
}

// candidates are the open school days after the day asked on allowed weekdays.
func (c *small) candidates() []day.Day {
	allowed := c.limits.Days
	if allowed == 0 {
		allowed = c.year.Weekdays
	}
	var days []day.Day
	for d := c.year.First; d <= c.year.Last; d++ {
		if d > c.asOf && c.asOf <= c.year.Last && allowed.Has(d.Weekday()) && c.open(d) {
			days = append(days, d)
		}
	}
	return days
}

func (c *small) open(d day.Day) bool {
	if slices.ContainsFunc(c.year.ExtraDays, func(x calendar.ExtraDay) bool { return x.Date == d }) {
		return true
	}
	return c.year.Weekdays.Has(d.Weekday()) &&
		!slices.ContainsFunc(c.year.Closures, func(x calendar.Closure) bool { return x.First <= d && d <= x.Last })
}

// search answers by trying every set of candidate days.
func (c *small) search() *fit.Fit {
	days, perWeek := c.candidates(), max(1, c.limits.PerWeek)
	most := c.mostFrom(days, perWeek)
	f := &fit.Fit{Open: c.series.Summary.OpenOwed, Binding: fit.DaysBind}
	f.Fits = min(f.Open, most[0]*c.limits.Minutes)
	f.Leftover = f.Open - f.Fits
	for i, d := range days {
		if f.Leftover == 0 && f.Open > 0 && most[i]*c.limits.Minutes >= f.Open {
			f.LastStart = d
		}
	}
	switch {
	case f.Leftover == 0:
		f.Binding = fit.NothingBinds
	case c.mostFrom(days, 7)[0]*c.limits.Minutes >= f.Open:
		f.Binding = fit.PerWeekBinds
	case most[0]*2*c.limits.Minutes >= f.Open:
		f.Binding = fit.MinutesBind
	}
	f.Plan = c.deal(c.earliest(days, perWeek, (f.Fits+c.limits.Minutes-1)/c.limits.Minutes))
	return f
}

// mostFrom is, for each candidate, the size of the largest allowed set that
// begins with it or later.
func (c *small) mostFrom(days []day.Day, perWeek int) []int {
	most := make([]int, len(days)+1)
	for set := uint(1); set < 1<<len(days); set++ {
		if first := bits.TrailingZeros(set); allowed(days, set, perWeek) {
			for i := range first + 1 {
				most[i] = max(most[i], bits.OnesCount(set))
			}
		}
	}
	return most
}

func allowed(days []day.Day, set uint, perWeek int) bool {
	weeks := map[day.Day]int{}
	for i, d := range days {
		if set>>i&1 == 1 {
			if weeks[d.Monday()]++; weeks[d.Monday()] > perWeek {
				return false
			}
		}
	}
	return true
}

// earliest is the allowed set of a size whose days, compared one by one, come
// first.
func (c *small) earliest(days []day.Day, perWeek, size int) (best []day.Day) {
	for set := uint(0); set < 1<<len(days); set++ {
		if bits.OnesCount(set) != size || !allowed(days, set, perWeek) {
			continue
		}
		var these []day.Day
		for i, d := range days {
			if set>>i&1 == 1 {
				these = append(these, d)
			}
		}
		if best == nil || slices.Compare(these, best) < 0 {
			best = these
		}
	}
	return best
}

// deal gives out the open minutes one by one, the oldest first.
func (c *small) deal(days []day.Day) []fit.Session {
	var plan []fit.Session
	given := 0
	for _, o := range c.series.Obligations {
		for range o.Open {
			if o.Answer() != policy.Yes || given/c.limits.Minutes >= len(days) {
				continue
			}
			d := days[given/c.limits.Minutes]
			given++
			if last := len(plan) - 1; last >= 0 && plan[last].Date == d && plan[last].ObligationID == o.ID {
				plan[last].Minutes++
				continue
			}
			plan = append(plan, fit.Session{Date: d, Minutes: 1, ObligationID: o.ID})
		}
	}
	return plan
}
