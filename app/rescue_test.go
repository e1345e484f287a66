package app

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/open"
)

func (f *family) record() string { return filepath.Join(f.dir, "data", "record.db") }

// sum is what the record's file holds.
func (f *family) sum() [32]byte {
	f.Helper()
	data, err := os.ReadFile(f.record())
	if err != nil {
		f.Fatal(err)
	}
	return sha256.Sum256(data)
}

// sneak changes the record's file as another program would.
func (f *family) sneak(statements ...string) {
	f.Helper()
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(f.record()))
	if err != nil {
		f.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			f.Fatalf("%s: %v", s, err)
		}
	}
}

// rewrite changes the record's file as bytes.
func (f *family) rewrite(change func([]byte) []byte) {
	f.Helper()
	data, err := os.ReadFile(f.record())
	if err == nil {
		err = os.WriteFile(f.record(), change(data), 0o600)
	}
	if err != nil {
		f.Fatal(err)
	}
}

// tamper changes an act, and leaves everything else as it was.
func (f *family) tamper(statement string) {
	f.Helper()
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(f.record()))
	if err != nil {
		f.Fatal(err)
	}
	defer db.Close()
	var trigger string
	if err := db.QueryRow("SELECT sql FROM sqlite_master WHERE name = 'acts_hold'").Scan(&trigger); err != nil {
		f.Fatal(err)
	}
	f.sneak("DROP TRIGGER acts_hold", statement, trigger)
}

// rescued wants the rescue screen, which names the folder and can open it.
func (f *family) rescued(v *StartView, code string, says ...string) {
	f.Helper()
	r := v.Rescue
	if v.State != "rescue" || r.Code != code || r.Text == "" || !strings.Contains(r.Advice, "Nothing was changed") {
		f.Fatalf("%s: state %s, %+v", code, v.State, r)
	}
	for _, word := range says {
		if !strings.Contains(r.Advice, word) {
			f.Errorf("%s: the advice says nothing of %s: %s", code, word, r.Advice)
		}
	}
	f.out.shown = ""
	v = got((&Start{f.desk}).ShowFolder())
	if v.State != "rescue" || v.Rescue != r || f.out.shown != filepath.Join(f.dir, "data") || r.Folder != f.out.shown {
		f.Errorf("%s: the folder %q was shown, then %+v", code, f.out.shown, v.Rescue)
	}
}

// Whatever lies in the record's place and cannot be opened is said by its name
// and left as it is, byte for byte; nothing can be done to it from the window.
func TestWhatCannotBeOpenedIsLeftAsItIs(t *testing.T) {
	for _, c := range []struct {
		code, says string
		spoil      func(*family)
	}{
		{"empty", "empty file", func(f *family) { f.rewrite(func([]byte) []byte { return nil }) }},
		{"foreign", "Move that file", func(f *family) { f.rewrite(func([]byte) []byte { return []byte("Dear team") }) }},
		{"foreign", "", func(f *family) { f.sneak("CREATE TABLE theirs (x)") }},
		{"newer", "1,000", func(f *family) { f.sneak("PRAGMA user_version = 1000") }},
		{"damaged", "Keep the file", func(f *family) { f.rewrite(func(b []byte) []byte { return b[:len(b)/2] }) }},
	} {
		f := newFamily(t, "2026-09-03")
		f.begin()
		v := f.restart(func() { c.spoil(f) })
		before := f.sum()
		f.rescued(v, c.code, c.says)
		start := &Start{f.desk}
		if _, err := start.Begin(StartForm{Author: "Mom", Child: "Mia"}); refusal.From(err) == nil {
			t.Errorf("%s: begun over it: %v", c.code, err)
		}
		_, err := (&Today{f.desk}).View("")
		refused(t, err, refusal.NoRecord, "")
		f.out.file = filepath.Join(t.TempDir(), "sample.json")
		writeSample(t, f.out.file)
		if _, err := start.OpenFile("Mom"); refusal.From(err) == nil {
			t.Errorf("%s: a file was brought into it: %v", c.code, err)
		}
		if f.sum() != before {
			t.Errorf("%s: the file was changed", c.code)
		}
		if v := got(start.Sample()); v.State != "open" {
			t.Errorf("%s: the sample does not open beside it", c.code)
		}
		f.rescued(got(start.Own()), c.code)
	}
}

// While another window has the folder, this one says so and touches nothing.
func TestASecondWindowSaysWhereTheRecordIs(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	house, err := open.New(open.Options{Data: filepath.Join(f.dir, "data"), Config: filepath.Join(f.dir, "config"), Today: f.today})
	if !errors.Is(err, open.ErrInUse) {
		t.Fatal(err)
	}
	defer house.Close()
	second := &family{T: t, dir: f.dir, out: &outside{}, desk: &Desk{House: house}}
	second.desk.Outside = second.out
	start := &Start{second.desk}
	v := got(start.View())
	if v.State != "rescue" || v.Rescue.Code != "in_use" || !strings.Contains(v.Rescue.Advice, "Close the other Midweek") {
		t.Errorf("%+v", v)
	}
	_, err = start.Begin(StartForm{Author: "Dad", Child: "Leo"})
	refused(t, err, refusal.RecordInUse, "")
	_, err = start.Sample()
	refused(t, err, refusal.RecordInUse, "")
	if v := got((&Family{f.desk}).View("")); len(v.Children) != 1 {
		t.Errorf("the first window shows %d children", len(v.Children))
	}
}

