package feed

import "midweek/internal/core/calendar"

// The groups of what speaks for a closed day. Each counts once, by its
// heaviest sign: two names of staff days say no more than one.
var groups = [][]Code{
	{NoSchool, Closed},
	{StudentsOff, BreakName},
	{HolidayName, StaffDay, RecordsDay, Conference, WeatherDay, OfficeClosed, Unclear},
}

// weigh adds up what speaks for a closed day.
func (f *finding) weigh() {
	for _, group := range groups {
		heaviest := 0
		for _, s := range f.signs {
			if is(s.code, group...) {
				heaviest = max(heaviest, s.weight())
			}
		}
		f.score += heaviest
	}
	f.weighHoliday()
	f.weighBody()
}

// weight is what a sign weighs; a weak one only asks.
func (s *sign) weight() int {
	if s.weak {
		return some + 1
	}
	return weights[s.code]
}

// weighHoliday adds what makes the name of a holiday a day off: the word
// holiday beside it or alone, or several school days of it.
func (f *finding) weighHoliday() {
	word, name := first(f.signs, HolidayWord), first(f.signs, HolidayName)
	switch {
	case word != nil && name != nil:
		f.score += weights[HolidayWord]
	case word != nil && word.whole && f.title.alone(HolidayWord):
		f.score += 2 * weights[HolidayWord]
	case word != nil && f.score == 0:
		f.score += weights[HolidayWord]
	case name != nil && schoolDays(f.Span) >= 2:
		f.score += weights[ManyDays]
	}
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
			if (i < h.first || i >= h.last) && !is(Code(s.tokens[i].word), "day", "days", "the", "for", "all", "students",
				"school", "observed") {
				return false
			}
		}
	}
	return true
}

// weighBody adds what the description states, where the title does not. Under
// a title that says nothing of school days, only a plain sentence counts.
func (f *finding) weighBody() {
	s := first(f.told, NoSchool, Closed, StudentsOff)
	if s == nil || f.states() || first(f.signs, Early, Late, Testing) != nil || brief(f.Event) {
		return
	}
	switch {
	case f.score >= some || len(f.title.hits) > 0 && !s.weak:
		f.score += weights[s.code]
	case !s.weak:
		f.score += enough + 1
	default:
		f.score += some + 1
	}
	g := scopeOf(f.body)
	if g.some() && f.scope.grades == 0 {
		f.scope = g
	}
}

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
