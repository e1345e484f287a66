package deadline

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// A counting is all that decides whether a day is counted.
type counting struct {
	rule   *Rule
	event  day.Day
	school calendar.School
	pauses []day.Span
	breaks []pause
}

func newCounting(r *Rule, event day.Day, school calendar.School, pauses []day.Span) *counting {
	c := &counting{rule: r, event: event, school: school, pauses: pauses}
	if r.PauseBreaks > 0 {
		c.breaks = breaks(school, r.PauseBreaks, c.within())
	}
	return c
}

// within are the days on both sides of the event that a count can reach.
func (c *counting) within() day.Span {
	return day.Span{First: c.event - reach, Last: c.event + reach}.Within(day.Span{First: day.First, Last: day.Last})
}

// A walk is one reading of a count.
type walk struct {
	raw     day.Day   // the last counted day; no day when it was not reached
	skipped []day.Day // not counted, in order
	doubts  []Code    // why days on the way were doubtful, or why it was not reached
}

// walk counts day by day, away from the event, and counts the doubtful days
// when told so. Doubt that has no end, past every known school year, is not
// walked through.
func (c *counting) walk(doubtful bool) (w walk) {
	left, step := c.rule.Amount, day.Day(c.rule.step())
	for on := c.event + step; c.within().Holds(on); on += step {
		counted, doubt := c.weigh(on)
		if doubt != "" {
			w.doubts = append(w.doubts, doubt)
			if counted = doubtful; !counted && c.beyond(on) {
				return walk{doubts: w.doubts}
			}
		}
		if !counted {
			w.skipped = append(w.skipped, on)
		} else if left--; left == 0 {
			w.raw = on
			slices.Sort(w.skipped)
			return w
		}
	}
	return walk{doubts: append(w.doubts, TooFar)}
}

// beyond says whether no school year is known from that day on, in the
// direction of the count.
func (c *counting) beyond(on day.Day) bool {
	if c.rule.Direction == Before {
		return on < c.school.Span().First
	}
	return on > c.school.Span().Last
}

// weigh says whether a day is counted, or why that is in doubt.
func (c *counting) weigh(on day.Day) (counted bool, doubt Code) {
	if !c.ofUnit(on) {
		return false, ""
	}
	for _, p := range c.pauses {
		if p.Holds(on) {
			return false, ""
		}
	}
	switch {
	case c.rule.Unit == School:
		return c.schoolDay(on)
	case c.rule.PauseBreaks > 0:
		return c.betweenBreaks(on)
	}
	return true, ""
}

// ofUnit says whether the rule's unit can count such a day at all.
func (c *counting) ofUnit(on day.Day) bool {
	if c.rule.Unit != Business {
		return true
	}
	if c.rule.CountsHolidays {
		return day.MondayToFriday.Has(on.Weekday())
	}
	return calendar.IsBusinessDay(on)
}

// schoolDay counts the days on which school is open. Of days outside the known
// school years only a Monday to Friday can be one.
func (c *counting) schoolDay(on day.Day) (counted bool, doubt Code) {
	status := c.school.Status(on)
	if status == calendar.OutOfYear && day.MondayToFriday.Has(on.Weekday()) {
		return false, unknown(c.school, on)
	}
	return status == calendar.Open, ""
}

// betweenBreaks counts the days that are in no long break.
func (c *counting) betweenBreaks(on day.Day) (counted bool, doubt Code) {
	for _, p := range c.breaks {
		switch {
		case p.core.Holds(on):
			return false, ""
		case p.whole.Holds(on):
			return false, BreakEdges
		}
	}
	if c.school.Status(on) == calendar.OutOfYear {
		doubt = unknown(c.school, on)
	}
	return doubt == "", doubt
}
