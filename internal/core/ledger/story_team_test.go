package ledger_test

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// decisionPhrases are what the team decided. Without a day of its own, a
// decision was made on the day of the session.
var decisionPhrases = []phrase[*story]{
	on("DAY NAME ANSWER", func(s *story, p []place) error {
		return s.decided(p[0].day, day.NoClock, p[1].text, p[2].text, day.None)
	}),
	on("DAY NAME ANSWER, decided on DAY", func(s *story, p []place) error {
		return s.decided(p[0].day, day.NoClock, p[1].text, p[2].text, p[3].day)
	}),
	on("DAY at CLOCK NAME ANSWER, decided on DAY", func(s *story, p []place) error {
		return s.decided(p[0].day, p[1].clock, p[2].text, p[3].text, p[4].day)
	}),
}

func (s *story) readDecisions(p section) error {
	return each(p.lines, func(l line) error { return says(l, s, decisionPhrases) })
}

func (s *story) decided(on day.Day, at day.Clock, service, answer string, decidedOn day.Day) error {
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
	s.record.Decisions = append(s.record.Decisions, d)
	return nil
}

// summerPhrases are the minutes that the team reserved for make-ups.
var summerPhrases = []phrase[*story]{
	on("DAYS N min for NAME", (*story).reserved),
}

func (s *story) readSummer(p section) error {
	return each(p.lines, func(l line) error { return says(l, s, summerPhrases) })
}

func (s *story) reserved(p []place) error {
	plan, service, err := s.service(p[2].text)
	if err != nil {
		return err
	}
	for i := range s.record.ESY {
		if w := &s.record.ESY[i]; w.Span == p[0].days && w.ChildID == plan.ChildID {
			w.Capacity[service.Series()] = p[1].n
			return nil
		}
	}
	s.record.ESY = append(s.record.ESY, calendar.ESYWindow{
		ID: "summer from " + p[0].days.First.String(), ChildID: plan.ChildID, Span: p[0].days,
		Capacity: map[string]int{service.Series(): p[1].n},
	})
	return nil
}
