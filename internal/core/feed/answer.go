package feed

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// Answered is a reading as a person answered it: the days are those of the
// feed, what happens on them is what the person says. What was a break by its
// words keeps its kind.
func (r Reading) Answered(verdict Verdict, from, until day.Clock) Reading {
	r.Verdict, r.Certainty, r.From, r.Until = verdict, certain, day.NoClock, day.NoClock
	switch verdict {
	case IsPartial:
		r.From, r.Until = from, until
	case IsClosed:
		if r.Kind == "" {
			r.Kind = calendar.OtherClosure
		}
	}
	return r
}

// ByNameOnly says whether a reading is a question that only the name of a
// holiday raises: programs put such days into calendars by themselves, and
// many of them are school days.
func (r *Reading) ByNameOnly() bool {
	if r.Verdict != IsAsk || len(r.Because) == 0 {
		return false
	}
	for _, why := range r.Because {
		if why.Code != HolidayName {
			return false
		}
	}
	return true
}

// Scoped says whether a reading is a question because the days are for some
// grades only.
func (r *Reading) Scoped() bool { return r.Verdict == IsAsk && r.has(SomeGrades) }

// Gone says whether a change comes of what a feed no longer says.
func (ch *Change) Gone() bool { return ch.What == Opens || ch.What == FullAgain }

// Of says whether a change is what a reading of its days can bring about.
func (ch *Change) Of(r *Reading) bool {
	if !ch.Meets(r.Span) {
		return false
	}
	switch ch.What {
	case Closes, OtherKind:
		return r.Verdict == IsClosed
	case Shortens, OtherHours:
		return r.Verdict == IsPartial
	case GivesBack:
		return r.Verdict == GivenBack
	case Notes:
		return (r.Verdict == IsAsk || r.Verdict == IsTesting) && ch.Span.First >= r.First && ch.Span.Last <= r.Last && ch.Name == r.Title
	}
	return false
}
