package history

import (
	"time"

	"midweek/internal/core/day"
)

// LateAfter is how many days after its day an entry counts as entered later,
// and says so. A week: a family that fills in its log on one evening of the
// week is in time with all of it, and what is written later rests on older
// memory or on papers. The label is a fact and no reproach.
const LateAfter = 7

// WrittenOn is the day of an instant such as an act's, by the clock of the one
// who wrote it, or a day as a file has it. What is neither is no day.
func WrittenOn(at string) day.Day {
	if t, err := time.Parse(time.RFC3339, at); err == nil {
		return day.FromTime(t)
	}
	on, err := day.Parse(at)
	if err != nil {
		return day.None
	}
	return on
}

// DaysLater is how many days after its own day something was written, or 0
// within LateAfter, or where one of the days is not known.
func DaysLater(on, written day.Day) int {
	if on == day.None || written == day.None || written-on <= LateAfter {
		return 0
	}
	return int(written - on)
}

// slipWithin is how long after it was first written an entry is corrected as a
// slip of the hand, without a word. A day: what is put right before the next
// evening was mistyped; what is changed later had been taken as true by then,
// and a reader will ask what made the difference.
const slipWithin = 24 * time.Hour

// AsksWhy says whether a change to an entry, made at an instant, asks for its
// reason: the entry was first written more than a day before, or at a time that
// cannot be read.
func AsksWhy(e *Entry, now string) bool {
	if e == nil || e.First == nil {
		return false
	}
	first, err := time.Parse(time.RFC3339, e.First.At)
	if err != nil {
		return true
	}
	at, err := time.Parse(time.RFC3339, now)
	return err != nil || at.Sub(first) > slipWithin
}
