package app

import (
	"cmp"
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A schooling is a plan with its calendars of the year that is drawn.
type schooling struct {
	plan   *iep.Plan
	school calendar.School
}

// schoolings reads the calendars of a year, by the plans that name them.
func (g *grid) schoolings(label string) {
	read := map[string]*calendar.Days{}
	for i := range g.Record.Plans {
		p := &g.Record.Plans[i]
		if g.child != "" && p.ChildID != g.child {
			continue
		}
		var school calendar.School
		for _, id := range p.CalendarIDs {
			y := g.Year(id)
			if y == nil || yearLabel(y) != label {
				continue
			}
			if read[id] == nil {
				read[id] = calendar.NewDays(y)
				g.school = append(g.school, read[id])
				g.columns |= y.Weekdays
				g.meets |= y.Weekdays
			}
			school = append(school, read[id])
		}
		g.plans = append(g.plans, schooling{p, school})
	}
}

// schools are the calendars that say what a day is, each once: those of the
// plans in force that day, or where these say nothing, of all.
func (g *grid) schools(on day.Day) calendar.School {
	var now, ever calendar.School
	for _, s := range g.plans {
		d := s.school.On(on)
		if d == nil {
			continue
		}
		if s.plan.InForce(on) && !slices.Contains(now, d) {
			now = append(now, d)
		}
		if !slices.Contains(ever, d) {
			ever = append(ever, d)
		}
	}
	if len(now) > 0 {
		return now
	}
	return ever
}

// tell says what the schools of a day have to say of it. Where one is closed
// and another open, the day is closed, and says for whom.
func (g *grid) tell(c *Cell, on day.Day) {
	var names, closed, short []string
	schools := g.schools(on)
	for _, d := range schools {
		name, why, less := cmp.Or(d.Year.Name, yearLabel(d.Year)), "", ""
		if closure := d.Closure(on); closure != nil {
			why = words.Closure(closure)
		}
		if p, ok := d.Partial(on); ok {
			less = shortText(&p)
		}
		names, closed, short = append(names, name), append(closed, why), append(short, less)
		if len(schools) > 1 {
			c.Schools = append(c.Schools, Choice{d.Year.ID, withName(name, cmp.Or(why, less, statusText(d.Status(on))))})
		}
	}
	c.Closed, c.Short = together(names, closed), together(names, short)
}

func statusText(s calendar.Status) string {
	if s == calendar.Open {
		return words.Put("calendar.school_open")
	}
	return words.Put("calendar.no_school")
}

// together is the word of all schools where they have the same, or else that of
// each that has one, under its name.
func together(names, texts []string) string {
	if len(slices.Compact(slices.Clone(texts))) == 1 {
		return texts[0]
	}
	var parts []string
	for i, text := range texts {
		if text != "" {
			parts = append(parts, withName(names[i], text))
		}
	}
	return strings.Join(parts, "; ")
}

// leads say how many days of the year are what, for each calendar under its
// name where there are several.
func (g *grid) leads() string {
	if len(g.school) == 1 {
		return leadOf(g.school)
	}
	var parts []string
	for i, d := range g.school {
		parts = append(parts, withName(cmp.Or(d.Year.Name, yearLabel(d.Year)), leadOf(g.school[i:i+1])))
	}
	return strings.Join(parts, "; ")
}
