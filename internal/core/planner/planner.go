// Package planner ranks the weekdays on which therapy could stand by what the
// school's own calendar takes from them. Parents are told to ask for Tuesday,
// Wednesday or Thursday, since most holidays fall on Monday or Friday; on some
// calendars that is wrong, so it is never asserted, always computed.
//
// What a set of weekdays loses is the sum of what each loses. Seven counts a
// calendar answer for every set at once, whatever else is asked about it.
package planner

import (
	"cmp"
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// DefaultMinutes is the length of a session where nobody says.
const DefaultMinutes = 30

// A Wish is what a family wants of the weekdays.
type Wish struct {
	Days    int          // sessions a week, each on its own weekday
	Minutes int          // of one session
	Start   day.Clock    // of the session, when known: then only short days that cut it count
	Forbid  day.Weekdays // never these
	Gap     bool         // no two days in a row
}

// A Choice is one set of weekdays and what the calendars make of it.
type Choice struct {
	Days  day.Weekdays
	Place int // 1 is best; equal choices share a place
	Count
}

// Rank lists every set of the school's weekdays that meets the wish, best
// first: fewest sessions lost, then fewest on short days, then most kept, then
// the earlier weekdays. Over several years the sums rank. It refuses a wish
// that no set can meet.
func Rank(years []*calendar.Days, wish Wish) ([]Choice, error) {
	if err := meets(years, wish); err != nil {
		return nil, err
	}
	return ranked(years, wish, sum(tallies(years, wish)))
}

// meets refuses a number of days that the weekdays allowed do not have.
func meets(years []*calendar.Days, wish Wish) error {
	if most := allowed(years, wish).Count(); wish.Days < 1 || wish.Days > most && most > 0 {
		return refusal.New(refusal.DaysOfWeek, "value", strconv.Itoa(wish.Days), "low", "1", "high", strconv.Itoa(most))
	}
	return nil
}

func allowed(years []*calendar.Days, wish Wish) day.Weekdays { return Weekdays(years) &^ wish.Forbid }

func ranked(years []*calendar.Days, wish Wish, each tally) ([]Choice, error) {
	may := allowed(years, wish)
	var choices []Choice
	for set := day.Weekdays(1); set < 1<<7; set++ {
		if set.Count() == wish.Days && set&^may == 0 && !(wish.Gap && adjoining(set)) {
			choices = append(choices, Choice{Days: set, Count: each.of(set)})
		}
	}
	if len(choices) == 0 || len(years) == 0 {
		return nil, refusal.New(refusal.NoDays)
	}
	slices.SortFunc(choices, better)
	for i := range choices {
		choices[i].Place = i + 1
		if i > 0 && equal(choices[i], choices[i-1]) {
			choices[i].Place = choices[i-1].Place
		}
	}
	return choices, nil
}

// Of is what the calendars make of one set of weekdays, such as those of the
// schedule in force.
func Of(years []*calendar.Days, set day.Weekdays, wish Wish) Choice {
	each := sum(tallies(years, wish))
	return Choice{Days: set, Count: each.of(set)}
}

// Weekdays are those on which school meets in every year.
func Weekdays(years []*calendar.Days) day.Weekdays {
	common := day.Weekdays(1<<7 - 1)
	for _, d := range years {
		common &= d.Year.Weekdays
	}
	return common
}

// adjoining says whether two days of the set follow each other, Sunday and
// Monday among them.
func adjoining(set day.Weekdays) bool {
	next := set<<1 | set>>6
	return set&next&(1<<7-1) != 0
}

func better(a, b Choice) int {
	return cmp.Or(rank(a.Count, b.Count), slices.Compare(a.Days.List(), b.Days.List()))
}

func rank(a, b Count) int {
	return cmp.Or(cmp.Compare(a.Lost, b.Lost), cmp.Compare(a.Short, b.Short), cmp.Compare(b.Kept, a.Kept))
}

func equal(a, b Choice) bool { return rank(a.Count, b.Count) == 0 }
