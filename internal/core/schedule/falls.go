package schedule

import (
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// horizon is within how many days a rule must fall on one: the calendar repeats
// its leap days and weekdays every 28 years.
const horizon = 28*366 + 1

// CheckFalls refuses a rule that, anchored on a day, falls on none for 28
// years, such as every 30 February.
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
