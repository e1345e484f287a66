package story

import (
	"fmt"
	"regexp"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/schedule"
)

// happenedPhrases say what happened. What stands in parentheses behind it is a
// note.
var happenedPhrases = []phrase[*happened]{
	on("delivered", func(h *happened, _ []place) error { return h.regular(iep.Delivered, nil, "") }),
	on("missed", func(h *happened, _ []place) error { return h.regular(iep.Missed, nil, "") }),
	on("missed, TEXT", func(h *happened, p []place) error { return h.regular(iep.Missed, nil, p[0].Text) }),
	on("unsure", func(h *happened, _ []place) error { return h.regular(iep.Unsure, nil, "") }),
	on("unsure, N", func(h *happened, p []place) error { return h.regular(iep.Unsure, &p[0].n, "") }),
	on("N of N", func(h *happened, p []place) error { return h.part(p, "") }),
	on("N of N, TEXT", func(h *happened, p []place) error { return h.part(p, p[2].Text) }),
	on("make-up N", func(h *happened, p []place) error { return h.given(iep.Makeup, iep.Delivered, &p[0].n) }),
	on("make-up N, unsure", func(h *happened, p []place) error { return h.given(iep.Makeup, iep.Unsure, &p[0].n) }),
	on("make-up N for TEXT", func(h *happened, p []place) error {
		if err := h.given(iep.Makeup, iep.Delivered, &p[0].n); err != nil {
			return err
		}
		return h.name(p[1].Text)
	}),
	on("extra N", func(h *happened, p []place) error { return h.given(iep.Extra, iep.Delivered, &p[0].n) }),
}

// makeupPhrases say what a make-up is for.
var makeupPhrases = []phrase[*happened]{
	on("DAY", func(h *happened, p []place) error { return h.nameSlot(p[0].day, day.NoClock) }),
	on("DAY at CLOCK", func(h *happened, p []place) error { return h.nameSlot(p[0].day, p[1].clock) }),
	on("the period from DAY", func(h *happened, p []place) error { return h.nameID(p[0].Text) }),
	on("what was asked of the period from DAY", func(h *happened, p []place) error { return h.nameID(p[0].Text + ":undecided") }),
	on("what was not planned from DAY", func(h *happened, p []place) error { return h.nameID(p[0].Text + ":not_scheduled") }),
}

// happened is a row of the log while it is read.
type happened struct {
	story *Story
	at    line
	iep.Session
}

var noted = regexp.MustCompile(`^(.+?) \(([^()]+)\)$`)

func (h *happened) read(what string) error {
	if m := noted.FindStringSubmatch(what); m != nil {
		what, h.Note = m[1], m[2]
	}
	if _, _, err := h.story.service(h.ServiceID); err != nil {
		return h.at.at(err)
	}
	return says(h.at.part(what), h, happenedPhrases)
}

func (h *happened) regular(status iep.Status, minutes *int, why string) (err error) {
	h.Kind, h.Status, h.Minutes = iep.Regular, status, minutes
	if why != "" {
		h.Reason, err = reasonOf(why)
	}
	return err
}

// part reads `18 of 30`; the service must have slots of 30 minutes.
func (h *happened) part(p []place, why string) error {
	_, service, err := h.story.service(h.ServiceID)
	if err != nil {
		return err
	}
	status := iep.Delivered
	if p[0].n < p[1].n {
		status = iep.Partial
	}
	for i := range service.Schedules {
		if service.Schedules[i].Minutes == p[1].n {
			return h.regular(status, &p[0].n, why)
		}
	}
	return fmt.Errorf("%s has no slots of %d minutes", h.ServiceID, p[1].n)
}

func (h *happened) given(kind iep.SessionKind, status iep.Status, minutes *int) error {
	h.Kind, h.Status, h.Minutes = kind, status, minutes
	return nil
}

func (h *happened) name(text string) error {
	for part := range strings.SplitSeq(text, " and ") {
		if err := says(h.at.part(part), h, makeupPhrases); err != nil {
			return err
		}
	}
	return nil
}

func (h *happened) nameID(rest string) error {
	_, service, err := h.story.service(h.ServiceID)
	if err == nil {
		h.MakeupFor = append(h.MakeupFor, service.Series()+":"+rest)
	}
	return err
}

// nameSlot names the one slot of a day, or of a day and time, that a version
// of the series plans.
func (h *happened) nameSlot(on day.Day, at day.Clock) error {
	plan, service, err := h.story.service(h.ServiceID)
	if err != nil {
		return err
	}
	var found []string
	for _, version := range h.story.versions(plan.ChildID, service.Series()) {
		slots, err := h.story.slots(version)
		if err != nil {
			return err
		}
		for _, slot := range slots {
			if slot.Date == on && (at == day.NoClock || at == slot.Schedule.StartTime) {
				found = append(found, on.String()+":"+slot.Schedule.ID)
			}
		}
	}
	if len(found) != 1 {
		return fmt.Errorf("%s has %d such slots on %s", h.ServiceID, len(found), on)
	}
	return h.nameID(found[0])
}

// service finds a service and its plan.
func (s *Story) service(id string) (*iep.Plan, *iep.Service, error) {
	for i := range s.Record.Plans {
		plan := &s.Record.Plans[i]
		for j := range plan.Services {
			if plan.Services[j].ID == id {
				return plan, &plan.Services[j], nil
			}
		}
	}
	return nil, nil, fmt.Errorf("the service %s %w", id, errNotKnown)
}

// versions are the services of a child's series.
func (s *Story) versions(child, series string) (ids []string) {
	for i := range s.Record.Plans {
		for j := range s.Record.Plans[i].Services {
			v := &s.Record.Plans[i].Services[j]
			if s.Record.Plans[i].ChildID == child && v.Series() == series {
				ids = append(ids, v.ID)
			}
		}
	}
	return ids
}

// slots are all the slots that a service plans.
func (s *Story) slots(service string) ([]schedule.Slot, error) {
	plan, v, err := s.service(service)
	if err != nil {
		return nil, err
	}
	return schedule.Plan(v, s.Record.School(plan, s.Record.Days()))
}
