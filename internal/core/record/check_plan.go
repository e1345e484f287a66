package record

import (
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func (c *checker) checkPlans() error {
	return checkList(c, &list[iep.Plan]{
		name: "plans", rows: &c.record.Plans, ids: ids{},
		id: func(p *iep.Plan) string { return p.ID },
		check: func(p *iep.Plan) error {
			if err := c.checkPlan(p); err != nil {
				return err
			}
			return c.checkServices(p)
		},
		lost: c.loseServices,
	})
}

func (c *checker) checkPlan(p *iep.Plan) error {
	if err := c.ofChild(p.ChildID); err != nil {
		return err
	}
	if p.Kind == "" {
		return refusal.At("kind", refusal.New(refusal.Missing))
	}
	if err := forward(p.Start, p.End, "end"); err != nil {
		return err
	}
	for i, id := range p.CalendarIDs {
		if c.calendars[id] == nil {
			return noSuch(at("calendar_ids", i), "calendar", id)
		}
		if slices.Contains(p.CalendarIDs[:i], id) {
			return refusal.At(at("calendar_ids", i), refusal.New(refusal.NotUnique, "id", id))
		}
	}
	if p.PolicyID != "" && !c.policies[p.PolicyID] {
		return noSuch("policy_id", "policy", p.PolicyID)
	}
	if err := checkClause(p.Clause); err != nil {
		return err
	}
	claims := ids{}
	return each("claims", p.Claims, func(x *iep.Claim) error {
		if err := claims.add(x.ID); err != nil {
			return err
		}
		return bothDays(x.First, x.Last, "start", "end")
	})
}

func (c *checker) checkServices(p *iep.Plan) error {
	if c.sieve != nil {
		c.sieve.plan = p.ID
	}
	return checkList(c, &list[iep.Service]{
		name: "services", rows: &p.Services, ids: c.services,
		id:     func(s *iep.Service) string { return s.ID },
		check:  func(s *iep.Service) error { return c.checkService(p, s) },
		passed: func(s *iep.Service) { c.series[[2]string{p.ChildID, s.Series()}] = true },
	})
}

// loseServices sets aside the services of a plan that is set aside.
func (c *checker) loseServices(p *iep.Plan) {
	c.sieve.plan = p.ID
	for i := range p.Services {
		c.sieve.takes("services", i, p.Services[i].ID, NoPlan(p.ID))
	}
}

func (c *checker) checkService(p *iep.Plan, s *iep.Service) error {
	if err := bothDays(s.Start, s.End, "start", "end"); err != nil {
		return err
	}
	if err := maybeWithin("group_size", s.GroupSize, 1, MaxGroup); err != nil {
		return err
	}
	if s.Requirement != nil {
		if err := c.checkRequirement(p, s); err != nil {
			return refusal.At("requirement", err)
		}
	}
	if err := c.checkSchedules(p, s); err != nil {
		return err
	}
	return c.checkSlots(p, s)
}

func (c *checker) checkSchedules(p *iep.Plan, s *iep.Service) error {
	if len(s.Schedules) > MaxPerService {
		return refusal.At("schedules", refusal.New(refusal.TooManySchedules, "limit", strconv.Itoa(MaxPerService)))
	}
	before, schedules := c.schedules, ids{}
	err := each("schedules", s.Schedules, func(x *iep.Schedule) error { return c.checkSchedule(p, schedules, x) })
	if err != nil {
		c.schedules = before
	}
	return err
}

func (c *checker) checkRequirement(p *iep.Plan, s *iep.Service) error {
	r := s.Requirement
	if err := word("unit", r.Unit, iep.Sessions, iep.Minutes); err != nil {
		return err
	}
	if err := within("amount", r.Amount, 1, MaxAmount); err != nil {
		return err
	}
	if err := maybeWithin("minutes_per_session", r.MinutesPerSession, 1, MaxMinutes); err != nil {
		return err
	}
	if err := maybeWithin("every", r.EveryPeriods, 1, MaxEvery); err != nil {
		return err
	}
	if err := word("period", r.Period, iep.Week, iep.Month, iep.Quarter, iep.Year); err != nil {
		return err
	}
	if n := r.Every(); n > 1 && r.Period != iep.Week {
		return refusal.At("every", refusal.New(refusal.EveryWeeks, "value", strconv.Itoa(n)))
	}
	if r.Unit == iep.Sessions && s.SessionMinutes() == 0 {
		return refusal.At("minutes_per_session", refusal.New(refusal.NeedsLength))
	}
	if r.Period == iep.Quarter {
		return c.checkTerms(p, s)
	}
	return nil
}

func (c *checker) checkTerms(p *iep.Plan, s *iep.Service) error {
	for _, id := range p.CalendarIDs {
		y := c.calendars[id]
		ofTheYear := slices.ContainsFunc(y.Terms, func(t calendar.Term) bool { return t.Meets(y.Span()) })
		if y.Span().Meets(s.Span()) && !ofTheYear {
			return refusal.At("period", refusal.New(refusal.NeedsTerms, "calendar", id))
		}
	}
	return nil
}

func (c *checker) checkSchedule(p *iep.Plan, seen ids, s *iep.Schedule) error {
	if c.schedules++; c.schedules > MaxSchedules {
		return refusal.New(refusal.TooManySchedules, "limit", strconv.Itoa(MaxSchedules))
	}
	if err := seen.add(s.ID); err != nil {
		return err
	}
	if s.ID == "undecided" || s.ID == string(iep.NotScheduled) {
		return refusal.At("id", refusal.New(refusal.ReservedID, "id", s.ID))
	}
	if err := present("from", s.From); err != nil {
		return err
	}
	if err := forward(s.From, s.To, "to"); err != nil {
		return err
	}
	if err := within("minutes", s.Minutes, 1, MaxMinutes); err != nil {
		return err
	}
	if err := checkDates("extra_dates", s.ExtraDates); err != nil {
		return err
	}
	if err := checkDates("except_dates", s.ExceptDates); err != nil {
		return err
	}
	return c.checkRhythm(p, s)
}

func checkDates(list string, dates []day.Day) error {
	for i, d := range dates {
		if err := present(at(list, i), d); err != nil {
			return err
		}
	}
	return nil
}
