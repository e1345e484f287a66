package app

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"midweek/internal/edge/wall"
)

// What the page says can be tried can be tried: every test that a command names
// stands in the room that it is run in.
func TestEveryProofIsThere(t *testing.T) {
	named := regexp.MustCompile(`\bTest\w+`)
	room := regexp.MustCompile(`\./(\S+)$`)
	seen := 0
	for _, p := range proofTests {
		in := room.FindStringSubmatch(p.command)
		if in == nil {
			continue
		}
		files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(in[1]), "*_test.go"))
		if err != nil || len(files) == 0 {
			t.Errorf("%s: nothing is tested in %s", p.code, in[1])
		}
		var all strings.Builder
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(text)
		}
		for _, test := range named.FindAllString(p.command, -1) {
			seen++
			if !strings.Contains(all.String(), "func "+test+"(") {
				t.Errorf("%s: there is no %s", p.code, test)
			}
		}
	}
	if seen < 6 {
		t.Errorf("only %d tests are named", seen)
	}
}

// Each state of the wall is told in its own words, and Windows' engine only
// there.
func TestTheWallIsToldAsItIs(t *testing.T) {
	said := map[string]bool{}
	for _, state := range []wall.State{wall.Standing, wall.System, wall.Processor, wall.Kernel, wall.LeftOut} {
		w := proofWall(state, "linux")
		if w.Stands != (state == wall.Standing) || said[w.Text] || strings.Contains(w.Text, "{") || w.Engine != "" {
			t.Errorf("%s: %+v", state, w)
		}
		said[w.Text] = true
	}
	if got := proofWall(wall.System, "windows").Engine; !strings.Contains(got, "Microsoft Edge") {
		t.Errorf("of Windows it says %q", got)
	}
}

// The report is what is shown, and what is copied and saved is the report; it
// has nothing of a family in it.
func TestTheReportIsWhatIsShown(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	proof := &Proof{f.desk}
	f.desk.Version = "v9"
	line := "2026-11-22T10:00:00Z call *errors.errorString"
	if err := os.WriteFile(f.desk.House.Journal(), []byte(line+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	view, err := proof.View("")
	if err != nil {
		t.Fatal(err)
	}
	shown := strings.Join(view.Report, "\n") + "\n"
	if view.Quiet || !strings.HasPrefix(shown, "Midweek v9\n") || !slices.Contains(view.Report, line) || !strings.Contains(shown, runtime.GOARCH) {
		t.Errorf("shown: %s", shown)
	}
	for _, name := range []string{"Mia", "Mom", "Larkspur"} {
		if strings.Contains(shown, name) {
			t.Errorf("%q stands in the report", name)
		}
	}
	if _, err := proof.CopyReport(""); err != nil || f.out.copied != shown {
		t.Errorf("%v, copied: %s", err, f.out.copied)
	}
	f.out.saved = filepath.Join(t.TempDir(), "report.txt")
	if _, err := proof.SaveReport(""); err != nil {
		t.Fatal(err)
	}
	if saved, err := os.ReadFile(f.out.saved); err != nil || string(saved) != shown {
		t.Errorf("%v, saved: %s", err, saved)
	}
}

// Everything that lies here is told, in words of its own.
func TestAllThatIsStoredIsTold(t *testing.T) {
	f := newFamily(t, "2026-09-10")
	f.begin()
	view, err := (&Proof{f.desk}).View("")
	if err != nil {
		t.Fatal(err)
	}
	if len(view.Files) < 2 || len(view.Proofs) != len(proofTests) || len(view.Not) != len(proofNot) {
		t.Errorf("%+v", view)
	}
	for _, file := range view.Files {
		if file.What == "" || file.Where == "" || strings.Contains(file.What, "proof.") || strings.HasPrefix(file.Amount, "0 ") {
			t.Errorf("%+v", file)
		}
	}
}
