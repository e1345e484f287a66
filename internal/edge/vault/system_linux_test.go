package vault

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
)

func init() {
	roles["limited"] = writeUntilTheLimit
	roles["quiet"] = writeALittle
	roles["reader"] = readOnly
}

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

// On a full disk the change is refused whole as that, the vault still answers,
// and once there is room it goes on.
func TestAFullDisk(t *testing.T) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			dir := tiny(t, "size=1500k")
			ballast := filepath.Join(dir, "ballast")
			must(t, os.WriteFile(ballast, make([]byte, 300<<10), 0o600))
			p := placeIn(dir)
			p.Engine = engine
			d := newDesk(t, p)
			full := fill(d)
			want := d.notes()
			if codeOf(full) != 13 {
				t.Errorf("a full disk is told as %v", full)
			}
			if err := d.note("one more"); err == nil {
				t.Error("it took one more")
			}
			must(t, os.Remove(ballast))
			must(t, d.note("x"))
			got := d.notes()
			if !strings.HasSuffix(got, ",x") || len(got) < len(want) {
				t.Errorf("%.40s…", got)
			}
			d.shut()
			d.again()
			d.wants(got)
			d.shut()
		})
	}
}

// fill writes until a change is refused, and answers why.
func fill(d *desk) error {
	for range 5000 {
		if err := d.note(strings.Repeat("what was done ", 500)); err != nil {
			return err
		}
	}
	d.Fatal("the disk never filled")
	return nil
}

func TestAFullDiskTakesNoNewVault(t *testing.T) {
	dir := tiny(t, "size=4k")
	secret, _ := NewRecovery()
	_, err := Create(placeIn(dir), cheap, secret)
	wantCode(t, "made", err, refusal.DiskFull)
	if got := Look(placeIn(dir)); got != Absent {
		t.Errorf("left %s", got)
	}
}

// A limit on the length of files is a full disk.
func TestALimitOnFiles(t *testing.T) {
	dir := t.TempDir()
	cmd := exec.Command("sh", "-c", "ulimit -f 200; exec "+os.Args[0])
	cmd.Env = append(os.Environ(), roleKey+"=limited", dirKey+"="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	v, err := Open(placeIn(dir), printed(t), Opening{})
	must(t, err)
	d := &desk{TB: t, place: placeIn(dir), secret: printed(t), vault: v}
	d.connect()
	must(t, d.note("there is room"))
	if got := d.notes(); !strings.HasSuffix(got, ",there is room") {
		t.Errorf("%.40s…", got)
	}
	d.shut()
}

func writeUntilTheLimit(dir string) int {
	signal.Ignore(syscall.SIGXFSZ)
	secret, err := Recovery(printedKey)
	end(err)
	v, err := Create(placeIn(dir), cheap, secret)
	end(err)
	end(v.Make(settings, func(db *sql.DB) error {
		_, err := db.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL)")
		return err
	}))
	db, err := v.Connect(settings, true)
	end(err)
	for range 1000 {
		if _, err = db.Exec("INSERT INTO notes (text) VALUES (?)", strings.Repeat("note ", 300)); err != nil {
			break
		}
	}
	if codeOf(err) != 13 {
		end(fmt.Errorf("the limit was told as %w", err))
	}
	var n int
	end(db.QueryRow("SELECT count(*) FROM notes").Scan(&n))
	return 0
}

// A vault that takes no changes opens to be read, and stays as it is.
func TestWithoutRights(t *testing.T) {
	for _, mode := range []struct{ folder, file os.FileMode }{{0o500, 0o600}, {0o700, 0o400}} {
		dir := t.TempDir()
		p := placeIn(dir)
		d := newDeskWith(t, p, printed(t))
		must(t, d.note("a"))
		d.shut()
		must(t, errors.Join(os.Chmod(p.file(1), mode.file), os.Chmod(p.Dir, mode.folder)))
		before := contents(t, p.Dir)
		cmd := asNobody(t, dir)
		cmd.Env = append(os.Environ(), roleKey+"=reader", dirKey+"="+dir)
		out, err := cmd.CombinedOutput()
		if errors.Is(err, os.ErrPermission) {
			t.Skip("another account cannot come to this folder: ", err)
		}
		if err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		must(t, os.Chmod(p.Dir, 0o700))
		if !same(before, contents(t, p.Dir)) {
			t.Error("something was changed")
		}
	}
}

