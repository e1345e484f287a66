// Package deadline counts from what happened to the day by which someone must
// act. A deadline here is a count that is shown, not a date that is asserted:
// which day it started from, what was counted, which days were passed over,
// where the rule was read and how well it was seen. A parent who can recount
// it can stand by it in a meeting; a bare date is the program's word against
// the school's.
//
// Nothing is rolled silently: when the last day is not open, that day and the
// open one beside it are both shown. What the rule or the calendar leaves open
// (the weekends around a break, a school year not printed yet) is asked, with
// the earliest and the latest day it could be. A rule whose text was never
// seen is not shown at all.
//
// The rules are data (rules.json), each with its citation, source and grade of
// evidence.
package deadline

import (
	"cmp"
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// An Event is what a rule counts from: consent that arrived, a session that
// was missed.
type Event struct {
	Kind     string  // in the words of the rules, such as consent_received
	On       day.Day // the day of receipt where the rule speaks of one; may be absent
	ChildID  string
	Subject  string // what it is about, such as a request's id
	PlanKind iep.PlanKind
	State    string // where the child goes to school, in two letters; may be empty
}

// A Deadline is one rule's count from one event, seen on a day.
type Deadline struct {
	Rule  Rule
	Event Event
	Count
	Passed bool // even the latest raw day is over
	Left   int  // days until the first day it may be, raw or due; 0 on it, negative beyond, 0 when unknown
}

// For lists the deadlines of the events under every rule that is shown and
// covers them, soonest first by the raw day, which is the one to rely on; what has no known day comes last. The order
// does not depend on the order of the events, except for equal ones. Whether a
// deadline was met is not known here.
func For(events []Event, school func(Event) calendar.School, asOf day.Day) []Deadline {
	var list []Deadline
	for _, e := range events {
		list = append(list, of(e, school, asOf)...)
	}
	slices.SortStableFunc(list, order)
	return list
}

func of(e Event, school func(Event) calendar.School, asOf day.Day) []Deadline {
	var list []Deadline
	for _, r := range Rules() {
		if r.Shown() && r.Covers(&e) {
			list = append(list, seen(r, e, r.Count(e.On, school(e), nil), asOf))
		}
	}
	return list
}

func seen(r Rule, e Event, c Count, asOf day.Day) Deadline {
	d := Deadline{Rule: r, Event: e, Count: c}
	d.Passed = c.Raw.Latest != day.None && c.Raw.Latest < asOf
	if first := min(soonest(c.Raw), soonest(c.Due)); first != never {
		d.Left = int(first - asOf)
	}
	return d
}

// never comes after every day.
const never = day.Day(1<<31 - 1)

// soonest is the first known day of a range.
func soonest(r Range) day.Day {
	for _, d := range []day.Day{r.Earliest, r.Latest} {
		if d != day.None {
			return d
		}
	}
	return never
}

func order(a, b Deadline) int {
	return cmp.Or(
		cmp.Compare(soonest(a.Raw), soonest(b.Raw)),
		strings.Compare(a.Rule.ID, b.Rule.ID),
		strings.Compare(a.Event.ChildID, b.Event.ChildID),
		strings.Compare(a.Event.Subject, b.Event.Subject))
}
