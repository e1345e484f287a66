package say_test

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"
)

// unsaid are words of docs/words.md that the summer never uses: missed minutes
// qualify nobody for a program, and no program owes them.
var unsaid = regexp.MustCompile(`(?i)\b(owes?|owed|qualif\w*|entitle\w*|violat\w*|guarantee\w*|compensat\w*|use ESY|must)\b|!`)

func TestTheSummerNeverSaysWhatWeNeverSay(t *testing.T) {
	file, err := os.ReadFile("en_summer.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]string
	if err := json.Unmarshal(file, &all); err != nil {
		t.Fatal(err)
	}
	for code, text := range all {
		if word := unsaid.FindString(text); word != "" {
			t.Errorf("%s says %q: %s", code, word, text)
		}
	}
}
