package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
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

// promises tells the promise of each period: `09-07 60, 09-14 30`.
func promises(s *ledger.Series, until string) string {
	var lines []string
	for i := range s.Periods {
		if p := &s.Periods[i]; p.Span.First <= on2026(until) {
			lines = append(lines, fmt.Sprintf("%s %d", p.Span.First, p.Required))
		}
	}
	return strings.ReplaceAll(strings.Join(lines, ", "), "2026-", "")
}

var cornersOfPromises = []struct {
	name  string
	tell  func(c *corner)
	until string
	want  string
}{
	{"two sessions a week", func(*corner) {}, "09-14", "09-01 60, 09-07 60, 09-14 60"},
	{"a holiday takes its session out of the week", func(c *corner) { c.closed(calendar.Holiday, "09-08", "09-08") }, "09-14", "09-01 60, 09-07 30, 09-14 60"},
	{"a holiday on a day without a session takes nothing", func(c *corner) { c.closed(calendar.Holiday, "09-07", "09-07") }, "09-07", "09-01 60, 09-07 60"},
	{"snow takes nothing", func(c *corner) { c.closed(calendar.Weather, "09-08", "09-08") }, "09-07", "09-01 60, 09-07 60"},
	{"where holidays are made up they stay promised", func(c *corner) {
		c.closed(calendar.Holiday, "09-08", "09-08")
		c.answers(iep.SchoolClosedScheduled, policy.Yes)
	}, "09-07", "09-01 60, 09-07 60"},
	{"a session logged on a holiday stays promised", func(c *corner) {
		c.closed(calendar.Holiday, "09-08", "09-08")
		c.missed(iep.ProviderAbsent, "09-08")
	}, "09-07", "09-01 60, 09-07 60"},
	{"a whole week of holidays promises nothing", func(c *corner) { c.closed(calendar.Break, "09-07", "09-11") }, "09-14", "09-01 60, 09-07 0, 09-14 60"},
	{"half a minute is rounded up", func(c *corner) {
		c.minutes(45, iep.Week)
		c.service.Start = on2026("09-10")
	}, "09-14", "09-10 23, 09-14 45"},
	{"the week in which the schedule begins is seen whole", func(c *corner) {
		c.service.Start, c.service.Schedules[0].From = on2026("09-10"), on2026("09-10")
	}, "09-14", "09-10 30, 09-14 60"},
	{"a schedule's UNTIL does not end the promise", func(c *corner) {
		c.service.Schedules[0].Rule += ";UNTIL=20260909"
		c.closed(calendar.Holiday, "09-14", "09-14")
	}, "09-14", "09-01 60, 09-07 60, 09-14 60"},
	{"a schedule that has ended leaves it to the school days", func(c *corner) {
		c.service.Schedules[0].To = on2026("09-10")
		c.closed(calendar.Holiday, "09-14", "09-14")
	}, "09-21", "09-01 60, 09-07 60, 09-14 48, 09-21 60"},
	{"a fortnight is two weeks from the Monday on which the service began", func(c *corner) {
		c.service.Start, c.service.Requirement.EveryPeriods = on2026("09-09"), new(2)
	}, "09-21", "09-09 45, 09-21 60"},
	{"a whole month promises its amount, holidays or not", func(c *corner) {
		c.minutes(120, iep.Month)
		c.closed(calendar.Holiday, "10-12", "10-12")
		c.closed(calendar.Break, "10-26", "10-30")
	}, "10-01", "09-01 120, 10-01 120"},
	{"a part of a month promises its share of school days: 12 of 22", func(c *corner) {
		c.minutes(120, iep.Month)
		c.service.Start = on2026("09-15")
	}, "10-01", "09-15 65, 10-01 120"},
	{"sessions in whole sessions: 2 of 4", func(c *corner) {
		c.service.Requirement = &iep.Requirement{Unit: iep.Sessions, Amount: 4, MinutesPerSession: new(30), Period: iep.Month}
		c.service.Start = on2026("09-15")
	}, "10-01", "09-15 60, 10-01 120"},
	{"or the whole, where the policy says so", func(c *corner) {
		c.minutes(120, iep.Month)
		c.service.Start, c.policy.PartialPeriod = on2026("09-15"), policy.Full
	}, "10-01", "09-15 120, 10-01 120"},
}

func TestCornersOfPromises(t *testing.T) {
	for _, corner := range cornersOfPromises {
		c := newCorner()
		corner.tell(c)
		if got := promises(c.at(t, "12-31"), corner.until); got != corner.want {
			t.Errorf("%s:\ngot  %s\nwant %s", corner.name, got, corner.want)
		}
	}
}

