package story

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// calendarPhrases are what a calendar says. Printed closures are on the
// calendar on the fridge; weather and emergency are not.
var calendarPhrases = []phrase[*calendar.SchoolYear]{
	on("first day DAY", func(y *calendar.SchoolYear, p []place) error { y.First = p[0].day; return nil }),
	on("last day DAY", func(y *calendar.SchoolYear, p []place) error { y.Last = p[0].day; return nil }),
	on("school on WEEKDAYS", func(y *calendar.SchoolYear, p []place) error { y.Weekdays = p[0].weekdays; return nil }),
	on("closed DAYS TEXT (printed)", closed(calendar.Holiday)),
	on("closed DAYS TEXT (weather)", closed(calendar.Weather)),
	on("closed DAYS TEXT (emergency)", closed(calendar.Emergency)),
	on("closed DAYS TEXT (reserve)", closed(calendar.MakeupReserve)),
	on("short DAYS TEXT on WEEKDAYS, out at CLOCK", func(y *calendar.SchoolYear, p []place) error {
		err := short(y, p, p[3].clock, day.NoClock)
		y.PartialDays[len(y.PartialDays)-1].Weekdays = p[2].weekdays
		return err
	}),
	on("short DAYS TEXT, out at CLOCK", func(y *calendar.SchoolYear, p []place) error { return short(y, p, p[2].clock, day.NoClock) }),
	on("short DAYS TEXT, opens at CLOCK", func(y *calendar.SchoolYear, p []place) error { return short(y, p, day.NoClock, p[2].clock) }),
	on("short DAYS TEXT", func(y *calendar.SchoolYear, p []place) error { return short(y, p, day.NoClock, day.NoClock) }),
	on("given back DAY TEXT", func(y *calendar.SchoolYear, p []place) error {
		y.ExtraDays = append(y.ExtraDays, calendar.ExtraDay{Date: p[0].day, Name: p[1].Text})
		return nil
	}),
	on("noted DAYS TEXT (remote)", notes(calendar.Remote)),
	on("noted DAYS TEXT (testing)", notes(calendar.Testing)),
	on("term DAYS TEXT", func(y *calendar.SchoolYear, p []place) error {
		y.Terms = append(y.Terms, calendar.Term{Name: p[1].Text, Span: p[0].days})
		return nil
	}),
}

func closed(kind calendar.ClosureKind) func(*calendar.SchoolYear, []place) error {
	return func(y *calendar.SchoolYear, p []place) error {
		y.Closures = append(y.Closures, calendar.Closure{Span: p[0].days, Name: p[1].Text, Kind: kind})
		return nil
	}
}

func notes(kind calendar.NotedKind) func(*calendar.SchoolYear, []place) error {
	return func(y *calendar.SchoolYear, p []place) error {
		y.NotedDays = append(y.NotedDays, calendar.NotedDay{Span: p[0].days, Name: p[1].Text, Kind: kind})
		return nil
	}
}

func short(y *calendar.SchoolYear, p []place, dismissal, opening day.Clock) error {
	y.PartialDays = append(y.PartialDays,
		calendar.PartialDay{Span: p[0].days, Name: p[1].Text, Dismissal: dismissal, Opening: opening})
	return nil
}

func (s *Story) readCalendar(p section) error {
	year := calendar.SchoolYear{ID: p.own("calendar", "school"), Weekdays: day.MondayToFriday}
	lines, err := s.included(p.lines)
	if err != nil {
		return err
	}
	if err := each(lines, func(l line) error { return says(l, &year, calendarPhrases) }); err != nil {
		return err
	}
	if year.First == day.None || year.Last == day.None {
		return p.head.fail("a calendar has a `first day` and a `last day`")
	}
	s.Record.Calendars = append(s.Record.Calendars, year)
	return nil
}

// included puts the lines of another file in the place of `as in FILE`; it lies
// beside the story.
func (s *Story) included(lines []line) ([]line, error) {
	var all []line
	for _, l := range lines {
		name, is := strings.CutPrefix(l.Text, "as in ")
		if !is {
			all = append(all, l)
			continue
		}
		if path.Base(name) != name || path.Ext(name) != ".calendar" {
			return nil, l.fail("%q is not a .calendar file beside the stories", name)
		}
		data, err := fs.ReadFile(s.folder, name)
		if err != nil {
			return nil, l.at(err)
		}
		all = append(all, linesOf(name, 1, string(data))...)
	}
	return all, nil
}

func (s *Story) calendar(id string) error {
	for _, y := range s.Record.Calendars {
		if y.ID == id {
			return nil
		}
	}
	return fmt.Errorf("calendar %s %w", id, errNotKnown)
}
