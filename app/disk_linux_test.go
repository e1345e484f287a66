package app

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
)

// limitedKey says that this process is the one on a full disk.
const limitedKey = "MIDWEEK_APP_LIMITED"

// On a full disk nothing is written and the person is told; everything can
// still be looked at, and the next click goes on once there is room. A process
// that may not make its files larger stands for the disk.
func TestAFullDisk(t *testing.T) {
	if os.Getenv(limitedKey) == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestAFullDisk$", "-test.v")
		cmd.Env = append(os.Environ(), limitedKey+"=yes")
		if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "--- PASS") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	f := newFamily(t, "2026-09-17")
	f.begin()
	today := &Today{f.desk}
	asks := got(today.View("")).Asks
	limit(t, func(was uint64) uint64 { return 4096 })
	for range 2 {
		_, err := today.Missed("", []string{asks[0].Key}, "provider_absent")
		refused(t, err, refusal.DiskFull, "")
		v := got(today.View(""))
		if len(v.Asks) != len(asks) || v.Balances[0].ToMakeUp != 0 || v.Frame.Undo != "added a service" {
			t.Errorf("after the refusal: %d asked, undo %q", len(v.Asks), v.Frame.Undo)
		}
	}
	limit(t, func(uint64) uint64 { return ^uint64(0) })
	v := got(today.Missed("", []string{asks[0].Key}, "provider_absent"))
	f.restart()
	if again := got((&Today{f.desk}).View("")); v.Balances[0].ToMakeUp != 30 || again.Balances[0].ToMakeUp != 30 {
		t.Errorf("with room: %d, on the next evening %d", v.Balances[0].ToMakeUp, again.Balances[0].ToMakeUp)
	}
}

// limit sets how large a file of this process may get, in bytes.
func limit(t *testing.T, size func(was uint64) uint64) {
	t.Helper()
	var now syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &now); err != nil {
		t.Fatal(err)
	}
	now.Cur = min(size(now.Cur), now.Max)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &now); err != nil {
		t.Fatal(err)
	}
}

// A record that takes no changes opens to be looked at and says so before
// anyone types; nothing can be written, and the file stays as it is.
func TestARecordThatTakesNoChanges(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	var v *StartView
	v = f.restart(func() { readOnly(t, filepath.Join(f.dir, "data")) })
	before := f.sum()
	if v.State != "open" || notice(v.Frame, "read_only") == nil {
		t.Fatalf("%s, notices %+v", v.State, v.Frame.Notices)
	}
	today := &Today{f.desk}
	asks := got(today.View("")).Asks
	_, err := today.Happened("", []string{asks[0].Key})
	refused(t, err, refusal.ReadOnly, "")
	_, err = today.Undo("")
	refused(t, err, refusal.ReadOnly, "")
	if after := got(today.View("")); len(after.Asks) != len(asks) || f.sum() != before {
		t.Error("something was changed")
	}
	_, err = (&Start{f.desk}).Sample()
	refused(t, err, refusal.ReadOnly, "")
}

// readOnly makes a folder one in which nothing can be written: by its rights,
// or for root, who has all of them, as a disk of its own.
func readOnly(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		for name, mode := range map[string]os.FileMode{"record.db": 0o400, "": 0o500} {
			if err := os.Chmod(filepath.Join(dir, name), mode); err != nil {
				t.Fatal(err)
			}
		}
		t.Cleanup(func() { os.Chmod(dir, 0o700) })
		return
	}
	old := dir + ".old"
	if err := os.Rename(dir, old); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m"); err != nil {
		t.Skip("no leave to mount a disk: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	if err := os.CopyFS(dir, os.DirFS(old)); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
}
