package record

import (
	"maps"
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
)

func (c *checker) checkPolicies() error {
	return checkList(c, &list[policy.Policy]{
		name: "policies", rows: &c.record.Policies, ids: c.policies,
		id:    func(p *policy.Policy) string { return p.ID },
		check: checkPolicy,
	})
}

// CheckPolicy holds a policy to the format, as Check does with all of a record.
func CheckPolicy(p *policy.Policy) error { return checkPolicy(p) }

func checkPolicy(p *policy.Policy) error {
	if err := knownPack(p.Pack); err != nil {
		return err
	}
	if err := checkOwed(p.Owed); err != nil {
		return err
	}
	if err := maybeWord("partial_period", p.PartialPeriod, policy.Prorate, policy.Full); err != nil {
		return err
	}
	if err := maybeWord("over_delivery", p.OverDelivery, policy.Nothing, policy.Bank); err != nil {
		return err
	}
	if err := maybeWithin("deadline.days", p.Deadline.Days, 0, MaxDeadline); err != nil {
		return err
	}
	if err := maybeWord("obligation_basis", p.Basis, policy.BySession, policy.ByPeriod); err != nil {
		return err
	}
	return checkChanges(p.Changes)
}

// checkChanges wants each change on a day of its own, in order.
func checkChanges(changes []policy.Change) error {
	before := day.None
	return each("changes", changes, func(c *policy.Change) error {
		if err := present("from", c.From); err != nil {
			return err
		}
		if before != day.None && c.From <= before {
			return refusal.At("from", refusal.New(refusal.Backwards, "start", before.String(), "end", c.From.String()))
		}
		before = c.From
		if err := knownPack(c.Pack); err != nil {
			return err
		}
		if err := checkOwed(c.Owed); err != nil {
			return err
		}
		if c.Deadline == nil {
			return nil
		}
		return maybeWithin("deadline.days", c.Deadline.Days, 0, MaxDeadline)
	})
}

func knownPack(id string) error {
	if id != "" && policy.Find(id) == nil {
		return refusal.At("pack", refusal.New(refusal.NoSuchPack, "id", id, "known", packNames()))
	}
	return nil
}

func checkOwed(owed map[iep.Reason]policy.Answer) error {
	for _, reason := range slices.Sorted(maps.Keys(owed)) {
		if err := word("owed."+string(reason), owed[reason], policy.Yes, policy.No, policy.Ask); err != nil {
			return err
		}
	}
	return nil
}

// checkClause wants yes, no or ask of a plan's own clause.
func checkClause(c *iep.Clause) error {
	if c == nil {
		return nil
	}
	for _, reason := range slices.Sorted(maps.Keys(c.Owed)) {
		if err := word("makeup_clause.owed."+string(reason), c.Owed[reason], iep.OwedYes, iep.OwedNo, iep.OwedAsk); err != nil {
			return err
		}
	}
	return maybeWord("makeup_clause.otherwise", c.Others, iep.OwedYes, iep.OwedNo, iep.OwedAsk)
}

func packNames() string {
	var names []string
	for _, p := range policy.Packs() {
		names = append(names, p.ID)
	}
	return strings.Join(names, ", ")
}
