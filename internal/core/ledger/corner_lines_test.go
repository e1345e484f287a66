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
	if got := s.LeftToTheSchool(); got != 30 || s.Summary.NotOwed != 60 {
		t.Errorf("%d left to the school of %d answered no, want 30 of 60", got, s.Summary.NotOwed)
	}
	c.service.Requirement.Period = iep.Week
	if got := c.at(t, "09-14").LeftToTheSchool(); got != 0 {
		t.Errorf("by the week %d, want none: there the closure lowers the promise", got)
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
