package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/schedule"
)

// open gathers the record by series: the versions with their slots, the rows
// of the log that exist by now, the decisions, the summer windows.
func open(r *record.Record, asOf day.Day, opened func(*Version)) ([]*account, error) {
	b := &books{
		asOf: asOf, byKey: map[seriesKey]*account{}, byService: map[string]entry{}, byChild: map[string][]*account{},
		phases: map[source][]*answers{},
	}
	days, policyOf := r.Days(), r.PolicyOf()
	planned := 0
	for i := range r.Plans {
		plan := &r.Plans[i]
		school, answers := r.School(plan, days), policyOf(plan)
		for j := range plan.Services {
			v, err := newVersion(plan, &plan.Services[j], answers, school)
			if err != nil {
				return nil, record.AtService(i, j, err)
			}
			if planned += len(v.planned); planned > record.MaxSlots {
				return nil, record.TooManySlots()
			}
			b.add(v)
			opened(v)
		}
	}
	for _, a := range b.accounts {
		a.orderVersions()
	}
	b.log(r)
	b.decide(r)
	for i := range r.ESY {
		for _, a := range b.byChild[r.ESY[i].ChildID] {
			if r.ESY[i].Capacity[a.ID] > 0 {
				a.summers = append(a.summers, &r.ESY[i])
			}
		}
	}
	b.carriedOn(r, days)
	return b.accounts, nil
}

// carriedOn hands every agreement about the end of a year to its series.
func (b *books) carriedOn(r *record.Record, days map[string]*calendar.Days) {
	bySeries := map[seriesKey][]*iep.Carryover{}
	for i := range r.Carryovers {
		o := &r.Carryovers[i]
		key := seriesKey{o.ChildID, o.SeriesID}
		bySeries[key] = append(bySeries[key], o)
	}
	for key, list := range bySeries {
		if a := b.byKey[key]; a != nil {
			a.agree(list, r.SchoolOf(key.child, days))
		}
	}
}

// books are the accounts while they are being opened.
type books struct {
	asOf      day.Day
	accounts  []*account
	byKey     map[seriesKey]*account
	byChild   map[string][]*account
	byService map[string]entry
	phases    map[source][]*answers
}

// source is where answers come from.
type source struct {
	policy *policy.Policy
	clause *iep.Clause
}

type seriesKey struct{ child, series string }

// entry is where a service's rows go.
type entry struct {
	account *account
	version *Version
}

func (b *books) add(v *Version) {
	key := seriesKey{v.Plan.ChildID, v.Service.Series()}
	a := b.byKey[key]
	if a == nil {
		a = &account{asOf: b.asOf}
		a.ID, a.ChildID = key.series, key.child
		b.byKey[key] = a
		b.byChild[key.child] = append(b.byChild[key.child], a)
		b.accounts = append(b.accounts, a)
	}
	a.Versions = append(a.Versions, v)
	b.byService[v.Service.ID] = entry{a, v}
	from := source{v.Policy, v.Plan.Clause}
	if b.phases[from] == nil {
		b.phases[from] = phases(v.Policy, v.Plan.Clause)
	}
	v.phases = b.phases[from]
}

func newVersion(plan *iep.Plan, service *iep.Service, answers *policy.Policy, school calendar.School) (*Version, error) {
	planned, err := schedule.Plan(service, school)
	if err != nil {
		return nil, fmt.Errorf("slots of %s: %w", service.ID, err)
	}
	v := &Version{Plan: plan, Service: service, Policy: answers, School: school, Basis: basis(service, answers)}
	v.planned = planned
	return v, nil
}

// orderVersions puts the versions in the order in which they begin. An
// amendment ends one version and begins the next; where two share days both
// count, and a person is told.
func (a *account) orderVersions() {
	slices.SortStableFunc(a.Versions, func(v, w *Version) int {
		return cmp.Or(cmp.Compare(v.Service.Start, w.Service.Start), strings.Compare(v.Service.ID, w.Service.ID))
	})
	last := day.None
	for _, v := range a.Versions {
		if last >= v.Service.Start {
			v.shared = last
			a.Warnings = append(a.Warnings, Warning{Code: VersionsOverlap, Service: v.Service})
		}
		last = max(last, v.Service.End)
	}
}

