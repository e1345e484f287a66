package app

import (
	"cmp"
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/open"
)

// Log is the screen of every session, planned or held.
type Log struct{ Desk *Desk }

// A LogQuery says which rows of the log to show.
type LogQuery struct {
	Child  string `json:"child"`  // empty for all
	Filter string `json:"filter"` // all, not_filled_in, not_sure, missed, make_ups, group, late, struck
	Year   string `json:"year"`   // of LogView.Years; empty for the one of today
	Series string `json:"series"` // empty for all
	Struck string `json:"struck"` // hide: struck entries stand in their own filter only
}

// A LogView is the session log: what was planned and what came of it, newest
// first.
type LogView struct {
	Frame    Frame     `json:"frame"`
	Query    LogQuery  `json:"query"` // as used
	Filters  []Filter  `json:"filters"`
	Years    []Choice  `json:"years"`
	Series   []Choice  `json:"series"`
	Reasons  []Choice  `json:"reasons"`
	KnownBy  []Choice  `json:"knownBy"`
	Rows     []LogRow  `json:"rows"`
	Totals   []string  `json:"totals"`   // of the rows, in words
	Services []Service `json:"services"` // to add a make-up or an extra session to
	Struck   int       `json:"struck"`   // entries that this filter would show struck
}

// A Filter is a way to look at the log, with how many rows it has.
type Filter struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// A LogRow is a planned session or a row of the log, or both.
type LogRow struct {
	Key      string `json:"key"`   // of the slot; of a row without one, its id
	Entry    string `json:"entry"` // id of the row; empty when not filled in
	On       Day    `json:"on"`
	Month    string `json:"month"` // March 2025
	Time     string `json:"time"`
	Child    string `json:"child"`
	Title    string `json:"title"`
	Provider string `json:"provider"` // who gives it on that day, or empty
	Kind     string `json:"kind"`     // regular, makeup, extra
	Planned  int    `json:"planned"`  // minutes; 0 without a slot
	Given    int    `json:"given"`    // minutes
	Missed   int    `json:"missed"`   // minutes
	State    string `json:"state"`    // given, partial, missed, not_filled_in, not_sure, made_up (a make-up), closed, planned
	Text     string `json:"text"`     // the state in words: Given 30 min; Missed: therapist was out
	Reason   string `json:"reason"`   // code
	Note     string `json:"note"`
	Held     string `json:"held"`    // 10:10 am to 10:28 am; in a group of 3, the plan says one to one; or empty
	Group    bool   `json:"group"`   // a larger one than the plan says
	Known    string `json:"known"`   // how it is known, in words
	SaidBy   string `json:"saidBy"`  // who told it
	Pays     string `json:"pays"`    // of a make-up: what it settles, in words
	Written  string `json:"written"` // written Tue Mar 11, 2025, corrected Thu Mar 13, 2025
	Late     string `json:"late"`    // entered 19 days later; empty when written within a week
	Struck   string `json:"struck"`  // withdrawn: by whom, when and why; empty when it holds
	Was      string `json:"was"`     // what it said before it was corrected; empty when it was not
	WasBy    string `json:"wasBy"`   // corrected by Mom, Tue Mar 11, 2025, 8:14 pm: the reason
	Conflict bool   `json:"conflict"`
	Papers   int    `json:"papers"` // attachments
}

// A Service is one to log a session for.
type Service struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Minutes int      `json:"minutes"` // of one session
	Manners []Choice `json:"manners"` // how it can have been given; none where the plan does not say
}

// A SessionForm is one row of the log as a person types it.
type SessionForm struct {
	Key     string   `json:"key"`     // of the slot or row; empty for a new make-up or extra session
	Service string   `json:"service"` // of a new one
	Kind    string   `json:"kind"`    // regular, makeup, extra
	On      string   `json:"on"`      // YYYY-MM-DD
	Status  string   `json:"status"`  // delivered, partial, missed, unsure
	Minutes *int     `json:"minutes"` // given
	Began   string   `json:"began"`   // HH:MM, as it was held; empty for not said
	Ended   string   `json:"ended"`
	Keep    bool     `json:"keep"`   // the minutes hold, whatever the times say
	Mode    string   `json:"mode"`   // as given: individual, group; empty as the plan says
	Size    *int     `json:"size"`   // children in the group, as given
	Approx  bool     `json:"approx"` // the day may be off by a few days
	Reason  string   `json:"reason"`
	Note    string   `json:"note"`
	KnownBy string   `json:"knownBy"`
	SaidBy  string   `json:"saidBy"`  // who told it
	Pays    []string `json:"pays"`    // ids of what a make-up settles, in order; empty: the oldest first
	Because string   `json:"because"` // why it is corrected
}

