package vault

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

func init() { roles["weigher"] = weigh }

// filled is a database of about so many megabytes.
func filled(t testing.TB, exec func(string, ...any) error, megabytes int) {
	t.Helper()
	for range megabytes {
		must(t, exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
			INSERT INTO notes (text) SELECT hex(randomblob(500)) FROM n`))
	}
}

const logTable = "CREATE TABLE log (nr INTEGER PRIMARY KEY, at TEXT, body TEXT)"

// commitOne is what a click writes: an entry and a line of the log.
func commitOne(db *sql.DB, n int) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("INSERT INTO notes (text) VALUES (?)", strings.Repeat("what was done ", 20)); err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO log (at, body) VALUES (?, ?)", n, strings.Repeat("x", 700)); err != nil {
		return err
	}
	return tx.Commit()
}

// The same commits, in turn, to a plain file that waits for the disk at each of
// them, and to a vault by either engine, on the same disk. What is told is the
// middle and the slowest hundredth, and the vault's against the plain file's.
func BenchmarkCommit(b *testing.B) {
	for _, megabytes := range []int{1, 5, 50} {
		b.Run(fmt.Sprint(megabytes, "MB"), func(b *testing.B) {
			dir := b.TempDir()
			plain, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "plain.db")+"?_journal_mode=truncate&"+strings.Join(settings, "&"))
			must(b, err)
			defer plain.Close()
			plain.SetMaxOpenConns(1)
			_, err = plain.Exec("CREATE TABLE notes (nr INTEGER PRIMARY KEY, text TEXT NOT NULL); " + logTable)
			must(b, err)
			filled(b, func(text string, args ...any) error { _, err := plain.Exec(text, args...); return err }, megabytes)
			d := newDesk(b, placeIn(dir))
			must(b, d.exec(logTable))
			filled(b, d.exec, megabytes)
			var before, after []time.Duration
			n := 0
			for b.Loop() {
				n++
				before = append(before, took(b, func() error { return commitOne(plain, n) }))
				after = append(after, took(b, func() error { return commitOne(d.db, n) }))
			}
			p50, p99 := quantiles(before)
			v50, v99 := quantiles(after)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(p50, "plain-p50-ms")
			b.ReportMetric(p99, "plain-p99-ms")
			b.ReportMetric(v50, "vault-p50-ms")
			b.ReportMetric(v99, "vault-p99-ms")
			b.ReportMetric(v99/p99, "p99-ratio")
			d.shut()
		})
	}
}

func took(t testing.TB, do func() error) time.Duration {
	start := time.Now()
	err := do()
	elapsed := time.Since(start)
	must(t, err)
	return elapsed
}

// quantiles are the middle and the slowest hundredth, in milliseconds.
func quantiles(all []time.Duration) (p50, p99 float64) {
	slices.Sort(all)
	ms := func(part int) float64 { return float64(all[min(len(all)-1, len(all)*part/100)].Microseconds()) / 1000 }
	return ms(50), ms(99)
}

// To open a vault, without the work that a passphrase takes.
func BenchmarkOpen(b *testing.B) {
	for _, megabytes := range []int{5, 50} {
		b.Run(fmt.Sprint(megabytes, "MB"), func(b *testing.B) {
			d := newDesk(b, placeIn(b.TempDir()))
			filled(b, d.exec, megabytes)
			for n := range 300 {
				must(b, d.note(strings.Repeat("what was done ", n)))
			}
			d.shut()
			for b.Loop() {
				v, err := Open(d.place, d.secret, Opening{Reading: true})
				must(b, err)
				must(b, v.Close())
			}
		})
	}
}

// What a process holds that has a vault of 50 MB open.
func BenchmarkMemory(b *testing.B) {
	if _, err := os.Stat("/proc/self/status"); err != nil {
		b.Skip("the system does not tell")
	}
	dir := b.TempDir()
	d := newDeskWith(b, placeIn(dir), printed(b))
	filled(b, d.exec, 50)
	for n := range 300 {
		must(b, d.note(strings.Repeat("what was done ", n)))
	}
	d.shut()
	for b.Loop() {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), roleKey+"=weigher", dirKey+"="+dir)
		out, err := cmd.Output()
		must(b, err)
		part := strings.Fields(string(out))
		for i, unit := range []string{"peak-MB", "held-MB"} {
			kib, err := strconv.ParseFloat(part[i], 64)
			must(b, err)
			b.ReportMetric(kib/1024, unit)
		}
	}
}

// weigh opens a vault, looks through all of it, and says what the process holds.
func weigh(dir string) int {
	secret, err := Recovery(printedKey)
	end(err)
	v, err := Open(placeIn(dir), secret, Opening{})
	end(err)
	db, err := v.Connect(settings, true)
	end(err)
	var n int
	end(db.QueryRow("SELECT sum(length(text)) FROM notes").Scan(&n))
	status, err := os.ReadFile("/proc/self/status")
	end(err)
	for _, name := range []string{"VmHWM:", "VmRSS:"} {
		_, rest, _ := strings.Cut(string(status), name)
		fmt.Println(strings.Fields(rest)[0])
	}
	return 0
}
