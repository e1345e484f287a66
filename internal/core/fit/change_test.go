package fit_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
)

// Every value of every limit is tried, a step at a time, on small years with
// hours, single days off, sessions at known times and make-ups that stand; what
// is named as least is what trying finds first.
func TestTheLeastChangeIsWhatTryingEveryValueFinds(t *testing.T) {
	cases := 1000
	if testing.Short() {
		cases = 500
	}
	random := rand.New(rand.NewPCG(33, 2027))
	asked, changed := 0, map[fit.Control]int{}
	for n := range cases {
		c := someAsked(random)
		f, err := fit.Ask(c.q)
		if err != nil {
			t.Fatal(err)
		}
		c.soundPlan(t, n, f)
		if got := c.all(f.Limits); got != f.Fits {
			t.Fatalf("case %d: %d fit, trying gives %d\n%+v", n, f.Fits, got, c.q)
		}
		if f.Leftover == 0 {
			if f.Changes != nil || f.Binding != fit.NothingBinds {
				t.Fatalf("case %d: all fits, and %s binds, %v", n, f.Binding, f.Changes)
			}
			continue
		}
		asked++
		want := c.least(f.Limits)
		if len(f.Changes) != len(want) {
			t.Fatalf("case %d: %v\nwant %v\n%+v", n, steps(f.Changes), want, f.Limits)
		}
		for i, change := range f.Changes {
			changed[change.Control]++
			if want[change.Control] != change.Steps || !c.holds(change.Limits) || i > 0 && change.Steps < f.Changes[i-1].Steps {
				t.Fatalf("case %d: %v\nwant %v\n%+v", n, steps(f.Changes), want, f.Limits)
			}
		}
	}
	if testing.Short() {
		return // too few to meet every control
	}
	for _, control := range []fit.Control{fit.PerWeekControl, fit.MinutesControl, fit.DaysControl, fit.FromControl, fit.ToControl, fit.OffControl} {
		if changed[control] == 0 {
			t.Errorf("of %d cases that do not fit, none does by %s", asked, control)
		}
	}
}

func steps(changes []fit.Change) []string {
	var list []string
	for _, c := range changes {
		list = append(list, fmt.Sprint(c.Control, " ", c.Steps))
	}
	return list
}

// A drawn question, and what it was drawn from.
type drawn struct {
	q    fit.Question
	year *calendar.SchoolYear
	rest int // minutes to be placed
}

func someAsked(random *rand.Rand) *drawn {
	c := &drawn{year: someYear(random)}
	c.q = fit.Question{Series: owing(c.year, someDebts(random)...), AsOf: c.year.First + day.Day(random.IntN(6)-1)}
	c.q.Limits = fit.Limits{Minutes: 5 * (1 + random.IntN(8)), PerWeek: 1 + random.IntN(2), Days: c.year.Weekdays}
	if random.IntN(2) == 0 {
		c.q.Limits.Days = c.year.Weekdays & day.Weekdays(1+random.IntN(1<<7-1))
	}
	if c.q.Limits.Days == 0 {
		c.q.Limits.Days = c.year.Weekdays
	}
	if random.IntN(2) == 0 {
		c.hours(random)
	}
	for range random.IntN(9) {
		c.q.Limits.Off = append(c.q.Limits.Off, c.year.First+day.Day(random.IntN(25)))
	}
	slices.Sort(c.q.Limits.Off)
	c.q.Limits.Off = slices.Compact(c.q.Limits.Off)
	c.rest = c.q.Series.Summary.OpenOwed
	for range random.IntN(3) {
		s := fit.Standing{Date: c.q.AsOf + day.Day(random.IntN(12)-2), Minutes: 5 * (1 + random.IntN(6))}
		if s.Date > c.q.AsOf {
			c.rest = max(0, c.rest-s.Minutes)
		}
		c.q.Standing = append(c.q.Standing, s)
	}
	return c
}

// hours are short, so that the day's other sessions are in the way.
func (c *drawn) hours(random *rand.Rand) {
	c.q.Limits.From = day.At(8, 0) + day.Clock(15*random.IntN(8))
	c.q.Limits.To = c.q.Limits.From + day.Clock(15*(1+random.IntN(6)))
	if random.IntN(5) == 0 {
		c.q.Limits.From = day.NoClock
	}
	for d := c.year.First; d <= c.year.Last; d++ {
		if random.IntN(2) == 0 {
			c.q.Busy = append(c.q.Busy, fit.Busy{Date: d, Start: day.At(7, 0) + day.Clock(15*random.IntN(14)), Minutes: 15 * (1 + random.IntN(4))})
		}
	}
	if random.IntN(2) == 0 {
		c.year.PartialDays = []calendar.PartialDay{
			{Span: c.year.Span(), Weekdays: day.SetOf(day.Wednesday), Dismissal: day.At(9, 30)},
			{Span: c.year.Span(), Weekdays: day.SetOf(day.Monday, day.Friday), Opening: day.At(9, 15)},
		}
		c.q.Series.Versions[0].School = calendar.School{calendar.NewDays(c.year)}
	}
}

