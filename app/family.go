package app

import (
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/core/tally"
	"midweek/internal/open"
)

// Family is the screen of the children, their plans and services, the school
// years, and the policies that answer.
type Family struct{ Desk *Desk }

// A FamilyView is the children with their plans and services, the school
// years, and the policies that answer.
type FamilyView struct {
	Frame     Frame       `json:"frame"`
	Author    string      `json:"author"`
	Children  []ChildView `json:"children"`
	Calendars []YearView  `json:"calendars"`
	Packs     []PackView  `json:"packs"`
	States    []Choice    `json:"states"` // TX, Texas
	Kinds     []Choice    `json:"kinds"`  // of plans
	Types     []Choice    `json:"types"`  // of services, to choose or to type another
	Modes     []Choice    `json:"modes"`
	Periods   []Choice    `json:"periods"`
	Weekdays  []Choice    `json:"weekdays"` // MO …
	Rhythms   []Choice    `json:"rhythms"`  // how a service can be planned
	Places    []Choice    `json:"places"`   // of a weekday in a month: 1st …
	Numbers   []Choice    `json:"numbers"`  // of weeks and of days of a cycle: 1 …
	Closures  []Choice    `json:"closures"` // kinds of closures
	Levels    []Choice    `json:"levels"`   // of schools
	Rights    []Choice    `json:"rights"`   // who can hold the educational rights
	People    []Choice    `json:"people"`   // who can give a service
	Asking    []Choice    `json:"asking"`   // kinds of requests
	Meetings  []Choice    `json:"meetings"` // kinds of meetings
	Ways      []Choice    `json:"ways"`     // written, oral
}

// A ChildView is a child, the plans that are for it, and its summer programs.
type ChildView struct {
	Form    ChildForm    `json:"form"`
	Rights  string       `json:"rights"` // Educational rights: the student, since Mon Sep 1, 2026; empty when not said
	Plans   []PlanView   `json:"plans"`
	Series  []Choice     `json:"series"` // services that a summer program can reserve minutes for
	Summers []SummerView `json:"summers"`
	Begin   BeginView    `json:"begin"`
	Dates   DatesView    `json:"dates"`
}

// A ChildForm is a child as typed. A nickname is enough.
type ChildForm struct {
	ID       string `json:"id"` // empty for a new one
	Name     string `json:"name"`
	State    string `json:"state"`
	Grade    string `json:"grade"`
	School   string `json:"school"`
	District string `json:"district"`
	Rights   string `json:"rights"`     // who holds the educational rights: of FamilyView.Rights, or in other words
	Since    string `json:"rightsFrom"` // and from which day
}

// A PlanView is a plan with its services.
type PlanView struct {
	Form     PlanForm      `json:"form"`
	Text     string        `json:"text"`    // IEP, Aug 12, 2024 to Jun 4, 2025
	Pack     string        `json:"pack"`    // id of the pack that answers; empty: the starting answers
	Schools  []string      `json:"schools"` // which calendar counts when, where there are several: Mar 3 to Jun 11: Oak Elementary
	Services []ServiceView `json:"services"`
	Claims   []ClaimView   `json:"claims"` // what the school says of them; changes no number
	Series   []Choice      `json:"series"` // that a claim can speak of
	Sheets   []SeriesSheet `json:"sheets"` // its services, each through its versions
	Papers   int           `json:"papers"` // attachments
}

// A PlanForm is a plan as typed.
type PlanForm struct {
	ID        string   `json:"id"`
	Child     string   `json:"child"`
	Kind      string   `json:"kind"` // IEP, 504, private
	First     string   `json:"first"`
	Last      string   `json:"last"`
	Calendars []string `json:"calendars"`
	Pack      string   `json:"pack"`
}

