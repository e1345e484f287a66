package fit

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// asking is a question with the open school days that are left, read once and
// then asked with one set of limits after another.
type asking struct {
	rest     int          // minutes to be placed
	weekdays day.Weekdays // of the school
	days     []free
	found    candidates // of the last limits
}

// A free is an open school day on which no make-up stands.
type free struct {
	on      day.Day
	taken   int // make-ups that stand in its week
	off     bool
	opens   day.Clock // of a short day, else absent
	closes  day.Clock // of a short day, else absent
	engaged []Busy    // by their start
}

// look reads the days of a span.
func (a *asking) look(q *Question, days *calendar.Days, in day.Span) {
	weeks, stand, off := map[day.Day]int{}, map[day.Day]bool{}, map[day.Day]bool{}
	for _, s := range q.Standing {
		if s.Date != day.None && s.Date > q.AsOf {
			weeks[s.Date.Monday()]++
			stand[s.Date] = true
		}
	}
	for _, d := range q.Limits.Off {
		off[d] = true
	}
	busy := q.engaged(in)
	a.days = make([]free, 0, in.Days())
	for d := in.First; d <= in.Last; d++ {
		if stand[d] || days.Status(d) != calendar.Open {
			continue
		}
		day := free{on: d, taken: weeks[d.Monday()], off: off[d]}
		if q.Limits.hourly() {
			short, _ := days.Partial(d)
			day.opens, day.closes = short.Opening, short.Dismissal
			day.engaged = on(busy, d)
		}
		a.days = append(a.days, day)
	}
}

// engaged are the sessions of a span, where hours are asked for, in order.
func (q *Question) engaged(in day.Span) []Busy {
	if !q.Limits.hourly() {
		return nil
	}
	busy := slices.DeleteFunc(slices.Clone(q.Busy), func(b Busy) bool { return !in.Holds(b.Date) || !b.Start.Known() })
	slices.SortFunc(busy, func(a, b Busy) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start)) })
	return busy
}

// on are those of one day, out of all in order.
func on(busy []Busy, d day.Day) []Busy {
	first, _ := slices.BinarySearchFunc(busy, d, func(b Busy, d day.Day) int { return cmp.Compare(b.Date, d) })
	last := first
	for last < len(busy) && busy[last].Date == d {
		last++
	}
	return busy[first:last]
}

// room is the first time at which a session of full length can begin within
// the hours that suit, beside all else of the day.
func (d *free) room(l *Limits) (day.Clock, bool) {
	if !l.hourly() {
		return day.NoClock, true
	}
	at, end := max(l.From, d.opens, day.At(0, 0)), cmp.Or(l.To, day.At(23, 59))
	if d.closes.Known() {
		end = min(end, d.closes)
	}
	length := day.Clock(l.Minutes)
	for i := range d.engaged {
		if at+length <= min(d.engaged[i].Start, end) {
			break
		}
		at = max(at, d.engaged[i].end())
	}
	return at, at+length <= end
}

// A candidate is a day on which a make-up may stand.
type candidate struct {
	on    day.Day
	taken int
	start day.Clock
}

// candidates are the days within limits, in order.
type candidates []candidate

func (a *asking) candidates(l Limits) candidates {
	a.found = a.found[:0]
	for i := range a.days {
		d := &a.days[i]
		if d.off && len(l.Off) > 0 || !l.Days.Has(d.on.Weekday()) {
			continue
		}
		if start, ok := d.room(&l); ok {
			a.found = append(a.found, candidate{d.on, d.taken, start})
		}
	}
	return a.found
}

func (c candidates) rooms() []Room {
	rooms := make([]Room, len(c))
	for i := range c {
		rooms[i] = Room{c[i].on, c[i].start}
	}
	return rooms
}

// sessions is how many make-up sessions the days hold at so many a week.
func (c candidates) sessions(perWeek int) int {
	n := 0
	for used, i := 0, 0; i < len(c); i++ {
		if i == 0 || c[i].on.Monday() != c[i-1].on.Monday() {
			used = c[i].taken
		}
		if used < perWeek {
			used++
			n++
		}
	}
	return n
}

// holds says whether all that is left to place fits within limits.
func (a *asking) holds(l Limits) bool {
	return a.candidates(l).sessions(l.PerWeek)*l.Minutes >= a.rest
}
