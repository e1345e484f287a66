package app

import (
	"reflect"
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/core/schedule"
	"midweek/internal/open"
)

func compareText(a, b string) int { return strings.Compare(a, b) }

func (f PlanForm) plan() (iep.Plan, error) {
	plan := iep.Plan{ID: f.ID, ChildID: f.Child, Kind: iep.PlanKind(f.Kind), CalendarIDs: f.Calendars}
	if plan.CalendarIDs == nil {
		plan.CalendarIDs = []string{}
	}
	var err error
	if plan.Start, err = parseDay("first", f.First); err != nil {
		return plan, err
	}
	plan.End, err = parseDay("last", f.Last)
	return plan, err
}

func (f YearForm) year() (calendar.SchoolYear, error) {
	y := calendar.SchoolYear{ID: f.ID, Name: f.Name, Level: calendar.Level(f.Level), Closures: []calendar.Closure{}, PartialDays: []calendar.PartialDay{}, ExtraDays: []calendar.ExtraDay{}}
	var err error
	if y.First, err = neededDay("first", f.First); err != nil {
		return y, err
	}
	if y.Last, err = neededDay("last", f.Last); err != nil {
		return y, err
	}
	y.Weekdays, err = parseWeekdays("weekdays", f.Weekdays)
	if y.Weekdays == 0 {
		y.Weekdays = day.MondayToFriday
	}
	return y, err
}

// serviceForm is a service as its form shows it.
func serviceForm(p *iep.Plan, s *iep.Service) ServiceForm {
	f := ServiceForm{
		ID: s.ID, Plan: p.ID, Type: s.Type, First: iso(s.Start), Last: iso(s.End), Provider: s.ProviderID, Agency: s.Agency,
		Mode: s.Mode, Group: s.GroupSize, Setting: s.Setting, Verbatim: s.Verbatim, Page: string(s.Page),
	}
	f.Rhythm, f.Weekdays = rhythmForm(s)
	if r := s.Requirement; r != nil {
		f.Unit, f.Amount, f.Minutes, f.Period, f.Every = string(r.Unit), &r.Amount, r.MinutesPerSession, string(r.Period), r.EveryPeriods
	}
	if len(s.Schedules) == 0 {
		return f
	}
	first := &s.Schedules[0]
	f.OnClosed = first.IgnoreSchoolCalendar
	if f.Minutes == nil {
		f.Minutes = &first.Minutes
	}
	if first.StartTime.Known() {
		f.Time = first.StartTime.String()
	}
	if f.Rhythm.Kind == kept {
		f.OtherRule = scheduleSentence(s)
	}
	return f
}

// save reads the form into a service. A rhythm that the form cannot show stays
// as it was.
func (f ServiceForm) save(r *open.Room) error {
	book, err := r.Book()
	if err != nil {
		return err
	}
	if f.Type == "" {
		return refusal.At("type", refusal.New(refusal.Missing))
	}
	service := iep.Service{ID: f.ID}
	if _, old := book.Service(f.ID); old != nil {
		service = *old
	}
	if err := f.fill(&service); err != nil {
		return err
	}
	from, err := parseDay("from", f.From)
	if err != nil {
		return err
	}
	return r.SaveService(f.Plan, service, from, f.Because)
}

func (f ServiceForm) fill(s *iep.Service) error {
	was := *s
	s.Type, s.ProviderID, s.Agency, s.Mode, s.GroupSize = f.Type, f.Provider, f.Agency, f.Mode, f.Group
	s.Setting, s.Verbatim, s.Page = f.Setting, f.Verbatim, iep.Page(f.Page)
	var err error
	if s.Start, err = neededDay("first", f.First); err != nil {
		return err
	}
	if s.End, err = neededDay("last", f.Last); err != nil {
		return err
	}
	f.require(s)
	if f.Rhythm.Kind != kept {
		err = f.plan(s, &was)
	}
	f.closedDays(s, &was)
	return err
}

// closedDays plans the sessions on closed days too, or no more, when that was
// changed in the form.
func (f ServiceForm) closedDays(s, was *iep.Service) {
	if serviceForm(&iep.Plan{}, was).OnClosed == f.OnClosed && len(was.Schedules) > 0 {
		return
	}
	s.Schedules = slices.Clone(s.Schedules)
	for i := range s.Schedules {
		s.Schedules[i].IgnoreSchoolCalendar = f.OnClosed
	}
}

