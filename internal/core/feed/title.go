package feed

import (
	"slices"

	"midweek/internal/core/day"
)

// titleSigns are the phrases of a title that count, by what stands around
// them and by how long the event takes.
func titleSigns(s *signer, e *Event) []sign {
	var signs []sign
	for _, h := range s.hits[:min(len(s.hits), mostHits)] {
		sg := s.sign(h)
		if s.counts(h, &sg, e) {
			signs = append(signs, sg)
		}
	}
	return signs
}

// counts says whether a phrase counts, and makes it weak where it only asks.
func (s *signer) counts(h hit, sg *sign, e *Event) bool {
	switch h.code {
	case NoSchool, Closed:
		return s.states(h, sg, e)
	case StudentsOff, BreakName, HolidayName, HolidayWord, StaffDay, RecordsDay, Conference, WeatherDay, OfficeClosed, Unclear:
		return s.names(h, sg, e)
	case Early, Late:
		return s.shortens(h, e)
	case Remote:
		return s.head(h) && !s.denied(h) && len(s.occasions) == 0 && !brief(e)
	case Testing:
		return s.head(h) && s.led(h) && !s.denied(h) && len(s.occasions) == 0 && !evening(e)
	case MakeUp:
		named := s.head(h) || s.between(0, len(s.tokens), InSession)
		return named && !s.denied(h) && len(s.occasions) == 0 && !s.between(0, len(s.tokens), Testing) && !brief(e)
	case InSession:
		return !s.denied(h) && !s.compounded(h)
	}
	return true
}

// states says whether a statement (no school, schools closed) counts. Beside
// an occasion, or about another day, it is a question.
func (s *signer) states(h hit, sg *sign, e *Event) bool {
	if s.compounded(h) || h.code == Closed && s.closedTo(h) {
		return false
	}
	if s.tokens[h.first].word == "closed" && (!s.closedAlone(h) || s.denied(h)) || s.goes(h) {
		return false
	}
	sg.weak = s.doubtful(h, e) || !s.precedes(h) || !s.follows(h) || s.strange() || s.talked() || brief(e)
	return true
}

// doubtful says whether a statement is of another day, a question, a
// quotation or called off.
func (s *signer) doubtful(h hit, e *Event) bool {
	first, last := s.clause(h)
	named, one := s.weekday()
	wrongDay := one && e.First == e.Last && e.First.Weekday() != named
	return wrongDay || s.otherDate(first, last, e) || s.between(0, len(s.tokens), Testing) || s.reminds() ||
		s.between(first, h.first, Before, CalledOff) ||
		s.asked(s.tokens[h.first].clause) || s.labelled(h)
}

// reminds says whether another day is spoken of, but the one on which school
// resumes.
func (s *signer) reminds() bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.code == OtherDay && !s.says(s.tokens[h.first].clause, Resumes)
	})
}

// closedAlone says whether "closed" without a name in front of it is of the
// schools: behind the initials of a district, by itself, or beside the name of
// a day off in a title with no unknown word, which could be a gym.
func (s *signer) closedAlone(h hit) bool {
	first, _ := s.clause(h)
	if h.first == first+1 && s.district(first) {
		return true
	}
	return s.bare(0, len(s.tokens)) && len(s.occasions) == 0 && (len(s.hits) > 1 || len(s.tokens) == h.last)
}

// goes says whether students are off to somewhere, and not off.
func (s *signer) goes(h hit) bool {
	_, last := s.clause(h)
	if h.code != NoSchool || h.last == last {
		return false
	}
	switch s.word(h.last - 1) {
	case "off", "out", "home":
		switch s.word(h.last) {
		case "to", "of", "on", "from", "with", "at", "into":
			return true
		}
	}
	return false
}

// closedTo says whether a school is closed to some other than its students.
func (s *signer) closedTo(h hit) bool {
	_, last := s.clause(h)
	if h.last >= last || s.word(h.last) != "to" {
		return false
	}
	next := s.word(h.last + 1)
	return next != "students" && next != "all"
}

// names says whether a name (winter break, Labor Day, teacher workday) counts.
func (s *signer) names(h hit, sg *sign, e *Event) bool {
	if !s.head(h) || !s.led(h) || s.denied(h) || s.occasion(sg.in) || brief(e) {
		return false
	}
	if len(s.occasions) > 0 && schoolDays(e.Span) < 2 {
		return false
	}
	sg.weak = !s.follows(h) || !s.precedes(h) || s.asked(sg.in) || s.strange() ||
		s.between(0, len(s.tokens), OtherDay)
	first, last := s.clause(h)
	if h.code == BreakName || h.code == StudentsOff {
		one := schoolDays(e.Span) < 2
		if s.between(first, last, Borders) && s.between(0, len(s.tokens), Before) {
			return false
		}
		sg.weak = sg.weak || len(s.occasions) > 0 || one && s.between(first, last, Borders) ||
			s.stray(h)
		if s.between(0, len(s.tokens), Resumes) && (one || s.between(first, last, Resumes)) {
			return false
		}
	}
	return true
}

// shortens says whether a shorter day counts: an early release, and not the
// early release film club.
func (s *signer) shortens(h hit, e *Event) bool {
	_, last := s.clause(h)
	because := false
	if h.last < last {
		switch s.tokens[h.last].word {
		case "for", "due", "because", "at", "to", "on", "as", "k", "grades":
			because = true
		}
	}
	return (because || s.head(h)) && !s.denied(h) && !s.leads(h, Before, CalledOff, OtherDay) && !evening(e) &&
		!(s.occasion(s.tokens[h.first].clause) && !because)
}

// aSchoolDay is how many minutes an event must take to be about a whole day.
const aSchoolDay = 4 * 60

// brief says whether an event takes only a part of a school day.
func brief(e *Event) bool {
	if e.AllDay || e.First != e.Last {
		return false
	}
	if evening(e) {
		return true
	}
	if !e.End.Known() {
		return e.Start > day.At(10, 0)
	}
	return e.Start.Known() && e.End.Minutes()-e.Start.Minutes() < aSchoolDay
}

// evening says whether an event begins when school is over.
func evening(e *Event) bool {
	return !e.AllDay && e.Start >= day.At(16, 0)
}

// schoolDays counts the days of a span from Monday to Friday, up to a hundred.
func schoolDays(in day.Span) int {
	n := 0
	for on := in.First; on <= in.Last && n < 100; on++ {
		if on.Weekday() < day.Saturday {
			n++
		}
	}
	return n
}
