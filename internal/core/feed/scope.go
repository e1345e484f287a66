package feed

import (
	"strings"

	"midweek/internal/core/calendar"
)

// grades is a set: bit 0 for preschool, bit 1 for kindergarten, bit n+1 for
// grade n.
type grades uint16

const (
	preschool    grades = 1
	kindergarten grades = 2
	everyGrade   grades = 1<<14 - 1
	schoolAge           = everyGrade &^ preschool
)

// gradesOf is the set of grades from one to another; 0 is kindergarten.
func gradesOf(first, last int) grades {
	var g grades
	for n := max(first, 0); n <= min(last, 12); n++ {
		g |= 1 << (n + 1)
	}
	return g
}

var levelGrades = map[calendar.Level]grades{
	calendar.Elementary: gradesOf(0, 5), calendar.Middle: gradesOf(6, 8), calendar.High: gradesOf(9, 12),
}

// A scope is for whom something is said.
type scope struct {
	grades    grades // none: nothing is said, it is for all
	oneSchool bool   // for one school by its name
}

// some says whether it is not for everybody.
func (s scope) some() bool {
	return s.oneSchool || s.grades != 0 && s.grades&schoolAge != schoolAge
}

// A fit says how what is for some grades concerns a child.
type fit int

const (
	concerns fit = iota // it is for the child's whole level, or for all
	passes              // it is for other levels
	unknown             // it may be for the child
)

// of says how the scope concerns a child of a level.
func (s scope) of(level calendar.Level) fit {
	theirs, known := levelGrades[level]
	switch {
	case !s.some():
		return concerns
	case !known:
		return unknown
	case s.grades != 0 && s.grades&theirs == 0:
		return passes
	case !s.oneSchool && s.grades&theirs == theirs:
		return concerns
	}
	return unknown
}

// scopeOf is for whom a text speaks.
func scopeOf(s *signer) scope {
	var sc scope
	for i := range s.tokens {
		g, last := s.gradesAt(i)
		sc.grades |= g
		if g != 0 && s.named(i, last) {
			sc.oneSchool = true
		}
		if s.toAll(i) {
			return scope{}
		}
		sc.oneSchool = sc.oneSchool || s.oneOf(i)
	}
	return sc
}

// oneOf says whether a word ends the name of one school, or says that it is
// for a part alone: East Campus, Lincoln only.
func (s *signer) oneOf(i int) bool {
	if i == 0 || s.by[i] != "" || s.tokens[i-1].clause != s.tokens[i].clause || s.known(i-1) || s.district(i-1) {
		return false
	}
	return is(Code(s.tokens[i].word), "school", "campus", "academy", "building", "center", "site", "only", "solamente")
}

// toAll says whether a word says that all are meant: all schools, district-wide.
func (s *signer) toAll(i int) bool {
	switch s.word(i) {
	case "all", "both", "todas", "todos":
		switch s.word(i + 1) {
		case "schools", "grades", "students", "levels", "campuses", "kids", "buildings", "escuelas", "estudiantes", "grados", "student":
			return true
		}
	case "district", "division", "system", "county":
		return s.word(i+1) == "wide"
	case "districtwide", "systemwide":
		return true
	}
	return false
}

// word is a token's word, or nothing behind the last.
func (s *signer) word(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].word
}