// lay puts the slots of all versions into one list; each version's are a part
// of it.
func (a *account) lay() {
	n := 0
	for _, v := range a.Versions {
		n += len(v.planned)
	}
	a.Slots = make([]Slot, n)
	rest := a.Slots
	for _, v := range a.Versions {
		v.slots, rest = rest[:len(v.planned)], rest[len(v.planned):]
		for i := range v.planned {
			v.slots[i].Slot, v.slots[i].Version = &v.planned[i], v
		}
	}
}

// basis is what is judged: each session for a session wording by the week and
// where the plan names no amount, whole periods for every other wording,
// unless the policy says otherwise.
func basis(s *iep.Service, p *policy.Policy) policy.Basis {
	switch {
	case s.Requirement == nil:
		return policy.BySession
	case p.Basis != "":
		return p.Basis
	case s.Requirement.Unit == iep.Sessions && s.Weekly():
		return policy.BySession
	}
	return policy.ByPeriod
}

// log hands every row that exists by now to its series, in order of day,
// start time and id. A row that says unsure tells of no minutes: a regular one
// finds its slot, another is read as no row.
func (b *books) log(r *record.Record) {
	rows := make([]*iep.Session, 0, len(r.Sessions))
	for i := range r.Sessions {
		if s := &r.Sessions[i]; s.Date <= b.asOf && (s.Status != iep.Unsure || s.Kind == iep.Regular) {
			rows = append(rows, s)
		}
	}
	if !slices.IsSortedFunc(rows, rowOrder) {
		slices.SortFunc(rows, rowOrder)
	}
	for _, s := range rows {
		to := b.byService[s.ServiceID]
		switch {
		case s.Status == iep.Unsure:
			to.version.unsure = append(to.version.unsure, s)
		case s.Kind == iep.Regular:
			if to.version.rows == nil {
				to.version.rows = make([]*iep.Session, 0, len(to.version.planned))
			}
			to.version.rows = append(to.version.rows, s)
		case s.Kind == iep.Makeup:
			to.account.giving = append(to.account.giving, giving{s, to.version, makeup, s.Given()})
		default:
			to.account.giving = append(to.account.giving, giving{s, to.version, extra, s.Given()})
		}
	}
}

func rowOrder(a, b *iep.Session) int {
	if a.Date != b.Date {
		return cmp.Compare(a.Date, b.Date)
	}
	return cmp.Or(cmp.Compare(a.StartTime, b.StartTime), strings.Compare(a.ID, b.ID))
}

// decide hands every decision to the series it names, by the id of a service
// or else of the series itself.
func (b *books) decide(r *record.Record) {
	bySeries := map[string][]*account{}
	for _, a := range b.accounts {
		bySeries[a.ID] = append(bySeries[a.ID], a)
	}
	for _, d := range inDecisionOrder(r.Decisions) {
		if to, ok := b.byService[d.ServiceID]; ok {
			to.account.decideOn(d)
			continue
		}
		for _, a := range bySeries[d.ServiceID] {
			a.decideOn(d)
		}
	}
}

// inDecisionOrder lists decisions so that their order in the file is nothing to
// the answer.
func inDecisionOrder(decisions []iep.Decision) []*iep.Decision {
	list := make([]*iep.Decision, len(decisions))
	for i := range decisions {
		list[i] = &decisions[i]
	}
	slices.SortStableFunc(list, func(d, e *iep.Decision) int {
		return cmp.Or(
			cmp.Compare(d.Date, e.Date), cmp.Compare(d.Decided(), e.Decided()),
			strings.Compare(d.ServiceID, e.ServiceID), strings.Compare(d.ScheduleID, e.ScheduleID),
			strings.Compare(d.ID, e.ID), strings.Compare(d.By, e.By), strings.Compare(d.Note, e.Note))
	})
	return list
}

func (a *account) decideOn(d *iep.Decision) {
	if a.decisions == nil {
		a.decisions = map[day.Day][]*iep.Decision{}
	}
	a.decided = append(a.decided, d)
	a.decisions[d.Date] = append(a.decisions[d.Date], d)
}
