// Package fit answers the question a family asks in the spring: can all of it
// still be made up? It lays the open minutes of a series on the school days
// that are left, within limits a school can agree to, says what binds when
// they do not fit, and what then goes to the summer and to next year.
package fit

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
)

// DefaultPerWeek is how many make-up sessions a week can hold where nobody says.
const DefaultPerWeek = 1

// Limits are what a family and a school can agree to.
type Limits struct {
	Minutes int          // of one make-up session at most; 0: the length of a promised one
	PerWeek int          // make-up sessions in a week, Monday to Sunday; 0: DefaultPerWeek
	Days    day.Weekdays // on which they may stand; 0: the school's
}

// A Binding is the limit that keeps minutes from fitting.
type Binding string

// The bindings, in the order in which they are tried.
const (
	NothingBinds Binding = "none"
	PerWeekBinds Binding = "per_week" // more sessions a week would do
	MinutesBind  Binding = "minutes"  // sessions twice as long would do
	DaysBind     Binding = "days"     // neither would: too few days are left
)

// A Fit is what can be made up by the last day of school, and what then.
// Open = Fits + Summer.Fits + Summer.Leftover, always.
type Fit struct {
	Limits    Limits   // as used, with the defaults filled in
	Until     day.Span // the days looked at; zero when no school year is left
	Open      int      // minutes answered yes and not made up
	Fits      int
	Leftover  int
	LastStart day.Day // the latest day to begin and still fit all; absent when all does not fit
	Binding   Binding
	Plan      []Session
	Summer    Summer
}

// A Session is minutes of one make-up session that pay one obligation.
type Session struct {
	Date         day.Day
	Minutes      int
	ObligationID string
}

// Summer is what fits into the minutes reserved in the summer, and what
// remains for next year's request.
type Summer struct{ Capacity, Fits, Leftover int }

// For fits the open minutes of a series into the days after asOf. It refuses
// when minutes are open and no length of a session is given, worded or planned.
func For(s *ledger.Series, asOf day.Day, limits Limits) (*Fit, error) {
	limits, days, err := complete(s, asOf, limits)
	if err != nil {
		return nil, err
	}
	f := &Fit{Limits: limits, Open: s.Summary.OpenOwed}
	var free candidates
	if days != nil {
		f.Until = day.Span{First: max(asOf+1, days.Year.First), Last: days.Year.Last}
		free = open(days, f.Until, limits)
	}
	f.Fits = min(f.Open, free.sessions(limits.PerWeek)*limits.Minutes)
	f.Leftover = f.Open - f.Fits
	f.Binding = f.binding(free)
	f.LastStart = f.lastStart(free)
	f.plan(free, s.Obligations)
	f.Summer.fill(s, f.Leftover)
	return f, nil
}

func complete(s *ledger.Series, asOf day.Day, limits Limits) (Limits, *calendar.Days, error) {
	if limits.PerWeek == 0 {
		limits.PerWeek = DefaultPerWeek
	}
	if limits.Minutes == 0 {
		limits.Minutes = sessionMinutes(s, asOf)
	}
	if limits.Minutes == 0 && s.Summary.OpenOwed > 0 {
		return limits, nil, refusal.New(refusal.NoSessionLength, "series", s.ID)
	}
	days := s.School(asOf).Next(asOf)
	if limits.Days == 0 && days != nil {
		limits.Days = days.Year.Weekdays
	}
	return limits, days, nil
}

// sessionMinutes is the length of a promised or planned session: in the
// version in force, or else in one that says.
func sessionMinutes(s *ledger.Series, asOf day.Day) int {
	minutes := s.VersionOn(asOf).Service.SessionMinutes()
	for i := len(s.Versions) - 1; i >= 0 && minutes == 0; i-- {
		minutes = s.Versions[i].Service.SessionMinutes()
	}
	return minutes
}

// candidates are open school days, in order, on which a make-up may stand.
type candidates []day.Day

func open(days *calendar.Days, in day.Span, limits Limits) candidates {
	var free candidates
	for d := in.First; d <= in.Last; d++ {
		if limits.Days.Has(d.Weekday()) && days.Status(d) == calendar.Open {
			free = append(free, d)
		}
	}
	return free
}

// sessions is how many make-up sessions the days hold at so many a week.
func (c candidates) sessions(perWeek int) int {
	n := 0
	for used, i := 0, 0; i < len(c); i++ {
		if i == 0 || c[i].Monday() != c[i-1].Monday() {
			used = 0
		}
		if used < perWeek {
			used++
			n++
		}
	}
	return n
}

func (f *Fit) binding(free candidates) Binding {
	switch {
	case f.Leftover == 0:
		return NothingBinds
	case len(free)*f.Limits.Minutes >= f.Open:
		return PerWeekBinds
	case free.sessions(f.Limits.PerWeek)*2*f.Limits.Minutes >= f.Open:
		return MinutesBind
	}
	return DaysBind
}

// lastStart goes back from the last day until the days behind hold all.
func (f *Fit) lastStart(free candidates) day.Day {
	if f.Leftover > 0 || f.Open == 0 {
		return day.None
	}
	held, used := 0, 0
	for i := len(free) - 1; i >= 0; i-- {
		if i == len(free)-1 || free[i].Monday() != free[i+1].Monday() {
			used = 0
		}
		if used < f.Limits.PerWeek {
			used++
			held += f.Limits.Minutes
		}
		if held >= f.Open {
			return free[i]
		}
	}
	return day.None
}

// plan uses the earliest days and pays the oldest obligations first.
func (f *Fit) plan(free candidates, obligations []*ledger.Obligation) {
	due := payable(obligations)
	used := 0
	for i, d := range free {
		if i == 0 || d.Monday() != free[i-1].Monday() {
			used = 0
		}
		if used == f.Limits.PerWeek {
			continue
		}
		used++
		for left := f.Limits.Minutes; left > 0 && len(due) > 0; {
			minutes := min(left, due[0].minutes)
			f.Plan = append(f.Plan, Session{d, minutes, due[0].id})
			left -= minutes
			if due[0].minutes -= minutes; due[0].minutes == 0 {
				due = due[1:]
			}
		}
	}
}

type owing struct {
	id      string
	minutes int
}

func payable(obligations []*ledger.Obligation) []owing {
	var due []owing
	for _, o := range obligations {
		if o.Open > 0 && o.Answer() == policy.Yes {
			due = append(due, owing{o.ID, o.Open})
		}
	}
	return due
}

func (sum *Summer) fill(s *ledger.Series, leftover int) {
	for _, w := range s.Summer {
		sum.Capacity += w.CapacityLeft
	}
	sum.Fits = min(leftover, sum.Capacity)
	sum.Leftover = leftover - sum.Fits
}
