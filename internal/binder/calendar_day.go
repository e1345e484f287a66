package binder

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// Paint writes a stroke of closed days over a school year; see
// calendar.SchoolYear.Painted. To paint what is there already is no deed.
func (b *Binder) Paint(calendarID string, stroke calendar.Closure, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		*y = y.Painted(stroke, b.newID)
		return inYear(y, stroke.Span)
	})
}

// Erase opens the days of a span in a school year.
func (b *Binder) Erase(calendarID string, span day.Span, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		*y = y.Erased(span, b.newID)
		return inYear(y, span)
	})
}

// OpenAfterAll makes a closed day a school day; see calendar.SchoolYear.Opened.
func (b *Binder) OpenAfterAll(calendarID string, on day.Day, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		*y = y.Opened(on, calendar.Typed, b.newID)
		return inYear(y, day.Span{First: on, Last: on})
	})
}

// NotGivenBack takes back that a day is one on which school is open whatever
// else is said of it.
func (b *Binder) NotGivenBack(calendarID string, on day.Day, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		rest := slices.DeleteFunc(slices.Clone(y.ExtraDays), func(e calendar.ExtraDay) bool { return e.Date == on })
		if len(rest) == len(y.ExtraDays) {
			return refusal.New(refusal.NoSuch, "what", "day given back", "id", on.String())
		}
		y.ExtraDays = rest
		return nil
	})
}

// Shorten writes a short day into a school year, or corrects the one that has
// its id, which keeps its source. A day that would end before it begins is
// refused.
func (b *Binder) Shorten(calendarID string, short calendar.PartialDay, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		if err := inYear(y, short.Span); err != nil {
			return err
		}
		if short.Opening.Known() && short.Dismissal.Known() && short.Dismissal <= short.Opening {
			return refusal.At("dismissal", refusal.New(refusal.EndsFirst, "opening", short.Opening.String(), "dismissal", short.Dismissal.String()))
		}
		rows, err := ofShortDays.with(y.PartialDays, short, b.newID)
		y.PartialDays = rows
		return err
	})
}

// Lengthen takes a short day out of a school year.
func (b *Binder) Lengthen(calendarID, id, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		rows, err := ofShortDays.without(y.PartialDays, id)
		y.PartialDays = rows
		return err
	})
}

// Note writes a noted day into a school year, or corrects the one that has its
// id, which keeps its source.
func (b *Binder) Note(calendarID string, note calendar.NotedDay, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		if err := inYear(y, note.Span); err != nil {
			return err
		}
		rows, err := ofNotedDays.with(y.NotedDays, note, b.newID)
		y.NotedDays = rows
		return err
	})
}

// Unnote takes a noted day out of a school year.
func (b *Binder) Unnote(calendarID, id, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		rows, err := ofNotedDays.without(y.NotedDays, id)
		y.NotedDays = rows
		return err
	})
}

// EndYear moves the last day of a school year. A year that would end before it
// begins is refused by its fields.
func (b *Binder) EndYear(calendarID string, last day.Day, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		y.Last = last
		return nil
	})
}
