package planner_test

import (
	"strconv"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
)

// threeYears are full school years with some forty entries each, the second
// and third of them guessed, with early release every Wednesday.
func threeYears() []*calendar.SchoolYear {
	var years []*calendar.SchoolYear
	for i := range 3 {
		first := day.Of(2026+i, 8, 31)
		y := &calendar.SchoolYear{
			ID: strconv.Itoa(i), First: first, Last: day.Of(2027+i, 6, 11), Weekdays: day.MondayToFriday, Guess: i > 0,
			PartialDays: []calendar.PartialDay{{Span: day.Span{First: first, Last: first + 280}, Weekdays: day.SetOf(day.Wednesday), Dismissal: day.At(13, 0)}},
		}
		for n := range day.Day(20) {
			at := first + 7 + n*13
			y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: at, Last: at + n%4}, Kind: calendar.Holiday, Name: "Closed"})
			y.PartialDays = append(y.PartialDays, calendar.PartialDay{Span: day.Span{First: at - 1, Last: at - 1}, Dismissal: day.At(12, 0)})
		}
		years = append(years, y)
	}
	return years
}

// BenchmarkRankThreeYears asks all there is to ask, from the calendars as they
// stand in the record: three years, two days a week at a known time, the days
// in force, four other services, and which days cost what for each set.
func BenchmarkRankThreeYears(b *testing.B) {
	years := threeYears()
	var taken []planner.Taken
	for i := range day.Weekday(4) {
		taken = append(taken, planner.Taken{Days: day.SetOf(i, i+1), Start: day.At(10, 0), Minutes: 30, Sibling: i > 1})
	}
	b.ReportAllocs()
	for b.Loop() {
		var days []*calendar.Days
		for _, y := range years {
			days = append(days, calendar.NewDays(y))
		}
		a, err := planner.Ask(planner.Question{
			Years: days, Wish: planner.Wish{Days: 2, Minutes: 30, Start: day.At(10, 0)},
			Now: planner.Present{Days: day.SetOf(day.Monday, day.Friday)}, Taken: taken,
		})
		if err != nil {
			b.Fatal(err)
		}
		for _, o := range a.Options {
			if len(planner.Losses(planner.Costs(days, o.Days))) == 0 {
				b.Fatal("nothing is lost")
			}
		}
	}
}
