package vault

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/refusal"
)

var update = flag.Bool("update", false, "make the golden vault anew")

// golden is a vault that the first version of the format wrote, with a
// passphrase, a recovery key (printedKey), commits, an attachment and the mark
// of a good close.
const (
	golden           = "testdata/format-1"
	goldenPassphrase = "Zoë liest fünf Bücher"
	goldenNotes      = "3 first,third,fourth: ü"
	goldenPaper      = "a scan of a letter\n"
)

func goldenPlace(dir string) Place { return Place{Dir: dir, Name: "record"} }

func TestGoldenIsMade(t *testing.T) {
	if !*update {
		t.Skip("only with -update")
	}
	must(t, os.RemoveAll(golden))
	d := newDeskWith(t, goldenPlace(golden), printed(t))
	must(t, d.vault.AddSecret(Passphrase(goldenPassphrase), cheap))
	for _, text := range []string{"first", "second", "third"} {
		must(t, d.note(text))
	}
	must(t, d.exec("DELETE FROM notes WHERE text = 'second'"))
	d.shut()
	d.again()
	must(t, d.note("fourth: ü"))
	folder := filepath.Join(d.vault.PapersDir(), paperID[:2])
	must(t, os.MkdirAll(folder, 0o755))
	var out bytes.Buffer
	w, err := d.vault.Seal(paperID, &out)
	must(t, err)
	_, err = w.Write([]byte(goldenPaper))
	must(t, errors.Join(err, w.Close(), os.WriteFile(filepath.Join(folder, paperID), out.Bytes(), 0o644)))
	d.shut()
}

// goldenCopy is a copy that may be written to.
func goldenCopy(t testing.TB) Place {
	t.Helper()
	dir := t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS(golden)))
	return goldenPlace(dir)
}

// A vault of the first version opens with each of its secrets, holds what it
// held, and goes on.
func TestTheGoldenVaultOpens(t *testing.T) {
	for _, secret := range []Secret{printed(t), Passphrase(goldenPassphrase)} {
		d := &desk{TB: t, place: goldenCopy(t), secret: secret}
		d.again()
		d.wants(goldenNotes)
		data, err := os.ReadFile(filepath.Join(d.vault.PapersDir(), paperID[:2], paperID))
		must(t, err)
		r, err := d.vault.Unseal(paperID, bytes.NewReader(data), int64(len(data)))
		must(t, err)
		plain := make([]byte, 100)
		if n, _ := r.Read(plain); string(plain[:n]) != goldenPaper {
			t.Errorf("the attachment holds %q", plain[:n])
		}
		must(t, d.note("fifth"))
		d.shut()
		d.again()
		d.wants("4" + goldenNotes[1:] + ",fifth")
		d.shut()
	}
}

// A vault of a newer format is refused, by name of what it needs, and stays as
// it is.
func TestANewerVaultIsRefused(t *testing.T) {
	p := goldenCopy(t)
	list, err := p.settled().generations()
	must(t, err)
	name := p.settled().file(list[len(list)-1])
	data, err := os.ReadFile(name)
	must(t, err)
	binary.BigEndian.PutUint16(data[readerAt:], 2)
	must(t, os.WriteFile(name, data, 0o600))
	before := contents(t, p.Dir)
	_, err = Open(p, printed(t), Opening{Damaged: true, Older: true})
	var u *Unopenable
	if !errors.As(err, &u) || u.State != Newer || u.Needs != 2 {
		t.Errorf("opened: %v", err)
	}
	if r := refusal.From(err); r == nil || r.Code != refusal.RecordNewer || r.Args["found"] != "2" {
		t.Errorf("refused as %v", r)
	}
	_, err = Create(p, cheap, printed(t))
	wantCode(t, "made over it", err, refusal.RecordNewer)
	if Look(p) != Newer || !same(before, contents(t, p.Dir)) {
		t.Error("it was changed")
	}
}

const independent = "../../../tools/read_vault.py"

