package app

import (
	"cmp"
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Planner is the screen that asks which days lose least.
type Planner struct{ Desk *Desk }

// A PlannerQuery says what a family wants of the weekdays.
type PlannerQuery struct {
	Child     string   `json:"child"`
	Calendars []string `json:"calendars"` // empty: the year of today, or the latest
	Days      int      `json:"days"`      // sessions a week, 1 to 5; 0: as in the plan
	Minutes   int      `json:"minutes"`   // of one session; 0: as in the plan
	Forbid    []string `json:"forbid"`    // MO, TU …
	Start     string   `json:"start"`     // HH:MM or empty
	Gap       bool     `json:"gap"`       // no two days in a row
}

// A PlannerView ranks the weekdays by what the school calendar takes from them.
type PlannerView struct {
	Frame     Frame        `json:"frame"`
	Query     PlannerQuery `json:"query"` // as used
	Calendars []Choice     `json:"calendars"`
	Weekdays  []Choice     `json:"weekdays"` // MO … with their names
	Lead      string       `json:"lead"`     // 177 school days, 25 closed weekdays
	Rows      []PlannerRow `json:"rows"`
	Now       string       `json:"now"`    // what the schedule in force loses beside the best, or empty
	Single    []PlannerRow `json:"single"` // each weekday by itself
}

// A PlannerRow is one set of weekdays.
type PlannerRow struct {
	Days    []string `json:"days"`
	Text    string   `json:"text"`  // Tue & Wed
	Place   int      `json:"place"` // equal rows share a place
	Lost    int      `json:"lost"`
	Kept    int      `json:"kept"`
	Short   int      `json:"short"`   // of the kept ones, on short days
	Minutes int      `json:"minutes"` // lost
	Share   int      `json:"share"`   // of the longest bar, 0 to 100
	Now     bool     `json:"now"`     // the days in force
}

func (v *PlannerView) frame() *Frame { return &v.Frame }

// View ranks the weekdays.
func (p *Planner) View(q PlannerQuery) (*PlannerView, error) { return look(p.Desk, q.Child, q.draw) }

// Undo takes back the latest deed.
func (p *Planner) Undo(q PlannerQuery) (*PlannerView, error) { return undo(p.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (p *Planner) Redo(q PlannerQuery) (*PlannerView, error) { return redo(p.Desk, q.Child, q.draw) }

func (q PlannerQuery) draw(s *sheet) (*PlannerView, error) {
	v := &PlannerView{Frame: s.frame(), Query: q, Calendars: []Choice{}, Weekdays: []Choice{}, Rows: []PlannerRow{}, Single: []PlannerRow{}}
	for i := range s.Record.Calendars {
		y := &s.Record.Calendars[i]
		v.Calendars = append(v.Calendars, Choice{y.ID, yearText(y)})
	}
	years, wish, now, err := q.wish(s)
	if err != nil {
		return nil, err
	}
	v.query(s, years, wish)
	if len(years) == 0 {
		return v, nil
	}
	for _, w := range planner.Weekdays(years).List() {
		v.Weekdays = append(v.Weekdays, Choice{w.String(), words.LongWeekday(w)})
	}
	v.Lead = leadOf(years)
	return v, v.rank(years, wish, now)
}

func (v *PlannerView) query(s *sheet, years []*calendar.Days, wish planner.Wish) {
	v.Query.Child, v.Query.Days, v.Query.Minutes = s.child, wish.Days, wish.Minutes
	v.Query.Calendars = []string{}
	for _, d := range years {
		v.Query.Calendars = append(v.Query.Calendars, d.Year.ID)
	}
	if v.Query.Forbid == nil {
		v.Query.Forbid = []string{}
	}
}

// wish is what is asked, filled up from the schedule in force.
func (q PlannerQuery) wish(s *sheet) (years []*calendar.Days, wish planner.Wish, now day.Weekdays, err error) {
	for _, id := range q.Calendars {
		if y := s.Year(id); y != nil {
			years = append(years, calendar.NewDays(y))
		}
	}
	if len(years) == 0 {
		if y := s.currentYear(); y != nil {
			years = []*calendar.Days{calendar.NewDays(y)}
		}
	}
	now, minutes := s.inForce()
	wish = planner.Wish{Days: cmp.Or(q.Days, now.Count(), 1), Minutes: cmp.Or(q.Minutes, minutes, planner.DefaultMinutes), Gap: q.Gap}
	if q.Minutes < 0 || q.Minutes > record.MaxMinutes {
		return nil, wish, now, refusal.At("minutes", refusal.New(refusal.OutOfBounds,
			"value", strconv.Itoa(q.Minutes), "low", "1", "high", strconv.Itoa(record.MaxMinutes)))
	}
	if wish.Start, err = parseClock("start", q.Start); err != nil {
		return nil, wish, now, err
	}
	wish.Forbid, err = parseWeekdays("forbid", q.Forbid)
	return years, wish, now, err
}

// currentYear is the school year of today, or the latest one.
func (s *sheet) currentYear() *calendar.SchoolYear {
	ids := s.CalendarsOf(s.child)
	var best *calendar.SchoolYear
	for _, id := range ids {
		y := s.Year(id)
		if y == nil {
			continue
		}
		if y.Span().Holds(s.Today) {
			return y
		}
		if best == nil || y.Last > best.Last {
			best = y
		}
	}
	return best
}

// inForce are the weekdays of the schedule in force, and its minutes: of the
// series with the most days a week.
func (s *sheet) inForce() (now day.Weekdays, minutes int) {
	for _, series := range s.Of(s.child) {
		present := planner.InForce(series.VersionOn(s.Today).Service, s.Today)
		if present.Days.Count() > now.Count() {
			now, minutes = present.Days, present.Minutes
		}
	}
	return now, minutes
}

func (v *PlannerView) rank(years []*calendar.Days, wish planner.Wish, now day.Weekdays) error {
	choices, err := planner.Rank(years, wish)
	if err != nil {
		return err
	}
	v.Rows = plannerRows(choices, wish, now)
	single, err := planner.Rank(years, planner.Wish{Days: 1, Minutes: wish.Minutes, Start: wish.Start})
	if err != nil {
		return err
	}
	v.Single = plannerRows(single, wish, 0)
	slices.SortFunc(v.Single, func(a, b PlannerRow) int { return cmp.Compare(weekdayPlace(a.Days), weekdayPlace(b.Days)) })
	if now.Count() > 0 {
		v.Now = compare(choices[0], planner.Of(years, now, wish), wish, now)
	}
	return nil
}

func weekdayPlace(days []string) int {
	w, _ := day.ParseWeekday(days[0])
	return int(w)
}

func plannerRows(choices []planner.Choice, wish planner.Wish, now day.Weekdays) []PlannerRow {
	most := 1
	for _, c := range choices {
		most = max(most, c.Lost)
	}
	rows := []PlannerRow{}
	for _, c := range choices {
		names := []string{}
		for _, w := range c.Days.List() {
			names = append(names, w.String())
		}
		rows = append(rows, PlannerRow{
			Days: names, Text: words.Days(c.Days), Place: c.Place, Lost: c.Lost, Kept: c.Kept, Short: c.Short,
			Minutes: c.LostMinutes(wish), Share: 100 * c.Lost / most, Now: c.Days == now,
		})
	}
	return rows
}

// compare says what the days in force lose beside the best.
func compare(best, now planner.Choice, wish planner.Wish, set day.Weekdays) string {
	code := "planner.now_best"
	switch {
	case best.Days.Count() != set.Count():
		code = "planner.now_other"
	case now.Lost > best.Lost:
		code = "planner.now_more"
	}
	return words.Put(code, "now", words.Days(set), "best", words.Days(best.Days), "lost", words.Several("session", now.Lost),
		"fewer", words.Several("session", now.Lost-best.Lost), "minutes", words.Several("minute", (now.Lost-best.Lost)*wish.Minutes))
}

// leadOf says how many days of some school years are what.
func leadOf(years []*calendar.Days) string {
	var all calendar.Tally
	for _, d := range years {
		t := d.Tally()
		all.Open, all.Short, all.Closed = all.Open+t.Open, all.Short+t.Short, all.Closed+t.Closed
	}
	text := words.Several("school_day", all.Open) + " · " + words.Several("closed_day", all.Closed)
	if all.Short > 0 {
		text += " · " + words.Several("short_day", all.Short)
	}
	return text
}

func yearText(y *calendar.SchoolYear) string {
	if y.Name == "" {
		return yearLabel(y)
	}
	return y.Name + ", " + yearLabel(y)
}
