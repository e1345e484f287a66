package app

import (
	"midweek/app/window"
	"midweek/internal/binder"
	"midweek/internal/core/iep"
	"midweek/internal/open"
)

// MakeUp is the screen that asks whether what is open of one service can be made
// up, and that leads from a proposed day to the session given.
type MakeUp struct{ Desk *Desk }

// A MakeUpQuery says of which service, and within which limits.
type MakeUpQuery struct {
	Child  string     `json:"child"`
	Series string     `json:"series"` // OwedSeries.ID; empty for the first with something open
	Limits LimitsForm `json:"limits"`
	Keep   bool       `json:"keep"` // the limits for the next time
}

// A LimitsForm is what a family and a school can agree to, as the controls have
// it.
type LimitsForm struct {
	Set     bool     `json:"set"` // false: as they were kept, else the plan's own; so is each that is empty
	Minutes int      `json:"minutes"`
	PerWeek int      `json:"perWeek"`
	Days    []string `json:"days"` // of the week: MO …
	From    string   `json:"from"` // HH:MM or empty
	To      string   `json:"to"`
	Off     []string `json:"off"` // single days that do not suit
}

// A MakeUpView is the answer with all that is arranged.
type MakeUpView struct {
	Frame    Frame          `json:"frame"`
	Query    MakeUpQuery    `json:"query"`  // as used
	Series   []Choice       `json:"series"` // those that can be asked about
	Title    string         `json:"title"`  // of the service, with the child where there are several
	Answer   MakeUpAnswer   `json:"answer"`
	Sums     []MakeUpSum    `json:"sums"` // the first is the sum of the others
	Changes  []MakeUpChange `json:"changes"`
	Plan     []MakeUpDate   `json:"plan"`
	Arranged []ArrangedRow  `json:"arranged"` // still to be held, by their day
	Done     []ArrangedRow  `json:"done"`     // given, declined and so on, the latest first
	Weekdays []Choice       `json:"weekdays"` // of the school
	Columns  []Choice       `json:"columns"`  // of the months
	Months   []MakeUpMonth  `json:"months"`   // from today to the last day of school
	Days     []Choice       `json:"days"`     // that suit, to move one to
	Off      []Choice       `json:"off"`      // single days that do not suit
	Propose  string         `json:"propose"`  // the button: Propose these 4 dates; empty without any
	Proposal string         `json:"proposal"` // a text to copy; empty without any date
	Reasons  []Choice       `json:"reasons"`  // why one was not held
	States   []Choice       `json:"states"`   // of one that is written down
	LastDay  string         `json:"lastDay"`  // of school, for the fields
}

// A MakeUpAnswer is yes, with the dates, or no, with the limit that binds.
type MakeUpAnswer struct {
	Code  string   `json:"code"` // yes, no, arranged, nothing, no_year, no_length
	Text  string   `json:"text"`
	Lines []string `json:"lines"` // what stands in the way, the least change, the last day to start
}

// A MakeUpSum is one part of what is to make up.
type MakeUpSum struct {
	Code   string `json:"code"` // all, made_up, arranged, fits, summer, next_year
	Text   string `json:"text"`
	Amount string `json:"amount"`
}

// A MakeUpChange is the least change of one limit by which all would fit.
type MakeUpChange struct {
	Text   string     `json:"text"` // 2 sessions a week
	Limits LimitsForm `json:"limits"`
}

// A MakeUpDate is one planned make-up.
type MakeUpDate struct {
	On   string `json:"on"`
	Text string `json:"text"` // Tue Apr 1, 2025, 10:00 am: 30 minutes
	Pays string `json:"pays"` // for Tue Mar 11, 2025
}

func (v *MakeUpView) frame() *Frame { return &v.Frame }

// View answers the question. Limits that come along are kept.
func (u *MakeUp) View(q MakeUpQuery) (*MakeUpView, error) {
	q = typed(q)
	return look(u.Desk, q.Child, q.draw)
}

// Propose writes the dates of the plan down as proposed: one deed.
func (u *MakeUp) Propose(q MakeUpQuery) (*MakeUpView, error) {
	q = typed(q)
	return change(u.Desk, q.Child, q.propose, q.draw)
}

// Arrange writes down a make-up that somebody else named, or agreed to.
func (u *MakeUp) Arrange(q MakeUpQuery, form ArrangeForm) (*MakeUpView, error) {
	q, form = typed(q), typed(form)
	return change(u.Desk, q.Child, func(r *open.Room) error { return q.arrange(r, form) }, q.draw)
}

// Answer says what was answered to make-ups, by whom and when.
func (u *MakeUp) Answer(q MakeUpQuery, form StepForm) (*MakeUpView, error) {
	q, form = typed(q), typed(form)
	return change(u.Desk, q.Child, func(r *open.Room) error { return form.save(r) }, q.draw)
}

// Move puts a make-up on another day.
func (u *MakeUp) Move(q MakeUpQuery, form DateForm) (*MakeUpView, error) {
	q, form = typed(q), typed(form)
	return change(u.Desk, q.Child, func(r *open.Room) error { return form.save(r) }, q.draw)
}

// Held writes into the log that a make-up was given: one row, which pays.
// Without minutes it was as long as arranged.
func (u *MakeUp) Held(q MakeUpQuery, id string, minutes *int) (*MakeUpView, error) {
	return change(u.Desk, q.Child, func(r *open.Room) error { return r.Held(id, heldFor(minutes)) }, q.draw)
}

// NotHeld writes into the log that a make-up did not take place, and why.
func (u *MakeUp) NotHeld(q MakeUpQuery, id, reason string) (*MakeUpView, error) {
	return change(u.Desk, q.Child, func(r *open.Room) error { return r.Held(id, notHeld(reason)) }, q.draw)
}

// Withdraw takes back a make-up that was written down by mistake.
func (u *MakeUp) Withdraw(q MakeUpQuery, id string) (*MakeUpView, error) {
	return change(u.Desk, q.Child, func(r *open.Room) error { return r.WithdrawArrangement(id) }, q.draw)
}

// CopyProposal puts the words to propose on the clipboard.
func (u *MakeUp) CopyProposal(q MakeUpQuery) (view *MakeUpView, err error) {
	defer window.Mend(&err)
	view, err = u.View(q)
	if err != nil {
		return nil, err
	}
	if err := u.Desk.Outside.Copy(view.Proposal); err != nil {
		return nil, err
	}
	view.Frame.Did = words.Put("did.copied")
	return view, nil
}

// Undo takes back the latest deed.
func (u *MakeUp) Undo(q MakeUpQuery) (*MakeUpView, error) { return undo(u.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (u *MakeUp) Redo(q MakeUpQuery) (*MakeUpView, error) { return redo(u.Desk, q.Child, q.draw) }

func heldFor(minutes *int) binder.Outcome {
	return binder.Outcome{Status: iep.Delivered, Minutes: minutes}
}

func notHeld(reason string) binder.Outcome {
	return binder.Outcome{Status: iep.Missed, Reason: iep.Reason(reason)}
}
