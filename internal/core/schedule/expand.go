package schedule

import (
	"fmt"
	"strconv"

	"github.com/teambition/rrule-go"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// maxDates is how many days one rule may fall on, from its anchor to the last
// day asked for: every school day of ninety years.
const maxDates = 20_000

// Dates are the days of a span on which the rule falls, in order. The anchor
// counts only when the rule falls on it; days before it never do.
func (r *Rule) Dates(anchor day.Day, in day.Span) ([]day.Day, error) {
	in.First = max(in.First, anchor)
	if r.until != day.None {
		in.Last = min(in.Last, r.until)
	}
	if in.Empty() {
		return nil, nil
	}
	if r.freq == weekly && r.months == 0 {
		return r.weeklyDates(anchor, in)
	}
	return r.libraryDates(anchor, in)
}

// weeklyDates counts out a weekly rule in whole days.
func (r *Rule) weeklyDates(anchor day.Day, in day.Span) ([]day.Day, error) {
	offsets := r.offsets(anchor)
	step := r.Cycle()
	week := r.weekOf(anchor)
	left := r.count
	if left == 0 {
		left = maxDates
		week += (in.First - week) / step * step
	}
	dates := make([]day.Day, 0, min(left, (int(in.Last-week)/int(step)+1)*len(offsets)))
	for ; week <= in.Last; week += step {
		for _, offset := range offsets {
			d := week + offset
			if d < anchor {
				continue
			}
			if d > in.Last {
				break
			}
			if left == 0 {
				return r.full(dates)
			}
			left--
			if d >= in.First {
				dates = append(dates, d)
			}
		}
	}
	return dates, nil
}

// full ends an expansion whose count is used up: as it should, or because the
// rule gives more days than any family has.
func (r *Rule) full(dates []day.Day) ([]day.Day, error) {
	if r.count == 0 {
		return nil, tooMany()
	}
	return dates, nil
}

func tooMany() error {
	return refusal.New(refusal.RuleTooMany, "limit", strconv.Itoa(maxDates))
}

// offsets are the rule's weekdays as days after the start of its week.
func (r *Rule) offsets(anchor day.Day) []day.Day {
	days := r.weeklyDays(anchor)
	offsets := make([]day.Day, 0, 7)
	for i := day.Weekday(0); i < 7; i++ {
		if days.Has((r.weekStart + i) % 7) {
			offsets = append(offsets, day.Day(i))
		}
	}
	return offsets
}

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
	library, err := rrule.NewRRule(r.options(anchor))
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

// options is the rule in the library's terms. Each expansion gets its own:
// the library writes to its rules even when they are only read.
func (r *Rule) options(anchor day.Day) rrule.ROption {
	o := rrule.ROption{
		Freq:       libraryFrequency[r.freq],
		Dtstart:    anchor.UTC(),
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
