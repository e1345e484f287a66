package ledger

import (
	"cmp"
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// Everything happens in order of day. On one day decisions and new obligations
// of slots come first, then what was given, then the closing of periods; of
// one kind, in order of id. So a later entry never moves an earlier payment.
type phase int

const (
	arising phase = iota
	beingGiven
	closing
)

// An event is one thing that happens on the timeline of a series. Just one of
// its last three fields is set.
type event struct {
	on     day.Day
	phase  phase
	id     string
	slot   *Slot
	giving *giving
	period *Period
}

// A timeline is the state of a series while its days go by.
type timeline struct {
	live    map[string]*Obligation // by id, while not ended
	queue   []*Obligation          // yes and perhaps open, oldest first
	waiters []*waiter              // in order of their days
	named   map[string][]*waiter   // by the id they wait for
	running []*Period              // of the period basis, in order
	bank    int
}

// A waiter is a make-up that names obligations which do not exist yet.
type waiter struct {
	giving *giving
	left   int // minutes
	names  int // still to come
}

// run lets the days go by and collects what came of them.
func (a *account) run() {
	a.live, a.named = map[string]*Obligation{}, map[string][]*waiter{}
	for _, v := range a.Versions {
		for i := range v.periods {
			if p := &v.periods[i]; p.ByPeriod() {
				a.running = append(a.running, p)
			}
		}
	}
	slices.SortStableFunc(a.running, func(p, q *Period) int { return cmp.Compare(p.Span.First, q.Span.First) })
	for _, e := range a.events() {
		switch {
		case e.slot != nil:
			a.weigh(e.slot, e.id, e.on)
		case e.giving != nil:
			a.given(e.giving)
		default:
			a.close(e.period)
		}
	}
	for _, w := range a.waiters {
		if w.left > 0 && w.names > 0 {
			a.unapplied(w.giving.session, w.left, Waiting)
		}
	}
}

func (a *account) events() []event {
	var events []event
	for _, v := range a.Versions {
		if v.Basis == policy.BySession {
			events = a.slotEvents(events, v)
		}
		for i := range v.slots {
			if s := &v.slots[i]; v.banksSurplus(s) {
				events = append(events, event{on: s.Date, phase: beingGiven, id: s.Session.ID,
					giving: &giving{session: s.Session, version: v, kind: surplus, minutes: s.Surplus}})
			}
		}
		for i := range v.periods {
			if p := &v.periods[i]; p.Over {
				events = append(events, event{on: p.Span.Last, phase: closing, id: a.periodID(p), period: p})
			}
		}
	}
	for i := range a.giving {
		g := &a.giving[i]
		events = append(events, event{on: g.session.Date, phase: beingGiven, id: g.session.ID, giving: g})
	}
	slices.SortStableFunc(events, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.on, b.on), cmp.Compare(a.phase, b.phase), strings.Compare(a.id, b.id))
	})
	return events
}

// slotEvents are the days on which a missed slot's answer is asked: its own,
// and each on which a later decision takes effect.
func (a *account) slotEvents(events []event, v *Version) []event {
	for i := range v.slots {
		s := &v.slots[i]
		if s.Missed == 0 {
			continue
		}
		id := a.slotID(s)
		events = append(events, event{on: s.Date, phase: arising, id: id, slot: s})
		for _, d := range a.decisions[s.Date] {
			if on := d.InEffect(); a.settles(d, s) && on > s.Date && on <= a.asOf {
				events = append(events, event{on: on, phase: arising, id: id, slot: s})
			}
		}
	}
	return events
}

// banksSurplus says whether minutes above a slot's go anywhere. In a period
// that counts minutes they are already given.
func (v *Version) banksSurplus(s *Slot) bool {
	if s.Surplus == 0 || v.Policy.OverDelivery != policy.Bank {
		return false
	}
	return v.Basis == policy.BySession || v.Service.Requirement.Unit == iep.Sessions
}
