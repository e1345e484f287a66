package app

import (
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/planner"
)

// mostNamed is how many equal choices a sentence names.
const mostNamed = 4

// found says which days lose the fewest, as it was computed: equal choices are
// called equal, whichever stands first.
func found(a *planner.Answer, years int) string {
	best := &a.Options[0]
	first := count(a.Options, func(o *planner.Option) bool { return o.Place == 1 })
	code := "planner.found"
	switch {
	case len(a.Options) == 1:
		code = "planner.found_only"
	case first == len(a.Options):
		code = "planner.found_all"
	case first > mostNamed:
		code = "planner.found_many"
	case first > 1:
		code = "planner.found_equal"
	}
	text := words.Put(code, "days", named(a.Options[:min(first, mostNamed)]), "n", words.Number(first),
		"lost", words.Number(best.Lost), "sessions", words.Several("session", best.Lost+best.Kept))
	as := count(a.Options, func(o *planner.Option) bool { return o.Lost == best.Lost })
	switch {
	case as-first > mostNamed:
		text += " " + words.Put("planner.close_many", "n", words.Number(as-first))
	case as > first:
		text += " " + words.Put("planner.close", "days", named(a.Options[first:as]))
	}
	if n := best.Guessed().Lost; years > 1 && n > 0 {
		text += " " + words.Put("planner.guessed", "n", words.Number(n))
	}
	return text
}

// count is how many options, from the first, are as asked.
func count(options []planner.Option, as func(*planner.Option) bool) int {
	n := 0
	for n < len(options) && as(&options[n]) {
		n++
	}
	return n
}

// named are choices in a sentence: their days have an "and" of their own.
func named(options []planner.Option) string {
	var list []string
	for i := range options {
		list = append(list, words.Days(options[i].Days))
	}
	return strings.Join(list, "; ")
}

// beside says what the days in force lose beside the best.
func (w *wished) beside(a *planner.Answer) string {
	if a.Now == nil {
		return ""
	}
	now, best := a.Now, &a.Options[0]
	more := now.Lost - best.Lost
	code := "planner.now_more"
	switch {
	case now.Place == 0:
		code = "planner.now_other"
	case more < 0:
		code = "planner.now_fewer"
	case now.Days == best.Days && (len(a.Options) == 1 || a.Options[1].Place > 1):
		code = "planner.now_best"
	case now.Place == 1:
		code = "planner.now_among"
	case more == 0:
		code = "planner.now_later"
	}
	return words.Put(code, "now", words.Days(now.Days), "place", words.Number(now.Place), "lost", words.Number(now.Lost),
		"sessions", words.Several("session", now.Lost+now.Kept), "more", words.Several("session", more),
		"minutes", words.Several("minute", more*w.Wish.Minutes), "a_week", words.Number(now.Days.Count()))
}

// advised are the weekdays that families are told to ask for.
var advised = day.SetOf(day.Tuesday, day.Wednesday, day.Thursday)

// tip says where the usual advice does not hold: some days of it were ranked,
// and all of them lose more than the best.
func tip(a *planner.Answer) string {
	for i := range a.Options {
		if o := &a.Options[i]; o.Days&^advised == 0 {
			if o.Lost > a.Options[0].Lost {
				return words.Put("planner.tip")
			}
			return ""
		}
	}
	return ""
}
