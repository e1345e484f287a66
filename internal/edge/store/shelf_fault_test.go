package store

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"midweek/internal/core/refusal"
)

// faulty is a disk on which one step fails, counted from 1; after it, when it
// is cut, nothing works any more, as if the process had ended there.
type faulty struct {
	real  realDisk
	at    int
	cut   bool
	short bool // a write that fails has written half
	steps int
	log   []string
	err   error
}

func (d *faulty) step(what string) error {
	d.steps++
	d.log = append(d.log, what)
	if d.steps == d.at || d.cut && d.at > 0 && d.steps > d.at {
		return d.err
	}
	return nil
}

func (d *faulty) makeFolder(dir string) (bool, error) {
	if err := d.step("folder"); err != nil {
		return false, err
	}
	return d.real.makeFolder(dir)
}

func (d *faulty) create(name string) (durable, error) {
	if err := d.step("create"); err != nil {
		return nil, err
	}
	f, err := d.real.create(name)
	return &faultyFile{f, d}, err
}

func (d *faulty) open(name string) (io.ReadSeekCloser, int64, error) {
	if err := d.step("open"); err != nil {
		return nil, 0, err
	}
	return d.real.open(name)
}

func (d *faulty) publish(from, to string) error {
	return errors.Join(d.step("publish"), d.and(d.real.publish, from, to))
}

// and does what comes after a step that did not fail.
func (d *faulty) and(do func(string, string) error, from, to string) error {
	if d.steps == d.at || d.cut && d.at > 0 && d.steps > d.at {
		return nil
	}
	return do(from, to)
}

func (d *faulty) syncFolder(dir string) error {
	if err := d.step("sync folder"); err != nil {
		return err
	}
	return d.real.syncFolder(dir)
}

func (d *faulty) remove(name string) error {
	if err := d.step("remove"); err != nil {
		return err
	}
	return d.real.remove(name)
}

func (d *faulty) list(dir string) ([]fs.DirEntry, error) { return d.real.list(dir) }

type faultyFile struct {
	durable
	disk *faulty
}

func (f *faultyFile) Write(p []byte) (int, error) {
	if err := f.disk.step("write"); err != nil {
		n := 0
		if f.disk.short {
			n, _ = f.durable.Write(p[:len(p)/2])
		}
		return n, err
	}
	return f.durable.Write(p)
}

func (f *faultyFile) Sync() error {
	if err := f.disk.step("sync"); err != nil {
		return err
	}
	return f.durable.Sync()
}

func (f *faultyFile) Close() error { return errors.Join(f.durable.Close(), f.disk.step("close")) }

func faultyShelf(dir string, d *faulty) *plainShelf {
	count := byte(0)
	return &plainShelf{dir: func() string { return dir }, disk: d, coat: bare{}, random: func(n int) []byte {
		count++
		return append(make([]byte, n-1), count)
	}}
}

// Whatever step fails, and whatever follows on it, what was told to be kept is
// there, what was told not to be kept is not, and the shelf goes on. Where the
// process ends in the middle, a sweep leaves nothing unfinished.
func TestEveryStepOfTheDiskFailsOnce(t *testing.T) {
	text := strings.Repeat("scan ", 20_000) // several writes
	counted := &faulty{}
	if _, err := faultyShelf(filepath.Join(t.TempDir(), "a"), counted).Put(strings.NewReader(text), MaxPaper); err != nil {
		t.Fatal(err)
	}
	counted.log = slices.Compact(counted.log)
	want := "folder, sync folder, folder, sync folder, create, write, sync, close, publish, sync folder"
	if got := strings.Join(counted.log, ", "); got != want {
		t.Fatalf("a file is kept by %s; want %s", got, want)
	}
	for _, why := range []error{syscall.ENOSPC, syscall.EIO, syscall.EROFS} {
		for at := 1; at <= counted.steps; at++ {
			for _, cut := range []bool{false, true} {
				failOnce(t, text, &faulty{at: at, cut: cut, short: at%2 == 0, err: why})
			}
		}
	}
}

func failOnce(t *testing.T, text string, d *faulty) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "a")
	_, err := faultyShelf(dir, d).Put(strings.NewReader(text), MaxPaper)
	if err == nil {
		t.Errorf("step %d failed with %v and nobody was told", d.at, d.err)
	}
	for cause, want := range map[error]error{syscall.ENOSPC: ErrFull, syscall.EROFS: ErrReadOnly} {
		if d.err == cause && !errors.Is(err, want) {
			t.Errorf("step %d: %v, want %v", d.at, err, want)
		}
	}
	next := faultyShelf(dir, &faulty{})
	left, err := next.List()
	if err != nil || !d.cut && len(left) > 0 {
		t.Errorf("step %d: %v lie there, %v", d.at, left, err)
	}
	if _, err := next.Sweep(func(string) bool { return true }, time.Time{}); err != nil {
		t.Errorf("step %d: %v", d.at, err)
	}
	next.random = func(n int) []byte { return append(make([]byte, n-1), 0xff) }
	p, err := next.Put(strings.NewReader(text), MaxPaper)
	if err != nil {
		t.Fatalf("step %d: it does not go on: %v", d.at, err)
	}
	f, err := next.Open(p)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	whole(t, next)
}

// whole says that nothing unfinished lies on the shelf, and nothing short.
func whole(t *testing.T, s *plainShelf) {
	t.Helper()
	err := s.each(func(name string, info fs.FileInfo) error {
		if strings.HasPrefix(filepath.Base(name), unfinished) || info.Size() != 100_000 {
			t.Errorf("%s of %d bytes lies there", filepath.Base(name), info.Size())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What cannot be read is said to be damaged, what cannot be removed is told.
func TestADiskThatDoesNotAnswer(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a")
	p, err := faultyShelf(dir, &faulty{}).Put(strings.NewReader("a scan"), MaxPaper)
	if err != nil {
		t.Fatal(err)
	}
	s := faultyShelf(dir, &faulty{at: 1, cut: true, err: syscall.EIO})
	if _, err := s.Open(p); err == nil || refusal.From(err) != nil {
		t.Errorf("opened: %v", err)
	}
	if err := s.Remove(p.ID); !errors.Is(err, syscall.EIO) {
		t.Errorf("removed: %v", err)
	}
}
