package ledger_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

func TestTheSameRecordAndDayGiveTheSameAnswer(t *testing.T) {
	always(t, func(v view) {
		before := coretest.Shuffled(v.T, v.record)
		once, twice := textOf(v.compute(v.record, v.asOf)), textOf(v.compute(v.record, v.asOf))
		if once != twice {
			v.Fatalf("once:\n%s\ntwice:\n%s", once, twice)
		}
		if again := textOf(v.compute(before, v.asOf)); once != again {
			v.Fatalf("after:\n%s\ncomputed from a record put aside before:\n%s", once, again)
		}
	})
}

// The order of the rows in the file is nothing to the answer.
func TestTheOrderOfTheRowsIsNothing(t *testing.T) {
	always(t, func(v view) {
		before := textOf(v.compute(v.record, v.asOf))
		after := textOf(v.compute(coretest.Shuffled(v.T, v.record), v.asOf))
		if before != after {
			v.Fatalf("in one order:\n%s\nin another:\n%s", before, after)
		}
	})
}

// Nothing crosses from one series to another nor from child to child: without
// the log, the decisions and the summers of all others, a series is the same.
func TestNothingCrossesFromSeriesToSeries(t *testing.T) {
	everySeries(t, func(v view) {
		alone := coretest.Copy(v.record)
		ours := map[string]bool{v.ID: true}
		for _, version := range v.Versions {
			ours[version.Service.ID] = true
		}
		alone.Sessions = slices.DeleteFunc(alone.Sessions, func(s iep.Session) bool { return !ours[s.ServiceID] })
		alone.Decisions = slices.DeleteFunc(alone.Decisions, func(d iep.Decision) bool { return !ours[d.ServiceID] })
		alone.ESY = slices.DeleteFunc(alone.ESY, func(w calendar.ESYWindow) bool { return w.ChildID != v.ChildID })
		after := textOfSeries(v.compute(alone, v.asOf).Find(v.ID, v.ChildID))
		v.no(after != textOfSeries(v.Series), "alone:\n%s", after)
	})
}

// One more closure never adds an expected session: each slot stays, and none
// becomes open. Cycles move on by school days; what holds for them stands in
// package schedule.
func TestOneMoreClosureNeverAddsAnExpectedSession(t *testing.T) {
	everySeries(t, func(v view) {
		if goesByCycle(v.Series) {
			return
		}
		closed := coretest.Copy(v.record)
		y := &closed.Calendars[rapid.IntRange(0, len(closed.Calendars)-1).Draw(v.T, "calendar")]
		y.Closures = append(y.Closures, coretest.Closure(v.T, y.Span()))
		after := v.compute(closed, v.asOf).Find(v.ID, v.ChildID)
		v.want("slots", len(v.Slots), len(after.Slots))
		for i := range v.Slots {
			was, is := v.Slots[i].Status, after.Slots[i].Status
			v.no(is == calendar.Open && was != calendar.Open, "the slot of %s was %s", v.Slots[i].Date, was)
		}
		v.no(after.Summary.ExpectedSessions > v.Summary.ExpectedSessions, "more sessions are expected")
	})
}

func goesByCycle(s *ledger.Series) bool {
	return slices.ContainsFunc(s.Versions, func(v *ledger.Version) bool {
		return slices.ContainsFunc(v.Service.Schedules, func(s iep.Schedule) bool { return s.Cycle != nil })
	})
}
