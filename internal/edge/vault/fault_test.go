package vault

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
)

// troubled is a vault on a disk of which one step fails.
type troubled struct {
	testing.TB
	disk   *memDisk
	place  Place
	secret Secret
	vault  *Vault
	db     *sql.DB
	sure   []string // what may be in the database now
}

// makes makes the database; when that fails it may be made again, unless the
// vault has stopped.
func (d *troubled) makes() bool {
	d.Helper()
	d.sure = []string{""}
	make := func() error {
		return d.vault.Make(settings, func(db *sql.DB) error {
			_, err := db.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL)")
			return err
		})
	}
	err := make()
	if err != nil && !d.vault.ReadOnly() {
		if d.vault.There() {
			d.Fatalf("not made (%v), and there", err)
		}
		err = make()
	}
	if err != nil {
		d.sure = []string{"", "notes"}
		return false
	}
	d.sure = []string{"notes"}
	var openErr error
	d.db, openErr = d.vault.Connect(settings, true)
	must(d, openErr)
	return true
}

// evening does a few things, and checks after each that the database holds what
// was acknowledged: when a change was refused, what it held before, and when
// the disk did not confirm one, either.
func (d *troubled) evening() {
	for n := range 3 {
		d.does("INSERT INTO notes (text) VALUES (?)", strings.Repeat(fmt.Sprint("note ", n), 1+n*700))
	}
	d.does("DELETE FROM notes WHERE nr = 2")
	_ = d.vault.Forget()
	d.looks("written anew")
	_ = d.vault.AddSecret(Passphrase("a second adult's"), cheap)
	_ = d.vault.NewKey(cheap, d.secret)
	d.does("INSERT INTO notes (text) VALUES ('with a new key')")
	_ = d.vault.Forget()
	d.does("INSERT INTO notes (text) VALUES ('the last')")
}

func (d *troubled) does(text string, args ...any) {
	d.Helper()
	before := d.sure
	refused := d.vault.ReadOnly()
	_, err := d.db.Exec(text, args...)
	now, readErr := holds(d.db)
	if readErr != nil {
		d.Fatalf("%s: %v, and then it cannot be read: %v", text, err, readErr)
	}
	switch {
	case err == nil:
		d.sure = []string{now}
	case codeOf(err) == 1034 && !refused:
		d.sure = append(before, d.would(text, args...)) // nobody can tell
		return
	default:
		d.looks(text)
		if !refused && d.vault.ReadOnly() {
			d.Fatalf("%.40s: after %v nothing can be changed any more", text, err)
		}
	}
}

// codeOf is SQLite's code of an error.
func codeOf(err error) int {
	var c interface{ Code() int }
	if errors.As(err, &c) {
		return c.Code()
	}
	return 0
}

// would is what the database would hold after a change, tried on a copy.
func (d *troubled) would(text string, args ...any) string {
	d.Helper()
	db, err := sql.Open("sqlite", "file::memory:")
	must(d, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	rows := strings.Split(d.sure[0], "\n")
	if d.sure[0] != "" {
		_, err = db.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL)")
		must(d, err)
	}
	for _, row := range rows {
		nr, note, ok := strings.Cut(row, "=")
		if ok {
			_, err = db.Exec("INSERT INTO notes VALUES (?, ?)", nr, note)
			must(d, err)
		}
	}
	_, err = db.Exec(text, args...)
	must(d, err)
	now, err := holds(db)
	must(d, err)
	return now
}

func (d *troubled) looks(what string) {
	d.Helper()
	now, err := holds(d.db)
	if err != nil || !oneOf(d.sure, now) {
		d.Fatalf("%.40s: the database in memory holds %.60q, %v; want %.60q", what, now, err, d.sure)
	}
}

func oneOf(list []string, text string) bool {
	for _, s := range list {
		if s == text {
			return true
		}
	}
	return false
}

// holds is all that a database holds; empty when it has no table.
func holds(db *sql.DB) (string, error) {
	var tables int
	if err := db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil || tables == 0 {
		return "", err
	}
	rows, err := db.Query("SELECT nr, text FROM notes ORDER BY nr")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	all := "notes"
	for rows.Next() {
		var nr, text string
		if err := rows.Scan(&nr, &text); err != nil {
			return "", err
		}
		all += "\n" + nr + "=" + text
	}
	return all, rows.Err()
}

// trouble has an evening on a disk whose n-th step fails, and says whether it
// came so far.
func trouble(t testing.TB, engine Engine, at int, bad failure) (reached bool) {
	t.Helper()
	d := &troubled{TB: t, disk: newMemDisk()}
	d.secret, _ = NewRecovery()
	d.place = Place{Dir: "/data", Name: "record", Marks: "/marks", Engine: engine, disk: d.disk}
	d.disk.fails = func(nr int, what stepKind) failure {
		if nr != at {
			return failure{}
		}
		reached = true
		return failure{bad.why, bad.half && what == writes}
	}
	v, err := Create(d.place, cheap, d.secret)
	if err != nil {
		toldWell(t, err, bad.why)
		d.disk.fails = nil
		if v, err = Create(d.place, cheap, d.secret); errors.Is(err, &Unopenable{}) || err != nil {
			v, err = Open(d.place, d.secret, Opening{})
		}
		must(t, err)
	}
	d.vault = v
	if d.makes() {
		d.evening()
		must(t, d.db.Close())
	}
	_ = v.Close()
	d.disk.fails = nil
	d.after()
	return reached
}

// toldWell says that an error of a full disk is told as one.
func toldWell(t testing.TB, err, why error) {
	t.Helper()
	if r := refusal.From(err); why == syscall.ENOSPC && (r == nil || r.Code != refusal.DiskFull && r.Code != refusal.RecordUnreadable) {
		t.Errorf("a full disk was told as %v", err)
	}
}

// after opens the vault again, on a disk that works, and goes on.
func (d *troubled) after() {
	d.Helper()
	v, err := Open(d.place, d.secret, Opening{})
	must(d, err)
	if !v.There() {
		if !oneOf(d.sure, "") {
			d.Fatal("opened again it holds nothing")
		}
		must(d, v.Close())
		return
	}
	db, err := v.connect(settings, true)
	must(d, err)
	now, err := holds(db)
	if err != nil || !oneOf(d.sure, now) {
		d.Fatalf("opened again it holds %.60q, %v; %d states would do, the first %.60q", now, err, len(d.sure), d.sure[0])
	}
	_, err = db.Exec("CREATE TABLE IF NOT EXISTS afterwards (x)")
	must(d, errors.Join(err, db.Close(), v.Close()))
}

// Whatever single step of the disk fails, and however, what was acknowledged is
// there, what was refused is not, and afterwards the vault goes on.
func TestTortureEveryStepFailsOnce(t *testing.T) {
	points := 0
	for _, engine := range []Engine{ByFiles, ByCopies} {
		for _, bad := range []failure{{syscall.ENOSPC, false}, {syscall.EIO, false}, {syscall.ENOSPC, true}, {syscall.EACCES, false}} {
			at, stride := 1, effort(5, 1, 1)
			if engine == ByFiles && bad.why == syscall.EIO {
				stride = 1
			}
			for ; trouble(t, engine, at, bad); at += stride {
				points++
			}
			if at < 40 {
				t.Errorf("only %d steps", at)
			}
		}
	}
	report("%d failing steps, 0 lost, 0 told wrongly", points)
}
