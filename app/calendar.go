package app

import (
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// Calendar is the screen of the school year.
type Calendar struct{ Desk *Desk }

// A CalendarQuery says which year to show.
type CalendarQuery struct {
	Child string   `json:"child"`
	Year  string   `json:"year"`  // of CalendarView.Years; empty for the one of today
	Tried []string `json:"tried"` // weekdays to show as a try: MO …
}

// A CalendarView is a school year, month by month. The year, month and week
// are three looks at the same cells.
type CalendarView struct {
	Frame     Frame         `json:"frame"`
	Query     CalendarQuery `json:"query"` // as used
	Years     []Choice      `json:"years"`
	Heading   string        `json:"heading"`  // School year 2024-25
	Lead      string        `json:"lead"`     // 175 school days, 27 closed weekdays
	Weekdays  []Choice      `json:"weekdays"` // the columns: MO with its name; weekends only when something stands on one
	Months    []Month       `json:"months"`
	Legend    []Choice      `json:"legend"`    // states that the year shows
	Calendars []CellYear    `json:"calendars"` // that can be changed
	Kinds     []Choice      `json:"kinds"`     // of closures
	Notes     []Choice      `json:"notes"`     // kinds of noted days
	Reasons   []Choice      `json:"reasons"`
	Tried     Tried         `json:"tried"`
	Guess     string        `json:"guess"` // that the days are another year's, or empty
	Strip     []StripLine   `json:"strip"` // what the year does to each service, so far
}

// A CellYear is one school's calendar of the year.
type CellYear struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	First string `json:"first"`
	Last  string `json:"last"`
}

// A Month is one table.
type Month struct {
	ID    string   `json:"id"`    // 2025-03
	Text  string   `json:"text"`  // March 2025
	Weeks [][]Cell `json:"weeks"` // rows of as many cells as there are columns
}

// A Cell is one day of the grid. Outside of its month it has no number.
type Cell struct {
	ISO      string        `json:"iso"`
	Number   int           `json:"number"` // 0: an empty place
	State    string        `json:"state"`  // none, given, partial, missed, made_up, not_filled_in, not_sure, planned, closed, tried, tried_lost
	Text     string        `json:"text"`   // Tuesday, March 11
	Label    string        `json:"label"`  // spoken: Tuesday, March 11, school open: speech given, 30 minutes
	Closed   string        `json:"closed"` // why school is closed, or empty
	Entries  []CellEntry   `json:"entries"`
	Schools  []Choice      `json:"schools"` // what each school says of the day, where several do; else none
	Short    string        `json:"short"`   // of a short day: its name and times, or empty
	Noted    string        `json:"noted"`   // of a noted day: what it is, or empty
	Weekday  string        `json:"weekday"` // MO
	Meets    bool          `json:"meets"`   // school meets on this weekday
	InYear   bool          `json:"inYear"`
	Today    bool          `json:"today"`
	Tried    string        `json:"tried"` // what a try makes of the day, or empty
	Sessions []CellSession `json:"sessions"`
	Beside   []CellBeside  `json:"beside"` // what was seen, promised, and if the child was sent away
}

// A CellSession is a session planned or held on a day.
type CellSession struct {
	Key      string `json:"key"` // of the slot, or id of the row
	Entry    string `json:"entry"`
	Child    string `json:"child"`
	Title    string `json:"title"`
	Provider string `json:"provider"` // who gives it on that day, or empty
	Time     string `json:"time"`
	Minutes  int    `json:"minutes"`
	State    string `json:"state"`
	Text     string `json:"text"`
	Why      string `json:"why"` // of a make-up, what it settles; what planned the others is asked for day by day
	Cut      string `json:"cut"` // what a short day does to it, or empty
	Past     bool   `json:"past"`
}

// A ClosureForm is a run of days without school.
type ClosureForm struct {
	Calendar string `json:"calendar"`
	ID       string `json:"id"` // of one to correct; empty for a new one
	First    string `json:"first"`
	Last     string `json:"last"` // empty: one day
	Name     string `json:"name"`
	Kind     string `json:"kind"`
}

func (v *CalendarView) frame() *Frame { return &v.Frame }

