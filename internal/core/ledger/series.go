package ledger

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// VersionOn is the version in force on a day; between versions the last one
// before it, and before all of them the first.
func (s *Series) VersionOn(on day.Day) *Version {
	best := s.Versions[0]
	for _, v := range s.Versions[1:] {
		if closer(v, best, on) {
			best = v
		}
	}
	return best
}

// closer says whether v speaks for a day rather than w: what has begun before
// what has not, the later begun of two that have, the earlier of two that
// have not.
func closer(v, w *Version, on day.Day) bool {
	begun, was := v.Service.Start <= on, w.Service.Start <= on
	switch {
	case begun != was:
		return begun
	case begun:
		return v.Service.Start > w.Service.Start
	}
	return v.Service.Start < w.Service.Start
}

// SoFar are the minutes planned before a day on days with school, and those
// given of them. A session of the day itself is among them once it is known,
// one on a closed day where it was given all the same.
func (s *Series) SoFar(on day.Day) (planned, given int) {
	for i := range s.Slots {
		slot := &s.Slots[i]
		held := slot.Status == calendar.Open || slot.Given > 0
		if held && (slot.Date < on || slot.State == Settled) {
			planned += slot.Schedule.Minutes
		}
		given += slot.Given - slot.Surplus()
	}
	return planned, given
}

// MadeUpOn are the minutes of make-ups by the day on which each was given, for
// whatever was missed; together they are Summary.MakeupLogged.
func (s *Series) MadeUpOn() map[day.Day]int {
	minutes := map[day.Day]int{}
	for i := range s.account.giving {
		if g := &s.account.giving[i]; g.session.Kind == iep.Makeup {
			minutes[g.session.Date] += g.minutes
		}
	}
	return minutes
}

// Since is the earliest day on which minutes of the obligation were missed,
// from which the clocks of a miss run: its own day, or the first missed session
// of its period, printed closures left out. What is asked about only because
// nobody has filled it in was not missed: then there is no such day.
// Minutes brought from before the record have no such day either.
func (o *Obligation) Since() (on day.Day, missed bool) {
	if o.Agreed != nil {
		return o.Date, false
	}
	if o.Period == nil {
		return o.Date, true
	}
	for _, s := range inSpan(o.Version.slots, o.Period.Span) {
		if s.Missed > 0 && s.Reason != iep.SchoolClosedScheduled {
			return s.Date, true
		}
	}
	return o.Period.Span.First, o.Answer() == policy.Yes || o.Reason == iep.NotScheduled
}

// School is the calendars of all versions, those of the version in force on a
// day first.
func (s *Series) School(on day.Day) calendar.School {
	var school calendar.School
	add := func(v *Version) {
		for _, d := range v.School {
			if !slices.Contains(school, d) {
				school = append(school, d)
			}
		}
	}
	add(s.VersionOn(on))
	for _, v := range s.Versions {
		add(v)
	}
	return school
}

// Has says whether a service is a version of the series.
func (s *Series) Has(serviceID string) bool {
	return slices.ContainsFunc(s.Versions, func(v *Version) bool { return v.Service.ID == serviceID })
}
