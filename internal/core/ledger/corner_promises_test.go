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