// An act that was changed is found by the check behind the first screen, and
// named by author and number. The window stays at that until the file is a
// sound one again.
func TestATamperedRecordIsNamed(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	f.out.refreshed = make(chan bool, 8)
	var sound []byte
	v := f.restart(func() {
		f.rewrite(func(b []byte) []byte { sound = b; return b })
		f.tamper("UPDATE acts SET at = '2026-01-01T00:00:00Z' WHERE n = 3")
	})
	if v.State != "open" {
		t.Fatalf("before the check: %+v", v)
	}
	before := f.sum()
	<-f.out.refreshed
	start := &Start{f.desk}
	f.rescued(got(start.View()), "broken", "Entry 3 of Mom")
	_, err := (&Log{f.desk}).View(LogQuery{})
	refused(t, err, refusal.NoRecord, "")
	if f.rescued(got(start.View()), "broken"); len(f.out.refreshed) > 0 {
		t.Error("the page is told to ask again, for ever")
	}
	if f.sum() != before {
		t.Error("the file was changed")
	}
	f.rewrite(func([]byte) []byte { return sound })
	if v := got(start.View()); v.State != "open" || len(v.Frame.Children) != 1 {
		t.Errorf("with a sound copy in its place: %+v", v)
	}
}

// tomorrow adds an act as a newer program might write it; the projection is
// still of the acts before it, or, when it is seen, of all.
func (f *family) tomorrow(seen bool) {
	f.Helper()
	s, err := store.Open(store.Plain(filepath.Join(f.dir, "data"), "record.db"))
	if err != nil {
		f.Fatal(err)
	}
	acts, err := s.Acts()
	if err := errors.Join(err, s.Close()); err != nil {
		f.Fatal(err)
	}
	last := slices.MaxFunc(acts, func(a, b history.Act) int { return a.N - b.N })
	body := bytes.Replace(last.Body, []byte(`"v":1`), []byte(`"v":2,"mood":"calm"`), 1)
	commit := sha256.Sum256(append(slices.Clone(last.Salt), body...))
	act := history.Act{
		Record: last.Record, Device: last.Device, N: last.N + 1, Prev: last.Hash(), Author: last.Author, At: last.At,
		Commit: history.Hash(hex.EncodeToString(commit[:])), Salt: last.Salt, Body: body,
	}
	f.sneak(fmt.Sprintf(`INSERT INTO acts (hash, record, device, n, prev, author, at, priors, seen, commitment, salt, body)
		VALUES ('%s', '%s', '%s', %d, '%s', '%s', '%s', '', '', '%s', x'%x', '%s')`,
		act.Hash(), act.Record, act.Device, act.N, act.Prev, act.Author, act.At, act.Commit, act.Salt, act.Body))
	if seen {
		f.sneak(fmt.Sprintf("UPDATE meta SET value = '%s' WHERE key = 'heads'", act.Hash()))
	}
}

// Entries of a newer Midweek are told as such, at the start and when they are
// found behind the first screen. The window stays at that, and writes nothing.
func TestEntriesOfANewerMidweekAreNamed(t *testing.T) {
	for _, behind := range []bool{false, true} {
		f := newFamily(t, "2026-09-03")
		f.begin()
		f.out.refreshed = make(chan bool, 8)
		v := f.restart(func() { f.tomorrow(behind) })
		before := f.sum()
		start := &Start{f.desk}
		if (v.State == "open") != behind {
			t.Fatalf("the projection is of all acts: %v, state %s", behind, v.State)
		}
		if behind {
			<-f.out.refreshed
			v = got(start.View())
		}
		for range 2 {
			f.rescued(v, "newer", "newer Midweek")
			v = got(start.View())
		}
		_, err := (&Today{f.desk}).View("")
		refused(t, err, refusal.NoRecord, "")
		if f.sum() != before || len(f.out.refreshed) > 0 {
			t.Errorf("behind %v: the file was changed, or the page asks for ever", behind)
		}
	}
}

// Nothing that writes or leaves the house goes by a check that failed.
func TestATamperedRecordIsNotWrittenTo(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	key := got((&Log{f.desk}).View(LogQuery{})).Rows[0].Key
	f.restart(func() { f.tamper("UPDATE acts SET author = 'Dad' WHERE n = 2") })
	before := f.sum()
	f.out.saved = filepath.Join(t.TempDir(), "copy.json")
	today := &Today{f.desk}
	for what, err := range map[string]error{
		"happened": second(today.Happened("", []string{key})), "undo": second(today.Undo("")), "copy": second((&Start{f.desk}).SaveCopy()),
	} {
		if err == nil {
			t.Errorf("%s was done", what)
		}
	}
	if _, err := os.Stat(f.out.saved); f.sum() != before || !os.IsNotExist(err) {
		t.Errorf("the file was changed, or a copy written: %v", err)
	}
}

func second[V any](_ V, err error) error { return err }
