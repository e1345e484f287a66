package calendar

import "midweek/internal/core/day"

// A School is the calendars of a plan, in the order the plan lists them. A
// day belongs to the first listed year that holds it.
type School []*Days

// On is the year that holds the day, or nil.
func (s School) On(on day.Day) *Days {
	for _, d := range s {
		if d.Year.Span().Holds(on) {
			return d
		}
	}
	return nil
}

// Status is what the day is to the school.
func (s School) Status(on day.Day) Status {
	if d := s.On(on); d != nil {
		return d.Status(on)
	}
	return OutOfYear
}

// Span is the first day of the first year to the last day of the last.
func (s School) Span() day.Span {
	if len(s) == 0 {
		return day.Span{First: day.Last, Last: day.First}
	}
	span := s[0].Year.Span()
	for _, d := range s[1:] {
		span.First = min(span.First, d.Year.First)
		span.Last = max(span.Last, d.Year.Last)
	}
	return span
}

// YearEnd is the last day of the school year that holds the day, or of the
// last listed one. It is no day for a plan without calendars.
func (s School) YearEnd(on day.Day) day.Day {
	if d := s.On(on); d != nil {
		return d.Year.Last
	}
	if len(s) == 0 {
		return day.None
	}
	return s[len(s)-1].Year.Last
}

// AnyPrinted says whether the printed calendar has school on a day of the span.
func (s School) AnyPrinted(in day.Span) bool {
	for on := in.First; on <= in.Last; on++ {
		if s.Status(on).Printed() {
			return true
		}
	}
	return false
}

// Ours is the part of a year's span that belongs to it: days that an earlier
// listed year holds are that one's. Spans come in order.
func (s School) Ours(d *Days) []day.Span {
	parts := []day.Span{d.Year.Span()}
	for _, earlier := range s {
		if earlier == d {
			break
		}
		parts = without(parts, earlier.Year.Span())
	}
	return parts
}

func without(parts []day.Span, taken day.Span) []day.Span {
	var rest []day.Span
	for _, p := range parts {
		if !p.Meets(taken) {
			rest = append(rest, p)
			continue
		}
		before, after := day.Span{First: p.First, Last: taken.First - 1}, day.Span{First: taken.Last + 1, Last: p.Last}
		if !before.Empty() {
			rest = append(rest, before)
		}
		if !after.Empty() {
			rest = append(rest, after)
		}
	}
	return rest
}

// Next is the year that holds the day, or else the next one to begin, or nil
// after the last.
func (s School) Next(on day.Day) *Days {
	if d := s.On(on); d != nil {
		return d
	}
	var next *Days
	for _, d := range s {
		if d.Year.First > on && (next == nil || d.Year.First < next.Year.First) {
			next = d
		}
	}
	return next
}