// View shows a school year.
func (c *Calendar) View(q CalendarQuery) (*CalendarView, error) { return look(c.Desk, q.Child, q.draw) }

// Happened marks sessions given, by their keys.
func (c *Calendar) Happened(q CalendarQuery, keys []string) (*CalendarView, error) {
	return c.fill(q, keys, binder.Outcome{Status: iep.Delivered})
}

// Missed marks sessions missed, with the reason.
func (c *Calendar) Missed(q CalendarQuery, keys []string, reason string) (*CalendarView, error) {
	return c.fill(q, keys, binder.Outcome{Status: iep.Missed, Reason: iep.Reason(reason)})
}

// Unsure marks sessions not sure.
func (c *Calendar) Unsure(q CalendarQuery, keys []string) (*CalendarView, error) {
	return c.fill(q, keys, binder.Outcome{Status: iep.Unsure})
}

// Close writes days without school into the calendar.
func (c *Calendar) Close(q CalendarQuery, form ClosureForm) (*CalendarView, error) {
	return c.did(q, "calendar.did.closed", func(r *open.Room) error { return closeDays(r, typed(form)) })
}

// Reopen takes a closure out of the calendar.
func (c *Calendar) Reopen(q CalendarQuery, calendarID, closureID string) (*CalendarView, error) {
	return change(c.Desk, q.Child, func(r *open.Room) error { return r.Reopen(calendarID, closureID, "") }, q.draw)
}

