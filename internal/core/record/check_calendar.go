package record

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

func (c *checker) checkCalendars() error {
	return checkList(c, &list[calendar.SchoolYear]{
		name: "calendars", rows: &c.record.Calendars, ids: ids{},
		id:     func(y *calendar.SchoolYear) string { return y.ID },
		check:  CheckYear,
		passed: func(y *calendar.SchoolYear) { c.calendars[y.ID] = y },
	})
}

// CheckYear checks one school year by itself.
func CheckYear(y *calendar.SchoolYear) error {
	if err := bothDays(y.First, y.Last, "first_day", "last_day"); err != nil {
		return err
	}
	closures, partial, noted := ids{}, ids{}, ids{}
	if err := each("closures", y.Closures, func(x *calendar.Closure) error {
		return ranged(closures, x.ID, x.Span)
	}); err != nil {
		return err
	}
	if err := each("early_release", y.PartialDays, func(x *calendar.PartialDay) error {
		return ranged(partial, x.ID, x.Span)
	}); err != nil {
		return err
	}
	if err := each("extra_school_days", y.ExtraDays, func(x *calendar.ExtraDay) error {
		return present("date", x.Date)
	}); err != nil {
		return err
	}
	if err := each("noted_days", y.NotedDays, func(x *calendar.NotedDay) error {
		return ranged(noted, x.ID, x.Span)
	}); err != nil {
		return err
	}
	return checkTerms(y.Terms)
}

func checkTerms(terms []calendar.Term) error {
	var before []day.Span
	return each("terms", terms, func(x *calendar.Term) error {
		for _, other := range before {
			if other.Meets(x.Span) {
				return refusal.At("start", refusal.New(refusal.TermsMeet, "start", other.First.String(), "end", other.Last.String()))
			}
		}
		before = append(before, x.Span)
		return bothDays(x.First, x.Last, "start", "end")
	})
}

// ranged checks a run of days whose id may be absent.
func ranged(seen ids, id string, span day.Span) error {
	if id != "" {
		if err := seen.add(id); err != nil {
			return err
		}
	}
	return bothDays(span.First, span.Last, "start", "end")
}
