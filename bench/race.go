package main

import (
	"fmt"
	"runtime"
	"time"
)

// A runner does a piece of work, over and over, and says what comes of it and
// how long the best pass took.
type runner struct {
	name string
	run  func() (tally, time.Duration, error)

	tally tally
	best  time.Duration
}

// turn is how long a runner inside this program goes on in one round.
const turn = time.Second / 2

// inside is a runner of this program.
func inside(name string, work func() (tally, error)) *runner {
	return &runner{name: name, run: func() (t tally, best time.Duration, err error) {
		runtime.GC()
		for began := time.Now(); time.Since(began) < turn; {
			start := time.Now()
			if t, err = work(); err != nil {
				return t, 0, err
			}
			best = shorter(best, time.Since(start))
		}
		return t, best, nil
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
			r.tally, r.best = t, shorter(r.best, took)
		}
	}
	return nil
}

// shorter is the shorter of two times; zero is none yet.
func shorter(best, took time.Duration) time.Duration {
	if best == 0 {
		return took
	}
	return min(best, took)
}

// agree refuses runners that do not come to the same tally.
func agree(workload string, runners []*runner) error {
	first := runners[0]
	for _, r := range runners[1:] {
		if r.tally != first.tally {
			return fmt.Errorf("workload %s: %s says %+v and %s says %+v", workload, first.name, first.tally, r.name, r.tally)
		}
	}
	return nil
}
