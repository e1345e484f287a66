package window

import (
	"strings"
	"testing"

	"midweek/internal/edge/prefs"
)

func testBar(t *testing.T) *bar {
	t.Helper()
	return New(prefs.In(t.TempDir())).menu
}

func TestEveryEntryHasItsOwnNameAndKey(t *testing.T) {
	names, taken := map[string]bool{}, map[string]string{}
	for _, c := range columns {
		for _, e := range c.entries {
			if e == line {
				continue
			}
			if names[e.name] || e.label == "" {
				t.Errorf("%s %q", e.name, e.label)
			}
			names[e.name] = true
			if e.key.letter == "" {
				continue
			}
			if taken[e.key.String()] != "" {
				t.Errorf("%s is for %s and for %s", e.key, taken[e.key.String()], e.name)
			}
			taken[e.key.String()] = e.name
		}
	}
	if taken["Ctrl+Shift+Z"] != redo || taken["Ctrl+1"] != "today" {
		t.Errorf("keys: %v", taken)
	}
}

// A key that the system listens for never reaches a text field.
func TestOnlyQuitIsListenedFor(t *testing.T) {
	b := testBar(t)
	for name, item := range b.items {
		if (item.Accelerator != nil) != (name == quit) {
			t.Errorf("%s: %v", name, item.Accelerator)
		}
	}
}

func TestUndoIsNamed(t *testing.T) {
	b := testBar(t)
	if !b.items[undo].Disabled || !b.items[redo].Disabled {
		t.Error("there is something to undo on the first day")
	}
	b.window.NameEdits("2 sessions marked given", "")
	if got := b.items[undo]; got.Disabled || !strings.HasPrefix(got.Label, "Undo: 2 sessions marked given") {
		t.Errorf("%q, off %v", got.Label, got.Disabled)
	}
	b.window.NameEdits("", strings.Repeat("a long deed ", 20))
	if got := b.items[undo]; !got.Disabled || !strings.HasPrefix(got.Label, "Undo") || strings.Contains(got.Label, ":") {
		t.Errorf("%q, off %v", got.Label, got.Disabled)
	}
	if got := []rune(b.items[redo].Label); b.items[redo].Disabled || len(got) > 90 {
		t.Errorf("%q", string(got))
	}
}

func TestSettingsAreKept(t *testing.T) {
	folder := prefs.In(t.TempDir())
	w := New(folder)
	if err := w.ChangePrefs(func(p *prefs.Prefs) { p.Theme = "dark" }); err != nil {
		t.Fatal(err)
	}
	w.remember("/somewhere/file.json")
	if got := New(folder).Prefs(); got.Theme != "dark" || got.Folder != "/somewhere" {
		t.Errorf("%+v", got)
	}
	if got := w.start(); got == "/somewhere" || got == "" {
		t.Errorf("a dialog begins in %q, which is not there", got)
	}
}

func TestDialogsBeforeTheWindowStands(t *testing.T) {
	w := New(prefs.In(t.TempDir()))
	if _, err := w.OpenFile("Open", Kind{Name: "Records", Ending: ".json"}); err != errNoWindow {
		t.Errorf("got %v", err)
	}
	if _, err := w.SaveFile("Save", "x.json", Kind{Name: "Records", Ending: ".json"}); err != errNoWindow {
		t.Errorf("got %v", err)
	}
}

func TestTwoFoldersAreTwoPrograms(t *testing.T) {
	if instance("a") == instance("b") || instance("a") != instance("./a") {
		t.Error("a second window would be taken for the first")
	}
}
