package app

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/say"
	"midweek/internal/core/schedule"
)

// An OutlookView is what a service comes to as plan and calendars stand, in
// plain numbers. A text is empty where there is no such number.
type OutlookView struct {
	ID       string `json:"id"` // of the service
	Title    string `json:"title"`
	Sentence string `json:"sentence"`
	Planned  string `json:"planned"`  // 77 sessions, 2,310 minutes
	Promised string `json:"promised"` // 2,340 minutes
	Lost     string `json:"lost"`     // 3 sessions
	First    string `json:"first"`    // Tue Aug 25, 2026
	Last     string `json:"last"`
	Late     bool   `json:"late"` // its first sessions are over and not filled in: it may have started late
}

func (s *sheet) outlook(p *iep.Plan, service *iep.Service) OutlookView {
	v := OutlookView{ID: service.ID, Title: s.titleIn(p.ChildID, service), Sentence: say.Capital(serviceSentence(service))}
	series := s.seriesOf(service.ID)
	if series == nil {
		return v
	}
	v.Late = mayBeLate(series, service.ID, s.Today)
	o := series.Outlook(service.ID)
	if service.Requirement != nil && len(p.CalendarIDs) > 0 {
		v.Promised = words.Several("minute", o.Promised)
	}
	if len(service.Schedules) == 0 || len(p.CalendarIDs) == 0 {
		return v
	}
	v.Planned = words.Put("begin.planned", "sessions", words.Several("session", o.Sessions), "minutes", words.Several("minute", o.Minutes))
	v.Lost = words.Several("session", o.Lost)
	if o.Sessions > 0 {
		v.First, v.Last = words.Day(o.First), words.Day(o.Last)
	}
	return v
}

// rests are what a child's numbers rest on: guessed or missing days, services
// that no day or amount is known of.
func (s *sheet) rests(c *iep.Child) []string {
	list := []string{}
	for _, p := range s.plansOf(c.ID) {
		if len(p.CalendarIDs) == 0 {
			list = append(list, words.Put("begin.no_year", "plan", planText(p)))
		}
		for i := range p.Services {
			list = append(list, s.serviceRests(p, &p.Services[i])...)
		}
	}
	if len(s.plansOf(c.ID)) == 0 {
		return list
	}
	for _, y := range s.yearsOf(c) {
		list = append(list, s.yearRests(y)...)
	}
	return list
}

func (s *sheet) yearRests(y *calendar.SchoolYear) []string {
	switch {
	case y.Guess:
		return []string{yearText(y) + ": " + s.guessText(y)}
	case len(y.Closures) == 0:
		return []string{words.Put("begin.no_closures", "year", yearText(y))}
	}
	return nil
}

func (s *sheet) serviceRests(p *iep.Plan, service *iep.Service) []string {
	var list []string
	title := s.titleIn(p.ChildID, service)
	if service.Requirement == nil {
		list = append(list, words.Put("begin.no_amount", "service", title))
	}
	if r, shown := schedule.RhythmOfService(service); shown && r.Kind == schedule.NoDays {
		list = append(list, words.Put("begin.no_days", "service", title))
	}
	span := s.Record.School(p, s.Record.Days()).Span()
	if len(p.CalendarIDs) > 0 && service.End > span.Last {
		list = append(list, words.Put("begin.runs_on", "service", title, "end", words.Day(service.End), "last", words.Day(span.Last)))
	}
	return list
}
