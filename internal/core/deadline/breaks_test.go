package deadline

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

func california(r Rule) Rule { r.PauseBreaks = 5; return r }

// California, thirty days for a meeting that a parent asked for, received on
// Friday 11 December 2026. Ed. Code 56343.5 leaves out vacations of more than
// five school days, and leaves open whether the weekends around them are
// vacation.
func TestCountWithoutLongBreaks(t *testing.T) {
	meeting := california(rule(30, Calendar))
	noBreak := calendar.School{year("2026-08-12..2027-06-04", "holiday 2027-01-18")}
	for _, tt := range []counted{
		{name: "no break", rule: meeting, event: "2026-12-11", school: noBreak,
			raw: "2027-01-10", due: "2027-01-11", why: "raw_closed"},
		{name: "two weeks of winter break", rule: meeting, event: "2026-12-11", school: calendar.School{winter()},
			raw: "2027-01-22..2027-01-26", skipped: "12-21..01-01", why: "break_edges"},
		{name: "received in the break", rule: meeting, event: "2026-12-23", school: calendar.School{winter()},
			raw: "2027-01-31..2027-02-02", due: "2027-02-01..2027-02-02", skipped: "12-24..01-01", why: "break_edges raw_closed"},
		{name: "done before the break", rule: california(rule(8, Calendar)), event: "2026-12-10", school: calendar.School{winter()},
			raw: "2026-12-18"},
		{name: "on the weekend before the break", rule: california(rule(8, Calendar)), event: "2026-12-11", school: calendar.School{winter()},
			raw: "2026-12-19..2027-01-04", due: "2026-12-21..2027-01-04", why: "break_edges raw_closed"},
		{name: "five days are not more than five", rule: meeting, event: "2026-11-13",
			school: calendar.School{year("2026-08-12..2027-06-04", "break 2026-11-23..2026-11-27")},
			raw:    "2026-12-13", due: "2026-12-14", why: "raw_closed"},
		{name: "six days only with a staff day: open", rule: meeting, event: "2026-11-13",
			school: calendar.School{year("2026-08-12..2027-06-04", "break 2026-11-23..2026-11-27", "pd_day 2026-11-30")},
			raw:    "2026-12-13..2026-12-23", due: "2026-12-14..2026-12-23", why: "break_edges raw_closed"},
		{name: "a staff day after a long break is an edge of it", rule: meeting, event: "2026-12-11",
			school: calendar.School{winter("pd_day 2027-01-04")},
			raw:    "2027-01-22..2027-01-27", skipped: "12-21..01-01", why: "break_edges"},
		{name: "a snow day after the break is no edge of it", rule: meeting, event: "2026-12-11",
			school: calendar.School{winter("weather 2027-01-04")},
			raw:    "2027-01-22..2027-01-26", skipped: "12-21..01-01", why: "break_edges"},
		{name: "a week of snow is no vacation", rule: meeting, event: "2027-01-29",
			school: calendar.School{winter("weather 2027-02-01..2027-02-12")},
			raw:    "2027-02-28", due: "2027-03-01", why: "raw_closed"},
		{name: "a four-day week adds no days to a break", rule: meeting, event: "2026-11-13",
			school: calendar.School{year("2026-08-12..2027-06-04", "break 2026-11-23..2026-11-27",
				"four_day_week 2026-11-20", "four_day_week 2026-11-27", "four_day_week 2026-12-04")},
			raw: "2026-12-13", due: "2026-12-14", why: "raw_closed"},
		{name: "a day given back cuts the break in two", rule: meeting, event: "2026-12-11",
			school: calendar.School{givenBack("2026-12-28")},
			raw:    "2027-01-10", due: "2027-01-11", why: "raw_closed"},
		{name: "the summer between two years", rule: meeting, event: "2027-05-28",
			school: calendar.School{winter(), year("2027-08-12..2028-06-02")},
			raw:    "2027-09-03", skipped: "06-05..08-11"},
		{name: "a summer of which the end is not known", rule: meeting, event: "2027-05-28", school: calendar.School{winter()},
			raw: "2027-06-27..", due: "2027-06-28..", why: "next_calendar raw_closed"},
		{name: "without a calendar", rule: meeting, event: "2026-12-11",
			raw: "2027-01-10..", due: "2027-01-11..", why: "no_calendar raw_closed"},
		{name: "business days", rule: california(rule(10, Business)), event: "2026-12-16", school: calendar.School{winter()},
			raw: "2027-01-13", skipped: "12-19..01-03 01-09..01-10", why: "state_holidays"},
		{name: "backwards", rule: before(california(rule(30, Calendar))), event: "2027-01-22", school: calendar.School{winter()},
			raw: "2026-12-07..2026-12-11", skipped: "12-21..01-01", why: "break_edges"},
	} {
		tt.check(t)
	}
}

func givenBack(on string) *calendar.Days {
	y := winter().Year
	y.ExtraDays = []calendar.ExtraDay{{Date: day.MustParse(on)}}
	return calendar.NewDays(y)
}
