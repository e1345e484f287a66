package ledger_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// What the school says is a claim, and changes no number.
func TestAClaimChangesNoNumber(t *testing.T) {
	always(t, func(v view) {
		with := textOf(v.compute(v.record, v.asOf))
		bare := coretest.Copy(v.record)
		for i := range bare.Plans {
			bare.Plans[i].Claims = nil
		}
		if without := textOf(v.compute(bare, v.asOf)); with != without {
			v.Fatalf("with claims:\n%s\nwithout:\n%s", with, without)
		}
	})
}

// Without a claim there is nothing to picture; and no claim that holds makes a
// session expected or a minute promised.
func TestIfClaimsHeldNothingIsAdded(t *testing.T) {
	everySeries(t, func(v view) {
		l, err := ledger.IfClaimsHeld(v.record, v.asOf)
		if err != nil {
			v.Fatal(err)
		}
		held := l.Find(v.ID, v.ChildID)
		v.want("slots", len(v.Slots), len(held.Slots))
		v.no(held.Summary.ExpectedSessions > v.Summary.ExpectedSessions, "more sessions are expected")
		claims := 0
		for i := range v.record.Plans {
			claims += len(v.record.Plans[i].Claims)
		}
		v.no(claims == 0 && textOfSeries(held) != textOfSeries(v.Series), "no claim, and another answer")
	})
}

// testing2027 is a family with speech on Tuesday and Thursday, of which the school
// says that it pauses for two weeks of testing; therapy is on Wednesday.
func testing2027() *record.Record {
	on := day.MustParse
	span := day.Span{First: on("2027-03-01"), Last: on("2027-04-30")}
	service := func(id, rule string, amount int) iep.Service {
		return iep.Service{
			ID: id, Start: span.First, End: span.Last,
			Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: amount, Period: iep.Week},
			Schedules:   []iep.Schedule{{ID: "a", Rule: rule, From: span.First, Minutes: 30}},
		}
	}
	return &record.Record{
		Children: []iep.Child{{ID: "Maya"}},
		Calendars: []calendar.SchoolYear{{
			ID: "y", First: on("2026-08-26"), Last: on("2027-06-11"), Weekdays: day.MondayToFriday,
			Closures: []calendar.Closure{{Span: day.Span{First: on("2027-03-18"), Last: on("2027-03-18")}, Kind: calendar.Holiday}},
		}},
		Plans: []iep.Plan{{
			ID: "plan", ChildID: "Maya", Kind: iep.IEP, CalendarIDs: []string{"y"},
			Services: []iep.Service{service("speech", "FREQ=WEEKLY;BYDAY=TU,TH", 2), service("ot", "FREQ=WEEKLY;BYDAY=WE", 1)},
			Claims: []iep.Claim{
				{ID: "tests", SeriesID: "speech", Span: day.Span{First: on("2027-03-08"), Last: on("2027-03-19")}},
				{ID: "last", Span: day.Span{First: on("2027-04-28"), Last: on("2027-06-11")}},
			},
		}},
		Sessions: []iep.Session{
			{ID: "1", ServiceID: "speech", Date: on("2027-03-09"), Kind: iep.Regular, Status: iep.Missed, Reason: iep.Testing},
			{ID: "2", ServiceID: "speech", Date: on("2027-03-11"), Kind: iep.Regular, Status: iep.Missed, Reason: iep.Testing},
			{ID: "3", ServiceID: "speech", Date: on("2027-03-16"), Kind: iep.Regular, Status: iep.Partial, Minutes: new(20), Reason: iep.Testing},
			{ID: "4", ServiceID: "ot", Date: on("2027-03-10"), Kind: iep.Regular, Status: iep.Missed, Reason: iep.Testing},
		},
	}
}

// Two weeks of testing have four planned days, of which one is a holiday: 3
// sessions of 30 minutes. Two were missed and one was short by 10. Wednesday's
// therapy is not in that claim, but in the one on the last weeks, which speaks
// of every service: one Wednesday (4/28) and one Thursday (4/29).
func TestAClaimCostsWhatItsDaysHold(t *testing.T) {
	r := testing2027()
	l, err := ledger.Compute(r, day.MustParse("2027-03-20"))
	if err != nil {
		t.Fatal(err)
	}
	plan := &r.Plans[0]
	tests := ledger.ClaimCost{Sessions: 3, Minutes: 90, Given: 20, Missed: 70}
	if got := l.Claim(plan, &plan.Claims[0]); got != tests {
		t.Errorf("tests: %+v, want %+v", got, tests)
	}
	if got, want := l.Claim(plan, &plan.Claims[1]), (ledger.ClaimCost{Sessions: 2, Minutes: 60}); got != want {
		t.Errorf("last weeks: %+v, want %+v", got, want)
	}
	if got := l.Claim(&iep.Plan{ID: "other"}, &plan.Claims[1]); got != (ledger.ClaimCost{}) {
		t.Errorf("of another plan: %+v", got)
	}
	if got := l.Claim(plan, &iep.Claim{SeriesID: "gone", Span: plan.Claims[0].Span}); got != (ledger.ClaimCost{}) {
		t.Errorf("of a series that is not there: %+v", got)
	}
}

// To make up are 70 minutes of speech. If the claims held, the two sessions
// missed would be none; the one that was given in part stays as it was
// written. The weeks of 3/8 and 3/15 promised 60 and 30, and without school
// nothing; the last one promised 60, and without 4/29 30.
func TestIfClaimsHeldTheirSessionsAreNotPlanned(t *testing.T) {
	r := testing2027()
	asOf := day.MustParse("2027-03-20")
	l, err := ledger.Compute(r, asOf)
	if err != nil {
		t.Fatal(err)
	}
	held, err := ledger.IfClaimsHeld(r, asOf)
	if err != nil {
		t.Fatal(err)
	}
	was, is := l.Find("speech", ""), held.Find("speech", "")
	if was.Summary.OpenOwed != 70 || is.Summary.OpenOwed != 10 {
		t.Errorf("to make up %d, if held %d; want 70 and 10", was.Summary.OpenOwed, is.Summary.OpenOwed)
	}
	if less := was.Summary.Required - is.Summary.Required; less != 60+30+30 {
		t.Errorf("promised %d less, want 120", less)
	}
	if less := was.Summary.ExpectedSessions - is.Summary.ExpectedSessions; less != 4 {
		t.Errorf("%d sessions fewer, want 4", less)
	}
	ot := held.Find("ot", "")
	if ot.Summary.OpenOwed != 30 || ot.Slots[1].Verdict.Answer != policy.Yes {
		t.Errorf("therapy, which was not claimed on 3/10: %+v", ot.Summary)
	}
	if len(r.Sessions) != 4 || len(r.Calendars[0].Closures) != 1 {
		t.Error("the record was changed")
	}
}

// A claim is no closure: a cycle counts its days all the same.
func TestACycleCountsTheDaysOfAClaim(t *testing.T) {
	r := testing2027()
	speech := &r.Plans[0].Services[0].Schedules[0]
	speech.Rule = ""
	speech.Cycle = &iep.Cycle{Length: 2, Days: []int{1}, First: day.MustParse("2027-03-01"), Closed: iep.Slide}
	held, err := ledger.IfClaimsHeld(r, day.MustParse("2027-03-20"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Compute(r, day.MustParse("2027-03-20"))
	if err != nil {
		t.Fatal(err)
	}
	was, is := l.Find("speech", "").Slots, held.Find("speech", "").Slots
	for i := range was {
		if was[i].Date != is[i].Date {
			t.Fatalf("%s became %s", was[i].Date, is[i].Date)
		}
	}
}
