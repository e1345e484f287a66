// Package never is the one list of what the program does not say: that a school
// owes, that a rule was broken, that anyone will win. The program counts; people
// decide. docs/words.md has it in words, never.json with the expressions, why,
// and what is said instead; tests hold every text to it that people can read,
// and the gate every page as it is shown.
//
// What a family wrote is theirs and stands as it is. Of what the program says by
// itself one text is exempt: a state complaint has to state that a rule was
// broken (34 CFR 300.153(b)(1)), so its statement may.
package never

import (
	_ "embed"
	"encoding/json"
	"regexp"
	"strings"
)

//go:embed never.json
var file []byte

// A Word is one thing that is not said.
type Word struct {
	Says    string   `json:"says"` // an expression, of the kind that Go and a browser share; case does not matter
	But     []string `json:"but"`  // in which the words may stand, letter by letter
	Why     string   `json:"why"`
	Instead string   `json:"instead"` // what is said
	Planted []string `json:"planted"` // texts that it catches
	Fine    []string `json:"fine"`    // texts that nothing of the list catches

	expression *regexp.Regexp
}

// List is the list.
var List = read()

func read() []Word {
	var list []Word
	if err := json.Unmarshal(file, &list); err != nil {
		panic("never.json: " + err.Error())
	}
	for i := range list {
		list[i].expression = regexp.MustCompile("(?i)" + list[i].Says)
	}
	return list
}

// In is the first thing in a text that is not said, with what is said instead;
// empty where there is none.
func In(text string) string {
	for i := range List {
		if word := List[i].in(text); word != "" {
			return word + " (we say: " + List[i].Instead + ")"
		}
	}
	return ""
}

func (w *Word) in(text string) string {
	for _, name := range w.But {
		text = strings.ReplaceAll(text, name, "…")
	}
	return w.expression.FindString(text)
}
