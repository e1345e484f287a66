package policy_test

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

func TestAPolicyGoesOnFromPhaseToPhase(t *testing.T) {
	first, second := day.MustParse("2025-01-06"), day.MustParse("2025-03-03")
	p := &policy.Policy{
		Pack: "tx-hcde", Owed: map[iep.Reason]policy.Answer{iep.Testing: policy.No, iep.StudentVacation: policy.Yes}, Basis: policy.ByPeriod,
		Changes: []policy.Change{
			{From: first, Owed: map[iep.Reason]policy.Answer{iep.Testing: policy.Yes}},
			{From: second, Pack: "default-conservative", Deadline: &policy.Deadline{Days: new(30)}},
		},
	}
	phases := p.Phases()
	if len(phases) != 3 || phases[0].From != day.None || phases[1].From != first || phases[2].From != second {
		t.Fatalf("%+v", phases)
	}
	for i, want := range []policy.Answer{policy.No, policy.Yes, policy.Yes} {
		phase := phases[i].Policy
		if got := phase.Answer(iep.Testing).Answer; got != want {
			t.Errorf("phase %d answers %s to testing, want %s", i, got, want)
		}
		if phase.Answer(iep.StudentVacation).Answer != policy.Yes || phase.Basis != policy.ByPeriod || phase.Changes != nil {
			t.Errorf("phase %d lost what did not change: %+v", i, phase)
		}
	}
	if phases[1].Policy.Pack != "tx-hcde" || phases[1].Policy.Deadline.Days != nil || phases[2].Policy.Pack != "default-conservative" || *phases[2].Policy.Deadline.Days != 30 {
		t.Error("a change took place at the wrong time")
	}
	if p.Owed[iep.Testing] != policy.No {
		t.Error("the policy itself was changed")
	}
	if plain := (&policy.Policy{}).Phases(); len(plain) != 1 {
		t.Errorf("a policy that never changed has %d phases", len(plain))
	}
}
