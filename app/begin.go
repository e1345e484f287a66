package app

import (
	"slices"
	"strings"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/prefs"
	"midweek/internal/open"
)

// The steps of a first run. Where there is no plan yet, dates stand in place of
// services and calendar.
const (
	stepChild      = "child"
	stepKind       = "kind"
	stepServices   = "services"
	stepCalendar   = "calendar"
	stepDates      = "dates"
	stepUnderstood = "understood"
)

// A BeginView is how far the first steps of a child's record have come, and
// what the program understood of them.
type BeginView struct {
	At       string        `json:"at"`     // the step that is open
	Before   bool          `json:"before"` // there is no plan yet: the record begins with dates
	Steps    []BeginStep   `json:"steps"`
	Services []OutlookView `json:"services"`
	Rests    []string      `json:"rests"` // what the numbers rest on, or leave open
}

// A BeginStep is one of the steps. All that is in it is saved.
type BeginStep struct {
	ID   string `json:"id"` // child, kind, services, calendar, dates, understood
	Done bool   `json:"done"`
	Sum  string `json:"sum"` // what it says so far
}

// A SchoolForm is a child and the school year, as the first step asks for them.
type SchoolForm struct {
	Child ChildForm `json:"child"`
	Year  YearForm  `json:"year"` // without first and last day: none for now
}

// SaveSchool adds or corrects a child and its school year, in one deed.
func (f *Family) SaveSchool(child string, form SchoolForm) (*FamilyView, error) {
	form = typed(form)
	if form.Child.Name == "" {
		return nil, refusal.At("name", refusal.New(refusal.Missing))
	}
	return f.change(child, func(r *open.Room) error {
		of, err := form.Child.child()
		if err != nil {
			return err
		}
		var year *calendar.SchoolYear
		if !blank(form.Year.First) || !blank(form.Year.Last) {
			given, err := form.Year.year()
			if err != nil {
				return err
			}
			year = &given
		}
		return r.SaveSchool(of, year, "")
	})
}

// Reach opens one of the first steps of a child, and keeps it for the next
// start of the program. An empty step leaves them. It is no deed.
func (f *Family) Reach(child, of, step string) (*FamilyView, error) {
	if err := f.Desk.reach(of, step); err != nil {
		return nil, err
	}
	return f.View(child)
}

func (d *Desk) reach(child, step string) error {
	at := ""
	if step != "" {
		at = child + "/" + step
	}
	return d.Outside.ChangePrefs(func(p *prefs.Prefs) { p.Begin = at })
}

// begun is how far the first steps have come, where they are open in the
// record that lies open.
func (d *Desk) begun(book *binder.Book) string {
	at := d.Outside.Prefs().Begin
	child, _, _ := strings.Cut(at, "/")
	if book.Record.Child(child) == nil {
		return ""
	}
	return at
}

func (s *sheet) beginView(c *iep.Child) BeginView {
	v := BeginView{Before: s.before(c), Services: []OutlookView{}, Rests: s.rests(c)}
	v.Steps = s.beginSteps(c, v.Before)
	v.At = s.stepOf(c.ID)
	if !slices.ContainsFunc(v.Steps, func(step BeginStep) bool { return step.ID == v.At }) {
		v.At = firstOpen(v.Steps)
	}
	for _, p := range s.plansOf(c.ID) {
		for i := range p.Services {
			v.Services = append(v.Services, s.outlook(p, &p.Services[i]))
		}
	}
	return v
}

// stepOf is the step at which a child's first steps were left; empty when they
// are not open.
func (s *sheet) stepOf(childID string) string {
	child, step, _ := strings.Cut(s.begin, "/")
	if child != childID {
		return ""
	}
	return step
}

func firstOpen(steps []BeginStep) string {
	for _, step := range steps {
		if !step.Done {
			return step.ID
		}
	}
	return stepUnderstood
}

