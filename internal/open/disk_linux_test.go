package open_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/open"
)

func init() { roles["reader"] = readOnly }

// tiny mounts a disk of its own on the data folder, which takes leave to mount.
func (l *laptop) tiny(options string) {
	l.Helper()
	kept := l.data + "-kept"
	l.does(errors.Join(os.Rename(l.data, kept), os.Mkdir(l.data, 0o700)))
	if err := syscall.Mount("tmpfs", l.data, "tmpfs", 0, options); err != nil {
		l.Skip("no leave to mount a small disk: ", err)
	}
	l.Cleanup(func() { _ = syscall.Unmount(l.data, syscall.MNT_DETACH) })
	l.does(os.CopyFS(l.data, os.DirFS(kept)))
	l.does(os.RemoveAll(kept))
}

// ballast leaves so much room on a disk, in bytes.
func (l *laptop) ballast(room int64) {
	l.Helper()
	name := filepath.Join(l.data, "ballast")
	l.does(absentFine(os.Remove(name)))
	var disk syscall.Statfs_t
	l.does(syscall.Statfs(l.data, &disk))
	if size := int64(disk.Bavail)*disk.Bsize - room; size > 0 {
		l.write(name, string(make([]byte, size)))
	}
}

func absentFine(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// On a disk without room a move is refused and the record stays as it was,
// wherever the room ends; with room it is made.
func TestAMoveOnAFullDisk(t *testing.T) {
	for _, f := range families(t) {
		l := f.home(t)
		l.tiny("size=8m")
		refused := 0
		for room := int64(0); ; room += 192 << 10 {
			l.ballast(room)
			l.start()
			l.reenter()
			err := l.move(f.mode)
			if err == nil {
				l.whole(f, f.acts)
				l.does(l.house.Close())
				break
			}
			refused++
			if r := refusal.From(err); r == nil || r.Code != refusal.DiskFull && r.Code != refusal.CopyFirstFull {
				t.Fatalf("%s, room for %d: %v", f.mode, room, err)
			}
			if l.house.Mode() != f.mode {
				t.Fatalf("refused, and moved")
			}
			l.whole(f, f.acts)
			l.alone()
			l.does(l.house.Close())
		}
		l.does(os.Remove(filepath.Join(l.data, "ballast")))
		l.start()
		l.reenter()
		l.whole(f, f.acts)
		l.alone()
		l.does(l.house.Close())
		if refused < 3 {
			t.Errorf("%s: refused %d times", f.mode, refused)
		}
	}
}

// A full disk opens a record, refuses to change it and says so, and goes on once
// there is room.
func TestARecordOnAFullDisk(t *testing.T) {
	for _, f := range families(t) {
		l := f.home(t)
		l.tiny("size=8m")
		l.ballast(0)
		l.start()
		l.reenter()
		l.whole(f, f.acts)
		l.refused(refusal.DiskFull, l.house.Room().SetDraft("long", string(make([]byte, 1<<20))))
		l.does(os.Remove(filepath.Join(l.data, "ballast")))
		l.names("After")
		l.does(l.house.Close())
		l.start()
		l.reenter()
		l.whole(f, f.acts+1)
		l.does(l.house.Close())
	}
}

// A disk that takes no changes shows a record in either mode, also in the middle
// of a move; every change is refused and no byte is changed.
func TestARecordOnADiskThatTakesNoChanges(t *testing.T) {
	for _, f := range families(t) {
		for _, at := range []int{0, 9, 17, 25, 33} {
			if at%17 > 0 && testing.Short() {
				continue
			}
			l := f.home(t)
			l.tiny("size=8m")
			if at > 0 && l.child("mover", at).Run() == nil {
				continue
			}
			l.does(syscall.Mount("", l.data, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=8m"))
			before := sums(t, l.data)
			l.start()
			l.reenter()
			if l.whole(f, f.acts); !l.house.Room().ReadOnly() {
				t.Error("it does not say that it takes no changes")
			}
			l.refused(refusal.ReadOnly, l.house.Room().SaveChild(iep.Child{Name: "Leo"}, ""))
			l.refused(refusal.ReadOnly, l.move(l.house.Mode()))
			l.does(l.house.Close())
			if got := sums(t, l.data); got != before {
				t.Errorf("%s, at %d, before:\n%s\nafter:\n%s", f.mode, at, before, got)
			}
		}
	}
}

// A folder or a file without the right to write is told before anyone types.
func TestARecordWithoutTheRightToWrite(t *testing.T) {
	for _, f := range families(t) {
		for folder, file := range map[os.FileMode]os.FileMode{0o500: 0o600, 0o700: 0o400} {
			l := f.home(t)
			newest := l.newest(f.mode)
			l.does(os.Chmod(newest, file))
			l.does(os.Chmod(l.data, folder))
			before := sums(t, l.data)
			cmd := l.child("reader", int(folder))
			if os.Getuid() == 0 {
				cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
				l.does(l.handOver(65534))
				cmd.Path = l.executable()
			}
			if out, err := cmd.Output(); err != nil {
				t.Errorf("%s, folder %o, file %o: %v\n%s", f.mode, folder, file, err, out)
			}
			if got := sums(t, l.data); got != before {
				t.Errorf("%s, before:\n%s\nafter:\n%s", f.mode, before, got)
			}
		}
	}
}

// handOver gives all of a laptop's folders to another account, which can reach
// them.
func (l *laptop) handOver(uid int) error {
	top := filepath.Dir(l.data)
	for dir := filepath.Dir(top); dir != os.TempDir() && len(dir) > 1; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			return err
		}
	}
	return filepath.WalkDir(top, func(path string, _ os.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(path, uid, uid))
	})
}

// executable is a copy of this binary that every account can run.
func (l *laptop) executable() string {
	dir := l.TempDir()
	l.does(os.Chmod(dir, 0o755))
	l.does(os.Chmod(filepath.Dir(dir), 0o755))
	name := filepath.Join(dir, "test")
	data, err := os.ReadFile(os.Args[0])
	l.does(err)
	l.does(os.WriteFile(name, data, 0o755))
	l.does(os.Chmod(name, 0o755))
	return name
}

// readOnly opens a record that it may not write to, and answers 0 when it says
// so and refuses every change. Where the file alone cannot be written, what lies
// beside it can.
func readOnly(dir string) int {
	h := in(dir)
	room := entered(h)
	end(room.Load())
	if !room.ReadOnly() {
		end(errors.New("it does not say that it takes no changes"))
	}
	for what, err := range map[string]error{
		"a child": room.SaveChild(iep.Child{Name: "Leo"}, ""), "a draft": room.SetDraft("a", "b"),
		"a move": moves(h), "a copy": second(room.MakeCopy(open.AskedCopy)),
	} {
		if !errors.Is(err, store.ErrReadOnly) {
			end(fmt.Errorf("%s was not refused for that: %v", what, err))
		}
	}
	end(h.Close())
	return 0
}

func second[V any](_ V, err error) error { return err }

func moves(h *open.House) error {
	if h.Mode() == open.Locked {
		return h.UnlockRecord(printedKey)
	}
	key, err := open.Recovery(printedKey)
	end(err)
	return h.LockRecord(key)
}
