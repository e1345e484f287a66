package ledger

import (
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// answers are a policy's, each looked up once: a family's log has a handful of
// reasons, asked about thousands of times.
type answers struct {
	policy *policy.Policy
	known  []answered
}

type answered struct {
	reason  iep.Reason
	verdict *policy.Verdict
}

func (a *answers) to(reason iep.Reason) *policy.Verdict {
	for i := range a.known {
		if a.known[i].reason == reason {
			return a.known[i].verdict
		}
	}
	verdict := a.policy.Answer(reason)
	a.known = append(a.known, answered{reason, &verdict})
	return &verdict
}

// closuresLower says whether the policy answers no to printed closures: then a
// closed slot is not promised rather than missed.
func (v *Version) closuresLower() bool {
	return v.answers.to(iep.SchoolClosedScheduled).Answer == policy.No
}
