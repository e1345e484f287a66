package deadline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// span reads a run of days as calendars print it: 2026-12-21..2027-01-01, or
// one day.
func span(text string) day.Span {
	first, last, run := strings.Cut(text, "..")
	if !run {
		last = first
	}
	return day.Span{First: day.MustParse(first), Last: day.MustParse(last)}
}

// year is a school year of Mondays to Fridays; each closure is written as its
// kind and its days.
func year(days string, closures ...string) *calendar.Days {
	y := &calendar.SchoolYear{First: span(days).First, Last: span(days).Last, Weekdays: day.MondayToFriday}
	for _, text := range closures {
		kind, closed, _ := strings.Cut(text, " ")
		y.Closures = append(y.Closures, calendar.Closure{Kind: calendar.ClosureKind(kind), Span: span(closed)})
	}
	return calendar.NewDays(y)
}

// winter is a school year that begins on a Wednesday, ends on a Friday and has
// two weeks of winter break.
func winter(closures ...string) *calendar.Days {
	return year("2026-08-12..2027-06-04", append(closures, "break 2026-12-21..2027-01-01")...)
}

// either writes a range as one day, or as both with an unknown one left out.
func either(r Range) string {
	if r.Earliest == r.Latest {
		return r.Earliest.String()
	}
	return r.Earliest.String() + ".." + r.Latest.String()
}