// suits says minute by minute whether a session finds room on a day.
func (c *drawn) suits(d day.Day, l fit.Limits) bool {
	days := c.q.Series.Versions[0].School[0]
	stands := slices.ContainsFunc(c.q.Standing, func(s fit.Standing) bool { return s.Date == d && d > c.q.AsOf })
	if days.Status(d) != calendar.Open || d <= c.q.AsOf || stands || slices.Contains(l.Off, d) || !l.Days.Has(d.Weekday()) {
		return false
	}
	if !l.From.Known() && !l.To.Known() {
		return true
	}
	run := 0
	for at := day.At(0, 0); at < day.At(23, 59); at++ {
		if run++; c.taken(d, at, l) {
			run = 0
		}
		if run == l.Minutes {
			return true
		}
	}
	return false
}

// taken says whether a minute of a day is no room for a make-up.
func (c *drawn) taken(d day.Day, at day.Clock, l fit.Limits) bool {
	short, _ := c.q.Series.Versions[0].School[0].Partial(d)
	if l.From.Known() && at < l.From || l.To.Known() && at >= l.To || short.Dismissal.Known() && at >= short.Dismissal || at < short.Opening {
		return true
	}
	return slices.ContainsFunc(c.q.Busy, func(b fit.Busy) bool {
		return b.Date == d && at >= b.Start && at < b.Start+day.Clock(b.Minutes)
	})
}

// all are the minutes that fit within limits.
func (c *drawn) all(l fit.Limits) int {
	weeks := map[day.Day]int{}
	for _, s := range c.q.Standing {
		if s.Date > c.q.AsOf {
			weeks[s.Date.Monday()]++
		}
	}
	n := 0
	for d := c.year.First; d <= c.year.Last; d++ {
		if c.q.AsOf <= c.year.Last && c.suits(d, l) && weeks[d.Monday()] < l.PerWeek {
			weeks[d.Monday()]++
			n++
		}
	}
	return min(c.rest, n*l.Minutes)
}

func (c *drawn) holds(l fit.Limits) bool { return c.all(l) == c.rest }

// least are the fewest steps of each control by which all fits, by trying.
func (c *drawn) least(l fit.Limits) map[fit.Control]int {
	found := map[fit.Control]int{}
	try := func(control fit.Control, most int, by func(n int) []fit.Limits) {
		for n := 1; n <= most; n++ {
			if slices.ContainsFunc(by(n), c.holds) {
				found[control] = n
				return
			}
		}
	}
	one := func(change func(*fit.Limits, int)) func(int) []fit.Limits {
		return func(n int) []fit.Limits {
			with := l
			change(&with, n)
			return []fit.Limits{with}
		}
	}
	try(fit.PerWeekControl, 7-l.PerWeek, one(func(l *fit.Limits, n int) { l.PerWeek += n }))
	try(fit.MinutesControl, (120-l.Minutes)/5, one(func(l *fit.Limits, n int) { l.Minutes += 5 * n }))
	if l.From.Known() {
		try(fit.FromControl, int(l.From-day.At(6, 0))/15, one(func(l *fit.Limits, n int) { l.From -= day.Clock(15 * n) }))
	}
	if l.To.Known() {
		try(fit.ToControl, int(day.At(20, 0)-l.To)/15, one(func(l *fit.Limits, n int) { l.To += day.Clock(15 * n) }))
	}
	try(fit.DaysControl, 7, func(n int) []fit.Limits { return withMoreDays(l, c.year.Weekdays, n) })
	try(fit.OffControl, len(l.Off), func(n int) []fit.Limits { return withFewerOff(l, n) })
	return found
}

// withMoreDays are the limits with so many more weekdays of the school's, in
// every way.
func withMoreDays(l fit.Limits, school day.Weekdays, n int) (all []fit.Limits) {
	for set := range 1 << 7 {
		more := day.Weekdays(set)
		if more.Count() == n && more&l.Days == 0 && more&^school == 0 {
			with := l
			with.Days |= more
			all = append(all, with)
		}
	}
	return all
}

// withFewerOff are the limits with so many single days fewer, in every way.
func withFewerOff(l fit.Limits, n int) (all []fit.Limits) {
	for set := range 1 << len(l.Off) {
		with := l
		with.Off = nil
		for i, d := range l.Off {
			if set>>i&1 == 1 {
				with.Off = append(with.Off, d)
			}
		}
		if len(l.Off)-len(with.Off) == n {
			all = append(all, with)
		}
	}
	return all
}

// soundPlan holds a plan to what it may be: nothing on a closed or refused day,
// outside of the hours, past a limit, or on a day on which something stands; and
// every minute in one place.
func (c *drawn) soundPlan(t *testing.T, n int, f *fit.Fit) {
	t.Helper()
	weeks, days, sum := map[day.Day]int{}, map[day.Day]int{}, 0
	for _, s := range c.q.Standing {
		if s.Date > c.q.AsOf {
			weeks[s.Date.Monday()]++
		}
	}
	for _, p := range f.Plan {
		if days[p.Date] == 0 {
			weeks[p.Date.Monday()]++
		}
		days[p.Date] += p.Minutes
		sum += p.Minutes
		early := f.Limits.From.Known() && p.Start < f.Limits.From
		if !c.suits(p.Date, f.Limits) || early || days[p.Date] > f.Limits.Minutes || weeks[p.Date.Monday()] > f.Limits.PerWeek {
			t.Fatalf("case %d: %v does not suit\n%+v\n%+v", n, p, c.q, f.Limits)
		}
	}
	if sum != f.Fits || f.Open != f.Arranged+f.Fits+f.Summer.Fits+f.Summer.Leftover || f.Open-f.Arranged != c.rest {
		t.Fatalf("case %d: %d planned, %+v", n, sum, f)
	}
}
