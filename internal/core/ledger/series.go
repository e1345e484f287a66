package ledger

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
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

// Since is the earliest day on which minutes of the obligation may have been
// missed: its own, or of a period the first day of which nothing or too little
// is known to have been given, printed closures left out. Clocks that run from
// a miss run from there.
func (o *Obligation) Since() day.Day {
	if o.Period == nil {
		return o.Date
	}
	for _, s := range inSpan(o.Version.slots, o.Period.Span) {
		if s.State == Unrecorded || s.Missed > 0 && s.Reason != iep.SchoolClosedScheduled {
			return s.Date
		}
	}
	return o.Period.Span.First
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
