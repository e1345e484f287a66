package deadline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

func noSchool(Event) calendar.School { return nil }

func event(kind, on, child, subject string) Event {
	e := Event{Kind: kind, ChildID: child, Subject: subject, PlanKind: iep.IEP, State: "OH"}
	if on != "" {
		e.On = day.MustParse(on)
	}
	return e
}

func lines(list []Deadline) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s %s %s/%s raw %s left %d passed %t\n",
			either(d.Due), d.Rule.ID, d.Event.ChildID, d.Event.Subject, either(d.Raw), d.Left, d.Passed)
	}
	return b.String()
}

// Sam's records were asked for in February, consent for an evaluation arrived
// in January, and speech was missed on 11 March of the year before. Ben's
// requests have the same days. One consent has no day yet.
func TestFor(t *testing.T) {
	events := []Event{
		event("consent_received", "", "sam", "r9"),
		event("session_missed", "2026-03-11", "sam", "s1"),
		event("records_requested", "2027-02-02", "sam", "r2"),
		event("records_requested", "2027-02-02", "ben", "r3"),
		event("records_requested", "2027-02-02", "sam", "r1"),
		event("consent_received", "2027-01-11", "sam", "r4"),
		event("iep_reviewed", "2026-05-05", "sam", "m1"),
	}
	want := `2027-03-11 state_complaint_lookback sam/s1 raw 2027-03-11 left -1 passed true
2027-03-12 evaluation sam/r4 raw 2027-03-12 left 0 passed false
2027-03-19 records_access ben/r3 raw 2027-03-19 left 7 passed false
2027-03-19 records_access sam/r1 raw 2027-03-19 left 7 passed false
2027-03-19 records_access sam/r2 raw 2027-03-19 left 7 passed false
2028-03-13 due_process_limit sam/s1 raw 2028-03-11 left 365 passed false
 evaluation sam/r9 raw  left 0 passed false
`
	asOf := day.MustParse("2027-03-12")
	if got := lines(For(events, noSchool, asOf)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	slices.Reverse(events)
	if got := lines(For(events, noSchool, asOf)); got != want {
		t.Errorf("events in another order: got\n%swant\n%s", got, want)
	}
}

// 13 March 2027 is a Saturday: the raw day, the one to rely on, is over on
// Sunday, though the open day beside it is Monday.
func TestPassedAndLeft(t *testing.T) {
	events := []Event{event("found_eligible", "2027-02-11", "sam", "e1")}
	tests := []struct {
		asOf   string
		left   int
		passed bool
	}{
		{"2027-03-01", 12, false},
		{"2027-03-13", 0, false},
		{"2027-03-14", -1, true},
		{"2027-03-15", -2, true},
		{"2027-03-16", -3, true},
	}
	for _, tt := range tests {
		d := For(events, noSchool, day.MustParse(tt.asOf))[0]
		if d.Left != tt.left || d.Passed != tt.passed {
			t.Errorf("on %s: left %d passed %t, want %d and %t", tt.asOf, d.Left, d.Passed, tt.left, tt.passed)
		}
	}
}

// While the latest day is not known, nothing has passed.
func TestUnknownEndNeverPasses(t *testing.T) {
	r := rule(5, School)
	e := event("", "2026-11-18", "sam", "r1")
	d := seen(r, e, r.Count(e.On, nil, nil), day.MustParse("2027-06-01"))
	if d.Passed || d.Left != -188 || !d.Ask {
		t.Errorf("passed %t, left %d, ask %t", d.Passed, d.Left, d.Ask)
	}
}

// A 504 plan quotes no rule of IDEA, and a rule from memory is not shown.
func TestForQuotesOnlyItsOwnLaw(t *testing.T) {
	for _, kind := range []iep.PlanKind{iep.IEP, iep.Plan504, iep.Private} {
		for _, r := range Rules() {
			e := Event{Kind: r.Event, On: day.Of(2027, 3, 1), PlanKind: kind}
			for _, d := range For([]Event{e}, noSchool, e.On) {
				if !d.Rule.Shown() || !slices.Contains(d.Rule.PlanKinds, kind) {
					t.Errorf("%s plan: %s", kind, d.Rule.ID)
				}
			}
		}
	}
}
