package day

import (
	"fmt"
	"testing"

	"midweek/internal/core/refusal"
)

// A time is hours and minutes with two digits each; what might be meant by
// anything else is not guessed.
func TestOnlyAWholeTimeIsRead(t *testing.T) {
	for _, text := range []string{
		"", "9:30", "09:60", "24:00", "25:00", "09.30", "0930", "09:30:00", "09:3", "-9:30", "+9:30",
		" 9:30", "09:30 ", "9:30 AM", "09:3O", "０９:30",
	} {
		if got, err := ParseClock(text); code(t, err) != refusal.ClockForm || got != NoClock {
			t.Errorf("%q: %q, %v; want refused", text, got, err)
		}
	}
}

// Every minute of the day writes and reads back as itself, in order.
func TestEveryMinuteOfTheDayReadsBack(t *testing.T) {
	before := NoClock
	for minute := range 24 * 60 {
		text := fmt.Sprintf("%02d:%02d", minute/60, minute%60)
		got, err := ParseClock(text)
		if err != nil || got.String() != text || got.Minutes() != minute || got != At(minute/60, minute%60) {
			t.Fatalf("%s: %s, minute %d, %v", text, got, got.Minutes(), err)
		}
		if !got.Known() || got <= before {
			t.Fatalf("%s does not come after %s", got, before)
		}
		before = got
	}
}

// Midnight is a time; no time is none, and comes before midnight.
func TestNoTimeIsNotMidnight(t *testing.T) {
	if NoClock.Known() || NoClock.String() != "" || NoClock >= At(0, 0) {
		t.Errorf("no time is %q, known %t", NoClock, NoClock.Known())
	}
}
