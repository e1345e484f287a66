package planner

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// A Cost is a closed day that takes a session from a set of weekdays, with the
// closure that takes it.
type Cost struct {
	Date    day.Day
	Year    *calendar.SchoolYear
	Closure *calendar.Closure
}

// Costs are the closed days of a set of weekdays, year after year, in order of
// day: as many as the set loses.
func Costs(years []*calendar.Days, set day.Weekdays) []Cost {
	var costs []Cost
	for _, d := range years {
		for on := d.Year.First; on <= d.Year.Last; on++ {
			if !set.Has(on.Weekday()) {
				continue
			}
			if c := d.ClosedBy(on); c != nil {
				costs = append(costs, Cost{Date: on, Year: d.Year, Closure: c})
			}
		}
	}
	return costs
}

// A Loss is one closure and all that it takes from a set of weekdays.
type Loss struct {
	Year    *calendar.SchoolYear
	Closure *calendar.Closure
	Dates   []day.Day
}

// Losses are the costs by closure, in order of the first day that each takes.
func Losses(costs []Cost) []Loss {
	var list []Loss
	place := map[*calendar.Closure]int{}
	for _, c := range costs {
		i, there := place[c.Closure]
		if !there {
			i = len(list)
			place[c.Closure] = i
			list = append(list, Loss{Year: c.Year, Closure: c.Closure})
		}
		list[i].Dates = append(list[i].Dates, c.Date)
	}
	return list
}