// readBy is what the reader in Python makes of a vault, its exit status and
// what it says. Bare keeps it from the packages that it would use.
func readBy(t testing.TB, secret string, bare bool, args ...string) (int, string) {
	t.Helper()
	python, err := exec.LookPath("python3")
	must(t, err)
	all := []string{"-B", independent}
	if bare {
		all = []string{"-B", "-c", "import sys, runpy\nsys.modules['cryptography'] = None\nsys.argv = sys.argv[1:]\nrunpy.run_path(sys.argv[0], run_name='__main__')", independent}
	}
	cmd := exec.Command(python, append(all, args...)...)
	cmd.Stdin = strings.NewReader(secret + "\n")
	out, err := cmd.CombinedOutput()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// A program that was written from the page of the format alone reads the same
// database and the same attachment, with any secret, with its packages and
// without.
func TestTheIndependentReaderAgrees(t *testing.T) {
	p := goldenCopy(t)
	list, err := p.settled().generations()
	must(t, err)
	name := p.settled().file(list[len(list)-1])
	v, err := Open(p, printed(t), Opening{Reading: true})
	must(t, err)
	want := v.image.whole()
	must(t, v.Close())
	for _, c := range []struct {
		secret string
		bare   bool
		status int
	}{
		{printedKey, false, 0}, {strings.ToLower(strings.ReplaceAll(printedKey, "-", " ")), true, 0}, {goldenPassphrase, false, 0},
		{goldenPassphrase, true, 2}, {"another one", false, 2}, {printedKey[:len(printedKey)-1] + "0", true, 2},
	} {
		out := filepath.Join(t.TempDir(), "out.db")
		status, said := readBy(t, c.secret, c.bare, name, out)
		if strings.Contains(said, "package `cryptography` is needed") && !c.bare {
			continue // an older package has no argon2
		}
		got, _ := os.ReadFile(out)
		if status != c.status || status == 0 && !bytes.Equal(got, want) {
			t.Errorf("%q, bare %v: %d, %d bytes\n%s", c.secret, c.bare, status, len(got), said)
		}
	}
	out := filepath.Join(t.TempDir(), "papers")
	status, said := readBy(t, printedKey, true, name, "--papers", filepath.Join(p.Dir, "record-attachments"), out)
	if got, _ := os.ReadFile(filepath.Join(out, paperID)); status != 0 || string(got) != goldenPaper {
		t.Errorf("%d, %q\n%s", status, got, said)
	}
}

// Both say the same of a vault of everything that was done to one, and of one
// that is damaged.
func TestTheIndependentReaderSeesDamage(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Python some times")
	}
	p := placeIn(t.TempDir())
	d := newDeskWith(t, p, printed(t))
	for n := range 30 {
		must(t, d.note(strings.Repeat("what was done ", n*40)))
	}
	must(t, d.exec("DELETE FROM notes WHERE nr % 2"))
	must(t, d.exec("VACUUM"))
	want := d.vault.image.whole()
	d.shut()
	data, err := os.ReadFile(p.file(1))
	must(t, err)
	for at, status := range map[int]int{-1: 0, 2: 3, 100: 3, headerSize + 60: 1, len(data) / 2: 1, len(data) - block - 5: 1, len(data) - 5: 0} {
		changed := bytes.Clone(data)
		if at >= 0 {
			changed[at] ^= 4
		}
		dir := t.TempDir()
		must(t, os.WriteFile(filepath.Join(dir, "v"), changed, 0o600))
		got, said := readBy(t, printedKey, false, filepath.Join(dir, "v"), filepath.Join(dir, "out"))
		image, _ := os.ReadFile(filepath.Join(dir, "out"))
		if got != status || status == 0 && !bytes.Equal(image, want) {
			t.Errorf("a bit at %d: %d, want %d; %d bytes\n%s", at, got, status, len(image), said)
		}
		if status == 1 && at > headerSize+60 {
			sounds(t, filepath.Join(dir, "out"))
		}
	}
}

// sounds says that a plain file is a sound database.
func sounds(t testing.TB, file string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+file+"?mode=ro")
	must(t, err)
	defer db.Close()
	var sound string
	must(t, db.QueryRow("PRAGMA integrity_check").Scan(&sound))
	if sound != "ok" {
		t.Error(sound)
	}
}
