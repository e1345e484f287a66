package policy

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"testing"
	"time"

	"midweek/internal/core/iep"
)

// grades of evidence, the best first.
var grades = []Evidence{Primary, Secondary, Seed, Memory}

func TestPacksFileHasNoUnknownKey(t *testing.T) {
	d := json.NewDecoder(bytes.NewReader(packsFile))
	d.DisallowUnknownFields()
	if err := d.Decode(&library{}); err != nil {
		t.Error(err)
	}
}

func TestPacksAndSourcesAreWhole(t *testing.T) {
	if _, err := time.Parse(time.DateOnly, Researched()); err != nil {
		t.Error(err)
	}
	for id, s := range packs().Sources {
		if s.Title == "" || !slices.Contains(grades, s.Evidence) {
			t.Errorf("source %s: a title and a grade of evidence are wanted, got %+v", id, s)
		}
	}
	seen := map[string]bool{}
	for _, p := range Packs() {
		if p.ID == "" || seen[p.ID] || Find(p.ID) != p {
			t.Errorf("pack %q: the id is empty or there twice", p.ID)
		}
		seen[p.ID] = true
		if p.Name == "" || p.Kind == "" || p.Note == "" || !regexp.MustCompile(`^([A-Z]{2}|any)$`).MatchString(p.Jurisdiction) {
			t.Errorf("pack %s: name, kind, note and jurisdiction are wanted", p.ID)
		}
	}
	if Find("default-conservative") == nil || Find("") != nil || Find("no-such") != nil {
		t.Error("Find")
	}
	if _, ok := SourceOf("no-such"); ok {
		t.Error("SourceOf")
	}
}

// A pack answers only in words that can be reached: the finer ones.
func TestEveryRuleIsReachableAndSourced(t *testing.T) {
	for _, p := range Packs() {
		for word, rule := range p.Rules {
			if _, coarse := nearest[word]; coarse || !Known(word) {
				t.Errorf("%s, %s: no row of a log ever asks by this word", p.ID, word)
			}
			if !slices.Contains([]Answer{Yes, Ask, No}, rule.Answer) {
				t.Errorf("%s, %s: answer %q", p.ID, word, rule.Answer)
			}
			if slices.Contains(p.NotAddressed, word) {
				t.Errorf("%s, %s: answered, and said not to be", p.ID, word)
			}
			checkEvidence(t, p, string(word), rule)
		}
		for _, word := range p.NotAddressed {
			if !Known(word) {
				t.Errorf("%s: %s is no word for a reason", p.ID, word)
			}
		}
	}
}

// A rule is never better known than its best source, and one without a source
// is from memory, which is never shown as a fact.
func checkEvidence(t *testing.T, p *Pack, word string, rule *Rule) {
	t.Helper()
	best := len(grades) - 1
	for _, id := range rule.Sources {
		source, ok := SourceOf(id)
		if !ok {
			t.Errorf("%s, %s: there is no source %s", p.ID, word, id)
		}
		best = min(best, slices.Index(grades, source.Evidence))
	}
	grade := slices.Index(grades, rule.Evidence)
	if grade < 0 || grade < best {
		t.Errorf("%s, %s: evidence %q, and its best source is %q", p.ID, word, rule.Evidence, grades[best])
	}
	if p.Status == "unverified_do_not_enable" && rule.Evidence != Memory {
		t.Errorf("%s, %s: not verified, and yet %q", p.ID, word, rule.Evidence)
	}
}

// textsOf are the words of a pack that people read.
func textsOf(p *Pack) []string {
	texts := append([]string{p.Name, p.Note}, p.Paste...)
	for _, rule := range p.Rules {
		texts = append(texts, rule.Note, rule.ByWhen, rule.Document)
	}
	return texts
}

