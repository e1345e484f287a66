package calendar

import (
	"maps"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// Painted is the year with a stroke of closed days, as a person draws it over
// a calendar. The stroke is cut to the school's weekdays in the year. It takes
// the place of whatever closed its days, and of a school day given back there.
// Beside a closure of its name and kind, with no school day between, it goes
// on with that one: the earliest's id, source and unknown fields stay. newID
// names a closure that was not there before. The year itself stays as it is.
func (y SchoolYear) Painted(stroke Closure, newID func() string) SchoolYear {
	over := y.schoolDays(stroke.Span)
	if over.Empty() {
		return y
	}
	stroke.Span = over
	beside := y.beside(&stroke)
	if len(beside) > 0 {
		first := &y.Closures[beside[0]]
		stroke.ID, stroke.Source, stroke.Unknown = first.ID, first.Source, first.Unknown
	} else {
		stroke.ID = newID()
	}
	rest := []Closure{}
	for i, c := range y.Closures {
		if at := slices.Index(beside, i); at == 0 || at > 0 && sameOrigin(&c, &stroke) {
			stroke.First, stroke.Last = min(stroke.First, c.First), max(stroke.Last, c.Last)
			continue
		}
		rest = append(rest, y.cut(c, over, newID)...)
	}
	y.Closures = byFirstDay(append([]Closure{stroke}, rest...))
	y.ExtraDays = slices.DeleteFunc(slices.Clone(y.ExtraDays), func(e ExtraDay) bool {
		return over.Holds(e.Date) && y.Weekdays.Has(e.Date.Weekday())
	})
	return y
}

// Erased is the year with school open on the days of a span: what closed them
// begins later, ends sooner, or falls in two, whose second part gets an id of
// its own. Days given back, short days and notes stay.
func (y SchoolYear) Erased(span day.Span, newID func() string) SchoolYear {
	over := y.schoolDays(span)
	if over.Empty() {
		return y
	}
	rest := []Closure{}
	for _, c := range y.Closures {
		rest = append(rest, y.cut(c, over, newID)...)
	}
	y.Closures = byFirstDay(rest)
	return y
}

// Opened is the year with school open on a closed day after all. A sudden
// closure did not happen then: the day is taken out of it. What is printed stays
// as it was printed, and the day is given back.
func (y SchoolYear) Opened(on day.Day, source Source, newID func() string) SchoolYear {
	switch NewDays(&y).Status(on) {
	case ClosedEmergency:
		return y.Erased(day.Span{First: on, Last: on}, newID)
	case ClosedScheduled, NotSchoolDay:
		y.ExtraDays = append(slices.Clone(y.ExtraDays), ExtraDay{Date: on, Source: source})
		slices.SortStableFunc(y.ExtraDays, func(a, b ExtraDay) int { return int(a.Date - b.Date) })
	}
	return y
}

// schoolDays is a span cut to the year, from its first school weekday to its
// last. It is empty where there is none.
func (y *SchoolYear) schoolDays(span day.Span) day.Span {
	span = span.Within(y.Span())
	for !span.Empty() && !y.Weekdays.Has(span.First.Weekday()) {
		span.First++
	}
	for !span.Empty() && !y.Weekdays.Has(span.Last.Weekday()) {
		span.Last--
	}
	return span
}

// beside are the places of the closures that a stroke goes on with, in order
// of day: of its name and kind, sharing a day with it or without a school
// weekday between.
func (y *SchoolYear) beside(stroke *Closure) []int {
	var places []int
	for i := range y.Closures {
		c := &y.Closures[i]
		if c.Name == stroke.Name && c.Kind == stroke.Kind && y.adjoin(c.Span, stroke.Span) {
			places = append(places, i)
		}
	}
	slices.SortStableFunc(places, func(a, b int) int { return int(y.Closures[a].First - y.Closures[b].First) })
	return places
}

func (y *SchoolYear) adjoin(a, b day.Span) bool {
	if a.Empty() || a.Meets(b) {
		return !a.Empty()
	}
	return !y.meetsIn(day.Span{First: min(a.Last, b.Last) + 1, Last: max(a.First, b.First) - 1})
}

// meetsIn says whether a school weekday falls into the span, in the year or
// not.
func (y *SchoolYear) meetsIn(span day.Span) bool {
	for on := span.First; on <= span.Last; on++ {
		if y.Weekdays.Has(on.Weekday()) {
			return true
		}
	}
	return false
}

// cut is what is left of a closure without the days of a span. A part without
// any school weekday closes nothing and is left out.
func (y *SchoolYear) cut(c Closure, over day.Span, newID func() string) []Closure {
	if !c.Meets(over) {
		return []Closure{c}
	}
	var parts []Closure
	before, after := c, c
	before.Last, after.First = over.First-1, over.Last+1
	if y.meetsIn(before.Span) {
		parts = append(parts, before)
	}
	if y.meetsIn(after.Span) {
		if len(parts) > 0 {
			after.ID = newID()
		}
		parts = append(parts, after)
	}
	return parts
}

// sameOrigin says whether nothing is lost when one closure takes the other in.
func sameOrigin(a, b *Closure) bool {
	return a.Source == b.Source && maps.EqualFunc(a.Unknown, b.Unknown, func(v, w iep.Raw) bool { return string(v) == string(w) })
}

func byFirstDay(closures []Closure) []Closure {
	slices.SortStableFunc(closures, func(a, b Closure) int { return int(a.First - b.First) })
	return closures
}
