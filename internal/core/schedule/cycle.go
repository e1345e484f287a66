package schedule

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// CycleDay is the number that a school day carries in a cycle, 1 to its
// length: "today is Day 4". A day that the cycle does not count, on which
// school is closed or which lies outside the calendars, has none.
//
// Days are counted forward and backward from the cycle's first, within its
// school year; every other school year begins with Day 1 on its own first
// school day.
func CycleDay(c *iep.Cycle, school calendar.School, on day.Day) (number int, ok bool) {
	days := school.On(on)
	if days == nil || !counts(c, days.Status(on)) {
		return 0, false
	}
	eachCycleDay(c, school, days, day.Span{First: on, Last: on}, func(_ day.Day, n int) { number = n })
	return number, true
}

// counts says whether a cycle counts days of a status. A printed closure never
// has a number; a sudden one keeps the number that it takes, or gives it to
// the next open day.
func counts(c *iep.Cycle, status calendar.Status) bool {
	return status == calendar.Open || c.Closed == iep.Skip && status == calendar.ClosedEmergency
}

// eachCycleDay goes through the days of a span that belong to one school year
// and that a cycle counts, in order, with their numbers. It looks no further
// than from Day 1, or else from the first day of school.
func eachCycleDay(c *iep.Cycle, school calendar.School, days *calendar.Days, in day.Span, visit func(day.Day, int)) {
	counted := day.Span{First: days.Year.First, Last: in.Last}
	parts, number := school.Ours(days), 0 // of the day before
	if school.On(c.First) == days {
		counted.First = min(c.First, in.First)
		number = c.Length - countedBefore(c, days, parts, counted.First)%c.Length
	}
	for _, part := range parts {
		part = part.Within(counted)
		for on := part.First; on <= part.Last; on++ {
			if !counts(c, days.Status(on)) {
				continue
			}
			if number = number%c.Length + 1; on >= in.First {
				visit(on, number)
			}
		}
	}
}

// countedBefore is how many days a cycle counts from a day to its first.
func countedBefore(c *iep.Cycle, days *calendar.Days, parts []day.Span, from day.Day) int {
	n := 0
	for _, part := range parts {
		for on := max(part.First, from); on <= min(part.Last, c.First-1); on++ {
			if counts(c, days.Status(on)) {
				n++
			}
		}
	}
	return n
}

// cycleDates are the days of a span that carry one of a cycle's numbers.
func cycleDates(c *iep.Cycle, school calendar.School, in day.Span) ([]day.Day, error) {
	var wanted uint32
	for _, n := range c.Days {
		wanted |= 1 << n
	}
	var dates []day.Day
	for _, days := range school {
		eachCycleDay(c, school, days, in, func(on day.Day, number int) {
			if wanted>>number&1 == 1 {
				dates = append(dates, on)
			}
		})
	}
	if len(dates) > maxDates {
		return nil, tooMany()
	}
	slices.Sort(dates)
	return dates, nil
}
