package feed

import "slices"

// A part is what a clause of a title is, as far as those beside it ask.
type part struct {
	day      bool // the name of a day, or a reason to close
	district bool // the name of a district
	workers  bool // those who work at a school,
	others   bool // and others, or other matters
}

// clauses are the clauses of a text, looked through once.
func (s *signer) clauses() []part {
	if s.parts != nil || len(s.tokens) == 0 {
		return s.parts
	}
	s.parts = make([]part, s.tokens[len(s.tokens)-1].clause+1)
	for i, t := range s.tokens {
		p := &s.parts[t.clause]
		begins := i == 0 || s.tokens[i-1].clause != t.clause
		ends := i+1 == len(s.tokens) || s.tokens[i+1].clause != t.clause
		p.day = p.day || is(s.by[i], offs...) || is(s.by[i], Closed, Early) || ends && s.aDay(i) ||
			begins && is(Code(t.word), "dia", "day", "feria")
		p.district = ends && is(Code(t.word), "schools", "district", "isd", "usd", "sd", "cusd")
		p.workers = p.workers || aStaff[t.word]
		p.others = p.others || t.word == "students" || t.word == "student" ||
			!aStaff[t.word] && s.by[i] != "" && s.by[i] != BreakName
	}
	return s.parts
}

// unread says whether a word outside a clause is not understood. The name of
// a district by itself is.
func (s *signer) unread(but int) bool {
	for i, t := range s.tokens {
		if t.clause != but && !s.known(i) && !s.ofDistrict(i) {
			return true
		}
	}
	return false
}

// ofDistrict says whether a word is the name of a district: FCPS, Springfield
// Public Schools, Alamo Heights ISD.
func (s *signer) ofDistrict(i int) bool {
	return s.district(i) || s.clauses()[s.tokens[i].clause].district && !s.isOccasion(i) && !anOther[s.tokens[i].word]
}

// labelled says whether another clause may say for whom a statement is: words
// that are not understood before it, or anywhere beside a loose statement, and
// are not the name of a day; or the name of a place. What stands behind a
// statement gives its reason, which may be anything.
func (s *signer) labelled(h hit) bool {
	in, loose := s.tokens[h.first].clause, s.loose(h)
	for i, t := range s.tokens {
		if t.clause == in || s.known(i) {
			continue
		}
		if aPlace[t.word] || (loose || i < h.first) && !s.ofDistrict(i) && !s.clauses()[t.clause].day {
			return true
		}
	}
	return false
}

// stray says whether the words outside a name's clause leave it in doubt. A
// student holiday may be for any day that is named; a break only for what is
// understood.
func (s *signer) stray(h hit) bool {
	in := s.tokens[h.first].clause
	for i := range h.first {
		if w := s.tokens[i].word; h.code == BreakName && (w == "office" || w == "offices") {
			return true
		}
	}
	if h.code == BreakName && s.forStaff() || s.between(0, len(s.tokens), Testing) {
		return true
	}
	if h.code == BreakName || s.loose(h) || s.word(h.last-1) == "day" {
		return s.unread(in)
	}
	for i, t := range s.tokens {
		if t.clause != in && !s.known(i) && !s.ofDistrict(i) && !s.clauses()[t.clause].day {
			return true
		}
	}
	return false
}

// strange says whether an occasion that is no reason to close stands anywhere,
// or a place that is closed.
func (s *signer) strange() bool {
	if !s.looked {
		s.looked, s.stranger = true, s.isStrange()
	}
	return s.stranger
}

func (s *signer) isStrange() bool {
	for _, h := range s.hits {
		if h.code == Closed && s.word(h.first) == "closed" && !s.closedAlone(h) {
			return true
		}
	}
	for i := range s.tokens {
		if s.isOccasion(i) && s.word(i+1) != "holiday" && (s.by[i] == Occasion || !aPublic[s.tokens[i].word]) {
			return true
		}
	}
	return false
}

// forStaff says whether a clause is for those who work at a school alone.
func (s *signer) forStaff() bool {
	return slices.ContainsFunc(s.clauses(), func(p part) bool { return p.workers && !p.others })
}

// loose says whether a statement may as well name a thing: a closure, a class,
// students who are off.
func (s *signer) loose(h hit) bool {
	if last := s.word(h.last - 1); is(Code(last), "class", "classes") || is(Code(s.word(h.first)), "class", "classes") {
		return last != "session"
	}
	switch s.word(h.last - 1) {
	case "closure", "closing", "closings", "off", "out", "home", "days", "free", "libre":
		return true
	}
	return false
}

// asked says whether a clause is a question, or is quoted in a text that says
// more.
func (s *signer) asked(clause int) bool {
	return s.questions[clause] || s.quotes[clause] && s.quotesPart
}
