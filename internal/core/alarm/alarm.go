// Package alarm says early that minutes are being lost, while there is time to
// act: sessions missed in a row, a share of the last weeks, nobody to give the
// service, make-ups that soon no longer fit before the last day of school. How
// early is the family's choice; what is not filled in raises nothing, since
// unknown is never missed.
package alarm

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// A Code names what an alarm is about.
type Code string

// The alarms.
const (
	InARow     Code = "in_a_row"
	Share      Code = "share"
	Vacancy    Code = "vacancy"
	FitCloses  Code = "fit_closes"   // all fits if it begins by By
	FitIsShort Code = "fit_is_short" // all does not fit before the last day
)

// An Alarm is one thing to look at, with its numbers.
type Alarm struct {
	Code     Code
	Since    day.Day // of what was missed: its first day
	Sessions int     // missed in a row
	Minutes  int     // missed, or that do not fit
	Planned  int     // minutes, of a share: of the sessions of which something is known
	Weeks    int     // of a share: the last ones
	Days     int     // school days: of a vacancy since its first day, of a fit until By
	By       day.Day // of a fit: the last day to begin
}

// What is said where the family has chosen nothing.
const (
	defaultInARow  = 3
	defaultShare   = 25 // percent
	defaultWeeks   = 6
	defaultVacancy = 10 // school days
	defaultFit     = 15 // school days

	fewest = 3 // sessions of known outcome before a share says anything
)

// For are the alarms of a series on a day, under what the family chose; nil is
// nothing chosen.
func For(s *ledger.Series, on day.Day, chosen *iep.Alarm) []Alarm {
	limits := Usual(chosen)
	var list []Alarm
	add := func(a Alarm, raised bool) {
		if raised {
			list = append(list, a)
		}
	}
	add(inARow(s, *limits.InARow))
	add(share(s, on, *limits.Share, *limits.Weeks))
	add(vacancy(s, on, *limits.Vacancy))
	add(closing(s, on, *limits.Fit))
	return list
}

// Usual is what a family chose, with the program's numbers where it chose none;
// nil is nothing chosen.
func Usual(chosen *iep.Alarm) iep.Alarm {
	if chosen == nil {
		chosen = &iep.Alarm{}
	}
	return iep.Alarm{
		InARow: new(choice(chosen.InARow, defaultInARow)), Share: new(choice(chosen.Share, defaultShare)),
		Weeks: new(choice(chosen.Weeks, defaultWeeks)), Vacancy: new(choice(chosen.Vacancy, defaultVacancy)), Fit: new(choice(chosen.Fit, defaultFit)),
		Unknown: chosen.Unknown,
	}
}

func choice(chosen *int, usual int) int {
	if chosen == nil {
		return usual
	}
	return *chosen
}

// asked says whether a slot's missed minutes are asked back: answered yes or
// ask. What is for the record raises nothing and interrupts nothing.
func asked(s *ledger.Slot) bool { return s.Missed > 0 && s.Verdict.Answer != policy.No }

// told says whether something is known of a session that could be held.
func told(s *ledger.Slot) bool {
	return s.State == ledger.Settled && (s.Status == calendar.Open || s.Session != nil)
}

// inARow counts back from the latest planned session that could be held. One
// that is not filled in ends the row: nobody knows what it was.
func inARow(s *ledger.Series, least int) (Alarm, bool) {
	a := Alarm{Code: InARow}
	for i := len(s.Slots) - 1; i >= 0; i-- {
		slot := &s.Slots[i]
		if slot.State == ledger.Upcoming || slot.State == ledger.Settled && !told(slot) {
			continue
		}
		if !told(slot) || slot.Given > 0 {
			break
		}
		if asked(slot) {
			a.Since, a.Sessions, a.Minutes = slot.Date, a.Sessions+1, a.Minutes+slot.Missed
		}
	}
	return a, least > 0 && a.Sessions >= least
}

// share sets what was missed in the last weeks beside what was planned in them,
// of the sessions of which something is known. It says nothing that filling in
// the others could take back: it holds also if all of them were given.
func share(s *ledger.Series, on day.Day, percent, weeks int) (Alarm, bool) {
	a := Alarm{Code: Share, Since: on - day.Day(7*weeks) + 1, Weeks: weeks}
	sessions, unknown := 0, 0
	for i := range s.Slots {
		slot := &s.Slots[i]
		if slot.Date >= a.Since && slot.Date <= on && slot.State == ledger.Unrecorded {
			unknown += slot.Schedule.Minutes
		}
		if slot.Date < a.Since || slot.Date > on || !told(slot) || slot.Missed > 0 && !asked(slot) {
			continue
		}
		sessions++
		a.Planned += slot.Schedule.Minutes
		a.Minutes += slot.Missed
	}
	return a, percent > 0 && sessions >= fewest && a.Minutes > 0 && 100*a.Minutes >= percent*(a.Planned+unknown)
}

// vacancy counts the school days since the first session that nobody was there
// to give, while that goes on.
func vacancy(s *ledger.Series, on day.Day, least int) (Alarm, bool) {
	a := Alarm{Code: Vacancy}
	for i := len(s.Slots) - 1; i >= 0; i-- {
		slot := &s.Slots[i]
		if slot.State == ledger.Upcoming || slot.State == ledger.Settled && !told(slot) {
			continue
		}
		if !told(slot) || slot.Reason != iep.ProviderVacancy && slot.Reason != iep.ServiceNotStarted {
			break
		}
		a.Since, a.Sessions, a.Minutes = slot.Date, a.Sessions+1, a.Minutes+slot.Missed
	}
	if a.Sessions == 0 || least == 0 {
		return a, false
	}
	a.Days = schoolDays(s.School(on), day.Span{First: a.Since, Last: on})
	return a, a.Days >= least
}

// closing looks whether what is open still fits, and for how long: as far as
// that is so however the sessions turn out that are not filled in.
func closing(s *ledger.Series, on day.Day, least int) (Alarm, bool) {
	a, raised := closingOf(s, on, least)
	if !raised || s.Summary.UnrecordedSessions == 0 {
		return a, raised
	}
	ends := s.Range()
	_, given := closingOf(ends.AllGiven, on, least)
	_, missed := closingOf(ends.AllMissed, on, least)
	return a, given && missed
}

// closingOf is closing for one outcome. A series of which no length of a make-up
// session is known has no answer.
func closingOf(s *ledger.Series, on day.Day, least int) (Alarm, bool) {
	f, err := fit.For(s, on, fit.Limits{})
	if err != nil || f.Open == 0 || least == 0 {
		return Alarm{}, false
	}
	if f.Leftover > 0 {
		return Alarm{Code: FitIsShort, Minutes: f.Leftover}, true
	}
	days := schoolDays(s.School(on), day.Span{First: on + 1, Last: f.LastStart})
	return Alarm{Code: FitCloses, Minutes: f.Open, Days: days, By: f.LastStart}, days <= least
}

func schoolDays(school calendar.School, in day.Span) int {
	n := 0
	for d := in.First; d <= in.Last; d++ {
		if school.Status(d) == calendar.Open {
			n++
		}
	}
	return n
}
