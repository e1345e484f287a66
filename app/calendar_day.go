package app

import (
	"cmp"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/say"
	"midweek/internal/core/schedule"
	"midweek/internal/open"
)

// A CellEntry is something that a calendar says of a day, to be read,
// corrected or taken out.
type CellEntry struct {
	Sort string  `json:"sort"` // closure, short, noted, given_back
	Text string  `json:"text"` // Spring break, Mon Mar 10 to Fri Mar 14
	Why  string  `json:"why"`  // Break, typed by hand
	Form DayForm `json:"form"`
	// More: to take it out does more than to open this day: it is printed, or
	// holds other days as well.
	More bool `json:"more"`
}

// A DayForm is what a calendar says of days, as typed: a closure, a short day
// or a note.
type DayForm struct {
	Calendar  string   `json:"calendar"`
	ID        string   `json:"id"` // of one to correct; empty for a new one
	First     string   `json:"first"`
	Last      string   `json:"last"` // empty: one day
	Name      string   `json:"name"`
	Kind      string   `json:"kind"`
	Weekdays  []string `json:"weekdays"`  // of a short day: only these of the run; empty: every day
	Opening   string   `json:"opening"`   // of a short day: HH:MM or empty
	Dismissal string   `json:"dismissal"` // likewise
}

// Shorten writes a short day into the calendar, or corrects one.
func (c *Calendar) Shorten(q CalendarQuery, form DayForm) (*CalendarView, error) {
	return c.did(q, "calendar.did.short", func(r *open.Room) error {
		short, err := typed(form).short()
		if err != nil {
			return err
		}
		return r.Shorten(form.Calendar, short, "")
	})
}

// Note writes a noted day into the calendar, or corrects one.
func (c *Calendar) Note(q CalendarQuery, form DayForm) (*CalendarView, error) {
	return c.did(q, "calendar.did.noted", func(r *open.Room) error {
		form := typed(form)
		span, err := form.span()
		if err != nil {
			return err
		}
		return r.Note(form.Calendar, calendar.NotedDay{
			ID: form.ID, Span: span, Name: form.Name, Kind: cmp.Or(calendar.NotedKind(form.Kind), calendar.Unclear), Source: calendar.Typed,
		}, "")
	})
}

// TakeOut takes what a calendar says of a day out of it. A day given back is
// named by its day.
func (c *Calendar) TakeOut(q CalendarQuery, sort, calendarID, id string) (*CalendarView, error) {
	return change(c.Desk, q.Child, func(r *open.Room) error {
		switch sort {
		case "short":
			return r.Lengthen(calendarID, id, "")
		case "noted":
			return r.Unnote(calendarID, id, "")
		case "given_back":
			on, err := neededDay("on", id)
			if err != nil {
				return err
			}
			return r.NotGivenBack(calendarID, on, "")
		}
		return r.Reopen(calendarID, id, "")
	}, q.draw)
}

// OpenAfterAll says that school was open on a day that a calendar has closed.
func (c *Calendar) OpenAfterAll(q CalendarQuery, calendarID, on string) (*CalendarView, error) {
	return c.did(q, "calendar.did.open", func(r *open.Room) error {
		d, err := neededDay("on", on)
		if err != nil {
			return err
		}
		return r.OpenAfterAll(calendarID, d, "")
	})
}

// EndHere moves the last day of school.
func (c *Calendar) EndHere(q CalendarQuery, calendarID, on string) (*CalendarView, error) {
	return c.did(q, "calendar.did.end", func(r *open.Room) error {
		d, err := neededDay("on", on)
		if err != nil {
			return err
		}
		return r.EndYear(calendarID, d, "")
	})
}

// did does something to the calendar and names it by a code of the window.
func (c *Calendar) did(q CalendarQuery, code string, do func(*open.Room) error) (*CalendarView, error) {
	v, err := change(c.Desk, q.Child, do, q.draw)
	if err == nil && v.Frame.Did != "" {
		v.Frame.Did = words.Put(code)
	}
	return v, err
}

// span reads the days of a form.
func (f DayForm) span() (day.Span, error) {
	first, err := neededDay("first", f.First)
	if err != nil {
		return day.Span{}, err
	}
	last, err := parseDay("last", f.Last)
	return day.Span{First: first, Last: cmp.Or(last, first)}, err
}

func (f DayForm) short() (p calendar.PartialDay, err error) {
	p = calendar.PartialDay{ID: f.ID, Name: f.Name, Source: calendar.Typed}
	if p.Span, err = f.span(); err != nil {
		return p, err
	}
	if p.Weekdays, err = parseWeekdays("weekdays", f.Weekdays); err != nil {
		return p, err
	}
	if p.Opening, err = parseClock("opening", f.Opening); err != nil {
		return p, err
	}
	p.Dismissal, err = parseClock("dismissal", f.Dismissal)
	return p, err
}

