// Package coretest draws small families at random, for the property tests of
// the core. What must hold for every record has to be tried on records that
// nobody thought of: amendments, policies, closures, short days, a log of
// every kind, make-ups that name what does not exist yet, late decisions. The
// families are small and their amounts few, so that rows meet slots, make-ups
// meet debts, and a record that breaks a rule can be read.
//
// It is a package so that the ledger's tests, fit's and the file format's draw
// from one generator; the program itself does not import it.
package coretest

import (
	"fmt"

	"pgregory.net/rapid"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/schedule"
)

// Records draws families, all of which pass record.Check.
func Records() *rapid.Generator[*record.Record] {
	return rapid.Custom(func(t *rapid.T) *record.Record {
		f := &family{T: t, record: &record.Record{}}
		f.calendars()
		f.policies()
		f.children()
		f.log()
		f.decisions()
		f.summers()
		f.carryovers()
		f.finerCalendars()
		f.claims()
		f.answers()
		f.arrangements()
		return f.record
	})
}

// AsOf draws a day on which to ask: before, in or after the family's school
// years.
func AsOf(t *rapid.T, r *record.Record) day.Day {
	first, last := r.Calendars[0].First, r.Calendars[len(r.Calendars)-1].Last
	return between(t, first-3, last+45, "as of")
}

// A family is a record while it is being drawn.
type family struct {
	*rapid.T
	record  *record.Record
	planned []planned
}

// planned is a service with the slots that its schedules plan.
type planned struct {
	child   string
	service *iep.Service
	slots   []schedule.Slot
}

// below draws a number from 0 to n-1, each as likely as any other. The
// library's own ranges like small numbers best, and would ask on the first
// days of school nearly always.
func below(t *rapid.T, n int, label string) int {
	drawn := 0
	for _, bit := range rapid.SliceOfN(rapid.Bool(), 10, 10).Draw(t, label) {
		drawn *= 2
		if bit {
			drawn++
		}
	}
	return drawn % n
}

func between(t *rapid.T, first, last day.Day, label string) day.Day {
	return first + day.Day(below(t, max(1, int(last-first)+1), label))
}

// oneIn is true once in so many times.
func (f *family) oneIn(n int, label string) bool { return below(f.T, n, label) == n-1 }

func pick[V any](f *family, label string, values ...V) V {
	return values[below(f.T, len(values), label)]
}

func (f *family) number(low, high int, label string) int { return low + below(f.T, high-low+1, label) }

func (f *family) span(within day.Span, longest int, label string) day.Span {
	first := between(f.T, within.First, within.Last, label)
	return day.Span{First: first, Last: first + day.Day(f.number(0, longest-1, label+" days"))}
}

func (f *family) children() {
	for n := range pick(f, "children", 1, 1, 1, 2) {
		id := fmt.Sprintf("child%d", n+1)
		f.record.Children = append(f.record.Children, iep.Child{ID: id, Name: id})
		f.plans(id)
	}
	for i := range f.record.Plans {
		f.plan(&f.record.Plans[i])
	}
}

// plan notes the slots of a plan's services, for the log to meet.
func (f *family) plan(p *iep.Plan) {
	school := f.record.School(p, f.record.Days())
	for i := range p.Services {
		slots, err := schedule.Plan(&p.Services[i], school)
		if err != nil {
			f.Fatalf("slots of %s: %v", p.Services[i].ID, err)
		}
		f.planned = append(f.planned, planned{p.ChildID, &p.Services[i], slots})
	}
}
