// Package schedule turns a service's rule and the school calendar into the
// slots that were planned.
//
// Recurrence is github.com/teambition/rrule-go's, behind a wrapper, because
// that library and every one like it trusts its input: some rules make it
// hang, some panic, some take gigabytes, some silently give nothing. The
// wrapper reads the rule itself, accepts only what a school schedule can say,
// names the part that it refuses, hands the library midnights in UTC and
// never lets it run past the last day asked for. Weekly rules, nearly all of
// them, are counted out in whole days instead; a property test holds that
// path equal to the library.
package schedule

import (
	"midweek/internal/core/day"
)

type frequency int

const (
	daily frequency = iota
	weekly
	monthly
	yearly
)

// A Rule is a recurrence rule of the school grammar: a part of RFC 5545 that
// repeats by the day, week, month or year, on days of the week, days of the
// month and months.
type Rule struct {
	freq      frequency
	interval  int // 1 to 52, by the day 1 to 366
	count     int // 0 when it does not end by count; 1 to 5,000
	until     day.Day
	weekdays  day.Weekdays
	nth       []nthWeekday
	monthDays []int  // 1 to 31, or -1 to -31 from the month's end
	months    uint16 // bit n for month n
	setPos    []int
	weekStart day.Weekday
}

// nthWeekday is the n-th such weekday of a month, from its end when negative.
type nthWeekday struct {
	n       int // 1 to 5 or -1 to -5
	weekday day.Weekday
}

// Weekly says whether the rule repeats by the week.
func (r *Rule) Weekly() bool { return r.freq == weekly }

// EveryWeek says whether the rule falls in each week, to the end of days or to
// a last day: some of its weeks can be left out.
func (r *Rule) EveryWeek() bool { return r.freq == weekly && r.interval == 1 && r.count == 0 }

// Endless is the rule as if it had no end: the rhythm alone.
func (r *Rule) Endless() *Rule {
	endless := *r
	endless.count, endless.until = 0, day.None
	return &endless
}

// Cycle is the length of a weekly rule's rhythm, in days.
func (r *Rule) Cycle() day.Day { return day.Day(7 * r.interval) }

// Weekly is the text of a rule that repeats on weekdays every week.
func Weekly(days day.Weekdays) string { return "FREQ=WEEKLY;BYDAY=" + days.String() }