// A ServiceView is a service in words, with its form.
type ServiceView struct {
	Form     ServiceForm `json:"form"`
	Sentence string      `json:"sentence"` // 2 sessions of 30 minutes a week, on Tuesday and Thursday at 10:00 am
	Dates    string      `json:"dates"`    // Aug 12, 2024 to Jan 19, 2025
	Follows  string      `json:"follows"`  // id of the version before, or empty
	Series   string      `json:"series"`
	When     string      `json:"when"`   // since Mon Jan 20, 2025; of one of several versions
	Short    string      `json:"short"`  // 3 × 20 min a week
	Counts   string      `json:"counts"` // 41 sessions on school days, 1,230 minutes
	Late     bool        `json:"late"`   // its first sessions are not filled in: it may have started late
	Papers   int         `json:"papers"` // attachments
}

// A ServiceForm is one line of a plan, as typed.
type ServiceForm struct {
	ID       string   `json:"id"`
	Plan     string   `json:"plan"`
	Type     string   `json:"type"`
	Unit     string   `json:"unit"`    // sessions, minutes, or empty: the plan names no amount
	Amount   *int     `json:"amount"`  // of the unit
	Minutes  *int     `json:"minutes"` // of one session
	Period   string   `json:"period"`
	Every    *int     `json:"every"`
	Weekdays []string `json:"weekdays"` // planned on; empty: not planned by the day
	Time     string   `json:"time"`     // HH:MM
	First    string   `json:"first"`
	Last     string   `json:"last"`
	Provider string   `json:"provider"`
	Agency   string   `json:"agency"`
	Mode     string   `json:"mode"`
	Group    *int     `json:"group"`
	Setting  string   `json:"setting"`
	Verbatim string   `json:"verbatim"`
	Page     string   `json:"page"`
	OnClosed bool     `json:"onClosed"` // it takes place when school is closed too, as private therapy does
	// Rhythm says in which weeks or on which school days; the weekdays stand beside it.
	Rhythm    RhythmForm `json:"rhythm"`
	OtherRule string     `json:"otherRule"` // of a rhythm this form cannot show: its sentence; it is kept until another kind is chosen
	From      string     `json:"from"`      // an amendment: what is typed holds from this day; empty: it corrects what was typed wrong
	Because   string     `json:"because"`
}

// A YearView is a school year with its closures.
type YearView struct {
	Form     YearForm      `json:"form"`
	Label    string        `json:"label"` // Houston ISD, 2024-25
	Dates    string        `json:"dates"` // Mon Aug 12, 2024 to Wed Jun 4, 2025
	Text     string        `json:"text"`  // 175 school days, 27 closed weekdays
	Source   string        `json:"source"`
	Guess    string        `json:"guess"` // This year is a guess, made from 2024-25; empty when it is not
	Closures []ClosureView `json:"closures"`
	Short    []ClosureView `json:"short"` // short days
}

// A YearForm is a school year as typed.
type YearForm struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	First    string   `json:"first"`
	Last     string   `json:"last"`
	Weekdays []string `json:"weekdays"`
	Level    string   `json:"level"` // elementary, middle, high; empty: not said
}

// A ClosureView is a closure in words, with its form.
type ClosureView struct {
	Form ClosureForm `json:"form"`
	Text string      `json:"text"`
}

// A PackView is a set of answers to choose from.
type PackView struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Caution string       `json:"caution"`
	Answers []PackAnswer `json:"answers"`
}

// A PackAnswer is what a pack says of a reason, and where it has it from.
type PackAnswer struct {
	Reason string `json:"reason"` // in words
	Answer string `json:"answer"` // code
	Words  string `json:"words"`
	Source string `json:"source"`
	// Source504 is what of it may be quoted to a 504 plan: nothing about IEPs.
	Source504 string `json:"source504"`
	// Evidence is how well the source was seen; empty where there is none.
	Evidence string `json:"evidence"`
}

func (v *FamilyView) frame() *Frame { return &v.Frame }

// View shows the screen.
func (f *Family) View(child string) (*FamilyView, error) { return look(f.Desk, child, drawFamily) }

