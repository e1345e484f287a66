package open_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/open"
)

var update = flag.Bool("update", false, "make the golden records of this schema anew")

// goldens are records as the program wrote them, by the version of their schema:
// plain/ and locked/ are data folders with the same small family, which has every
// noun of the format, an entry that was taken back, a draft and an attachment;
// export.json is what both export. The locked one opens with a passphrase (moms)
// and a recovery key (printedKey). They are made by
//
//	go test ./internal/open -run TestGoldensAreMade -update
//
// and committed with each new schema; the ones before stay.
const goldens = "testdata/golden"

const goldenPaper = "The plan of 3 September, scanned.\n"

// schema is the version of what this program writes.
func schema(t *testing.T) int {
	l := newLaptop(t)
	l.begin()
	l.does(l.house.Leave())
	return int(l.bytes(l.own())[63])
}

func goldenOf(version int) string { return filepath.Join(goldens, fmt.Sprintf("schema-%d", version)) }

func TestGoldensAreMade(t *testing.T) {
	if !*update {
		t.Skip("only with -update")
	}
	dir := goldenOf(schema(t))
	l := newLaptop(t)
	l.does(os.RemoveAll(dir))
	l.goldenFamily()
	l.exports(filepath.Join(dir, "export.json"))
	l.does(l.house.Leave())
	l.keeps(filepath.Join(dir, "plain"))
	l.does(l.house.Own())
	l.does(l.house.LockRecord(open.Passphrase(moms), printed(t)))
	l.does(l.house.Leave())
	l.keeps(filepath.Join(dir, "locked"))
}

// goldenFamily makes the record.
func (l *laptop) goldenFamily() {
	l.Helper()
	whole, err := filepath.Abs("../edge/exchange/testdata/whole.json")
	l.does(err)
	_, err = l.house.BeginWith("Mom", whole)
	l.does(err)
	room := l.house.Room()
	l.attach(goldenPaper)
	l.names("Leo")
	l.names("Nobody")
	l.does(room.Undo())
	l.does(room.SetDraft("note", "half a thought"))
}

// exports writes the record to a file.
func (l *laptop) exports(file string) {
	l.Helper()
	l.does(os.MkdirAll(filepath.Dir(file), 0o755))
	l.does(l.house.Room().SaveCopy(file))
}

// keeps copies the record of the data folder, without safe copies and the lock.
func (l *laptop) keeps(dir string) {
	l.Helper()
	from := os.DirFS(l.data)
	l.does(fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(name, "record") && !strings.HasPrefix(name, "attachments") || strings.HasSuffix(name, "-journal") {
			return err
		}
		to := filepath.Join(dir, name)
		l.does(os.MkdirAll(filepath.Dir(to), 0o755))
		return os.WriteFile(to, l.bytes(filepath.Join(l.data, name)), 0o644)
	}))
}

// goldenIn is the program on a copy of a golden record.
func goldenIn(t *testing.T, dir string) *laptop {
	t.Helper()
	home := t.TempDir()
	l := &laptop{T: t, data: filepath.Join(home, "data"), config: filepath.Join(home, "config")}
	l.does(os.CopyFS(l.data, os.DirFS(dir)))
	l.does(filepath.WalkDir(l.data, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			err = os.Chmod(path, 0o600)
		}
		return err
	}))
	l.start()
	t.Cleanup(func() { l.house.Close() })
	return l
}

// Every record that the program ever wrote opens, in either mode, exports the
// same to the byte, and goes on.
func TestGoldenRecordsOpen(t *testing.T) {
	all, err := filepath.Glob(filepath.Join(goldens, "schema-*"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(goldenOf(schema(t))); err != nil {
		t.Errorf("there is no golden record of this schema: make it with -update")
	}
	for _, golden := range all {
		want, err := os.ReadFile(filepath.Join(golden, "export.json"))
		if err != nil {
			t.Fatal(err)
		}
		for mode, secrets := range map[string][]open.Secret{"plain": {{}}, "locked": {open.Passphrase(moms), printed(t)}} {
			for _, secret := range secrets {
				l := goldenIn(t, filepath.Join(golden, mode))
				if mode == "plain" {
					l.does(l.house.Own())
				} else {
					l.does(l.house.Unlock(secret, open.Opening{}))
				}
				l.isGolden(want)
			}
		}
	}
}

func (l *laptop) isGolden(want []byte) {
	l.Helper()
	l.does(l.house.Room().Load())
	file := filepath.Join(l.TempDir(), "export.json")
	l.exports(file)
	if got := l.bytes(file); !bytes.Equal(got, want) {
		l.Errorf("exports otherwise:\n%s", got)
	}
	book, err := l.house.Room().Book()
	l.does(err)
	for _, a := range book.Record.Attachments {
		if a.Name == "letter.txt" && l.saved(a.ID) != goldenPaper {
			l.Error("the attachment is another")
		}
	}
	if draft, err := l.house.Room().Draft("note"); draft != "half a thought" || err != nil {
		l.Errorf("draft %q, %v", draft, err)
	}
	l.names("Tom")
	if got := l.children(); !strings.Contains(got, "Tom") {
		l.Errorf("children %s", got)
	}
}