// before says whether a record begins with dates: nothing is planned yet, and
// something was asked for, or is to be written down.
func (s *sheet) before(c *iep.Child) bool {
	asked := slices.ContainsFunc(s.Record.Requests, func(q iep.Request) bool { return q.ChildID == c.ID })
	met := slices.ContainsFunc(s.Record.Meetings, func(m iep.Meeting) bool { return m.ChildID == c.ID })
	return len(s.plansOf(c.ID)) == 0 && (asked || met || s.stepOf(c.ID) == stepDates)
}

func (s *sheet) plansOf(childID string) []*iep.Plan {
	var list []*iep.Plan
	for i := range s.Record.Plans {
		if p := &s.Record.Plans[i]; p.ChildID == childID {
			list = append(list, p)
		}
	}
	return list
}

func (s *sheet) beginSteps(c *iep.Child, before bool) []BeginStep {
	steps := []BeginStep{s.childStep(c), s.kindStep(c, before)}
	if before {
		steps = append(steps, s.datesStep(c))
	} else {
		steps = append(steps, s.servicesStep(c), s.calendarStep(c))
	}
	return append(steps, BeginStep{ID: stepUnderstood})
}

func (s *sheet) childStep(c *iep.Child) BeginStep {
	parts := []string{c.Name}
	for _, state := range states() {
		if state.ID == c.State {
			parts = append(parts, state.Text)
		}
	}
	years := s.yearsOf(c)
	for _, y := range years {
		parts = append(parts, yearText(y))
	}
	return BeginStep{ID: stepChild, Done: c.State != "" || len(years) > 0, Sum: strings.Join(parts, " · ")}
}

// yearsOf are the school years of a child's plans; before there is a plan, all
// that are there, where no other child can be meant.
func (s *sheet) yearsOf(c *iep.Child) []*calendar.SchoolYear {
	var list []*calendar.SchoolYear
	ids := s.CalendarsOf(c.ID)
	for i := range s.Record.Calendars {
		y := &s.Record.Calendars[i]
		if len(s.Record.Children) == 1 && len(s.plansOf(c.ID)) == 0 || slices.Contains(ids, y.ID) {
			list = append(list, y)
		}
	}
	return list
}

func (s *sheet) kindStep(c *iep.Child, before bool) BeginStep {
	step := BeginStep{ID: stepKind}
	var texts []string
	for _, p := range s.plansOf(c.ID) {
		texts = append(texts, words.Put("plan."+string(p.Kind)))
	}
	if before {
		texts = append(texts, words.Put("begin.no_plan"))
	}
	step.Done, step.Sum = len(texts) > 0, strings.Join(texts, "; ")
	return step
}

func (s *sheet) servicesStep(c *iep.Child) BeginStep {
	step := BeginStep{ID: stepServices}
	var names []string
	for _, p := range s.plansOf(c.ID) {
		for i := range p.Services {
			names = append(names, words.Service(p.Services[i].Type))
		}
	}
	step.Done, step.Sum = len(names) > 0, words.And(names)
	return step
}

func (s *sheet) calendarStep(c *iep.Child) BeginStep {
	step := BeginStep{ID: stepCalendar}
	var texts []string
	for _, y := range s.yearsOf(c) {
		texts = append(texts, leadOf([]*calendar.Days{calendar.NewDays(y)}))
		step.Done = step.Done || len(y.Closures) > 0
	}
	step.Sum = strings.Join(texts, "; ")
	return step
}

func (s *sheet) datesStep(c *iep.Child) BeginStep {
	requests, meetings := 0, 0
	for i := range s.Record.Requests {
		if s.Record.Requests[i].ChildID == c.ID {
			requests++
		}
	}
	for i := range s.Record.Meetings {
		if s.Record.Meetings[i].ChildID == c.ID {
			meetings++
		}
	}
	step := BeginStep{ID: stepDates, Done: requests+meetings > 0}
	var texts []string
	if requests > 0 {
		texts = append(texts, words.Several("request", requests))
	}
	if meetings > 0 {
		texts = append(texts, words.Several("meeting", meetings))
	}
	step.Sum = words.And(texts)
	return step
}