// Undo takes back the latest deed.
func (c *Calendar) Undo(q CalendarQuery) (*CalendarView, error) { return undo(c.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (c *Calendar) Redo(q CalendarQuery) (*CalendarView, error) { return redo(c.Desk, q.Child, q.draw) }

func (c *Calendar) fill(q CalendarQuery, keys []string, out binder.Outcome) (*CalendarView, error) {
	return mark(c.Desk, q.Child, func(r *open.Room) error { return r.Fill(keys, out) }, q.draw)
}

func closeDays(r *open.Room, form ClosureForm) error {
	first, err := neededDay("first", form.First)
	if err != nil {
		return err
	}
	last, err := parseDay("last", form.Last)
	if err != nil {
		return err
	}
	if last == day.None {
		last = first
	}
	if form.Kind == "" {
		form.Kind = string(calendar.OtherClosure)
	}
	return r.Close(form.Calendar, calendar.Closure{
		ID: form.ID, Span: day.Span{First: first, Last: last}, Name: form.Name, Kind: calendar.ClosureKind(form.Kind),
		Source: calendar.Typed,
	}, "")
}

var closureKinds = []calendar.ClosureKind{
	calendar.Holiday, calendar.Break, calendar.StaffDay, calendar.Conference, calendar.RecordsDay, calendar.MakeupReserve, calendar.Weather,
	calendar.Emergency, calendar.OtherClosure,
}

var notedKinds = []calendar.NotedKind{calendar.Remote, calendar.Testing, calendar.Unclear}

// legend are the states of a day, in the order in which they are shown.
var legend = []string{"given", "partial", "missed", "made_up", notFilledIn, "not_sure", "planned", "tried", "tried_lost", "closed"}

func (q CalendarQuery) draw(s *sheet) (*CalendarView, error) {
	years := s.years(s.child)
	q.Child, q.Year = s.child, s.yearOrNow(years, q.Year)
	v := &CalendarView{
		Frame: s.frame(), Query: q, Years: s.yearChoices(years), Weekdays: []Choice{}, Months: []Month{}, Legend: []Choice{},
		Calendars: []CellYear{}, Strip: []StripLine{}, Notes: choices(notedKinds, func(k calendar.NotedKind) string { return words.Put("noted." + string(k)) }),
		Kinds:   choices(closureKinds, func(k calendar.ClosureKind) string { return words.Put("closure." + string(k)) }),
		Reasons: reasons(),
	}
	g := s.grid(q.Year)
	g.tried = tried(q.Tried)
	for _, d := range g.school {
		v.Calendars = append(v.Calendars, CellYear{d.Year.ID, yearText(d.Year), iso(d.Year.First), iso(d.Year.Last)})
	}
	if len(g.school) == 0 {
		return v, nil
	}
	v.Heading, v.Lead = words.Put("calendar.heading", "year", q.Year), g.leads()
	for _, w := range g.columns.List() {
		v.Weekdays = append(v.Weekdays, Choice{w.String(), words.LongWeekday(w)})
	}
	v.Months, v.Strip, v.Guess = g.months(), g.strip(), g.guess()
	v.Query.Tried, v.Tried = names(g.tried), g.told()
	for _, state := range legend {
		if g.seen[state] {
			v.Legend = append(v.Legend, Choice{state, words.Put("state." + state)})
		}
	}
	return v, nil
}

// A grid is a school year while it is drawn.
type grid struct {
	*sheet
	school   calendar.School // of all plans
	plans    []schooling
	span     day.Span
	columns  day.Weekdays
	meets    day.Weekdays // on which school meets, in any of the calendars
	sessions map[day.Day][]CellSession
	beside   map[day.Day][]CellBeside
	seen     map[string]bool
	trial
}

func (s *sheet) grid(label string) *grid {
	g := &grid{sheet: s, sessions: map[day.Day][]CellSession{}, seen: map[string]bool{}, columns: day.MondayToFriday}
	g.schoolings(label)
	g.span = g.school.Span()
	g.beside = s.beside(g.span)
	for on, beside := range g.beside {
		if slices.ContainsFunc(beside, func(b CellBeside) bool { return b.Sort == arrangedBeside }) {
			g.columns |= day.SetOf(on.Weekday())
		}
	}
	shown := map[*iep.Session]bool{}
	for _, series := range s.Of(s.child) {
		for i := range series.Slots {
			g.slot(series, &series.Slots[i], shown)
		}
	}
	for i := range s.Record.Sessions {
		if row := &s.Record.Sessions[i]; !shown[row] && g.span.Holds(row.Date) {
			g.row(row)
		}
	}
	return g
}

func (g *grid) slot(series *ledger.Series, slot *ledger.Slot, shown map[*iep.Session]bool) {
	if !g.span.Holds(slot.Date) {
		return
	}
	row := slot.Entry()
	shown[row] = true
	entry := ""
	if row != nil {
		entry = row.ID
	}
	text, state := slotText(slot), slotState(slot)
	if state == "closed" && slot.Date <= g.Today {
		text = words.Put("calendar.not_given")
	}
	text += mayBeOff(row)
	g.add(slot.Date, CellSession{
		Key: binder.Key(slot), Entry: entry, Child: g.named(series.ChildID), Title: g.title(slot.Version),
		Provider: g.givers(slot.Version, slot.Date), Time: words.Clock(slot.Schedule.StartTime), Minutes: slot.Schedule.Minutes, State: state, Text: text,
		Cut: g.cutText(slot), Past: slot.Date <= g.Today,
	})
}

func (g *grid) row(row *iep.Session) {
	series := g.seriesOf(row.ServiceID)
	if series == nil || g.child != "" && series.ChildID != g.child {
		return
	}
	version := series.VersionOn(row.Date)
	g.add(row.Date, CellSession{
		Key: row.ID, Entry: row.ID, Child: g.named(series.ChildID), Title: g.title(version),
		Provider: g.givers(version, row.Date), Time: words.Clock(row.StartTime), Minutes: row.Given(), State: rowState(row), Text: outcomeText(row) + mayBeOff(row), Why: g.pays(series, row), Past: true,
	})
}

func (g *grid) add(on day.Day, c CellSession) {
	g.sessions[on] = append(g.sessions[on], c)
	g.columns |= day.SetOf(on.Weekday())
}

// months are those from the first day of the year to its last.
func (g *grid) months() []Month {
	months := []Month{}
	for first := g.span.First.MonthSpan().First; first <= g.span.Last; first = first.MonthSpan().Last + 1 {
		months = append(months, g.month(first))
	}
	return months
}

func (g *grid) month(first day.Day) Month {
	span := first.MonthSpan()
	month := Month{ID: first.String()[:7], Text: words.Month(first), Weeks: [][]Cell{}}
	for monday := span.First.Monday(); monday <= span.Last; monday += 7 {
		week := []Cell{}
		days := 0
		for _, w := range g.columns.List() {
			on := monday + day.Day(w)
			if !span.Holds(on) {
				week = append(week, Cell{State: "none", Schools: []Choice{}, Sessions: []CellSession{}, Entries: []CellEntry{}, Beside: []CellBeside{}})
				continue
			}
			days++
			week = append(week, g.cell(on))
		}
		if days > 0 {
			month.Weeks = append(month.Weeks, week)
		}
	}
	return month
}

func (g *grid) cell(on day.Day) Cell {
	_, _, n := on.Civil()
	c := Cell{
		ISO: on.String(), Number: n, Text: words.LongDay(on), State: "none", InYear: g.span.Holds(on), Today: on == g.Today,
		Schools: []Choice{}, Entries: g.entries(on), Sessions: g.sessions[on],
		Noted: g.noted(on), Weekday: on.Weekday().String(), Meets: g.meets.Has(on.Weekday()),
	}
	if c.Sessions == nil {
		c.Sessions = []CellSession{}
	}
	if c.Beside = g.beside[on]; c.Beside == nil {
		c.Beside = []CellBeside{}
	}
	g.tell(&c, on)
	if c.Closed != "" {
		c.State = "closed"
	}
	if state := worst(c.Sessions); state != "" {
		c.State = state
	}
	if g.tried != 0 {
		g.try(&c, on, g.schools(on).Status(on))
	}
	g.see(&c)
	c.Label = label(on, &c)
	return c
}

// see remembers which states are shown, for the legend.
func (g *grid) see(c *Cell) {
	g.seen[c.State] = true
	if c.Closed != "" {
		g.seen["closed"] = true
	}
	if g.tried != 0 {
		return
	}
	for _, session := range c.Sessions {
		g.seen[session.State] = true
	}
}

// weight is which state speaks for a day with several sessions: what needs a
// person first.
var weight = []string{notFilledIn, "missed", "partial", "not_sure", "made_up", "given", "planned", "closed"}

func worst(sessions []CellSession) string {
	for _, state := range weight {
		if slices.ContainsFunc(sessions, func(s CellSession) bool { return s.State == state }) {
			return state
		}
	}
	return ""
}

// guess says that the days are another year's, moved on.
func (g *grid) guess() string {
	for _, d := range g.school {
		if from := g.Year(d.Year.GuessedFrom); d.Year.Guess && from != nil {
			return words.Put("calendar.guess_from", "year", yearLabel(from))
		}
		if d.Year.Guess {
			return words.Put("calendar.guess")
		}
	}
	return ""
}

// shortText names a short day, with its times when they are known.
func shortText(p *calendar.PartialDay) string {
	text := p.Name
	if text == "" {
		text = words.Put("calendar.short")
	}
	if p.Opening.Known() {
		text += ", " + words.Put("calendar.opens", "time", words.Clock(p.Opening))
	}
	if p.Dismissal.Known() {
		text += ", " + words.Put("calendar.ends", "time", words.Clock(p.Dismissal))
	}
	return text
}

// label is what a screen reader says of a day.
func label(on day.Day, c *Cell) string {
	text := words.LongDay(on)
	for _, school := range c.Schools {
		text += ". " + say.Plain(school.Text)
	}
	if c.Closed != "" && len(c.Schools) == 0 {
		text += ". " + words.Put("calendar.closed", "name", say.Plain(c.Closed))
	}
	if c.Short != "" && len(c.Schools) == 0 {
		text += ". " + say.Plain(c.Short)
	}
	if c.Tried != "" {
		text += ". " + c.Tried
	}
	if c.Noted != "" {
		text += ". " + say.Plain(c.Noted)
	}
	for _, s := range c.Sessions {
		text += ". " + withName(say.Plain(s.Child), say.Plain(s.Title)) + ": " + s.Text
		if s.Time != "" {
			text += ", " + s.Time
		}
	}
	for _, b := range c.Beside {
		if b.Sort == arrangedBeside {
			text += ". " + withName(say.Plain(b.Child), b.Kind) + ". " + say.Plain(b.Text)
		}
	}
	return text
}
