package backup

import (
	"slices"
	"strconv"
	"time"
)

// How many copies are kept: the newest of each of so many days, weeks and months
// that have one.
const (
	days   = 14
	weeks  = 8
	months = 24
)

// atLeast is how long a copy that was made before something else, or that a
// person asked for, is kept in any case.
const atLeast = 14 * 24 * time.Hour

// A Why is a reason to keep a copy.
type Why string

// The reasons.
const (
	NewestOfDay   Why = "day"
	NewestOfWeek  Why = "week"
	NewestOfMonth Why = "month"
	Young         Why = "young"  // made before something else, or asked for, not long ago
	Always        Why = "always" // made before an upgrade, or before a copy was brought back
	Ahead         Why = "ahead"  // from a day to come: a clock was wrong, so nothing is concluded
)

// Thin says which copies are to be kept, and why; the others may go. It looks at
// nothing but the names, and answers by them. A day without a copy costs none: who opens the program
// once a month keeps fourteen months.
func Thin(all []Name, now time.Time) map[string][]Why {
	kept := map[string][]Why{}
	keep := func(n Name, why Why) { kept[n.String()] = append(kept[n.String()], why) }
	var ordinary []Name
	for _, n := range all {
		switch {
		case n.Kind == Upgrade || n.Kind == Restore:
			keep(n, Always)
		case n.Made.After(now.Add(24 * time.Hour)):
			keep(n, Ahead)
		default:
			ordinary = append(ordinary, n)
			if n.Kind != Daily && n.Kind != Exit && now.Sub(n.Made) < atLeast {
				keep(n, Young)
			}
		}
	}
	slices.SortFunc(ordinary, newestFirst)
	for _, rule := range []struct {
		why    Why
		count  int
		period func(time.Time) string
	}{{NewestOfDay, days, day}, {NewestOfWeek, weeks, week}, {NewestOfMonth, months, month}} {
		for _, n := range newestOf(ordinary, rule.count, rule.period) {
			keep(n, rule.why)
		}
	}
	return kept
}

// newestOf are the newest of each of so many periods. Copies come newest first.
func newestOf(list []Name, count int, period func(time.Time) string) []Name {
	seen := map[string]bool{}
	var newest []Name
	for _, n := range list {
		if p := period(n.Made); !seen[p] && len(newest) < count {
			seen[p] = true
			newest = append(newest, n)
		}
	}
	return newest
}

func day(t time.Time) string   { return t.Format(time.DateOnly) }
func month(t time.Time) string { return t.Format("2006-01") }

func week(t time.Time) string {
	year, nr := t.ISOWeek()
	return strconv.Itoa(year) + "/" + strconv.Itoa(nr)
}

func newestFirst(a, b Name) int {
	if c := b.Made.Compare(a.Made); c != 0 {
		return c
	}
	switch an, bn := a.String(), b.String(); {
	case an < bn:
		return 1
	case an > bn:
		return -1
	}
	return 0
}
