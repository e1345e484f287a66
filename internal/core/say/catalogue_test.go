package say_test

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/deadline"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

// words are the catalogue as it stands in its file.
func words(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("en.json")
	if err != nil {
		t.Fatal(err)
	}
	var list map[string]string
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(data), "\": \"") != len(list) {
		t.Error("a code stands twice in en.json")
	}
	return list
}

var placeholder = regexp.MustCompile(`\{([^}]*)\}`)

func placeholders(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	return names
}

// A refusal without words would show a person a code.
func TestEveryRefusalHasWords(t *testing.T) {
	for _, c := range constantsOf(t, "refusal", "Code") {
		if !say.English.Has("refusal." + c.value) {
			t.Errorf("no words for %s", c.value)
		}
	}
}

// A code's comment is where one reads what to give it.
func TestWordsUseOnlyTheArgumentsThatACodeLists(t *testing.T) {
	all := words(t)
	for _, c := range constantsOf(t, "refusal", "Code") {
		for _, name := range placeholders(all["refusal."+c.value]) {
			if !slices.Contains(c.comment, name) {
				t.Errorf("%s: the words use {%s}, the comment lists %v", c.name, name, c.comment)
			}
		}
	}
}

// An argument that is not given leaves a {hole} in the sentence.
func TestEveryPlaceThatRefusesGivesWhatTheWordsUse(t *testing.T) {
	all, code := words(t), map[string]string{}
	for _, c := range constantsOf(t, "refusal", "Code") {
		code[c.name] = c.value
	}
	calls, named := refusals(t)
	if len(calls) < 30 {
		t.Errorf("only %d calls of refusal.New were found", len(calls))
	}
	for _, call := range calls {
		for _, name := range placeholders(all["refusal."+code[call.code]]) {
			if !slices.Contains(call.given, name) {
				t.Errorf("%s: %s is not given {%s}", call.at, call.code, name)
			}
		}
	}
	for name := range code {
		if !named[name] {
			t.Errorf("nothing refuses with %s", name)
		}
	}
}

func TestEveryReasonHasWords(t *testing.T) {
	for _, r := range reasons(t) {
		if !say.English.Has("reason." + string(r)) {
			t.Errorf("no words for the reason %s", r)
		}
	}
}

// reasons are all that the record and the packs know, the computed ones too.
func reasons(t *testing.T) []iep.Reason {
	list := map[iep.Reason]bool{}
	for _, c := range constantsOf(t, "iep", "Reason") {
		list[iep.Reason(c.value)] = true
	}
	for _, p := range policy.Packs() {
		for r := range p.Rules {
			list[r] = true
		}
		for _, r := range p.NotAddressed {
			list[r] = true
		}
	}
	return slices.Sorted(maps.Keys(list))
}

// Every word that the core answers in can be said.
func TestEveryWordOfTheCoreHasWords(t *testing.T) {
	for _, c := range []struct{ prefix, pkg, of string }{
		{"broken.", "history", "Fault"},
		{"why.", "ledger", "Why"},
		{"warning.", "ledger", "WarningCode"},
		{"binding.", "fit", "Binding"},
		{"deadline.", "deadline", "Code"},
		{"unit.", "deadline", "Unit"},
		{"unit.one.", "deadline", "Unit"},
		{"layer.", "policy", "Layer"},
		{"alarm.", "alarm", "Code"},
		{"summers.warning.", "summer", "Code"},
		{"reading.", "ledger", "Reading"},
		{"fact.", "ledger", "FactCode"},
		{"answer.", "policy", "Answer"},
		{"evidence.", "policy", "Evidence"},
		{"status.", "iep", "Status"},
		{"promise.", "iep", "Unit"},
		{"period.", "iep", "Period"},
	} {
		for _, word := range constantsOf(t, c.pkg, c.of) {
			if !say.English.Has(c.prefix + word.value) {
				t.Errorf("no words for %s.%s %s", c.pkg, c.of, word.value)
			}
		}
	}
	for _, p := range policy.Packs() {
		if p.Status != "" && !say.English.Has("pack."+p.Status) {
			t.Errorf("no words for the status of the pack %s: %s", p.ID, p.Status)
		}
	}
	for _, r := range deadline.Rules() {
		if !say.English.Has("event."+r.Event) || !say.English.Has("what."+r.What) {
			t.Errorf("no words for the rule %s: event %s, what %s", r.ID, r.Event, r.What)
		}
	}
}

