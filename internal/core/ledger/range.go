package ledger

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
)

// A Range is a series at its two ends: as if every session that nobody has
// filled in, those marked not sure among them, had been given in full, and as
// if it had been missed and nobody knew why. What is known stays as it is. Both
// are whole ledgers, computed as if rows of the log said so; under the second
// the policy answers to a reason that is not written down.
//
// Whichever of these sessions turn out given and the others missed, the sums
// lie between the ends, but for two cases: a make-up that names such a session,
// or its period, waits for it; and in a period judged as a whole a session may
// be planned longer than it counts. A reason written down later may have
// another answer, and move minutes from one sum to another.
type Range struct {
	Unknown             int // sessions not filled in; where there are none, both ends are the series
	AllGiven, AllMissed *Series
}

// Range is the series at its two ends.
func (s *Series) Range() Range {
	r := Range{s.Summary.UnrecordedSessions, s, s}
	if r.Unknown > 0 {
		r.AllGiven, r.AllMissed = s.account.suppose(iep.Delivered), s.account.suppose(iep.Missed)
	}
	return r
}

// Of is the least and the most that a number of the series may come to.
func (r Range) Of(number func(*Series) int) (low, high int) {
	given, missed := number(r.AllGiven), number(r.AllMissed)
	return min(given, missed), max(given, missed)
}

// An opening is how much an account held before it was computed.
type opening struct{ giving, warnings int }

// suppose computes the account once more, with one status for every session
// that is not filled in. The plan of its slots is not worked out again.
func (a *account) suppose(status iep.Status) *Series {
	b := &account{asOf: a.asOf, decided: a.decided, decisions: a.decisions, summers: a.summers, agreed: a.agreed, supposed: status}
	b.ID, b.ChildID, b.Warnings = a.ID, a.ChildID, a.Warnings[:a.opened.warnings:a.opened.warnings]
	renewed := map[*Version]*Version{}
	for _, v := range a.Versions {
		w := *v
		w.phases = renew(v.phases)
		renewed[v] = &w
		b.Versions = append(b.Versions, &w)
	}
	for _, g := range a.giving[:a.opened.giving] {
		g.version = renewed[g.version]
		b.giving = append(b.giving, g)
	}
	b.compute()
	return &b.Series
}

// renew makes answers that remember nothing yet: what they remember is written
// down while computing, and others may be reading a ledger at that time.
func renew(phases []*answers) []*answers {
	fresh := make([]*answers, len(phases))
	for i, a := range phases {
		fresh[i] = &answers{Phase: a.Phase, clause: a.clause}
	}
	return fresh
}

// suppose fills in a slot as a row of the log that names it would.
func (s *Slot) suppose(status iep.Status) {
	s.Session = &iep.Session{
		ServiceID: s.Version.Service.ID, ScheduleID: s.Schedule.ID, Date: s.Date, Kind: iep.Regular, Status: status,
	}
	s.Unsure = nil
	s.settleByRow()
}

// Missed are the minutes not given of sessions on open days, or in the log,
// whatever the answer.
func (s *Series) Missed() int {
	n := 0
	for i := range s.Slots {
		if slot := &s.Slots[i]; slot.Status == calendar.Open || slot.Session != nil {
			n += slot.Missed
		}
	}
	return n
}
