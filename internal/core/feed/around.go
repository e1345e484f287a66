package feed

import "strings"

// What stands around a phrase must be understood before it closes a day: a
// word that no rule knows may name a camp, a gym or another school. What is
// not understood is asked.

// harmless are what may stand in one clause with a closure and leave it one.
var harmless = []Code{NoSchool, Closed, StudentsOff, BreakName, HolidayName, HolidayWord, StaffDay, RecordsDay, Conference,
	WeatherDay, OfficeClosed, Unclear, Early, Late, InSession, Remote, MakeUp, Maybe, OtherDay, CalledOff}

// trailing are words that may follow a closure's name, besides days and
// numbers.
const trailing = `
	a an the and or of to in on at by with is are be both no each it its only today includes including m t w f fr
	day days week weeks weekend holiday holidays observed observance recognized celebrated
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
	st nd rd th continues continued cont district districtwide wide system systemwide isd usd
	student students staff teacher teachers faculty employees employee pupils te
	k pk tk prek gr grade grades jr ms hs es elem elementary middle high only
	de la el los las del y para por en dia dias todos todas hoy estudiantes escuela escuelas`

// links are words that tie a name to a date, or else to a thing or a place.
const links = `in at with by to on of is are be`

// audience are words that follow "for" or "all", or a statement.
const audience = `school schools campus campuses building buildings office offices class classes everyone county city public
	level levels secondary intermediate senior kindergarten preschool tk ek month open weather snow storm`

// because are words behind which a statement gives its reason.
const because = `due because por observance honor celebration account recognition observing honoring celebrating debido causa motivo`

// conditions are words that make a statement one of other days.
const conditions = `if when while whenever whether should could would unless once where why how what which who except excluding cuando si mientras`

// others are schools that are not the district's.
const others = `catholic private charter parochial diocesan neighboring surrounding nearby area other another some several
	select most various certain many former old new sunday driving home dance music nursery montessori`

// public are the occasions for which a district closes.
const public = `fair fairs fiesta festival parade rodeo election vote votes voting convention graduation orientation
	conference meeting meetings celebration celebrations season hunt`

// places are schools and services beside the district's schools.
const places = `tech technical vocational vo career boces college university academy program programs center centre extended
	enrichment care childcare academia alternative ecse headstart charter ymca jcc rec recreation parks museum church`

// staff are those who work at a school.
const staff = `staff employee employees faculty teachers teacher personal maestros`

var (
	aStaff     = set(staff)
	aPlace     = set(places)
	aLink      = set(links)
	aTrailing  = set(trailing)
	anAudience = set(audience)
	aBecause   = set(because)
	aCondition = set(conditions)
	anOther    = set(others)
	aPublic    = set(public)
)

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
		case !aTrailing[w] && !(wide && anAudience[w]):
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
	switch s.word(i) {
	case "day", "days", "weekend", "week", "season", "observance", "observed", "holiday", "holidays", "break":
		return s.by[i] == "" || is(s.by[i], harmless...)
	}
	return false
}

// leads says whether all that stands before a closing phrase in its clause is
// understood. Any name may stand before "schools": it is the district's.
func (s *signer) ledUnderstood(h hit) bool {
	first, _ := s.clause(h)
	parted := s.word(h.first-1) == "and" && s.aDay(h.first-2)
	named := parted || h.code == Closed && is(Code(s.word(h.first)), "schools", "district", "isd", "usd", "cusd", "public")
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

// endings are how the initials of districts end.
var endings = []string{"pss", "ps", "isd", "usd", "sd", "cs"}

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

// unread says whether a word outside a clause is not understood. The name of
// a district by itself is.
func (s *signer) unread(but int) bool {
	for i, t := range s.tokens {
		if t.clause != but && !s.known(i) && !s.district(i) && !s.ofDistrict(i) {
			return true
		}
	}
	return false
}

// ofDistrict says whether a word stands in a clause that names a district:
// Springfield Public Schools, Alamo Heights ISD.
func (s *signer) ofDistrict(i int) bool {
	last := i
	for last+1 < len(s.tokens) && s.tokens[last+1].clause == s.tokens[i].clause {
		last++
	}
	return !s.isOccasion(i) && !anOther[s.tokens[i].word] &&
		is(Code(s.tokens[last].word), "schools", "district", "isd", "usd", "sd", "cusd")
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
		if aPlace[t.word] || (loose || i < h.first) && !s.district(i) && !s.ofDistrict(i) &&
			!s.dayClause(i) {
			return true
		}
	}
	return false
}

// dayClause says whether the clause of a word is the name of a day: it ends or
// begins as one does, or holds one.
func (s *signer) dayClause(i int) bool {
	in := s.tokens[i].clause
	if s.says(in, offs...) || s.says(in, Closed, Early) {
		return true
	}
	first, last := i, i
	for last+1 < len(s.tokens) && s.tokens[last+1].clause == in {
		last++
	}
	for first > 0 && s.tokens[first-1].clause == in {
		first--
	}
	return s.aDay(last) || is(Code(s.tokens[first].word), "dia", "day", "feria") ||
		is(Code(s.tokens[last].word), "convention", "eve", "birthday", "festival", "fair", "fiesta", "rodeo", "planning",
			"development", "training", "retreat", "inauguration", "institute", "sip", "halloween")
}

// strange says whether an occasion that is no reason to close stands anywhere,
// or a place that is closed.
func (s *signer) strange() bool {
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
	var workers, others map[int]bool
	for i, t := range s.tokens {
		switch {
		case aStaff[t.word]:
			flag(&workers, t.clause)
		case s.by[i] != "" && !is(s.by[i], BreakName) || t.word == "students" || t.word == "student":
			flag(&others, t.clause)
		}
	}
	for clause := range workers {
		if !others[clause] {
			return true
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

// stray says whether the words outside a name's clause leave it in doubt. A
// student holiday may have any reason but an activity; a break none that is
// not understood.
func (s *signer) stray(h hit) bool {
	for i := range h.first {
		if w := s.tokens[i].word; h.code == BreakName && (w == "office" || w == "offices") {
			return true
		}
	}
	if h.code == BreakName && s.forStaff() || s.between(0, len(s.tokens), Testing) {
		return true
	}
	if h.code == BreakName || s.loose(h) || s.word(h.last-1) == "day" {
		return s.unread(s.tokens[h.first].clause)
	}
	for i := range s.tokens {
		if w := s.tokens[i].word; !s.known(i) && len(w) > 5 && strings.HasSuffix(w, "ing") {
			return true
		}
	}
	return false
}
