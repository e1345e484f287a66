package main

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
)

// A decade is workload C: ten years of a school's calendar, each from
// 1 September to 31 August, for all 31 sets of Monday to Friday.
type decade struct{ years []calendar.SchoolYear }

func newDecade() *decade {
	c := &decade{}
	d := dice(31)
	for year := 2025; year < 2035; year++ {
		c.years = append(c.years, wholeYear(&d, year))
	}
	return c
}

// wholeYear has a hundred days of breaks and nine single days, on school days
// outside the breaks.
func wholeYear(d *dice, year int) calendar.SchoolYear {
	y := calendar.SchoolYear{First: day.Of(year, 9, 1), Last: day.Of(year+1, 8, 31), Weekdays: day.MondayToFriday}
	closed := map[day.Day]bool{}
	add := func(first, last day.Day) {
		y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: first, Last: last}})
		for on := first; on <= last; on++ {
			closed[on] = true
		}
	}
	add(day.Of(year, 11, 24), day.Of(year, 11, 28))
	add(day.Of(year, 12, 23), day.Of(year+1, 1, 3))
	add(day.Of(year+1, 2, 15), day.Of(year+1, 2, 19))
	add(day.Of(year+1, 4, 2), day.Of(year+1, 4, 6))
	add(day.Of(year+1, 6, 20), y.Last)
	for range 9 {
		on := y.First + day.Day(d.below(290))
		for closed[on] || !y.Weekdays.Has(on.Weekday()) {
			on = y.First + day.Day(d.below(290))
		}
		add(on, on)
	}
	return y
}

// closed are the closed days, one by one.
func (c *decade) closed() map[day.Day]bool {
	closed := map[day.Day]bool{}
	for _, y := range c.years {
		for _, shut := range y.Closures {
			for on := shut.First; on <= shut.Last; on++ {
				closed[on] = true
			}
		}
	}
	return closed
}

// workload is what a program without a planner would do: expand each set over
// the decade and look up every date.
func (c *decade) workload() *workload {
	w := &workload{name: "C", closed: c.closed(), repeats: 5}
	for set := day.Weekdays(1); set <= day.MondayToFriday; set++ {
		w.rules = append(w.rules, rule{c.years[0].First, "FREQ=WEEKLY;BYDAY=" + set.String() + ";UNTIL=20350831"})
	}
	return w
}

// rank is what Midweek does: read the calendar anew, then rank the sets of one
// day, of two, up to five.
func (c *decade) rank() ([]planner.Choice, error) {
	var years []*calendar.Days
	for i := range c.years {
		years = append(years, calendar.NewDays(&c.years[i]))
	}
	var all []planner.Choice
	for n := 1; n <= 5; n++ {
		choices, err := planner.Rank(years, planner.Wish{Days: n, Minutes: planner.DefaultMinutes})
		if err != nil {
			return nil, err
		}
		all = append(all, choices...)
	}
	return all, nil
}

// naive counts what a set keeps and loses, day by day.
func (c *decade) naive(set day.Weekdays, closed map[day.Day]bool) (kept, lost int) {
	for on := c.years[0].First; on <= c.years[len(c.years)-1].Last; on++ {
		switch {
		case !set.Has(on.Weekday()):
		case closed[on]:
			lost++
		default:
			kept++
		}
	}
	return kept, lost
}

// prove holds what the planner says of each set to the naive count.
func (c *decade) prove() error {
	choices, err := c.rank()
	if err != nil {
		return err
	}
	if len(choices) != 31 {
		return fmt.Errorf("workload C: the planner ranks %d sets of weekdays, not 31", len(choices))
	}
	closed := c.closed()
	for _, choice := range choices {
		kept, lost := c.naive(choice.Days, closed)
		if kept != choice.Kept || lost != choice.Lost {
			return fmt.Errorf("workload C: for %s the planner keeps %d and loses %d, day by day it is %d and %d",
				choice.Days, choice.Kept, choice.Lost, kept, lost)
		}
	}
	return nil
}
