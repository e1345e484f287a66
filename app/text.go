package app

import (
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// parseDay reads a day of a form, as typed. A blank text is no day.
func parseDay(field, text string) (day.Day, error) {
	if blank(text) {
		return day.None, nil
	}
	d, err := day.ParseTyped(text)
	return d, refusal.At(field, err)
}

// neededDay reads a day of a form that must have one.
func neededDay(field, text string) (day.Day, error) {
	if blank(text) {
		return day.None, refusal.At(field, refusal.New(refusal.Missing))
	}
	return parseDay(field, text)
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

// parseClock reads a time of a form. An empty text is no time.
func parseClock(field, text string) (day.Clock, error) {
	if text == "" {
		return day.NoClock, nil
	}
	c, err := day.ParseClock(text)
	return c, refusal.At(field, err)
}

// parseWeekdays reads weekdays of a form, such as MO and TU.
func parseWeekdays(field string, names []string) (day.Weekdays, error) {
	var set day.Weekdays
	for _, name := range names {
		w, err := day.ParseWeekday(name)
		if err != nil {
			return 0, refusal.At(field, err)
		}
		set |= day.SetOf(w)
	}
	return set, nil
}

// choices makes codes with their words of a list.
func choices[T ~string](list []T, say func(T) string) []Choice {
	made := []Choice{}
	for _, code := range list {
		made = append(made, Choice{string(code), say(code)})
	}
	return made
}
