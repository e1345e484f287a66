package app

import (
	"cmp"
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/ledger"
	"midweek/internal/core/planner"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// plainDays asks about a number of days a week that is of no service.
const plainDays = "plain"

// A wished is a query as it is asked: filled up from the schedules in force.
type wished struct {
	planner.Question
	series *ledger.Series // nil for a plain number of days
	ask    day.Weekdays
}

func (q PlannerQuery) wish(s *sheet) (w wished, err error) {
	w.series = s.wanted(q.Series)
	child, id, weekly := s.child, "", 0
	if w.series != nil {
		service := w.series.VersionOn(s.Today).Service
		w.Now, weekly = planner.InForce(service, s.Today), service.SessionsWeekly()
		child, id = w.series.ChildID, w.series.ID
	}
	w.Taken = planner.Around(s.Ledger, child, id, s.Today)
	if w.Years, err = s.counted(q.Calendars, child); err != nil {
		return w, err
	}
	w.Wish = planner.Wish{
		Days: cmp.Or(q.Days, w.Now.Days.Count(), weekly, 1), Minutes: cmp.Or(q.Minutes, w.Now.Minutes, planner.DefaultMinutes), Gap: q.Gap,
	}
	if q.Minutes < 0 || q.Minutes > record.MaxMinutes {
		return w, refusal.At("minutes", refusal.New(refusal.OutOfBounds,
			"value", strconv.Itoa(q.Minutes), "low", "1", "high", strconv.Itoa(record.MaxMinutes)))
	}
	if w.Wish.Start, err = parseClock("start", q.Start); err != nil {
		return w, err
	}
	if w.Wish.Forbid, err = parseWeekdays("forbid", q.Forbid); err != nil {
		return w, err
	}
	w.ask, err = parseWeekdays("ask", q.Ask)
	return w, err
}

// query is the query as it was used.
func (w *wished) query(q PlannerQuery, s *sheet) PlannerQuery {
	q.Child, q.Days, q.Minutes, q.Series = s.child, w.Wish.Days, w.Wish.Minutes, plainDays
	if w.series != nil {
		q.Series = seriesID(w.series)
	}
	q.Calendars, q.Forbid, q.Ask = []string{}, names(w.Wish.Forbid), names(w.ask)
	for _, d := range w.Years {
		q.Calendars = append(q.Calendars, d.Year.ID)
	}
	return q
}

// wanted is the series asked about: the one named, else the one that stands on
// most days of the week. It is nil for a plain number of days.
func (s *sheet) wanted(id string) *ledger.Series {
	if id == plainDays {
		return nil
	}
	var best *ledger.Series
	most := -1
	for _, series := range s.Of(s.child) {
		if seriesID(series) == id {
			return series
		}
		if n := planner.InForce(series.VersionOn(s.Today).Service, s.Today).Days.Count(); n > most {
			best, most = series, n
		}
	}
	return best
}

// counted are the school years to count: those named, else the current one of the
// child's.
func (s *sheet) counted(ids []string, child string) ([]*calendar.Days, error) {
	var years []*calendar.Days
	for i := range s.Record.Calendars {
		if y := &s.Record.Calendars[i]; slices.Contains(ids, y.ID) {
			years = append(years, calendar.NewDays(y))
		}
	}
	if len(ids) > 0 && len(years) == 0 {
		return nil, refusal.At("calendars", refusal.New(refusal.Missing))
	}
	if y := s.currentYear(child); y != nil && len(years) == 0 {
		years = append(years, calendar.NewDays(y))
	}
	slices.SortStableFunc(years, func(a, b *calendar.Days) int { return cmp.Compare(a.Year.First, b.Year.First) })
	return years, nil
}

// currentYear is the school year of today, or the latest one, of a child's plans.
func (s *sheet) currentYear(child string) *calendar.SchoolYear {
	var best *calendar.SchoolYear
	for _, id := range s.CalendarsOf(child) {
		y := s.Year(id)
		switch {
		case y == nil:
		case y.Span().Holds(s.Today):
			return y
		case best == nil || y.Last > best.Last:
			best = y
		}
	}
	return best
}

// services are what the days can be asked for.
func (s *sheet) services() []Choice {
	return append(s.seriesChoices(), Choice{plainDays, words.Put("planner.plain")})
}

// plannerYears are the school years that can be counted, oldest first.
func (s *sheet) plannerYears() []PlannerYear {
	years := []PlannerYear{}
	all := slices.Clone(s.Record.Calendars)
	slices.SortStableFunc(all, func(a, b calendar.SchoolYear) int { return cmp.Compare(a.First, b.First) })
	for i := range all {
		y := &all[i]
		years = append(years, PlannerYear{ID: y.ID, Text: yearText(y), Guess: y.Guess, Note: s.origin(y)})
	}
	return years
}

// origin says where a year's days come from.
func (s *sheet) origin(y *calendar.SchoolYear) string {
	if !y.Guess {
		return words.Put("planner.printed")
	}
	if from := s.Year(y.GuessedFrom); from != nil {
		return words.Put("planner.guess_from", "year", yearLabel(from))
	}
	return words.Put("planner.guess")
}

// page is the page about an answer, with the days to propose.
func (w *wished) page(s *sheet, answer *planner.Answer) handout.Weekdays {
	p := handout.Weekdays{Question: w.Question, Answer: answer, Ask: answer.Options[0].Days, Today: s.Today}
	if slices.ContainsFunc(answer.Options, func(o planner.Option) bool { return o.Days == w.ask }) {
		p.Ask = w.ask
	}
	if w.series != nil {
		p.Child, p.Service = s.Record.Child(w.series.ChildID), w.series.VersionOn(s.Today).Service
	}
	return p
}

// shown is the first of the years counted that Calendar has.
func (w *wished) shown(s *sheet) string {
	for _, y := range s.years(s.child) {
		if slices.ContainsFunc(w.Years, func(d *calendar.Days) bool { return yearLabel(d.Year) == yearLabel(y) }) {
			return yearLabel(y)
		}
	}
	return ""
}

func names(set day.Weekdays) []string {
	list := []string{}
	for _, on := range set.List() {
		list = append(list, on.String())
	}
	return list
}