func readOnly(dir string) int {
	p := placeIn(dir)
	secret, err := Recovery(printedKey)
	end(err)
	if got := Look(p); got != ReadOnly {
		end(fmt.Errorf("looks %s", got))
	}
	v, err := Open(p, secret, Opening{})
	end(err)
	db, err := v.Connect(settings, true)
	end(err)
	var n int
	end(db.QueryRow("SELECT count(*) FROM notes").Scan(&n))
	_, err = db.Exec("INSERT INTO notes (text) VALUES ('b')")
	if n != 1 || codeOf(err) != 8 {
		end(fmt.Errorf("%d notes; written to: %w", n, err))
	}
	end(errors.Join(db.Close(), v.Close()))
	return 0
}

// asNobody runs this binary without special rights: for root, to whom no right
// is denied, as an account that owns nothing but the folder.
func asNobody(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	if os.Geteuid() != 0 {
		return exec.Command(os.Args[0])
	}
	const nobody = 65534
	must(t, filepath.Walk(dir, func(path string, _ os.FileInfo, err error) error {
		return errors.Join(err, os.Chown(path, nobody, nobody))
	}))
	for up := filepath.Dir(dir); up != filepath.Clean(os.TempDir()) && up != "/"; up = filepath.Dir(up) {
		must(t, os.Chmod(up, 0o755))
	}
	binary := filepath.Join(dir, "vault.test")
	data, err := os.ReadFile(os.Args[0])
	must(t, errors.Join(err, os.WriteFile(binary, data, 0o755)))
	cmd := exec.Command(binary)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	return cmd
}

// Under the system's own eye: of all folders, files are made and opened for
// writing in the vault's own two alone, and by no other names than its own.
func TestOnlyTheVaultsFilesAreOpened(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("there is no strace")
	}
	dir := t.TempDir()
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := exec.Command(strace, "-f", "-o", trace, "-e", "trace=openat,open,creat,rename,renameat,renameat2,mkdir,mkdirat", os.Args[0])
	cmd.Env = append(os.Environ(), roleKey+"=quiet", dirKey+"="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		if bytes.Contains(out, []byte("ptrace")) {
			t.Skip("strace may not look: ", string(out))
		}
		t.Fatalf("%v\n%s", err, out)
	}
	said, err := os.ReadFile(trace)
	must(t, err)
	ours := regexp.MustCompile(`^(/data(/record-\d{6}\.vault(\.new)?)?|/marks(/vault-[0-9a-f]{32}\.mark)?)$`)
	named := regexp.MustCompile(`"(/[^"]*)"`)
	seen := 0
	for line := range strings.Lines(string(said)) {
		for _, m := range named.FindAllStringSubmatch(line, -1) {
			below, inside := strings.CutPrefix(m[1], dir)
			switch {
			case inside && (below == "" || ours.MatchString(below)):
				seen++
			case inside, strings.Contains(line, "O_WRONLY"), strings.Contains(line, "O_RDWR"), strings.Contains(line, "O_CREAT"), !strings.Contains(line, "open"):
				t.Errorf("another file: %s", line)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d calls were seen", seen)
	}
}

// writeALittle uses everything that could make SQLite want a file of its own.
func writeALittle(dir string) int {
	p := placeIn(dir)
	secret, err := Recovery(printedKey)
	end(err)
	v, err := Create(p, cheap, secret)
	end(err)
	end(v.Make(settings, func(db *sql.DB) error {
		_, err := db.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL)")
		return err
	}))
	db, err := v.Connect(settings, true)
	end(err)
	for _, text := range []string{
		"PRAGMA cache_size = 5",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO notes (text) SELECT hex(zeroblob(200)) || i FROM n",
		"CREATE TEMP TABLE t AS SELECT text FROM notes ORDER BY text DESC",
		"CREATE INDEX by_text ON notes (text)",
		"UPDATE notes SET text = text || 'x'",
		"DELETE FROM notes WHERE nr % 2",
		"VACUUM",
	} {
		_, err := db.Exec(text)
		end(err)
	}
	end(errors.Join(v.Forget(), db.Close(), v.Close()))
	v, err = Open(p, secret, Opening{})
	end(err)
	end(v.Close())
	return 0
}
