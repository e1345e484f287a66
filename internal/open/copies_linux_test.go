package open_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/open"
	"midweek/internal/sample"
)

// mounted is a small disk of its own on a folder, which takes leave to mount.
func mounted(t *testing.T, dir, options string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skip("no leave to mount a small disk: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
}

// fullFolder makes the folder of the copies a disk that is full.
func (l *laptop) fullFolder() (ballast string) {
	l.Helper()
	dir := filepath.Join(l.data, "backups")
	mounted(l.T, dir, "size=64k")
	ballast = filepath.Join(dir, "ballast")
	l.does(os.WriteFile(ballast, make([]byte, 40<<10), 0o600))
	return ballast
}

// Where the disk is full no copy is made and that is told; the family goes on
// writing, but nothing begins that wants a copy first. Once there is room it is
// told no more.
func TestNoRoomForACopy(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		l.does(os.MkdirAll(filepath.Join(l.data, "backups"), 0o700))
		ballast := l.fullFolder()
		room := l.house.Room()
		_, err := room.MakeCopy(open.AskedCopy)
		l.refused(refusal.DiskFull, err)
		if why := l.trouble(); why == nil || why.Code != refusal.DiskFull {
			l.Errorf("trouble %v", why)
		}
		if err := room.Housekeep(); err == nil {
			l.Error("nothing is told of a copy that could not be made")
		}
		l.names("Leo")
		_, err = room.Import(sample.File())
		l.refused(refusal.CopyFirstFull, err)
		l.wants("[Leo Mia]")
		l.does(l.house.Close()) // which waits for the copy behind the change
		if left, err := os.ReadDir(filepath.Dir(ballast)); len(left) != 1 || err != nil {
			l.Errorf("left are %v, %v", left, err)
		}
		l.start()
		l.enter()
		if why := l.trouble(); why == nil || why.Code != refusal.DiskFull {
			l.Errorf("trouble after a start %v", why)
		}
		l.does(syscall.Unmount(filepath.Dir(ballast), 0))
		l.does(l.house.Room().Housekeep())
		if why := l.trouble(); why != nil {
			l.Errorf("trouble %v", why)
		}
		l.names("Zoe")
		l.wants("[Leo Mia Zoe]")
	})
}

func (l *laptop) trouble() *refusal.Refusal { return l.house.Room().CopyTrouble() }

// A folder of copies that takes no changes keeps a restore from beginning, and
// nothing is changed.
func TestNothingIsBroughtBackWithoutACopy(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		made := l.copies(open.AskedCopy)
		l.names("Leo")
		l.does(l.house.Close())
		file, err := l.house.CopyFile(made.Name)
		l.does(err)
		data := l.bytes(file)
		dir := filepath.Dir(file)
		mounted(l.T, dir, "size=1m")
		l.write(file, string(data))
		if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
			l.Fatal(err)
		}
		l.start()
		l.enter()
		l.refused(refusal.CopyFirstReadOnly, l.house.Restore(made.Name))
		l.refused(refusal.CopyFirstReadOnly, l.removeLeo())
		l.wants("[Leo Mia]")
		l.names("Zoe")
		l.wants("[Leo Mia Zoe]")
	})
}

func (l *laptop) removeLeo() error {
	named := func(names []string) func(string) bool {
		return func(text string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(text, n) })
		}
	}
	_, err := l.house.Room().RemoveChild(l.entry("Leo").ID, named, nil)
	return err
}

// A stick that is full, takes no changes or is pulled while it is written to is
// told, kept to be shown, and changes nothing here.
func TestAStickThatFails(t *testing.T) {
	inBothModes(t, func(l *laptop) {
		stick := filepath.Join(l.TempDir(), "stick")
		mounted(l.T, stick, "size=64k")
		room := l.house.Room()
		l.does(room.SetSecond(stick))
		l.refused(refusal.DiskFull, room.CopyToSecond())
		if s := room.Second(); s.Err == nil || s.Err.Code != refusal.DiskFull || !s.Last.IsZero() {
			l.Errorf("%+v", s)
		}
		if len(l.onIt(stick)) > 0 {
			l.Errorf("left on the stick are %v", l.onIt(stick))
		}
		l.does(syscall.Mount("tmpfs", stick, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
		l.refused(refusal.ReadOnly, room.CopyToSecond())
		l.does(syscall.Unmount(stick, 0))
		l.refused(refusal.SecondGone, room.CopyToSecond())
		l.does(room.Housekeep())
		l.names("Leo")
		l.wants("[Leo Mia]")
		all, err := l.house.Copies()
		if err != nil || len(all) == 0 || !all[0].Here {
			l.Errorf("%+v, %v", all, err)
		}
	})
}

// onIt are the files in this record's folder on a stick.
func (l *laptop) onIt(stick string) []string {
	l.Helper()
	files, err := filepath.Glob(filepath.Join(stick, "*", "*"))
	l.does(err)
	return files
}
