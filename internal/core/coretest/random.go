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

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
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

func (f *family) calendars() {
	first := day.Of(2026, 8, 24) + day.Day(f.number(0, 20, "first day"))
	for n := range pick(f, "school years", 1, 1, 2) {
		y := f.year(fmt.Sprintf("y%d", n+1), day.Span{First: first, Last: first + day.Day(f.number(13, 55, "length of the year"))})
		f.record.Calendars = append(f.record.Calendars, y)
		first = y.Last + pick(f, "next year begins", day.Day(1), 20, 7, -6)
	}
}

func (f *family) year(id string, span day.Span) calendar.SchoolYear {
	y := calendar.SchoolYear{ID: id, First: span.First, Last: span.Last}
	y.Weekdays = pick(f, "school weekdays", day.MondayToFriday, day.MondayToFriday, day.SetOf(day.Monday, day.Tuesday, day.Thursday))
	for range f.number(0, 4, "closures") {
		y.Closures = append(y.Closures, f.closure(span))
	}
	for range f.number(0, 2, "short days") {
		y.PartialDays = append(y.PartialDays, calendar.PartialDay{
			Span:      f.span(span, 4, "short day"),
			Dismissal: pick(f, "dismissal", day.NoClock, day.At(9, 45), day.At(11, 0)),
			Opening:   pick(f, "opening", day.NoClock, day.NoClock, day.At(9, 15)),
		})
	}
	for range f.number(0, 2, "days given back") {
		y.ExtraDays = append(y.ExtraDays, calendar.ExtraDay{Date: between(f.T, span.First-1, span.Last+1, "day given back")})
	}
	half := span.First + (span.Last-span.First)/2
	y.Terms = []calendar.Term{
		{Span: day.Span{First: span.First, Last: half}},
		{Span: day.Span{First: half + 1 + day.Day(f.number(0, 3, "days between terms")), Last: span.Last}},
	}
	return y
}

// Closure draws a closure in a span, or a little past it.
func Closure(t *rapid.T, in day.Span) calendar.Closure {
	return (&family{T: t}).closure(in)
}

func (f *family) closure(in day.Span) calendar.Closure {
	kind := pick(f, "kind of closure", calendar.Holiday, calendar.Weather, calendar.Break, calendar.Emergency, "unheard_of", "")
	return calendar.Closure{Kind: kind, Span: f.span(in, 9, "closure")}
}

func (f *family) policies() {
	for n := range f.number(1, 2, "policies") {
		p := policy.Policy{ID: fmt.Sprintf("p%d", n+1)}
		p.Pack = pick(f, "pack", "", "", "default-conservative", "md-baltimore-county-bcps", "tx-hcde", "nc-dpi-2020")
		for range f.number(0, 3, "own answers") {
			if p.Owed == nil {
				p.Owed = map[iep.Reason]policy.Answer{}
			}
			p.Owed[pick(f, "own answer to", someReasons...)] = pick(f, "own answer", policy.Yes, policy.Ask, policy.No)
		}
		p.PartialPeriod = pick(f, "partial period", "", policy.Prorate, policy.Full)
		p.OverDelivery = pick(f, "over delivery", "", policy.Nothing, policy.Bank, policy.Bank)
		p.Basis = pick(f, "basis", "", "", policy.BySession, policy.ByPeriod)
		if f.oneIn(3, "spillover said") {
			p.Spillover = new(f.oneIn(2, "spillover"))
		}
		if f.oneIn(3, "deadline said") {
			p.Deadline.Days = new(f.number(0, 40, "deadline"))
		}
		f.record.Policies = append(f.record.Policies, p)
	}
}

var someReasons = []iep.Reason{
	iep.ProviderAbsent, iep.StudentAbsent, iep.SchoolClosedScheduled, iep.SchoolClosedEmergency, iep.NotScheduled,
	iep.FamilyCancelled, iep.NotStated, iep.Other, iep.StudentVacation, "provider_reassigned", "word_of_their_own", "wrong_mode",
}
