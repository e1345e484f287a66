package open_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/open"
	"midweek/internal/sample"
)

// A locked record has to fit into memory: a larger one stays a plain file, and
// says so.
func TestALargeRecordStaysPlain(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	large := strings.Repeat("a long thought, ", 51<<16)
	l.does(l.house.Room().SetDraft("note", large))
	err := l.house.LockRecord(open.Passphrase(moms))
	l.refused(refusal.TooLargeToLock, err)
	if r := refusal.From(err); r.Args["limit"] != "50" || l.house.Room().Locked() {
		t.Errorf("%+v", r)
	}
}

// A file that would make a locked record too large is refused before anything is
// made, and taken by a plain one.
func TestALargeFileStaysOutside(t *testing.T) {
	l := newLaptop(t)
	file := l.write(filepath.Join(t.TempDir(), "family.json"), strings.Repeat(" ", 6<<20)+string(sample.File()))
	_, err := l.house.BeginWith("Mom", file, open.Passphrase(moms))
	l.refused(refusal.TooLargeToLock, err)
	if list, _ := os.ReadDir(l.data); len(list) != 1 {
		t.Errorf("made %v", list)
	}
	l.beginLocked()
	_, err = l.house.BeginWith("Mom", file)
	l.refused(refusal.TooLargeToLock, err)
	l.wants("[Mia]")
	l.does(l.house.UnlockRecord(moms))
	if _, err := l.house.BeginWith("Mom", file); err != nil {
		t.Error(err)
	}
}
