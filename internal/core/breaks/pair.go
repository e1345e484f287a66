package breaks

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// How near to a break a note that names none counts as seen before or after it,
// in days. Teachers look at about as much on either side; nothing prescribes it.
const (
	daysBefore = 21
	daysAfter  = 28
)

// asksBefore is how many days ahead of a break somebody is asked to look.
const asksBefore = 14

// A Pair is a break with what was seen of the child on either side of it, each
// side by day.
type Pair struct {
	Break
	Before, After []*iep.Note
}

// Pairs stands a child's notes beside the breaks of its calendars, in order of
// the breaks. A note that names a break is about that one, whatever its day; one
// that names none is before a break if it was written at most three weeks ahead,
// and after it in the first four weeks back, and may so be both after one break
// and before the next.
func Pairs(school calendar.School, notes []*iep.Note) []Pair {
	breaks := Of(school)
	pairs := make([]Pair, len(breaks))
	for i, b := range breaks {
		pairs[i].Break = b
		before, after := windows(breaks, i)
		for _, n := range notes {
			switch side(&b, n, before, after) {
			case iep.Before:
				pairs[i].Before = append(pairs[i].Before, n)
			case iep.After:
				pairs[i].After = append(pairs[i].After, n)
			}
		}
		slices.SortStableFunc(pairs[i].Before, byDay)
		slices.SortStableFunc(pairs[i].After, byDay)
	}
	return pairs
}

func byDay(a, b *iep.Note) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID)) }

// windows are the days just before and just after a break. Neither reaches past
// its neighbor.
func windows(breaks []Break, i int) (before, after day.Span) {
	b := &breaks[i]
	before = day.Span{First: b.First - daysBefore, Last: b.First - 1}
	if i > 0 {
		before.First = max(before.First, breaks[i-1].Back)
	}
	if b.Back == day.None {
		return before, day.Span{First: day.Last, Last: day.First}
	}
	after = day.Span{First: b.Back, Last: b.Back + daysAfter - 1}
	if i+1 < len(breaks) {
		after.Last = min(after.Last, breaks[i+1].First-1)
	}
	return before, after
}

// side is where a note stands to a break, or nowhere.
func side(b *Break, n *iep.Note, before, after day.Span) iep.Side {
	switch {
	case n.BreakID != "" && !b.Names(n):
		return ""
	case n.BreakID != "" && n.Side != "":
		return n.Side
	case n.BreakID != "" && n.Date < b.First, n.BreakID == "" && n.Side != iep.After && before.Holds(n.Date):
		return iep.Before
	case n.BreakID != "", n.Side != iep.Before && after.Holds(n.Date):
		return iep.After
	}
	return ""
}

// A Gap is what a break lacks to be a pair.
type Gap string

// The gaps of a pair.
const (
	Whole    Gap = "whole"     // nothing: one note on each side can be read together
	NoBefore Gap = "no_before" // only what was seen after it
	NoAfter  Gap = "no_after"  // only what was seen before it
	Neither  Gap = "neither"
	Apart    Gap = "apart" // both sides, each about another service
)

// Gap says what is missing. Two notes can be read together when they are about
// the same services, or one of them about none in particular.
func (p *Pair) Gap() Gap {
	switch {
	case len(p.Before) == 0 && len(p.After) == 0:
		return Neither
	case len(p.Before) == 0:
		return NoBefore
	case len(p.After) == 0:
		return NoAfter
	}
	for _, b := range p.Before {
		for _, a := range p.After {
			if a.SeriesID == b.SeriesID || a.SeriesID == "" || b.SeriesID == "" {
				return Whole
			}
		}
	}
	return Apart
}

// Asks says on which side of the break this is the day to look and write, if on
// any: ahead of it, while nothing has been written, in the last two weeks; and
// after it, in the first four, when there is something to hold it against.
func (p *Pair) Asks(today day.Day) iep.Side {
	gap := p.Gap()
	switch {
	case today < p.First && today >= p.First-asksBefore && (gap == Neither || gap == NoBefore):
		return iep.Before
	case p.Back != day.None && today >= p.Back && today < p.Back+daysAfter && (gap == NoAfter || gap == Apart):
		return iep.After
	}
	return ""
}
