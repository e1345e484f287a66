package record

import (
	"strconv"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
	"midweek/internal/core/schedule"
)

// Check holds a record to its format: ids are there and unique, references
// resolve, ranges run forward, amounts are in bounds, every rule is one that a
// school schedule can have. It refuses with the path of the first thing wrong.
func Check(r *Record) error {
	c := &checker{
		record: r, children: ids{}, calendars: map[string]*calendar.SchoolYear{}, policies: ids{},
		services: ids{}, series: map[[2]string]bool{},
	}
	for _, step := range []func() error{
		c.rows, c.checkChildren, c.checkCalendars, c.checkPolicies, c.checkPlans,
		c.checkSessions, c.checkDecisions, c.checkRequests, c.checkESY,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

type checker struct {
	record    *Record
	children  ids
	calendars map[string]*calendar.SchoolYear
	policies  ids
	services  ids
	series    map[[2]string]bool // child and series
	schedules int
}

type ids map[string]bool

// add refuses an id that is empty or that its list already has.
func (list ids) add(id string) error {
	if id == "" {
		return refusal.At("id", refusal.New(refusal.Missing))
	}
	if list[id] {
		return refusal.At("id", refusal.New(refusal.NotUnique, "id", id))
	}
	list[id] = true
	return nil
}

// each checks the rows of a list and places what is wrong.
func each[T any](list string, rows []T, check func(*T) error) error {
	for i := range rows {
		if err := check(&rows[i]); err != nil {
			return refusal.At(at(list, i), err)
		}
	}
	return nil
}

func at(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// AtService places an error at a service's schedules.
func AtService(plan, service int, err error) error {
	return refusal.At(at("plans", plan)+"."+at("services", service), err)
}

// TooManySlots refuses a record that plans more than the program can hold.
func TooManySlots() error {
	return refusal.At("plans", refusal.New(refusal.TooManySlots, "limit", strconv.Itoa(MaxSlots)))
}

func (c *checker) rows() error {
	r := c.record
	for _, list := range []struct {
		name string
		rows int
	}{
		{"children", len(r.Children)}, {"calendars", len(r.Calendars)}, {"policies", len(r.Policies)},
		{"plans", len(r.Plans)}, {"sessions", len(r.Sessions)}, {"decisions", len(r.Decisions)},
		{"requests", len(r.Requests)}, {"meetings", len(r.Meetings)}, {"esy", len(r.ESY)},
	} {
		if list.rows > MaxRows {
			return refusal.At(list.name, refusal.New(refusal.TooManyRows, "limit", strconv.Itoa(MaxRows)))
		}
	}
	return nil
}

func (c *checker) checkChildren() error {
	return each("children", c.record.Children, func(child *iep.Child) error { return c.children.add(child.ID) })
}

func (c *checker) checkCalendars() error {
	seen := ids{}
	return each("calendars", c.record.Calendars, func(y *calendar.SchoolYear) error {
		if err := seen.add(y.ID); err != nil {
			return err
		}
		c.calendars[y.ID] = y
		return CheckYear(y)
	})
}

// CheckYear checks one school year by itself.
func CheckYear(y *calendar.SchoolYear) error {
	if err := bothDays(y.First, y.Last, "first_day", "last_day"); err != nil {
		return err
	}
	closures, partial := ids{}, ids{}
	if err := each("closures", y.Closures, func(x *calendar.Closure) error {
		return ranged(closures, x.ID, x.Span)
	}); err != nil {
		return err
	}
	if err := each("early_release", y.PartialDays, func(x *calendar.PartialDay) error {
		return ranged(partial, x.ID, x.Span)
	}); err != nil {
		return err
	}
	if err := each("extra_school_days", y.ExtraDays, func(x *calendar.ExtraDay) error {
		return present("date", x.Date)
	}); err != nil {
		return err
	}
	return each("terms", y.Terms, func(x *calendar.Term) error {
		return bothDays(x.First, x.Last, "start", "end")
	})
}

// ranged checks a run of days whose id may be absent.
func ranged(seen ids, id string, span day.Span) error {
	if id != "" {
		if err := seen.add(id); err != nil {
			return err
		}
	}
	return bothDays(span.First, span.Last, "start", "end")
}

func present(field string, d day.Day) error {
	if d == day.None {
		return refusal.At(field, refusal.New(refusal.Missing))
	}
	return nil
}

// bothDays wants two days, the second not before the first.
func bothDays(first, last day.Day, firstField, lastField string) error {
	if err := present(firstField, first); err != nil {
		return err
	}
	if err := present(lastField, last); err != nil {
		return err
	}
	return forward(first, last, lastField)
}

func forward(first, last day.Day, field string) error {
	if first != day.None && last != day.None && first > last {
		return refusal.At(field, refusal.New(refusal.Backwards, "start", first.String(), "end", last.String()))
	}
	return nil
}

func within(field string, n, low, high int) error {
	if n >= low && n <= high {
		return nil
	}
	code := refusal.OutOfBounds
	if low == 1 && n < low {
		code = refusal.NotPositive
	}
	return refusal.At(field, refusal.New(code, "value", strconv.Itoa(n), "low", strconv.Itoa(low), "high", strconv.Itoa(high)))
}

func maybeWithin(field string, n *int, low, high int) error {
	if n == nil {
		return nil
	}
	return within(field, *n, low, high)
}

// word wants one of some words.
func word[W ~string](field string, w W, words ...W) error {
	for _, known := range words {
		if w == known {
			return nil
		}
	}
	if w == "" {
		return refusal.At(field, refusal.New(refusal.Missing))
	}
	names := make([]string, len(words))
	for i := range words {
		names[i] = string(words[i])
	}
	return refusal.At(field, refusal.New(refusal.NotAWord, "text", string(w), "words", strings.Join(names, ", ")))
}

// maybeWord wants one of some words, or none.
func maybeWord[W ~string](field string, w W, words ...W) error {
	if w == "" {
		return nil
	}
	return word(field, w, words...)
}

func noSuch(field, what, id string) error {
	if id == "" {
		return refusal.At(field, refusal.New(refusal.Missing))
	}
	return refusal.At(field, refusal.New(refusal.NoSuch, "what", what, "id", id))
}

func (c *checker) checkPolicies() error {
	return each("policies", c.record.Policies, func(p *policy.Policy) error {
		if err := c.policies.add(p.ID); err != nil {
			return err
		}
		if p.Pack != "" && policy.Find(p.Pack) == nil {
			return noSuch("pack", "pack", p.Pack)
		}
		for reason, answer := range p.Owed {
			if err := word("owed."+string(reason), answer, policy.Yes, policy.No, policy.Ask); err != nil {
				return err
			}
		}
		if err := maybeWord("partial_period", p.PartialPeriod, policy.Prorate, policy.Full); err != nil {
			return err
		}
		if err := maybeWord("over_delivery", p.OverDelivery, policy.Nothing, policy.Bank); err != nil {
			return err
		}
		if err := maybeWithin("deadline.days", p.Deadline.Days, 0, MaxDeadline); err != nil {
			return err
		}
		return maybeWord("obligation_basis", p.Basis, policy.BySession, policy.ByPeriod)
	})
}

func (c *checker) checkPlans() error {
	plans := ids{}
	return each("plans", c.record.Plans, func(p *iep.Plan) error {
		if err := plans.add(p.ID); err != nil {
			return err
		}
		if !c.children[p.ChildID] {
			return noSuch("child_id", "child", p.ChildID)
		}
		if err := forward(p.Start, p.End, "end"); err != nil {
			return err
		}
		for i, id := range p.CalendarIDs {
			if c.calendars[id] == nil {
				return noSuch(at("calendar_ids", i), "calendar", id)
			}
		}
		if p.PolicyID != "" && !c.policies[p.PolicyID] {
			return noSuch("policy_id", "policy", p.PolicyID)
		}
		return each("services", p.Services, func(s *iep.Service) error { return c.checkService(p, s) })
	})
}

func (c *checker) checkService(p *iep.Plan, s *iep.Service) error {
	if err := c.services.add(s.ID); err != nil {
		return err
	}
	c.series[[2]string{p.ChildID, s.Series()}] = true
	if err := bothDays(s.Start, s.End, "start", "end"); err != nil {
		return err
	}
	if err := maybeWithin("group_size", s.GroupSize, 1, 1000); err != nil {
		return err
	}
	if s.Requirement != nil {
		if err := c.checkRequirement(p, s); err != nil {
			return refusal.At("requirement", err)
		}
	}
	schedules := ids{}
	return each("schedules", s.Schedules, func(x *iep.Schedule) error { return c.checkSchedule(schedules, x) })
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
		if y.Span().Meets(s.Span()) && len(y.Terms) == 0 {
			return refusal.At("period", refusal.New(refusal.NeedsTerms, "calendar", id))
		}
	}
	return nil
}

func (c *checker) checkSchedule(seen ids, s *iep.Schedule) error {
	if c.schedules++; c.schedules > MaxSchedules {
		return refusal.New(refusal.TooManyPlans, "limit", strconv.Itoa(MaxSchedules))
	}
	if err := seen.add(s.ID); err != nil {
		return err
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
	if s.Rule == "" {
		return refusal.At("rrule", refusal.New(refusal.Missing))
	}
	rule, err := schedule.ParseRule(s.Rule)
	if err != nil {
		return refusal.At("rrule", err)
	}
	return refusal.At("rrule", rule.CheckFalls(s.From))
}

func (c *checker) checkSessions() error {
	seen := make(ids, len(c.record.Sessions))
	return each("sessions", c.record.Sessions, func(s *iep.Session) error {
		if err := seen.add(s.ID); err != nil {
			return err
		}
		if !c.services[s.ServiceID] {
			return noSuch("service_id", "service", s.ServiceID)
		}
		if err := present("date", s.Date); err != nil {
			return err
		}
		if err := word("kind", s.Kind, iep.Regular, iep.Makeup, iep.Extra); err != nil {
			return err
		}
		if err := word("status", s.Status, iep.Delivered, iep.Partial, iep.Missed, iep.Unsure); err != nil {
			return err
		}
		if err := maybeWithin("minutes", s.Minutes, 0, MaxMinutes); err != nil {
			return err
		}
		return needsMinutes(s)
	})
}

// needsMinutes wants to know how long a partial, make-up or extra session was.
func needsMinutes(s *iep.Session) error {
	if s.Minutes != nil || s.Status == iep.Unsure {
		return nil
	}
	if s.Status == iep.Partial {
		return refusal.At("minutes", refusal.New(refusal.NeedsMinutes, "kind", string(s.Status)))
	}
	if s.Kind != iep.Regular {
		return refusal.At("minutes", refusal.New(refusal.NeedsMinutes, "kind", string(s.Kind)))
	}
	return nil
}

func (c *checker) checkDecisions() error {
	seen := ids{}
	series := ids{}
	for key := range c.series {
		series[key[1]] = true
	}
	return each("decisions", c.record.Decisions, func(d *iep.Decision) error {
		if d.ID != "" {
			if err := seen.add(d.ID); err != nil {
				return err
			}
		}
		if !c.services[d.ServiceID] && !series[d.ServiceID] {
			return noSuch("service_id", "service", d.ServiceID)
		}
		if err := present("date", d.Date); err != nil {
			return err
		}
		return word("owed", d.Owed, iep.OwedYes, iep.OwedNo)
	})
}

func (c *checker) checkRequests() error {
	requests, meetings := ids{}, ids{}
	err := each("requests", c.record.Requests, func(q *iep.Request) error {
		return c.childs(requests, q.ID, q.ChildID)
	})
	if err != nil {
		return err
	}
	return each("meetings", c.record.Meetings, func(m *iep.Meeting) error {
		if err := c.childs(meetings, m.ID, m.ChildID); err != nil {
			return err
		}
		return present("date", m.Date)
	})
}

// childs checks a row that is about a child.
func (c *checker) childs(seen ids, id, childID string) error {
	if err := seen.add(id); err != nil {
		return err
	}
	if !c.children[childID] {
		return noSuch("child_id", "child", childID)
	}
	return nil
}

func (c *checker) checkESY() error {
	seen := ids{}
	return each("esy", c.record.ESY, func(w *calendar.ESYWindow) error {
		if err := c.childs(seen, w.ID, w.ChildID); err != nil {
			return err
		}
		if err := bothDays(w.First, w.Last, "start", "end"); err != nil {
			return err
		}
		for series, minutes := range w.Capacity {
			field := "makeup_capacity." + series
			if !c.series[[2]string{w.ChildID, series}] {
				return noSuch(field, "series", series)
			}
			if err := within(field, minutes, 0, MaxAmount); err != nil {
				return err
			}
		}
		return nil
	})
}
