package story

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// servicePhrases are the parts of a service's line, between commas: the
// promise, the days, the slots. `each N min` and what follows it speak of the
// slots named just before.
var servicePhrases = []phrase[*served]{
	on("N x N min a PERIOD", func(d *served, p []place) error { return d.promise(iep.Sessions, p[0].n, &p[1].n, p[2].Text, nil) }),
	on("N x a PERIOD", func(d *served, p []place) error { return d.promise(iep.Sessions, p[0].n, nil, p[1].Text, nil) }),
	on("N min a PERIOD", func(d *served, p []place) error { return d.promise(iep.Minutes, p[0].n, nil, p[1].Text, nil) }),
	on("N x N min every N weeks", func(d *served, p []place) error { return d.promise(iep.Sessions, p[0].n, &p[1].n, "week", &p[2].n) }),
	on("N min every N weeks", func(d *served, p []place) error { return d.promise(iep.Minutes, p[0].n, nil, "week", &p[1].n) }),
	on("no amount", func(d *served, _ []place) error { d.worded = true; return nil }),
	on("from DAY to DAY", func(d *served, p []place) error { d.Start, d.End = p[0].day, p[1].day; return nil }),
	on("WEEKDAYS at CLOCK", func(d *served, p []place) error { return d.slots(p[0].weekdays, p[1].clock) }),
	on("WEEKDAYS", func(d *served, p []place) error { return d.slots(p[0].weekdays, day.NoClock) }),
	on("the NTH WEEKDAYS of the month at CLOCK", func(d *served, p []place) error {
		return d.rule("FREQ=MONTHLY;BYDAY="+strconv.Itoa(p[0].n)+p[1].weekdays.String(), p[2].clock)
	}),
	on("days NUMBERS of a cycle of N at CLOCK", func(d *served, p []place) error {
		return d.cycle(iep.Cycle{Length: p[1].n, Days: p[0].numbers}, p[2].clock)
	}),
	on("Day 1 on DAY", ofCycle(func(c *iep.Cycle, p []place) { c.First = p[0].day })),
	on("a snow day moves the cycle on", ofCycle(func(c *iep.Cycle, _ []place) { c.Closed = iep.Slide })),
	on("a snow day loses its number", ofCycle(func(c *iep.Cycle, _ []place) { c.Closed = iep.Skip })),
	on("weeks NUMBERS of N", ofSlots(func(s *iep.Schedule, p []place) { s.Weeks = &iep.Weeks{Of: p[1].n, On: p[0].numbers} })),
	on("each N min", ofSlots(func(s *iep.Schedule, p []place) { s.Minutes = p[0].n })),
	on("every other week", ofSlots(func(s *iep.Schedule, _ []place) { s.Rule += ";INTERVAL=2" })),
	on("starting DAY", ofSlots(func(s *iep.Schedule, p []place) { s.From = p[0].day })),
	on("until DAY", ofSlots(func(s *iep.Schedule, p []place) { s.To = p[0].day })),
	on("also on DAY", ofSlots(func(s *iep.Schedule, p []place) { s.ExtraDates = append(s.ExtraDates, p[0].day) })),
	on("never on DAY", ofSlots(func(s *iep.Schedule, p []place) { s.ExceptDates = append(s.ExceptDates, p[0].day) })),
	on("school open or not", ofSlots(func(s *iep.Schedule, _ []place) { s.IgnoreSchoolCalendar = true })),
	on("no fixed day", func(d *served, _ []place) error { d.slotted = true; return nil }),
	on("same series as NAME", func(d *served, p []place) error { return d.sameSeries(p[0].Text) }),
	on("agency TEXT", func(d *served, p []place) error { d.Agency = p[0].Text; return nil }),
	on("individual", func(d *served, _ []place) error { d.Mode = "individual"; return nil }),
	on("consult", func(d *served, _ []place) error { d.Mode = "consult"; return nil }),
}

// A served is a service while its line is read.
type served struct {
	planned *planned
	iep.Service
	worded, slotted bool // the promise is said; the slots are
}

func (d *planned) readService(p []place) error {
	s := &served{planned: d, Service: iep.Service{ID: p[0].Text, Type: p[0].Text}}
	for part := range strings.SplitSeq(p[1].Text, ", ") {
		if err := says(d.at.part(part), s, servicePhrases); err != nil {
			return err
		}
	}
	if err := s.finish(); err != nil {
		return fmt.Errorf("%s: %w", s.ID, err)
	}
	d.plan.Services = append(d.plan.Services, s.Service)
	return nil
}

func (d *served) promise(unit iep.Unit, amount int, minutes *int, period string, every *int) error {
	if d.worded {
		return errors.New("a second promise")
	}
	d.worded = true
	d.Requirement = &iep.Requirement{
		Unit: unit, Amount: amount, MinutesPerSession: minutes, Period: iep.Period(period), EveryPeriods: every,
	}
	return nil
}

func (d *served) slots(on day.Weekdays, at day.Clock) error {
	return d.rule("FREQ=WEEKLY;BYDAY="+on.String(), at)
}

func (d *served) rule(rule string, at day.Clock) error {
	d.slotted = true
	d.Schedules = append(d.Schedules, iep.Schedule{Rule: rule, StartTime: at})
	return nil
}

func (d *served) cycle(c iep.Cycle, at day.Clock) error {
	d.slotted = true
	d.Schedules = append(d.Schedules, iep.Schedule{Cycle: &c, StartTime: at})
	return nil
}

func ofCycle(set func(*iep.Cycle, []place)) func(*served, []place) error {
	return func(d *served, p []place) error {
		if len(d.Schedules) == 0 || d.Schedules[len(d.Schedules)-1].Cycle == nil {
			return errors.New("no cycle is named before")
		}
		set(d.Schedules[len(d.Schedules)-1].Cycle, p)
		return nil
	}
}

func ofSlots(set func(*iep.Schedule, []place)) func(*served, []place) error {
	return func(d *served, p []place) error {
		if len(d.Schedules) == 0 {
			return errors.New("no slots are named before")
		}
		set(&d.Schedules[len(d.Schedules)-1], p)
		return nil
	}
}

// finish fills in what a line leaves out: slots begin with the service, are as
// long as the promise says, and are called a, b, c.
func (d *served) finish() error {
	if !d.worded || !d.slotted || d.Start == day.None {
		return errors.New("a service says its promise (or `no amount`), its slots (or `no fixed day`) and `from DAY to DAY`")
	}
	for i := range d.Schedules {
		s := &d.Schedules[i]
		s.ID = string(rune('a' + i))
		if s.From == day.None {
			s.From = d.Start
		}
		if s.Minutes == 0 {
			if d.Requirement == nil || d.Requirement.MinutesPerSession == nil {
				return errors.New("its slots need `each N min`")
			}
			s.Minutes = *d.Requirement.MinutesPerSession
		}
	}
	return nil
}

// sameSeries goes on with the ledger of a service above, of this plan or
// another.
func (d *served) sameSeries(id string) error {
	for _, plan := range append(d.planned.story.Record.Plans, d.planned.plan) {
		for i := range plan.Services {
			if plan.Services[i].ID == id {
				d.SeriesID = plan.Services[i].Series()
				return nil
			}
		}
	}
	return fmt.Errorf("the service %s %w above", id, errNotKnown)
}
