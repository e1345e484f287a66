package app

import (
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// years are the school years of a child's plans, or of all, newest first.
// Two calendars of one time are one year to look at; the one that begins first
// stands for it.
func (s *sheet) years(childID string) []*calendar.SchoolYear {
	var list []*calendar.SchoolYear
	for _, id := range s.CalendarsOf(childID) {
		y := s.Year(id)
		i := slices.IndexFunc(list, func(o *calendar.SchoolYear) bool { return yearLabel(o) == yearLabel(y) })
		switch {
		case i < 0:
			list = append(list, y)
		case y.First < list[i].First:
			list[i] = y
		}
	}
	slices.SortStableFunc(list, func(a, b *calendar.SchoolYear) int { return int(b.First - a.First) })
	return list
}

// yearLabel names a school year: 2024-25.
func yearLabel(y *calendar.SchoolYear) string {
	if y.Label != "" {
		return y.Label
	}
	first, last := y.First.Year(), y.Last.Year()
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "-" + strconv.Itoa(last)[2:]
}

// yearText is a school year with the name of its calendar.
func yearText(y *calendar.SchoolYear) string {
	if y.Name == "" {
		return yearLabel(y)
	}
	return y.Name + ", " + yearLabel(y)
}

// leadOf counts the days of school years: 177 school days, 25 closed weekdays.
func leadOf(years []*calendar.Days) string {
	var open, closed, short int
	for _, d := range years {
		for on := d.Year.First; on <= d.Year.Last; on++ {
			switch d.Status(on) {
			case calendar.Open:
				open++
				if d.Short(on) {
					short++
				}
			case calendar.ClosedScheduled, calendar.ClosedEmergency:
				closed++
			}
		}
	}
	text := words.Several("school_day", open) + " · " + words.Several("closed_day", closed)
	if short > 0 {
		text += " · " + words.Several("short_day", short)
	}
	return text
}

func (s *sheet) yearChoices(years []*calendar.SchoolYear) []Choice {
	list := []Choice{}
	for _, y := range years {
		list = append(list, Choice{yearLabel(y), yearLabel(y)})
	}
	return list
}

// yearOrNow is the year asked for, or else the one in which today stands.
func (s *sheet) yearOrNow(years []*calendar.SchoolYear, asked string) string {
	now := ""
	for _, y := range years {
		if label := yearLabel(y); label == asked || now == "" && spanOf(years, label).Holds(s.Today) {
			now = label
		}
	}
	return now
}

// spanOf is a school year by its label, with the days after it until the next
// one begins, so that every day stands in one of the years. The oldest reaches
// back, the newest ahead.
func spanOf(years []*calendar.SchoolYear, label string) day.Span {
	span := day.Span{First: day.First, Last: day.Last}
	for i, y := range years {
		if yearLabel(y) != label {
			continue
		}
		if i < len(years)-1 {
			span.First = y.First
		}
		if i > 0 {
			span.Last = years[i-1].First - 1
		}
	}
	return span
}

// seriesChoices are the services to filter by.
func (s *sheet) seriesChoices() []Choice {
	list := []Choice{}
	for _, series := range s.Of(s.child) {
		list = append(list, Choice{seriesID(series), withName(s.named(series.ChildID), s.titleOf(series))})
	}
	return list
}

// loggable are the services a make-up or an extra session can be given for:
// the version of each series in force today.
func (s *sheet) loggable() []Service {
	list := []Service{}
	for _, series := range s.Of(s.child) {
		v := series.VersionOn(s.Today)
		list = append(list, Service{
			ID: v.Service.ID, Minutes: v.Service.SessionMinutes(), Manners: manners(v.Service, ""),
			Text: withName(s.named(series.ChildID), s.title(v)),
		})
	}
	return list
}
