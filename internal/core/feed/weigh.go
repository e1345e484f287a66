package feed

import (
	"strings"

	"midweek/internal/core/calendar"
)

// The groups of what speaks for a closed day. Each counts once, by its
// heaviest sign: two names of staff days say no more than one.
var groups = [][]Code{
	{NoSchool, Closed},
	{StudentsOff, BreakName},
	{HolidayName, StaffDay, RecordsDay, Conference, WeatherDay, OfficeClosed, Unclear},
}

// weigh adds up what speaks for a closed day. What is weak adds nothing: it
// only asks.
func (f *finding) weigh() {
	weak := false
	for _, group := range groups {
		heaviest := 0
		for _, s := range f.signs {
			switch {
			case !is(s.code, group...):
			case s.weak:
				weak = true
			default:
				heaviest = max(heaviest, weights[s.code])
			}
		}
		f.score += heaviest
	}
	f.weighHoliday()
	f.weighBody()
	if weak {
		f.score = max(f.score, some+1)
	}
}

// weighHoliday adds what makes the name of a holiday a day off: the word
// holiday beside it or alone, or several school days of one that has them.
func (f *finding) weighHoliday() {
	word, name := firm(f.signs, HolidayWord), firm(f.signs, HolidayName)
	switch {
	case word != nil && name != nil && !f.title.staffs():
		f.score += weights[HolidayWord]
	case word != nil && strings.EqualFold(word.words, "recess") && schoolDays(f.Span) < 2:
		f.score = max(f.score, some+1) // of the pupils, it may be
	case word != nil && word.whole && f.title.alone(HolidayWord) && !f.title.staffs() && !f.title.unread(word.in):
		f.score += 2 * weights[HolidayWord]
	case word != nil && f.score == 0:
		f.score += weights[HolidayWord]
	case name != nil && schoolDays(f.Span) >= 2 && f.title.long(name) && !f.title.unread(name.in):
		f.score += weights[ManyDays]
	}
}

// firm is the first sign with a code that is not weak, or nil.
func firm(signs []sign, code Code) *sign {
	for i := range signs {
		if signs[i].code == code && !signs[i].weak {
			return &signs[i]
		}
	}
	return nil
}

// staffs says whether a title is about those who work at a school, and not
// about students.
func (s *signer) staffs() bool {
	staff := false
	for _, t := range s.tokens {
		switch t.word {
		case "student", "students", "pupil", "pupils", "school", "schools":
			return false
		case "staff", "employee", "employees", "office", "offices", "teacher", "teachers", "faculty", "paid", "unpaid":
			staff = true
		}
	}
	return staff
}

// long says whether a clause is only the name of a holiday for which schools
// close for days. Others last for days and close none.
func (s *signer) long(name *sign) bool {
	long := false
	for i, t := range s.tokens {
		if t.clause != name.in {
			continue
		}
		switch t.word {
		case "thanksgiving", "christmas", "easter", "friday", "years", "year", "weekend", "navidad", "gracias", "ano":
			long = true
		case "day", "days", "week", "and", "the", "eve", "observed":
		default:
			if s.by[i] != HolidayName && !s.dated(i) {
				return false
			}
		}
	}
	return long
}

// alone says whether no word of the first clause with the code is another
// than it and for whom it is.
func (s *signer) alone(code Code) bool {
	for _, h := range s.hits {
		if h.code != code {
			continue
		}
		first, last := s.clause(h)
		for i := first; i < last; i++ {
			if (i < h.first || i >= h.last) && !is(Code(s.tokens[i].word), "day", "days", "for", "all", "students",
				"school", "observed") {
				return false
			}
		}
	}
	return true
}

// weighBody adds what the description states, where the title does not. Under
// a title that says nothing of days off, only a plain sentence counts, and
// only where the title is the name of a day.
func (f *finding) weighBody() {
	s := first(f.told, NoSchool, Closed, StudentsOff)
	if s == nil || f.states() || first(f.signs, Early, Late, Testing) != nil || brief(f.Event) {
		return
	}
	switch {
	case first(f.signs, offs...) != nil, !s.weak && f.title.nameOfDay() && !f.body.unread(s.in):
		f.score += weights[s.code]
	default:
		f.score = max(f.score, some+1)
	}
	g := scopeOf(f.body)
	if g.some() && f.scope.grades == 0 {
		f.scope = g
	}
}

// nameOfDay says whether a title of unknown words may be the name of a day
// off: Founders Day, and not A Day or Training Week.
func (s *signer) nameOfDay() bool {
	n := len(s.tokens)
	if n == 0 || !is(Code(s.word(n-1)), "day", "days", "holiday", "weekend", "observance") {
		return false
	}
	named := false
	for i, t := range s.tokens {
		if s.known(i) {
			continue
		}
		if strings.HasSuffix(t.word, "ing") {
			return false
		}
		named = true
	}
	return named
}

// offs are what a day off is called.
var offs = []Code{StudentsOff, BreakName, HolidayName, HolidayWord, StaffDay, RecordsDay, Conference,
	WeatherDay, Unclear}

// weighed gives the reasons of the score, heaviest first.
func (f *finding) weighed() {
	for _, group := range groups {
		f.claim(group...)
	}
	f.claim(HolidayWord)
	if f.score >= enough && first(f.signs, HolidayName) != nil && len(f.reasons) == 1 && first(f.signs,
		HolidayName).code == f.reasons[0].Code {
		f.because(ManyDays, "")
	}
}

// kind is the kind of closure that the words tell.
func (f *finding) kind() calendar.ClosureKind {
	switch {
	case first(f.signs, MakeUp) != nil:
		return calendar.MakeupReserve
	case first(f.signs, BreakName) != nil:
		return calendar.Break
	case first(f.signs, HolidayName, HolidayWord) != nil:
		return calendar.Holiday
	case first(f.signs, Conference) != nil:
		return calendar.Conference
	case first(f.signs, RecordsDay) != nil:
		return calendar.RecordsDay
	case first(f.signs, StaffDay) != nil:
		return calendar.StaffDay
	case first(f.signs, WeatherDay) != nil:
		return calendar.Weather
	}
	return calendar.OtherClosure
}
