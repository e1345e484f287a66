package schedule

import (
	"strconv"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// maxDates is how many days are counted out of one rule: every school day of
// ninety years. The library is walked from the anchor, so that there the days
// before the span count too.
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
