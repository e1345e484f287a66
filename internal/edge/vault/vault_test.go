package vault

import (
	"bytes"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
)

// settings are those of the record that matter to what is saved, as the
// driver's keys.
var settings = []string{"_txlock=immediate", "_synchronous=full", "_pragma=temp_store(memory)", "_pragma=secure_delete(1)", "_error_rc=1"}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A desk is a vault with its database open.
type desk struct {
	testing.TB
	place  Place
	secret Secret
	vault  *Vault
	db     *sql.DB
}

// cheap is a cost for tests.
var cheap = Cost{MemoryKiB: 64, Passes: 1, Threads: 1}

func placeIn(dir string) Place {
	return Place{Dir: filepath.Join(dir, "data"), Name: "record", Marks: filepath.Join(dir, "marks"), Device: "laptop"}
}

// newDesk makes a vault with one table.
func newDesk(t testing.TB, p Place) *desk {
	t.Helper()
	secret, _ := NewRecovery()
	return newDeskWith(t, p, secret)
}

func newDeskWith(t testing.TB, p Place, secret Secret) *desk {
	t.Helper()
	v, err := Create(p, cheap, secret)
	must(t, err)
	must(t, v.Make(settings, func(db *sql.DB) error {
		_, err := db.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL)")
		return err
	}))
	d := &desk{TB: t, place: p, secret: secret, vault: v}
	d.connect()
	return d
}

func (d *desk) connect() {
	d.Helper()
	db, err := d.vault.Connect(settings, true)
	must(d, err)
	d.db = db
}

// shut closes database and vault.
func (d *desk) shut() {
	d.Helper()
	must(d, d.db.Close())
	must(d, d.vault.Close())
}

// again opens what was shut.
func (d *desk) again() {
	d.Helper()
	v, err := Open(d.place, d.secret, Opening{})
	must(d, err)
	d.vault = v
	d.connect()
}

func (d *desk) exec(text string, args ...any) error {
	_, err := d.db.Exec(text, args...)
	return err
}

func (d *desk) note(text string) error { return d.exec("INSERT INTO notes (text) VALUES (?)", text) }

// notes are what the table holds.
func (d *desk) notes() string {
	d.Helper()
	var answer string
	must(d, d.db.QueryRow("SELECT count(*) || ' ' || coalesce(group_concat(text, ','), '') FROM (SELECT text FROM notes ORDER BY nr)").Scan(&answer))
	var sound string
	must(d, d.db.QueryRow("PRAGMA integrity_check").Scan(&sound))
	if sound != "ok" {
		d.Fatal(sound)
	}
	return answer
}

func (d *desk) wants(notes string) {
	d.Helper()
	if got := d.notes(); got != notes {
		d.Errorf("notes are %q, want %q", got, notes)
	}
}

var engines = map[string]Engine{"by files": ByFiles, "by copies": ByCopies}

// What was committed is there on the next evening, with either engine.
func TestWhatWasCommittedIsThere(t *testing.T) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			p := placeIn(t.TempDir())
			p.Engine = engine
			d := newDesk(t, p)
			must(t, d.note("a"))
			must(t, d.note("b"))
			tx, err := d.db.Begin()
			must(t, err)
			_, err = tx.Exec("INSERT INTO notes (text) VALUES ('never')")
			must(t, err)
			must(t, tx.Rollback())
			d.wants("2 a,b")
			d.shut()
			for range 3 {
				d.again()
				d.wants("2 a,b")
				d.shut()
			}
			d.again()
			must(t, d.exec("DELETE FROM notes WHERE text = 'a'"))
			must(t, d.exec("VACUUM"))
			d.wants("1 b")
			d.shut()
			d.again()
			d.wants("1 b")
			d.shut()
		})
	}
}

// A vault is closed by nothing but a secret's bytes: no text of the database is
// in any file.
func TestNoWordIsInAnyFile(t *testing.T) {
	p := placeIn(t.TempDir())
	d := newDesk(t, p)
	const canary = "kanarienvogel"
	for n := range 200 {
		must(t, d.note(fmt.Sprint(canary, n)))
	}
	must(t, d.vault.Forget())
	must(t, d.note(canary))
	d.shut()
	for name, data := range contents(t, filepath.Dir(p.Dir)) {
		if bytes.Contains(data, []byte(canary)) || bytes.Contains(data, []byte("SQLite")) || bytes.Contains(data, []byte("CREATE TABLE")) {
			t.Errorf("%s has it", name)
		}
	}
}
