package app

import (
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/open"
)

// Today is the screen that asks whether the sessions happened.
type Today struct{ Desk *Desk }

// A TodayView is the first screen of every day.
type TodayView struct {
	Frame    Frame      `json:"frame"`
	Heading  string     `json:"heading"` // Thursday, March 20
	Lead     string     `json:"lead"`    // one calm sentence about the week
	Asks     []Ask      `json:"asks"`    // did these happen? oldest first, of the last two weeks
	Earlier  int        `json:"earlier"` // sessions not filled in before those
	CheckIn  int        `json:"checkIn"` // sessions that the check-in asks about as it opens
	Reasons  []Choice   `json:"reasons"` // why a session was missed, the commonest first
	Next     []NextDate `json:"next"`
	Balances []Balance  `json:"balances"`
	Meaning  string     `json:"meaning"` // what "to make up" means, and under which policy
	Confirm  []string   `json:"confirm"` // requests by word of mouth, worth a line in writing
	Before   bool       `json:"before"`  // no service is promised yet, and the record begins with dates
	Promises []Promised `json:"promises"`
	Break    BreakAsk   `json:"break"`
	// MakeUps were agreed to for a day that has come: did they take place?
	MakeUps []MakeUpAsk `json:"makeUps"`
	Copy    CopyLine    `json:"copy"`
}

// An Ask is a planned session that nobody has filled in.
type Ask struct {
	Key      string `json:"key"` // of the slot
	On       Day    `json:"on"`
	Time     string `json:"time"` // 10:00 am, or empty
	Child    string `json:"child"`
	Title    string `json:"title"` // speech therapy
	Minutes  int    `json:"minutes"`
	Provider string `json:"provider"`
}

// A NextDate is something ahead.
type NextDate struct {
	On     Day    `json:"on"`
	Text   string `json:"text"`
	Source string `json:"source"` // of a count: what was counted, and the rule; else empty
	In     string `json:"in"`     // in 5 days
}

// A Balance is what is left to make up of one service.
type Balance struct {
	Series      string `json:"series"`
	Child       string `json:"child"`
	Title       string `json:"title"`
	Given       int    `json:"given"`       // minutes
	Planned     int    `json:"planned"`     // minutes planned on days with school so far
	ToMakeUp    int    `json:"toMakeUp"`    // open minutes answered yes
	Figure      string `json:"figure"`      // those: 60 min; 60 to 150 min where sessions not filled in may change it
	Ask         int    `json:"ask"`         // open minutes to ask the team about
	AskText     string `json:"askText"`     // 0 to 90 min to ask the team about; empty for none
	NotFilledIn int    `json:"notFilledIn"` // sessions
	Unknown     string `json:"unknown"`     // 3 sessions not filled in, 1 of them not sure; empty for none
	Text        string `json:"text"`        // 1,350 of 1,470 minutes planned given
	// Early is what the family wants to hear while there is time to act.
	Early []EarlyLine `json:"early"`
}

func (v *TodayView) frame() *Frame { return &v.Frame }

// View shows the screen, for a child or for all.
func (t *Today) View(child string) (*TodayView, error) { return look(t.Desk, child, drawToday) }

// Happened marks sessions given, by their keys.
func (t *Today) Happened(child string, keys []string) (*TodayView, error) {
	return t.fill(child, keys, binder.Outcome{Status: iep.Delivered})
}

// Missed marks sessions missed, with the reason.
func (t *Today) Missed(child string, keys []string, reason string) (*TodayView, error) {
	return t.fill(child, keys, binder.Outcome{Status: iep.Missed, Reason: iep.Reason(reason)})
}

// Partly marks a session short: so many minutes were given.
func (t *Today) Partly(child, key string, minutes int, reason string) (*TodayView, error) {
	return t.fill(child, []string{key}, binder.Outcome{Status: iep.Partial, Minutes: &minutes, Reason: iep.Reason(reason)})
}

// Unsure marks sessions not sure: an answer that counts as unknown.
func (t *Today) Unsure(child string, keys []string) (*TodayView, error) {
	return t.fill(child, keys, binder.Outcome{Status: iep.Unsure})
}

