package store_test

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"midweek/internal/edge/store"
)

func init() { roles["limited"] = writeUntilTheLimit }

// tiny mounts a disk of its own on a folder, which takes leave to mount.
func tiny(t *testing.T, options string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skip("no leave to mount a small disk: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// On a full disk the change is refused whole, the record still answers, and
// once there is room it goes on.
func TestAFullDisk(t *testing.T) {
	dir := tiny(t, "size=1m")
	ballast := filepath.Join(dir, "ballast")
	write(t, ballast, make([]byte, 300<<10))
	h := newHome(t, dir)
	h.do(small(t)...)
	h = fill(t, h)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	h.do(session(t, 9999, "x"))
	h.holds()
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	if answer := integrity(t, filepath.Join(dir, "record.db")); answer != "ok" {
		t.Error(answer)
	}
}

// fill writes until the disk is full, and answers the home as its store is
// then.
func fill(t tb, h *home) *home {
	t.Helper()
	for n := 1; ; n++ {
		if n > 5000 {
			t.Fatal("the disk never filled")
		}
		before := h.history.Len()
		_, err := h.try(session(t, n, "a"), session(t, n, "b"))
		if err == nil {
			continue
		}
		if !errors.Is(err, store.ErrFull) || errors.Is(err, store.ErrReadOnly) {
			t.Fatalf("after %d deeds: %v", n, err)
		}
		h = homeOf(t, h.store, "laptop")
		h.holds()
		if h.history.Len() != before {
			t.Fatalf("%d acts, there were %d", h.history.Len(), before)
		}
		return h
	}
}

// A record cannot be begun on a full disk, and nothing of it is left.
func TestAFullDiskTakesNoNewRecord(t *testing.T) {
	dir := tiny(t, "size=64k")
	_, err := store.Create(store.Plain(dir, "record.db"), "rec-1")
	if !errors.Is(err, store.ErrFull) {
		t.Errorf("made: %v", err)
	}
	if list := entries(t, dir); len(list) > 0 {
		t.Errorf("left %v", list)
	}
}

// A full disk does not read as another process.
func TestAFullDiskIsNotLocked(t *testing.T) {
	dir := tiny(t, "nr_inodes=2")
	write(t, filepath.Join(dir, "x"), nil)
	if _, err := store.Lock(dir); !errors.Is(err, store.ErrFull) || errors.Is(err, store.ErrLocked) {
		t.Errorf("locked: %v", err)
	}
}

// The same where no disk can be mounted: a limit on the size of files.
func TestALimitOnFiles(t *testing.T) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleKey+"=limited", dirKey+"="+t.TempDir())
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "went on") {
		t.Errorf("%v\n%s", err, out)
	}
}

func writeUntilTheLimit(dir string) int {
	signal.Ignore(syscall.SIGXFSZ)
	h := newHome(alone{}, dir)
	h.do(small(h)...)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		h.Fatal(err)
	}
	most := limit.Cur
	limit.Cur = 600 << 10
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		h.Fatal(err)
	}
	h = fill(h, h)
	limit.Cur = most
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		h.Fatal(err)
	}
	h.do(session(h, 9999, "x"))
	h.holds()
	os.Stdout.WriteString("went on\n")
	return 0
}

// A disk that takes no changes opens for reading, and says so before anyone
// types.
func TestAReadOnlyDisk(t *testing.T) {
	dir := tiny(t, "size=2m")
	h := newHome(t, dir)
	h.do(small(t)...)
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	remount(t, dir)
	readsOnly(t, dir)
	if _, err := store.Create(store.Plain(dir, "other.db"), "rec-2"); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("made: %v", err)
	}
	if _, err := store.Lock(dir); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("locked: %v", err)
	}
}

func remount(t *testing.T, dir string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
}

// A change that was cut off cannot be taken back there, so nothing can be read.
func TestAReadOnlyDiskWithAChangeCutOff(t *testing.T) {
	from, dir := cutOff(t), tiny(t, "size=4m")
	for _, name := range []string{"record.db", "record.db-journal"} {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), data)
	}
	remount(t, dir)
	before := contents(t, dir)
	_, err := store.Open(store.Plain(dir, "record.db"))
	var refused *store.Unopenable
	if !errors.As(err, &refused) || refused.State != store.ReadOnly || !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("opened: %v", err)
	}
	if contents(t, dir) != before {
		t.Error("something was changed")
	}
}