// Package calendar leaves the holidays' names to this package.
func TestEveryFederalHolidayHasAName(t *testing.T) {
	for _, h := range calendar.FederalHolidays(2025) {
		if !say.English.Has("holiday." + h.Name) {
			t.Errorf("no words for the holiday %s", h.Name)
		}
	}
}

// A suggested day has a name of its own or one of ours, and says why it is there.
func TestEverySuggestionHasWords(t *testing.T) {
	years := calendar.StarterSpan()
	for _, state := range []string{"NY", "LA", "HI", "TX", ""} {
		for _, s := range calendar.Suggest(state, years) {
			if say.English.Suggested(&s) == "" || s.Code != "" && !say.English.Has("holiday."+s.Code) {
				t.Errorf("no name for %+v", s)
			}
		}
	}
	for prefix, of := range map[string]string{"suggested.": "Why", "confidence.": "Confidence"} {
		for _, word := range constantsOf(t, "calendar", of) {
			if !say.English.Has(prefix + word.value) {
				t.Errorf("no words for calendar.%s %s", of, word.value)
			}
		}
	}
}

// What else is to be known of a suggestion stands behind its name.
func TestWhatASuggestionSays(t *testing.T) {
	year := day.Span{First: day.Of(2027, 8, 30), Last: day.Of(2028, 6, 20)}
	got := map[string]string{}
	for _, s := range calendar.Suggest("NY", year) {
		got[say.English.Suggested(&s)] = say.English.SuggestedWhy(&s)
	}
	for name, want := range map[string]string{
		"Labor Day":      "federal holiday; most schools close",
		"Christmas Day":  "federal holiday, the day off for Sat Dec 25, 2027; most schools close",
		"Election Day":   "holiday of the state; some schools close",
		"Lunar New Year": "religious day, may be a day earlier or later; some schools close",
		"Spring break":   "a habit of schools, somewhere in these weeks; your school's calendar says when",
	} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
}

// Words that nothing says mislead whoever translates them.
func TestNoWordsAreLeftOver(t *testing.T) {
	codes, known := constantsOf(t, "refusal", "Code"), reasons(t)
	for key := range words(t) {
		prefix, word, _ := strings.Cut(key, ".")
		if prefix == "refusal" && !has(codes, word) || prefix == "reason" && !slices.Contains(known, iep.Reason(word)) {
			t.Errorf("%s is said by nothing", key)
		}
	}
}

// A command line speaks of summer: what ESY means stands where schools' words
// are explained.
func TestTheCatalogueSaysSummer(t *testing.T) {
	for key, text := range words(t) {
		if strings.Contains(text, "ESY") {
			t.Errorf("%s: %s", key, text)
		}
	}
}

// What nobody has filled in is unknown; unknown is never missed.
func TestTheHouseWords(t *testing.T) {
	for got, want := range map[string]string{
		say.English.Answer(policy.Yes):                               "to make up",
		say.English.Answer(policy.Ask):                               "ask the team",
		say.English.Answer(policy.No):                                "for the record",
		say.English.Reason(iep.ProviderAbsent):                       "therapist was out",
		say.English.Status(iep.Delivered):                            "given",
		say.English.Status(iep.Unsure):                               "not sure",
		say.English.Refusal(&refusal.Refusal{Code: refusal.Missing}): "this is missing; add it",
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

// Every phrase stands inside a longer line, so it has no full stop, and it can
// be taken in at one reading.
func TestPhrasesStandInALine(t *testing.T) {
	for key, text := range words(t) {
		switch {
		case strings.TrimSpace(text) != text || strings.Contains(text, "  ") || strings.ContainsAny(text, "\n\t"):
			t.Errorf("%s has loose blanks: %q", key, text)
		case strings.ContainsAny(text[len(text)-1:], ".!?;,:"):
			t.Errorf("%s ends in a point: %s", key, text)
		case len(strings.Fields(text)) > 32:
			t.Errorf("%s has %d words: %s", key, len(strings.Fields(text)), text)
		case say.Plain(text) != text && len([]rune(text)) <= 80:
			t.Errorf("%s is not plain text: %q", key, text)
		}
	}
}