// An EntryView is one row of the log with its whole history.
type EntryView struct {
	Entry   string       `json:"entry"` // id of the row; empty when not filled in
	Form    SessionForm  `json:"form"`  // as it stands
	Title   string       `json:"title"`
	Child   string       `json:"child"`
	On      Day          `json:"on"`
	Minutes int          `json:"minutes"` // planned
	Manners []Choice     `json:"manners"` // how it can have been given; none where the plan does not say
	Written string       `json:"written"` // written Tue Mar 11, 2025, corrected Thu Mar 13, 2025
	Late    string       `json:"late"`    // entered 19 days later; or empty
	History []HistoryAct `json:"history"` // newest first
	AsksWhy bool         `json:"asksWhy"` // a change to it asks for the reason: it came with a file, or is older than a day
	Open    []Choice     `json:"open"`    // what a make-up may settle
}

func (v *LogView) frame() *Frame { return &v.Frame }

// View shows the log.
func (l *Log) View(q LogQuery) (*LogView, error) { return look(l.Desk, q.Child, q.draw) }

// Happened marks sessions given, by their keys.
func (l *Log) Happened(q LogQuery, keys []string) (*LogView, error) {
	return l.fill(q, keys, binder.Outcome{Status: iep.Delivered})
}

// Missed marks sessions missed, with the reason.
func (l *Log) Missed(q LogQuery, keys []string, reason string) (*LogView, error) {
	return l.fill(q, keys, binder.Outcome{Status: iep.Missed, Reason: iep.Reason(reason)})
}

// Unsure marks sessions not sure.
func (l *Log) Unsure(q LogQuery, keys []string) (*LogView, error) {
	return l.fill(q, keys, binder.Outcome{Status: iep.Unsure})
}

// Save writes one row as typed: a correction, a make-up, an extra session.
func (l *Log) Save(q LogQuery, form SessionForm) (*LogView, error) {
	return change(l.Desk, q.Child, func(r *open.Room) error { return save(r, typed(form)) }, q.draw)
}

// Strike withdraws rows, by the ids of their entries: they stay readable, struck.
func (l *Log) Strike(q LogQuery, entries []string, because string) (*LogView, error) {
	return change(l.Desk, q.Child, func(r *open.Room) error { return r.Strike(entries, typed(because)) }, q.draw)
}

