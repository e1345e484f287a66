package vault

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// whole is all that an image holds.
func (m *image) whole() []byte {
	data := make([]byte, m.length)
	m.readAt(data, 0)
	return data
}

// Whatever is written to an image and cut off it: it holds what a plain slice
// would; what is taken back is gone; and the commits alone, applied to another
// image, make the same.
func TestAnImageIsItsCommits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, replayed := newImage(), newImage()
		var plain, committed []byte
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"write", "write", "write", "resize", "commit", "restore"}).Draw(t, "step") {
			case "write":
				at := rapid.IntRange(0, 5*block).Draw(t, "at")
				p := bytes.Repeat([]byte{rapid.Byte().Draw(t, "byte")}, rapid.IntRange(1, 2*block).Draw(t, "length"))
				m.writeAt(p, int64(at))
				plain = written(append([]byte(nil), plain...), p, int64(at))
			case "resize":
				length := rapid.Int64Range(0, 6*block).Draw(t, "length")
				m.resize(length)
				plain = cutTo(append([]byte(nil), plain...), length)
			case "commit":
				if err := replayed.apply(m.commit(m.runs())); err != nil {
					t.Fatal(err)
				}
				m.settle()
				committed = plain
				if !bytes.Equal(replayed.whole(), committed) {
					t.Fatal("the commits make another image")
				}
			case "restore":
				m.restore()
				plain = committed
			}
			if !bytes.Equal(m.whole(), plain) {
				t.Fatal("the image holds something else")
			}
			tail := make([]byte, 9*block)
			if n := m.readAt(tail, m.length); n != 0 {
				t.Fatalf("%d bytes behind the end", n)
			}
		}
	})
}

// Both engines make the same database of the same changes, and each reads what
// the other wrote.
func TestBothEnginesAreOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret, _ := NewRecovery()
		desks := map[Engine]Place{}
		for _, engine := range []Engine{ByFiles, ByCopies} {
			desks[engine] = Place{Dir: "/data", Name: "record", Engine: engine, disk: newMemDisk()}
		}
		script := rapid.SliceOfN(rapid.SampledFrom([]string{
			"INSERT INTO notes (text) VALUES (?)", "INSERT INTO notes (text) VALUES (?)", "UPDATE notes SET text = text || ? WHERE nr % 2 = 0",
			"DELETE FROM notes WHERE nr % 3 = length(?) % 3", "rollback", "VACUUM", "CREATE TABLE IF NOT EXISTS more AS SELECT ?1 AS a", "close", "forget",
		}), 1, 14).Draw(t, "script")
		lengths := rapid.SliceOfN(rapid.IntRange(0, 9000), len(script), len(script)).Draw(t, "lengths")
		for evening := range 2 {
			held := map[Engine]string{}
			for engine, p := range desks {
				if evening == 1 {
					p.Engine = 1 - engine // what the other wrote
				}
				held[engine] = played(t, p, secret, script, lengths)
			}
			if held[ByFiles] != held[ByCopies] {
				t.Fatalf("by files:\n%.200s\nby copies:\n%.200s", held[ByFiles], held[ByCopies])
			}
		}
	})
}

// played plays a script on a vault, which is made if need be, and answers what
// is read from the disk afterwards.
func played(t *rapid.T, p Place, secret Secret, script []string, lengths []int) string {
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	open := func() (*Vault, *sql.DB) {
		var v *Vault
		var err error
		if Look(p) == Absent {
			v, err = Create(p, cheap, secret)
			check(err)
			check(v.Make(settings, func(db *sql.DB) error {
				_, err := db.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL)")
				return err
			}))
		} else {
			v, err = Open(p, secret, Opening{})
			check(err)
		}
		db, err := v.Connect(settings, true)
		check(err)
		return v, db
	}
	v, db := open()
	for i, text := range script {
		word := strings.Repeat("w", lengths[i])
		switch text {
		case "rollback":
			tx, err := db.Begin()
			check(err)
			_, err = tx.Exec("INSERT INTO notes (text) VALUES (?)", word)
			check(errors.Join(err, tx.Rollback()))
		case "close":
			check(errors.Join(db.Close(), v.Close()))
			v, db = open()
		case "forget":
			check(v.Forget())
		case "VACUUM":
			_, err := db.Exec(text)
			check(err)
		default:
			_, err := db.Exec(text, word)
			check(err)
		}
	}
	check(errors.Join(db.Close(), v.Close()))
	v, db = open()
	defer v.Close()
	defer db.Close()
	var sound, more string
	check(db.QueryRow("PRAGMA integrity_check").Scan(&sound))
	check(db.QueryRow("SELECT coalesce(group_concat(name || sql), '') FROM sqlite_schema").Scan(&more))
	notes, err := holds(db)
	check(err)
	return fmt.Sprint(sound, more, notes)
}

// A commit under another setting of SQLite's is not acknowledged.
func TestACommitThatIsNotSyncedIsNone(t *testing.T) {
	p := placeIn(t.TempDir())
	d := newDesk(t, p)
	must(t, d.note("a"))
	must(t, d.exec("PRAGMA synchronous = OFF"))
	if err := d.note("b"); err == nil {
		t.Error("it was acknowledged")
	}
	if !d.vault.ReadOnly() {
		t.Error("it goes on")
	}
	d.db.Close()
	must(t, d.vault.Close())
	d.again()
	d.wants("1 a")
	d.shut()
}

// There is one connection, and a vault is closed after it.
func TestThereIsOneConnection(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a"))
	second, err := d.vault.Connect(settings, true)
	must(t, err)
	if err := second.Ping(); codeOf(err) != 14 {
		t.Errorf("a second connection: %v", err)
	}
	if err := d.exec("ATTACH '/etc/passwd' AS other"); err == nil {
		t.Error("another file is open")
	}
	if err := d.vault.Close(); err == nil {
		t.Error("closed under an open database")
	}
	must(t, d.note("b"))
	d.shut()
}

// A log that has grown is written anew when the vault is closed, the file
// before it stays, and those before that go.
func TestAGrownLogIsWrittenAnew(t *testing.T) {
	p := placeIn(t.TempDir())
	d := newDesk(t, p)
	for range 3 {
		for range 5 {
			must(t, d.note(strings.Repeat("x", 1<<20)))
			must(t, d.exec("DELETE FROM notes"))
		}
		d.shut()
		d.again()
	}
	must(t, d.note(strings.Repeat("x", 9<<20))) // more than a record can hold
	list, err := d.vault.place.generations()
	must(t, err)
	if len(list) != 2 || list[1] != list[0]+1 || list[0] < 3 {
		t.Errorf("generations %v", list)
	}
	d.shut()
	d.again()
	if got := d.notes(); len(got) != 9<<20+2 {
		t.Errorf("%d bytes", len(got))
	}
	d.shut()
}
