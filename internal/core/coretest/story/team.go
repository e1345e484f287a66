package story

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// decisionPhrases are what the team decided. Without a day of its own, a
// decision was made on the day of the session.
var decisionPhrases = []phrase[*Story]{
	on("DAY NAME ANSWER", func(s *Story, p []place) error {
		return s.decided(p[0].day, day.NoClock, p[1].Text, p[2].Text, day.None)
	}),
	on("DAY NAME ANSWER, decided on DAY", func(s *Story, p []place) error {
		return s.decided(p[0].day, day.NoClock, p[1].Text, p[2].Text, p[3].day)
	}),
	on("DAY at CLOCK NAME ANSWER, decided on DAY", func(s *Story, p []place) error {
		return s.decided(p[0].day, p[1].clock, p[2].Text, p[3].Text, p[4].day)
	}),
}

func (s *Story) readDecisions(p section) error {
	return each(p.lines, func(l line) error { return says(l, s, decisionPhrases) })
}

func (s *Story) decided(on day.Day, at day.Clock, service, answer string, decidedOn day.Day) error {
	d := iep.Decision{ServiceID: service, Date: on, Owed: iep.Owed(answer), DecidedOn: decidedOn}
	_, v, err := s.service(service)
	if err != nil {
		return err
	}
	if at.Known() {
		for i := range v.Schedules {
			if v.Schedules[i].StartTime == at {
				d.ScheduleID = v.Schedules[i].ID
			}
		}
		if d.ScheduleID == "" {
			return fmt.Errorf("%s has no slots at %s", service, at)
		}
	}
	s.Record.Decisions = append(s.Record.Decisions, d)
	return nil
}

// summerPhrases are the minutes that the team reserved for make-ups.
var summerPhrases = []phrase[*Story]{
	on("DAYS N min for NAME", (*Story).reserved),
}

func (s *Story) readSummer(p section) error {
	return each(p.lines, func(l line) error { return says(l, s, summerPhrases) })
}

func (s *Story) reserved(p []place) error {
	plan, service, err := s.service(p[2].Text)
	if err != nil {
		return err
	}
	for i := range s.Record.ESY {
		if w := &s.Record.ESY[i]; w.Span == p[0].days && w.ChildID == plan.ChildID {
			w.Capacity[service.Series()] = p[1].n
			return nil
		}
	}
	s.Record.ESY = append(s.Record.ESY, calendar.ESYWindow{
		ID: "summer from " + p[0].days.First.String(), ChildID: plan.ChildID, Span: p[0].days,
		Capacity: map[string]int{service.Series(): p[1].n},
	})
	return nil
}