func TestCornersOfDeadlines(t *testing.T) {
	for _, corner := range []struct {
		name           string
		days           int
		asOf, deadline string
		overdue        bool
	}{
		{"ten days, on the tenth", 10, "09-18", "09-18", false},
		{"ten days, on the eleventh", 10, "09-19", "09-18", true},
		{"no longer than the school year", 200, "12-18", "12-18", false},
		{"and then it is over", 200, "12-19", "12-18", true},
		{"at once", 0, "09-08", "09-08", false},
	} {
		c := newCorner()
		c.policy.Deadline.Days = &corner.days
		c.missed(iep.ProviderAbsent, "09-08")
		if o := c.at(t, corner.asOf).Obligations[0]; o.Deadline != on2026(corner.deadline) || o.Overdue != corner.overdue {
			t.Errorf("%s: by %s, overdue %v", corner.name, o.Deadline, o.Overdue)
		}
	}
}

func TestAPaidDebtOrOneAskedAboutIsNeverOverdue(t *testing.T) {
	c := newCorner()
	c.missed(iep.ProviderAbsent, "09-08")
	c.missed(iep.StudentAbsent, "09-10")
	c.makeup("m1", "12-01", 30)
	for _, o := range c.at(t, "12-19").Obligations {
		if o.Overdue || o.Deadline != on2026("12-18") {
			t.Errorf("%s, by %s, is overdue", o.ID, o.Deadline)
		}
	}
}

func TestCornersOfTheSummer(t *testing.T) {
	for _, corner := range []struct {
		name  string
		tell  func(c *corner)
		asOf  string
		want  string
		carry int
	}{
		{"up to what is reserved", func(c *corner) { c.reserved("w1", "12-21", "12-31", 40) }, "12-20", "w1 40: 09-08:a 30, 09-10:a 10", 40},
		{"less what was given there", func(c *corner) {
			c.reserved("w1", "12-21", "12-31", 40)
			c.makeup("m1", "12-22", 25)
		}, "12-22", "w1 15: 09-08:a 5, 09-10:a 10", 15},
		{"never below nothing", func(c *corner) {
			c.reserved("w1", "12-21", "12-31", 20)
			c.makeup("m1", "12-22", 25)
		}, "12-22", "w1 0: ", 0},
		{"extra sessions use none of it", func(c *corner) {
			c.reserved("w1", "12-21", "12-31", 20)
			c.extra("x1", "12-22", 25)
		}, "12-22", "w1 20: 09-08:a 20", 20},
		{"on its last day", func(c *corner) { c.reserved("w1", "12-21", "12-31", 40) }, "12-31", "w1 40: 09-08:a 30, 09-10:a 10", 40},
		{"not after it", func(c *corner) { c.reserved("w1", "12-21", "12-31", 40) }, "2027-01-01", "w1 0: ", 0},
		{"two windows, the earlier first, share what is open", func(c *corner) {
			c.reserved("w2", "12-28", "12-31", 100)
			c.reserved("w1", "12-21", "12-24", 40)
		}, "12-20", "w1 40: 09-08:a 30, 09-10:a 10; w2 100: 09-10:a 20", 60},
		{"what is asked about is not carried", func(c *corner) {
			c.reserved("w1", "12-21", "12-31", 100)
			c.missed(iep.StudentAbsent, "09-15")
		}, "12-20", "w1 100: 09-08:a 30, 09-10:a 30", 60},
	} {
		c := newCorner()
		c.missed(iep.ProviderAbsent, "09-08", "09-10")
		corner.tell(c)
		s := c.at(t, corner.asOf)
		if got := summers(s); got != corner.want || s.Summary.Carried != corner.carry || s.Summary.Remainder != s.Summary.OpenOwed-corner.carry {
			t.Errorf("%s:\ngot  %s, %d carried\nwant %s, %d", corner.name, got, s.Summary.Carried, corner.want, corner.carry)
		}
	}
}

// summers tells what each window can take and takes.
func summers(s *ledger.Series) string {
	var windows []string
	for _, w := range s.Summer {
		var plan []string
		for _, c := range w.Plan {
			plan = append(plan, fmt.Sprintf("%s %d", strings.TrimPrefix(c.ObligationID, "sp:2026-"), c.Minutes))
		}
		windows = append(windows, fmt.Sprintf("%s %d: %s", w.ESY.ID, w.CapacityLeft, strings.Join(plan, ", ")))
	}
	return strings.Join(windows, "; ")
}
