package deadline

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// A Range is the earliest and the latest day that a count may give; mostly
// they are one. An end that is not known is no day.
type Range struct{ Earliest, Latest day.Day }

// A Count is what a rule gives from one event: the day, the open day beside
// it, and the days that were passed over on the way.
type Count struct {
	Raw     Range     // the last counted day, whatever day it is
	Due     Range     // the nearest open day from there, in the direction of the count
	Skipped []day.Day // between event and raw day, not counted, in order; of the reading that passes over fewest
	Ask     bool      // the answer is a question: see Why
	Why     []Code    // in the order of code.go
}

// reach is how many days a count walks through before it gives up.
const reach = 2_000

// Count counts the rule from the day of an event. That day is day 0: counting
// starts on the next one, or with a rule that counts backwards on the one
// before. Days in a pause are not counted, nor are breaks that the rule takes
// out; years and months are dates and know neither.
//
// Where the rule or the calendar leaves open whether a day is counted, both
// readings are taken, and the answer is their range and Ask. A calendar that
// ends before the count does leaves the far end unknown.
func (r *Rule) Count(event day.Day, school calendar.School, pauses []day.Span) Count {
	if event == day.None {
		return Count{Ask: true, Why: []Code{NoEventDay}}
	}
	near, far := r.readings(event, school, pauses)
	c := Count{Skipped: near.skipped}
	c.Raw = r.span(near.raw, far.raw)
	c.Due = r.span(r.open(near.raw), r.open(far.raw))
	c.Why = r.why(near, far, c.Raw != c.Due)
	c.Ask = slices.ContainsFunc(c.Why, Code.Asks)
	return c
}

// readings are the count with every doubtful day counted, and with none.
func (r *Rule) readings(event day.Day, school calendar.School, pauses []day.Span) (near, far walk) {
	if r.Unit == Months || r.Unit == Years {
		near = r.date(event)
		return near, near
	}
	c := newCounting(r, event, school, pauses)
	near = c.walk(true)
	if len(near.doubts) == 0 {
		return near, near
	}
	return near, c.walk(false)
}

// date is the event's date so many months or years on. A day of the month that
// is not there becomes the month's last.
func (r *Rule) date(event day.Day) walk {
	months := r.Amount * r.step()
	if r.Unit == Years {
		months *= 12
	}
	y, m, dayOfMonth := event.Civil()
	months += y*12 + m - 1
	if y = months / 12; y < day.First.Year() || y > day.Last.Year() {
		return walk{doubts: []Code{TooFar}}
	}
	month := day.Of(y, months%12+1, 1).MonthSpan()
	return walk{raw: min(month.First+day.Day(dayOfMonth-1), month.Last)}
}

// step is the direction of the count: 1 or -1 day.
func (r *Rule) step() int {
	if r.Direction == Before {
		return -1
	}
	return 1
}

// span puts the ends of two readings in order: the one that counts more days
// ends nearer to the event.
func (r *Rule) span(near, far day.Day) Range {
	if r.Direction == Before {
		return Range{Earliest: far, Latest: near}
	}
	return Range{Earliest: near, Latest: far}
}

// open is the business day on or beyond the raw one, in the direction of the
// count, so that a notice due before an event is never late. A school day is
// open as it is.
func (r *Rule) open(raw day.Day) day.Day {
	if raw == day.None || r.Unit == School {
		return raw
	}
	for !calendar.IsBusinessDay(raw) {
		raw += day.Day(r.step())
	}
	return raw
}

func (r *Rule) why(near, far walk, moved bool) []Code {
	var why []Code
	for _, code := range []Code{NoCalendar, NextCalendar, MissingYear, BreakEdges, TooFar} {
		if slices.Contains(near.doubts, code) || slices.Contains(far.doubts, code) {
			why = append(why, code)
		}
	}
	if moved {
		why = append(why, RawClosed)
	}
	if r.Unit == Business && !r.CountsHolidays {
		why = append(why, StateHolidays)
	}
	return why
}
