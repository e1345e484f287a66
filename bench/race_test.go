package main

import (
	"testing"
	"time"
)

func TestAnAnswerThatDiffersIsAnError(t *testing.T) {
	ours := &runner{name: "ours", tally: tally{3, 60_000, 1}}
	for _, theirs := range []tally{{2, 60_000, 1}, {3, 60_001, 1}, {3, 60_000, 0}} {
		if agree("X", []*runner{ours, {name: "theirs", tally: theirs}}) == nil {
			t.Errorf("%+v passes for %+v", theirs, ours.tally)
		}
	}
	if err := agree("X", []*runner{ours, {name: "theirs", tally: ours.tally}}); err != nil {
		t.Error(err)
	}
}

func TestTooSlowIsAnError(t *testing.T) {
	ours, other := &runner{best: 10 * time.Millisecond}, &runner{best: 99 * time.Millisecond}
	for _, tt := range []struct {
		name string
		add  func(*table)
		fine bool
	}{
		{"9.9 times faster, at least 10", func(t *table) { t.faster("X", ours, other, 10) }, false},
		{"9.9 times faster, at least 9", func(t *table) { t.faster("X", ours, other, 9) }, true},
		{"9.9 times faster, nothing asked", func(t *table) { t.faster("X", ours, other, 0) }, true},
		{"9.9 times its time, at most 2", func(t *table) { t.within("X", other, ours, 2) }, false},
		{"a tenth of its time, at most 2", func(t *table) { t.within("X", ours, other, 2) }, true},
		{"a peer that is not installed", func(t *table) { t.fasterThan("X", ours, &peer{name: "peer"}, nil, 10) }, true},
	} {
		results := &table{}
		tt.add(results)
		if err := results.tooSlow(); (err == nil) != tt.fine {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestAPeerThatIsNotInstalledIsMissed(t *testing.T) {
	here := &peer{name: "here", command: []string{"here"}}
	if err := missing([]*peer{here, {name: "rust", optional: true}}); err != nil {
		t.Error(err)
	}
	if missing([]*peer{here, {name: "gone"}}) == nil {
		t.Error("nobody misses it")
	}
}
