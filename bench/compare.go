package main

import (
	"fmt"

	"midweek/internal/core/ledger"
	"midweek/internal/core/planner"
)

// What the planner and the ledger must keep to; what expansion must is said of
// each peer.
const (
	mustPlan   = 100 // times faster than any peer's expansion and lookup
	mustLedger = 2   // times the iteration of the same rules alone
)

// A field is all who expand one workload.
type field struct {
	ours, library *runner
	peers         map[*peer]*runner // those installed
}

// expansions races everyone through a workload, and besides gives turns to
// runners that do something else. It refuses answers that differ.
func expansions(w *workload, peers []*peer, rounds int, besides ...*runner) (*field, error) {
	f := &field{
		ours:    inside("expansion", func() (tally, error) { return expandOurs(w) }),
		library: inside("rrule-go", func() (tally, error) { return expandLibrary(w) }),
		peers:   map[*peer]*runner{},
	}
	same := []*runner{f.ours, f.library}
	for _, p := range peers {
		if p.installed() {
			f.peers[p] = outside(p, w)
			same = append(same, f.peers[p])
		}
	}
	if err := race(rounds, append(same, besides...)); err != nil {
		return nil, err
	}
	return f, agree(w.name, same)
}

// services compares the expansion of one service and of a thousand.
func services(t *table, peers []*peer, rounds int) error {
	for _, w := range []*workload{oneService(), thousandServices()} {
		f, err := expansions(w, peers, rounds)
		if err != nil {
			return err
		}
		t.faster(w.name, f.ours, f.library, 0)
		for _, p := range peers {
			must := p.must
			if w.name == "A" {
				must = 0
			}
			t.fasterThan(w.name, f.ours, p, f.peers[p], must)
		}
	}
	return nil
}

// plans compares the ranking of every set of weekdays over a decade with what
// a program without a planner would do.
func plans(t *table, peers []*peer, rounds int) error {
	c := newDecade()
	if err := c.prove(); err != nil {
		return err
	}
	w := c.workload()
	rank := inside("planner", func() (tally, error) {
		choices, err := c.rank()
		return tallyOf(choices), err
	})
	f, err := expansions(w, peers, rounds, rank)
	if err != nil {
		return err
	}
	if rank.tally.dates != f.ours.tally.dates || rank.tally.lost != f.ours.tally.lost {
		return fmt.Errorf("workload C: the planner says %+v and expansion says %+v", rank.tally, f.ours.tally)
	}
	t.faster(w.name, rank, f.library, 0)
	for _, p := range peers {
		t.fasterThan(w.name, rank, p, f.peers[p], mustPlan)
	}
	return nil
}

// tallyOf adds up all sets of weekdays; the planner knows no dates to sum.
func tallyOf(choices []planner.Choice) (t tally) {
	for _, c := range choices {
		t.dates += c.Kept + c.Lost
		t.lost += c.Lost
	}
	return t
}

// child compares a child's whole ledger with the mere iteration of the rules
// that plan it.
func child(t *table, _ []*peer, rounds int) error {
	r := childRecord()
	rules, err := libraryRules(r)
	if err != nil {
		return err
	}
	compute := inside("ledger", func() (tally, error) {
		l, err := ledger.Compute(r, childAsOf)
		if err != nil {
			return tally{}, err
		}
		return tally{dates: slots(l)}, nil
	})
	iterate := inside("rrule-go's iteration alone", func() (tally, error) {
		return tally{dates: iterateOnly(rules)}, nil
	})
	both := []*runner{compute, iterate}
	if err := race(rounds, both); err != nil {
		return err
	}
	if err := agree("D", both); err != nil {
		return err
	}
	t.within("D", compute, iterate, mustLedger)
	return nil
}

func slots(l *ledger.Ledger) (n int) {
	for _, s := range l.Series {
		n += len(s.Slots)
	}
	return n
}
