package feed

import (
	"slices"
	"strings"

	"midweek/internal/core/day"
)

// A school year lasts at least and at most so many days.
const (
	shortestYear = 120
	wholeYear    = 345
)

// YearOf guesses the school year of a feed from the days that it calls the
// first and the last day of school: of several years the earliest that is not
// over. A day that the feed does not name is none.
func YearOf(events []Event, today day.Day) day.Span {
	firsts, lasts := named(events, beginnings), named(events, lastDays)
	var best day.Span
	for _, first := range firsts {
		year := day.Span{First: first}
		for _, last := range lasts {
			if n := last - first; n >= shortestYear && n <= wholeYear {
				year.Last = last
			}
		}
		if best.First == day.None || best.Last < today && first-best.First >= shortestYear {
			best = year
		}
	}
	if best.First == day.None && len(lasts) > 0 {
		best.Last = lasts[len(lasts)-1]
	}
	return best
}

// beginnings and lastDays are how districts call the two days.
var (
	beginnings = []string{
		"first day of school", "first day of class", "first day for students", "first day of instruction", "first student day",
		"students' first day", "school begins", "school starts", "classes begin",
	}
	lastDays = []string{
		"last day of school", "last day of class", "last day for students", "last day of instruction", "last student day",
		"students' last day", "school ends", "classes end",
	}
	// elsewhere are words of titles that speak of another first or last day.
	elsewhere = []string{
		"summer", "kinder", "pre-k", "prek", "preschool", "senior", "teacher", "staff", "before", "after", "term", "semester", "quarter",
		"week", "camp", "break",
	}
)

// named are the days that a title calls by one of the names, in order.
func named(events []Event, names []string) []day.Day {
	var days []day.Day
	for i := range events {
		title := strings.ToLower(events[i].Title)
		in := func(word string) bool { return strings.Contains(title, word) }
		if !events[i].Cancelled && slices.ContainsFunc(names, in) && !slices.ContainsFunc(elsewhere, in) {
			days = append(days, events[i].First)
		}
	}
	slices.Sort(days)
	return days
}
