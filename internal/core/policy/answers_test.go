package policy

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"midweek/internal/core/iep"
)

var update = flag.Bool("update", false, "write the answers anew; read the difference")

// recordWords are the reasons of the portable record, in its order.
var recordWords = []iep.Reason{
	"provider_absent", "provider_vacancy", "provider_meeting", "school_activity", "testing", "early_release",
	"location_unavailable", "service_not_started", "school_closed_scheduled", "school_closed_emergency",
	"student_absent", "student_refused", "student_vacation", "family_cancelled", "not_stated", "other", "not_scheduled",
}

// nearest are the coarse words with the finer word whose answer they take.
var nearest = map[iep.Reason]iep.Reason{
	"provider_meeting": "provider_reassigned", "testing": "school_assessment", "student_absent": "student_absent_illness",
	"student_vacation": "student_absent_family", "school_closed_emergency": "school_closed_unscheduled",
	"early_release": "early_release_late_start", "location_unavailable": "room_or_equipment", "not_stated": "reason_unknown",
}

// startingAnswers are the answers of a plan that names no pack; every other
// word is asked about.
var startingAnswers = map[iep.Reason]Answer{
	"provider_absent": Yes, "provider_vacancy": Yes, "provider_meeting": Yes, "school_activity": Yes,
	"testing": Yes, "early_release": Yes, "service_not_started": Yes, "location_unavailable": Yes,
	"school_closed_scheduled": No, "student_vacation": No, "family_cancelled": No,
}

// packWords are the finer words, those that some pack answers, by name.
func packWords() []iep.Reason {
	words := map[iep.Reason]bool{}
	for _, p := range Packs() {
		for word := range p.Rules {
			words[word] = true
		}
		for _, word := range p.NotAddressed {
			words[word] = true
		}
	}
	for _, word := range recordWords {
		delete(words, word)
	}
	return slices.Sorted(maps.Keys(words))
}

// allWords are the record's words, then the packs', then one that nobody knows.
func allWords() []iep.Reason {
	return append(append(slices.Clone(recordWords), packWords()...), "volcano")
}

func startingAnswer(word iep.Reason) Answer {
	if a, ok := startingAnswers[word]; ok {
		return a
	}
	return Ask
}

// expected is the answer of a pack by the layers, the later one winning.
func expected(pack string, word iep.Reason) (Answer, Layer) {
	fine := word
	if near, ok := nearest[word]; ok {
		fine = near
	}
	if pack == "" {
		return startingAnswer(word), BuiltIn
	}
	if rule := Find(pack).Rules[fine]; rule != nil {
		return rule.Answer, NamedPack
	}
	if rule := Find("default-conservative").Rules[fine]; rule != nil {
		return rule.Answer, DefaultPack
	}
	return startingAnswer(word), BuiltIn
}

func packIDs() []string {
	ids := []string{""}
	for _, p := range Packs() {
		ids = append(ids, p.ID)
	}
	return ids
}

// Every answer comes from the layer that it should come from, and says so.
func TestEveryPackAnswersEveryReasonByItsLayers(t *testing.T) {
	for _, pack := range packIDs() {
		p := &Policy{Pack: pack}
		for _, word := range allWords() {
			v := p.Answer(word)
			answer, layer := expected(pack, word)
			if v.Answer != answer || v.Layer != layer {
				t.Errorf("pack %q, %s: %s by %s, want %s by %s", pack, word, v.Answer, v.Layer, answer, layer)
			}
			fromPack := v.Layer == NamedPack || v.Layer == DefaultPack
			if fromPack != (v.Rule != nil) || fromPack != (v.Pack != "") || fromPack && Find(v.Pack).Rules[fine(word)] != v.Rule {
				t.Errorf("pack %q, %s: the verdict does not name its rule", pack, word)
			}
		}
	}
}

