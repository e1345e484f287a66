package app

import (
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
)

// days are those that the text may be the date of. A date without a year is
// that of every school year there is.
func (f *search) days() []finding {
	var list []finding
	for _, on := range daysIn(f.text, f.yearsOfDays()) {
		label := f.label(f.child, on)
		g := f.grid(label)
		if !g.span.Holds(on) {
			continue
		}
		list = append(list, finding{on: on, tell: func() FindItem {
			cell := g.cell(on)
			_, said, _ := strings.Cut(cell.Label, ". ")
			return FindItem{
				Title: []Piece{{words.Day(on), true}}, Words: f.wanted.mark(said), State: cell.State,
				To: dayHref(label, on), Child: f.child,
			}
		}})
	}
	return list
}

// dayHref is the address of a day on the calendar, opened.
func dayHref(label string, on day.Day) string {
	return href("calendar", label, "year", on.String()) + "?day=1"
}

// label is the school year in which a day of a child stands, as the screens
// know it; empty when there is none.
func (s *sheet) label(child string, on day.Day) string {
	if s.labels == nil {
		s.labels = map[string][]labeled{}
	}
	all, known := s.labels[child]
	if !known {
		years := s.years(child)
		for _, y := range years {
			all = append(all, labeled{yearLabel(y), spanOf(years, yearLabel(y))})
		}
		s.labels[child] = all
	}
	for _, l := range all {
		if l.span.Holds(on) {
			return l.label
		}
	}
	return ""
}

// A labeled is a school year by its label, with the days that it stands for.
type labeled struct {
	label string
	span  day.Span
}

func (f *search) yearsOfDays() []int {
	var years []int
	for _, y := range f.years(f.child) {
		for _, year := range []int{y.First.Year(), y.Last.Year()} {
			if !slices.Contains(years, year) {
				years = append(years, year)
			}
		}
	}
	return years
}

// daysIn reads a date; one without a year is tried in each of the years.
func daysIn(text string, years []int) []day.Day {
	if on, err := day.ParseTyped(text); err == nil {
		return []day.Day{on}
	}
	var list []day.Day
	for _, year := range years {
		on, err := day.ParseTyped(text + " " + strconv.Itoa(year))
		if err == nil && !slices.Contains(list, on) {
			list = append(list, on)
		}
	}
	return list
}

// calendarDays are what the calendars say of days: closures, short days, notes
// and days given back, by their names and kinds.
func (f *search) calendarDays() []finding {
	var list []finding
	for i := range f.Record.Calendars {
		y := &f.Record.Calendars[i]
		add := func(span day.Span, name, kind, state string) {
			if f.wanted.in(name, kind) || f.wanted.in(name, kind, yearText(y)) && !f.wanted.in(yearText(y)) {
				list = append(list, f.calendarDay(y, span, name, kind, state))
			}
		}
		for j := range y.Closures {
			c := &y.Closures[j]
			add(c.Span, words.Closure(c), words.Put("closure."+string(c.Kind)), "closed")
		}
		for j := range y.PartialDays {
			add(y.PartialDays[j].Span, shortText(&y.PartialDays[j]), words.Put("calendar.short"), "")
		}
		for _, n := range y.NotedDays {
			add(n.Span, n.Name, words.Put("noted."+string(n.Kind)), "")
		}
		for _, x := range y.ExtraDays {
			add(day.Span{First: x.Date, Last: x.Date}, x.Name, words.Put("find.given_back"), "")
		}
		if f.wanted.in(yearText(y)) {
			list = append(list, f.calendarDay(y, y.Span(), yearText(y), words.Put("find.year"), ""))
		}
	}
	return list
}

// calendarDay is a run of days of a calendar, at its first day of school
// weekdays. A calendar of no plan stands only among the school years.
func (f *search) calendarDay(y *calendar.SchoolYear, span day.Span, name, kind, state string) finding {
	return finding{on: span.First, tell: func() FindItem {
		item := FindItem{
			Title: f.wanted.mark(name), Words: f.wanted.mark(kind + " · " + yearText(y)), On: words.Span(span), State: state,
			To: f.entryHref(keyOf(history.Calendar, y.ID)), Child: f.child,
		}
		if !slices.Contains(f.CalendarsOf(f.child), y.ID) {
			item.Child = ""
		}
		if slices.Contains(f.CalendarsOf(item.Child), y.ID) && span != y.Span() {
			item.To = dayHref(f.label(item.Child, span.First), schoolDay(y, span))
		}
		return item
	}}
}

// schoolDay is the first day of a run on which school would meet.
func schoolDay(y *calendar.SchoolYear, span day.Span) day.Day {
	for on := span.First; on <= span.Last; on++ {
		if y.Weekdays.Has(on.Weekday()) {
			return on
		}
	}
	return span.First
}
