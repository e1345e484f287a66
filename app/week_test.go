package app

import (
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// lead is the sentence on Today for school years given by their first and last
// days, and by a closure of one day.
func lead(today, closed string, years ...[2]string) string {
	plan := iep.Plan{}
	r := &record.Record{}
	for _, span := range years {
		y := calendar.SchoolYear{ID: span[0], First: day.MustParse(span[0]), Last: day.MustParse(span[1])}
		if closed != "" {
			on := day.MustParse(closed)
			y.Closures = []calendar.Closure{{Span: day.Span{First: on, Last: on}, Name: "Labor Day"}}
		}
		r.Calendars = append(r.Calendars, y)
		plan.CalendarIDs = append(plan.CalendarIDs, y.ID)
	}
	r.Plans = []iep.Plan{plan}
	s := &sheet{Book: &binder.Book{Record: r, Ledger: &ledger.Ledger{}, Today: day.MustParse(today)}}
	return s.weekAhead()
}

// Nothing is said of closings on a day that no school year holds.
func TestTheLeadKnowsNoMoreThanTheSchoolYears(t *testing.T) {
	old, now, later := [2]string{"2024-08-12", "2025-06-04"}, [2]string{"2026-08-24", "2027-06-11"}, [2]string{"2027-08-23", "2028-06-09"}
	const (
		none     = "No school closing in the rest of this week."
		missing  = "The school year is not here yet."
		begins   = "This school year is not here yet. The next one begins on Mon Aug 24, 2026."
		out      = "School is out. The next school year is not here yet."
		outUntil = "School is out until Mon Aug 23, 2027."
		labor    = "School is closed this week: Labor Day, Mon Sep 7, 2026."
	)
	for _, c := range []struct {
		today, closed, want string
		years               [][2]string
	}{
		{"2026-09-03", "", missing, nil},
		{"2026-09-03", "", none, [][2]string{now}},
		{"2026-08-24", "", none, [][2]string{now}},
		{"2027-06-11", "", none, [][2]string{later, now}},
		{"2026-09-07", "2026-09-07", labor, [][2]string{now}},
		{"2026-09-08", "2026-09-07", none, [][2]string{now}},
		{"2026-08-23", "", begins, [][2]string{now}},
		{"2025-07-01", "", begins, [][2]string{later, old, now}},
		{"2027-06-12", "", outUntil, [][2]string{old, later, now}},
		{"2027-08-22", "", outUntil, [][2]string{later, now}},
		{"2027-06-12", "", out, [][2]string{old, now}},
		{"2027-10-09", "", out, [][2]string{now}},
		{"2027-10-10", "", missing, [][2]string{now}},
	} {
		if got := lead(c.today, c.closed, c.years...); got != c.want {
			t.Errorf("on %s with %v: %q, want %q", c.today, c.years, got, c.want)
		}
	}
}
