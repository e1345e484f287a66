package open_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"midweek/internal/open"
)

// All that lies in the program's folders is told, by kind, with its size.
func TestWhatIsStored(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	data, config := t.TempDir(), t.TempDir()
	for path, size := range map[string]int{
		"record.db": 7, "record.db-journal": 2, "attachments/ab/1": 30, "attachments/cd/2": 12, "sample.db": 5,
		"record-000001.vault": 9, "record-attachments/KEY/x": 4, "backups/midweek-1.db": 8, "lock.window": 0, "record.db.damaged-2026-11-22": 6, "stray": 1,
	} {
		write(t, filepath.Join(data, path), size)
	}
	for path, size := range map[string]int{"prefs.json": 3, "devices/x.json": 4, "marks/y": 5, "journal.txt": 6, "journal.txt.old": 7, "somebody-elses": 99} {
		write(t, filepath.Join(config, path), size)
	}
	house, err := open.New(open.Options{Data: data, Config: config})
	if err != nil {
		t.Fatal(err)
	}
	defer house.Close()
	got := house.Stored()
	want := []open.Stored{
		{Kind: "record", Path: data, Files: 3, Size: 15}, {Kind: "sealed_papers", Path: filepath.Join(data, "record-attachments"), Files: 1, Size: 4},
		{Kind: "vault", Path: data, Files: 1, Size: 9}, {Kind: "papers", Path: filepath.Join(data, "attachments"), Files: 2, Size: 42},
		{Kind: "copies", Path: filepath.Join(data, "backups"), Files: 1, Size: 8}, {Kind: "sample", Path: data, Files: 1, Size: 5},
		{Kind: "lock", Path: data, Files: 2}, {Kind: "other", Path: data, Files: 1, Size: 1},
		{Kind: "settings", Path: config, Files: 1, Size: 3}, {Kind: "devices", Path: filepath.Join(config, "devices"), Files: 1, Size: 4},
		{Kind: "marks", Path: filepath.Join(config, "marks"), Files: 1, Size: 5}, {Kind: "journal", Path: config, Files: 2, Size: 13},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func write(t *testing.T, path string, size int) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, make([]byte, size), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTheJournalIsReadWhole(t *testing.T) {
	config := t.TempDir()
	house, err := open.New(open.Options{Data: t.TempDir(), Config: config})
	if err != nil {
		t.Fatal(err)
	}
	defer house.Close()
	if got := house.Failures(); got != nil {
		t.Errorf("before there is one: %q", got)
	}
	for name, text := range map[string]string{"journal.txt.old": "one\ntwo\n", "journal.txt": "three\n"} {
		if err := os.WriteFile(filepath.Join(config, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := house.Failures(); !slices.Equal(got, []string{"one", "two", "three"}) {
		t.Errorf("got %q", got)
	}
}
