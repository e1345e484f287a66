// Package ledger is the engine's heart and its one door: a record and a day go
// in, and for every series of services the answer comes out — what was
// promised, what was given, what was missed and why, what is to be made up,
// what pays for it, what goes into the summer and what remains.
//
// It is a pure function. Nothing is stored and nothing is updated: the balance
// of any day is computed from the record as a whole, so that two people with
// the same record and the same day hold the same numbers, and every number can
// be followed to dated entries and to the policy that answered.
//
// Amounts are whole minutes, never negative. Days are civil days. "Owed" is
// always under a named policy; the law fixes no formula.
package ledger

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/schedule"
)

// A Ledger is the answer for a whole record, as of a day.
type Ledger struct {
	AsOf   day.Day
	Series []*Series // in the order in which the plans name them
}

// Find is the series with an id, of a child when one is named, or nil.
func (l *Ledger) Find(id, childID string) *Series {
	for _, s := range l.Series {
		if s.ID == id && (childID == "" || s.ChildID == childID) {
			return s
		}
	}
	return nil
}

// A Series is the ledger of one service through all its versions. Nothing
// crosses from one series to another, nor from one child to another.
type Series struct {
	ID, ChildID string
	Versions    []*Version
	Periods     []Period      // the promise, period by period, version after version
	Slots       []Slot        // in order of day, start time, schedule
	Obligations []*Obligation // in order of day, id
	Unapplied   []Placement   // make-up and extra minutes that settle nothing yet
	Summer      []Window      // the windows that reserve minutes for this series
	Openings    []Opening     // the school years that began with minutes carried on, in order
	Warnings    []Warning
	Summary     Summary

	account *account // what it was computed from
}

// A Version is a service as one plan words it.
type Version struct {
	Plan    *iep.Plan
	Service *iep.Service
	Policy  *policy.Policy
	School  calendar.School
	Basis   policy.Basis // what is judged: each session or whole periods

	planned []schedule.Slot
	slots   []Slot         // the version's part of the series' slots
	periods []Period       // the version's part of the series' periods
	rows    []*iep.Session // regular ones, in order
	unsure  []*iep.Session // regular ones that say not sure, in order
	phases  []*answers     // of the policy and the plan's clause, one after the other
	shared  day.Day        // the last day on which an earlier version is in service too
}

// A State is what is known of a slot.
type State uint8

// The states of a slot.
const (
	Upcoming   State = iota // not yet
	Unrecorded              // past, and nobody has said: unknown, never missed
	Settled                 // known: by a row of the log, or because school was closed
)

// A Slot is a planned session and what came of it.
type Slot struct {
	*schedule.Slot
	Version *Version
	Session *iep.Session // the row of the log, or nil
	Unsure  *iep.Session // the row that says not sure, where there is no other; it tells no more than none
	State   State
	Given   int // minutes
	Missed  int // minutes of the slot not given
	Reason  iep.Reason
	Verdict *policy.Verdict // the answer as of the day asked; nil where nothing is missed
	Team    *iep.Decision   // the decision that settles the slot, or nil
}

// Surplus are the minutes given above the slot's.
func (s *Slot) Surplus() int { return max(0, s.Given-s.Schedule.Minutes) }

// A Period is one row of the promise: a week, month, quarter or year of a
// version, cut to its days in service.
type Period struct {
	Version          *Version
	Span             day.Span // in service
	Required         int      // promised
	PlannedOpen      int      // of slots on open days
	Delivered        int      // of regular sessions, each up to what the wording counts
	ClosedToCalendar int      // of slots on printed closures without a row
	NotScheduled     int      // promised, and no slot planned for it
	Over             bool     // the day asked is after its last

	// Of the period basis. Extra grows while the period runs; the others are
	// judged once it is over.
	Extra, Shortfall, Excused, Undecided, Owed int
}

// ByPeriod says whether the row is judged as a whole.
func (p *Period) ByPeriod() bool { return p.Version.Basis == policy.ByPeriod }

// An Obligation is minutes that were promised, not given, and answered yes or
// ask.
type Obligation struct {
	ID       string // series:day:schedule, series:period_start and their kin
	Date     day.Day
	Minutes  int
	Reason   iep.Reason
	Verdict  policy.Verdict // yes or ask
	Paid     []Payment
	Open     int     // minutes not made up
	Deadline day.Day // absent without a calendar
	Overdue  bool

	Version *Version
	Slot    *Slot          // of a missed slot, or nil
	Period  *Period        // of what a period leaves, or nil
	Agreed  *iep.Carryover // of minutes of no day in the record, or nil
	opening *Opening       // the latest that took all that was open
	ended   bool
}

// Answer is yes or ask.
func (o *Obligation) Answer() policy.Answer { return o.Verdict.Answer }

// FromBank is the session of a payment out of banked minutes.
const FromBank = iep.Bank

// A Payment is minutes of a make-up that settle an obligation.
type Payment struct {
	SessionID string // of the row, or FromBank
	Date      day.Day
	Minutes   int
}

// Why says why make-up minutes settle nothing.
type Why string

// The reasons for unapplied minutes.
const (
	NothingOpen Why = "nothing_open" // no obligation was open
	Waiting     Why = "waiting"      // they name one that does not exist yet
	SetFree     Why = "set_free"     // what they had paid was ended by a decision
	NotAMakeup  Why = "not_a_makeup" // extra minutes, and no bank was agreed
)

// A Placement is minutes of a row that lie unapplied, and why.
type Placement struct {
	SessionID string
	Date      day.Day
	Minutes   int
	Why       Why
}

// A Window is what one summer window can take of what is open.
type Window struct {
	ESY          *calendar.ESYWindow
	CapacityLeft int // before this carry-over
	Carried      int
	Plan         []Carry
}

// A Carry is minutes of an obligation that fit into a window.
type Carry struct {
	ObligationID string
	Minutes      int
}

// WarningCode names what a person should look at.
type WarningCode string

// The warnings.
const (
	RowOnClosedDay      WarningCode = "row_on_closed_day"
	RowWithoutSlot      WarningCode = "row_without_slot"
	DecisionWithoutSlot WarningCode = "decision_without_slot"
	RowOnTakenSlot      WarningCode = "row_on_taken_slot"
	VersionsOverlap     WarningCode = "versions_overlap"
)

// A Warning is an entry that does not sit well. A row is counted all the same,
// and so are two versions on a day they share; a decision settles nothing.
type Warning struct {
	Code     WarningCode
	Session  *iep.Session  // of the warnings about a row
	Decision *iep.Decision // of the warning about a decision
	Service  *iep.Service  // of the warning about versions: the one that begins too soon
}

// A Summary is the sums of a series.
type Summary struct {
	ExpectedSessions, ExpectedMinutes        int // of open slots
	LostToScheduledClosures, LostToEmergency int // closed slots without a row
	ShortDaySlots                            int // open slots on short days
	Required                                 int // minutes promised
	Delivered                                int // minutes of regular sessions, uncapped
	MakeupLogged                             int // minutes of make-up rows
	UnrecordedSessions                       int
	Owed                                     int // minutes answered yes
	MadeUp                                   int // of those
	OpenOwed                                 int // of those
	Undecided                                int // open minutes answered ask
	NotOwed                                  int // missed minutes answered no
	Unapplied                                int // make-up and extra minutes
	Banked                                   int
	Carried                                  int // of the open ones, into the summer
	Remainder                                int // of the open ones, after the summer
}
