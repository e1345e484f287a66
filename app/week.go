package app

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// longestSummer is how many days at most lie between two school years that
// follow each other. Where there are more, a year between them is not here.
const longestSummer = 120

// weekAhead is one sentence about the rest of the week. Without a school year
// for the day nothing is known of its closings, and the sentence says so.
func (s *sheet) weekAhead() string {
	toSunday := 6 - int(s.Today.Weekday())
	if closed := s.ClosedAhead(s.child, toSunday); len(closed) > 0 {
		return words.Put("today.closing", "name", words.Closure(closed[0].Closure), "days", words.Span(closed[0].Closure.Span))
	}
	before, now, next := s.yearsAround()
	if now {
		return words.Put("today.no_closing")
	}
	return betweenYears(s.Today, before, next)
}

// yearsAround are the school year that ended last, whether one runs now, and
// the one that begins next; nil where there is none.
func (s *sheet) yearsAround() (before *calendar.SchoolYear, now bool, next *calendar.SchoolYear) {
	for _, id := range s.CalendarsOf(s.child) {
		y := s.Year(id)
		switch {
		case y.Span().Holds(s.Today):
			now = true
		case y.First > s.Today && (next == nil || y.First < next.First):
			next = y
		case y.Last < s.Today && (before == nil || y.Last > before.Last):
			before = y
		}
	}
	return before, now, next
}

// betweenYears is what is known of a day without a school year.
func betweenYears(today day.Day, before, next *calendar.SchoolYear) string {
	switch {
	case before != nil && next != nil && next.First-before.Last <= longestSummer:
		return words.Put("today.out_until", "day", words.Day(next.First))
	case next != nil:
		return words.Put("today.year_ahead", "day", words.Day(next.First))
	case before != nil && today-before.Last <= longestSummer:
		return words.Put("today.out")
	}
	return words.Put("today.no_year")
}
