package ledger

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
)

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
	a.live, a.named = make(map[string]*Obligation, len(a.Slots)/8), map[string][]*waiter{}
	for _, v := range a.Versions {
		for i := range v.periods {
			if p := &v.periods[i]; p.ByPeriod() {
				a.running = append(a.running, p)
			}
		}
	}
	slices.SortStableFunc(a.running, func(p, q *Period) int { return cmp.Compare(p.Span.First, q.Span.First) })
	opening := a.agreed
	for turns := a.turns(); ; {
		e, ok := turns.next()
		if !ok {
			break
		}
		opening = a.openUpTo(opening, e.on)
		switch {
		case e.agreed != nil:
			a.bring(e.agreed)
		case e.slot != nil:
			a.weigh(e.slot, e.id, e.on)
		case e.giving != nil:
			a.given(e.giving)
		default:
			a.close(e.period)
		}
	}
	a.openUpTo(opening, a.asOf)
	a.settleOpenings()
	for _, w := range a.waiters {
		if w.left > 0 && w.names > 0 {
			a.unapplied(w.giving.session, w.left, Waiting)
		}
	}
}

// openUpTo opens the school years that begin up to a day, and says which are
// still to come.
func (a *account) openUpTo(openings []Opening, on day.Day) []Opening {
	for len(openings) > 0 && openings[0].First != day.None && openings[0].First <= min(on, a.asOf) {
		o := openings[0]
		a.openYear(&o)
		openings = openings[1:]
	}
	return openings
}
