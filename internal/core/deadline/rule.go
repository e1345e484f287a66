package deadline

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"

	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// Unit is what a rule counts.
type Unit string

// The units of a count. The federal bare word "day" is a calendar day, 34 CFR
// 300.11(a); the other kinds of day are defined in (b) and (c).
const (
	Calendar Unit = "calendar" // every day
	Business Unit = "business" // Monday to Friday, without federal holidays
	School   Unit = "school"   // days on which school is open, also for part of the day
	Months   Unit = "months"   // the same date so many months on
	Years    Unit = "years"    // the same date so many years on
)

// Direction is which way a rule counts from its event.
type Direction string

// The directions of a count.
const (
	After  Direction = "after"
	Before Direction = "before"
)

// Federal is the state of a rule that holds in every state.
const Federal = "US"

// A Rule is one time limit, with where it was read and how well it was seen.
type Rule struct {
	ID             string          `json:"id"`
	State          string          `json:"state"` // Federal, or a state's two letters
	PlanKinds      []iep.PlanKind  `json:"plan_kinds"`
	Event          string          `json:"event"` // what the count starts from, such as consent_received
	What           string          `json:"what"`  // what is to be done by then, such as evaluation_done
	Amount         int             `json:"count"` // 1 to 1,000, in Unit
	Unit           Unit            `json:"unit"`
	Direction      Direction       `json:"direction"`
	CountsHolidays bool            `json:"counts_holidays"` // business days only: a holiday on a weekday is counted
	PauseBreaks    int             `json:"pause_breaks"`    // breaks of more school days than this are not counted; 0 for none
	Cite           string          `json:"cite"`
	Evidence       policy.Evidence `json:"evidence"`
	Source         string          `json:"source"`
	Seen           string          `json:"seen"` // the day the source was seen, YYYY-MM-DD
	Open           string          `json:"open"` // what the rule leaves open
	Note           string          `json:"note"`
	Hidden         bool            `json:"hidden"` // kept for research, not for people
}

// Shown says whether the rule's number may be shown to people: only one whose
// text was seen, by us or by someone who describes it.
func (r *Rule) Shown() bool {
	return r.Evidence.Seen() && !r.Hidden
}

// Covers says whether the rule speaks of the event: its kind, the kind of
// plan, and the state.
func (r *Rule) Covers(e *Event) bool {
	return r.Event == e.Kind &&
		slices.Contains(r.PlanKinds, e.PlanKind) &&
		(r.State == Federal || r.State == e.State)
}

// An Unnumbered rule is a duty for which no number of days is known. It is
// told as that, so that nobody waits for a date that does not exist.
type Unnumbered struct {
	ID       string          `json:"id"`
	Event    string          `json:"event"`
	Cite     string          `json:"cite"`
	Evidence policy.Evidence `json:"evidence"`
	Source   string          `json:"source"`
	Says     string          `json:"says"`
	Hidden   bool            `json:"hidden"`
}

//go:embed rules.json
var rulesFile []byte

type library struct {
	Researched string       `json:"researched"`
	Rules      []Rule       `json:"rules"`
	NoNumber   []Unnumbered `json:"no_number"`
}

// rules are read once. The file is part of the program and tested with it, so
// a fault in it is the program's own.
var rules = sync.OnceValue(func() *library {
	lib := &library{}
	if err := json.Unmarshal(rulesFile, lib); err != nil {
		panic("deadline rules: " + err.Error())
	}
	return lib
})

// Rules are the built-in rules, those that are not shown among them.
func Rules() []Rule { return rules().Rules }

// WithoutNumber are the built-in duties for which no number of days is known.
func WithoutNumber() []Unnumbered { return rules().NoNumber }

// NoNumber says of a kind of request that no number of days is known for its
// answer, with the words of the duty that there is instead. They are empty where
// no text that may be shown speaks of it: of an evaluation the one rule is from
// memory, and of a 504 plan there is none.
func NoNumber(kind string) (says string, none bool) {
	for _, duty := range WithoutNumber() {
		if duty.Event != Begins(kind) {
			continue
		}
		if duty.Hidden {
			return "", true
		}
		return duty.Says, true
	}
	return "", kind == "plan_504"
}

// Researched is the day on which the rules' sources were last seen.
func Researched() string { return rules().Researched }
