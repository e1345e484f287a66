package record

import (
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/core/schedule"
)

// anchored is a rule with the day that anchors it.
type anchored struct {
	rule string
	from day.Day
}

// checkRhythm wants a rule or a cycle, and some weeks of a weekly rule only.
func (c *checker) checkRhythm(p *iep.Plan, s *iep.Schedule) error {
	switch {
	case s.Rule == "" && s.Cycle == nil:
		return refusal.At("rrule", refusal.New(refusal.Missing))
	case s.Rule != "" && s.Cycle != nil:
		return refusal.At("cycle", refusal.New(refusal.RuleAndCycle))
	case s.Weeks != nil && s.Cycle != nil:
		return refusal.At("weeks", refusal.New(refusal.WeeksNotWeekly))
	case s.Cycle != nil:
		return c.checkCycle(p, s)
	}
	if s.Weeks != nil {
		if err := checkWeeks(s.Weeks); err != nil {
			return refusal.At("weeks", err)
		}
	}
	return c.checkRule(s)
}

func checkWeeks(w *iep.Weeks) error {
	if err := within("of", w.Of, 2, MaxWeeks); err != nil {
		return err
	}
	return checkNumbers("on", w.On, w.Of)
}

// checkNumbers wants numbers from 1 to the highest, each once, and one at
// least.
func checkNumbers(list string, numbers []int, high int) error {
	if len(numbers) == 0 {
		return refusal.At(list, refusal.New(refusal.Missing))
	}
	for i, n := range numbers {
		if err := within(at(list, i), n, 1, high); err != nil {
			return err
		}
		if slices.Contains(numbers[:i], n) {
			return refusal.At(at(list, i), refusal.New(refusal.NumberTwice, "value", strconv.Itoa(n)))
		}
	}
	return nil
}

func (c *checker) checkCycle(p *iep.Plan, s *iep.Schedule) error {
	if s.IgnoreSchoolCalendar {
		return refusal.At("ignore_school_calendar", refusal.New(refusal.CycleNeedsSchool))
	}
	if err := within("cycle.length", s.Cycle.Length, 2, MaxCycle); err != nil {
		return err
	}
	if err := checkNumbers("cycle.days", s.Cycle.Days, s.Cycle.Length); err != nil {
		return err
	}
	if err := word("cycle.closed", s.Cycle.Closed, iep.Slide, iep.Skip); err != nil {
		return err
	}
	if err := present("cycle.first", s.Cycle.First); err != nil {
		return err
	}
	return refusal.At("cycle.first", c.checkDayOne(p, s.Cycle.First))
}

// checkDayOne wants a day on which the printed calendar has school. A storm
// that closes it later takes nothing from the cycle.
func (c *checker) checkDayOne(p *iep.Plan, first day.Day) error {
	status := c.school(p).Status(first)
	switch {
	case status == calendar.OutOfYear:
		return refusal.New(refusal.CycleOutside)
	case !status.Printed():
		return refusal.New(refusal.CycleNoSchool)
	}
	return nil
}

// school is the plan's calendars. Each is read once, where it is first needed.
func (c *checker) school(p *iep.Plan) calendar.School {
	school := make(calendar.School, 0, len(p.CalendarIDs))
	for _, id := range p.CalendarIDs {
		if c.days[id] == nil {
			c.days[id] = calendar.NewDays(c.calendars[id])
		}
		school = append(school, c.days[id])
	}
	return school
}

func (c *checker) checkRule(s *iep.Schedule) error {
	key := anchored{s.Rule, s.From}
	if c.falls[key] && s.Weeks == nil {
		return nil
	}
	rule, err := schedule.ParseRule(s.Rule)
	if err != nil {
		return refusal.At("rrule", err)
	}
	if err := rule.CheckFalls(s.From); err != nil {
		return refusal.At("rrule", err)
	}
	c.falls[key] = true
	if s.Weeks != nil && !rule.EveryWeek() {
		return refusal.At("weeks", refusal.New(refusal.WeeksNotWeekly))
	}
	return nil
}
