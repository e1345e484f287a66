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

// weigh brings a slot's obligation in line with its answer on a day.
func (a *account) weigh(s *Slot, id string, on day.Day) {
	verdict, _ := a.answer(s, on)
	o := a.live[id]
	switch {
	case verdict.Answer == policy.No:
		if o != nil {
			a.end(o)
		}
	case o == nil:
		a.arise(&Obligation{ID: id, Date: s.Date, Minutes: s.Missed, Reason: s.Reason, Verdict: verdict, Version: s.Version, Slot: s}, on)
	default:
		was := o.Answer()
		o.Verdict = verdict
		if was == policy.Ask && verdict.Answer == policy.Yes {
			a.enqueue(o)
		}
		a.payFromBank(o, on)
	}
}

// arise puts a new obligation into the ledger: what waited for it pays it
// first, then, when it is payable, the bank.
func (a *account) arise(o *Obligation, on day.Day) {
	o.Open = o.Minutes
	if a.live[o.ID] == nil {
		a.live[o.ID] = o
	}
	a.Obligations = append(a.Obligations, o)
	if o.Answer() == policy.Yes {
		a.enqueue(o)
	}
	a.payWaiters(o, on)
	a.payFromBank(o, on)
}

// payFromBank settles what is payable on the day it arises or is decided.
func (a *account) payFromBank(o *Obligation, on day.Day) {
	if o.Answer() == policy.Yes {
		a.bank -= pay(o, FromBank, on, a.bank)
	}
}

func (a *account) payWaiters(o *Obligation, on day.Day) {
	waiters := a.named[o.ID]
	delete(a.named, o.ID)
	for _, w := range waiters {
		w.names--
		w.left -= pay(o, w.giving.session.ID, w.giving.session.Date, w.left)
		if w.left > 0 && w.names == 0 {
			a.goOn(w.giving, w.left, on)
		}
	}
}

// wait keeps a make-up's minutes for what it names; nothing else may take them.
func (a *account) wait(g *giving, left int, names []string) {
	w := &waiter{g, left, len(names)}
	a.waiters = append(a.waiters, w)
	for _, id := range names {
		a.named[id] = append(a.named[id], w)
	}
}

// end takes an obligation out of the ledger. What had paid it is set free:
// minutes of rows lie unapplied, banked ones return to the bank.
func (a *account) end(o *Obligation) {
	o.ended = true
	delete(a.live, o.ID)
	for _, p := range o.Paid {
		if p.SessionID == FromBank {
			a.bank += p.Minutes
			continue
		}
		a.Unapplied = append(a.Unapplied, Placement{p.SessionID, p.Date, p.Minutes, SetFree})
	}
}

// enqueue puts a payable obligation in its place, oldest first.
func (a *account) enqueue(o *Obligation) {
	i, _ := slices.BinarySearchFunc(a.queue, o, obligationOrder)
	a.queue = slices.Insert(a.queue, i, o)
}

func obligationOrder(o, p *Obligation) int {
	return cmp.Or(cmp.Compare(o.Date, p.Date), strings.Compare(o.ID, p.ID))
}

// pay settles up to so many minutes of an obligation and says how many.
func pay(o *Obligation, sessionID string, on day.Day, minutes int) int {
	paid := min(minutes, o.Open)
	if paid > 0 {
		o.Open -= paid
		o.Paid = append(o.Paid, Payment{sessionID, on, paid})
	}
	return paid
}

// close ends a period. By the session, minutes for which no slot was planned
// become an obligation; by the period, all that it leaves is judged now.
func (a *account) close(p *Period) {
	if p.ByPeriod() {
		a.closePeriod(p)
		return
	}
	verdict := p.Version.Policy.Answer(iep.NotScheduled)
	if p.NotScheduled == 0 || verdict.Answer == policy.No {
		return
	}
	a.arise(&Obligation{ID: a.periodID(p) + ":" + string(iep.NotScheduled), Date: p.Span.Last, Minutes: p.NotScheduled,
		Reason: iep.NotScheduled, Verdict: verdict, Version: p.Version}, p.Span.Last)
}

func (a *account) closePeriod(p *Period) {
	a.running = slices.DeleteFunc(a.running, func(q *Period) bool { return q == p })
	no, ask := p.explained()
	p.Shortfall = max(0, p.Required-p.Delivered-p.Extra)
	p.Excused = min(p.Shortfall, no)
	p.Undecided = min(p.Shortfall-p.Excused, ask)
	p.Owed = p.Shortfall - p.Excused - p.Undecided
	a.leave(p, "", p.Owed, policy.Yes)
	a.leave(p, ":undecided", p.Undecided, policy.Ask)
}

func (a *account) leave(p *Period, suffix string, minutes int, answer policy.Answer) {
	if minutes == 0 {
		return
	}
	a.arise(&Obligation{ID: a.periodID(p) + suffix, Date: p.Span.Last, Minutes: minutes, Reason: iep.PeriodShortfall,
		Verdict: policy.Verdict{Answer: answer, Layer: policy.Judged}, Version: p.Version}, p.Span.Last)
}

// explained are the minutes of a finished period that the answers take out of
// what is short: those answered no, and those answered ask or not filled in. A
// printed closure explains nothing, but for a weekly wording that asks.
func (p *Period) explained() (no, ask int) {
	v := p.Version
	slots := inSpan(v.slots, p.Span)
	for i := range slots {
		s := &slots[i]
		closure := s.Reason == iep.SchoolClosedScheduled
		switch {
		case s.State == Unrecorded:
			ask += s.Schedule.Minutes
		case s.Missed == 0:
		case s.Verdict.Answer == policy.Ask && (!closure || v.Service.Weekly()):
			ask += s.Missed
		case s.Verdict.Answer == policy.No && !closure:
			no += s.Missed
		}
	}
	switch v.Policy.Answer(iep.NotScheduled).Answer {
	case policy.No:
		no += p.NotScheduled
	case policy.Ask:
		ask += p.NotScheduled
	}
	return no, ask
}
