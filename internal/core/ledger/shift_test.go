package ledger_test

import (
	"testing"

	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// Under the same answers no line differs; and where none does, the sums are
// the same.
func TestTheSameAnswersShiftNothing(t *testing.T) {
	everySeries(t, func(v view) {
		v.want("shifts", 0, len(ledger.Shifts(v.Series, v.compute(v.record, v.asOf).Find(v.ID, v.ChildID))))
	})
}

// What differs under other answers is told whole: the minutes of all lines that
// do not shift are the same on both sides.
func TestShiftsTellAllThatDiffers(t *testing.T) {
	always(t, func(v view) {
		other := *v.record
		other.Policies = append([]policy.Policy{}, v.record.Policies...)
		for i := range other.Policies {
			other.Policies[i].Changes = coretest.Changes(v.T, v.record.Calendars[0].First+30)
		}
		would := v.compute(&other, v.asOf)
		for i, s := range v.compute(v.record, v.asOf).Series {
			v.Series = s
			var was, is ledger.Tally
			for _, shift := range ledger.Shifts(s, would.Series[i]) {
				was, is = plus(was, shift.Was), plus(is, shift.Is)
			}
			before, after := tallyOf(s), tallyOf(would.Series[i])
			v.want("to make up", after.Yes-before.Yes, is.Yes-was.Yes)
			v.want("to ask about", after.Ask-before.Ask, is.Ask-was.Ask)
			v.want("for the record", after.No-before.No, is.No-was.No)
		}
	})
}

func tallyOf(s *ledger.Series) (t ledger.Tally) {
	for _, l := range s.Lines() {
		t = plus(t, &l)
	}
	return t
}

func plus(t ledger.Tally, l *ledger.Line) ledger.Tally {
	switch {
	case l == nil:
	case l.Verdict.Answer == policy.Yes:
		t.Yes += l.Minutes
	case l.Verdict.Answer == policy.Ask:
		t.Ask += l.Minutes
	default:
		t.No += l.Minutes
	}
	return t
}

// Three illnesses that were to make up, the first of them made up: to answer no
// from the third day on leaves the first alone, from the first day on it does not.
func TestAShiftReopensWhatWasMadeUp(t *testing.T) {
	r := illness()
	r.Policies[0].Owed = map[iep.Reason]policy.Answer{iep.StudentAbsent: policy.Yes}
	r.Sessions = append(r.Sessions, iep.Session{ID: "m", ServiceID: "sp", Date: day.MustParse("2025-01-16"), Kind: iep.Makeup, Status: iep.Delivered, Minutes: new(20)})
	was := computed(t, r)
	for from, want := range map[string]int{"2025-01-21": 0, "2025-01-08": 0, "2025-01-07": 20} {
		r.Policies[0].Changes = []policy.Change{{From: day.MustParse(from), Owed: map[iep.Reason]policy.Answer{iep.StudentAbsent: policy.No}}}
		reopened := 0
		for _, s := range ledger.Shifts(was, computed(t, r)) {
			reopened += s.Reopened()
		}
		if reopened != want {
			t.Errorf("from %s: %d minutes are opened again, want %d", from, reopened, want)
		}
	}
	if n := len(ledger.Shifts(was, computed(t, illness()))); n != 3 {
		t.Errorf("asked about instead: %d lines differ", n)
	}
}

// Judged by the week: what the team was asked about is to make up instead. The
// question goes, and a line of its own comes.
func TestALineThatGoesAndOneThatComes(t *testing.T) {
	r := illness()
	r.Policies[0].Basis = policy.ByPeriod
	was := computed(t, r)
	r.Policies[0].Owed = map[iep.Reason]policy.Answer{iep.StudentAbsent: policy.Yes}
	var gone, come, other int
	for _, s := range ledger.Shifts(was, computed(t, r)) {
		switch {
		case s.Is == nil:
			gone++
		case s.Was == nil:
			come++
		default:
			other++
		}
	}
	if gone != 2 || come != 2 || other != 3 { // two weeks are over; three sessions explain them
		t.Errorf("%d lines go, %d come, %d change", gone, come, other)
	}
}
