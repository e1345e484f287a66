package ledger_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// Of 32 sessions from Sep 1 to Dec 17 the holiday takes Sep 8 and 10. The
// amendment begins on Oct 1: nine sessions lie before it, 23 after. What came of
// a session changes nothing, and a service of another series has no outlook here.
func TestTheOutlookOfEachVersion(t *testing.T) {
	c := newCorner()
	c.closed(calendar.Holiday, "09-08", "09-10")
	c.missed(iep.ProviderAbsent, "09-03")
	next := c.amended("09-30")
	s := c.at(t, "09-14")
	for id, want := range map[string]ledger.Outlook{
		"sp":    {Promised: 210, Sessions: 7, Minutes: 210, Lost: 2, First: on2026("09-01"), Last: on2026("09-29")},
		next.ID: {Promised: 690, Sessions: 23, Minutes: 690, First: on2026("10-01"), Last: on2026("12-17")},
		"ot":    {},
	} {
		if got := s.Outlook(id); got != want {
			t.Errorf("%s: %+v, want %+v", id, got, want)
		}
	}
}

// A plan that names no amount promises no minutes; where every day is closed
// there is no first session.
func TestAnOutlookWithoutAPromise(t *testing.T) {
	c := newCorner()
	c.service.Requirement = nil
	c.closed(calendar.Holiday, "09-01", "12-18")
	if got, want := c.at(t, "09-14").Outlook("sp"), (ledger.Outlook{Lost: 32}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
