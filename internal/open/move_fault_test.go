package open_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// printedKey opens the vaults of these tests, in every process, in no time.
const printedKey = "CZHH-9Z6S-SZQ1-0FY3-E0FM-M80Z-SX7S-KPFW-PM4S"

func printed(t testing.TB) open.Secret {
	t.Helper()
	key, err := open.Recovery(printedKey)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// A family is a record that is moved again and again, from the same beginning.
type family struct {
	mode   open.Mode
	dir    string
	papers map[string]string // what each attachment holds
	acts   int
}

// families are a plain one and a locked one, closed.
func families(t *testing.T) []*family {
	t.Helper()
	var all []*family
	for _, mode := range []open.Mode{open.Plain, open.Locked} {
		l := newLaptop(t)
		if l.begin(); mode == open.Locked {
			l.does(l.house.LockRecord(printed(t)))
		}
		f := &family{mode: mode, dir: filepath.Dir(l.data), papers: map[string]string{}}
		l.names(canary)
		l.does(l.house.Room().SetDraft("note", canary+" slept badly"))
		for _, text := range []string{canary + "'s plan", "a letter to " + canary} {
			f.papers[l.attach(text)] = text
		}
		f.acts = l.history().Len()
		l.does(l.house.Close())
		all = append(all, f)
	}
	return all
}

// home is a copy of a family's folders.
func (f *family) home(t *testing.T) *laptop {
	t.Helper()
	dir := t.TempDir()
	l := &laptop{T: t, data: filepath.Join(dir, "data"), config: filepath.Join(dir, "config")}
	l.does(os.CopyFS(dir, os.DirFS(f.dir)))
	l.does(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			err = os.Chmod(path, 0o600)
		}
		return err
	}))
	return l
}

// reenter opens the record, in whichever mode it is.
func (l *laptop) reenter() {
	l.Helper()
	if l.house.Mode() == open.Locked {
		l.does(l.house.Unlock(printed(l), open.Opening{}))
		return
	}
	l.does(l.house.Own())
}

// move moves the open record to where it is not.
func (l *laptop) move(from open.Mode) error {
	if from == open.Plain {
		return l.house.LockRecord(printed(l))
	}
	return l.house.UnlockRecord(printedKey)
}

// whole says that the open record has everything of the family, and no act less
// than so many.
func (l *laptop) whole(f *family, acts int) {
	l.Helper()
	room := l.house.Room()
	if got := l.history().Len(); got < acts {
		l.Errorf("%d acts of %d", got, acts)
	}
	draft, err := room.Draft("note")
	if draft != canary+" slept badly" || err != nil {
		l.Errorf("draft %q, %v", draft, err)
	}
	for id, text := range f.papers {
		if got := l.saved(id); got != text {
			l.Errorf("attached %q, want %q", got, text)
		}
	}
	if loose, err := room.LoosePapers(); loose != 0 || err != nil {
		l.Errorf("%d loose attachments, %v", loose, err)
	}
	if got := l.devices(); len(got) != 1 {
		l.Errorf("wrote as %v", got)
	}
}

// alone says that nothing lies in the folder but the record in its mode.
func (l *laptop) alone() {
	l.Helper()
	vaults, _ := filepath.Glob(filepath.Join(l.data, "record-*"))
	if l.house.Mode() == open.Locked {
		l.tellsNothing()
	} else if len(vaults) > 0 {
		l.Errorf("%v beside a plain record", vaults)
	}
	if _, err := os.Stat(filepath.Join(l.data, "moving")); !os.IsNotExist(err) {
		l.Error("the move's folder is left")
	}
}

// A fault is a step that fails, in one way or another.
type fault struct {
	name string
	step func(do func() error) error
	ever bool // all steps after it fail as well, until the next start
}

var faults = []fault{
	{"full", func(func() error) error { return syscall.ENOSPC }, false},
	{"broken", func(func() error) error { return syscall.EIO }, false},
	{"done, and told as broken", func(do func() error) error { return errors.Join(do(), syscall.EIO) }, false},
	{"broken for good", func(func() error) error { return syscall.EIO }, true},
}

// failing makes the nth step fail, from 1, and counts the steps.
func failing(nth int, f fault) (steps *int, reset func()) {
	steps = new(int)
	return steps, open.SetStep(func(_ string, do func() error) error {
		if *steps++; *steps == nth || f.ever && *steps > nth {
			return f.step(do)
		}
		return do()
	})
}

// Every step of a move fails once, in every way. Either the record stays as it
// was, open, and is written to; or it is moved, and what could not be removed is
// told and goes at the next start.
func TestTortureAMoveThatFails(t *testing.T) {
	every := effort(9, 4, 1)
	if testing.Short() {
		t.Skip("takes seconds")
	}
	tried := 0
	for _, f := range families(t) {
		for _, bad := range faults {
			for nth, done := 1, false; !done; nth += every {
				t.Run(fmt.Sprintf("%s %s %d", f.mode, bad.name, nth), func(t *testing.T) {
					done = !moveFails(t, f, nth, bad)
				})
				tried++
			}
		}
	}
	report("%d steps of a move failed: the record whole each time", tried)
}

// moveFails says whether there was a step of that number.
func moveFails(t *testing.T, f *family, nth int, bad fault) bool {
	l := f.home(t)
	l.start()
	defer func() { l.house.Close() }()
	l.reenter()
	steps, reset := failing(nth, bad)
	err := l.move(f.mode)
	reset()
	acts := f.acts
	switch room := l.house.Room(); {
	case err == nil && l.house.Mode() == f.mode:
		t.Error("not moved, and not told")
	case err != nil && bad.name == "full" && refusal.From(err).Code != refusal.DiskFull:
		t.Errorf("told as %v", err)
	case room != nil:
		l.whole(f, acts)
		l.names("After")
		acts++
	case !bad.ever:
		t.Errorf("nothing is open: %v", err)
	}
	l.does(l.house.Close())
	l.start()
	l.reenter()
	l.whole(f, acts)
	l.alone()
	return *steps >= nth
}
