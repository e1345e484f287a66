package fit_test

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// everyFit asks of every series of families drawn at random.
func everyFit(t *testing.T, rule func(t *rapid.T, s *ledger.Series, asOf day.Day, f *fit.Fit)) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		asOf := coretest.AsOf(t, r)
		l, err := ledger.Compute(r, asOf)
		if err != nil {
			t.Fatal(err)
		}
		limits := fit.Limits{
			Minutes: rapid.IntRange(1, 60).Draw(t, "minutes"),
			PerWeek: rapid.IntRange(0, 3).Draw(t, "per week"),
			Days:    day.Weekdays(rapid.SampledFrom([]int{0, 1, 2, 6, 31, 127}).Draw(t, "days")),
		}
		for _, s := range l.Series {
			f, err := fit.For(s, asOf, limits)
			if err != nil {
				t.Fatal(err)
			}
			rule(t, s, asOf, f)
		}
	})
}

// What is open is made up later, or in summer, or goes to next year's request.
func TestOpenIsFitsAndSummerAndNextYear(t *testing.T) {
	everyFit(t, func(t *rapid.T, s *ledger.Series, asOf day.Day, f *fit.Fit) {
		reserved := 0
		for _, w := range s.Summer {
			if w.ESY.Last >= asOf {
				reserved += w.CapacityLeft
			}
		}
		planned := 0
		for _, p := range f.Plan {
			planned += p.Minutes
		}
		if f.Open != s.Summary.OpenOwed || f.Open != f.Fits+f.Summer.Fits+f.Summer.Leftover || planned != f.Fits ||
			f.Summer.Capacity != reserved || f.Summer.Fits > reserved || min(f.Fits, f.Leftover, f.Summer.Fits, f.Summer.Leftover) < 0 {
			t.Fatalf("of %d open, %d in summer at most: %+v", s.Summary.OpenOwed, reserved, f)
		}
	})
}

// Nothing is planned in the past, on a closed day, past a limit or twice.
func TestNothingIsPlannedWhereItCannotStand(t *testing.T) {
	everyFit(t, func(t *rapid.T, s *ledger.Series, asOf day.Day, f *fit.Fit) {
		days, weeks := map[day.Day]int{}, map[day.Day]int{}
		for _, p := range f.Plan {
			year := s.School(asOf).Next(asOf)
			if p.Date <= asOf || !year.Year.Span().Holds(p.Date) || year.Status(p.Date) != calendar.Open || !f.Limits.Days.Has(p.Date.Weekday()) {
				t.Fatalf("planned on %s, asked on %s of %+v", p.Date, asOf, year.Year)
			}
			if days[p.Date] == 0 {
				weeks[p.Date.Monday()]++
			}
			if days[p.Date] += p.Minutes; p.Minutes <= 0 || days[p.Date] > f.Limits.Minutes || weeks[p.Date.Monday()] > f.Limits.PerWeek {
				t.Fatalf("%v is past the limits %+v", f.Plan, f.Limits)
			}
		}
	})
}

// The plan pays what is open and answered yes, the oldest first, each in whole
// before the next.
func TestThePlanPaysTheOldestFirst(t *testing.T) {
	everyFit(t, func(t *rapid.T, s *ledger.Series, _ day.Day, f *fit.Fit) {
		paid := map[string]int{}
		for i, p := range f.Plan {
			paid[p.ObligationID] += p.Minutes
			if i > 0 && p.Date < f.Plan[i-1].Date {
				t.Fatalf("the plan goes back: %v", f.Plan)
			}
		}
		left := f.Fits
		for _, o := range s.Obligations {
			if o.Answer() != policy.Yes {
				continue
			}
			minutes := min(left, o.Open)
			left -= minutes
			if paid[o.ID] != minutes {
				t.Fatalf("%s, %d open, is paid %d, want %d", o.ID, o.Open, paid[o.ID], minutes)
			}
			delete(paid, o.ID)
		}
		if len(paid) > 0 {
			t.Fatalf("paid and not owed: %v", paid)
		}
	})
}
