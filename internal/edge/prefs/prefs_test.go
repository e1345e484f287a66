package prefs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/edge/prefs"
)

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestSettingsComeBackAsTheyWere(t *testing.T) {
	f := prefs.In(filepath.Join(t.TempDir(), "midweek"))
	if got := f.Read(); got != (prefs.Prefs{}) {
		t.Errorf("a first start has %+v", got)
	}
	want := prefs.Prefs{
		Window: prefs.Window{X: -10, Y: 20, Width: 900, Height: 700, Maximised: true},
		Zoom:   150, Theme: "dark", Keys: "off", Folder: "here",
	}
	if err := f.Save(want); err != nil {
		t.Fatal(err)
	}
	if got := f.Read(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// No setting is worth keeping a family from its record.
func TestSettingsThatCannotBeReadAreAFirstStart(t *testing.T) {
	dir := t.TempDir()
	for _, text := range []string{"", "{", "[]", `{"zoom": 150, "theme": 7}`, "\x00\xff"} {
		write(t, filepath.Join(dir, "prefs.json"), text)
		if got := prefs.In(dir).Read(); got != (prefs.Prefs{}) {
			t.Errorf("%q reads as %+v", text, got)
		}
	}
}

func TestADeviceIsKeptForEachRecord(t *testing.T) {
	f := prefs.In(t.TempDir())
	mine := prefs.Device{ID: "laptop", Last: "abc"}
	if err := f.SaveDevice("ours", mine); err != nil {
		t.Fatal(err)
	}
	if got, err := f.Device("ours"); got != mine || err != nil {
		t.Errorf("got %+v, %v", got, err)
	}
	if got, err := f.Device("theirs"); got != (prefs.Device{}) || err != nil {
		t.Errorf("in another record this computer is %+v, %v", got, err)
	}
}

// A device that cannot be read is not taken for none: the caller decides.
func TestADeviceThatCannotBeReadIsAnError(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "devices", "ours.json"), "{")
	if got, err := prefs.In(dir).Device("ours"); err == nil {
		t.Errorf("read as %+v", got)
	}
}

// The id of a record comes with its file, which may be anybody's: it names no
// place outside the folder of devices.
func TestARecordsIdStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	f := prefs.In(filepath.Join(dir, "config"))
	if err := f.Save(prefs.Prefs{Zoom: 150}); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"../prefs", "../../x", "/etc/x", `..\..\x`, "..", "a/b", ""} {
		want := prefs.Device{ID: "laptop", Last: id}
		if err := f.SaveDevice(id, want); err != nil {
			t.Errorf("%q: %v", id, err)
		}
		if got, err := f.Device(id); got != want || err != nil {
			t.Errorf("%q: got %+v, %v", id, got, err)
		}
	}
	if f.Read().Zoom != 150 {
		t.Error("the settings were overwritten")
	}
	for _, file := range files(t, dir) {
		if !strings.HasPrefix(file, "config/prefs.json") && filepath.Dir(file) != "config/devices" {
			t.Errorf("%s was made", file)
		}
	}
}

// files are all files below a folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			all = append(all, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestSettingsAreForThisAccountAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "midweek")
	f := prefs.In(dir)
	if err := f.SaveDevice("ours", prefs.Device{ID: "laptop"}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{"": 0o700, "devices": 0o700, "devices/ours.json": 0o600} {
		info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want && os.PathSeparator == '/' {
			t.Errorf("%q is %o, want %o", name, got, want)
		}
	}
	if got := files(t, dir); len(got) != 1 {
		t.Errorf("there are %v: the half-written file is left", got)
	}
}

// A folder that cannot be made is told; nothing is taken for saved.
func TestSettingsThatCannotBeKeptAreAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "midweek")
	write(t, file, "in the way")
	if prefs.In(file).Save(prefs.Prefs{}) == nil || prefs.In(file).SaveDevice("ours", prefs.Device{}) == nil {
		t.Error("saved into a file as if it were a folder")
	}
}
