package schedule

import (
	"fmt"

	"github.com/teambition/rrule-go"

	"midweek/internal/core/day"
)

// libraryDates lets the library expand the rule, up to the last day on which
// our own reading says that it falls: the library looks at its end only when
// it has found a day, and would search on to the year 9999.
func (r *Rule) libraryDates(anchor day.Day, in day.Span) (dates []day.Day, err error) {
	last := in.Last
	for last >= in.First && !r.fallsOn(anchor, last) {
		last--
	}
	if last < in.First {
		return nil, nil
	}
	defer func() {
		if p := recover(); p != nil {
			dates, err = nil, fmt.Errorf("recurrence library failed: %v", p)
		}
	}()
	library, err := rrule.NewRRule(r.options(anchor, last))
	if err != nil {
		return nil, fmt.Errorf("recurrence library refused a checked rule: %w", err)
	}
	return collect(library, day.Span{First: in.First, Last: last})
}

func collect(library *rrule.RRule, in day.Span) ([]day.Day, error) {
	next := library.Iterator()
	var dates []day.Day
	before := day.None
	for n := 0; ; n++ {
		t, ok := next()
		if !ok {
			return dates, nil
		}
		d := day.FromTime(t)
		if d <= before {
			return nil, fmt.Errorf("recurrence library went back from %s to %s", before, d)
		}
		if n == maxDates {
			return nil, tooMany()
		}
		before = d
		if d > in.Last {
			return dates, nil
		}
		if d >= in.First {
			dates = append(dates, d)
		}
		if d == in.Last {
			return dates, nil
		}
	}
}

var (
	libraryFrequency = [...]rrule.Frequency{daily: rrule.DAILY, weekly: rrule.WEEKLY, monthly: rrule.MONTHLY, yearly: rrule.YEARLY}
	libraryWeekday   = [...]rrule.Weekday{rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU}
)

// options is the rule in the library's terms, up to a last day: without one the
// library stops by itself after 292 years. Each expansion gets its own: the
// library writes to its rules even when they are only read.
func (r *Rule) options(anchor, last day.Day) rrule.ROption {
	o := rrule.ROption{
		Freq:       libraryFrequency[r.freq],
		Dtstart:    anchor.UTC(),
		Until:      last.UTC(),
		Interval:   r.interval,
		Wkst:       libraryWeekday[r.weekStart],
		Count:      r.count,
		Bymonthday: append([]int(nil), r.monthDays...),
		Bysetpos:   append([]int(nil), r.setPos...),
	}
	for _, w := range r.weekdays.List() {
		o.Byweekday = append(o.Byweekday, libraryWeekday[w])
	}
	for _, on := range r.nth {
		w := libraryWeekday[on.weekday]
		o.Byweekday = append(o.Byweekday, w.Nth(on.n))
	}
	for m := 1; m <= 12; m++ {
		if r.months>>m&1 == 1 {
			o.Bymonth = append(o.Bymonth, m)
		}
	}
	return o
}
