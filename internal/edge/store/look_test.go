package store_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	_ "modernc.org/sqlite"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
)

// made is an empty record in a folder of its own, closed.
func made(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	s, err := store.Create(place(dir, "record.db"), "rec-1")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// sneak changes a file as another program would.
func sneak(t *testing.T, file string, statements ...string) {
	t.Helper()
	db, err := changeable(file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// overwrite changes bytes in the middle of a file.
func overwrite(t *testing.T, file string, at int64, data []byte) {
	t.Helper()
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt(data, at); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func truncate(t *testing.T, file string, size int64) {
	t.Helper()
	if err := os.Truncate(file, size); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// sum is what a file holds, and that it is there.
func sum(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return "none"
	}
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(data))
}

// states are the ways in which a file is not a record to be written to.
var states = []struct {
	name string
	want store.State
	code refusal.Code
	make func(t *testing.T, file string)
}{
	{"no file", store.Absent, refusal.NoRecord, func(t *testing.T, file string) { os.Remove(file) }},
	{"0 bytes", store.Empty, refusal.RecordEmpty, func(t *testing.T, file string) { truncate(t, file, 0) }},
	{"text", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) { write(t, file, []byte("{}")) }},
	{"a long text", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) {
		write(t, file, bytes.Repeat([]byte("Dear team, "), 1000))
	}},
	{"a folder", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) {
		os.Remove(file)
		if err := os.Mkdir(file, 0o700); err != nil {
			t.Fatal(err)
		}
	}},
	{"another program's", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) {
		sneak(t, file, "PRAGMA application_id = 252006673")
	}},
	{"no program's", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) {
		os.Remove(file)
		sneak(t, file, "CREATE TABLE t (x)")
	}},
	{"an extra table", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) {
		sneak(t, file, "CREATE TABLE mine (x)")
	}},
	{"an extra view", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) {
		sneak(t, file, "CREATE VIEW mine AS SELECT 1")
	}},
	{"an extra trigger", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) {
		sneak(t, file, "CREATE TRIGGER mine AFTER INSERT ON acts BEGIN DELETE FROM meta; END")
	}},
	{"a trigger of ours with other words", store.Foreign, refusal.RecordForeign, func(t *testing.T, file string) {
		sneak(t, file, "DROP TRIGGER acts_stay", "CREATE TRIGGER acts_stay BEFORE DELETE ON acts BEGIN SELECT 1; END")
	}},
	{"a trigger of ours is gone", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) {
		sneak(t, file, "DROP TRIGGER acts_hold")
	}},
	{"newer", store.Newer, refusal.RecordNewer, func(t *testing.T, file string) {
		sneak(t, file, "CREATE TABLE tomorrow (x)", "PRAGMA user_version = 1000")
	}},
	{"no version", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) {
		sneak(t, file, "PRAGMA user_version = 0")
	}},
	{"half a magic", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) { truncate(t, file, 9) }},
	{"half a header", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) { truncate(t, file, 60) }},
	{"a header alone", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) { truncate(t, file, 100) }},
	{"the last page is gone", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) {
		info, _ := os.Stat(file)
		truncate(t, file, info.Size()-4096)
	}},
	{"half of it is gone", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) {
		info, _ := os.Stat(file)
		truncate(t, file, info.Size()/2)
	}},
	{"a page of noise", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) {
		overwrite(t, file, 5*4096, bytes.Repeat([]byte{0xa5}, 4096))
	}},
	{"no record id", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) {
		sneak(t, file, "DELETE FROM meta")
	}},
	{"a journal whose file is gone", store.Damaged, refusal.RecordDamaged, func(t *testing.T, file string) {
		os.Remove(file)
		write(t, file+"-journal", []byte("what a change would have overwritten"))
	}},
}

// What is not understood is left alone, byte for byte, by looking, by opening
// and by making a new record.
func TestWhatIsNotUnderstoodStaysAsItIs(t *testing.T) {
	for _, state := range states {
		t.Run(state.name, func(t *testing.T) {
			dir := made(t)
			file := filepath.Join(dir, "record.db")
			state.make(t, file)
			before := contents(t, dir)
			p := store.Plain(dir, "record.db")

			if got := store.Look(p); got != state.want {
				t.Errorf("looks %s, want %s", got, state.want)
			}
			_, err := store.Open(p)
			refuses(t, err, state.want, state.code)
			if state.want != store.Absent {
				_, err := store.Create(p, "rec-2")
				refused := new(store.Unopenable)
				if !errors.As(err, &refused) {
					t.Errorf("made over it: %v", err)
				}
			}
			if after := contents(t, dir); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

func refuses(t *testing.T, err error, state store.State, code refusal.Code) {
	t.Helper()
	var refused *store.Unopenable
	if !errors.As(err, &refused) {
		t.Fatalf("opened, or refused with %v", err)
	}
	if r := refusal.From(err); refused.State != state || r == nil || r.Code != code {
		t.Errorf("refused as %s, %v; want %s, %s", refused.State, r, state, code)
	}
	if state == store.Newer && refused.Needs != 1000 {
		t.Errorf("needs %d", refused.Needs)
	}
}

// contents are a folder's names with what they hold.
func contents(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list string
	for _, e := range entries {
		list += e.Name() + " "
		if !e.IsDir() {
			list += sum(t, filepath.Join(dir, e.Name()))
		}
		list += "\n"
	}
	return list
}

func TestARecordIsFine(t *testing.T) {
	dir := made(t)
	p := place(dir, "record.db")
	before := sum(t, filepath.Join(dir, "record.db"))
	if got := store.Look(p); got != store.Fine {
		t.Fatalf("looks %s", got)
	}
	s, err := store.Open(p)
	if err != nil {
		t.Fatal(err)
	}
	if s.RecordID() != "rec-1" || s.ReadOnly() {
		t.Errorf("record %q, read-only %v", s.RecordID(), s.ReadOnly())
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if after := sum(t, filepath.Join(dir, "record.db")); after != before {
		t.Error("opening changed the file")
	}
}

// A record that is there is never made again.
func TestCreateRefusesWhatIsThere(t *testing.T) {
	dir := made(t)
	file := filepath.Join(dir, "record.db")
	before := sum(t, file)
	_, err := store.Create(place(dir, "record.db"), "rec-2")
	refuses(t, err, store.Fine, refusal.AlreadyThere)
	if sum(t, file) != before {
		t.Error("the record was changed")
	}
}

// A tool that looks into the file may leave its statistics, and SQLite's other
// kind of journal; both are its own affair.
func TestWhatAToolLeavesIsNoHarm(t *testing.T) {
	dir := made(t)
	file := filepath.Join(dir, "record.db")
	sneak(t, file, "ANALYZE", "PRAGMA journal_mode = WAL", "INSERT INTO settings VALUES ('a', 'b')")
	s, err := store.Open(place(dir, "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got, err := s.Setting("a"); got != "b" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}