// SaveChild adds a child or corrects one.
func (f *Family) SaveChild(child string, form ChildForm) (*FamilyView, error) {
	if form = typed(form); form.Name == "" {
		return nil, refusal.At("name", refusal.New(refusal.Missing))
	}
	return f.change(child, func(r *open.Room) error {
		c, err := form.child()
		if err != nil {
			return err
		}
		return r.SaveChild(c, "")
	})
}

func (f ChildForm) child() (iep.Child, error) {
	since, err := parseDay("rightsFrom", f.Since)
	return iep.Child{
		ID: f.ID, Name: f.Name, State: f.State, Grade: f.Grade, School: f.School, District: f.District,
		RightsHolder: f.Rights, RightsFrom: since,
	}, err
}

// SavePlan adds a plan or corrects one.
func (f *Family) SavePlan(child string, form PlanForm) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error {
		plan, err := typed(form).plan()
		if err != nil {
			return err
		}
		return r.SavePlan(plan, form.Pack, "")
	})
}

// SaveService adds a service, corrects one, or begins its next version.
func (f *Family) SaveService(child string, form ServiceForm) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error { return typed(form).save(r) })
}

// SaveYear adds a school year or corrects one.
func (f *Family) SaveYear(child string, form YearForm) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error {
		year, err := typed(form).year()
		if err != nil {
			return err
		}
		return r.SaveYear(year, "")
	})
}

// RealYear says that the days of a guessed year are the school's own now.
func (f *Family) RealYear(child, calendarID string) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error { return r.RealYear(calendarID, "") })
}

// SaveSummer adds a summer program or corrects one.
func (f *Family) SaveSummer(child string, form SummerForm) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error {
		window, err := typed(form).window()
		if err != nil {
			return err
		}
		return r.SaveSummer(window, "")
	})
}

// SaveClosure writes days without school into a school year.
func (f *Family) SaveClosure(child string, form ClosureForm) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error { return closeDays(r, typed(form)) })
}

// RemoveClosure takes a closure out of a school year.
func (f *Family) RemoveClosure(child, calendarID, closureID string) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error { return r.Reopen(calendarID, closureID, "") })
}

// Remove withdraws a plan, a service, a school year, a request, a meeting or a summer program that
// was added by mistake. It refuses while something else refers to it.
func (f *Family) Remove(child, noun, id string) (*FamilyView, error) {
	return f.change(child, func(r *open.Room) error { return r.Remove(noun, id, "") })
}

// Undo takes back the latest deed.
func (f *Family) Undo(child string) (*FamilyView, error) { return undo(f.Desk, child, drawFamily) }

// Redo does again what was taken back.
func (f *Family) Redo(child string) (*FamilyView, error) { return redo(f.Desk, child, drawFamily) }

func (f *Family) change(child string, do func(*open.Room) error) (*FamilyView, error) {
	return change(f.Desk, child, do, drawFamily)
}

func drawFamily(s *sheet) (*FamilyView, error) {
	v := &FamilyView{
		Frame: s.frame(), Author: s.room.Author(), Children: []ChildView{}, Calendars: []YearView{}, Packs: packs(), States: states(),
		Kinds: choices(planKinds, func(k iep.PlanKind) string { return words.Put("plan." + string(k)) }),
		Types: choices(serviceTypes, words.Service), Modes: choices(modes, func(m string) string { return words.Put("mode." + m) }),
		Periods:  choices(s.periods(), func(p iep.Period) string { return words.Put("per." + string(p)) }),
		Weekdays: []Choice{}, Rhythms: rhythmChoices(), Places: placeChoices(), Numbers: numberChoices(),
		Closures: choices(closureKinds, func(k calendar.ClosureKind) string { return words.Put("closure." + string(k)) }),
		Levels:   choices(levels, func(l calendar.Level) string { return words.Put("level." + string(l)) }),
		Rights:   s.rightsChoices(), People: s.peopleChoices(),
		Asking:   choices(requestKinds, func(k string) string { return words.Put("asking." + k) }),
		Meetings: choices(meetingKinds, func(k string) string { return words.Put("meeting." + k) }),
		Ways:     choices(ways, func(w iep.Way) string { return say.Capital(words.Put("way." + string(w))) }),
	}
	for w := day.Monday; w <= day.Sunday; w++ {
		v.Weekdays = append(v.Weekdays, Choice{w.String(), words.LongWeekday(w)})
	}
	for i := range s.Record.Children {
		v.Children = append(v.Children, s.childView(&s.Record.Children[i]))
	}
	for i := range s.Record.Calendars {
		y := yearView(&s.Record.Calendars[i])
		y.Guess = s.guessText(&s.Record.Calendars[i])
		v.Calendars = append(v.Calendars, y)
	}
	return v, nil
}