// short writes days as runs, without the year: 11-21..11-22 11-26.
func short(days []day.Day) string {
	var parts []string
	for i := 0; i < len(days); i++ {
		from := i
		for i+1 < len(days) && days[i+1] == days[i]+1 {
			i++
		}
		part := days[from].String()[5:]
		if i > from {
			part += ".." + days[i].String()[5:]
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

func rule(amount int, unit Unit) Rule { return Rule{Amount: amount, Unit: unit, Direction: After} }

func before(r Rule) Rule { r.Direction = Before; return r }

func withHolidays(r Rule) Rule { r.CountsHolidays = true; return r }

// counted is one line of a table: a rule counted from a day, and its answer as
// a person would write it down.
type counted struct {
	name    string
	rule    Rule
	event   string
	school  calendar.School
	pauses  string // between spaces
	raw     string
	due     string // when it is not the raw day
	skipped string
	why     string
}

func (tt counted) check(t *testing.T) {
	t.Helper()
	var pauses []day.Span
	for _, text := range strings.Fields(tt.pauses) {
		pauses = append(pauses, span(text))
	}
	var event day.Day
	if tt.event != "" {
		event = day.MustParse(tt.event)
	}
	c := tt.rule.Count(event, tt.school, pauses)
	if tt.due == "" {
		tt.due = tt.raw
	}
	want := fmt.Sprintf("raw %s due %s skipped [%s] why [%s]", tt.raw, tt.due, tt.skipped, tt.why)
	got := fmt.Sprintf("raw %s due %s skipped [%s] why %s", either(c.Raw), either(c.Due), short(c.Skipped), c.Why)
	if got != want {
		t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
	}
	if c.Ask != slices.ContainsFunc(c.Why, Code.Asks) || c.Ask != (c.Raw.Earliest != c.Raw.Latest || c.Raw == Range{}) {
		t.Errorf("%s: ask %t with raw %s and %s", tt.name, c.Ask, either(c.Raw), c.Why)
	}
}

func TestCountCalendarDays(t *testing.T) {
	for _, tt := range []counted{
		{name: "the day of receipt is day 0", rule: rule(1, Calendar), event: "2027-03-01", raw: "2027-03-02"},
		{name: "weekends and holidays count", rule: rule(60, Calendar), event: "2026-11-02",
			raw: "2027-01-01", due: "2027-01-04", why: "raw_closed"},
		{name: "a Saturday is not rolled away", rule: rule(45, Calendar), event: "2026-10-07",
			raw: "2026-11-21", due: "2026-11-23", why: "raw_closed"},
		{name: "through a leap day", rule: rule(30, Calendar), event: "2028-02-10", raw: "2028-03-11", due: "2028-03-13", why: "raw_closed"},
		{name: "closed school is nothing to it", rule: rule(30, Calendar), event: "2026-12-11", school: calendar.School{winter()},
			raw: "2027-01-10", due: "2027-01-11", why: "raw_closed"},
		{name: "backwards, the open day is the earlier one", rule: before(rule(10, Calendar)), event: "2026-12-09",
			raw: "2026-11-29", due: "2026-11-27", why: "raw_closed"},
		{name: "the day of receipt is not known", rule: rule(60, Calendar), why: "no_event_day"},
	} {
		tt.check(t)
	}
}

func TestCountWithPauses(t *testing.T) {
	for _, tt := range []counted{
		{name: "in the middle", rule: rule(10, Calendar), event: "2027-03-01", pauses: "2027-03-05..2027-03-08",
			raw: "2027-03-15", skipped: "03-05..03-08"},
		{name: "around the event", rule: rule(10, Calendar), event: "2027-03-01", pauses: "2027-02-25..2027-03-02",
			raw: "2027-03-12", skipped: "03-02"},
		{name: "over the last day", rule: rule(10, Calendar), event: "2027-03-01", pauses: "2027-03-11",
			raw: "2027-03-12", skipped: "03-11"},
		{name: "after the last day", rule: rule(10, Calendar), event: "2027-03-01", pauses: "2027-03-12..2027-04-12", raw: "2027-03-11"},
		{name: "two that meet", rule: rule(10, Calendar), event: "2027-03-01", pauses: "2027-03-03..2027-03-05 2027-03-05..2027-03-06",
			raw: "2027-03-15", skipped: "03-03..03-06"},
		{name: "one that holds nothing", rule: rule(10, Calendar), event: "2027-03-01", pauses: "2027-03-05..2027-03-04", raw: "2027-03-11"},
		{name: "business days", rule: rule(5, Business), event: "2027-03-01", pauses: "2027-03-03..2027-03-04",
			raw: "2027-03-10", skipped: "03-03..03-04 03-06..03-07", why: "state_holidays"},
		{name: "backwards", rule: before(rule(10, Calendar)), event: "2027-03-15", pauses: "2027-03-05..2027-03-08",
			raw: "2027-03-01", skipped: "03-05..03-08"},
		{name: "without end", rule: rule(10, Calendar), event: "2027-03-01", pauses: "2027-03-05..2047-03-05", why: "too_far"},
	} {
		tt.check(t)
	}
}

func TestCountBusinessDays(t *testing.T) {
	for _, tt := range []counted{
		{name: "over Thanksgiving", rule: rule(10, Business), event: "2026-11-20",
			raw: "2026-12-07", skipped: "11-21..11-22 11-26 11-28..11-29 12-05..12-06", why: "state_holidays"},
		{name: "over New Year's Day observed the year before", rule: rule(2, Business), event: "2021-12-29",
			raw: "2022-01-03", skipped: "12-31..01-02", why: "state_holidays"},
		{name: "backwards without holidays", rule: before(rule(10, Business)), event: "2026-12-07",
			raw: "2026-11-20", skipped: "11-21..11-22 11-26 11-28..11-29 12-05..12-06", why: "state_holidays"},
		{name: "backwards with holidays", rule: withHolidays(before(rule(10, Business))), event: "2026-12-07",
			raw: "2026-11-23", skipped: "11-28..11-29 12-05..12-06"},
		{name: "a counted holiday is not open: the day before is", rule: withHolidays(before(rule(10, Business))), event: "2026-12-10",
			raw: "2026-11-26", due: "2026-11-25", skipped: "11-28..11-29 12-05..12-06", why: "raw_closed"},
	} {
		tt.check(t)
	}
}

// 34 CFR 300.148(d)(1)(ii): ten business days, "including any holidays that
// occur on a business day", before the child is removed.
func TestPrivatePlacementNotice(t *testing.T) {
	i := slices.IndexFunc(Rules(), func(r Rule) bool { return r.ID == "private_placement_notice" })
	counted{name: "removed after Thanksgiving", rule: Rules()[i], event: "2026-12-07",
		raw: "2026-11-23", skipped: "11-28..11-29 12-05..12-06"}.check(t)
}

func TestCountSchoolDays(t *testing.T) {
	school := calendar.School{winter("weather 2027-01-06")}
	twoYears := calendar.School{winter(), year("2027-08-11..2028-06-02")}
	holeYears := calendar.School{winter(), year("2028-08-09..2029-06-01")}
	for _, tt := range []counted{
		{name: "over the break and a snow day", rule: rule(5, School), event: "2026-12-17", school: school,
			raw: "2027-01-08", skipped: "12-19..01-03 01-06"},
		{name: "from a day inside the break", rule: rule(1, School), event: "2026-12-25", school: school,
			raw: "2027-01-04", skipped: "12-26..01-03"},
		{name: "over the summer between two known years", rule: rule(5, School), event: "2027-06-02", school: twoYears,
			raw: "2027-08-13", skipped: "06-05..08-10"},
		{name: "to the last day of the last year", rule: rule(2, School), event: "2027-06-02", school: school, raw: "2027-06-04"},
		{name: "past the last year", rule: rule(5, School), event: "2027-06-02", school: school,
			raw: "2027-06-09..", skipped: "06-05..06-06", why: "next_calendar"},
		{name: "all of it past the last year", rule: rule(5, School), event: "2027-07-01", school: school,
			raw: "2027-07-08..", skipped: "07-03..07-04", why: "next_calendar"},
		{name: "without a calendar", rule: rule(5, School), event: "2026-11-18",
			raw: "2026-11-25..", skipped: "11-21..11-22", why: "no_calendar"},
		{name: "from before the first year", rule: rule(5, School), event: "2026-08-07", school: school,
			raw: "2026-08-14..2026-08-18", skipped: "08-08..08-09", why: "missing_year"},
		{name: "over a year that is missing", rule: rule(5, School), event: "2027-06-02", school: holeYears,
			raw: "2027-06-09..2028-08-11", skipped: "06-05..06-06", why: "missing_year"},
		{name: "backwards over the break", rule: before(rule(5, School)), event: "2027-01-06", school: calendar.School{winter()},
			raw: "2026-12-16", skipped: "12-19..01-03"},
		{name: "backwards out of the first year", rule: before(rule(5, School)), event: "2026-08-13", school: school,
			raw: "..2026-08-06", skipped: "08-08..08-09", why: "missing_year"},
	} {
		tt.check(t)
	}
}

func TestPartialAndExtraDaysAreSchoolDays(t *testing.T) {
	y := winter().Year
	y.PartialDays = []calendar.PartialDay{{Span: span("2026-12-18")}}
	y.ExtraDays = []calendar.ExtraDay{{Date: day.MustParse("2026-12-21")}, {Date: day.MustParse("2027-01-02")}}
	counted{name: "a half day, a day given back, a Saturday", rule: rule(4, School), event: "2026-12-17",
		school: calendar.School{calendar.NewDays(y)},
		raw:    "2027-01-04", skipped: "12-19..12-20 12-22..01-01 01-03"}.check(t)
}

func TestCountDates(t *testing.T) {
	for _, tt := range []counted{
		{name: "a year", rule: rule(1, Years), event: "2026-03-11", raw: "2027-03-11"},
		{name: "a year, to a Saturday", rule: rule(1, Years), event: "2027-03-11",
			raw: "2028-03-11", due: "2028-03-13", why: "raw_closed"},
		{name: "from a leap day", rule: rule(1, Years), event: "2024-02-29", raw: "2025-02-28"},
		{name: "from leap day to leap day", rule: rule(4, Years), event: "2024-02-29", raw: "2028-02-29"},
		{name: "to the day before a leap day", rule: rule(2, Years), event: "2026-02-28", raw: "2028-02-28"},
		{name: "years know no pause", rule: california(rule(1, Years)), event: "2026-03-11", pauses: "2026-04-01..2026-09-01", raw: "2027-03-11"},
		{name: "a month of fewer days", rule: rule(1, Months), event: "2027-01-31", raw: "2027-02-28", due: "2027-03-01", why: "raw_closed"},
		{name: "over the end of the year", rule: rule(2, Months), event: "2026-12-15", raw: "2027-02-15", due: "2027-02-16", why: "raw_closed"},
		{name: "backwards to a leap day", rule: before(rule(1, Months)), event: "2028-03-31", raw: "2028-02-29"},
		{name: "backwards over the new year", rule: before(rule(3, Months)), event: "2027-01-20", raw: "2026-10-20"},
		{name: "beyond the last day a record holds", rule: rule(300, Years), event: "2027-01-20", why: "too_far"},
	} {
		tt.check(t)
	}
}
