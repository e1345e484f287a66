package app

import (
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/planner"
	"midweek/internal/open"
)

// A StrokeForm is a run of days that a person drew over the calendar. Its ends
// may stand in either order.
type StrokeForm struct {
	Calendar string `json:"calendar"`
	First    string `json:"first"`
	Last     string `json:"last"`
	Open     bool   `json:"open"` // the eraser: school is open
	Name     string `json:"name"`
	Kind     string `json:"kind"`
}

// A StripLine is what the school year does to one service, so far.
type StripLine struct {
	ID    string `json:"id"` // of the series
	Child string `json:"child"`
	Title string `json:"title"`
	Text  string `json:"text"` // Tue + Thu: 58 kept, 9 lost; best: Tue + Wed, 5 lost
}

// Paint marks the days of a stroke closed, or open.
func (c *Calendar) Paint(q CalendarQuery, form StrokeForm) (*CalendarView, error) {
	form = typed(form)
	stroke, err := form.closure()
	if err != nil {
		return nil, err
	}
	v, err := change(c.Desk, q.Child, func(r *open.Room) error {
		if form.Open {
			return r.Erase(form.Calendar, stroke.Span, "")
		}
		return r.Paint(form.Calendar, stroke, "")
	}, q.draw)
	if err == nil && v.Frame.Did != "" {
		v.Frame.Did = form.did(&stroke)
	}
	return v, err
}

func (f StrokeForm) closure() (calendar.Closure, error) {
	c := calendar.Closure{Name: f.Name, Kind: calendar.ClosureKind(f.Kind), Source: calendar.Typed}
	first, err := neededDay("first", f.First)
	if err != nil {
		return c, err
	}
	last, err := neededDay("last", f.Last)
	if err != nil {
		return c, err
	}
	if c.Kind == "" {
		c.Kind = calendar.OtherClosure
	}
	c.Span = day.Span{First: min(first, last), Last: max(first, last)}
	return c, nil
}

// did tells what a stroke did.
func (f StrokeForm) did(stroke *calendar.Closure) string {
	days := words.ShortDay(stroke.First)
	if stroke.First < stroke.Last {
		days = words.Put("span", "first", days, "last", words.ShortDay(stroke.Last))
	}
	if f.Open {
		return words.Put("calendar.did.erased", "days", days)
	}
	return words.Put("calendar.did.painted", "days", days, "name", words.Closure(stroke))
}

// strip is what the calendar, as it stands, does to each service that stands
// on days of the week.
func (g *grid) strip() []StripLine {
	lines := []StripLine{}
	for _, series := range g.Of(g.child) {
		years := g.schoolOf(series)
		if len(years) == 0 {
			continue
		}
		on := min(max(g.Today, years[0].Year.First), years[0].Year.Last)
		version := series.VersionOn(on)
		text := stripText(years, planner.InForce(version.Service, on))
		if text != "" {
			lines = append(lines, StripLine{seriesID(series), g.named(series.ChildID), words.Title(version.Service), text})
		}
	}
	return lines
}

// schoolOf are the calendars shown that a series goes by.
func (g *grid) schoolOf(series *ledger.Series) []*calendar.Days {
	var years []*calendar.Days
	for _, d := range g.school {
		if slices.ContainsFunc(series.Versions, func(v *ledger.Version) bool { return slices.Contains(v.Plan.CalendarIDs, d.Year.ID) }) {
			years = append(years, d)
		}
	}
	return years
}

// stripText asks the planner about the days in force. It says nothing of a
// service that stands on none of the school's weekdays.
func stripText(years []*calendar.Days, now planner.Present) string {
	a, err := planner.Ask(planner.Question{
		Years: years, Wish: planner.Wish{Days: now.Days.Count(), Minutes: now.Minutes, Start: now.Start}, Now: now,
	})
	if err != nil || a.Now == nil {
		return ""
	}
	code, best := "strip.best", a.Options[0]
	if best.Lost < a.Now.Lost {
		code = "strip.other"
	}
	return words.Put(code, "days", plus(now.Days), "kept", words.Number(a.Now.Kept), "lost", words.Number(a.Now.Lost),
		"best", plus(best.Days), "fewer", words.Number(best.Lost))
}

// plus are weekdays in little room: Tue + Thu.
func plus(set day.Weekdays) string {
	var names []string
	for _, w := range set.List() {
		names = append(names, words.Weekday(w))
	}
	return strings.Join(names, " + ")
}
