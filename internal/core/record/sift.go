package record

import (
	"strconv"

	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/core/schedule"
)

// An Aside is a row that the record cannot hold, with what is wrong with it.
type Aside struct {
	List    string // the list's field name, such as sessions; of a plan's services: services
	Index   int    // the row's place in its list, as the list was
	ID      string
	Plan    string           // of a service: the id of its plan
	Refusal *refusal.Refusal // its field is placed in the row
}

// Sift does what Check does, but keeps the rows that are in order and answers
// the others: each row that is wrong, and each that refers to one. Rows beyond
// the bounds go too, and services that would plan more sessions than the
// program can hold, so that everything can be computed from what is left. The
// lists of r are replaced, not changed.
func Sift(r *Record) []Aside {
	c := newChecker(r)
	c.sieve = &sieve{counts: mayPlanTooMuch(r)}
	// A sieve takes all that is wrong, so that no step refuses.
	_ = c.checkLists()
	return c.sieve.asides
}

// A sieve takes the rows that are wrong.
type sieve struct {
	asides []Aside
	plan   string // whose services are being checked
	counts bool   // whether sessions have to be counted
	slots  int    // planned so far
}

func (s *sieve) takes(list string, i int, id string, err error) {
	a := Aside{List: list, Index: i, ID: id, Refusal: refusal.From(err)}
	if list == "services" {
		a.Plan = s.plan
	}
	s.asides = append(s.asides, a)
}

// without is a new list of the rows that are not out; out is in order. Where
// all are out there is no list, as if nobody had written one.
func without[T any](rows []T, out []int) []T {
	switch len(out) {
	case 0:
		return rows
	case len(rows):
		return nil
	}
	var kept []T
	for i := range rows {
		if len(out) > 0 && out[0] == i {
			out = out[1:]
			continue
		}
		kept = append(kept, rows[i])
	}
	return kept
}

// surelyFine is a number of days that no rule can fill beyond its own bound.
const surelyFine = 15_000

// mayPlanTooMuch says whether the record's services could plan too many
// sessions. It looks at their days only, of which each schedule can plan one
// session at most, so that a usual record need not be expanded to be checked.
func mayPlanTooMuch(r *Record) bool {
	most := 0
	for i := range r.Plans {
		for j := range r.Plans[i].Services {
			service := &r.Plans[i].Services[j]
			for k := range service.Schedules {
				s := &service.Schedules[k]
				days := int(service.End-min(s.From, service.Start)) + 1
				if days > surelyFine {
					return true
				}
				most += max(days, 0) + len(s.ExtraDates)
			}
		}
	}
	return most > MaxSlots
}

// checkSlots counts the sessions that a checked service plans.
func (c *checker) checkSlots(p *iep.Plan, service *iep.Service) error {
	s := c.sieve
	if s == nil || !s.counts {
		return nil
	}
	slots, err := schedule.Plan(service, c.school(p))
	switch {
	case err != nil && refusal.From(err) == nil:
		return refusal.New(refusal.EntryUnreadable)
	case err != nil:
		return err
	case s.slots+len(slots) > MaxSlots:
		return refusal.New(refusal.TooManySlots, "limit", strconv.Itoa(MaxSlots))
	}
	s.slots += len(slots)
	return nil
}

// NoPlan refuses a service whose plan is not there.
func NoPlan(id string) error { return noSuch("plan_id", "plan", id) }
