package planner

import (
	"midweek/internal/core/calendar"
)

// A Question is all that a family asks of the planner at once.
type Question struct {
	Years []*calendar.Days // real ones and guessed ones; their sums rank
	Wish  Wish
	Now   Present // to stand beside the ranking; without days there is none
	Taken []Taken // other services, which change no place and are shown
}

// An Answer is the ranking with what stands beside it.
type Answer struct {
	Options []Option // best first, never empty
	Now     *Option  // the days in force under the same counts; nil without any
}

// An Option is a choice with what each year makes of it and what stands in its
// way. Place is 0 for days in force that are more or fewer than asked for.
type Option struct {
	Choice
	Years   []Year // in the order asked
	Clashes []Clash
}

// A Year is one school year's part of an option.
type Year struct {
	Calendar *calendar.SchoolYear
	Count
}

// Real are the sums of the years that a school printed, Guessed those of the
// years that were moved on from another.
func (o *Option) Real() Count { return o.part(false) }

// Guessed are the sums of the guessed years.
func (o *Option) Guessed() Count { return o.part(true) }

func (o *Option) part(guess bool) (c Count) {
	for _, y := range o.Years {
		if y.Calendar.Guess == guess {
			c = c.plus(y.Count)
		}
	}
	return c
}

// Ask ranks the weekdays as Rank does, year by year beside the sum, with the
// days in force and with what else stands on the same days. It refuses what
// Rank refuses.
func Ask(q Question) (*Answer, error) {
	if err := meets(q.Years, q.Wish); err != nil {
		return nil, err
	}
	byYear := tallies(q.Years, q.Wish)
	each := sum(byYear)
	choices, err := ranked(q.Years, q.Wish, each)
	if err != nil {
		return nil, err
	}
	a := &Answer{Options: make([]Option, len(choices))}
	parts := make([]Year, len(choices)*len(byYear))
	for i, c := range choices {
		var mine []Year
		mine, parts = parts[:len(byYear):len(byYear)], parts[len(byYear):]
		a.Options[i] = q.option(c, byYear, mine)
	}
	if now := q.Now.Days; now != 0 {
		c := Choice{Days: now, Count: each.of(now)}
		if now.Count() == q.Wish.Days {
			c.Place = placeOf(c, choices)
		}
		option := q.option(c, byYear, make([]Year, len(byYear)))
		a.Now = &option
	}
	return a, nil
}

func (q *Question) option(c Choice, byYear []tally, parts []Year) Option {
	for i := range byYear {
		parts[i] = Year{Calendar: q.Years[i].Year, Count: byYear[i].of(c.Days)}
	}
	return Option{Choice: c, Years: parts, Clashes: Clashes(c.Days, q.Wish, q.Taken)}
}

// placeOf is the place that a choice has among others, itself one of them or
// not.
func placeOf(c Choice, among []Choice) int {
	place := 1
	for _, other := range among {
		if rank(other.Count, c.Count) < 0 {
			place++
		}
	}
	return place
}
