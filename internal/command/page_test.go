package command_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
	"midweek/internal/core/planner"
	"midweek/internal/edge/paper"
)

var pageCount = regexp.MustCompile(`/Count (\d+)`)

// A page for a meeting is one side, however many days a week, with three years
// of forty closures of long names and a child with one.
func TestThePageIsOneSide(t *testing.T) {
	y := &calendar.SchoolYear{
		ID: "y", Name: "Independent School District of Upper Larkspur", Label: "2026-27",
		First: day.Of(2026, 8, 31), Last: day.Of(2027, 6, 11), Weekdays: day.MondayToFriday,
	}
	for i := range day.Day(40) {
		at := y.First + 1 + 7*i + i%5
		y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: at, Last: at}, Kind: calendar.StaffDay, Name: fmt.Sprintf("Professional learning and records, no. %d", i)})
	}
	years := []*calendar.Days{calendar.NewDays(y)}
	for i := range 2 {
		guess := *y
		guess.Label, guess.Guess = fmt.Sprintf("20%d-%d", 27+i, 28+i), true
		years = append(years, calendar.NewDays(&guess))
	}
	for days := 1; days <= 5; days++ {
		w := handout.Weekdays{
			Child: &iep.Child{Name: strings.Repeat("Maximiliana ", 8)}, Service: &iep.Service{Type: strings.Repeat("speech and language ", 4)},
			Question: planner.Question{
				Years: years, Wish: planner.Wish{Days: days, Minutes: 30, Start: day.At(10, 0), Gap: days < 3},
				Now: planner.Present{Days: day.SetOf(day.Monday, day.Friday)},
			},
			Today: y.First,
		}
		var err error
		if w.Answer, err = planner.Ask(w.Question); err != nil {
			t.Fatal(err)
		}
		pdf, err := paper.PDF(w.Page())
		if err != nil {
			t.Fatal(err)
		}
		if n := string(pageCount.FindSubmatch(pdf)[1]); n != "1" {
			t.Errorf("%d days a week: %s pages", days, n)
		}
	}
}
