package deadline

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// A meeting on eligibility begins a count on its day, not while it lies ahead;
// the day on which the time to settle is over may be known before.
func TestAMeetingAheadHasFoundNobodyEligible(t *testing.T) {
	on := day.MustParse("2026-10-01")
	r := &record.Record{
		Children: []iep.Child{{ID: "mia", Name: "Mia"}},
		Meetings: []iep.Meeting{
			{ID: "m1", ChildID: "mia", Kind: "eligibility", Date: on},
			{ID: "m2", ChildID: "mia", Kind: "resolution_end", Date: on},
		},
	}
	for asOf, want := range map[day.Day]int{on - 1: 1, on: 2} {
		if got := Events(r, &ledger.Ledger{AsOf: asOf}); len(got) != want {
			t.Errorf("on %s there are %d events, want %d: %+v", asOf, len(got), want, got)
		}
	}
}

// A kind of request that no rule knows begins nothing.
func TestBegins(t *testing.T) {
	for kind, want := range map[string]string{"records": "records_requested", "plan_504": "", "": ""} {
		if got := Begins(kind); got != want {
			t.Errorf("%q begins %q, want %q", kind, got, want)
		}
	}
}
