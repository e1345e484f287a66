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
type turns [3][]event

// The kinds of event, in their order on one day.
const (
	arising = iota
	beingGiven
	closing
)

// An event is one thing that happens on the timeline of a series. Just one of
// its last four fields is set.
type event struct {
	on     day.Day
	id     string
	slot   *Slot
	giving *giving
	period *Period
	agreed *iep.Carryover // with minutes of no day in the record
}

// next takes the next event.
func (t *turns) next() (event, bool) {
	kind := -1
	for i, list := range t {
		if len(list) > 0 && (kind < 0 || list[0].on < t[kind][0].on) {
			kind = i
		}
	}
	if kind < 0 {
		return event{}, false
	}
	e := t[kind][0]
	t[kind] = t[kind][1:]
	return e, true
}

// turns gathers what happens. The record is nearly always in order already.
func (a *account) turns() *turns {
	t := &turns{
		arising:    make([]event, 0, len(a.Slots)/4),
		beingGiven: make([]event, 0, len(a.giving)),
	}
	for _, v := range a.Versions {
		if v.Basis == policy.BySession {
			t.arise(a, v)
		}
		if v.Policy.OverDelivery == policy.Bank {
			t.giveSurplus(v)
		}
		t.close(v)
	}
	for i := range a.agreed {
		if o := a.agreed[i].Agreed; o.Before > 0 {
			t[arising] = append(t[arising], event{on: o.Date, id: a.broughtID(o), agreed: o})
		}
	}
	for i := range a.giving {
		g := &a.giving[i]
		t[beingGiven] = append(t[beingGiven], event{on: g.session.Date, id: g.session.ID, giving: g})
	}
	for _, list := range t {
		if !slices.IsSortedFunc(list, inTurn) {
			slices.SortStableFunc(list, inTurn)
		}
	}
	return t
}

// inTurn orders events of one kind. The id of a closing is its first day's.
func inTurn(a, b event) int {
	if a.on != b.on {
		return cmp.Compare(a.on, b.on)
	}
	if a.period != nil {
		return cmp.Compare(a.period.Span.First, b.period.Span.First)
	}
	return strings.Compare(a.id, b.id)
}

// arise adds the days on which a missed slot's answer is asked: its own, and
// each on which a later decision takes effect.
func (t *turns) arise(a *account, v *Version) {
	for i := range v.slots {
		s := &v.slots[i]
		if s.Missed == 0 {
			continue
		}
		id, last := a.slotID(s), s.Date
		t[arising] = append(t[arising], event{on: s.Date, id: id, slot: s})
		for _, d := range a.decisions[s.Date] { // in order of the day decided
			if on := d.InEffect(); a.settles(d, s) && on > last && on <= a.asOf {
				t[arising] = append(t[arising], event{on: on, id: id, slot: s})
				last = on
			}
		}
	}
}

// giveSurplus adds the long sessions of a version that banks. In a period that
// counts minutes theirs are already given.
func (t *turns) giveSurplus(v *Version) {
	if v.Basis == policy.ByPeriod && v.Service.Requirement.Unit == iep.Minutes {
		return
	}
	for i := range v.slots {
		if s := &v.slots[i]; s.Surplus() > 0 {
			g := &giving{session: s.Session, version: v, kind: surplus, minutes: s.Surplus()}
			t[beingGiven] = append(t[beingGiven], event{on: s.Date, id: s.Session.ID, giving: g})
		}
	}
}

// close adds the ends of the periods that are over and leave something to say.
func (t *turns) close(v *Version) {
	for i := range v.periods {
		if p := &v.periods[i]; p.Over && (p.ByPeriod() || p.NotScheduled > 0) {
			t[closing] = append(t[closing], event{on: p.Span.Last, period: p})
		}
	}
}
