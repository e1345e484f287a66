package app

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// schoolsOf says which calendar counts on which days of a plan that lists
// several: each has the days that no earlier one holds.
func (s *sheet) schoolsOf(p *iep.Plan) []string {
	lines := []string{}
	if len(p.CalendarIDs) < 2 {
		return lines
	}
	var school calendar.School
	for _, id := range p.CalendarIDs {
		school = append(school, calendar.NewDays(s.Year(id)))
	}
	type part struct {
		day.Span
		year *calendar.SchoolYear
	}
	var parts []part
	for _, d := range school {
		for _, span := range school.Ours(d) {
			parts = append(parts, part{span, d.Year})
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.First, b.First) })
	for _, p := range parts {
		lines = append(lines, words.Put("school.days", "span", words.Span(p.Span), "name", yearText(p.year)))
	}
	return lines
}