// The table for people: what each pack says to each reason, to be read when a
// pack changes.
func TestAnswersOfEveryPack(t *testing.T) {
	const golden = "testdata/answers.txt"
	var b bytes.Buffer
	b.WriteString("Each pack's answer to each reason, the layer that gives it, and how well its source was seen.\n")
	for _, pack := range packIDs() {
		name := "no pack: the answers built in"
		if pack != "" {
			name = pack + ": " + Find(pack).Name
		}
		fmt.Fprintf(&b, "\n%s\n", name)
		for _, word := range allWords() {
			b.WriteString(row(&Policy{Pack: pack}, word))
		}
	}
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got, wanted := bytes.Split(b.Bytes(), []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range max(len(got), len(wanted)) {
		if i >= len(got) || i >= len(wanted) || !bytes.Equal(got[i], wanted[i]) {
			t.Fatalf("line %d of %s is not what the packs say; if that is meant, run with -update and read the difference", i+1, golden)
		}
	}
}

func row(p *Policy, word iep.Reason) string {
	v := p.Answer(word)
	line := fmt.Sprintf("  %-28s%-5s%s", word, v.Answer, v.Layer)
	if v.Rule != nil {
		line += ", " + string(v.Rule.Evidence)
		if near, ok := nearest[word]; ok {
			line += ", as " + string(near)
		}
	}
	return line + "\n"
}

// The family's own answer is theirs to give, by the row's very word.
func TestTheFamilysAnswerWinsByTheVeryWord(t *testing.T) {
	for _, pack := range packIDs() {
		for _, word := range allWords() {
			for _, own := range []Answer{Yes, Ask, No} {
				p := &Policy{Pack: pack, Owed: map[iep.Reason]Answer{word: own}}
				if v := p.Answer(word); v != (Verdict{Answer: own, Layer: Family}) {
					t.Errorf("pack %q, %s answered %s: got %v", pack, word, own, v)
				}
				if near, ok := nearest[word]; ok && p.Answer(near).Layer == Family {
					t.Errorf("pack %q: an answer to %s was given to %s too", pack, word, near)
				}
			}
		}
		for coarse, near := range nearest {
			p := &Policy{Pack: pack, Owed: map[iep.Reason]Answer{near: No}}
			if p.Answer(coarse).Layer == Family {
				t.Errorf("pack %q: an answer to %s was given to %s too", pack, near, coarse)
			}
		}
	}
}

// A word that no one knows takes the family's answer to "other"; a known word
// does not.
func TestOnlyAnUnknownWordTakesTheFamilysOther(t *testing.T) {
	for _, pack := range packIDs() {
		plain, p := &Policy{Pack: pack}, &Policy{Pack: pack, Owed: map[iep.Reason]Answer{iep.Other: No}}
		for _, word := range allWords() {
			v := p.Answer(word)
			switch word {
			case "volcano", iep.Other:
				if v != (Verdict{Answer: No, Layer: Family}) {
					t.Errorf("pack %q, %s: %v, want the family's", pack, word, v)
				}
			default:
				if v != plain.Answer(word) {
					t.Errorf("pack %q, %s: %v, want it as without `other`", pack, word, v)
				}
			}
		}
	}
	both := &Policy{Owed: map[iep.Reason]Answer{iep.Other: No, "volcano": Yes}}
	if v := both.Answer("volcano"); v.Answer != Yes {
		t.Errorf("its own word comes first: %v", v)
	}
	if v := both.Answer(""); v != (Verdict{Answer: No, Layer: Family}) {
		t.Errorf("an empty word is an unknown one: %v", v)
	}
}

func TestKnownWords(t *testing.T) {
	for _, word := range allWords() {
		if Known(word) != (word != "volcano") {
			t.Errorf("%s is known: %v", word, Known(word))
		}
	}
	if !Known(iep.PeriodShortfall) || Known("") || Known("Provider_Absent") {
		t.Error("computed words are known; no word and other letters are not")
	}
}

// A make-up goes on past what it names, unless the policy says not to.
func TestSpilloverIsTheDefault(t *testing.T) {
	yes, no := true, false
	for _, c := range []struct {
		said *bool
		want bool
	}{{nil, true}, {&yes, true}, {&no, false}} {
		if got := (&Policy{Spillover: c.said}).SpillsOver(); got != c.want {
			t.Errorf("spills over: %v, want %v", got, c.want)
		}
	}
}
