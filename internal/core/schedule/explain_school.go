package schedule

import (
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// schoolPhrases say what a day is to the school, and which entries of the
// calendar make it so.
func schoolPhrases(school calendar.School, on day.Day) []Phrase {
	days := school.On(on)
	switch {
	case len(school) == 0:
		return []Phrase{phrase("school.no_calendar")}
	case days == nil:
		span := school.Span()
		return []Phrase{phrase("school.out_of_year", "first", span.First.String(), "last", span.Last.String())}
	case days.Status(on) == calendar.NotSchoolDay:
		return []Phrase{phrase("school.not_weekday", "weekdays", day.SetOf(on.Weekday()).String())}
	case days.Status(on) == calendar.Open:
		return openPhrases(days, on)
	}
	return closurePhrases(days.Year, on, func(c *calendar.Closure) bool {
		return c.Kind.Sudden() == (days.Status(on) == calendar.ClosedEmergency)
	}, "school.closed")
}

// openPhrases say that school is open, on which entries although the calendar
// closes it, for how long and with which notes.
func openPhrases(days *calendar.Days, on day.Day) []Phrase {
	said := []Phrase{phrase("school.open")}
	for i := range days.Year.ExtraDays {
		x := &days.Year.ExtraDays[i]
		if x.Date != on {
			continue
		}
		said = append(said, named("school.given_back", x.Name))
		said = append(said, sourcePhrases(x.Source)...)
		all := func(*calendar.Closure) bool { return true }
		said = append(said, closurePhrases(days.Year, on, all, "school.would_be_closed")...)
		break
	}
	if short, is := days.Partial(on); is {
		said = append(said, shortPhrases(short)...)
	}
	for _, n := range days.Noted(on) {
		code := "school.noted_unclear"
		if n.Kind == calendar.Testing || n.Kind == calendar.Remote {
			code = "school.noted_" + string(n.Kind)
		}
		said = append(said, named(code, n.Name))
		said = append(said, sourcePhrases(n.Source)...)
	}
	return said
}

func shortPhrases(short calendar.PartialDay) []Phrase {
	said := []Phrase{named("school.short", short.Name)}
	if short.Opening.Known() {
		said = append(said, phrase("school.opens", "time", short.Opening.String()))
	}
	if short.Dismissal.Known() {
		said = append(said, phrase("school.ends", "time", short.Dismissal.String()))
	}
	return append(said, sourcePhrases(short.Source)...)
}

// closurePhrases name the closures of a day, by name or else by kind.
func closurePhrases(y *calendar.SchoolYear, on day.Day, which func(*calendar.Closure) bool, code string) []Phrase {
	var said []Phrase
	for i := range y.Closures {
		c := &y.Closures[i]
		if !c.Holds(on) || !which(c) {
			continue
		}
		closure := named(code, c.Name)
		if closure.Args == nil {
			closure.Args = map[string]string{}
		}
		closure.Args["kind"] = string(c.Kind)
		said = append(append(said, closure), sourcePhrases(c.Source)...)
	}
	return said
}

// named is a code for an entry with a name, and another for one without.
func named(code, name string) Phrase {
	if strings.TrimSpace(name) == "" {
		return phrase(code + "_unnamed")
	}
	return phrase(code, "name", name)
}

// sourcePhrases say where an entry comes from, if it says so in a word that is
// known.
func sourcePhrases(s calendar.Source) []Phrase {
	switch s {
	case calendar.FromFeed, calendar.Typed, calendar.Pasted, calendar.Suggested, calendar.FromLastYear:
		return []Phrase{phrase("school.source_" + string(s))}
	}
	return nil
}
