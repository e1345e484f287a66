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

// A Binding is the limit that keeps minutes from fitting.
type Binding string

// The bindings, in the order in which they are tried.
const (
	NothingBinds Binding = "none"
	PerWeekBinds Binding = "per_week" // more sessions a week would do
	MinutesBind  Binding = "minutes"  // sessions twice as long would do
	HoursBind    Binding = "hours"    // any hour of the day would do
	OffBinds     Binding = "off"      // the single days that do not suit would do
	DaysBind     Binding = "days"     // none of these would: too few days are left
)

// A Fit is what can be made up by the last day of school, and what then.
// Open = Arranged + Fits + Summer.Fits + Summer.Leftover, always.
type Fit struct {
	Limits    Limits   // as used, with the defaults filled in
	Until     day.Span // the days looked at; zero when no school year is left
	Open      int      // minutes answered yes and not made up
	Arranged  int      // of them, stand on days already
	Fits      int
	Leftover  int
	LastStart day.Day // the latest day to begin and still fit all; absent when all does not fit
	Binding   Binding
	Plan      []Session
	Days      []Room // on which a session may stand, in order
	Summer    Summer
	Changes   []Change // of one limit, that would make all fit; those of the fewest steps first
}

// A Session is minutes of one make-up session that pay one obligation.
type Session struct {
	Date         day.Day
	Minutes      int
	ObligationID string
	Start        day.Clock // the first that suits, where hours are asked for
}

// A Room is a day within the limits, with the first time that suits where hours
// are asked for.
type Room struct {
	Date  day.Day
	Start day.Clock
}

// Summer is what fits into the minutes reserved in the summer, and what
// remains for next year's request.
type Summer struct{ Capacity, Fits, Leftover int }

// For fits the open minutes of a series into the days after asOf. It refuses
// when minutes are open and no length of a session is given, worded or planned.
func For(s *ledger.Series, asOf day.Day, limits Limits) (*Fit, error) {
	return Ask(Question{Series: s, AsOf: asOf, Limits: limits})
}

// A Question is whether what is open of a series can be made up, with what
// stands in the child's week already.
type Question struct {
	Series   *ledger.Series
	AsOf     day.Day
	Limits   Limits
	Busy     []Busy     // the child's other sessions at known times; looked at where hours are asked for
	Standing []Standing // make-ups of this series that are arranged and not given
}

// Ask answers a question. Nothing is planned on a day on which a make-up
// stands, and those of a week count among its sessions. It refuses as For does.
func Ask(q Question) (*Fit, error) {
	limits, days, err := complete(q.Series, q.AsOf, q.Limits)
	if err != nil {
		return nil, err
	}
	f := &Fit{Limits: limits, Open: q.Series.Summary.OpenOwed}
	f.Arranged = min(f.Open, q.arranged())
	a := &asking{rest: f.Open - f.Arranged}
	if days != nil {
		f.Until = day.Span{First: max(q.AsOf+1, days.Year.First), Last: days.Year.Last}
		a.weekdays = days.Year.Weekdays
		a.look(&q, days, f.Until)
	}
	free := a.candidates(limits)
	f.Fits = min(a.rest, free.sessions(limits.PerWeek)*limits.Minutes)
	f.Leftover = a.rest - f.Fits
	f.LastStart = f.lastStart(free)
	f.plan(free, q.Series.Obligations)
	f.Days = free.rooms()
	f.Summer.fill(q.Series, f.Leftover)
	f.Binding = NothingBinds
	if f.Leftover > 0 {
		f.Binding, f.Changes = a.binding(limits), a.changes(limits)
	}
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

// lastStart goes back from the last day until the days behind hold all.
func (f *Fit) lastStart(free candidates) day.Day {
	if f.Leftover > 0 || f.Fits == 0 {
		return day.None
	}
	held, used := 0, 0
	for i := len(free) - 1; i >= 0; i-- {
		if i == len(free)-1 || free[i].on.Monday() != free[i+1].on.Monday() {
			used = free[i].taken
		}
		if used < f.Limits.PerWeek {
			used++
			held += f.Limits.Minutes
		}
		if held >= f.Fits {
			return free[i].on
		}
	}
	return day.None
}

// plan uses the earliest days and pays the oldest obligations first, after
// what the arranged ones pay.
func (f *Fit) plan(free candidates, obligations []*ledger.Obligation) {
	due := payable(obligations)
	due.take(f.Arranged, func(owing) {})
	used := 0
	for i, c := range free {
		if i == 0 || c.on.Monday() != free[i-1].on.Monday() {
			used = c.taken
		}
		if used >= f.Limits.PerWeek {
			continue
		}
		used++
		due.take(f.Limits.Minutes, func(o owing) {
			f.Plan = append(f.Plan, Session{c.on, o.minutes, o.id, c.start})
		})
	}
}

type owing struct {
	id      string
	minutes int
}

// A queue is what is open, the oldest first.
type queue []owing

// take takes minutes from its front, and tells what they pay.
func (due *queue) take(minutes int, pay func(owing)) {
	for minutes > 0 && len(*due) > 0 {
		first := &(*due)[0]
		n := min(minutes, first.minutes)
		pay(owing{first.id, n})
		minutes -= n
		if first.minutes -= n; first.minutes == 0 {
			*due = (*due)[1:]
		}
	}
}

func payable(obligations []*ledger.Obligation) queue {
	var due queue
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
