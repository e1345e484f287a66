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
