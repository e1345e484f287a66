package binder

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// kindOf is what saving an entry does: an empty id adds one, another corrects the
// entry that is there. One that went meanwhile, taken back or removed, is
// refused: what was typed about it is about nothing.
func kindOf(id string, there bool) (history.Kind, error) {
	switch {
	case there:
		return history.Correct, nil
	case id == "":
		return history.Add, nil
	}
	return "", refusal.New(refusal.Gone)
}

// SaveChild adds a child, or corrects the one with its id.
func (b *Binder) SaveChild(child iep.Child, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	change, err := b.childChange(book, child, because)
	if err != nil {
		return err
	}
	return b.do(change)
}

func (b *Binder) childChange(book *Book, child iep.Child, because string) (Change, error) {
	old := book.Record.Child(child.ID)
	kind, err := kindOf(child.ID, old != nil)
	if err != nil {
		return Change{}, err
	}
	if old != nil {
		child.Alarm, child.Unknown = old.Alarm, old.Unknown
	} else {
		child.ID = history.NewID(b.env.Writer.Random)
	}
	return Change{Kind: kind, Noun: history.Child, ID: child.ID, Children: []string{child.ID}, Value: &child, Because: because}, nil
}

// SavePlan adds a plan or corrects the one with its id, and lets a pack of
// answers speak for it: the empty pack is this program's starting answers.
func (b *Binder) SavePlan(plan iep.Plan, pack, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Plan(plan.ID)
	kind, err := kindOf(plan.ID, old != nil)
	if err != nil {
		return err
	}
	if old != nil {
		plan.PolicyID, plan.Clause, plan.Claims, plan.Unknown = old.PolicyID, old.Clause, old.Claims, old.Unknown
	} else {
		plan.ID = history.NewID(b.env.Writer.Random)
	}
	changes := b.choose(book, &plan, pack, because)
	plan.Services = nil
	return b.do(append(changes, Change{
		Kind: kind, Noun: history.Plan, ID: plan.ID, Children: []string{plan.ChildID}, Value: &plan, Because: because,
	})...)
}

// choose gives a plan the policy of a pack: its own, so that another plan's
// answers stay.
func (b *Binder) choose(book *Book, plan *iep.Plan, pack, because string) []Change {
	old := book.Policy(plan.PolicyID)
	switch {
	case old == nil && pack == "":
		return nil
	case old == nil:
		plan.PolicyID = history.NewID(b.env.Writer.Random)
		return []Change{policyChange(history.Add, policy.Policy{ID: plan.PolicyID, Pack: pack}, plan.ChildID, because)}
	case old.Pack == pack:
		return nil
	case book.shared(plan):
		value := *old
		value.ID, value.Pack = history.NewID(b.env.Writer.Random), pack
		plan.PolicyID = value.ID
		return []Change{policyChange(history.Add, value, plan.ChildID, because)}
	}
	value := *old
	value.Pack = pack
	return []Change{policyChange(history.Correct, value, plan.ChildID, because)}
}

func policyChange(kind history.Kind, p policy.Policy, child, because string) Change {
	return Change{Kind: kind, Noun: history.Policy, ID: p.ID, Children: []string{child}, Value: &p, Because: because}
}

// Plan finds a plan by its id, or nil.
func (b *Book) Plan(id string) *iep.Plan {
	return byID(b.Record.Plans, func(p *iep.Plan) bool { return p.ID == id })
}

// Policy finds a policy by its id, or nil.
func (b *Book) Policy(id string) *policy.Policy {
	return byID(b.Record.Policies, func(p *policy.Policy) bool { return p.ID == id })
}

func byID[T any](rows []T, is func(*T) bool) *T {
	for i := range rows {
		if is(&rows[i]) {
			return &rows[i]
		}
	}
	return nil
}

// shared says whether another plan has the same policy.
func (b *Book) shared(plan *iep.Plan) bool {
	return slices.ContainsFunc(b.Record.Plans, func(p iep.Plan) bool { return p.ID != plan.ID && p.PolicyID == plan.PolicyID })
}

