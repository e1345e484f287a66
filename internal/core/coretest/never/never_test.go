package never_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/coretest/never"
)

// The list catches what it is meant to catch, and leaves the house's own words
// alone.
func TestTheListCatchesAndLeavesAlone(t *testing.T) {
	if len(never.List) < 10 {
		t.Fatalf("%d things are never said", len(never.List))
	}
	for _, w := range never.List {
		if w.Why == "" || w.Instead == "" || len(w.Planted) == 0 || len(w.Fine) == 0 {
			t.Errorf("%s: why, what instead, and texts both ways", w.Says)
		}
		for _, text := range w.Planted {
			if never.In(text) == "" {
				t.Errorf("%q is not caught", text)
			}
			if never.In(strings.ToUpper(text)) == "" {
				t.Errorf("%q is not caught in capitals", text)
			}
		}
		for _, text := range append(w.Fine, w.But...) {
			if word := never.In(text); word != "" {
				t.Errorf("%q is caught for %s", text, word)
			}
		}
		if word := never.In(w.Instead); word != "" {
			t.Errorf("instead of %s we say %s", w.Says, word)
		}
	}
}

const root = "../../../.."

// catalogues are the files whose every text a person can read.
var catalogues = []string{
	"internal/core/say/*.json", "internal/core/policy/packs.json", "internal/core/deadline/rules.json", "internal/core/removal/rules.json",
	"internal/core/calendar/*.json", "internal/sample/family.json",
	"frontend/messages/*/*.json", "frontend/help/*/*.json", "frontend/index.html",
	"changelog/unreleased/*.md", "README.md",
}

// exempt are texts that may say what the list has, each with the reason.
var exempt = map[string]string{
	"Dana made up the day she was out. Thank you!": "a family's own text",
	"It does not say that a session must be made up because the therapist was out, nor that it never is when the child was out. No federal rule says either.": "says that the program does not say it",
}

// No text of any catalogue says what the program does not say.
func TestNoCatalogueSaysIt(t *testing.T) {
	texts, met := 0, map[string]bool{}
	for _, pattern := range catalogues {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s names no file: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range textsOf(t, file, data) {
				texts++
				if _, may := exempt[text]; may {
					met[text] = true
				} else if word := never.In(text); word != "" {
					t.Errorf("%s says %s: %s", strings.TrimPrefix(file, root), word, text)
				}
			}
		}
	}
	if texts < 3000 {
		t.Errorf("only %d texts were found", texts)
	}
	for text := range exempt {
		if !met[text] {
			t.Errorf("exempt, and nowhere: %s", text)
		}
	}
}

// textsOf are the strings of a JSON file, those of messages in several forms too,
// or the paragraphs of another.
func textsOf(t *testing.T, file string, data []byte) []string {
	t.Helper()
	if !strings.HasSuffix(file, ".json") {
		return strings.Split(strings.ReplaceAll(strings.ReplaceAll(string(data), "<!doctype", ""), "<!--", ""), "\n\n")
	}
	var value any
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&value); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return stringsIn(value)
}

func stringsIn(value any) []string {
	var list []string
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		for _, each := range v {
			list = append(list, stringsIn(each)...)
		}
	case map[string]any:
		for _, each := range v {
			list = append(list, stringsIn(each)...)
		}
	}
	return list
}
