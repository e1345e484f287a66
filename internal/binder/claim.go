package binder

import (
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// SaveClaim writes what the school says of a plan's services into the plan, or
// corrects the claim with its id. It changes no number.
func (b *Binder) SaveClaim(planID string, claim iep.Claim, because string) error {
	return b.claims(planID, because, func(claims []iep.Claim) ([]iep.Claim, error) {
		i := slices.IndexFunc(claims, func(c iep.Claim) bool { return c.ID == claim.ID })
		if i < 0 {
			claim.ID = history.NewID(b.env.Writer.Random)
			return append(claims, claim), nil
		}
		claim.Unknown = claims[i].Unknown
		claims[i] = claim
		return claims, nil
	})
}

// RemoveClaim takes a claim out of a plan.
func (b *Binder) RemoveClaim(planID, id, because string) error {
	return b.claims(planID, because, func(claims []iep.Claim) ([]iep.Claim, error) {
		left := slices.DeleteFunc(slices.Clone(claims), func(c iep.Claim) bool { return c.ID == id })
		if len(left) == len(claims) {
			return nil, refusal.New(refusal.NoSuch, "what", "claim", "id", id)
		}
		return left, nil
	})
}

// claims corrects a plan by a change of its claims.
func (b *Binder) claims(planID, because string, change func([]iep.Claim) ([]iep.Claim, error)) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Plan(planID)
	if old == nil {
		return refusal.At("plan", refusal.New(refusal.NoSuch, "what", "plan", "id", planID))
	}
	plan := *old
	if plan.Claims, err = change(slices.Clone(old.Claims)); err != nil {
		return err
	}
	plan.Services = nil
	return b.do(Change{
		Kind: history.Correct, Noun: history.Plan, ID: plan.ID, Children: []string{plan.ChildID}, Value: &plan, Because: because,
	})
}
