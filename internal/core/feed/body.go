package feed

// mostHits is how many phrases of a text are weighed: what it has to say of
// the day it says first.
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

// otherDate says whether a clause names dates or days of the week, and none of
// them is the event's.
func (s *signer) otherDate(first, last int, e *Event) bool {
	other, ours := false, false
	for i := first; i < last; i++ {
		if e.First == e.Last && s.by[i] == "" {
			if named, ok := weekdayNames[s.tokens[i].word]; ok {
				other = true
				ours = ours || named == e.First.Weekday()
			}
		}
		if from, ok := s.dateAt(i, last); ok {
			other = true
			ours = ours || meets(e, from, s.rangeEnd(i+2, last, from))
		}
	}
	return other && !ours
}

// A yearDay is a day of any year: its month times 32, and its day.
type yearDay int

// dateAt is the date that a text names at a token: March 9, 3/9.
func (s *signer) dateAt(i, last int) (yearDay, bool) {
	if i+1 >= last {
		return 0, false
	}
	n := smallNumber(s.tokens[i+1].word)
	if n < 1 || n > 31 {
		return 0, false
	}
	m := smallNumber(s.tokens[i].word)
	if m == 0 {
		m = monthNames[s.tokens[i].word]
	} else if s.plain[s.tokens[i].end:s.tokens[i+1].start] != "/" {
		m = 0
	}
	return yearDay(m*32 + n), 1 <= m && m <= 12
}

// smallNumber reads a number of one or two digits; anything else is 0.
func smallNumber(w string) int {
	switch {
	case len(w) == 1 && isDigit(w[0]):
		return int(w[0] - '0')
	case len(w) == 2 && isDigit(w[0]) && isDigit(w[1]):
		return int(w[0]-'0')*10 + int(w[1]-'0')
	}
	return 0
}

// rangeEnd is the date up to which a range goes on at a token, or its first.
func (s *signer) rangeEnd(i, last int, from yearDay) yearDay {
	if is(Code(s.word(i)), "to", "through", "thru", "and", "al", "a") {
		i++
	}
	if to, ok := s.dateAt(i, last); ok {
		return to
	}
	if n := smallNumber(s.word(i)); i < last && n <= 31 && n > int(from%32) {
		return from - from%32 + yearDay(n)
	}
	return from
}

// meets says whether an event is on one of the dates, in its first sixty days.
func meets(e *Event, from, to yearDay) bool {
	for on := e.First; on <= e.Last && on < e.First+60; on++ {
		_, m, n := on.Civil()
		at := yearDay(m*32 + n)
		if from <= at && at <= to || to < from && (at >= from || at <= to) {
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
