package chart

import (
	"slices"
	"strings"

	"midweek/internal/core/block"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
)

// A Weekday is how many sessions the calendars take from one weekday.
type Weekday struct {
	On     day.Weekday
	Lost   int
	Kept   int
	Chosen bool // it stands out: the days in force, or those to propose
}

// Weekdays is the picture of the weekdays beside each other.
type Weekdays []Weekday

// ByWeekday counts each school weekday of the years by itself.
func ByWeekday(years []*calendar.Days, wish planner.Wish, chosen day.Weekdays) Weekdays {
	var list Weekdays
	for _, on := range planner.Weekdays(years).List() {
		c := planner.Of(years, day.SetOf(on), wish)
		list = append(list, Weekday{On: on, Lost: c.Lost, Kept: c.Kept, Chosen: chosen.Has(on)})
	}
	return list
}

// Caption is the picture in a sentence.
func (w Weekdays) Caption() string {
	var list []string
	for _, each := range w {
		list = append(list, words.Put("chart.weekdays.one", "day", words.LongWeekday(each.On), "n", words.Number(each.Lost)))
	}
	code := "chart.weekdays.plain"
	if slices.ContainsFunc(w, func(each Weekday) bool { return each.Chosen }) {
		code = "chart.weekdays.caption"
	}
	return words.Put(code, "list", strings.Join(list, ", "))
}

// Figure is the picture for a width: a bar for each weekday.
func (w Weekdays) Figure(width float64) block.Figure {
	var bars []bar
	for _, each := range w {
		role := block.Bar
		if each.Chosen {
			role = block.Chosen
		}
		bars = append(bars, bar{words.LongWeekday(each.On), words.Several("session", each.Lost), []part{{role, each.Lost}}})
	}
	return drawn(bars, width, w.Caption())
}