// Service finds a service and its plan by the service's id.
func (b *Book) Service(id string) (*iep.Plan, *iep.Service) {
	for i := range b.Record.Plans {
		p := &b.Record.Plans[i]
		for j := range p.Services {
			if p.Services[j].ID == id {
				return p, &p.Services[j]
			}
		}
	}
	return nil, nil
}

// SaveService adds a service to a plan, or corrects the one with its id. With
// a day from, it is an amendment: the service as it was ends the day before,
// and what is given begins as its next version.
func (b *Binder) SaveService(planID string, service iep.Service, from day.Day, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	plan, old := book.Service(service.ID)
	if _, err := kindOf(service.ID, old != nil); err != nil {
		return err
	}
	if old == nil {
		plan = book.Plan(planID)
	}
	switch {
	case plan == nil:
		return refusal.At("plan", refusal.New(refusal.NoSuch, "what", "plan", "id", planID))
	case old != nil && book.mixes(plan, old, &service, from != day.None):
		return refusal.At("mode", refusal.New(refusal.ConsultApart))
	case old == nil:
		service.ID = history.NewID(b.env.Writer.Random)
		return b.do(b.service(history.Add, plan, service, because))
	case from == day.None:
		return b.do(b.service(history.Correct, plan, service, because))
	}
	return b.amend(book, plan, *old, service, from, because)
}

// mixes says whether a service becomes consultation, or no longer is, in one
// series with a version that stays as it was: their minutes are counted apart.
// One that is amended stays a version itself.
func (b *Book) mixes(plan *iep.Plan, old, next *iep.Service, amended bool) bool {
	if old.Consult() == next.Consult() {
		return false
	}
	return amended || slices.ContainsFunc(b.Ledger.Find(old.Series(), plan.ChildID).Versions, func(v *ledger.Version) bool {
		return v.Service.ID != old.ID && v.Service.Consult() != next.Consult()
	})
}

// amend ends a service and begins its next version. The schedules keep their
// ids, by which make-ups and decisions name sessions, and the day that their
// rhythm counts from: every other week goes on with the same weeks. Another
// agency has a sheet of its own.
func (b *Binder) amend(book *Book, plan *iep.Plan, old, next iep.Service, from day.Day, because string) error {
	if from <= old.Start || from > old.End {
		return refusal.At("from", refusal.New(refusal.OutsideService, "first", (old.Start+1).String(), "last", old.End.String()))
	}
	if old.Agency != "" && old.Agency != next.Agency {
		return refusal.At("agency", refusal.New(refusal.AgencyApart))
	}
	next.ID, next.SeriesID, next.Start = history.NewID(b.env.Writer.Random), old.Series(), from
	old.SeriesID, old.End = old.Series(), from-1
	return b.do(append([]Change{
		b.service(history.Correct, plan, old, because), b.service(history.Add, plan, next, because),
	}, b.follow(book, plan, &old, &next, because)...)...)
}

// follow lets what is filled in for days of the next version go along with it.
func (b *Binder) follow(book *Book, plan *iep.Plan, old, next *iep.Service, because string) []Change {
	var changes []Change
	for _, row := range book.Record.Sessions {
		if row.ServiceID != old.ID || row.Kind != iep.Regular || row.Date < next.Start {
			continue
		}
		row.ServiceID = next.ID
		if !slices.ContainsFunc(next.Schedules, func(s iep.Schedule) bool { return s.ID == row.ScheduleID }) {
			row.ScheduleID = ""
		}
		changes = append(changes, b.session(history.Correct, &row, plan.ChildID, because))
	}
	return changes
}

func (b *Binder) service(kind history.Kind, plan *iep.Plan, s iep.Service, because string) Change {
	s.Schedules = slices.Clone(s.Schedules)
	for i := range s.Schedules {
		if s.Schedules[i].ID == "" {
			s.Schedules[i].ID = history.NewID(b.env.Writer.Random)
		}
	}
	return Change{
		Kind: kind, Noun: history.Service, ID: s.ID, Children: []string{plan.ChildID},
		Value: &record.PlacedService{PlanID: plan.ID, Service: s}, Because: because,
	}
}
