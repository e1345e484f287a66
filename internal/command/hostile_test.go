package command_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"midweek/internal/command"
	"midweek/internal/core/day"
)

// hostile are names from a file that someone else wrote.
var hostile = map[string]string{
	"markup":    "<img src=x onerror=alert(1)>",
	"direction": "\u202egnp.exe\u202c\u2066x\u2069",
	"colors":    "\x1b[31mred\x1b[0m\x1b]0;title\a\u009b2J",
	"lines":     "one\ntwo\r\nthree\u2028four\u0085five\x00six\tseven",
	"long":      strings.Repeat("x", 9_990),
	"emoji":     "\U0001f600 Zoë 李",
	"format":    "%s %d %!x(EXTRA) {id} {known}",
}

// hostileFile is Ana's record with a hostile text for every name, and in every
// id.
func hostileFile(t *testing.T, text string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "ana.json"))
	if err != nil {
		t.Fatal(err)
	}
	var record any
	if err := json.Unmarshal(data, &record); err != nil {
		t.Fatal(err)
	}
	names := []string{"Ana", "Maple Valley", "2024-25", "Staff day", "Conferences", "speech", "provider_absent", "the team"}
	ids := []string{"ana", "maple", "staff", "answers", "iep", "sp", "tt", "s2", "m1", "x1", "log", "summer"}
	data, err = json.Marshal(replaced(record, func(word string) string {
		switch {
		case slices.Contains(names, word):
			return text
		case slices.Contains(ids, word):
			return text + word
		}
		return word
	}))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "record.json")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// replaced is JSON with other words in it, as values and as names.
func replaced(node any, other func(string) string) any {
	switch n := node.(type) {
	case string:
		return other(n)
	case []any:
		for i := range n {
			n[i] = replaced(n[i], other)
		}
	case map[string]any:
		for _, key := range slices.Collect(maps.Keys(n)) {
			value := replaced(n[key], other)
			delete(n, key)
			n[other(key)] = value
		}
	}
	return node
}

// run is a command line in this process, on the frozen day.
func run(args ...string) (status int, out, err string) {
	var stdout, stderr bytes.Buffer
	status = command.Run(args, command.Env{
		Out: &stdout, Err: &stderr, Version: "1.2.3", Today: func() day.Day { return day.Of(2025, 3, 24) },
	})
	return status, stdout.String(), stderr.String()
}

// What a file calls its things is shown as plain text on the line where it
// belongs: it can neither paint the terminal nor fake a line of ours.
func TestHostileNamesArePlainText(t *testing.T) {
	lines := map[string]int{}
	for _, kind := range []string{"emoji", "markup", "direction", "colors", "lines", "long", "format"} {
		file := hostileFile(t, hostile[kind])
		for _, args := range [][]string{
			{"evaluate", file}, {"deadlines", file}, {"record", "check", file},
			{"fit", file, "--series", seriesOf(t, file)}, {"planner", file, "--calendar", calendarOf(t, file), "--days", "2"},
		} {
			status, out, errs := run(args...)
			if status != 0 {
				t.Fatalf("%s, %s: exit %d: %s", kind, args[0], status, errs)
			}
			plainLines(t, kind+", "+args[0], out)
			if n, seen := lines[args[0]]; seen && n != strings.Count(out, "\n") {
				t.Errorf("%s, %s: %d lines, and %d with other names", kind, args[0], strings.Count(out, "\n"), n)
			}
			lines[args[0]] = strings.Count(out, "\n")
			if (kind == "emoji" || kind == "markup") && !strings.Contains(out, hostile[kind]) {
				t.Errorf("%s, %s: the name is not shown as it stands:\n%s", kind, args[0], out)
			}
		}
	}
}

// plainLines wants lines without control or direction characters.
func plainLines(t *testing.T, what, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if i := strings.IndexFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }); i >= 0 {
			t.Errorf("%s: %q in %.200q", what, line[i:min(len(line), i+3)], line)
		}
		if n := utf8.RuneCountInString(line); n > 1000 {
			t.Errorf("%s: a line of %d characters", what, n)
		}
	}
}

func decode(t *testing.T, file string) (r struct {
	Calendars []struct{ ID string }
	Plans     []struct{ Services []struct{ ID string } }
}) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func seriesOf(t *testing.T, file string) string   { return decode(t, file).Plans[0].Services[0].ID }
func calendarOf(t *testing.T, file string) string { return decode(t, file).Calendars[0].ID }

