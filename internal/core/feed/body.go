package feed

// mostHits is how many phrases of a description are weighed: what it has to
// say of the day it says first.
const mostHits = 20

// bodySigns are the phrases of a description that speak of the event's own
// day. A sentence with another day in it, or with an if, does not.
func bodySigns(s *signer, e *Event) []sign {
	var signs []sign
	for _, h := range s.hits[:min(len(s.hits), mostHits)] {
		if !is(h.code, NoSchool, Closed, StudentsOff, InSession, Early, Late, Remote, MakeUp) || s.denied(h) ||
			s.compounded(h) {
			continue
		}
		first, last := s.clause(h)
		if s.between(first, last, OtherDay, Before, Maybe, CalledOff) || s.otherDate(first, last, e) || s.remindedOf(first) ||
			s.asked(s.tokens[h.first].clause) {
			continue
		}
		sg := s.sign(h)
		if is(h.code, StudentsOff, Closed) && !sg.whole || h.code == NoSchool && !s.plainly(h) {
			continue
		}
		sg.weak = !sg.whole || sg.in > 1
		signs = append(signs, sg)
	}
	return signs
}

// plainly says whether a sentence of a description states that there is no
// school: no condition before it, and behind it nothing that makes another
// thing of the words, as in no school supplies.
func (s *signer) plainly(h hit) bool {
	first, last := s.clause(h)
	for i := first; i < h.first; i++ {
		if aCondition[s.tokens[i].word] {
			return false
		}
	}
	if h.last == last || s.known(h.last) {
		return true
	}
	w := s.word(h.last)
	return aBecause[w] || is(Code(w), "as", "so", "while", "but", "today")
}

// remindedOf says whether the clause before is a reminder.
func (s *signer) remindedOf(first int) bool {
	return first > 0 && s.between(first-1, first, OtherDay)
}

// otherDate says whether a clause names a month with a day, or another weekday
// than the event's.
func (s *signer) otherDate(first, last int, e *Event) bool {
	for i := first; i < last; i++ {
		w := s.tokens[i].word
		if m, ok := monthNames[w]; ok && i+1 < last && isDigit(s.tokens[i+1].word[0]) &&
			!holdsDate(e, m, s.tokens[i+1].word) {
			return true
		}
		if named, ok := weekdayNames[w]; ok && s.by[i] == "" && e.First == e.Last && named != e.First.Weekday() {
			return true
		}
	}
	return false
}

func holdsDate(e *Event, month int, number string) bool {
	for on := e.First; on <= e.Last && on < e.First+60; on++ {
		if _, m, n := on.Civil(); m == month && number == itoa(n) {
			return true
		}
	}
	return false
}

var monthNames = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9,
	"setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12,
}
