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

	"midweek/internal/core/coretest/story"
)

// The stories of testdata are the engine's examples, told so that a parent can
// check them: what the calendar says, what the plan promises, what happened,
// and the answer. The package story reads them.
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
			for _, problem := range s.Problems() {
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
		for i := range s.Sums {
			s.Sums[i].Amount++
			mustComplain(t, s, s.Sums[i].Line.Place(), "a wrong sum")
			s.Sums[i].Amount--
		}
		for i := range s.Promises {
			s.Promises[i].Amount++
			mustComplain(t, s, s.Promises[i].Line.Place(), "a wrong promise")
			s.Promises[i].Amount--
		}
		for i, right := range s.Ledger {
			s.Ledger[i].Text += "0"
			mustComplain(t, s, right.Place(), "a wrong line of the ledger")
			s.Ledger[i] = right
		}
	}
}

func mustComplain(t *testing.T, s *story.Story, at, about string) {
	t.Helper()
	problems := s.Problems()
	if !slices.ContainsFunc(problems, func(err error) bool { return strings.HasPrefix(err.Error(), at) }) {
		t.Errorf("%s: %s passes: %v", at, about, problems)
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

func openStory(t *testing.T, path string) *story.Story {
	t.Helper()
	s, err := story.Read(os.DirFS(filepath.Dir(path)), filepath.Base(path))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// rewritten puts the answer into the ledger section of a file and reads it
// again.
func rewritten(t *testing.T, path string, s *story.Story) *story.Story {
	t.Helper()
	answer := []byte(strings.Join(s.Answer(), "\n") + "\n")
	for i := range s.Archive.Files {
		if f := &s.Archive.Files[i]; f.Name == "ledger" && !bytes.Equal(f.Data, answer) {
			f.Data = answer
			if err := os.WriteFile(path, txtar.Format(s.Archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return openStory(t, path)
}
