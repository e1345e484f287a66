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
	"midweek/internal/core/refusal"
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
	interval  int // 1 to 52
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

// Endless is the rule as if it had no end: the rhythm alone.
func (r *Rule) Endless() *Rule {
	endless := *r
	endless.count, endless.until = 0, day.None
	return &endless
}

// Cycle is the length of a weekly rule's rhythm, in days.
func (r *Rule) Cycle() day.Day { return day.Day(7 * r.interval) }

// horizon is how far a rule must fall on a day at all: the calendar repeats
// its leap days and weekdays every 28 years.
const horizon = 28*366 + 1

// CheckFalls refuses a rule that, anchored on a day, never falls on any, such
// as 30 February.
func (r *Rule) CheckFalls(anchor day.Day) error {
	endless := r.Endless()
	for d := anchor; d < anchor+horizon; d++ {
		if endless.fallsOn(anchor, d) {
			return nil
		}
	}
	return refusal.New(refusal.RuleNever)
}

// fallsOn says whether the rhythm, anchored on a day, holds d; how often it
// repeats and when it ends are not asked.
func (r *Rule) fallsOn(anchor, d day.Day) bool {
	if !r.candidate(anchor, d) {
		return false
	}
	return len(r.setPos) == 0 || r.atSetPos(anchor, d)
}

func (r *Rule) candidate(anchor, d day.Day) bool {
	switch r.freq {
	case daily:
		return int(d-anchor)%r.interval == 0 && r.inMonths(d) && r.onMonthDay(d) && r.onWeekday(d)
	case weekly:
		weeks := int(r.weekOf(d)-r.weekOf(anchor)) / 7
		return weeks%r.interval == 0 && r.weeklyDays(anchor).Has(d.Weekday()) && r.inMonths(d)
	case monthly:
		return r.monthly(anchor, d)
	default:
		return r.yearly(anchor, d)
	}
}

func (r *Rule) monthly(anchor, d day.Day) bool {
	ay, am, an := anchor.Civil()
	y, m, n := d.Civil()
	if ((y-ay)*12+m-am)%r.interval != 0 || !r.inMonths(d) {
		return false
	}
	if len(r.monthDays) == 0 && r.weekdays == 0 && len(r.nth) == 0 {
		return n == an
	}
	return r.onMonthDay(d) && r.onWeekday(d) && r.onNthWeekday(d)
}

func (r *Rule) yearly(anchor, d day.Day) bool {
	ay, am, an := anchor.Civil()
	y, m, n := d.Civil()
	if (y-ay)%r.interval != 0 {
		return false
	}
	if r.months == 0 && m != am || !r.inMonths(d) {
		return false
	}
	if len(r.monthDays) == 0 {
		return n == an
	}
	return r.onMonthDay(d)
}

func (r *Rule) inMonths(d day.Day) bool {
	if r.months == 0 {
		return true
	}
	_, m, _ := d.Civil()
	return r.months>>m&1 == 1
}

func (r *Rule) onMonthDay(d day.Day) bool {
	if len(r.monthDays) == 0 {
		return true
	}
	month := d.MonthSpan()
	fromStart, fromEnd := int(d-month.First)+1, int(d-month.Last)-1
	for _, n := range r.monthDays {
		if n == fromStart || n == fromEnd {
			return true
		}
	}
	return false
}

func (r *Rule) onWeekday(d day.Day) bool {
	return r.weekdays == 0 || r.weekdays.Has(d.Weekday())
}

func (r *Rule) onNthWeekday(d day.Day) bool {
	if len(r.nth) == 0 {
		return true
	}
	month := d.MonthSpan()
	fromStart, fromEnd := int(d-month.First)/7+1, -(int(month.Last-d)/7 + 1)
	for _, on := range r.nth {
		if on.weekday == d.Weekday() && (on.n == fromStart || on.n == fromEnd) {
			return true
		}
	}
	return false
}

// atSetPos says whether d is one of the chosen places among the month's days.
func (r *Rule) atSetPos(anchor, d day.Day) bool {
	month := d.MonthSpan()
	before, all := 0, 0
	for on := month.First; on <= month.Last; on++ {
		if r.candidate(anchor, on) {
			all++
			if on < d {
				before++
			}
		}
	}
	for _, pos := range r.setPos {
		if pos == before+1 || pos == before-all {
			return true
		}
	}
	return false
}

// weeklyDays are a weekly rule's weekdays: the anchor's when it names none.
func (r *Rule) weeklyDays(anchor day.Day) day.Weekdays {
	if r.weekdays == 0 {
		return day.SetOf(anchor.Weekday())
	}
	return r.weekdays
}

// weekOf is the first day of d's week, as the rule begins its weeks.
func (r *Rule) weekOf(d day.Day) day.Day {
	return d - day.Day((d.Weekday()-r.weekStart+7)%7)
}
