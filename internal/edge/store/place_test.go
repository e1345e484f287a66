package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"midweek/internal/edge/store"
)

// A family may name its folders as it likes.
func TestAnyNameOfAFolderWorks(t *testing.T) {
	for _, name := range []string{"a b", "what?", "#1", "100%", "a%20b", "a&b=c;d", "Zoë's", "file:x", "?mode=memory"} {
		if runtime.GOOS == "windows" && strings.ContainsAny(name, "?:") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			p := place(dir, name+".db")
			s, err := store.Create(p, "rec-1")
			if err != nil {
				t.Fatal(err)
			}
			if err := s.SetSetting("a", "b"); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			for _, e := range entries(t, dir) {
				if !strings.HasPrefix(e.Name(), name+".db") {
					t.Errorf("a stray file %s", e.Name())
				}
			}
			if got := store.Look(p); got != store.Fine {
				t.Errorf("looks %s", got)
			}
		})
	}
}

func entries(t *testing.T, dir string) []fs.DirEntry {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// What an earlier attempt left was never a record, and is no hindrance.
func TestCreateAfterAnAttemptThatWasCutOff(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "record.db.new"), []byte("half a"))
	write(t, filepath.Join(dir, "record.db.new-journal"), []byte("half a"))
	s, err := store.Create(store.Plain(dir, "record.db"), "rec-1")
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	for _, e := range entries(t, dir) {
		if strings.Contains(e.Name(), ".new") {
			t.Errorf("%s is left", e.Name())
		}
	}
}

// A build that fails leaves nothing.
func TestCreateIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	if _, err := store.Create(store.Plain(dir, filepath.Join("no such folder", "record.db")), "rec-1"); err == nil {
		t.Fatal("made without a folder")
	}
	if list := entries(t, dir); len(list) > 0 {
		t.Errorf("left %v", list)
	}
}

func TestRoomIsThere(t *testing.T) {
	dir := made(t)
	before := contents(t, dir)
	if err := store.Plain(dir, "record.db").Room(); err != nil {
		t.Error(err)
	}
	if err := store.Plain(filepath.Join(dir, "nowhere"), "record.db").Room(); err == nil || errors.Is(err, store.ErrFull) {
		t.Errorf("no folder: %v", err)
	}
	if contents(t, dir) != before {
		t.Error("the probe is left")
	}
}
