package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// A corner is the family of the corner tests: speech on Tuesday and Thursday,
// 2 sessions of 30 minutes a week, from Tuesday 1 September to Friday 18
// December 2026, school Monday to Friday. Days are written 09-08; with no year
// they are of 2026. In September they fall so:
//
//	MO TU WE TH FR
//	    1  2  3  4
//	 7  8  9 10 11
//	14 15 16 17 18
//	21 22 23 24 25
//	28 29 30
type corner struct {
	record  record.Record
	year    *calendar.SchoolYear
	policy  *policy.Policy
	plan    *iep.Plan
	service *iep.Service
}

func newCorner() *corner {
	c := &corner{}
	c.record = record.Record{
		Children:  []iep.Child{{ID: "mia", Name: "Mia"}},
		Calendars: []calendar.SchoolYear{{ID: "y", First: on2026("09-01"), Last: on2026("12-18"), Weekdays: day.MondayToFriday}},
		Policies:  []policy.Policy{{ID: "p", Owed: map[iep.Reason]policy.Answer{}}},
		Plans:     []iep.Plan{{ID: "plan", ChildID: "mia", Kind: iep.IEP, CalendarIDs: []string{"y"}, PolicyID: "p"}},
	}
	c.year, c.policy, c.plan = &c.record.Calendars[0], &c.record.Policies[0], &c.record.Plans[0]
	c.plan.Services = []iep.Service{{
		ID: "sp", Start: c.year.First, End: c.year.Last,
		Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 2, MinutesPerSession: new(30), Period: iep.Week},
		Schedules:   []iep.Schedule{{ID: "a", Rule: "FREQ=WEEKLY;BYDAY=TU,TH", From: c.year.First, StartTime: day.At(9, 0), Minutes: 30}},
	}}
	c.service = &c.plan.Services[0]
	return c
}

func on2026(date string) day.Day {
	if len(date) == len("01-02") {
		date = "2026-" + date
	}
	return day.MustParse(date)
}

func (c *corner) closed(kind calendar.ClosureKind, first, last string) {
	c.year.Closures = append(c.year.Closures, calendar.Closure{Kind: kind, Span: day.Span{First: on2026(first), Last: on2026(last)}})
}

func (c *corner) minutes(amount int, period iep.Period) {
	c.service.Requirement = &iep.Requirement{Unit: iep.Minutes, Amount: amount, Period: period}
}

// row adds a row of the log; without a status it is delivered, without a
// service it is the first one's.
func (c *corner) row(id, date string, row iep.Session) {
	row.ID, row.Date = id, on2026(date)
	if row.ServiceID == "" {
		row.ServiceID = c.service.ID
	}
	if row.Kind == "" {
		row.Kind = iep.Regular
	}
	if row.Status == "" {
		row.Status = iep.Delivered
	}
	c.record.Sessions = append(c.record.Sessions, row)
}

func (c *corner) missed(reason iep.Reason, dates ...string) {
	for _, date := range dates {
		c.row("r"+date, date, iep.Session{Status: iep.Missed, Reason: reason})
	}
}

func (c *corner) given(dates ...string) {
	for _, date := range dates {
		c.row("r"+date, date, iep.Session{})
	}
}

func (c *corner) makeup(id, date string, minutes int, named ...string) {
	c.row(id, date, iep.Session{Kind: iep.Makeup, Minutes: &minutes, MakeupFor: named})
}

func (c *corner) extra(id, date string, minutes int) {
	c.row(id, date, iep.Session{Kind: iep.Extra, Minutes: &minutes})
}

func (c *corner) decided(owed iep.Owed, date, decidedOn string) *iep.Decision {
	c.record.Decisions = append(c.record.Decisions, iep.Decision{
		ID: fmt.Sprintf("d%d", len(c.record.Decisions)), ServiceID: c.service.ID, Date: on2026(date), Owed: owed, DecidedOn: on2026(decidedOn),
	})
	return &c.record.Decisions[len(c.record.Decisions)-1]
}

func (c *corner) answers(reason iep.Reason, answer policy.Answer) { c.policy.Owed[reason] = answer }

func (c *corner) reserved(id, first, last string, minutes int) {
	c.record.ESY = append(c.record.ESY, calendar.ESYWindow{
		ID: id, ChildID: "mia", Span: day.Span{First: on2026(first), Last: on2026(last)}, Capacity: map[string]int{"sp": minutes},
	})
}

// amended ends the first version on a day and begins a second the day after.
func (c *corner) amended(date string) *iep.Service {
	second := *c.service
	second.ID, second.SeriesID, second.Start = "sp2", "sp", on2026(date)+1
	c.service.End = on2026(date)
	c.plan.Services = append(c.plan.Services, second)
	c.service = &c.plan.Services[0]
	return &c.plan.Services[1]
}

func (c *corner) at(t *testing.T, asOf string) *ledger.Series {
	t.Helper()
	if err := record.Check(&c.record); err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Compute(&c.record, on2026(asOf))
	if err != nil {
		t.Fatal(err)
	}
	return l.Series[0]
}

// debts tells what is owed and what became of the minutes given beside the
// slots: `09-08:a 30 yes open 10 by m1 on 09-12 20; left x1 30 not_a_makeup`.
func debts(s *ledger.Series) string {
	var lines []string
	for _, o := range s.Obligations {
		line := fmt.Sprintf("%s %d %s open %d", strings.TrimPrefix(o.ID, s.ID+":"), o.Minutes, o.Answer(), o.Open)
		for _, p := range o.Paid {
			line += fmt.Sprintf(" by %s on %s %d", p.SessionID, p.Date, p.Minutes)
		}
		lines = append(lines, line)
	}
	for _, p := range s.Unapplied {
		lines = append(lines, fmt.Sprintf("left %s %d %s", p.SessionID, p.Minutes, p.Why))
	}
	if s.Summary.Banked > 0 {
		lines = append(lines, fmt.Sprintf("bank %d", s.Summary.Banked))
	}
	return strings.ReplaceAll(strings.Join(lines, "; "), "2026-", "")
}

// named is the id of the obligation of a day's slot.
func named(date string) string { return "sp:2026-" + date + ":a" }
