package iep

import "midweek/internal/core/day"

// An Arrangement is a make-up session on its way from a proposal to the day it
// is given. It counts nothing: only a row of the log pays, and such a row names
// the arrangement that it came of.
type Arrangement struct {
	ID        string    `json:"id"`
	ChildID   string    `json:"child_id"`
	SeriesID  string    `json:"series_id"`
	Date      day.Day   `json:"date,omitzero"` // absent: no day is set yet
	StartTime day.Clock `json:"start_time,omitzero"`
	Minutes   int       `json:"minutes"`           // 1 to 1,440
	PaysFor   []string  `json:"pays_for,omitzero"` // ids of obligations, in the order to be paid; absent: the oldest
	Steps     []Step    `json:"steps"`             // one at least, the last is where it stands
	Unknown   Unknown   `json:",embed"`
}

// A Step is what somebody said of an arrangement, when, and who.
type Step struct {
	State   ArrangementState `json:"state"`
	On      day.Day          `json:"on"`
	By      string           `json:"by,omitzero"`
	Note    string           `json:"note,omitzero"`
	Unknown Unknown          `json:",embed"`
}

// ArrangementState is where an arrangement stands. That it was given is told by
// the log, so it is no state here.
type ArrangementState string

// The states of an arrangement.
const (
	Proposed  ArrangementState = "proposed"
	Agreed    ArrangementState = "agreed"     // it is to be held
	Scheduled ArrangementState = "scheduled"  // its day was set, or moved, after that
	Declined  ArrangementState = "declined"   // somebody said no
	NotUsable ArrangementState = "not_usable" // offered at a time the child cannot use
	Disputed  ArrangementState = "disputed"   // the sides tell different things of it
)

// State is where it stands.
func (a *Arrangement) State() ArrangementState {
	if len(a.Steps) == 0 {
		return ""
	}
	return a.Steps[len(a.Steps)-1].State
}

// Live says whether it is still to be held: proposed, agreed or scheduled.
func (a *Arrangement) Live() bool {
	switch a.State() {
	case Proposed, Agreed, Scheduled:
		return true
	}
	return false
}

// Settled says whether it was agreed to, so that its day can be asked about.
func (a *Arrangement) Settled() bool { return a.State() == Agreed || a.State() == Scheduled }
