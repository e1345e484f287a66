package app

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
)

// A MakeUpMonth is one table of the small calendar.
type MakeUpMonth struct {
	ID    string         `json:"id"`
	Text  string         `json:"text"` // March 2025
	Weeks [][]MakeUpCell `json:"weeks"`
}

// A MakeUpCell is one day of it. Outside of its month it has no number.
type MakeUpCell struct {
	ISO    string `json:"iso"`
	Number int    `json:"number"`
	State  string `json:"state"` // none, closed, open, not, off, planned, arranged
	Label  string `json:"label"` // spoken: Tuesday, April 1: planned, 30 minutes
	Today  bool   `json:"today"`
	ID     string `json:"id"` // of the make-up that stands there and can be moved
}

// days of the small calendar, by what is known of them.
type makeUpDays struct {
	*sheet
	year     *calendar.Days
	columns  day.Weekdays
	suits    map[day.Day]bool
	off      map[day.Day]bool
	planned  map[day.Day]int
	arranged map[day.Day]*ArrangedRow
}

// makeUpMonths draws the days from today to the last day of school, and past it
// where something stands there.
func (s *sheet) makeUpMonths(v *MakeUpView, year *calendar.Days, f *fit.Fit) {
	g := &makeUpDays{
		sheet: s, year: year, columns: year.Year.Weekdays, suits: map[day.Day]bool{}, off: map[day.Day]bool{}, planned: map[day.Day]int{},
		arranged: map[day.Day]*ArrangedRow{},
	}
	in := day.Span{First: max(s.Today, year.Year.First), Last: year.Year.Last}
	for _, room := range f.Days {
		g.suits[room.Date] = true
	}
	for _, d := range f.Limits.Off {
		g.off[d] = true
	}
	for _, p := range f.Plan {
		g.planned[p.Date] += p.Minutes
	}
	for i := range v.Arranged {
		row := &v.Arranged[i]
		on, err := day.Parse(row.Form.On)
		if err != nil || on < in.First || on > in.Last+60 {
			continue
		}
		g.arranged[on], in.Last = row, max(in.Last, on)
		g.columns |= day.SetOf(on.Weekday())
	}
	for _, w := range g.columns.List() {
		v.Columns = append(v.Columns, Choice{w.String(), words.LongWeekday(w)})
	}
	for first := in.First.MonthSpan().First; first <= in.Last; first = first.MonthSpan().Last + 1 {
		v.Months = append(v.Months, g.month(first.MonthSpan(), in))
	}
}

func (g *makeUpDays) month(of, in day.Span) MakeUpMonth {
	m := MakeUpMonth{ID: of.First.String()[:len("2025-03")], Text: words.Month(of.First), Weeks: [][]MakeUpCell{}}
	for monday := of.First.Monday(); monday <= of.Last; monday += 7 {
		week := []MakeUpCell{}
		for _, w := range g.columns.List() {
			week = append(week, g.cell(monday+day.Day(w), of, in))
		}
		if slices.ContainsFunc(week, func(c MakeUpCell) bool { return c.Number > 0 }) {
			m.Weeks = append(m.Weeks, week)
		}
	}
	return m
}

func (g *makeUpDays) cell(on day.Day, of, in day.Span) MakeUpCell {
	if !of.Holds(on) {
		return MakeUpCell{ISO: on.String()}
	}
	_, _, number := on.Civil()
	c := MakeUpCell{ISO: on.String(), Number: number, State: "none", Today: on == g.Today}
	minutes := g.planned[on]
	row := g.arranged[on]
	switch {
	case row != nil:
		c.State, c.ID, minutes = "arranged", row.ID, row.Minutes
	case !in.Holds(on) || on <= g.Today:
	case g.year.Status(on) != calendar.Open:
		c.State = "closed"
	case g.off[on]:
		c.State = "off"
	case minutes > 0:
		c.State = "planned"
	case g.suits[on]:
		c.State = "open"
	default:
		c.State = "not"
	}
	c.Label = words.Put("makeup.day."+c.State, "day", words.ShortDay(on), "minutes", words.Several("minute", minutes))
	return c
}
