package store

import (
	"bytes"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "write testdata anew; read the diff")

// The schema in one piece, so that a change of it is seen in review.
func TestTheSchemaIsTheOneThatWasReviewed(t *testing.T) {
	all, err := ours.known(len(ours))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "-- version %d\n", len(ours))
	for _, o := range all {
		if o.text != "" {
			fmt.Fprintf(&b, "\n%s;\n", o.text)
		}
	}
	file := filepath.Join("testdata", "schema.sql")
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("the schema is not the one of %s; a released migration is never changed, a new one is added", file)
	}
}

// with adds a migration to what this program knows, for one test.
func with(t *testing.T, migration string) {
	t.Helper()
	from := fstest.MapFS{}
	for i, text := range append(append(shape{}, ours...), migration) {
		from[fmt.Sprintf("migrations/%04d_some.sql", i+1)] = &fstest.MapFile{Data: []byte(text)}
	}
	old := ours
	ours = mustShape(from)
	t.Cleanup(func() { ours = old })
}

// A record of an older program is brought along, with all that it holds.
func TestAnOlderRecordIsBroughtAlong(t *testing.T) {
	p := Plain(t.TempDir(), "record.db")
	s, err := Create(p, "rec-1")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetSetting("theme", "dark"); err != nil {
		t.Fatal(err)
	}
	s.Close()

	with(t, "CREATE TABLE letters (id TEXT NOT NULL PRIMARY KEY) STRICT")
	if got := Look(p); got != Fine {
		t.Fatalf("looks %s", got)
	}
	s, err = Open(p)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var version, letters int
	must(t, s.db.QueryRow("PRAGMA user_version").Scan(&version))
	must(t, s.db.QueryRow("SELECT count(*) FROM letters").Scan(&letters))
	if theme, _ := s.Setting("theme"); version != len(ours) || theme != "dark" || s.RecordID() != "rec-1" {
		t.Errorf("version %d, theme %q, record %q", version, theme, s.RecordID())
	}
}

// A migration that fails in the middle leaves the record as it was.
func TestAMigrationIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	p := Plain(dir, "record.db")
	s, err := Create(p, "rec-1")
	must(t, err)
	s.Close()
	before, err := os.ReadFile(filepath.Join(dir, "record.db"))
	must(t, err)

	with(t, "CREATE TABLE letters (id TEXT)")
	ours[len(ours)-1] = "CREATE TABLE letters (id TEXT); INSERT INTO nowhere VALUES (1)"
	if _, err := Open(p); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("migration %d", len(ours))) {
		t.Errorf("opened: %v", err)
	}
	after, err := os.ReadFile(filepath.Join(dir, "record.db"))
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Every setting is in force, those too that no pragma reads back.
func TestTheSettingsAreInForce(t *testing.T) {
	p := Plain(t.TempDir(), "record.db")
	s, err := Create(p, "rec-1")
	must(t, err)
	defer s.Close()
	for pragma, want := range map[string]string{
		"journal_mode": "truncate", "synchronous": "2", "fullfsync": "1", "secure_delete": "1", "foreign_keys": "1",
		"temp_store": "2", "trusted_schema": "0", "cell_size_check": "1", "busy_timeout": "2000",
	} {
		if err := reads(s.db, pragma, want); err != nil {
			t.Error(err)
		}
	}
	var secure int
	must(t, s.db.QueryRow("SELECT v FROM words_config WHERE k = 'secure-delete'").Scan(&secure))
	if secure != 1 {
		t.Error("the index keeps what is deleted")
	}
	if _, err := s.db.Exec(`SELECT "a text"`); err == nil {
		t.Error("a misspelt column passes for a text")
	}
	if _, err := s.db.Exec("DELETE FROM words_data"); err == nil {
		t.Error("the index's own tables can be written to")
	}
	if _, err := s.db.Exec("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'"); err == nil {
		t.Error("the schema can be written to")
	}
	tx, err := s.db.Begin()
	must(t, err)
	defer tx.Rollback()
	other, err := sql.Open("sqlite", address(s.place.(plain).file, "rw", ""))
	must(t, err)
	defer other.Close()
	if _, err := other.Exec("PRAGMA busy_timeout = 1; BEGIN IMMEDIATE"); err == nil {
		t.Error("a transaction does not begin as a writer")
	}
}

// A setting that does not take is found out.
func TestASettingThatDoesNotTakeIsFoundOut(t *testing.T) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(t.TempDir(), "x.db"))
	must(t, err)
	defer db.Close()
	if err := readBack(db, "truncate"); err == nil {
		t.Error("a connection without our settings passes")
	}
}

func TestMigrationsAreWithoutAGap(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a gap passes")
		}
	}()
	mustShape(fstest.MapFS{"migrations/0002_x.sql": {Data: []byte("SELECT 1")}})
}
