//go:build unix

package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"midweek/internal/edge/store"
)

// The file is for this account alone, its journal and lock too, whatever the
// umask says.
func TestTheFileIsForThisAccountAlone(t *testing.T) {
	for _, mask := range []int{0, 0o022, 0o077, 0o277} {
		dir := filepath.Join(t.TempDir(), "data")
		if err := underMask(mask, dir); err != nil {
			t.Fatalf("umask %03o: %v", mask, err)
		}
		want := map[string]fs.FileMode{"": 0o700, "record.db": 0o600, "record.db-journal": 0o600, "lock": 0o600}
		for name, mode := range want {
			info, err := os.Stat(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if info.Mode().Perm() != mode {
				t.Errorf("umask %03o: %s has %03o", mask, name, info.Mode().Perm())
			}
		}
	}
}

// underMask makes a record and changes it, with the umask of some account.
func underMask(mask int, dir string) error {
	defer syscall.Umask(syscall.Umask(mask))
	release, err := store.Lock(dir)
	if err != nil {
		return err
	}
	defer release()
	s, err := store.Create(store.Plain(dir, "record.db"), "rec-1")
	if err != nil {
		return err
	}
	return errors.Join(s.SetSetting("a", "b"), s.Close())
}

// Rights that someone gave to others are taken back at the next opening.
func TestOpeningTightensRights(t *testing.T) {
	dir := made(t)
	file := filepath.Join(dir, "record.db")
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(store.Plain(dir, "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if info, _ := os.Stat(file); info.Mode().Perm() != 0o600 {
		t.Errorf("it has %03o", info.Mode().Perm())
	}
}
