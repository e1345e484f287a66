package ledger_test

import (
	"slices"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// An amendment entered to begin on the last day of the version before it: both
// count on that Tuesday, each under a name of its own, a person is told, and
// the order of the versions in the file is nothing to the answer.
func TestVersionsThatShareADayLoseNothing(t *testing.T) {
	for _, swapped := range []bool{false, true} {
		c := newCorner()
		c.closed(calendar.Weather, "09-08", "09-08")
		c.policy.Owed[iep.SchoolClosedEmergency] = policy.Yes
		before, after := *c.service, *c.service
		before.SeriesID, before.End = "sp", on2026("09-08")
		after.ID, after.SeriesID, after.Start = "sp2", "sp", on2026("09-08")
		after.Schedules = slices.Clone(after.Schedules)
		after.Schedules[0].Minutes = 45
		c.plan.Services = []iep.Service{before, after}
		if swapped {
			slices.Reverse(c.plan.Services)
		}
		s := c.at(t, "09-09")
		if s.Summary.Owed != 75 || len(s.Obligations) != 2 {
			t.Fatalf("swapped %t: %d minutes in %d obligations, want 30 and 45", swapped, s.Summary.Owed, len(s.Obligations))
		}
		if a, b := s.Obligations[0].ID, s.Obligations[1].ID; a != "sp:2026-09-08:a" || b != "sp:2026-09-08:a:sp2" {
			t.Errorf("swapped %t: they are %s and %s", swapped, a, b)
		}
		if len(s.Warnings) != 1 || s.Warnings[0].Code != ledger.VersionsOverlap || s.Warnings[0].Service.ID != "sp2" {
			t.Errorf("swapped %t: told %v", swapped, s.Warnings)
		}
	}
}
