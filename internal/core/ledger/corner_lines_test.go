package ledger_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// A month promises its minutes whatever its holidays: a closure answered no is
// no line for the record beside what the month is short of, while a trip is.
func TestAClosureOfAMonthIsLeftToTheSchool(t *testing.T) {
	c := newCorner()
	c.minutes(240, iep.Month)
	c.closed(calendar.Holiday, "09-08", "09-08")
	c.missed(iep.StudentVacation, "09-10")
	s := c.at(t, "09-14")
	if got := s.ForTheRecord(); got != 30 || s.Summary.NotOwed != 60 {
		t.Errorf("%d for the record of %d answered no, want 30 of 60", got, s.Summary.NotOwed)
	}
	c.service.Requirement.Period = iep.Week
	if got := c.at(t, "09-14").ForTheRecord(); got != 60 {
		t.Errorf("by the week %d, want 60: there the closure lowers the promise", got)
	}
}

// Ten days after a miss its minutes are late under a policy of ten days, and
// only those that are not made up.
func TestOnlyWhatIsOpenIsOverdue(t *testing.T) {
	c := newCorner()
	c.policy.Deadline = policy.Deadline{Days: new(10)}
	c.missed(iep.ProviderAbsent, "09-03", "09-15")
	c.makeup("m1", "09-09", 10)
	for asOf, want := range map[string]int{"09-13": 0, "09-14": 20, "09-26": 50} {
		if got := c.at(t, asOf).Overdue(); got != want {
			t.Errorf("on %s %d minutes are overdue, want %d", asOf, got, want)
		}
	}
}

// Planned and given so far are of the days before, and of today's session once
// it is filled in. A closed day counts where a session was given all the same,
// and what is above a session's length does not.
func TestPlannedAndGivenSoFar(t *testing.T) {
	c := newCorner()
	c.closed(calendar.Holiday, "09-08", "09-10")
	c.given("09-03", "09-10")
	for _, want := range []struct {
		on             string
		planned, given int
	}{{"09-01", 0, 0}, {"09-02", 30, 0}, {"09-03", 60, 30}, {"09-09", 60, 30}, {"09-10", 90, 60}} {
		if planned, given := c.at(t, want.on).SoFar(on2026(want.on)); planned != want.planned || given != want.given {
			t.Errorf("on %s %d of %d, want %d of %d", want.on, given, planned, want.given, want.planned)
		}
	}
	c.row("long", "09-15", iep.Session{Minutes: new(45)})
	if planned, given := c.at(t, "09-15").SoFar(on2026("09-15")); planned != 120 || given != 90 {
		t.Errorf("with a long one %d of %d, want 90 of 120", given, planned)
	}
}

// Every line stands under at most one heading, and those for the record come
// to what was answered no, less the closures of a month.
func TestALineHasOneHeading(t *testing.T) {
	everySeries(t, func(v view) {
		record, left := 0, 0
		for _, l := range v.Lines() {
			v.no(l.ToMakeUp() && (l.Asked() || l.ForTheRecord()) || l.Asked() && l.ForTheRecord(), "%+v has two headings", l)
			if l.ForTheRecord() {
				record += l.Minutes
			}
			if l.ExplainsNothing() && l.Verdict.Answer == policy.No {
				left += l.Minutes
			}
		}
		v.want("for the record", v.Summary.NotOwed-left, record)
		v.want("the same by the series", record, v.ForTheRecord())
	})
}