var (
	planKinds    = []iep.PlanKind{iep.IEP, iep.Plan504, iep.Private}
	serviceTypes = []string{"speech", "OT", "PT", "counseling", "specialized instruction"}
	modes        = []string{"individual", "group", "consult"}
	levels       = []calendar.Level{calendar.Elementary, calendar.Middle, calendar.High}
)

// periods are what a wording can be for. Marking periods are known only from a
// calendar that has them.
func (s *sheet) periods() []iep.Period {
	list := []iep.Period{iep.Week, iep.Month, iep.Year}
	if slices.ContainsFunc(s.Record.Calendars, func(y calendar.SchoolYear) bool { return len(y.Terms) > 0 }) {
		return append(list, iep.Quarter)
	}
	return list
}

func (s *sheet) childView(c *iep.Child) ChildView {
	v := ChildView{
		Form: childForm(c), Rights: s.rightsText(c),
		Plans: []PlanView{}, Series: s.summerSeries(c.ID), Summers: s.summers(c.ID), Begin: s.beginView(c), Dates: s.dates(c.ID),
	}
	for i := range s.Record.Plans {
		if p := &s.Record.Plans[i]; p.ChildID == c.ID {
			v.Plans = append(v.Plans, s.planView(p))
		}
	}
	return v
}

func (s *sheet) planView(p *iep.Plan) PlanView {
	v := PlanView{Text: planText(p), Schools: s.schoolsOf(p), Services: []ServiceView{}, Claims: s.claimViews(p), Series: seriesOfPlan(p), Sheets: s.sheetViews(p)}
	v.Papers = len(s.Papers(history.Plan, p.ID))
	if chosen := s.Policy(p.PolicyID); chosen != nil {
		v.Pack = chosen.Pack
	}
	v.Form = PlanForm{
		ID: p.ID, Child: p.ChildID, Kind: string(p.Kind), First: iso(p.Start), Last: iso(p.End),
		Calendars: append([]string{}, p.CalendarIDs...), Pack: v.Pack,
	}
	for i := range p.Services {
		v.Services = append(v.Services, s.serviceView(p, &p.Services[i]))
	}
	return v
}

func planText(p *iep.Plan) string {
	kind := words.Put("plan." + string(p.Kind))
	if p.Start == day.None || p.End == day.None {
		return kind
	}
	return kind + ", " + words.Span(day.Span{First: p.Start, Last: p.End})
}

func (s *sheet) serviceView(p *iep.Plan, service *iep.Service) ServiceView {
	v := ServiceView{
		Form: serviceForm(p, service), Sentence: serviceSentence(service), Dates: words.Span(service.Span()),
		Series: service.Series(), Short: shortPromise(service),
		Papers: len(s.Papers(history.Service, service.ID)),
	}
	series := s.seriesOf(service.ID)
	if series == nil {
		return v
	}
	v.Late = mayBeLate(series, service.ID, s.Today)
	sessions, minutes := 0, 0
	for i := range series.Slots {
		if slot := &series.Slots[i]; slot.Version.Service.ID == service.ID && slot.Status == calendar.Open {
			sessions++
			minutes += slot.Schedule.Minutes
		}
	}
	v.Counts = countsText(sessions, minutes, v.Form.OnClosed)
	i := slices.IndexFunc(series.Versions, func(v *ledger.Version) bool { return v.Service.ID == service.ID })
	if len(series.Versions) > 1 {
		v.When = versionDates(series, i, s.Today)
	}
	if i > 0 {
		v.Follows = series.Versions[i-1].Service.ID
	}
	return v
}