// Programs get every name whole.
func TestHostileNamesReachProgramsIntact(t *testing.T) {
	for kind, text := range hostile {
		file := hostileFile(t, text)
		_, out, _ := run("evaluate", file, "--json")
		var answer struct {
			Services []struct {
				SeriesID string `json:"series_id"`
				Slots    []struct{ Reason string }
			}
		}
		if err := json.Unmarshal([]byte(out), &answer); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if s := answer.Services[0]; s.SeriesID != seriesOf(t, file) || s.Slots[1].Reason != text {
			t.Errorf("%s: got the series %.60q and the reason %.60q", kind, s.SeriesID, s.Slots[1].Reason)
		}
		for _, args := range [][]string{{"deadlines", file, "--json"}, {"fit", file, "--series", seriesOf(t, file), "--json"}} {
			if status, out, errs := run(args...); status != 0 || !json.Valid([]byte(out)) || !utf8.ValidString(out) {
				t.Errorf("%s, %s: exit %d: %s", kind, args[0], status, errs)
			}
		}
	}
}

// A refusal repeats what a file says, and its fields have names of the file's
// own; the one line stays one plain line of a sensible length.
func TestHostileFaultsAreOnePlainLine(t *testing.T) {
	name := filepath.Join(t.TempDir(), "bad.json")
	for kind, text := range hostile {
		quoted, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		q := string(quoted)
		for what, fields := range map[string]string{
			"a key twice":        q + `: 1, ` + q + `: 2`,
			"an unknown word":    `"sessions": [{"id": "s", "kind": ` + q + `}]`,
			"a day":              `"sessions": [{"id": "s", "date": ` + q + `}]`,
			"an id twice":        `"children": [{"id": ` + q + `}, {"id": ` + q + `}]`,
			"a reference":        `"plans": [{"id": "p", "child_id": ` + q + `, "kind": "IEP"}]`,
			"an answer":          `"policies": [{"id": "p", "owed": {` + q + `: "maybe"}}]`,
			"a pack":             `"policies": [{"id": "p", "pack": ` + q + `}]`,
			"a series in summer": `"children": [{"id": "a"}], "esy": [{"id": "e", "child_id": "a", "start": "2025-06-09", "end": "2025-06-20", "makeup_capacity": {` + q + `: 5}}]`,
			"a wrong amount":     `"esy": [{"makeup_capacity": {` + q + `: "5"}}]`,
		} {
			data := `{"format": "service-hours", "version": 1, ` + fields + `}`
			if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
			status, out, errs := run("evaluate", name)
			if status != 1 || out != "" || strings.Count(errs, "\n") != 1 {
				t.Errorf("%s, %s: exit %d, %q, %q", kind, what, status, out, errs)
			}
			plainLines(t, kind+", "+what, errs)
		}
	}
}

// What a person types is repeated on one plain line, too.
func TestHostileCommandLinesAreOnePlainLine(t *testing.T) {
	for kind, text := range hostile {
		text = text[:min(len(text), 500)]
		for _, args := range [][]string{
			{text}, {"evaluate", text}, {"evaluate", "testdata/ana.json", "--" + text}, {"evaluate", "testdata/ana.json", "--as-of", text},
			{"fit", "testdata/ana.json", "--series", text}, {"planner", "testdata/ana.json", "--calendar", text, "--days", "2"},
		} {
			status, out, errs := run(args...)
			if status == 0 || out != "" || strings.Count(errs, "\n") != 1 {
				t.Errorf("%s, %.40q: exit %d, %q, %.200q", kind, args, status, out, errs)
			}
			plainLines(t, kind+", "+args[0][:min(len(args[0]), 20)], errs)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// An answer that could not be written must not look like an empty one.
func TestAFullDiskIsAFailure(t *testing.T) {
	for _, args := range [][]string{{"evaluate", "testdata/ana.json"}, {"sample", "--file"}} {
		var errs bytes.Buffer
		status := command.Run(args, command.Env{
			Out: fullDisk{}, Err: &errs, Today: func() day.Day { return day.Of(2025, 3, 24) },
		})
		if status != 1 || !strings.HasPrefix(errs.String(), "midweek: ") || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("%s: exit %d, said %q", args[0], status, errs.String())
		}
	}
}
