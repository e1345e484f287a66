package ledger_test

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// The families drawn reach every corner that the rules above speak of, or the
// rules would prove nothing.
func TestTheFamiliesDrawnReachEveryCorner(t *testing.T) {
	seen := map[string]int{}
	records := coretest.Records()
	for seed := range 600 {
		r := records.Example(seed)
		l, err := ledger.Compute(r, r.Calendars[0].First+day.Day(seed%90))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range l.Series {
			reach(s, seen)
		}
	}
	for _, corner := range strings.Split("paid,paid from the bank,waiting,set free,not a make-up,nothing open,banked,extra in a period,"+
		"period short,period excused,period undecided,period owed,not scheduled,carried,overdue,decided yes,decided no,"+
		"week without school,row on a closed day,row without a slot,unrecorded,surplus,asked", ",") {
		if seen[corner] < 3 {
			t.Errorf("%s: %d times in 600 families", corner, seen[corner])
		}
	}
}

func reach(s *ledger.Series, seen map[string]int) {
	count := func(what string, is bool) {
		if is {
			seen[what]++
		}
	}
	for _, o := range s.Obligations {
		count("overdue", o.Overdue)
		count("asked", o.Answer() == policy.Ask)
		count("not scheduled", o.Reason == iep.NotScheduled)
		count("paid", len(o.Paid) > 0)
		count("paid from the bank", slices.ContainsFunc(o.Paid, func(p ledger.Payment) bool { return p.SessionID == ledger.FromBank }))
	}
	why := map[ledger.Why]string{ledger.Waiting: "waiting", ledger.SetFree: "set free", ledger.NotAMakeup: "not a make-up", ledger.NothingOpen: "nothing open"}
	for _, p := range s.Unapplied {
		count(why[p.Why], true)
	}
	for i := range s.Periods {
		p := &s.Periods[i]
		count("extra in a period", p.Extra > 0)
		count("period short", p.Shortfall > 0)
		count("period excused", p.Excused > 0)
		count("period undecided", p.Undecided > 0)
		count("period owed", p.Owed > 0)
	}
	for i := range s.Slots {
		slot := &s.Slots[i]
		count("decided yes", slot.Team != nil && slot.Team.Owed == iep.OwedYes)
		count("decided no", slot.Team != nil && slot.Team.Owed == iep.OwedNo)
		count("week without school", slot.Missed > 0 && slot.Verdict.Layer == policy.NoSchool)
		count("unrecorded", slot.State == ledger.Unrecorded)
		count("surplus", slot.Surplus() > 0)
	}
	for _, w := range s.Warnings {
		count("row on a closed day", w.Code == ledger.RowOnClosedDay)
		count("row without a slot", w.Code == ledger.RowWithoutSlot)
	}
	count("carried", s.Summary.Carried > 0)
	count("banked", s.Summary.Banked > 0)
}
