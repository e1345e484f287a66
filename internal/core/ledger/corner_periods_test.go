package ledger_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// nine are the nine Tuesdays and Thursdays of September: 270 minutes.
var nine = []string{"09-01", "09-03", "09-08", "09-10", "09-15", "09-17", "09-22", "09-24", "09-29"}

// September tells a promise by the month, all nine slots given but the last
// few.
func (c *corner) september(promise, given int) {
	c.minutes(promise, iep.Month)
	c.given(nine[:given]...)
}

var cornersOfPeriods = []struct {
	name string
	tell func(c *corner)
	asOf string
	want string
}{
	{"a month is not judged on its last day", func(c *corner) {
		c.september(270, 7)
		c.missed(iep.ProviderAbsent, nine[7:]...)
	}, "09-30", ""},

	{"it is on the next, as a whole: its sessions are not owed beside it", func(c *corner) {
		c.september(270, 7)
		c.missed(iep.ProviderAbsent, nine[7:]...)
	}, "10-01", "09-01 60 yes open 60"},

	{"given in the same month, minutes repair it", func(c *corner) {
		c.september(250, 7)
		c.missed(iep.ProviderAbsent, nine[7:]...)
		c.extra("x1", "09-30", 10)
	}, "10-01", "09-01 30 yes open 30"},

	{"a make-up of its last day counts, since the period closes after it", func(c *corner) {
		c.september(270, 7)
		c.missed(iep.ProviderAbsent, nine[7:]...)
		c.makeup("m1", "09-30", 50)
	}, "10-01", "09-01 10 yes open 10"},

	{"what nobody filled in is asked about", func(c *corner) {
		c.september(270, 7)
		c.missed(iep.ProviderAbsent, nine[7])
	}, "10-01", "09-01 30 yes open 30; 09-01:undecided 30 ask open 30"},

	{"what is answered ask is asked about", func(c *corner) {
		c.september(270, 7)
		c.missed(iep.StudentAbsent, nine[7:]...)
	}, "10-01", "09-01:undecided 60 ask open 60"},

	{"what is answered no is neither", func(c *corner) {
		c.september(270, 7)
		c.missed(iep.FamilyCancelled, nine[7])
		c.missed(iep.ProviderAbsent, nine[8])
	}, "10-01", "09-01 30 yes open 30"},

	{"a printed holiday explains nothing by the month", func(c *corner) {
		c.closed(calendar.Holiday, "09-29", "09-29")
		c.september(270, 8)
	}, "10-01", "09-01 30 yes open 30"},

	{"a finished month is read with the decisions known now", func(c *corner) {
		c.september(270, 8)
		c.missed(iep.StudentAbsent, nine[8])
		c.decided(iep.OwedYes, nine[8], "10-20")
	}, "10-20", "09-01 30 yes open 30"},

	{"a make-up that names nothing pays the month before", func(c *corner) {
		c.september(270, 8)
		c.missed(iep.ProviderAbsent, nine[8])
		c.makeup("m1", "10-06", 20)
	}, "10-06", "09-01 30 yes open 10 by m1 on 10-06 20"},

	{"one that names a day of this month counts in this month", func(c *corner) {
		c.september(270, 8)
		c.missed(iep.ProviderAbsent, nine[8])
		c.makeup("m1", "10-06", 20, named("10-08"))
	}, "10-06", "09-01 30 yes open 30"},

	{"one that names a day of a month over pays what it owes, then what is undecided", func(c *corner) {
		c.september(270, 7)
		c.missed(iep.ProviderAbsent, nine[7])
		c.missed(iep.StudentAbsent, nine[8])
		c.makeup("m1", "10-06", 40, named("09-10"))
	}, "10-06", "09-01 30 yes open 0 by m1 on 10-06 30; 09-01:undecided 30 ask open 20 by m1 on 10-06 10"},

	{"three sessions of 40 are not four of 30", func(c *corner) {
		c.policy.Basis = policy.ByPeriod
		c.service.Requirement = &iep.Requirement{Unit: iep.Sessions, Amount: 9, MinutesPerSession: new(30), Period: iep.Month}
		for _, date := range nine[:8] {
			c.row("r"+date, date, iep.Session{Minutes: new(40)})
		}
		c.missed(iep.ProviderAbsent, nine[8])
	}, "10-01", "09-01 30 yes open 30"},

	{"where minutes are worded, they are", func(c *corner) {
		c.minutes(270, iep.Month)
		for _, date := range nine[:7] {
			c.row("r"+date, date, iep.Session{Minutes: new(40)})
		}
		c.missed(iep.ProviderAbsent, nine[7:]...)
	}, "10-01", ""},
}

func TestCornersOfPeriods(t *testing.T) {
	for _, corner := range cornersOfPeriods {
		c := newCorner()
		corner.tell(c)
		if got := debts(c.at(t, corner.asOf)); got != corner.want {
			t.Errorf("%s, as of %s:\ngot  %s\nwant %s", corner.name, corner.asOf, got, corner.want)
		}
	}
}
