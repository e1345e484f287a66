// Package policy answers, reason by reason, whether missed minutes are asked
// back: yes, no, or ask the team. The law fixes no formula; guidance of 2007
// says missed sessions are looked at case by case. So every number of this
// program is computed under the plan's own answers, and says whose they are.
//
// The answers come in layers, the later one winning: the built-in answers (or,
// for a plan that names a pack, the pack `default-conservative`), the named
// pack, the family's own answers word by word. A policy may change from a day
// on. A plan's own clause and the team's decisions stand above it. The packs are data
// (packs.json), each rule with its sources and how well those were seen.
package policy

import (
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// An Answer says what becomes of missed minutes.
type Answer string

// The answers.
const (
	Yes Answer = "yes" // ask the school to make it up
	Ask Answer = "ask" // the team decides
	No  Answer = "no"  // kept for the record only
)

// Basis is what is judged: each session, or a whole period of the wording.
type Basis string

// The bases; the empty basis leaves it to the wording.
const (
	BySession Basis = "session"
	ByPeriod  Basis = "period"
)

// A Policy is the answers a plan is computed under. The zero Policy is the
// default one.
type Policy struct {
	ID            string                `json:"id"`
	Name          string                `json:"name,omitzero"`
	Pack          string                `json:"pack,omitzero"` // a pack's id, or absent
	Owed          map[iep.Reason]Answer `json:"owed,omitzero"` // the family's own answers, word by word
	PartialPeriod PartialPeriod         `json:"partial_period,omitzero"`
	Spillover     *bool                 `json:"makeup_spillover,omitzero"` // see SpillsOver
	OverDelivery  OverDelivery          `json:"over_delivery,omitzero"`
	Deadline      Deadline              `json:"deadline,omitzero"`
	Basis         Basis                 `json:"obligation_basis,omitzero"`
	Changes       []Change              `json:"changes,omitzero"` // in order of their days, of which none is twice
	Unknown       iep.Unknown           `json:",embed"`
}

// PartialPeriod says what a part of a month or a longer period promises.
type PartialPeriod string

// A part of a period promises its share, or the whole amount.
const (
	Prorate PartialPeriod = "prorate"
	Full    PartialPeriod = "full"
)

// OverDelivery says what becomes of minutes above what is open.
type OverDelivery string

// Minutes above what is open settle nothing, or are kept for later misses.
const (
	Nothing OverDelivery = "none"
	Bank    OverDelivery = "bank"
)

// A Deadline is when an obligation is to be made up: by the end of its school
// year, or so many days after the miss if that comes first.
type Deadline struct {
	Days    *int        `json:"days"` // nil: the end of the school year
	Unknown iep.Unknown `json:",embed"`
}

// SpillsOver says whether a make-up goes on past what it names to the oldest
// open obligation. It does where nothing is said.
func (p *Policy) SpillsOver() bool { return p.Spillover == nil || *p.Spillover }

// Layer is where an answer comes from.
type Layer string

// The layers of a policy, and what stands above all of them.
const (
	BuiltIn     Layer = "built_in"
	DefaultPack Layer = "default_pack"
	NamedPack   Layer = "pack"
	Family      Layer = "family"
	PlansWords  Layer = "clause"         // the plan's own clause about missed sessions
	Team        Layer = "decision"       // a decision of the team for that day
	NoSchool    Layer = "week_no_school" // a week without a school day promises nothing
	Agreed      Layer = "agreed"         // what was agreed to carry on from before the record
	Judged      Layer = "period"         // a period judged as a whole, from the answers of its sessions
)

// A Verdict is an answer with where it comes from.
type Verdict struct {
	Answer Answer
	Layer  Layer
	Pack   string  // of the pack layers: the pack's id
	Rule   *Rule   // of the pack layers: the pack's rule
	Since  day.Day // from which these answers hold; day.None: from the beginning
}

// Answer is the policy's answer to a reason.
func (p *Policy) Answer(reason iep.Reason) Verdict {
	if a, ok := p.Owed[reason]; ok {
		return Verdict{Answer: a, Layer: Family}
	}
	if a, ok := p.Owed[iep.Other]; ok && !Known(reason) {
		return Verdict{Answer: a, Layer: Family}
	}
	if p.Pack == "" {
		return Verdict{Answer: builtIn(reason), Layer: BuiltIn}
	}
	return p.packAnswer(reason)
}

func (p *Policy) packAnswer(reason iep.Reason) Verdict {
	word := fine(reason)
	if v, ok := ruleOf(p.Pack, word, NamedPack); ok {
		return v
	}
	if v, ok := ruleOf(defaultPack, word, DefaultPack); ok {
		return v
	}
	return Verdict{Answer: builtIn(reason), Layer: BuiltIn}
}

func ruleOf(id string, word iep.Reason, layer Layer) (Verdict, bool) {
	pack := Find(id)
	if pack == nil || pack.Rules[word] == nil {
		return Verdict{}, false
	}
	rule := pack.Rules[word]
	return Verdict{Answer: rule.Answer, Layer: layer, Pack: id, Rule: rule}, true
}

// builtIn are the answers of a plan that names no pack. They follow the
// districts that make up vacancies, absent providers, testing and trips; a
// word that is not listed is asked about.
func builtIn(reason iep.Reason) Answer {
	switch reason {
	case iep.ProviderAbsent, iep.ProviderVacancy, iep.ProviderMeeting, iep.SchoolActivity, iep.Testing,
		iep.EarlyRelease, iep.ServiceNotStarted, iep.LocationUnavailable:
		return Yes
	case iep.SchoolClosedScheduled, iep.StudentVacation, iep.FamilyCancelled:
		return No
	}
	return Ask
}
