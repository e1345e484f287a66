package command_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/edge/exchange"
)

// acts is the file of entries of the format's first version.
const acts = "../edge/exchange/testdata/version-1.acts"

// independent is the verifier that shares nothing with this program.
const independent = "../../tools/verify_record.py"

// Two programs by the same page come to the same verdict: on a sound file, and
// on any in which a byte is another, a line is missing or doubled, the end is
// cut off.
func TestTheIndependentVerifierAgrees(t *testing.T) {
	data, err := os.ReadFile(acts)
	if err != nil {
		t.Fatal(err)
	}
	files := [][]byte{data, nil, []byte("Dear school,\n"), bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))}
	lines := bytes.SplitAfter(data, []byte("\n"))
	for i := range lines {
		files = append(files,
			bytes.Join(slices.Delete(slices.Clone(lines), i, i+1), nil),
			bytes.Join(slices.Insert(slices.Clone(lines), i, lines[i]), nil))
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 400 {
		flipped := slices.Clone(data)
		at := random.IntN(len(data))
		flipped[at] ^= byte(1 << random.IntN(8))
		files = append(files, flipped, data[:at])
	}
	agree(t, files)
}

// byTheOther runs the independent verifier on many files in one process. It
// prints a line for each: its exit status and what it says.
const byTheOther = `
import contextlib, io, sys
sys.path.insert(0, sys.argv[1])
import verify_record
for name in sys.argv[2:]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = verify_record.main([name])
    print(status, said.getvalue().encode("ascii", "replace").decode().replace("\n", " "))
`

// number is which entry a failure names.
var number = regexp.MustCompile(`entry (\d+) of`)

// agree wants both verifiers to exit alike on every file, and to name the same
// entry.
func agree(t *testing.T, files [][]byte) {
	t.Helper()
	args := []string{"-B", "-c", byTheOther, filepath.Dir(independent)}
	for i, file := range files {
		name := filepath.Join(t.TempDir(), strconv.Itoa(i)+".acts")
		if err := os.WriteFile(name, file, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	out, err := exec.Command("python3", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("the independent verifier, which needs python3: %v\n%s", err, out)
	}
	theirs := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(theirs) != len(files) {
		t.Fatalf("%d files and %d answers", len(files), len(theirs))
	}
	for i, name := range args[4:] {
		status, _, errs := run("verify", name)
		said, _, _ := strings.Cut(theirs[i], " ")
		if said != strconv.Itoa(status) || status == broken && number.FindString(errs) != number.FindString(theirs[i]) {
			t.Errorf("exit %d: %sand by the other: %s\n%.300s", status, errs, theirs[i], files[i])
		}
	}
}

const broken = 1 // the exit status

// Both find a printed code, however it was typed, and miss what is none.
func TestTheIndependentVerifierFindsCodes(t *testing.T) {
	for code, want := range map[string]int{
		"VEKB-8VA0-A6WC-YDKA-8ET3-RZ29-BADT-Y153": 0, "vekb8va0 a6wcydka 8et3rz29 badtyl53": 0,
		"0000-0000-0000-0000-0000-0000-0000-0000": 2, "7F3K": 2, "": 2, "é": 2,
	} {
		status, out, errs := run("verify", acts, "--check", code)
		theirs := exec.Command("python3", "-B", independent, acts, "--check", code)
		said, err := theirs.CombinedOutput()
		if theirs.ProcessState == nil {
			t.Fatal(err)
		}
		if status != want || theirs.ProcessState.ExitCode() != want || number.FindString(out) != number.FindString(string(said)) && want == 0 {
			t.Errorf("%q: exit %d\n%s%sand by the other: %v\n%s", code, status, out, errs, err, said)
		}
	}
}

// Whoever typed a name, it is one plain line of ours.
func TestHostileAuthorsArePlainText(t *testing.T) {
	for _, kind := range []string{"emoji", "markup", "direction", "long", "format"} {
		h := history.New("record")
		name := []rune(hostile[kind])
		w := history.Writer{Device: "laptop", Author: string(name[:min(200, len(name))]), Random: counting(0)}
		written, err := h.Write(w, "2025-03-24T20:14:05-05:00", []history.Change{
			{Kind: history.Add, Noun: history.Child, ID: "a", Value: []byte(`{"id":"a","name":"Ana"}`)},
		})
		if err != nil {
			t.Fatal(err)
		}
		h.Add(written)
		file := exchange.WriteActs(h)
		for _, content := range [][]byte{file, bytes.Replace(file, []byte("Ana"), []byte("Bob"), 1), file[:len(file)-3]} {
			name := filepath.Join(t.TempDir(), "entries.acts")
			if err := os.WriteFile(name, content, 0o600); err != nil {
				t.Fatal(err)
			}
			status, out, errs := run("verify", name)
			if status > 1 || status == 1 && strings.Count(errs, "\n") != 1 {
				t.Errorf("%s: exit %d: %s", kind, status, errs)
			}
			plainLines(t, kind, out+errs)
		}
	}
}