// Undo takes back the latest deed.
func (l *Log) Undo(q LogQuery) (*LogView, error) { return undo(l.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (l *Log) Redo(q LogQuery) (*LogView, error) { return redo(l.Desk, q.Child, q.draw) }

func (l *Log) fill(q LogQuery, keys []string, out binder.Outcome) (*LogView, error) {
	return mark(l.Desk, q.Child, func(r *open.Room) error { return r.Fill(keys, out) }, q.draw)
}

// save reads a form: a planned session by its key, another row by its id, or a
// new make-up or extra session.
func save(r *open.Room, form SessionForm) error {
	on, err := neededDay("on", form.On)
	if err != nil {
		return err
	}
	book, err := r.Book()
	if err != nil {
		return err
	}
	row := iep.Session{ServiceID: form.Service, Kind: iep.SessionKind(form.Kind)}
	slot := book.Slot(form.Key)
	if old := book.RowOf(form.Key); old != nil {
		row = *old
	} else if slot == nil {
		row.ID = form.Key // of a new one, or of one that went
	}
	if err := form.fill(&row); err != nil {
		return err
	}
	if slot != nil && slot.Date == on {
		return r.Fill([]string{form.Key}, cameOf(&row, form.Because))
	}
	row.Date = on
	return r.Save(row, form.Because)
}

// fill reads the form into a row, all but its day.
func (f SessionForm) fill(row *iep.Session) error {
	row.Status, row.Minutes, row.Reason, row.Mode, row.GroupSize = iep.Status(f.Status), f.Minutes, iep.Reason(f.Reason), f.Mode, f.Size
	row.Note, row.KnownBy, row.SaidBy, row.Approximate, row.MakeupFor = f.Note, f.KnownBy, f.SaidBy, f.Approx, nil
	if len(f.Pays) > 0 {
		row.MakeupFor = f.Pays
	}
	var err error
	if row.Began, err = parseClock("began", f.Began); err != nil {
		return err
	}
	if row.Ended, err = parseClock("ended", f.Ended); err != nil {
		return err
	}
	return row.Time(f.Keep)
}

// cameOf is what a row says of a planned session.
func cameOf(row *iep.Session, because string) binder.Outcome {
	return binder.Outcome{
		Status: row.Status, Minutes: row.Minutes, Reason: row.Reason,
		Note: &row.Note, KnownBy: &row.KnownBy, SaidBy: &row.SaidBy, Approximate: &row.Approximate,
		Held:    &binder.Held{Began: row.Began, Ended: row.Ended, Mode: row.Mode, GroupSize: row.GroupSize},
		Because: because,
	}
}

// The filters of the log.
const (
	allRows     = "all"
	notFilledIn = "not_filled_in"
	notSure     = "not_sure"
	missedRows  = "missed"
	makeUps     = "make_ups"
	groupRows   = "group"
	lateRows    = "late"
	struckRows  = "struck"
)

var filters = []string{allRows, notFilledIn, notSure, missedRows, makeUps, groupRows, lateRows, struckRows}

// rare are the filters that are offered only where they show something.
var rare = []string{notSure, groupRows, lateRows}

func (q LogQuery) draw(s *sheet) (*LogView, error) {
	years := s.years(s.child)
	q.Child, q.Filter = s.child, cmp.Or(q.Filter, allRows)
	q.Year = s.yearOrNow(years, q.Year)
	rows := s.logRows(q, spanOf(years, q.Year))
	v := &LogView{
		Frame: s.frame(), Query: q, Filters: []Filter{}, Years: s.yearChoices(years), Series: s.seriesChoices(), Reasons: reasons(),
		KnownBy: choices(knownBy, func(k string) string { return words.Put("known." + k) }), Rows: []LogRow{}, Services: s.loggable(),
	}
	var sum logTotals
	for _, id := range filters {
		f := Filter{ID: id, Text: words.Put("filter." + id)}
		for i := range rows {
			if rows[i].passes(id) {
				f.Count++
			}
		}
		if f.Count > 0 || id == q.Filter || !slices.Contains(rare, id) {
			v.Filters = append(v.Filters, f)
		}
	}
	for i := range rows {
		v.take(&rows[i])
		if rows[i].passes(q.Filter) {
			sum.add(&rows[i])
		}
	}
	v.Totals = sum.text()
	return v, nil
}

// take shows a row that passes the filter. A struck one stands among those of
// its kind, unless that is not wanted.
func (v *LogView) take(r *logRow) {
	beside := r.Struck != "" && !r.back && v.Query.Filter != struckRows && r.kept(v.Query.Filter)
	if beside {
		v.Struck++
	}
	if r.passes(v.Query.Filter) || beside && v.Query.Struck != hide {
		v.Rows = append(v.Rows, r.LogRow)
	}
}

// hide is the word that leaves struck entries to their own filter.
const hide = "hide"

var knownBy = []string{"saw", "child", "note", "email", "provider", "school_log"}

// A logRow is a row with what it is sorted and filtered by.
type logRow struct {
	LogRow
	on    day.Day
	start day.Clock
	slot  *ledger.Slot // nil for a row beside the plan
	mode  string       // of the service
	back  bool         // it was taken back by Undo: nobody struck it
}

// passes says whether the row counts in a filter.
func (r *logRow) passes(filter string) bool {
	if filter == struckRows {
		return r.Struck != ""
	}
	return r.Struck == "" && r.kept(filter)
}

// kept says whether the row is of a filter's kind, struck or not.
func (r *logRow) kept(filter string) bool {
	switch filter {
	case notFilledIn:
		return r.Struck == "" && (r.State == notFilledIn || r.State == notSure)
	case notSure:
		return r.Struck == "" && r.State == notSure
	case missedRows:
		return r.State == "missed" || r.State == "partial"
	case makeUps:
		return r.Kind == string(iep.Makeup) || r.Kind == string(iep.Extra)
	case groupRows:
		return r.Group
	case lateRows:
		return r.Late != ""
	}
	return true
}

// logRows are the planned sessions up to today and the rows of the log in a
// span, newest first.
func (s *sheet) logRows(q LogQuery, in day.Span) []logRow {
	var rows []logRow
	shown := map[*iep.Session]bool{}
	for _, series := range s.Of(s.child) {
		if q.Series != "" && seriesID(series) != q.Series {
			continue
		}
		for i := range series.Slots {
			slot := &series.Slots[i]
			row := slot.Entry()
			shown[row] = true
			if in.Holds(slot.Date) && slot.Date <= s.Today && (slot.Status == calendar.Open || row != nil) {
				rows = append(rows, s.slotRow(series, slot))
			}
		}
	}
	rows = append(rows, s.otherRows(q, in, shown)...)
	rows = append(rows, s.struckRows(q, in)...)
	attached := s.attached(history.Session)
	for i := range rows {
		rows[i].Month = words.Month(rows[i].on)
		rows[i].Papers = attached[cmp.Or(rows[i].Entry, rows[i].Key)]
	}
	slices.SortStableFunc(rows, func(a, b logRow) int {
		return cmp.Or(cmp.Compare(b.on, a.on), cmp.Compare(a.start, b.start))
	})
	return rows
}

func (s *sheet) slotRow(series *ledger.Series, slot *ledger.Slot) logRow {
	r := logRow{on: slot.Date, start: slot.Schedule.StartTime, slot: slot, mode: slot.Version.Service.Mode}
	r.LogRow = LogRow{
		Key: binder.Key(slot), On: aboutDay(slot.Date, slot.Entry()), Time: words.Clock(slot.Schedule.StartTime), Child: s.named(series.ChildID),
		Title: s.title(slot.Version), Provider: s.givers(slot.Version, slot.Date), Kind: string(iep.Regular), Planned: slot.Schedule.Minutes,
		Given: slot.Given, Missed: slot.Missed, State: slotState(slot), Text: slotText(slot),
	}
	s.entry(&r, slot.Version.Service, slot.Entry())
	return r
}

// entry fills in what the row of the log says.
func (s *sheet) entry(r *logRow, service *iep.Service, row *iep.Session) {
	if row == nil {
		return
	}
	r.Entry, r.Reason, r.Note = row.ID, string(row.Reason), row.Note
	r.Known, r.SaidBy, r.Held = knownHow(row), row.SaidBy, held(service, row)
	_, _, larger := service.LargerGroup(row)
	r.Group = larger && r.Given > 0
	w := s.written(row)
	r.Written, r.Late = written(w), later(w)
	if e := s.entryOf(row.ID); e != nil {
		r.Conflict = e.Conflict
		r.Was, r.WasBy = s.corrected(e)
	}
}

// otherRows are make-ups, extra sessions, and rows without a planned session.
func (s *sheet) otherRows(q LogQuery, in day.Span, shown map[*iep.Session]bool) []logRow {
	var rows []logRow
	for i := range s.Record.Sessions {
		row := &s.Record.Sessions[i]
		if shown[row] || !in.Holds(row.Date) {
			continue
		}
		series := s.seriesOf(row.ServiceID)
		if series == nil || s.child != "" && series.ChildID != s.child || q.Series != "" && seriesID(series) != q.Series {
			continue
		}
		r := logRow{on: row.Date, start: row.StartTime}
		version := series.VersionOn(row.Date)
		r.LogRow = LogRow{
			Key: row.ID, On: aboutDay(row.Date, row), Time: words.Clock(row.StartTime), Child: s.named(series.ChildID),
			Title: s.title(version), Provider: s.givers(version, row.Date), Kind: string(row.Kind), Given: row.Given(),
			State: rowState(row), Text: outcomeText(row), Pays: s.pays(series, row),
		}
		_, service := s.Service(row.ServiceID)
		r.mode = service.Mode
		s.entry(&r, service, row)
		rows = append(rows, r)
	}
	return rows
}

// struckRows are the rows that were withdrawn.
func (s *sheet) struckRows(q LogQuery, in day.Span) []logRow {
	var rows []logRow
	if s.Folded == nil {
		return rows
	}
	for _, e := range s.Folded.InOrder() {
		row, ok := e.Value.(*iep.Session)
		if e.Noun != history.Session || e.State != history.Withdrawn || !ok || row == nil || !in.Holds(row.Date) {
			continue
		}
		child, series, title := s.once(row.ServiceID)
		if s.child != "" && child != s.child || q.Series != "" && series != q.Series {
			continue
		}
		r := logRow{on: row.Date, start: row.StartTime, back: e.Stood == nil}
		r.LogRow = LogRow{
			Key: row.ID, Entry: row.ID, On: aboutDay(row.Date, row), Child: s.named(child), Kind: string(row.Kind),
			Title: title, State: rowState(row), Text: outcomeText(row),
			Note: row.Note, Struck: s.struckText(e),
		}
		rows = append(rows, r)
	}
	return rows
}

// struckText says who struck an entry, when and why, or took it back.
func (s *sheet) struckText(e *history.Entry) string {
	code := "log.struck"
	if e.Stood == nil {
		code = "log.taken_back"
	}
	return words.Put(code, "author", e.Last.Author, "at", instant(e.Last.At)) + s.because(e)
}

// once is whose a service is and what it is called, also after it was removed
// itself: what was struck stays readable.
func (s *sheet) once(serviceID string) (child, series, title string) {
	if found := s.seriesOf(serviceID); found != nil {
		return found.ChildID, seriesID(found), s.titleOf(found)
	}
	if e := s.Folded.Entries[history.Key{Noun: history.Service, ID: serviceID}]; e != nil {
		if removed, ok := e.Value.(*record.PlacedService); ok {
			title = removed.Type
		}
		if body, err := e.First.Read(); err == nil && body != nil && len(body.Children) > 0 {
			child = body.Children[0]
		}
	}
	return child, "", words.Service(title)
}

// because is the reason that was given for the latest act on an entry.
func (s *sheet) because(e *history.Entry) string {
	body, err := e.Last.Read()
	if err != nil || body == nil || body.Because == "" {
		return ""
	}
	return ": " + body.Because
}
