package ledger

import (
	"cmp"
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/policy"
)

// weigh brings a slot's obligation in line with its answer on a day.
func (a *account) weigh(s *Slot, id string, on day.Day) {
	verdict := s.Verdict
	if len(a.decisions[s.Date]) > 0 {
		verdict, _ = a.answer(s, on)
	}
	o := a.live[id]
	switch {
	case verdict.Answer == policy.No:
		if o != nil {
			a.end(o)
		}
	case o == nil:
		a.arise(&Obligation{ID: id, Date: s.Date, Minutes: s.Missed, Reason: s.Reason, Verdict: *verdict, Version: s.Version, Slot: s}, on)
	default:
		was := o.Answer()
		o.Verdict = *verdict
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
	if o.Date != p.Date {
		return cmp.Compare(o.Date, p.Date)
	}
	return strings.Compare(o.ID, p.ID)
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
