package day

import (
	"strconv"
	"strings"

	"midweek/internal/core/refusal"
)

// ParseTyped reads a day as people in the United States type it: 8/24/2026,
// 8-24-26, 8.24.2026, 2026-08-24, Aug 24 2026, August 24, 2026, 24 Aug 2026. A
// year of two digits is one from 2000 to 2099. Nothing else is guessed: a day
// without a year, a month that there is not and a February 30 are refused, each
// by a code of its own. Files and commands go through Parse.
func ParseTyped(text string) (Day, error) {
	parts := strings.FieldsFunc(text, between)
	if len(parts) == 2 && (monthOf(parts[0]) > 0 && count(parts[1]) > 0 || count(parts[0]) > 0 && monthOf(parts[1]) > 0) {
		return None, refusal.New(refusal.DayNoYear, "text", text)
	}
	if len(parts) != 3 {
		return None, refusal.New(refusal.DayTyped, "text", text)
	}
	year, month, dayOfMonth := parts[2], parts[0], parts[1]
	switch {
	case count(parts[0]) < 0 && yearOf(parts[0]) > 0:
		year, month, dayOfMonth = parts[0], parts[1], parts[2]
	case named(parts[1]) > 0:
		month, dayOfMonth = parts[1], parts[0]
	}
	y, m, n := yearOf(year), monthOf(month), count(dayOfMonth)
	if y < 0 || m < 0 || n < 0 {
		return None, refusal.New(refusal.DayTyped, "text", text)
	}
	return existing(text, y, m, n)
}

// existing is the day of a year, a month and a day of the month, if there is
// one.
func existing(text string, year, month, dayOfMonth int) (Day, error) {
	if month < 1 || month > 12 {
		return None, refusal.New(refusal.MonthUnreal, "month", strconv.Itoa(month))
	}
	if year < First.Year() || year > Last.Year() {
		return None, refusal.New(refusal.DayRange, "text", text, "first", First.String(), "last", Last.String())
	}
	whole := Of(year, month, 1).MonthSpan()
	d := whole.First + Day(dayOfMonth-1)
	switch {
	case whole.Holds(d):
		return d, nil
	case month == 2 && dayOfMonth == 29:
		return None, refusal.New(refusal.NoLeapYear, "year", strconv.Itoa(year))
	}
	return None, refusal.New(refusal.NoSuchDay, "month", strconv.Itoa(month), "day", strconv.Itoa(dayOfMonth))
}

// between is what stands between the parts of a typed day.
func between(r rune) bool { return strings.ContainsRune(" \u00a0\t,/-.", r) }

// count is a number of one or two digits, and -1 for any other text.
func count(text string) int {
	n, ok := number(text)
	if !ok || len(text) < 1 || len(text) > 2 {
		return -1
	}
	return n
}

// yearOf is a year of four digits, or of the last two of this century, and -1
// for any other text.
func yearOf(text string) int {
	n, ok := number(text)
	switch {
	case ok && len(text) == 4:
		return n
	case ok && len(text) == 2:
		return 2000 + n
	}
	return -1
}

// monthOf is a month as a number or by its name, and -1 for any other text. A
// number of one or two digits need not be a month that there is.
func monthOf(text string) int {
	if m := named(text); m > 0 {
		return m
	}
	return count(text)
}

var monthNames = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}

// named is the month, 1 to 12, of a name or of its first letters, three at
// least, and 0 for any other text.
func named(text string) int {
	for i, name := range monthNames {
		if len(text) >= 3 && strings.HasPrefix(name, strings.ToLower(text)) {
			return i + 1
		}
	}
	return 0
}
