package feed

import "strings"

// What stands around a phrase must be understood before it closes a day: a
// word that no rule knows may name a camp, a gym or another school. What is
// not understood is asked. Here is what stands in the phrase's own clause;
// beside.go has the others.

// follows says whether all that follows a closing phrase in its clause is
// understood: for whom it is, when, and why.
func (s *signer) follows(h hit) bool {
	_, last := s.clause(h)
	states := is(h.code, NoSchool, Closed)
	wide := false
	for i := h.last; i < last; i++ {
		switch w := s.tokens[i].word; {
		case states && aBecause[w], states && w == "for" && s.aDay(last-1):
			return !s.occasion(s.tokens[i].clause)
		case s.by[i] != "":
			lasts := w == "through" || w == "during" || w == "from" || h.code == BreakName && s.by[i] == Borders
			if !is(s.by[i], harmless...) && !lasts {
				return false
			}
		case isDigit(w[0]):
			if strings.Contains(w, ":") || s.word(i+1) == "am" || s.word(i+1) == "pm" || s.word(i-1) == "at" {
				return false
			}
		case w == "for" || w == "all" || states && w == "and":
			wide = true
		case !states && (w == "gr" || w == "grade" || w == "grades") && !s.dated(i+1) && s.word(i+1) != "k":
			return false
		case aStaff[w] && !s.forStudents(h):
			return false
		case wide && s.district(i):
		case w == "y" && s.word(i-1) == "the", w == "march" && !s.dated(i+1), aLink[w] && !states && !s.dated(i+1):
			return false
		case !aTrailing[w] && !s.dated(i) && !(wide && anAudience[w]):
			return false
		}
	}
	return true
}

// dated says whether a word is of a date: a number, a month, a weekday.
func (s *signer) dated(i int) bool {
	w := s.word(i)
	_, month := monthNames[w]
	_, weekday := weekdayNames[w]
	return month || weekday || w != "" && isDigit(w[0])
}

// aDay says whether a word is one that ends the name of a day.
func (s *signer) aDay(i int) bool {
	return dayEndings[s.word(i)] && (s.by[i] == "" || is(s.by[i], harmless...))
}

// precedes says whether all that stands before a closing phrase in its clause is
// understood. Any name may stand before "schools": it is the district's.
func (s *signer) precedes(h hit) bool {
	first, _ := s.clause(h)
	parted := s.word(h.first-1) == "and" && s.aDay(h.first-2)
	named := parted || h.code == Closed && is(Code(s.word(h.first)), "schools", "district", "isd", "usd", "public")
	for i := first; i < h.first; i++ {
		switch w := s.tokens[i].word; {
		case aCondition[w], anOther[w] && s.by[i] == "", s.isOccasion(i):
			return false
		case s.by[i] != "":
			if !is(s.by[i], harmless...) && !is(s.by[i], Borders) {
				return false
			}
		case !named && !isDigit(w[0]) && !aNeutral[w] && !s.district(i):
			return false
		}
	}
	return true
}

// district says whether a word is the initials of a district: FCPS, HISD. In a
// title of capitals alone, what could be a word (SHOPS) is not.
func (s *signer) district(i int) bool {
	raw := s.plain[s.tokens[i].start:s.tokens[i].end]
	if len(raw) < 3 || len(raw) > 7 || raw != strings.ToUpper(raw) {
		return false
	}
	for _, end := range endings {
		if name, ok := strings.CutSuffix(s.tokens[i].word, end); ok {
			return s.plain != strings.ToUpper(s.plain) || !strings.ContainsAny(name, "aeiouy")
		}
	}
	return false
}

// forStudents says whether the clause of a phrase names students.
func (s *signer) forStudents(h hit) bool {
	first, last := s.clause(h)
	for i := first; i < last; i++ {
		if is(Code(s.tokens[i].word), "student", "students", "pupil", "pupils", "estudiantes", "kids") {
			return true
		}
	}
	return false
}
