//go:build unix

package store_test

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"midweek/internal/edge/store"
)

func init() {
	roles["reader"] = func(dir string) int { readsOnly(alone{}, dir); return 0 }
	roles["former"] = func(dir string) int { readsTheFormer(alone{}, dir); return 0 }
	roles["barred"] = func(dir string) int { readsNothing(alone{}, dir); return 0 }
}

// readsNothing says that a file that may not be read is not taken for a bad one.
func readsNothing(t tb, dir string) {
	t.Helper()
	p := store.Plain(dir, "record.db")
	if got := store.Look(p); got != store.Unreadable {
		t.Fatalf("looks %s", got)
	}
	for _, open := range []func() (*store.Store, error){
		func() (*store.Store, error) { return store.Open(p) },
		func() (*store.Store, error) { return store.Create(p, "rec-2") },
	} {
		var refused *store.Unopenable
		if _, err := open(); !errors.As(err, &refused) || refused.State != store.Unreadable {
			t.Fatalf("opened: %v", err)
		}
	}
}

// readsOnly says that a record opens for reading, refuses every change as
// read-only and stays as it is.
func readsOnly(t tb, dir string) {
	t.Helper()
	p := store.Plain(dir, "record.db")
	if got := store.Look(p); got != store.ReadOnly {
		t.Fatalf("looks %s", got)
	}
	s, err := store.Open(p)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if !s.ReadOnly() {
		t.Errorf("it does not say that it is read-only")
	}
	h := homeOf(t, s, "laptop")
	h.holds()
	_, err = h.try(session(t, 1, "a"))
	for what, err := range map[string]error{
		"append": err, "rebuild": s.Rebuild(h.fold()), "setting": s.SetSetting("a", "b"), "shrink": s.Shrink(),
	} {
		if !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := p.Room(); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("room: %v", err)
	}
}

// A folder in which nothing can be made, with a file that could be written to:
// SQLite could not keep what a change overwrites.
func TestAReadOnlyFolder(t *testing.T) { withoutRights(t, "reader", 0o500, 0o600) }

func TestAReadOnlyFile(t *testing.T) { withoutRights(t, "reader", 0o700, 0o400) }

func TestAFileThatMayNotBeRead(t *testing.T) { withoutRights(t, "barred", 0o700, 0o000) }

// A record of the first version that takes no changes cannot be brought to the
// present shape. It can be read: its acts tell everything.
func TestAReadOnlyRecordOfTheFirstVersion(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	former(t, dir)
	asAnother(t, dir, "former", 0o500, 0o400)
}

func readsTheFormer(t tb, dir string) {
	t.Helper()
	s, err := store.Open(store.Plain(dir, "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if r, _, err := s.Projected(); r != nil || err != nil || !s.ReadOnly() {
		t.Fatalf("projected %v, %v", r, err)
	}
	understood(t, homeOf(t, s, "laptop").fold().Record)
}

func withoutRights(t *testing.T, role string, folder, file os.FileMode) {
	dir := filepath.Join(t.TempDir(), "data")
	h := newHome(t, dir)
	h.do(small(t)...)
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	asAnother(t, dir, role, folder, file)
}

// asAnother has another account play a role, with these rights.
func asAnother(t *testing.T, dir, role string, folder, file os.FileMode) {
	t.Helper()
	cmd := asNobody(t, dir)
	for name, mode := range map[string]os.FileMode{"record.db": file, "record.db-journal": file, "": folder} {
		if err := os.Chmod(filepath.Join(dir, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(dir, 0o700) })
	before := allowed(t, dir)
	cmd.Env = append(os.Environ(), roleKey+"="+role, dirKey+"="+dir)
	out, err := cmd.CombinedOutput()
	if errors.Is(err, os.ErrPermission) {
		t.Skip("another account cannot come to this folder: ", err)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if allowed(t, dir) != before {
		t.Error("something was changed")
	}
}

// allowed are the contents of a folder whose rights were taken away.
func allowed(t *testing.T, dir string) string {
	t.Helper()
	file := filepath.Join(dir, "record.db")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() != 0 && info.Mode().Perm()&0o400 == 0 {
		return info.ModTime().String()
	}
	return contents(t, dir)
}

// asNobody runs this binary without special rights: for root, to whom no right
// is denied, as an account that owns nothing but the folder.
func asNobody(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	if os.Geteuid() != 0 {
		return exec.Command(os.Args[0])
	}
	const nobody = 65534
	binary := filepath.Join(reachable(t), "store.test")
	copyFile(t, os.Args[0], binary)
	for _, name := range []string{"", "record.db", "record.db-journal"} {
		if err := os.Chown(filepath.Join(dir, name), nobody, nobody); err != nil {
			t.Fatal(err)
		}
	}
	reach(t, filepath.Dir(dir))
	cmd := exec.Command(binary)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	return cmd
}

// reachable is a folder that every account can come to.
func reachable(t *testing.T) string {
	dir := t.TempDir()
	reach(t, dir)
	return dir
}

func reach(t *testing.T, dir string) {
	t.Helper()
	for ; dir != filepath.Clean(os.TempDir()) && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(out.Chmod(0o755), out.Close()); err != nil {
		t.Fatal(err)
	}
}