// gradesAt are the grades that a text names at a token, and the token behind
// their name.
func (s *signer) gradesAt(i int) (grades, int) {
	w, next := s.word(i), s.word(i+1)
	if g, last := s.rangeAt(i); g != 0 {
		return g, last
	}
	if n := ordinals[w]; n > 0 && (next == "grade" || next == "grades" || next == "graders") {
		return gradesOf(n, n), i + 2
	}
	switch w {
	case "elementary", "elem", "primaria", "primarias":
		return levelGrades[calendar.Elementary], i + 1
	case "primary":
		if next == "school" || next == "schools" || next == "grades" || next == "students" {
			return gradesOf(0, 2), i + 1
		}
	case "intermediate":
		return gradesOf(3, 8), i + 1
	case "middle", "junior", "jr":
		if next == "school" || next == "schools" || next == "high" || next == "only" || next == "and" || w == "middle" &&
			s.listed(i) {
			return levelGrades[calendar.Middle], i + 1
		}
	case "secundaria", "secundarias":
		return gradesOf(6, 12), i + 1
	case "secondary":
		return gradesOf(6, 12), i + 1
	case "high":
		if next == "school" || next == "schools" || next == "only" || next == "schoolers" || s.listed(i) {
			if p := s.word(i - 1); p != "junior" && p != "jr" {
				return levelGrades[calendar.High], i + 1
			}
		}
	case "preparatoria":
		return levelGrades[calendar.High], i + 1
	case "kindergarten", "kinder", "kindergartners", "kindergarteners", "kindergartens":
		return kindergarten, i + 1
	case "preschool", "prekindergarten", "prek", "pk", "preescolar", "tk", "headstart":
		return preschool, i + 1
	case "pre":
		if next == "k" || next == "school" || next == "kindergarten" {
			return preschool, i + 2
		}
	case "senior":
		if next != "high" {
			return 1 << 13, i + 1
		}
	case "seniors", "juniors", "sophomores", "freshmen", "freshman", "underclassmen", "upperclassmen":
		return 1 << 13, i + 1
	}
	return s.initials(i)
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
	"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}

// listed says whether a word ends its clause behind another level: elementary,
// middle and high.
func (s *signer) listed(i int) bool {
	ends := i+1 == len(s.tokens) || s.tokens[i+1].clause != s.tokens[i].clause
	switch s.word(i - 1) {
	case "and", "elementary", "middle":
		return ends
	}
	return ends && (i == 0 || s.tokens[i-1].clause != s.tokens[i].clause)
}

// initials takes HS, MS and ES, and the initials of one school such as LHS.
func (s *signer) initials(i int) (grades, int) {
	raw := s.text.plain[s.tokens[i].start:s.tokens[i].end]
	if len(raw) < 2 || len(raw) > 4 || raw != strings.ToUpper(raw) {
		return 0, 0
	}
	switch raw[len(raw)-2:] {
	case "HS":
		return levelGrades[calendar.High], i + 1
	case "MS":
		return levelGrades[calendar.Middle], i + 1
	case "ES":
		return levelGrades[calendar.Elementary], i + 1
	}
	return 0, 0
}

// rangeAt takes 9-12, K-5, grades 6 and 7, 12th grade.
func (s *signer) rangeAt(i int) (grades, int) {
	first, ok := gradeNumber(s.word(i))
	before := s.word(i - 1)
	if _, dated := monthNames[before]; !ok || dated || before == "day" || before == "days" {
		return 0, 0
	}
	switch next := s.word(i + 1); next {
	case "to", "through", "thru", "a":
		if last, ok := gradeNumber(s.word(i + 2)); ok && last > first && s.word(i+3) != "am" && s.word(i+3) != "pm" {
			return gradesOf(first, last) | below(first), i + 3
		}
	case "st", "nd", "rd", "th":
		if after := s.word(i + 2); after == "grade" || after == "graders" || after == "grades" {
			return gradesOf(first, first), i + 3
		}
	}
	switch {
	case before == "gr" || before == "grade" || before == "grades" || before == "grados" || before == "grado":
		g, last := gradesOf(first, first), i+1
		for s.word(last) == "and" {
			n, ok := gradeNumber(s.word(last + 1))
			if !ok {
				break
			}
			g |= gradesOf(n, n)
			last += 2
		}
		return g, last
	case s.word(i) == "k" && s.word(i-1) != "pre":
		return kindergarten, i + 1
	}
	return 0, 0
}

func below(first int) grades {
	if first < 0 {
		return preschool
	}
	return 0
}

// gradeNumber reads a grade: 0 for kindergarten, less for preschool.
func gradeNumber(w string) (int, bool) {
	switch w {
	case "k", "kindergarten", "kinder":
		return 0, true
	case "pk", "p", "prek", "tk", "ek":
		return -1, true
	}
	if len(w) == 0 || len(w) > 2 || !isDigit(w[0]) || !isDigit(w[len(w)-1]) {
		return 0, false
	}
	n := int(w[0] - '0')
	if len(w) == 2 {
		n = n*10 + int(w[1]-'0')
	}
	return n, 1 <= n && n <= 12
}

// named says whether a level stands in the name of one school: Lincoln
// Elementary.
func (s *signer) named(i, last int) bool {
	w := s.word(i)
	if len(w) < 4 && w != "ms" && w != "hs" && w != "es" {
		return len(w) > 2 && last == i+1 && !isDigit(w[0]) &&
			strings.ToUpper(w) == s.text.plain[s.tokens[i].start:s.tokens[i].end] && w != "prek"
	}
	if i == 0 || s.by[i-1] != "" || s.tokens[i-1].clause != s.tokens[i].clause || is(Code(w), "kindergarten", "preschool") {
		return false
	}
	before := s.tokens[i-1].word
	return !aNeutral[before] && !anOccasion[before] && !isDigit(before[0]) && len(before) > 2
}

// mixed says whether some events of a feed say beside their titles that they
// are for one level, and others that they are for all.
func mixed(events []Event) bool {
	some, all := false, false
	for i := range events {
		sc := beside(&events[i])
		if sc.some() {
			some = true
		} else {
			all = true
		}
		if some && all {
			return true
		}
	}
	return false
}

// beside is for whom an event is by its categories and place.
func beside(e *Event) scope {
	var sc scope
	for _, c := range e.Categories {
		got := scopeOf(newSigner(newText(c)))
		if !got.some() {
			return scope{}
		}
		sc.grades |= got.grades
	}
	if e.Location != "" && sc.grades == 0 {
		sc = scopeOf(newSigner(newText(e.Location)))
		sc.oneSchool = sc.grades != 0
	}
	return sc
}
