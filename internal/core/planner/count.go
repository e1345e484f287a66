package planner

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// A Count is what calendars make of weekdays, in sessions.
type Count struct {
	Lost  int // on closed days
	Kept  int // on open days
	Short int // of the kept ones, on short days
	Cut   int // of the short ones, cut for certain: start and hours are known
}

// LostMinutes are the minutes of sessions on closed days.
func (c Count) LostMinutes(w Wish) int { return c.Lost * w.Minutes }

// KeptMinutes are the minutes of sessions on open days.
func (c Count) KeptMinutes(w Wish) int { return c.Kept * w.Minutes }

func (c Count) plus(d Count) Count {
	return Count{Lost: c.Lost + d.Lost, Kept: c.Kept + d.Kept, Short: c.Short + d.Short, Cut: c.Cut + d.Cut}
}

// A tally is what each weekday keeps and loses by itself.
type tally [7]Count

// of is what a set of weekdays keeps and loses together.
func (each *tally) of(set day.Weekdays) Count {
	var c Count
	for w := range each {
		if set.Has(day.Weekday(w)) {
			c = c.plus(each[w])
		}
	}
	return c
}

// tallies counts every year once.
func tallies(years []*calendar.Days, wish Wish) []tally {
	list := make([]tally, len(years))
	for i, d := range years {
		list[i] = count(d, wish)
	}
	return list
}

func sum(list []tally) (each tally) {
	for i := range list {
		for w := range each {
			each[w] = each[w].plus(list[i][w])
		}
	}
	return each
}

func count(d *calendar.Days, wish Wish) (each tally) {
	weeks := d.Weeks()
	for w := day.Monday; w <= day.Sunday; w++ {
		each[w].Lost = weeks.Closed(w)
		each[w].Kept = weeks.Open(w)
		if !wish.Start.Known() {
			each[w].Short = weeks.Short(w)
		}
	}
	if wish.Start.Known() && len(d.Year.PartialDays) > 0 {
		countCuts(d, wish, &each)
	}
	return each
}

// countCuts counts the short days that cut a session of a known start, and
// those of which the hours are not known.
func countCuts(d *calendar.Days, wish Wish, each *tally) {
	for on := d.Year.First; on <= d.Year.Last; on++ {
		if !d.Short(on) || d.Status(on) != calendar.Open {
			continue
		}
		short, _ := d.Partial(on)
		hours := short.Dismissal.Known() || short.Opening.Known()
		cut := short.Cuts(wish.Start, wish.Minutes)
		if !hours || cut {
			each[on.Weekday()].Short++
		}
		if cut {
			each[on.Weekday()].Cut++
		}
	}
}