func yearView(y *calendar.SchoolYear) YearView {
	v := YearView{
		Form:  YearForm{ID: y.ID, Name: y.Name, First: iso(y.First), Last: iso(y.Last), Weekdays: []string{}, Level: string(y.Level)},
		Dates: words.Span(y.Span()), Label: yearText(y), Text: leadOf([]*calendar.Days{calendar.NewDays(y)}), Source: y.Source, Closures: []ClosureView{}, Short: []ClosureView{},
	}
	for _, w := range y.Weekdays.List() {
		v.Form.Weekdays = append(v.Form.Weekdays, w.String())
	}
	for i := range y.Closures {
		c := &y.Closures[i]
		v.Closures = append(v.Closures, closureView(y.ID, binder.ClosureID(c), c.Span, c.Name, words.Closure(c), string(c.Kind)))
	}
	for i := range y.PartialDays {
		v.Short = append(v.Short, shortView(y.ID, &y.PartialDays[i]))
	}
	return v
}

func closureView(year, id string, span day.Span, name, text, kind string) ClosureView {
	return ClosureView{
		Form: ClosureForm{Calendar: year, ID: id, First: iso(span.First), Last: iso(span.Last), Name: name, Kind: kind},
		Text: words.Span(span) + ": " + text,
	}
}

// shortView is a short day's row. One on some weekdays of its run says which.
func shortView(year string, p *calendar.PartialDay) ClosureView {
	v := closureView(year, p.ID, p.Span, p.Name, shortText(p), p.Kind)
	v.Text = shortDays(p) + ": " + shortText(p)
	return v
}

// shortDays are the days of a short day's entry.
func shortDays(p *calendar.PartialDay) string {
	if p.Weekdays != 0 {
		return words.Put("calendar.weekdays", "days", words.Days(p.Weekdays), "span", words.Span(p.Span))
	}
	return words.Span(p.Span)
}

// iso is a day of a form: empty when there is none.
func iso(d day.Day) string {
	if d == day.None {
		return ""
	}
	return d.String()
}

// startingAnswers are those of a plan for which no pack was chosen.
func startingAnswers() PackView {
	v := PackView{Name: words.Put("policy.starting"), Answers: []PackAnswer{}}
	none := &policy.Policy{}
	for _, r := range tally.Reasons() {
		v.Answers = append(v.Answers, packAnswer(r.Reason, none.Answer(r.Reason)))
	}
	return v
}

func packAnswer(reason iep.Reason, v policy.Verdict) PackAnswer {
	from, plain := rule(v, iep.IEP), rule(v, iep.Plan504)
	return PackAnswer{
		Reason: say.Capital(words.Reason(reason)), Answer: string(v.Answer), Words: words.Answer(v.Answer),
		Source: from.Source, Source504: plain.Source, Evidence: from.Evidence,
	}
}

// packs are the packs to choose from. One that was not checked is not offered.
func packs() []PackView {
	list := []PackView{startingAnswers()}
	for _, p := range policy.Packs() {
		if p.Status == "unverified_do_not_enable" {
			continue
		}
		v := PackView{ID: p.ID, Name: p.Name, Caution: words.PackStatus(p.Status), Answers: []PackAnswer{}}
		for reason, r := range p.Rules {
			v.Answers = append(v.Answers, packAnswer(reason, policy.Verdict{Answer: r.Answer, Layer: policy.NamedPack, Rule: r}))
		}
		slices.SortFunc(v.Answers, func(a, b PackAnswer) int { return compareText(a.Reason, b.Reason) })
		list = append(list, v)
	}
	return list
}
