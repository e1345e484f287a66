package schedule

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// InForce are the schedules by which a service is planned on a day. A break
// ends none of them: what counts is their first and last day, not whether
// school is open. Before the service's first day or after its last, that day
// stands for it. Between two schedules the next to begin is meant, and after
// the last the one that ended last.
func InForce(s *iep.Service, on day.Day) []*iep.Schedule {
	on = max(s.Start, min(on, s.End))
	var now, next, past []*iep.Schedule
	begins, ended := day.Last+1, day.None
	for i := range s.Schedules {
		schedule := &s.Schedules[i]
		end := lastDay(schedule)
		switch {
		case schedule.From > on && schedule.From <= begins:
			next = append(keep(next, schedule.From == begins), schedule)
			begins = schedule.From
		case schedule.From > on:
		case end >= on:
			now = append(now, schedule)
		case end >= ended:
			past = append(keep(past, end == ended), schedule)
			ended = end
		}
	}
	switch {
	case len(now) > 0:
		return now
	case len(next) > 0:
		return next
	}
	return past
}

// keep is the list, or an empty one.
func keep(list []*iep.Schedule, all bool) []*iep.Schedule {
	if all {
		return list
	}
	return nil
}

// lastDay is the last day of a schedule: its own, or the rule's when that is
// sooner.
func lastDay(s *iep.Schedule) day.Day {
	last := s.InForce().Last
	rule, err := ParseRule(s.Rule)
	if err != nil {
		return last
	}
	if rule.until != day.None {
		last = min(last, rule.until)
	}
	if rule.count > 0 {
		last = min(last, rule.lastCounted(s.From))
	}
	return last
}

// lastCounted is the day on which a rule's count is used up, looked for in the
// ten years from its anchor.
func (r *Rule) lastCounted(anchor day.Day) day.Day {
	const years = 3653 // days of ten
	dates, err := r.Dates(anchor, day.Span{First: anchor, Last: anchor + years})
	if err != nil || len(dates) < r.count {
		return day.Last
	}
	return dates[len(dates)-1]
}

// Weekdays are those on which a schedule falls, week after week or on some
// weeks only. A schedule that goes by dates of the month or by days of a cycle
// has none of its own.
func Weekdays(s *iep.Schedule) day.Weekdays {
	rule, err := ParseRule(s.Rule)
	if err != nil {
		return 0
	}
	return rule.weekdaysFrom(s.From)
}

func (r *Rule) weekdaysFrom(anchor day.Day) day.Weekdays {
	set := r.weekdays
	for _, on := range r.nth {
		set |= day.SetOf(on.weekday)
	}
	switch {
	case set != 0:
		return set
	case r.freq == weekly:
		return r.weeklyDays(anchor)
	case r.freq == daily && len(r.monthDays) == 0:
		return r.steps(anchor)
	}
	return 0
}

// steps are the weekdays of every so many days.
func (r *Rule) steps(anchor day.Day) day.Weekdays {
	var set day.Weekdays
	for i := range 7 {
		set |= day.SetOf((anchor + day.Day(i*r.interval)).Weekday())
	}
	return set
}

// SameStart is the start time that all of some schedules share, or none.
func SameStart(schedules []*iep.Schedule) day.Clock {
	if len(schedules) == 0 {
		return day.NoClock
	}
	start := schedules[0].StartTime
	if slices.ContainsFunc(schedules, func(s *iep.Schedule) bool { return s.StartTime != start }) {
		return day.NoClock
	}
	return start
}
