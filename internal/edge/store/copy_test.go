package store_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// The kinds of places that a record can be copied from and to.
var kinds = map[string]func(t *testing.T, dir string) store.Place{
	"plain":            func(_ *testing.T, dir string) store.Place { return store.Plain(dir, "record.db") },
	"vault, by files":  func(t *testing.T, dir string) store.Place { return vaulted(t, dir, vault.ByFiles) },
	"vault, by copies": func(t *testing.T, dir string) store.Place { return vaulted(t, dir, vault.ByCopies) },
}

// vaulted is a place in a vault in a folder, which is made or opened again.
func vaulted(t *testing.T, dir string, engine vault.Engine) store.Place {
	return store.Locked(vaultIn(t, dir, engine))
}

func vaultIn(t *testing.T, dir string, engine vault.Engine) *vault.Vault {
	t.Helper()
	secret, err := vault.Recovery(printedKey)
	if err != nil {
		t.Fatal(err)
	}
	p := vault.Place{Dir: dir, Name: "record", Engine: engine}
	v, err := vault.Open(p, secret, vault.Opening{})
	if vault.Look(p) == vault.Absent {
		v, err = vault.Create(p, vault.Default, secret)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

// lived is a record in a place in which things were written, struck and
// redacted, with a setting and a draft.
func lived(t *testing.T, p store.Place) *home {
	t.Helper()
	s, err := store.Create(p, "rec-1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	h := homeOf(t, s, "laptop")
	h.do(small(t)...)
	for n := range 12 {
		h.do(deed(h, n)...)
	}
	err = errors.Join(s.SetSetting("author", "Mom"), s.SetDraft("note", "half a "+strings.Repeat("thought ", 5000)), s.SetDraft("gone", strings.Repeat("x", 20_000)))
	if err = errors.Join(err, s.SetDraft("gone", "")); err != nil {
		t.Fatal(err)
	}
	return h
}

// A record is the same wherever it is copied to, goes on there, and stays as
// it was where it came from.
func TestACopyIsTheRecord(t *testing.T) {
	for from, fromPlace := range kinds {
		for to, toPlace := range kinds {
			t.Run(from+" to "+to, func(t *testing.T) {
				h := lived(t, fromPlace(t, t.TempDir()))
				dir := t.TempDir()
				p := toPlace(t, dir)
				if err := store.Copy(h.store, p); err != nil {
					t.Fatal(err)
				}
				h.do(session(t, 500, "only the first"))
				copied := reopened(t, p)
				again := homeOf(t, copied, "laptop")
				again.holds()
				draft, err := copied.Draft("note")
				if author, _ := copied.Setting("author"); author != "Mom" || len(draft) < 30_000 || err != nil || again.history.Len() != h.history.Len()-1 {
					t.Errorf("%q, a draft of %d bytes, %d acts of %d; %v", author, len(draft), again.history.Len(), h.history.Len()-1, err)
				}
				again.do(session(t, 501, "only the second"))
				again.holds()
				h.holds()
				if to == "plain" {
					ownAlone(t, dir)
				}
			})
		}
	}
}

// ownAlone says that a folder holds one file, for this account alone, and
// perhaps its empty journal.
func ownAlone(t *testing.T, dir string) {
	t.Helper()
	for _, e := range entries(t, dir) {
		info, err := e.Info()
		if err != nil || info.Mode().Perm() != 0o600 || strings.TrimSuffix(e.Name(), "-journal") != "record.db" {
			t.Errorf("%s is %v, %v", e.Name(), info.Mode(), err)
		}
	}
}

// What lies in the place already stays as it is.
func TestACopyOverwritesNothing(t *testing.T) {
	h := lived(t, store.Plain(t.TempDir(), "record.db"))
	for kind, toPlace := range kinds {
		p := toPlace(t, t.TempDir())
		other, err := store.Create(p, "rec-2")
		if err != nil {
			t.Fatal(err)
		}
		other.Close()
		var shut *store.Unopenable
		if err := store.Copy(h.store, p); !errors.As(err, &shut) || shut.State != store.Fine {
			t.Errorf("%s: %v", kind, err)
		}
		if s := reopened(t, p); s.RecordID() != "rec-2" {
			t.Errorf("%s: it is %s now", kind, s.RecordID())
		}
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "record.db"), nil)
	var shut *store.Unopenable
	if err := store.Copy(h.store, store.Plain(dir, "record.db")); !errors.As(err, &shut) || shut.State != store.Empty {
		t.Errorf("over 0 bytes: %v", err)
	}
}

// A copy has no write-ahead log, even of a record that another program gave
// one.
func TestACopyHasNoLog(t *testing.T) {
	dir := made(t)
	if os.Getenv(placeKey) != "" {
		t.Skip("a vault has none to begin with")
	}
	sneak(t, filepath.Join(dir, "record.db"), "PRAGMA journal_mode = WAL", "INSERT INTO settings VALUES ('a', 'b')")
	s := reopened(t, store.Plain(dir, "record.db"))
	to := t.TempDir()
	if err := store.Copy(s, store.Plain(to, "record.db")); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(to, "record.db"))
	if err != nil || !bytes.Equal(data[18:20], []byte{1, 1}) {
		t.Errorf("the header says %v, %v", data[18:20], err)
	}
}

// altering is a place that loses or changes something of what is copied to it.
type altering struct {
	store.Place
	with string
}

func (a altering) Take(from store.Original) error {
	if err := a.Place.Take(from); err != nil {
		return err
	}
	db, err := a.Connect(store.Writing)
	if err != nil {
		return err
	}
	_, err = db.Exec(a.with)
	return errors.Join(err, db.Close())
}

// A copy that is not the record is found out.
func TestACopyIsCompared(t *testing.T) {
	h := lived(t, store.Plain(t.TempDir(), "record.db"))
	for what, with := range map[string]string{
		"nothing":              "SELECT 1",
		"a draft":              "DELETE FROM drafts WHERE key = 'note'",
		"a letter":             "UPDATE settings SET value = 'Mum'",
		"a row of the log":     "UPDATE sessions SET minutes = 1 WHERE rowid = 1",
		"what it is made from": "UPDATE meta SET value = '' WHERE key = 'heads'",
		"a row that is left":   "PRAGMA foreign_keys = OFF; INSERT INTO redactions VALUES ('of', 'nothing')",
	} {
		dir := t.TempDir()
		err := store.Copy(h.store, altering{store.Plain(dir, "record.db"), with})
		var shut *store.Unopenable
		if different := err != nil; different != (what != "nothing") || different && !errors.As(err, &shut) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// The whole check sees what a quick one does not: an index that lacks a row, and
// a row that refers to one that is gone.
func TestTheWholeCheck(t *testing.T) {
	p := store.Plain(t.TempDir(), "record.db")
	h := lived(t, p)
	if err := h.store.Check(); err != nil {
		t.Fatal(err)
	}
	h.store.Close()
	db, err := p.Connect(store.Writing)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA foreign_keys = OFF; INSERT INTO redactions VALUES ('of', 'nothing')"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	var shut *store.Unopenable
	if err := reopened(t, p).Check(); !errors.As(err, &shut) || shut.State != store.Damaged {
		t.Errorf("rows that refer to nothing: %v", err)
	}
}

// A vault takes in a database only where none lies.
func TestAVaultIsFilledOnce(t *testing.T) {
	dir := t.TempDir()
	v := vaultIn(t, dir, vault.ByFiles)
	if err := v.Fill([]byte("a database")); err != nil {
		t.Fatal(err)
	}
	if err := v.Fill([]byte("another")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("filled twice: %v", err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	again := vaultIn(t, dir, vault.ByFiles)
	if head, n := again.Head(100); string(head) != "a database" || n != 10 {
		t.Errorf("%q, %d", head, n)
	}
}

// shelves of both kinds, one for each call.
func shelvesOf(t *testing.T) map[string]store.Shelf {
	sealed := filepath.Join(t.TempDir(), "attachments")
	return map[string]store.Shelf{
		"plain":  store.PlainShelf(filepath.Join(t.TempDir(), "attachments"), randomBytes),
		"sealed": store.CoatedShelf(func() string { return sealed }, randomBytes, vaultIn(t, t.TempDir(), vault.ByFiles)),
	}
}

func TestPapersKeepTheirIDs(t *testing.T) {
	for from, a := range shelvesOf(t) {
		for to, b := range shelvesOf(t) {
			var papers []store.Paper
			for _, text := range []string{"a scan", strings.Repeat("a long scan ", 200_000)} {
				p, err := a.Put(strings.NewReader(text), 4<<20)
				if err != nil {
					t.Fatal(err)
				}
				papers = append(papers, p)
			}
			for range 2 { // what lies there already is left
				if err := store.CopyPapers(a, b, papers); err != nil {
					t.Fatalf("%s to %s: %v", from, to, err)
				}
			}
			if got, err := readPaper(b, papers[0]); got != "a scan" || err != nil {
				t.Errorf("%s to %s: %q, %v", from, to, got, err)
			}
			if all, err := b.List(); len(all) != 2 || err != nil {
				t.Errorf("%s to %s: %v, %v", from, to, all, err)
			}
		}
	}
}

// What is missing, damaged, or changed on the way is told, and is no copy.
func TestAPaperThatIsNotTheSameIsNoCopy(t *testing.T) {
	from, dir := newShelf(t)
	good, bad, gone := put(t, from, "a scan"), put(t, from, "b scan"), put(t, from, "c scan")
	write(t, filepath.Join(dir, bad.ID[:2], bad.ID), []byte("B scan"))
	if err := from.Remove(gone.ID); err != nil {
		t.Fatal(err)
	}
	to, toDir := newShelf(t)
	wantCode(t, "damaged", store.CopyPapers(from, to, []store.Paper{bad}), refusal.PaperDamaged)
	wantCode(t, "missing", store.CopyPapers(from, to, []store.Paper{gone}), refusal.PaperGone)
	wantCode(t, "other bytes", to.PutAs(good, strings.NewReader("a scam")), refusal.PaperDamaged)
	wantCode(t, "more bytes", to.PutAs(good, strings.NewReader("a scan and more")), refusal.PaperDamaged)
	wantCode(t, "no id", to.PutAs(store.Paper{ID: "../x", Size: 1}, strings.NewReader("a")), refusal.PaperDamaged)
	if n := files(t, toDir); n != 0 {
		t.Errorf("%d files are left", n)
	}
	if err := to.PutAs(good, strings.NewReader("a scan")); err != nil {
		t.Fatal(err)
	}
	if err := to.PutAs(good, strings.NewReader("a scan")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over what is there: %v", err)
	}
	f, err := to.Open(good)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if data, err := io.ReadAll(f); string(data) != "a scan" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}

// What a killed process left of a copy is no hindrance.
func TestACopyAfterOneThatWasCutOff(t *testing.T) {
	from, _ := newShelf(t)
	p := put(t, from, "a scan")
	to, dir := newShelf(t)
	if err := os.MkdirAll(filepath.Join(dir, p.ID[:2]), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, p.ID[:2], ".new-"+p.ID), []byte("a s"))
	if err := store.CopyPapers(from, to, []store.Paper{p}); err != nil {
		t.Fatal(err)
	}
	if n := files(t, dir); n != 1 {
		t.Errorf("%d files", n)
	}
}

// forgetful is a shelf that keeps nothing.
type forgetful struct{ store.Shelf }

func (forgetful) PutAs(store.Paper, io.Reader) error { return nil }

// A copy is looked at again as it lies: what a shelf says is not enough.
func TestACopiedPaperIsLookedAtAgain(t *testing.T) {
	from, _ := newShelf(t)
	to, _ := newShelf(t)
	p := put(t, from, "a scan")
	wantCode(t, "not kept", store.CopyPapers(from, forgetful{to}, []store.Paper{p}), refusal.PaperGone)
}
