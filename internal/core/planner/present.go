package planner

import (
	"cmp"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/schedule"
)

// A Present is how a service stands in the week by the schedules in force.
// Without any it has no days.
type Present struct {
	Days    day.Weekdays // of schedules that follow the school's calendar
	Minutes int          // of one session; 0 when nothing says
	Start   day.Clock    // when every schedule starts at the same time
}

// InForce is how a service stands in the week on a day. In a break, and in the
// summer, the schedule still stands; a private therapist who works through
// closures loses nothing to them and is left out.
func InForce(s *iep.Service, on day.Day) Present {
	p := Present{Minutes: s.SessionMinutes()}
	var ours []*iep.Schedule
	for _, sch := range schedule.InForce(s, on) {
		if !sch.IgnoreSchoolCalendar {
			ours = append(ours, sch)
			p.Days |= schedule.Weekdays(sch)
			p.Minutes = cmp.Or(p.Minutes, sch.Minutes)
		}
	}
	p.Start = schedule.SameStart(ours)
	return p
}
