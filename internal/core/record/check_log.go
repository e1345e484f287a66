package record

import (
	"maps"
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func (c *checker) checkSessions() error {
	return checkList(c, &list[iep.Session]{
		name: "sessions", rows: &c.record.Sessions, ids: make(ids, len(c.record.Sessions)),
		id:    func(s *iep.Session) string { return s.ID },
		check: c.checkSession,
	})
}

func (c *checker) checkSession(s *iep.Session) error {
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
	if err := maybeWithin("group_size", s.GroupSize, 1, MaxGroup); err != nil {
		return err
	}
	if s.Began != day.NoClock && s.Ended != day.NoClock && s.Ended <= s.Began {
		return refusal.At("ended", refusal.New(refusal.Backwards, "start", s.Began.String(), "end", s.Ended.String()))
	}
	return needsMinutes(s)
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
	children := map[string]int{} // by series
	for key := range c.series {
		children[key[1]]++
	}
	return checkList(c, &list[iep.Decision]{
		name: "decisions", rows: &c.record.Decisions, ids: ids{},
		id: func(d *iep.Decision) string { return d.ID }, noID: true,
		check: func(d *iep.Decision) error {
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
		},
	})
}

func (c *checker) checkRequests() error {
	return checkList(c, &list[iep.Request]{
		name: "requests", rows: &c.record.Requests, ids: ids{},
		id:    func(q *iep.Request) string { return q.ID },
		check: func(q *iep.Request) error { return c.ofChild(q.ChildID) },
	})
}

func (c *checker) checkMeetings() error {
	return checkList(c, &list[iep.Meeting]{
		name: "meetings", rows: &c.record.Meetings, ids: ids{},
		id: func(m *iep.Meeting) string { return m.ID },
		check: func(m *iep.Meeting) error {
			if err := c.ofChild(m.ChildID); err != nil {
				return err
			}
			return present("date", m.Date)
		},
	})
}

// ofChild checks whom a row is about.
func (c *checker) ofChild(id string) error {
	if !c.children[id] {
		return noSuch("child_id", "child", id)
	}
	return nil
}

func (c *checker) checkESY() error {
	return checkList(c, &list[calendar.ESYWindow]{
		name: "esy", rows: &c.record.ESY, ids: ids{},
		id:    func(w *calendar.ESYWindow) string { return w.ID },
		check: c.checkWindow,
	})
}

func (c *checker) checkCarryovers() error {
	return checkList(c, &list[iep.Carryover]{
		name: "carryovers", rows: &c.record.Carryovers, ids: ids{},
		id:    func(o *iep.Carryover) string { return o.ID },
		check: c.checkCarryover,
	})
}

func (c *checker) checkCarryover(o *iep.Carryover) error {
	if err := c.ofChild(o.ChildID); err != nil {
		return err
	}
	if !c.series[[2]string{o.ChildID, o.SeriesID}] {
		return noSuch("series_id", "series", o.SeriesID)
	}
	if err := present("date", o.Date); err != nil {
		return err
	}
	for _, n := range []struct {
		field         string
		minutes, most int
	}{
		{"to_summer", o.ToSummer, MaxAmount}, {"to_next_year", o.ToNextYear, MaxAmount}, {"before_record", o.Before, o.Minutes()},
	} {
		if err := within(n.field, n.minutes, 0, n.most); err != nil {
			return err
		}
	}
	return forward(o.Date, o.By, "make_up_by")
}

func (c *checker) checkWindow(w *calendar.ESYWindow) error {
	if err := c.ofChild(w.ChildID); err != nil {
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
}
