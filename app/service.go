package app

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/core/schedule"
	"midweek/internal/open"
)

// A ServicePreview is what a service's form says so far. Both are empty while
// something is missing.
type ServicePreview struct {
	Sentence string `json:"sentence"` // 1 session of 30 minutes a week, every other Tuesday at 9:00 am
	Counts   string `json:"counts"`   // 18 sessions on school days, 540 minutes
}

// A LateForm says on which day a service was first given, after its first day
// in the plan.
type LateForm struct {
	Service string `json:"service"`
	First   string `json:"first"` // the first session's day
}

// A LateStart is what a late start comes to.
type LateStart struct {
	Sessions int    `json:"sessions"` // that would be recorded as not given
	Text     string `json:"text"`     // 19 sessions, 570 minutes were planned before Fri Apr 24, 2026
}

// Preview says a service as it stands in its form, and counts its sessions.
// It writes nothing.
func (f *Family) Preview(form ServiceForm) (*ServicePreview, error) {
	return look(f.Desk, "", func(s *sheet) (*ServicePreview, error) { return s.preview(typed(form)), nil })
}

// preview is empty while the form would be refused: what is missing is said
// when it is saved, not while somebody types.
func (s *sheet) preview(form ServiceForm) *ServicePreview {
	v := &ServicePreview{}
	plan, service := s.Plan(form.Plan), iep.Service{}
	if p, old := s.Service(form.ID); old != nil {
		plan, service = p, *old
	}
	if plan == nil || form.fill(&service) != nil || form.Unit != "" && (form.Amount == nil || *form.Amount <= 0) {
		return v
	}
	if from, err := parseDay("from", form.From); err == nil && from != day.None {
		service.Start = max(service.Start, from)
	}
	if len(service.Schedules) > 0 && service.Schedules[0].Minutes <= 0 {
		return v
	}
	v.Sentence = say.Capital(serviceSentence(&service))
	slots, err := schedule.Plan(&service, s.Record.School(plan, s.Record.Days()))
	if err != nil || len(service.Schedules) == 0 || len(plan.CalendarIDs) == 0 {
		return v
	}
	sessions, minutes := 0, 0
	for i := range slots {
		if slots[i].Status == calendar.Open {
			sessions++
			minutes += slots[i].Schedule.Minutes
		}
	}
	v.Counts = countsText(sessions, minutes, form.OnClosed)
	return v
}

func countsText(sessions, minutes int, onClosed bool) string {
	code := "service.counts"
	if onClosed {
		code = "service.counts_all"
	}
	return words.Put(code, "sessions", words.Several("session", sessions), "minutes", words.Several("minute", minutes))
}

// LateCost says how many sessions a late start would record. It writes
// nothing.
func (f *Family) LateCost(form LateForm) (*LateStart, error) {
	return look(f.Desk, "", func(s *sheet) (*LateStart, error) {
		first, err := form.day(s.Today)
		if err != nil {
			return nil, err
		}
		v := &LateStart{}
		minutes := 0
		for _, slot := range s.NotStarted(form.Service, first) {
			v.Sessions++
			minutes += slot.Schedule.Minutes
		}
		v.Text = words.Put("late.cost", "sessions", words.Several("session", v.Sessions),
			"minutes", words.Several("minute", minutes), "day", words.Day(first))
		if v.Sessions == 0 {
			v.Text = words.Put("late.none", "day", words.Day(first))
		}
		return v, nil
	})
}

// LateStart records the sessions planned before the first one that was given
// as missed because the service had not begun.
func (f *Family) LateStart(child string, form LateForm) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error {
		first, err := neededDay("first", form.First)
		if err != nil {
			return err
		}
		return r.LateStart(form.Service, first)
	})
}

// day is the first session's. What lies ahead is not known yet.
func (f LateForm) day(today day.Day) (day.Day, error) {
	first, err := neededDay("first", f.First)
	if err == nil && first > today {
		err = refusal.At("first", refusal.New(refusal.NotYet, "day", first.String()))
	}
	return first, err
}

// mayBeLate says whether a service may have started late: nothing is written of
// the first session on an open day, and that day is over. A later version of a
// series goes on and starts nothing.
func mayBeLate(series *ledger.Series, service string, today day.Day) bool {
	for i := range series.Slots {
		if slot := &series.Slots[i]; slot.Status == calendar.Open {
			return slot.Version.Service.ID == service && slot.Session == nil && slot.Date < today
		}
	}
	return false
}
