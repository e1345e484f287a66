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

// Compute is the ledger of a checked record as of a day. It fails only with a
// refusal of a rule that plans more than the program can hold.
func Compute(r *record.Record, asOf day.Day) (*Ledger, error) {
	accounts, err := open(r, asOf)
	if err != nil {
		return nil, err
	}
	l := &Ledger{AsOf: asOf}
	for _, a := range accounts {
		a.matchLog()
		a.promise()
		a.judge()
		a.run()
		a.carry()
		a.sum()
		l.Series = append(l.Series, &a.Series)
	}
	return l, nil
}

// An account is a series while it is being computed.
type account struct {
	Series
	asOf      day.Day
	regular   map[*Version][]*iep.Session
	giving    []giving // make-ups and extras
	decided   []*iep.Decision
	decisions map[day.Day][]*iep.Decision // the same, by day
	summers   []*calendar.ESYWindow
	timeline
}

type seriesKey struct{ child, series string }

// open gathers the record by series: the versions with their slots, the rows
// of the log that exist by now, the decisions, the summer windows.
func open(r *record.Record, asOf day.Day) ([]*account, error) {
	days := r.Days()
	byKey := map[seriesKey]*account{}
	byService := map[string]*Version{}
	accountOf := map[*Version]*account{}
	var accounts []*account
	planned := 0
	for i := range r.Plans {
		plan := &r.Plans[i]
		school := r.School(plan, days)
		for j := range plan.Services {
			v, err := newVersion(r, plan, &plan.Services[j], school)
			if err != nil {
				return nil, record.AtService(i, j, err)
			}
			if planned += len(v.slots); planned > record.MaxSlots {
				return nil, record.TooManySlots()
			}
			key := seriesKey{plan.ChildID, v.Service.Series()}
			a := byKey[key]
			if a == nil {
				a = &account{asOf: asOf, regular: map[*Version][]*iep.Session{}}
				a.ID, a.ChildID = key.series, key.child
				byKey[key] = a
				accounts = append(accounts, a)
			}
			a.Versions = append(a.Versions, v)
			byService[v.Service.ID], accountOf[v] = v, a
		}
	}
	log(r, asOf, byService, accountOf)
	decide(r, accounts)
	for i := range r.ESY {
		for _, a := range accounts {
			if a.ChildID == r.ESY[i].ChildID && r.ESY[i].Capacity[a.ID] > 0 {
				a.summers = append(a.summers, &r.ESY[i])
			}
		}
	}
	return accounts, nil
}

func newVersion(r *record.Record, plan *iep.Plan, service *iep.Service, school calendar.School) (*Version, error) {
	planned, err := schedule.Plan(service, school)
	if err != nil {
		return nil, fmt.Errorf("slots of %s: %w", service.ID, err)
	}
	v := &Version{Plan: plan, Service: service, Policy: r.Policy(plan), School: school}
	v.Basis = basis(service, v.Policy)
	v.slots = make([]Slot, len(planned))
	for i := range planned {
		v.slots[i] = Slot{Slot: planned[i], Version: v}
	}
	return v, nil
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
// start time and id. A row that says unsure is read as no row.
func log(r *record.Record, asOf day.Day, byService map[string]*Version, accountOf map[*Version]*account) {
	rows := make([]*iep.Session, 0, len(r.Sessions))
	for i := range r.Sessions {
		if s := &r.Sessions[i]; s.Date <= asOf && s.Status != iep.Unsure {
			rows = append(rows, s)
		}
	}
	if !slices.IsSortedFunc(rows, rowOrder) {
		slices.SortFunc(rows, rowOrder)
	}
	for _, s := range rows {
		v := byService[s.ServiceID]
		a := accountOf[v]
		if s.Kind == iep.Regular {
			a.regular[v] = append(a.regular[v], s)
			continue
		}
		kind := extra
		if s.Kind == iep.Makeup {
			kind = makeup
		}
		a.giving = append(a.giving, giving{s, v, kind, s.Given()})
	}
}

func rowOrder(a, b *iep.Session) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.StartTime, b.StartTime), strings.Compare(a.ID, b.ID))
}

// decide hands every decision to the series it names, by the id of a service
// or else of the series itself.
func decide(r *record.Record, accounts []*account) {
	byService, bySeries := map[string]*account{}, map[string][]*account{}
	for _, a := range accounts {
		bySeries[a.ID] = append(bySeries[a.ID], a)
		for _, v := range a.Versions {
			byService[v.Service.ID] = a
		}
	}
	for i := range r.Decisions {
		d := &r.Decisions[i]
		if a := byService[d.ServiceID]; a != nil {
			a.decideOn(d)
			continue
		}
		for _, a := range bySeries[d.ServiceID] {
			a.decideOn(d)
		}
	}
}

func (a *account) decideOn(d *iep.Decision) {
	if a.decisions == nil {
		a.decisions = map[day.Day][]*iep.Decision{}
	}
	a.decided = append(a.decided, d)
	a.decisions[d.Date] = append(a.decisions[d.Date], d)
}
