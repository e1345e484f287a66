package feed

import (
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

func itoa(n int) string { return strconv.Itoa(n) }

// A moment is a time of day in a text.
type moment struct {
	at     day.Clock
	first  int    // its token
	grades grades // for whom, or none
}

// Between these a school day begins late or ends early; other times in a text
// are of something else.
var (
	openings   = [2]day.Clock{day.At(6, 30), day.At(14, 0)}
	dismissals = [2]day.Clock{day.At(9, 0), day.At(17, 0)}
)

// moments are the times in a text that can be a late opening or an early
// dismissal. Without a.m. or p.m. they are read as one.
func (s *signer) moments(late bool) []moment {
	var found []moment
	bounds := dismissals
	if late {
		bounds = openings
	}
	for i := range s.tokens {
		at, ok := s.momentAt(i, late)
		if ok && bounds[0] <= at && at <= bounds[1] {
			found = append(found, moment{at, i, s.gradesBefore(i)})
		}
	}
	return found
}

func (s *signer) momentAt(i int, late bool) (day.Clock, bool) {
	w := s.tokens[i].word
	if w == "noon" && s.word(i-1) != "12" || w == "mediodia" {
		return day.At(12, 0), true
	}
	hour, minute, exact := clockOf(w)
	if hour < 1 || hour > 23 {
		return day.NoClock, false
	}
	half := s.word(i + 1)
	if !exact && half != "am" && half != "pm" && half != "noon" && !(s.word(i-1) == "at" && half != "and" &&
		half != "to") {
		return day.NoClock, false
	}
	switch {
	case half == "pm" && hour < 12, half != "am" && hour < 6, half != "am" && !late && hour == 6:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	}
	return day.At(hour, minute), true
}

// clockOf reads 12:30, or a bare hour, which is not exact.
func clockOf(w string) (hour, minute int, exact bool) {
	n := 0
	for i := 0; i < len(w); i++ {
		if w[i] == ':' {
			hour, n, exact = n, 0, true
			continue
		}
		if !isDigit(w[i]) || i > 4 {
			return 0, 0, false
		}
		n = n*10 + int(w[i]-'0')
	}
	if !exact {
		return n, 0, false
	}
	if n > 59 {
		return 0, 0, false
	}
	return hour, n, true
}

// gradesBefore are the grades named right before a time: K-5 12:45.
func (s *signer) gradesBefore(i int) grades {
	for back := 1; back <= 6 && i-back >= 0; back++ {
		g, last := s.gradesAt(i - back)
		if g != 0 && last <= i && i-last <= 2 {
			return g
		}
	}
	return 0
}

// timeIn is the time at which a text says that school begins or ends: the
// first one behind the words that say so, of a span of times the end that is
// meant, and of several for several grades the level's own.
func (s *signer) timeIn(late bool, level calendar.Level) (at day.Clock, differ bool) {
	all := s.moments(late)
	if len(all) == 0 {
		return day.NoClock, false
	}
	if several(all) {
		for _, m := range all {
			if theirs, ok := levelGrades[level]; ok && m.grades&theirs == theirs {
				return m.at, false
			}
		}
		return day.NoClock, true
	}
	code := Early
	if late {
		code = Late
	}
	for _, h := range s.hits {
		if h.code != code {
			continue
		}
		for k, m := range all {
			if m.first < h.first {
				continue
			}
			if !late && k+1 < len(all) && s.word(all[k+1].first-1) == "to" {
				return all[k+1].at, false
			}
			return m.at, false
		}
	}
	return all[0].at, false
}

// several says whether times differ by grade.
func several(all []moment) bool {
	graded := 0
	differ := false
	for _, m := range all {
		if m.grades != 0 {
			graded++
		}
		differ = differ || m.at != all[0].at
	}
	return graded > 1 && differ
}

// eventTime is what the event's own times say: a dismissal is where the event
// of an early release begins, or where the short day ends.
func eventTime(e *Event, late bool) day.Clock {
	if e.AllDay || e.First != e.Last || !e.Start.Known() {
		return day.NoClock
	}
	morning := e.Start < day.At(9, 30)
	switch {
	case late && morning && e.End.Known() && e.End <= day.At(12, 30), !late && morning && e.End.Known() &&
		e.End <= day.At(15, 0):
		return e.End
	case morning && !late, late && morning && e.End.Known():
		return day.NoClock
	}
	return e.Start
}
