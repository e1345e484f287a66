package iep

import (
	"strconv"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// Bank is what a payment out of banked minutes names in place of a row; no row
// may have it for an id.
const Bank = "bank"

// SessionKind is what a row of the log is about.
type SessionKind string

// The kinds of session.
const (
	Regular SessionKind = "regular" // a planned slot
	Makeup  SessionKind = "makeup"  // minutes given for minutes missed
	Extra   SessionKind = "extra"   // more than planned, not called a make-up
)

// Status is what came of a session.
type Status string

// The statuses of a session.
const (
	Delivered Status = "delivered"
	Partial   Status = "partial"
	Missed    Status = "missed"
	Unsure    Status = "unsure" // a lawful answer: read as no row at all
)

// A Session is one row of the log: what happened on a day, and how it is known.
type Session struct {
	ID         string      `json:"id"`
	ServiceID  string      `json:"service_id"`
	ScheduleID string      `json:"schedule_id,omitzero"` // absent: any schedule of the service
	Date       day.Day     `json:"date"`
	StartTime  day.Clock   `json:"start_time,omitzero"`
	Kind       SessionKind `json:"kind"`
	Status     Status      `json:"status"`
	Minutes    *int        `json:"minutes,omitzero"` // given; 0 to 1,440, nil when not said
	Reason     Reason      `json:"reason,omitzero"`
	MakeupFor  []string    `json:"makeup_for,omitzero"` // ids of obligations, in the order to be paid
	Note       string      `json:"note,omitzero"`
	Mode       string      `json:"mode,omitzero"`     // as given; changes no minutes
	KnownBy    string      `json:"known_by,omitzero"` // saw, child, note, email, school_log, provider
	EnteredAt  string      `json:"entered_at,omitzero"`
	SaidBy     string      `json:"said_by,omitzero"`    // who told it
	Began      day.Clock   `json:"began,omitzero"`      // as it was held, beside StartTime as planned
	Ended      day.Clock   `json:"ended,omitzero"`      //
	GroupSize  *int        `json:"group_size,omitzero"` // children in the group, as given; 1 to 1,000
	// Approximate says that the day may be off by some days.
	Approximate   bool    `json:"approximate,omitzero"`
	ArrangementID string  `json:"arrangement_id,omitzero"` // that this make-up came of; need not be there any more
	Unknown       Unknown `json:",embed"`
}

// Given are the minutes a row says were given outside a planned slot: none
// when it was missed, or does not say.
func (s *Session) Given() int {
	if s.Minutes == nil || s.Status == Missed || s.Status == Unsure {
		return 0
	}
	return *s.Minutes
}

// Lasted are the minutes from when a session began until it ended, where both
// are known and the end comes after the beginning.
func (s *Session) Lasted() (minutes int, known bool) {
	if s.Began == day.NoClock || s.Ended <= s.Began {
		return 0, false
	}
	return int(s.Ended - s.Began), true
}

// Time takes the minutes given from when the session began and ended, where
// nobody says how many. Where somebody does and it is another number, that is a
// question: TimesDisagree at minutes, unless the minutes are to be kept.
func (s *Session) Time(keep bool) error {
	lasted, known := s.Lasted()
	switch {
	case !known:
	case s.Minutes == nil:
		s.Minutes = &lasted
	case *s.Minutes != lasted && !keep:
		return refusal.At("minutes", refusal.New(refusal.TimesDisagree,
			"lasted", strconv.Itoa(lasted), "minutes", strconv.Itoa(*s.Minutes)))
	}
	return nil
}

// Owed is the answer of a decision, or of a plan's clause.
type Owed string

// The answers.
const (
	OwedYes Owed = "yes"
	OwedNo  Owed = "no"
	OwedAsk Owed = "ask" // of a plan's clause only
)

// A Decision is the team's answer for one day of a service. It settles the
// slot and never rewrites the log.
type Decision struct {
	ID         string  `json:"id,omitzero"`          // may be absent
	ServiceID  string  `json:"service_id"`           // a service, or a series
	ScheduleID string  `json:"schedule_id,omitzero"` // absent: every slot of that day
	Date       day.Day `json:"date"`
	Owed       Owed    `json:"owed"`
	DecidedOn  day.Day `json:"decided_on,omitzero"` // absent: the day itself
	By         string  `json:"by,omitzero"`
	Note       string  `json:"note,omitzero"`
	Unknown    Unknown `json:",embed"`
}

// Decided is the day the decision was made: the session's own when not said.
func (d *Decision) Decided() day.Day {
	if d.DecidedOn == day.None {
		return d.Date
	}
	return d.DecidedOn
}

// InEffect is the first day on which the decision counts; a slot cannot be
// settled before it is missed.
func (d *Decision) InEffect() day.Day { return max(d.Decided(), d.Date) }
