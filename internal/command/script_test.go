package command_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"

	"midweek/internal/command"
	"midweek/internal/core/day"
)

var update = flag.Bool("update", false, "write the answers in the scripts anew; read the difference")

// The scripts run the program as people do, by its command line. Only its
// clock is stopped, on Monday 24 March 2025.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"midweek": func() {
		os.Exit(command.Run(os.Args[1:], command.Env{
			Out: os.Stdout, Err: os.Stderr, Version: "1.2.3",
			Today: func() day.Day { return day.Of(2025, 3, 24) }, Record: openFolder, Copies: copiesOf,
		}))
	}})
}

// Each script has ana.json beside it, a small record fit to be read, and
// version-1.acts, a file of entries.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			for _, name := range []string{filepath.Join("testdata", "ana.json"), acts} {
				data, err := os.ReadFile(name)
				if err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(env.WorkDir, filepath.Base(name)), data, 0o600); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "oneline": oneline, "plain": plain, "json": isJSON,
		},
	})
}

// exits STATUS PROGRAM ARGS... wants an exit status. A failure says one line
// on standard error and nothing on standard output.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
	if want == 0 {
		return
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("a failure, and on standard output: %q", out)
	}
	oneline(ts, false, []string{"stderr"})
}

// oneline FILE wants one plain line that names the program.
func oneline(ts *testscript.TestScript, neg bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.HasPrefix(text, "midweek: ") || strings.Count(text, "\n") != 1 {
		ts.Fatalf("not one line: %q", text)
	}
	plain(ts, neg, args)
}

// plain FILE wants text without control or direction characters, without
// blanks at the ends of lines, and that ends with its last line.
func plain(ts *testscript.TestScript, neg bool, args []string) {
	text := ts.ReadFile(args[0])
	if !utf8.ValidString(text) || !strings.HasSuffix(text, "\n") {
		ts.Fatalf("not text: %q", text)
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.IndexFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }) >= 0 {
			ts.Fatalf("not plain: %q", line)
		}
		if strings.TrimRight(line, " ") != line {
			ts.Fatalf("blanks at the end: %q", line)
		}
		if n := utf8.RuneCountInString(line); n > 1000 {
			ts.Fatalf("a line of %d characters", n)
		}
	}
}

// json FILE wants JSON and nothing beside it.
func isJSON(ts *testscript.TestScript, neg bool, args []string) {
	if text := ts.ReadFile(args[0]); !json.Valid([]byte(text)) {
		ts.Fatalf("not JSON: %.200q", text)
	}
}
