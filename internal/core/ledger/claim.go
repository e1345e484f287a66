package ledger

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// A ClaimCost is what lies in the days of a claim of the school: what was
// planned, and what came of it. Nothing is taken from any sum.
type ClaimCost struct {
	Sessions int // planned on open days, or in the log
	Minutes  int // of those
	Given    int // minutes of those
	Missed   int // minutes of those; what is not filled in is neither
}

// Claim is the cost of a claim of a plan: of the series that it names, or of
// all the plan's.
func (l *Ledger) Claim(plan *iep.Plan, c *iep.Claim) ClaimCost {
	var cost ClaimCost
	for _, s := range l.Series {
		for _, v := range s.Versions {
			if v.Plan.ID == plan.ID {
				cost.add(c, s.ID, v.slots)
			}
		}
	}
	return cost
}

func (cost *ClaimCost) add(c *iep.Claim, series string, slots []Slot) {
	for _, s := range inSpan(slots, c.Span) {
		if !c.Covers(series, s.Date) || s.Status != calendar.Open && s.Session == nil {
			continue
		}
		cost.Sessions++
		cost.Minutes += s.Schedule.Minutes
		cost.Given += s.Given
		cost.Missed += s.Missed
	}
}

// IfClaimsHeld is the ledger as it would be if all that the school claims
// held: as if the printed calendar had no school in those days for the
// services claimed, and nobody had written down that they were missed. A cycle
// counts on all the same. It is a picture beside the ledger and no part of it.
func IfClaimsHeld(r *record.Record, asOf day.Day) (*Ledger, error) {
	held := *r
	claimed := map[string][]*iep.Claim{} // by service
	for i := range r.Plans {
		for j := range r.Plans[i].Services {
			s := &r.Plans[i].Services[j]
			claimed[s.ID] = claimsOn(&r.Plans[i], s)
		}
	}
	held.Sessions = slices.DeleteFunc(slices.Clone(r.Sessions), func(row iep.Session) bool {
		missed := row.Kind == iep.Regular && row.Status == iep.Missed
		return missed && slices.ContainsFunc(claimed[row.ServiceID], func(c *iep.Claim) bool { return c.Holds(row.Date) })
	})
	return compute(&held, asOf, func(v *Version) { v.pause(claimed[v.Service.ID]) })
}

func claimsOn(p *iep.Plan, s *iep.Service) []*iep.Claim {
	var claims []*iep.Claim
	for i := range p.Claims {
		if c := &p.Claims[i]; c.Covers(s.Series(), c.First) {
			claims = append(claims, c)
		}
	}
	return claims
}

// pause closes the days of claims for a version, in its slots and in calendars
// of its own.
func (v *Version) pause(claims []*iep.Claim) {
	if len(claims) == 0 {
		return
	}
	for i := range v.planned {
		s := &v.planned[i]
		if slices.ContainsFunc(claims, func(c *iep.Claim) bool { return c.Holds(s.Date) }) {
			s.Status = calendar.ClosedScheduled
		}
	}
	v.School = slices.Clone(v.School)
	for i, days := range v.School {
		v.School[i] = closed(days.Year, claims)
	}
}

func closed(y *calendar.SchoolYear, claims []*iep.Claim) *calendar.Days {
	year := *y
	year.Closures, year.ExtraDays = slices.Clone(y.Closures), slices.Clone(y.ExtraDays)
	for _, c := range claims {
		year.Closures = append(year.Closures, calendar.Closure{Span: c.Span, Name: c.Name, Kind: calendar.OtherClosure})
		year.ExtraDays = slices.DeleteFunc(year.ExtraDays, func(x calendar.ExtraDay) bool { return c.Holds(x.Date) })
	}
	return calendar.NewDays(&year)
}
