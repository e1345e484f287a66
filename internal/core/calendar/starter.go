package calendar

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
)

// Why says where a suggested day comes from.
type Why string

// The sources of suggested days, in the order in which they are believed.
const (
	WhyFederal   Why = "federal"   // a federal holiday, 5 U.S.C. 6103
	WhyState     Why = "state"     // a holiday of the state, by the table
	WhyHabit     Why = "habit"     // what schools are used to
	WhyReligious Why = "religious" // a religious day on which some schools close
)

// Confidence is how often schools are closed on such a day. Nineteen calendars
// of districts, 2019 to 2027, were looked at: usual are days that nearly all or
// three in four close, often those that half close, sometimes the others.
type Confidence string

// How sure a suggestion is.
const (
	Usual     Confidence = "usual"
	Often     Confidence = "often"
	Sometimes Confidence = "sometimes"
	Question  Confidence = "question" // only the school's own calendar can say
)

// A Suggestion is a closure that a school may well have. It closes nothing: a
// family ticks what its school's own calendar says.
type Suggestion struct {
	day.Span
	Code       string  // a word; its name in each language is package say's. Empty where Name is given
	Name       string  // of a state's holiday, as the table has it
	Own        day.Day // the holiday's own day, where another is the day off; else none
	Why        Why
	Confidence Confidence
	Kind       ClosureKind // of the closure that it would be
	MayShift   bool        // a community may keep it a day earlier or later
	Window     bool        // the days are somewhere in the span, not all of it
}

// Suggest lists the closures to ask a family about in the days of a school
// year, in order: the federal holidays, the habits of schools, and, in the days
// of StarterSpan, the state's own holidays and religious days. State is two
// letters; one that is not known has no holidays of its own. Nothing is
// suggested on a weekend.
//
// Diwali is left out: no sound source for its days was at hand.
func Suggest(state string, year day.Span) []Suggestion {
	all := slices.Concat(federalDays(state, year), habits(year), stateDays(state), religiousDays())
	var list []Suggestion
	for _, s := range all {
		s.Span = weekdaysOnly(s.Within(year))
		if !s.Empty() {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, inOrder)
	return slices.CompactFunc(list, func(a, b Suggestion) bool { return a.Span == b.Span })
}

// weekdaysOnly is a span without the weekend at its ends.
func weekdaysOnly(s day.Span) day.Span {
	for !s.Empty() && !day.MondayToFriday.Has(s.First.Weekday()) {
		s.First++
	}
	for !s.Empty() && !day.MondayToFriday.Has(s.Last.Weekday()) {
		s.Last--
	}
	return s
}

// surest and believed are the order of the words.
var (
	surest   = []Confidence{Usual, Often, Sometimes, Question}
	believed = []Why{WhyFederal, WhyState, WhyHabit, WhyReligious}
)

// inOrder puts days in order; of two on the same days the surer is first.
func inOrder(a, b Suggestion) int {
	return cmp.Or(
		cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last),
		cmp.Compare(slices.Index(surest, a.Confidence), slices.Index(surest, b.Confidence)),
		cmp.Compare(slices.Index(believed, a.Why), slices.Index(believed, b.Why)),
		cmp.Compare(a.Code, b.Code))
}

// seldomClosed are the federal holidays on which many schools are open.
var seldomClosed = []string{"columbus_day", "veterans_day", "washingtons_birthday", "juneteenth"}

func federalDays(state string, year day.Span) []Suggestion {
	var list []Suggestion
	for y := year.First.Year(); y <= (year.Last + 1).Year(); y++ {
		for _, h := range FederalHolidays(y) {
			s := oneDay(h.Observed, h.Name, WhyFederal, Usual)
			if h.Observed != h.Date {
				s.Own = h.Date
			}
			switch {
			case slices.Contains(states().NotKept[h.Name], state):
				s.Confidence = Sometimes
			case slices.Contains(seldomClosed, h.Name):
				s.Confidence = Often
			}
			list = append(list, s)
		}
	}
	return list
}

func oneDay(on day.Day, code string, why Why, sure Confidence) Suggestion {
	return Suggestion{Span: day.Span{First: on, Last: on}, Code: code, Why: why, Confidence: sure, Kind: Holiday}
}
