package policy

import (
	_ "embed"
	"encoding/json"
	"sync"

	"midweek/internal/core/iep"
)

// defaultPack answers what a named pack does not address.
const defaultPack = "default-conservative"

// Evidence grades how well a source was seen, not how strong it is.
type Evidence string

// The grades of evidence.
const (
	Primary   Evidence = "primary"   // the rule, letter or agency page itself
	Secondary Evidence = "secondary" // described by someone else
	Seed      Evidence = "seed"      // known from an article for parents only
	Memory    Evidence = "memory"    // not checked: never shown as a fact
)

// Seen says whether the source itself was seen, or someone's description of it.
func (e Evidence) Seen() bool { return e == Primary || e == Secondary }

// A Source is a document that a rule rests on.
type Source struct {
	Title    string   `json:"title"`
	Seen     string   `json:"seen"`
	Evidence Evidence `json:"evidence"`
	// Section504 says that the document speaks of 504 plans. All others speak of
	// the IDEA, of IEPs, or of one district's practice with them.
	Section504 bool `json:"section_504"`
}

// A Rule is a pack's answer to one reason. An answer is a product choice
// informed by its sources; only a pack of kind state_law states a duty.
type Rule struct {
	Answer   Answer   `json:"answer"`
	Sources  []string `json:"sources"` // ids of Sources
	Evidence Evidence `json:"evidence"`
	Note     string   `json:"note"`
	ByWhen   string   `json:"by_when"`
	Document string   `json:"document"` // what is worth writing down
}

// A Pack is one source's answers.
type Pack struct {
	ID           string               `json:"id"`
	Name         string               `json:"name"`
	Jurisdiction string               `json:"jurisdiction"`
	Kind         string               `json:"kind"`
	Status       string               `json:"status"`
	Note         string               `json:"note"`
	Rules        map[iep.Reason]*Rule `json:"rules"`
	NotAddressed []iep.Reason         `json:"not_addressed"`
	Paste        []string             `json:"paste"` // what a family has to add from a current copy
}

// Offered says whether the pack is one to choose for a plan of a kind. A 504
// plan is offered what names no rule for IEPs: our own answers, those of a
// district or an agency, and what rests on documents about 504 plans. A private
// arrangement follows no rule for schools. One that was not checked is offered
// to nobody, and the plan's own clause is no pack to choose.
func (p *Pack) Offered(kind iep.PlanKind) bool {
	switch {
	case p.Status == "unverified_do_not_enable" || p.Kind == "user_entered":
		return false
	case p.Kind == "product_default" || kind != iep.Private && kind != iep.Plan504:
		return true
	case kind == iep.Private:
		return false
	}
	return p.Kind == "district" || p.Kind == "regional_service_agency" || p.of504()
}

// of504 says whether the pack rests on documents about 504 plans.
func (p *Pack) of504() bool {
	for _, r := range p.Rules {
		for _, id := range r.Sources {
			if source, ok := SourceOf(id); ok && source.Section504 {
				return true
			}
		}
	}
	return false
}

//go:embed packs.json
var packsFile []byte

type library struct {
	Researched string            `json:"researched"`
	Sources    map[string]Source `json:"sources"`
	Packs      []*Pack           `json:"packs"`

	byID  map[string]*Pack
	words map[iep.Reason]bool // every reason word that some pack answers
}

// packs are read once. The file is part of the program and tested with it, so
// a fault in it is the program's own.
var packs = sync.OnceValue(func() *library {
	lib := &library{byID: map[string]*Pack{}, words: map[iep.Reason]bool{}}
	if err := json.Unmarshal(packsFile, lib); err != nil {
		panic("policy packs: " + err.Error())
	}
	for _, p := range lib.Packs {
		lib.byID[p.ID] = p
		for word := range p.Rules {
			lib.words[word] = true
		}
	}
	return lib
})

// Packs are the built-in packs.
func Packs() []*Pack { return packs().Packs }

// Find is the pack with an id, or nil.
func Find(id string) *Pack { return packs().byID[id] }

// Told is what may be told of a rule to a family with a plan of a kind: its
// note, the sources it rests on, and how well they were seen. A 504 plan is told
// only what speaks of 504 plans, and a private arrangement none of it: the
// answer stands, and is the pack's choice. A rule without a source is known from
// memory, whatever the plan.
func (r *Rule) Told(kind iep.PlanKind) (note string, sources []Source, evidence Evidence) {
	if kind == iep.Private {
		return "", nil, ""
	}
	for _, id := range r.Sources {
		if source, ok := SourceOf(id); ok && (kind != iep.Plan504 || source.Section504) {
			sources = append(sources, source)
		}
	}
	note, evidence = r.Note, r.Evidence
	whole := len(r.Sources) > 0 && len(sources) == len(r.Sources)
	if kind == iep.Plan504 && !whole {
		note = ""
	}
	if len(r.Sources) > 0 && len(sources) == 0 {
		evidence = ""
	}
	return note, sources, evidence
}

// SourceOf is the source with an id.
func SourceOf(id string) (Source, bool) {
	s, ok := packs().Sources[id]
	return s, ok
}

// Researched is the day on which the packs' sources were last seen.
func Researched() string { return packs().Researched }

// finer gives the pack's word that is nearest to a coarse one.
var finer = map[iep.Reason]iep.Reason{
	iep.ProviderMeeting:       "provider_reassigned",
	iep.Testing:               "school_assessment",
	iep.StudentAbsent:         "student_absent_illness",
	iep.StudentVacation:       "student_absent_family",
	iep.SchoolClosedEmergency: "school_closed_unscheduled",
	iep.EarlyRelease:          "early_release_late_start",
	iep.LocationUnavailable:   "room_or_equipment",
	iep.NotStated:             "reason_unknown",
}

func fine(reason iep.Reason) iep.Reason {
	if word, ok := finer[reason]; ok {
		return word
	}
	return reason
}

// Known says whether a reason is a word of the portable record or of a pack.
func Known(reason iep.Reason) bool {
	switch reason {
	case iep.ProviderAbsent, iep.ProviderVacancy, iep.SchoolActivity, iep.ServiceNotStarted,
		iep.SchoolClosedScheduled, iep.StudentRefused, iep.FamilyCancelled, iep.Other, iep.NotScheduled,
		iep.PeriodShortfall:
		return true
	}
	_, coarse := finer[reason]
	return coarse || packs().words[reason]
}
