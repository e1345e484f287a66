//go:build unix

package store_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
)

// Only an ordinary file is taken, and none is waited for.
func TestOnlyAnOrdinaryFileIsTaken(t *testing.T) {
	dir := t.TempDir()
	scan := filepath.Join(dir, "scan.pdf")
	write(t, scan, []byte("%PDF-1.7"))
	link, pipe, empty, shut := filepath.Join(dir, "link"), filepath.Join(dir, "pipe"), filepath.Join(dir, "empty"), filepath.Join(dir, "shut")
	write(t, empty, nil)
	write(t, shut, []byte("x"))
	if err := errors.Join(os.Symlink(scan, link), syscall.Mkfifo(pipe, 0o600), os.Chmod(shut, 0)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]refusal.Code{
		link: refusal.NotAFile, pipe: refusal.NotAFile, dir: refusal.NotAFile, "/dev/zero": refusal.NotAFile, "/dev/tty": refusal.NotAFile,
		empty: refusal.FileEmpty, scan + ".gone": refusal.FileGone, shut: refusal.FileUnreadable, "a\x00b": "",
	} {
		if path == shut && os.Getuid() == 0 {
			continue // may read anything
		}
		s, err := store.OpenSource(path)
		if want == "" && err != nil {
			continue
		}
		wantCode(t, path, err, want)
		if s != nil {
			t.Errorf("%s is open", path)
		}
	}
	s, err := store.OpenSource(scan)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	head, err := s.Head(4)
	if string(head) != "%PDF" || err != nil || s.Size() != 8 {
		t.Errorf("%q, %v", head, err)
	}
	if all, err := io.ReadAll(s); string(all) != "%PDF-1.7" || err != nil {
		t.Errorf("%q, %v", all, err)
	}
}

// A file that another program is still writing, or cuts, is refused and not
// kept in part.
func TestAFileThatChangesMeanwhile(t *testing.T) {
	for what, change := range map[string]func(name string) error{
		"grows": func(name string) error {
			f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteString("more")
			return errors.Join(err, f.Close())
		},
		"shrinks": func(name string) error { return os.Truncate(name, 100) },
	} {
		shelf, dir := newShelf(t)
		name := filepath.Join(t.TempDir(), "scan")
		write(t, name, make([]byte, 4096))
		s, err := store.OpenSource(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := change(name); err != nil {
			t.Fatal(err)
		}
		_, err = shelf.Put(s, 1<<20)
		wantCode(t, what, err, refusal.FileChanging)
		s.Close()
		if n := files(t, dir); n != 0 {
			t.Errorf("%s: %d files were kept", what, n)
		}
	}
}
