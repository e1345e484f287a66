package main

import (
	"fmt"
	"runtime"
	"time"
)

// A runner does a piece of work and says what came of it and how long it took.
type runner struct {
	name string
	run  func() (tally, time.Duration, error)

	tally tally
	best  time.Duration
}

// turn is how long a runner inside this program repeats its work in one round.
const turn = 300 * time.Millisecond

// inside is a runner of this program. Its time is the mean of a turn, so that
// it pays for its garbage too.
func inside(name string, work func() (tally, error)) *runner {
	return &runner{name: name, run: func() (t tally, _ time.Duration, err error) {
		runtime.GC()
		began, times := time.Now(), 0
		for took := time.Duration(0); took < turn; took = time.Since(began) {
			if t, err = work(); err != nil {
				return t, 0, err
			}
			times++
		}
		return t, time.Since(began) / time.Duration(times), nil
	}}
}

// outside is the runner of a peer.
func outside(p *peer, w *workload) *runner {
	return &runner{name: p.title(), run: func() (tally, time.Duration, error) { return p.expand(w) }}
}

// race gives the runners their turns, round after round, and keeps the best
// time of each.
func race(rounds int, runners []*runner) error {
	for range rounds {
		for _, r := range runners {
			t, took, err := r.run()
			if err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
			r.tally = t
			if r.best == 0 || took < r.best {
				r.best = took
			}
		}
	}
	return nil
}

// agree refuses runners that do not come to the same tally.
func agree(workload string, runners []*runner) error {
	for _, r := range runners[1:] {
		if first := runners[0]; r.tally != first.tally {
			return fmt.Errorf("workload %s: %s says %+v and %s says %+v", workload, first.name, first.tally, r.name, r.tally)
		}
	}
	return nil
}
