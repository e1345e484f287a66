package ledger_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// Each corner is told in a few entries; the answer is worked by hand.
var cornersOfDebts = []struct {
	name string
	tell func(c *corner)
	asOf string
	want string
}{
	{"a make-up pays the oldest debt", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-08", "09-10")
		c.makeup("m1", "09-12", 40)
	}, "09-12", "09-08:a 30 yes open 0 by m1 on 09-12 30; 09-10:a 30 yes open 20 by m1 on 09-12 10"},

	{"oldest is by day, not by name: minutes never scheduled are owed from the week's last day", func(c *corner) {
		c.service.Requirement.Amount = 3
		c.answers(iep.NotScheduled, policy.Yes)
		c.missed(iep.ProviderAbsent, "09-03")
		c.makeup("m1", "09-07", 30)
	}, "09-07", "09-03:a 30 yes open 0 by m1 on 09-07 30; 09-01:not_scheduled 30 yes open 30"},

	{"what is asked about is not paid by a make-up that names nothing", func(c *corner) {
		c.missed(iep.StudentAbsent, "09-08")
		c.missed(iep.ProviderAbsent, "09-10")
		c.makeup("m1", "09-12", 45)
	}, "09-12", "09-08:a 30 ask open 30; 09-10:a 30 yes open 0 by m1 on 09-12 30; left m1 15 nothing_open"},

	{"what is asked about is paid by a make-up that names it", func(c *corner) {
		c.missed(iep.StudentAbsent, "09-08")
		c.makeup("m1", "09-12", 30, named("09-08"))
	}, "09-12", "09-08:a 30 ask open 0 by m1 on 09-12 30"},

	{"the team's yes makes it payable from the day it was said", func(c *corner) {
		c.missed(iep.StudentAbsent, "09-08")
		c.decided(iep.OwedYes, "09-08", "09-20")
		c.makeup("m1", "09-15", 10)
		c.makeup("m2", "09-22", 20)
	}, "09-22", "09-08:a 30 yes open 10 by m2 on 09-22 20; left m1 10 nothing_open"},

	{"before that day it is asked about", func(c *corner) {
		c.missed(iep.StudentAbsent, "09-08")
		c.decided(iep.OwedYes, "09-08", "09-20")
	}, "09-19", "09-08:a 30 ask open 30"},

	{"the team's no ends the debt and sets free what had paid it", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-08", "09-10")
		c.makeup("m1", "09-12", 30)
		c.decided(iep.OwedNo, "09-08", "09-20")
	}, "09-20", "09-10:a 30 yes open 30; left m1 30 set_free"},

	{"the day before, it is paid", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-08")
		c.makeup("m1", "09-12", 30)
		c.decided(iep.OwedNo, "09-08", "09-20")
	}, "09-19", "09-08:a 30 yes open 0 by m1 on 09-12 30"},

	{"banked minutes set free return to the bank and pay the next debt", func(c *corner) {
		c.policy.OverDelivery = policy.Bank
		c.makeup("m1", "09-02", 40)
		c.missed(iep.ProviderAbsent, "09-08", "09-22")
		c.decided(iep.OwedNo, "09-08", "09-20")
	}, "09-22", "09-22:a 30 yes open 0 by bank on 09-22 30; bank 10"},

	{"of two decisions the later holds", func(c *corner) {
		c.missed(iep.StudentAbsent, "09-08")
		c.decided(iep.OwedYes, "09-08", "09-20")
		c.decided(iep.OwedNo, "09-08", "09-14")
	}, "09-22", "09-08:a 30 yes open 30"},

	{"of two decisions of one day yes holds", func(c *corner) {
		c.missed(iep.StudentAbsent, "09-08")
		c.decided(iep.OwedYes, "09-08", "09-20")
		c.decided(iep.OwedNo, "09-08", "09-20")
	}, "09-22", "09-08:a 30 yes open 30"},

	{"a decision that names the schedule beats a later one that names none", func(c *corner) {
		c.missed(iep.StudentAbsent, "09-08")
		c.decided(iep.OwedYes, "09-08", "09-14").ScheduleID = "a"
		c.decided(iep.OwedNo, "09-08", "09-20")
	}, "09-22", "09-08:a 30 yes open 30"},

	{"a decision on another schedule settles nothing", func(c *corner) {
		c.missed(iep.StudentAbsent, "09-08")
		c.decided(iep.OwedYes, "09-08", "09-14").ScheduleID = "b"
	}, "09-22", "09-08:a 30 ask open 30"},

	{"a decision on the version before settles nothing", func(c *corner) {
		c.row("r1", "09-08", iep.Session{ServiceID: c.amended("09-04").ID, Status: iep.Missed, Reason: iep.StudentAbsent})
		c.decided(iep.OwedYes, "09-08", "09-14").ServiceID = "sp1"
		c.plan.Services[0].ID, c.plan.Services[0].SeriesID = "sp1", "sp"
	}, "09-22", "09-08:a 30 ask open 30"},

	{"a decision on the series settles every version", func(c *corner) {
		c.row("r1", "09-08", iep.Session{ServiceID: c.amended("09-04").ID, Status: iep.Missed, Reason: iep.StudentAbsent})
		c.decided(iep.OwedYes, "09-08", "09-14")
	}, "09-22", "09-08:a 30 yes open 30"},

	{"an amendment keeps the old debts, and its make-ups pay them", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-03")
		c.row("m1", "09-09", iep.Session{ServiceID: c.amended("09-04").ID, Kind: iep.Makeup, Minutes: new(20)})
	}, "09-22", "09-03:a 30 yes open 10 by m1 on 09-09 20"},

	{"one child's make-up pays nothing of another's", func(c *corner) {
		c.record.Children = append(c.record.Children, iep.Child{ID: "bo", Name: "Bo"})
		plan := *c.plan
		plan.ID, plan.ChildID, plan.Services = "plan2", "bo", []iep.Service{*c.service}
		plan.Services[0].ID, plan.Services[0].SeriesID = "bo-sp", "sp"
		c.record.Plans = append(c.record.Plans, plan)
		c.missed(iep.ProviderAbsent, "09-03")
		c.row("m1", "09-09", iep.Session{ServiceID: "bo-sp", Kind: iep.Makeup, Minutes: new(30)})
	}, "09-09", "09-03:a 30 yes open 30"},

	{"a make-up waits for what it names, and nothing else takes its minutes", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-03")
		c.makeup("m1", "09-04", 30, named("09-08"))
	}, "09-07", "09-03:a 30 yes open 30; left m1 30 waiting"},

	{"on that day it pays, dated by its own day", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-03", "09-08")
		c.makeup("m1", "09-04", 30, named("09-08"))
	}, "09-08", "09-03:a 30 yes open 30; 09-08:a 30 yes open 0 by m1 on 09-04 30"},

	{"what waited and is left over goes on to the oldest that day", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-03", "09-08")
		c.makeup("m1", "09-04", 50, named("09-08"))
	}, "09-08", "09-03:a 30 yes open 10 by m1 on 09-08 20; 09-08:a 30 yes open 0 by m1 on 09-04 30"},

	{"and is left where the policy lets it not go on", func(c *corner) {
		c.policy.Spillover = new(false)
		c.missed(iep.ProviderAbsent, "09-03", "09-08")
		c.makeup("m1", "09-09", 50, named("09-08"))
	}, "09-09", "09-03:a 30 yes open 30; 09-08:a 30 yes open 0 by m1 on 09-09 30; left m1 20 nothing_open"},

	{"what a no has ended does not exist: a make-up that names it waits", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-08", "09-10")
		c.decided(iep.OwedNo, "09-08", "09-09")
		c.makeup("m1", "09-12", 30, named("09-08"))
	}, "09-12", "09-10:a 30 yes open 30; left m1 30 waiting"},

	{"minutes above what is open are banked where the policy says so, and pay what comes", func(c *corner) {
		c.policy.OverDelivery = policy.Bank
		c.makeup("m1", "09-04", 70)
		c.missed(iep.ProviderAbsent, "09-08")
		c.missed(iep.StudentAbsent, "09-10")
	}, "09-12", "09-08:a 30 yes open 0 by bank on 09-08 30; 09-10:a 30 ask open 30; bank 40"},

	{"the bank pays what was asked about on the day the team says yes", func(c *corner) {
		c.policy.OverDelivery = policy.Bank
		c.makeup("m1", "09-04", 70)
		c.missed(iep.StudentAbsent, "09-10")
		c.decided(iep.OwedYes, "09-10", "09-20")
	}, "09-20", "09-10:a 30 yes open 0 by bank on 09-20 30; bank 40"},

	{"what waited pays before the bank", func(c *corner) {
		c.policy.OverDelivery = policy.Bank
		c.makeup("m1", "09-03", 70)
		c.makeup("m2", "09-04", 20, named("09-08"))
		c.missed(iep.ProviderAbsent, "09-08")
	}, "09-08", "09-08:a 30 yes open 0 by m2 on 09-04 20 by bank on 09-08 10; bank 60"},

	{"without a bank a long session pays nothing", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-03")
		c.row("r1", "09-08", iep.Session{Minutes: new(50)})
	}, "09-08", "09-03:a 30 yes open 30"},

	{"with one it pays the oldest", func(c *corner) {
		c.policy.OverDelivery = policy.Bank
		c.missed(iep.ProviderAbsent, "09-03")
		c.row("r1", "09-08", iep.Session{Minutes: new(70)})
	}, "09-08", "09-03:a 30 yes open 0 by r1 on 09-08 30; bank 10"},

	{"an extra session is no make-up", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-03")
		c.extra("x1", "09-09", 30)
	}, "09-09", "09-03:a 30 yes open 30; left x1 30 not_a_makeup"},

	{"with a bank it pays the oldest", func(c *corner) {
		c.policy.OverDelivery = policy.Bank
		c.missed(iep.ProviderAbsent, "09-03")
		c.extra("x1", "09-09", 40)
	}, "09-09", "09-03:a 30 yes open 0 by x1 on 09-09 30; bank 10"},

	{"an unsure row is read as no row", func(c *corner) {
		c.row("r1", "09-08", iep.Session{Status: iep.Unsure, Reason: iep.ProviderAbsent, Minutes: new(10)})
		c.row("m1", "09-09", iep.Session{Kind: iep.Makeup, Status: iep.Unsure, Minutes: new(30)})
	}, "09-12", ""},

	{"tomorrow's row is not known", func(c *corner) {
		c.missed(iep.ProviderAbsent, "09-08", "09-10")
		c.makeup("m1", "09-10", 30)
	}, "09-09", "09-08:a 30 yes open 30"},

	{"a therapist's absence logged on a holiday stays a debt", func(c *corner) {
		c.closed(calendar.Holiday, "09-08", "09-08")
		c.missed(iep.ProviderAbsent, "09-08")
	}, "09-12", "09-08:a 30 yes open 30"},
}

func TestCornersOfDebts(t *testing.T) {
	for _, corner := range cornersOfDebts {
		c := newCorner()
		corner.tell(c)
		if got := debts(c.at(t, corner.asOf)); got != corner.want {
			t.Errorf("%s, as of %s:\ngot  %s\nwant %s", corner.name, corner.asOf, got, corner.want)
		}
	}
}