func (f ServiceForm) require(s *iep.Service) {
	if f.Unit == "" {
		s.Requirement = nil
		return
	}
	required := iep.Requirement{}
	if s.Requirement != nil {
		required = *s.Requirement
	}
	required.Unit, required.Period, required.EveryPeriods = iep.Unit(f.Unit), iep.Period(f.Period), f.Every
	if required.Unit == iep.Sessions {
		required.MinutesPerSession = f.Minutes
	}
	if f.Amount != nil {
		required.Amount = *f.Amount
	}
	s.Requirement = &required
}

// plan puts the rhythm and the time into the service's one schedule. What the
// form shows otherwise than it is, and nobody changed, stays: a rhythm that
// begins later or ends sooner than the service, sessions of another length
// than the wording's, a rule in other words.
func (f ServiceForm) plan(s, was *iep.Service) error {
	r, err := f.rhythm()
	if err != nil {
		return err
	}
	at, err := parseClock("time", f.Time)
	if err != nil {
		return err
	}
	shown := serviceForm(&iep.Plan{}, was)
	planned := iep.Schedule{}
	if len(s.Schedules) == 1 {
		planned = s.Schedules[0]
	}
	planned.StartTime = at
	if f.Minutes != nil && (planned.Minutes == 0 || shown.Minutes == nil || *shown.Minutes != *f.Minutes) {
		planned.Minutes = *f.Minutes
	}
	if planned.To >= was.End {
		planned.To = day.None
	}
	f.begin(&planned, &r, s, was, shown.Rhythm)
	if had, same := schedule.RhythmOfService(was); same && reflect.DeepEqual(had, r) && r.Kind != schedule.NoDays {
		s.Schedules = []iep.Schedule{planned}
		return nil
	}
	planned.ExtraDates, planned.ExceptDates = nil, nil
	s.Schedules = r.Schedules(planned)
	return nil
}

// begin moves the first day of a schedule along with the service's. Every few
// weeks are counted from it, so there it moves only to a week of theirs.
func (f ServiceForm) begin(planned *iep.Schedule, r *schedule.Rhythm, s, was *iep.Service, shown RhythmForm) {
	moved := s.Start != was.Start
	switch {
	case r.Kind != schedule.EveryNWeeks && (moved || planned.From == day.None):
		if planned.From <= was.Start {
			planned.From = s.Start
		}
	case r.Kind == schedule.EveryNWeeks && (moved || f.Rhythm.First != shown.First || f.Rhythm.Kind != shown.Kind):
		planned.From = anchor(r.N, r.First, s.Start)
	}
	if r.Kind == schedule.EveryNWeeks {
		r.First = day.None
	}
}

// serviceSentence says a service in words: what is promised, and when it is
// planned.
func serviceSentence(s *iep.Service) string {
	sentence := words.Promised(s)
	if len(s.Schedules) > 0 {
		sentence += ", " + scheduleSentence(s)
	}
	return sentence
}

func scheduleSentence(s *iep.Service) string {
	var parts []string
	for i := range s.Schedules {
		parts = append(parts, rhythm(s, &s.Schedules[i]))
	}
	return words.And(parts)
}

// rhythm says when a schedule is planned; how long its sessions are only where
// the promise has not said it.
func rhythm(s *iep.Service, planned *iep.Schedule) string {
	r, shown := schedule.RhythmOf(planned)
	switch {
	case shown && r.Kind == schedule.EveryWeek:
		text := words.Put("rhythm.on", "days", words.Days(r.Weekdays))
		if at := words.Clock(planned.StartTime); at != "" {
			text += " " + words.Put("rhythm.at", "time", at)
		}
		if planned.IgnoreSchoolCalendar {
			text += ", " + words.Put("rhythm.closed")
		}
		return text
	case s.Requirement != nil && s.Requirement.Unit == iep.Sessions && planned.Minutes == s.SessionMinutes():
		return words.DaysPlanned(planned)
	}
	return words.Schedule(planned)
}
