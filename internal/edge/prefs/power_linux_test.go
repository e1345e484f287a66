package prefs_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"midweek/internal/edge/prefs"
)

// saving is set in the process that is watched.
const saving = "MIDWEEK_SAVE_PREFS_IN"

// A power cut leaves the old settings or the new ones, never an empty file:
// they are on the disk before they take their place, and then the folder is.
func TestSettingsAreOnTheDiskBeforeTheyTakeTheirPlace(t *testing.T) {
	if dir := os.Getenv(saving); dir != "" {
		if err := prefs.In(dir).Save(prefs.Prefs{Zoom: 150}); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := exec.Command("strace", "-o", os.DevNull, "true").Run(); err != nil {
		t.Skipf("nothing can be watched here: %v", err)
	}
	dir, trace := t.TempDir(), filepath.Join(t.TempDir(), "trace")
	watched := exec.Command("strace", "-f", "-y", "-o", trace, "-e", "trace=fsync,rename,renameat,renameat2",
		os.Args[0], "-test.run", "^"+t.Name()+"$")
	watched.Env = append(os.Environ(), saving+"="+dir)
	if out, err := watched.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	var steps []string
	for _, step := range regexp.MustCompile(`fsync\(\d+<[^>]*/([^/>]*)>\)|(rename)`).FindAllStringSubmatch(string(data), -1) {
		steps = append(steps, step[1]+step[2])
	}
	want := "prefs.json.new rename " + filepath.Base(dir)
	if got := strings.Join(steps, " "); got != want {
		t.Errorf("in order: %q, want %q\n%s", got, want, data)
	}
}
