package policy

import (
	"maps"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A Change is what a policy answers otherwise from a day on. What was missed
// before that day keeps the answer it had: no settled debt is touched.
type Change struct {
	From     day.Day               `json:"from"`
	Pack     string                `json:"pack,omitzero"`     // absent: as before
	Owed     map[iep.Reason]Answer `json:"owed,omitzero"`     // word by word; the others as before
	Deadline *Deadline             `json:"deadline,omitzero"` // nil: as before
	Note     string                `json:"note,omitzero"`     // who agreed, and where it stands
	Unknown  iep.Unknown           `json:",embed"`
}

// A Phase is the answers of a policy from a day on.
type Phase struct {
	From   day.Day // day.None: from the beginning
	Policy *Policy // without changes
}

// Under is the answer for a reason where a plan's own words come first.
func (p Phase) Under(clause *iep.Clause, reason iep.Reason) Verdict {
	if said, ok := clause.Answer(reason); ok {
		return Verdict{Answer: Answer(said), Layer: PlansWords}
	}
	verdict := p.Policy.Answer(reason)
	verdict.Since = p.From
	return verdict
}

// Phases are the policy's answers one after the other, the first from the
// beginning. A policy without changes has one.
func (p *Policy) Phases() []Phase {
	if len(p.Changes) == 0 {
		return []Phase{{Policy: p}}
	}
	now := *p
	now.Changes = nil
	phases := []Phase{{Policy: &now}}
	for i := range p.Changes {
		next := *phases[len(phases)-1].Policy
		next.take(&p.Changes[i])
		phases = append(phases, Phase{From: p.Changes[i].From, Policy: &next})
	}
	return phases
}

func (p *Policy) take(c *Change) {
	if c.Pack != "" {
		p.Pack = c.Pack
	}
	if len(c.Owed) > 0 {
		owed := make(map[iep.Reason]Answer, len(p.Owed)+len(c.Owed))
		maps.Copy(owed, p.Owed)
		maps.Copy(owed, c.Owed)
		p.Owed = owed
	}
	if c.Deadline != nil {
		p.Deadline = *c.Deadline
	}
}
