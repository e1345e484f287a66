package feed

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The page on feeds tells the weights that are in force, and every example in
// its table is a phrase of that row.
func TestThePageTellsTheWeights(t *testing.T) {
	page, err := os.ReadFile("../../../docs/feeds.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\| ([0-9]+) \\| (.*) \\|$").FindAllStringSubmatch(string(page), -1)
	if len(rows) != len(weights) {
		t.Errorf("the page has %d weights, want %d", len(rows), len(weights))
	}
	for _, row := range rows {
		code := Code(row[1])
		if got := strconv.Itoa(weights[code]); got != row[2] {
			t.Errorf("%s weighs %s, the page says %s", code, got, row[2])
		}
		for example := range strings.SplitSeq(row[3], ", ") {
			if hits := tree().find(newText(example)); !strings.HasPrefix(row[1], "holiday_w") && code != ManyDays && (len(hits) == 0 || hits[0].code != code) {
				t.Errorf("%q is no phrase of %s", example, code)
			}
		}
	}
}

// A pattern is made of the words that texts are made of, and no phrase hides
// another of a different code by having the same words.
func TestPatternsAreWords(t *testing.T) {
	for _, p := range phrases {
		for part := range strings.FieldsSeq(p.pattern) {
			for w := range strings.SplitSeq(strings.TrimSuffix(part, "?"), "|") {
				if w == "" || w != strings.ToLower(w) || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
					t.Errorf("%s: %q is no word", p.pattern, w)
				}
			}
		}
	}
	for w := range anOccasion {
		if aNeutral[w] {
			t.Errorf("%q is an occasion and neutral", w)
		}
	}
}