// Only a pack of state law may state a duty: guidance advises, decisions
// decide one case, and a product default is our choice.
func TestOnlyStateLawStatesADuty(t *testing.T) {
	duty := regexp.MustCompile(`(?i)\b(must|shall|has to|have to|(is|are) (required|obliged|bound)|mandat\w+)\b`)
	var law []string
	for _, p := range Packs() {
		if p.Kind == "state_law" {
			law = append(law, p.ID)
			continue
		}
		for _, text := range textsOf(p) {
			if word := duty.FindString(text); word != "" {
				t.Errorf("%s, a pack of kind %s, says %q: %s", p.ID, p.Kind, word, text)
			}
		}
	}
	if !slices.Equal(law, []string{"il-state-law"}) {
		t.Errorf("packs of state law: %v", law)
	}
}

// What is quoted to a 504 plan speaks of 504 plans; no rule, letter or decision
// about IEPs is. A private arrangement is quoted nothing.
func TestA504PlanIsQuotedNothingAboutIEPs(t *testing.T) {
	about := regexp.MustCompile(`\bIEPs?\b|\bIDEA\b|OSEP|OSERS|34 CFR|IDELR|\bARD\b|ILCS|special education|Balkman|decision|listserv`)
	quoted := 0
	for _, p := range Packs() {
		for word, rule := range p.Rules {
			note, sources, _ := rule.Told(iep.Plan504)
			texts := []string{note}
			for _, s := range sources {
				texts = append(texts, s.Title)
				quoted++
			}
			for _, text := range texts {
				if about.MatchString(text) {
					t.Errorf("%s, %s: a 504 plan is told %q", p.ID, word, text)
				}
			}
			if note, sources, evidence := rule.Told(iep.Private); note != "" || sources != nil || evidence != "" {
				t.Errorf("%s, %s: a private plan is told %q, %v", p.ID, word, note, sources)
			}
			if note, sources, evidence := rule.Told(iep.IEP); note != rule.Note || len(sources) != len(rule.Sources) || evidence != rule.Evidence {
				t.Errorf("%s, %s: an IEP is told %q, %v, %s", p.ID, word, note, sources, evidence)
			}
		}
	}
	if quoted == 0 {
		t.Error("the pack of 504 plans quotes nothing")
	}
}

// What has to be filled in says what to look for; other packs ask for nothing.
func TestATemplateSaysWhatToPaste(t *testing.T) {
	for _, p := range Packs() {
		open := p.Status == "template_needs_user_confirmation" || p.Status == "partial"
		if open != (len(p.Paste) > 0) {
			t.Errorf("%s, status %q, asks to paste %q", p.ID, p.Status, p.Paste)
		}
	}
}

// A 504 plan is offered no pack that is named after a rule for IEPs, and private
// therapy none of a school's.
func TestWhichPacksAPlanIsOffered(t *testing.T) {
	about := regexp.MustCompile(`\bIEPs?\b|\bIDEA\b|OSEP|OSERS|Balkman|decision`)
	offered := map[iep.PlanKind][]string{}
	for _, p := range Packs() {
		for _, kind := range []iep.PlanKind{iep.IEP, iep.Plan504, iep.Private} {
			if p.Offered(kind) {
				offered[kind] = append(offered[kind], p.ID)
			}
		}
		if p.Offered(iep.Plan504) && p.ID != "section-504-plan" && about.MatchString(p.Name+p.Note) {
			t.Errorf("a 504 plan is offered %s: %s %s", p.ID, p.Name, p.Note)
		}
	}
	if n := len(Packs()) - 2; len(offered[iep.IEP]) != n {
		t.Errorf("an IEP is offered %d packs, want %d", len(offered[iep.IEP]), n)
	}
	want := []string{"default-conservative", "md-baltimore-county-bcps", "dc-dcps-2012", "tx-hcde", "section-504-plan"}
	if !slices.Equal(offered[iep.Plan504], want) {
		t.Errorf("a 504 plan is offered %v", offered[iep.Plan504])
	}
	if !slices.Equal(offered[iep.Private], want[:1]) {
		t.Errorf("private therapy is offered %v", offered[iep.Private])
	}
}