// entries are all that the calendars say of a day.
func (g *grid) entries(on day.Day) []CellEntry {
	list := []CellEntry{}
	for _, d := range g.schools(on) {
		list = append(list, closureEntries(d, on)...)
		for i := range d.Year.PartialDays {
			if p := &d.Year.PartialDays[i]; p.Holds(on) {
				list = append(list, shortEntry(d.Year.ID, p))
			}
		}
		for _, n := range d.Noted(on) {
			list = append(list, notedEntry(d.Year.ID, n))
		}
		for _, e := range d.Year.ExtraDays {
			if e.Date == on {
				list = append(list, CellEntry{
					Sort: "given_back", Text: cmp.Or(e.Name, words.Put("calendar.given_back")), Why: sourced("", e.Source),
					Form: DayForm{Calendar: d.Year.ID, ID: iso(on), First: iso(on), Last: iso(on), Name: e.Name, Weekdays: []string{}},
				})
			}
		}
	}
	return list
}

func closureEntries(d *calendar.Days, on day.Day) []CellEntry {
	var list []CellEntry
	for i := range d.Year.Closures {
		c := &d.Year.Closures[i]
		if !c.Holds(on) {
			continue
		}
		list = append(list, CellEntry{
			Sort: "closure", Text: words.Closure(c) + ", " + words.Span(c.Span), Why: sourced(words.Put("closure."+string(known(c.Kind))), c.Source),
			Form: dayForm(d.Year.ID, binder.ClosureID(c), c.Span, c.Name, string(c.Kind)), More: !c.Kind.Sudden() || c.First < c.Last,
		})
	}
	return list
}

func shortEntry(year string, p *calendar.PartialDay) CellEntry {
	form := dayForm(year, binder.ShortID(p), p.Span, p.Name, p.Kind)
	for _, w := range p.Weekdays.List() {
		form.Weekdays = append(form.Weekdays, w.String())
	}
	form.Opening, form.Dismissal = p.Opening.String(), p.Dismissal.String()
	when := words.Span(p.Span)
	if p.Weekdays != 0 {
		when = words.Put("calendar.weekdays", "days", words.Days(p.Weekdays), "span", when)
	}
	return CellEntry{Sort: "short", Text: shortText(p) + ", " + when, Why: sourced("", p.Source), Form: form, More: p.First < p.Last}
}

func notedEntry(year string, n *calendar.NotedDay) CellEntry {
	return CellEntry{
		Sort: "noted", Text: notedText(n) + ", " + words.Span(n.Span), Why: sourced("", n.Source),
		Form: dayForm(year, binder.NotedID(n), n.Span, n.Name, string(n.Kind)), More: n.First < n.Last,
	}
}

func dayForm(year, id string, span day.Span, name, kind string) DayForm {
	return DayForm{Calendar: year, ID: id, First: iso(span.First), Last: iso(span.Last), Name: name, Kind: kind, Weekdays: []string{}}
}

// known is a kind of closure that has words; every other is told as other.
func known(k calendar.ClosureKind) calendar.ClosureKind {
	if words.Has("closure." + string(k)) {
		return k
	}
	return calendar.OtherClosure
}

// sourced says what an entry is and where it comes from, as far as that is
// said.
func sourced(what string, source calendar.Source) string {
	from := ""
	if words.Has("source." + string(source)) {
		from = words.Put("source." + string(source))
	}
	switch {
	case what == "":
		return say.Capital(from)
	case from == "":
		return what
	}
	return what + ", " + from
}

// notedText is a noted day's kind, with its name when it has one.
func notedText(n *calendar.NotedDay) string {
	kind := n.Kind
	if !words.Has("noted." + string(kind)) {
		kind = calendar.Unclear
	}
	text := words.Put("noted." + string(kind))
	if n.Name == "" {
		return text
	}
	return n.Name + " (" + text + ")"
}

func (g *grid) noted(on day.Day) string {
	for _, n := range g.schools(on).Noted(on) {
		return notedText(n)
	}
	return ""
}

// cutText says what a short day does to a planned session.
func (g *grid) cutText(slot *ledger.Slot) string {
	d := g.schools(slot.Date).On(slot.Date)
	if slot.Short == schedule.NotShort || slot.Status != calendar.Open || d == nil {
		return ""
	}
	short, _ := d.Partial(slot.Date)
	start, known := slot.Schedule.StartTime, short.Opening.Known() || short.Dismissal.Known()
	switch {
	case slot.Short == schedule.ShortConflict && short.Opening.Known() && start < short.Opening:
		return words.Put("calendar.cut.late", "time", words.Clock(short.Opening))
	case slot.Short == schedule.ShortConflict:
		return words.Put("calendar.cut.early", "time", words.Clock(short.Dismissal))
	case start.Known() && known:
		return words.Put("calendar.cut.none")
	}
	return words.Put("calendar.cut.unknown")
}
