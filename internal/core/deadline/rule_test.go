package deadline

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

var grades = []policy.Evidence{policy.Primary, policy.Secondary, policy.Seed, policy.Memory}

func TestRulesFileHasNoUnknownKey(t *testing.T) {
	d := json.NewDecoder(bytes.NewReader(rulesFile))
	d.DisallowUnknownFields()
	if err := d.Decode(&library{}); err != nil {
		t.Fatal(err)
	}
	if _, err := day.Parse(Researched()); err != nil {
		t.Error(err)
	}
}

func TestRules(t *testing.T) {
	if len(Rules()) == 0 {
		t.Fatal("no rules")
	}
	ids := map[string]bool{}
	for _, r := range Rules() {
		if r.ID == "" || ids[r.ID] {
			t.Errorf("id %q is empty or there twice", r.ID)
		}
		ids[r.ID] = true
		for _, fault := range faults(r) {
			t.Errorf("%s: %s", r.ID, fault)
		}
	}
}

func faults(r Rule) (list []string) {
	must := func(ok bool, fault string) {
		if !ok {
			list = append(list, fault)
		}
	}
	_, unseen := day.Parse(r.Seen)
	must(slices.Contains(grades, r.Evidence), "evidence")
	must(!r.Shown() || r.Source != "" && unseen == nil, "shown without a source and the day it was seen")
	must(!r.Shown() || r.Cite != "" || r.Note != "", "shown without a citation or a note")
	must(r.Evidence != policy.Memory || r.Hidden && !r.Shown(), "from memory and shown")
	must(len(r.State) == 2, "state")
	must(r.Event != "" && r.What != "", "event or what")
	must(r.Amount >= 1 && r.Amount <= 1000, "count")
	must(slices.Contains([]Unit{Calendar, Business, School, Months, Years}, r.Unit), "unit")
	must(r.Direction == After || r.Direction == Before, "direction")
	must(!r.CountsHolidays || r.Unit == Business, "holidays are a matter of business days")
	must(r.PauseBreaks == 0 || r.PauseBreaks > 0 && (r.Unit == Calendar || r.Unit == Business), "breaks")
	must(len(r.PlanKinds) > 0, "plan kinds")
	for _, kind := range r.PlanKinds {
		must(kind == iep.IEP || kind == iep.Plan504, "plan kind")
	}
	return list
}

func TestWithoutNumber(t *testing.T) {
	ids := map[string]bool{}
	for _, u := range WithoutNumber() {
		if u.ID == "" || ids[u.ID] || u.Event == "" || u.Says == "" || u.Source == "" && !u.Hidden {
			t.Errorf("%q: id, event, words or source", u.ID)
		}
		ids[u.ID] = true
		if !slices.Contains(grades, u.Evidence) || u.Evidence == policy.Memory && !u.Hidden {
			t.Errorf("%s: evidence %q, hidden %t", u.ID, u.Evidence, u.Hidden)
		}
	}
}

// What nobody has a number for is said to have none, and nothing from memory is
// told as if it were a rule.
func TestNoNumber(t *testing.T) {
	for kind, want := range map[string]struct {
		says string
		none bool
	}{
		"meeting":    {"We know of no federal number of days for a meeting that a parent asks for. Some states have one.", true},
		"evaluation": {"", true},
		"plan_504":   {"", true},
		"records":    {"", false}, // it has a number
		"talk":       {"", false},
		"":           {"", false},
	} {
		if says, none := NoNumber(kind); says != want.says || none != want.none {
			t.Errorf("%q: %q, %t", kind, says, none)
		}
	}
}

func TestShown(t *testing.T) {
	tests := []struct {
		rule Rule
		want bool
	}{
		{Rule{Evidence: policy.Primary}, true},
		{Rule{Evidence: policy.Secondary}, true},
		{Rule{Evidence: policy.Seed}, false},
		{Rule{Evidence: policy.Memory}, false},
		{Rule{}, false},
		{Rule{Evidence: policy.Primary, Hidden: true}, false},
	}
	for _, tt := range tests {
		if tt.rule.Shown() != tt.want {
			t.Errorf("%q, hidden %t: want %t", tt.rule.Evidence, tt.rule.Hidden, tt.want)
		}
	}
}

func TestCovers(t *testing.T) {
	rule := Rule{Event: "consent_received", State: Federal, PlanKinds: []iep.PlanKind{iep.IEP}}
	texas := rule
	texas.State = "TX"
	tests := []struct {
		name  string
		rule  Rule
		event Event
		want  bool
	}{
		{"federal, state not said", rule, Event{Kind: "consent_received", PlanKind: iep.IEP}, true},
		{"federal, in a state", rule, Event{Kind: "consent_received", PlanKind: iep.IEP, State: "TX"}, true},
		{"another event", rule, Event{Kind: "found_eligible", PlanKind: iep.IEP}, false},
		{"a 504 plan quotes no rule of IDEA", rule, Event{Kind: "consent_received", PlanKind: iep.Plan504}, false},
		{"a private arrangement neither", rule, Event{Kind: "consent_received", PlanKind: iep.Private}, false},
		{"its own state", texas, Event{Kind: "consent_received", PlanKind: iep.IEP, State: "TX"}, true},
		{"another state", texas, Event{Kind: "consent_received", PlanKind: iep.IEP, State: "CA"}, false},
		{"state not said", texas, Event{Kind: "consent_received", PlanKind: iep.IEP}, false},
	}
	for _, tt := range tests {
		if got := tt.rule.Covers(&tt.event); got != tt.want {
			t.Errorf("%s: %t, want %t", tt.name, got, tt.want)
		}
	}
}
