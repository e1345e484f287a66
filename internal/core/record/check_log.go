package record

import (
	"maps"
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func (c *checker) checkSessions() error {
	seen := make(ids, len(c.record.Sessions))
	return each("sessions", c.record.Sessions, func(s *iep.Session) error {
		if err := seen.add(s.ID); err != nil {
			return err
		}
		if s.ID == iep.Bank {
			return refusal.At("id", refusal.New(refusal.ReservedID, "id", s.ID))
		}
		if !c.services[s.ServiceID] {
			return noSuch("service_id", "service", s.ServiceID)
		}
		if len(s.MakeupFor) > MaxMakeupFor {
			return refusal.At("makeup_for", refusal.New(refusal.TooManyRows, "limit", strconv.Itoa(MaxMakeupFor)))
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
	children := map[string]int{} // by series
	for key := range c.series {
		children[key[1]]++
	}
	return each("decisions", c.record.Decisions, func(d *iep.Decision) error {
		if d.ID != "" {
			if err := seen.add(d.ID); err != nil {
				return err
			}
		}
		switch {
		case c.services[d.ServiceID] || children[d.ServiceID] == 1:
		case children[d.ServiceID] > 1:
			return refusal.At("service_id", refusal.New(refusal.SeriesOfTwo, "id", d.ServiceID))
		default:
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
		for _, series := range slices.Sorted(maps.Keys(w.Capacity)) {
			field := "makeup_capacity." + series
			if !c.series[[2]string{w.ChildID, series}] {
				return noSuch(field, "series", series)
			}
			if err := within(field, w.Capacity[series], 0, MaxAmount); err != nil {
				return err
			}
		}
		return nil
	})
}
