package binder

import (
	"cmp"
	"maps"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Answers are what a family writes of a plan's policy: all of it from the
// beginning, where From is absent, or what it answers otherwise from a day on.
// An empty answer to a reason takes out one's own.
type Answers struct {
	policy.Change
	Was   day.Day      // the day of the change that is corrected; absent for a new one
	Name  string       // from the beginning only: where the answers stand
	Basis policy.Basis // from the beginning only: what is judged
}

// SaveAnswers writes the answers of a plan. A change from a day on is refused
// where make-ups would be opened again that have settled something: who wants
// that corrects the answers from the beginning.
func (b *Binder) SaveAnswers(planID string, a Answers, because string) error {
	return b.answers(planID, because, func(book *Book, plan *iep.Plan) (*policy.Policy, error) {
		p, err := book.answered(plan, a)
		if err != nil || a.From == day.None {
			return p, err
		}
		if on, err := book.reopens(plan, *p); err != nil || on != day.None {
			return nil, cmp.Or(err, refusal.At("from", refusal.New(refusal.Settled, "day", on.String())))
		}
		return p, nil
	})
}

// RemoveChange takes back what a plan's policy answers otherwise from a day on.
func (b *Binder) RemoveChange(planID string, from day.Day, because string) error {
	return b.answers(planID, because, func(book *Book, plan *iep.Plan) (*policy.Policy, error) {
		p := book.policyOf(plan)
		left := without(p.Changes, from)
		if len(left) == len(p.Changes) {
			return nil, refusal.New(refusal.NoSuch, "what", "change", "id", from.String())
		}
		p.Changes = left
		return &p, nil
	})
}

// answers gives a plan a policy: its own, so that another plan's stays.
func (b *Binder) answers(planID, because string, edit func(*Book, *iep.Plan) (*policy.Policy, error)) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Plan(planID)
	if old == nil {
		return refusal.At("plan", refusal.New(refusal.NoSuch, "what", "plan", "id", planID))
	}
	p, err := edit(book, old)
	if err != nil {
		return err
	}
	if book.Policy(old.PolicyID) != nil && !book.shared(old) {
		return b.do(policyChange(history.Correct, *p, old.ChildID, because))
	}
	plan := *old
	p.ID = b.newID()
	plan.PolicyID, plan.Services = p.ID, nil
	return b.do(policyChange(history.Add, *p, plan.ChildID, because), Change{
		Kind: history.Correct, Noun: history.Plan, ID: plan.ID, Children: []string{plan.ChildID}, Value: &plan, Because: because,
	})
}

// policyOf is the policy of a plan, to be changed; the empty one where it names
// none.
func (b *Book) policyOf(plan *iep.Plan) policy.Policy {
	if p := b.Policy(plan.PolicyID); p != nil {
		return *p
	}
	return policy.Policy{}
}

// answered is the policy of a plan with other answers.
func (b *Book) answered(plan *iep.Plan, a Answers) (*policy.Policy, error) {
	p := b.policyOf(plan)
	if a.From == day.None {
		p.Pack, p.Name, p.Basis, p.Owed = a.Pack, a.Name, a.Basis, answeredOver(p.Owed, a.Owed)
		if a.Deadline != nil {
			p.Deadline.Days = a.Deadline.Days
		}
		return &p, nil
	}
	c := a.Change
	if i := changeOn(p.Changes, a.Was); a.Was != day.None && i < 0 {
		return nil, refusal.New(refusal.Gone)
	} else if i >= 0 {
		c.Unknown, c.Owed = p.Changes[i].Unknown, answeredOver(p.Changes[i].Owed, a.Owed)
	} else {
		c.Owed = answeredOver(nil, a.Owed)
	}
	changes := without(p.Changes, a.Was)
	if changeOn(changes, a.From) >= 0 {
		return nil, refusal.At("from", refusal.New(refusal.ChangeThere, "day", a.From.String()))
	}
	p.Changes = append(changes, c)
	slices.SortFunc(p.Changes, func(c, d policy.Change) int { return cmp.Compare(c.From, d.From) })
	return &p, nil
}

func without(changes []policy.Change, from day.Day) []policy.Change {
	return slices.DeleteFunc(slices.Clone(changes), func(c policy.Change) bool { return c.From == from })
}

func changeOn(changes []policy.Change, from day.Day) int {
	return slices.IndexFunc(changes, func(c policy.Change) bool { return c.From == from })
}

// answeredOver are answers with others written over them; an empty one takes
// its reason out.
func answeredOver(was, now map[iep.Reason]policy.Answer) map[iep.Reason]policy.Answer {
	all := map[iep.Reason]policy.Answer{}
	maps.Copy(all, was)
	maps.Copy(all, now)
	maps.DeleteFunc(all, func(_ iep.Reason, a policy.Answer) bool { return a == "" })
	if len(all) == 0 {
		return nil
	}
	return all
}

// IfAnswered is the ledger as it would be under other answers of a plan. It
// writes nothing.
func (b *Book) IfAnswered(planID string, a Answers) (*ledger.Ledger, error) {
	plan := b.Plan(planID)
	if plan == nil {
		return nil, refusal.At("plan", refusal.New(refusal.NoSuch, "what", "plan", "id", planID))
	}
	p, err := b.answered(plan, a)
	if err != nil {
		return nil, err
	}
	return b.under(plan, *p)
}

// under computes the ledger as if a plan had a policy.
func (b *Book) under(plan *iep.Plan, p policy.Policy) (*ledger.Ledger, error) {
	const tried = "\x00tried" // no id of a file
	would := *b.Record
	p.ID = tried
	would.Policies = append(slices.Clone(b.Record.Policies), p)
	would.Plans = slices.Clone(b.Record.Plans)
	for i := range would.Plans {
		if would.Plans[i].ID == plan.ID {
			would.Plans[i].PolicyID = tried
		}
	}
	if err := record.CheckPolicy(&p); err != nil {
		return nil, err
	}
	return ledger.Compute(&would, b.Today)
}

// reopens is the day of the first line that a make-up has settled and that
// would be open again under a policy; none where there is no such line.
func (b *Book) reopens(plan *iep.Plan, p policy.Policy) (day.Day, error) {
	would, err := b.under(plan, p)
	if err != nil {
		return day.None, err
	}
	for _, s := range b.Of(plan.ChildID) {
		for _, shift := range ledger.Shifts(s, would.Find(s.ID, s.ChildID)) {
			if shift.Reopened() > 0 {
				return shift.Date(), nil
			}
		}
	}
	return day.None, nil
}

// SaveClause writes what a plan itself says of missed sessions; nil takes it
// out.
func (b *Binder) SaveClause(planID string, clause *iep.Clause, because string) error {
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
	if clause != nil && old.Clause != nil {
		clause.Unknown = old.Clause.Unknown
	}
	plan.Clause, plan.Services = clause, nil
	return b.do(Change{
		Kind: history.Correct, Noun: history.Plan, ID: plan.ID, Children: []string{plan.ChildID}, Value: &plan, Because: because,
	})
}
