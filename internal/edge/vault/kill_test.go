package vault

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

func init() {
	for name, engine := range engines {
		roles[name] = func(dir string) int { return keepWriting(dir, engine) }
	}
}

// printedKey opens the vaults of the processes that are killed.
const printedKey = "CZHH-9Z6S-SZQ1-0FY3-E0FM-M80Z-SX7S-KPFW-PM4S"

func printed(t testing.TB) Secret {
	t.Helper()
	s, err := Recovery(printedKey)
	must(t, err)
	return s
}

// A process that is killed while it writes loses nothing that it acknowledged,
// and leaves nothing half done.
func TestTortureKills(t *testing.T) {
	for name, engine := range engines {
		least, rounds, acked, torn := effort(8, 60, 2000), 0, 0, 0
		dir := ""
		for ; rounds < least || acked < 10*least; rounds++ {
			if rounds%20 == 0 {
				if dir != "" {
					must(t, os.RemoveAll(dir))
				}
				dir = t.TempDir()
			}
			lines := killed(t, name, dir, 10+rand.IntN(15))
			acked += len(lines)
			if survived(t, dir, engine, lines) {
				torn++
			}
		}
		report("%d kills %s: %d commits acknowledged, %d torn, 0 lost, 0 corrupt", rounds, name, acked, torn)
	}
}

// killed runs a role, kills it some moments after so many lines, and answers
// what it said.
func killed(t *testing.T, role, dir string, after int) (lines []string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleKey+"="+role, dirKey+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	said := bufio.NewScanner(out)
	for said.Scan() {
		if lines = append(lines, said.Text()); len(lines) == after {
			time.AfterFunc(time.Duration(rand.IntN(3000))*time.Microsecond, func() { cmd.Process.Kill() })
		}
	}
	if err := cmd.Wait(); err == nil || len(lines) < after {
		t.Fatalf("%s ended by itself after %d lines", role, len(lines))
	}
	return lines
}

// survived opens what a killed process left, and says whether a commit was torn.
func survived(t *testing.T, dir string, engine Engine, lines []string) (torn bool) {
	t.Helper()
	p := placeIn(dir)
	p.Engine = engine
	v, err := Open(p, printed(t), Opening{Reading: true})
	must(t, err)
	torn = v.at.torn
	db, err := v.Connect(settings, false)
	must(t, err)
	counted := count(t, db)
	last, err := strconv.Atoi(lines[len(lines)-1])
	must(t, err)
	if counted != last && counted != last+1 {
		t.Fatalf("%d is acknowledged, the database has counted to %d", last, counted)
	}
	must(t, errors.Join(db.Close(), v.Close()))
	return torn
}

// count checks that the database is sound and its rows belong together, and
// says how far it has counted.
func count(t testing.TB, db *sql.DB) int {
	t.Helper()
	var sound string
	must(t, db.QueryRow("PRAGMA integrity_check").Scan(&sound))
	var last, total, sum int
	must(t, db.QueryRow("SELECT last, total FROM sums").Scan(&last, &total))
	must(t, db.QueryRow("SELECT coalesce(sum(worth), 0) FROM rows").Scan(&sum))
	if sound != "ok" || total != sum {
		t.Fatalf("%s; the rows are worth %d, noted are %d", sound, sum, total)
	}
	return last
}

// keepWriting does everything that is done to a database until it is killed,
// and says the number of each change once it is safe.
func keepWriting(dir string, engine Engine) int {
	p := placeIn(dir)
	p.Engine = engine
	secret, err := Recovery(printedKey)
	end(err)
	var v *Vault
	if Look(p) == Absent {
		v, err = Create(p, cheap, secret)
	} else {
		v, err = Open(p, secret, Opening{})
	}
	end(err)
	if !v.There() {
		end(v.Make(settings, func(db *sql.DB) error {
			_, err := db.Exec("CREATE TABLE rows (nr INTEGER PRIMARY KEY, worth INTEGER, text TEXT); CREATE TABLE sums (last INTEGER, total INTEGER); INSERT INTO sums VALUES (0, 0)")
			return err
		}))
	}
	db, err := v.Connect(settings, true)
	end(err)
	var last int
	end(db.QueryRow("SELECT last FROM sums").Scan(&last))
	for n := last + 1; ; n++ {
		end(change(db, n))
		fmt.Println(n)
		switch {
		case n%41 == 0:
			end(v.Forget())
		case n%29 == 0:
			_, err := db.Exec("VACUUM")
			end(err)
		case n%97 == 0:
			end(db.Close())
			end(v.Close())
			v, err = Open(p, secret, Opening{})
			end(err)
			db, err = v.Connect(settings, true)
			end(err)
		}
	}
}

// change is the n-th change: rows that are added or taken away, and their sum,
// in one transaction; now and then the rows are taken back.
func change(db *sql.DB, n int) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	steps := []string{"INSERT INTO rows (worth, text) VALUES (?1, ?2)", "INSERT INTO rows (worth, text) VALUES (?1 + 1, ?2)"}
	if n%5 == 0 {
		steps = []string{"DELETE FROM rows WHERE nr % 7 = ?1 % 7 AND ?2 <> ''"}
	}
	for _, step := range steps {
		if _, err := tx.Exec(step, n, strings.Repeat("what was done ", 1+n%90)); err != nil {
			return err
		}
	}
	if n%11 == 0 {
		if err := tx.Rollback(); err != nil {
			return err
		}
		_, err := db.Exec("UPDATE sums SET last = ?", n)
		return err
	}
	if _, err := tx.Exec("UPDATE sums SET last = ?, total = (SELECT coalesce(sum(worth), 0) FROM rows)", n); err != nil {
		return err
	}
	return tx.Commit()
}

// end ends a process in a role after an error.
func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}