// Held says whether a make-up that was agreed to took place, as long as it was
// arranged: one row of the log, which pays.
func (t *Today) Held(child, id string, held bool) (*TodayView, error) {
	out := heldFor(nil)
	if !held {
		out = notHeld("")
	}
	return mark(t.Desk, child, func(r *open.Room) error { return r.Held(id, out) }, drawToday)
}

// Undo takes back the latest deed.
func (t *Today) Undo(child string) (*TodayView, error) { return undo(t.Desk, child, drawToday) }

// Redo does again what was taken back.
func (t *Today) Redo(child string) (*TodayView, error) { return redo(t.Desk, child, drawToday) }

func (t *Today) fill(child string, keys []string, out binder.Outcome) (*TodayView, error) {
	return mark(t.Desk, child, func(r *open.Room) error { return r.Fill(keys, out) }, drawToday)
}

func drawToday(s *sheet) (*TodayView, error) {
	asks, earlier := s.Asks(s.child)
	v := &TodayView{
		Frame: s.frame(), Heading: words.LongDay(s.Today), Lead: s.cycleToday() + s.weekAhead(), Asks: []Ask{}, Earlier: earlier, CheckIn: s.waiting(),
		Reasons: reasons(), Next: s.next(), Balances: []Balance{}, Meaning: s.meaning(),
		Confirm:  s.toConfirm(),
		Promises: s.promised(), Break: s.breakToday(), MakeUps: s.makeUpAsks(), Copy: s.copyToday(),
	}
	v.Before = len(s.Of(s.child)) == 0 && slices.ContainsFunc(s.Record.Children, func(c iep.Child) bool {
		return (s.child == "" || s.child == c.ID) && s.before(&c)
	})
	for _, a := range asks {
		v.Asks = append(v.Asks, s.ask(a))
	}
	for _, series := range s.Of(s.child) {
		v.Balances = append(v.Balances, s.balance(series))
	}
	return v, nil
}

func (s *sheet) ask(a binder.Ask) Ask {
	return Ask{
		Key: binder.Key(a.Slot), On: dayOf(a.Slot.Date), Time: words.Clock(a.Slot.Schedule.StartTime),
		Child: s.named(a.Series.ChildID), Title: s.title(a.Slot.Version), Minutes: a.Slot.Schedule.Minutes,
		Provider: s.givers(a.Slot.Version, a.Slot.Date),
	}
}

// balance is what is left to make up of one series.
func (s *sheet) balance(series *ledger.Series) Balance {
	planned, given := series.SoFar(s.Today)
	sum, r := &series.Summary, series.Range()
	open := func(of func(*ledger.Series) int) string {
		low, high := r.Of(of)
		return words.Between("min", low, high)
	}
	b := Balance{
		Series: seriesID(series), Child: s.named(series.ChildID), Title: s.titleOf(series),
		Given: given, Planned: planned, ToMakeUp: sum.OpenOwed, Figure: open(openOwed), Ask: sum.Undecided,
		NotFilledIn: sum.UnrecordedSessions, Early: s.early(series),
	}
	if _, high := r.Of(toAsk); high > 0 {
		b.AskText = words.Put("today.ask", "minutes", open(toAsk))
	}
	low, high := r.Of(func(end *ledger.Series) int { _, given := end.SoFar(s.Today); return given })
	b.Text = words.Put("today.given_of", "given", words.Between("plain", low, high), "planned", words.Several("minute", planned))
	if n := sum.UnrecordedSessions; n > 0 {
		b.Unknown = words.Put("today.not_filled_in", "sessions", words.Several("session", n))
		if unsure := series.NotSure(); unsure > 0 {
			b.Unknown += ", " + words.Put("today.not_sure", "n", words.Number(unsure))
		}
	}
	return b
}

// seriesID names a series in a view: two children can have one of the same id.
func seriesID(s *ledger.Series) string { return s.ChildID + "/" + s.ID }
