package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"midweek/internal/command"
	"midweek/internal/core/day"
)

// A family's record on a shared computer is for its owner's eyes, also where it
// takes the place of a file that everyone could read.
func TestAnExportIsForItsOwnerAndLeavesNothingBeside(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "out.json")
	if err := os.WriteFile(name, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"record", "export", name, "--force"}, {"record", "export", name + "2", "--acts"},
		{"record", "export", name}, {"record", "export", filepath.Join(dir, "no", "folder")},
	} {
		var out, errs bytes.Buffer
		status := command.Run(append(args, "--data", t.TempDir()), command.Env{
			Out: &out, Err: &errs, Record: openFolder, Copies: copiesOf, Today: func() day.Day { return day.Of(2025, 3, 24) },
		})
		if done := len(args) == 4; done != (status == 0) {
			t.Errorf("%v: exit %d: %s", args, status, errs.String())
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 2 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil || info.Mode() != 0o600 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
}
