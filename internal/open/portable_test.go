package open_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"filippo.io/age"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
	"midweek/internal/open"
	"midweek/internal/sample"
)

// unsealed are the files inside a portable copy.
func (l *laptop) unsealed(path, passphrase string) map[string][]byte {
	l.Helper()
	key, err := age.NewScryptIdentity(passphrase)
	l.does(err)
	plain, err := age.Decrypt(bytes.NewReader(l.bytes(path)), key)
	l.does(err)
	data, err := io.ReadAll(plain)
	l.does(err)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	l.does(err)
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		l.does(err)
		files[f.Name], err = io.ReadAll(r)
		l.does(err)
	}
	return files
}

// What is taken along is the record three times over, each good by itself, and
// its papers.
func TestEverythingIsTakenAlong(t *testing.T) {
	l := newLaptop(t)
	l.begin()
	room := l.house.Room()
	_, err := room.Import(sample.File())
	l.does(err)
	_, not, err := room.Attach([]string{l.chosen("letter.txt", "Dear Ms. Lane"), l.chosen("gone.txt", "soon gone")}, []iep.Ref{})
	l.does(err)
	if len(not) > 0 {
		t.Fatal(not)
	}
	l.loses("soon gone")
	path := filepath.Join(t.TempDir(), "all"+open.PortableEnding)
	missing, err := room.SavePortable(path, "four words of mine")
	l.does(err)
	if len(missing) != 1 || missing[0].Name != "gone.txt" {
		t.Errorf("missing: %v", missing)
	}
	files := l.unsealed(path, "four words of mine")
	whole, err := room.Export()
	l.does(err)
	want, err := exchange.Write(whole)
	l.does(err)
	if !bytes.Equal(files["data.json"], want) {
		t.Error("data.json is not the record")
	}
	acts, err := exchange.ReadActs(files["entries.acts"])
	l.does(err)
	l.does(history.Verify(acts[0].Record, acts))
	if letter := files["attachments/0001 letter.txt"]; string(letter) != "Dear Ms. Lane" {
		t.Errorf("the letter is %q of %v", letter, slices.Sorted(maps.Keys(files)))
	}
	l.opens(files["record.sqlite"], len(acts))
}

// chosen is a file elsewhere that a person chooses.
func (l *laptop) chosen(name, text string) string {
	l.Helper()
	path := filepath.Join(l.TempDir(), name)
	l.does(os.WriteFile(path, []byte(text), 0o600))
	return path
}

// loses removes the file of the attachment with a text.
func (l *laptop) loses(text string) {
	l.Helper()
	l.does(filepath.WalkDir(filepath.Join(l.data, "attachments"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || string(l.bytes(path)) != text {
			return err
		}
		return os.Remove(path)
	}))
}

// opens looks whether a database is a record with so many acts.
func (l *laptop) opens(database []byte, acts int) {
	l.Helper()
	dir := l.TempDir()
	l.does(os.WriteFile(filepath.Join(dir, "record.sqlite"), database, 0o600))
	s, err := store.Open(store.Plain(dir, "record.sqlite"))
	l.does(err)
	defer s.Close()
	if all, err := s.Acts(); err != nil || len(all) != acts {
		l.Errorf("%d acts in the database, want %d: %v", len(all), acts, err)
	}
}
