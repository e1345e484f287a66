package ledger

import (
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// answers are a policy's from a day on, with a plan's clause above it. Each is
// looked up once: a family's log has a handful of reasons, asked about thousands
// of times.
type answers struct {
	policy.Phase
	clause *iep.Clause
	known  []answered
}

// phases are the answers of a policy one after the other, under a plan's
// clause.
func phases(p *policy.Policy, clause *iep.Clause) []*answers {
	var list []*answers
	for _, phase := range p.Phases() {
		list = append(list, &answers{Phase: phase, clause: clause})
	}
	return list
}

// on are the answers of a day: what is missed on it is judged by them, whatever
// is agreed later.
func (v *Version) on(d day.Day) *answers {
	phases := v.phases
	for len(phases) > 1 && phases[len(phases)-1].From > d {
		phases = phases[:len(phases)-1]
	}
	return phases[len(phases)-1]
}

type answered struct {
	reason  iep.Reason
	verdict *policy.Verdict
}

// PolicyOn is the policy that answers for a day, its changes up to then taken in.
func (v *Version) PolicyOn(d day.Day) *policy.Policy { return v.on(d).Policy }

func (a *answers) to(reason iep.Reason) *policy.Verdict {
	for i := range a.known {
		if a.known[i].reason == reason {
			return a.known[i].verdict
		}
	}
	verdict := a.Under(a.clause, reason)
	a.known = append(a.known, answered{reason, &verdict})
	return &verdict
}

// closuresLower says whether printed closures of a day are answered no: then a
// closed slot is not promised rather than missed.
func (v *Version) closuresLower(d day.Day) bool {
	return v.on(d).to(iep.SchoolClosedScheduled).Answer == policy.No
}
