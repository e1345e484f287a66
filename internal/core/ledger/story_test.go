package ledger_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// The stories of testdata are the engine's examples, told so that a parent can
// check them: what the calendar says, what the plan promises, what happened,
// and the answer. Their language is small and strict; the tables of phrases in
// the story_*_test.go files are the whole of it.
//
// `-update` rewrites the ledger sections; read the diff. It never touches the
// sums and the promises: a person worked those out, and they are the test.
var update = flag.Bool("update", false, "rewrite the ledger sections of the stories")

func TestStories(t *testing.T) {
	for _, path := range storyFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			s := openStory(t, path)
			if *update {
				s = rewritten(t, path, s)
			}
			for _, problem := range s.problems() {
				t.Error(problem)
			}
		})
	}
}

// TestEveryNumberIsChecked bends each sum and each promise by one minute, each
// line of each ledger by one letter: every story must notice.
func TestEveryNumberIsChecked(t *testing.T) {
	for _, path := range storyFiles(t) {
		s := openStory(t, path)
		for i := range s.sums {
			s.sums[i].amount++
			s.mustComplain(t, s.sums[i].line, "a wrong sum")
			s.sums[i].amount--
		}
		for i := range s.promises {
			s.promises[i].amount++
			s.mustComplain(t, s.promises[i].line, "a wrong promise")
			s.promises[i].amount--
		}
		for i, right := range s.ledger {
			s.ledger[i].text += "0"
			s.mustComplain(t, right, "a wrong line of the ledger")
			s.ledger[i] = right
		}
	}
}

func (s *story) mustComplain(t *testing.T, at line, about string) {
	t.Helper()
	problems := s.problems()
	if !slices.ContainsFunc(problems, func(err error) bool { return strings.HasPrefix(err.Error(), at.place()) }) {
		t.Errorf("%s: %s passes: %v", at.place(), about, problems)
	}
}

// TestEveryExampleHasItsStory holds the folder to the public worked examples.
func TestEveryExampleHasItsStory(t *testing.T) {
	for _, number := range []string{"01", "03", "04", "05", "06", "09", "10", "13", "15", "18", "20", "21"} {
		if found, _ := filepath.Glob("testdata/example-" + number + "*.txtar"); len(found) == 0 {
			t.Errorf("example %s has no story", number)
		}
	}
}

func storyFiles(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no stories in testdata: %v", err)
	}
	return paths
}

func openStory(t *testing.T, path string) *story {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := readStory(path, data)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// rewritten puts the answer into the ledger section of a file and reads it
// again.
func rewritten(t *testing.T, path string, s *story) *story {
	t.Helper()
	answer := []byte(strings.Join(s.answer(), "\n") + "\n")
	for i := range s.archive.Files {
		if f := &s.archive.Files[i]; f.Name == "ledger" && !bytes.Equal(f.Data, answer) {
			f.Data = answer
			if err := os.WriteFile(path, txtar.Format(s.archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return openStory(t, path)
}
