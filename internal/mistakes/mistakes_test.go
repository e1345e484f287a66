package mistakes

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	gopath "path"
	"path/filepath"
	"strings"
	"testing"
)

// atOnce is how many mistakes are tried at a time.
const atOnce = 2

// every asks for every mistake: `make mistakes`. Without it the first of each
// room is planted, which takes a minute or two.
const every = "MIDWEEK_MISTAKES"

func TestEveryPlantedMistakeIsCaught(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the tests of a room once for each mistake, which takes minutes; run without -short")
	}
	mistakes := readTable(t)
	for _, m := range mistakes {
		m.find(t)
	}
	if os.Getenv(every) != "all" {
		mistakes = firsts(mistakes)
	}
	if t.Failed() {
		t.FailNow()
	}
	tests := newTests(t, mistakes)
	places := make(chan struct{}, atOnce)
	for _, m := range mistakes {
		t.Run(m.what, func(t *testing.T) {
			t.Parallel()
			places <- struct{}{}
			defer func() { <-places }()
			tests.try(t, m)
		})
	}
}

// firsts are the first mistake of each room.
func firsts(all []*mistake) []*mistake {
	seen := map[string]bool{}
	var list []*mistake
	for _, m := range all {
		if room := m.tests[0]; !seen[room] {
			seen[room] = true
			list = append(list, m)
		}
	}
	return list
}

// tests are the packages whose tests are run, and whether each takes the flags
// of the property tests' library.
type tests map[string]bool

// newTests sees to it that the tests pass before anything is planted, without
// which their failing would prove nothing.
func newTests(t *testing.T, mistakes []*mistake) tests {
	t.Helper()
	all := tests{}
	for _, m := range mistakes {
		for _, p := range m.tests {
			all[p] = false
		}
	}
	list := []string{"list", "-test", "-f", "{{.ImportPath}} {{.Deps}}"}
	run := []string{"test", "-short", "-vet=off"}
	for p := range all {
		list, run = append(list, path(p)), append(run, path(p))
	}
	if out, err := command(t, run...); err != nil {
		t.Fatalf("the tests fail with no mistake planted: %v\n%s", err, out)
	}
	out, err := command(t, list...)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for line := range strings.SplitSeq(out, "\n") {
		name, deps, _ := strings.Cut(line, " ")
		for p := range all {
			if name == path(p)+".test" {
				all[p] = strings.Contains(deps, "pgregory.net/rapid")
			}
		}
	}
	return all
}

// path is a package by its place as the table writes it: core/day, ../app.
func path(p string) string { return gopath.Join("midweek/internal", p) }

func command(t *testing.T, args ...string) (string, error) {
	t.Helper()
	c := exec.CommandContext(t.Context(), "go", args...)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("go %s: %v", args[0], err)
	}
	return out.String(), err
}

// try plants a mistake and wants one of the packages to fail.
func (all tests) try(t *testing.T, m *mistake) {
	overlay := m.plant(t)
	for _, p := range m.tests {
		args := []string{"test", "-overlay", overlay, "-short", "-count=1", "-vet=off", "-failfast", "-timeout=60s", path(p)}
		if all[p] { // always the same draws, no search for smaller ones, no files left behind
			args = append(args, "-rapid.seed=1", "-rapid.shrinktime=1ms", "-rapid.nofailfile")
		}
		if m.by != "" {
			args = append(args, "-run", "^"+m.by+"$")
		}
		out, err := command(t, args...)
		switch {
		case err == nil:
		case strings.Contains(out, "--- FAIL") || strings.Contains(out, "\npanic: "):
			return
		default:
			t.Fatalf("the mistake is broken: it does not compile, or no test ran\n%s", out)
		}
	}
	t.Errorf("no test of %s notices", strings.Join(m.tests, ", "))
}

// plant writes the file with its mistake beside the test, and the toolchain's
// note to read it in place of the real one.
func (m *mistake) plant(t *testing.T) string {
	t.Helper()
	original, err := filepath.Abs(m.file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	planted, overlay := filepath.Join(dir, filepath.Base(m.file)), filepath.Join(dir, "overlay.json")
	note, err := json.Marshal(map[string]map[string]string{"Replace": {original: planted}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{planted: []byte(strings.Replace(m.source, m.old, m.new, 1)), overlay: note} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return overlay
}
