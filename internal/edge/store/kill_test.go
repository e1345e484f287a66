package store_test

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
)

func init() {
	roles["writer"] = keepWriting
	roles["creator"] = keepCreating
}

// kills is how many processes are killed: 25, or MIDWEEK_KILLS.
func kills(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("MIDWEEK_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 5
	}
	return 25
}

// A process that is killed while it writes loses nothing that it acknowledged,
// and leaves nothing half done.
func TestAKilledProcessLosesNothing(t *testing.T) {
	var dir string
	acknowledged, cut := 0, 0
	for round := range kills(t) {
		if round%10 == 0 {
			dir = t.TempDir()
		}
		lines := killed(t, "writer", dir, time.Duration(rand.IntN(60))*time.Millisecond)
		acknowledged += len(lines)
		if info, err := os.Stat(filepath.Join(dir, "record.db-journal")); err == nil && info.Size() > 0 {
			cut++
		}
		survived(t, dir, lines)
	}
	t.Logf("%d deeds acknowledged, %d changes cut off", acknowledged, cut)
	if acknowledged == 0 {
		t.Error("nothing was ever acknowledged")
	}
}

// killed runs a role, kills it some time after its first line, and answers
// what it said.
func killed(t *testing.T, role, dir string, after time.Duration) (lines []string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleKey+"="+role, dirKey+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewScanner(out)
	for said.Scan() {
		if len(lines) == 0 {
			time.AfterFunc(after, func() { cmd.Process.Kill() })
		}
		lines = append(lines, said.Text())
	}
	if err := cmd.Wait(); err == nil || len(lines) == 0 {
		t.Fatalf("the %s ended by itself after %d lines", role, len(lines))
	}
	return lines
}

// survived opens what a killed writer left.
func survived(t *testing.T, dir string, lines []string) {
	t.Helper()
	file := filepath.Join(dir, "record.db")
	before := sum(t, file)
	if got := store.Look(place(dir, "record.db")); got != store.Fine {
		t.Fatalf("looks %s", got)
	}
	if sum(t, file) != before {
		t.Fatal("looking changed the file")
	}
	s, err := store.Open(place(dir, "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	h := homeOf(t, s, "laptop")
	h.holds()
	if _, there := h.history.Act(history.Hash(lines[len(lines)-1])); !there {
		t.Fatalf("the last of %d acknowledged deeds is gone", len(lines))
	}
	if answer := integrity(t, file); answer != "ok" {
		t.Fatal(answer)
	}
}

func integrity(t *testing.T, file string) string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(asFile(t, file))+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var answer string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// keepWriting does deeds of every kind until it is killed, and says the last
// act of each once it is stored.
func keepWriting(dir string) int {
	p := place(dir, "record.db")
	open := store.Open
	if store.Look(p) == store.Absent {
		open = func(p store.Place) (*store.Store, error) { return store.Create(p, "rec-1") }
	}
	s, err := open(p)
	if err != nil {
		alone{}.Fatal(err)
	}
	h := homeOf(alone{}, s, "laptop")
	if h.history.Len() == 0 {
		h.do(small(h)...)
	}
	for n := h.history.Len(); ; n++ {
		acts := h.do(deed(h, n)...)
		fmt.Println(acts[len(acts)-1].Hash())
		if n%11 == 0 {
			err = s.Rebuild(h.fold())
		}
		if n%17 == 0 {
			err = errors.Join(err, s.Shrink())
		}
		if err != nil {
			alone{}.Fatal(err)
		}
	}
}

// deed is the n-th thing that a writer does: mostly two new sessions, now and
// then a withdrawal or a redaction.
func deed(h *home, n int) []history.Change {
	living := h.fold().InOrder()
	last := living[len(living)-1]
	switch {
	case n%7 == 0 && last.Noun == history.Session && last.State == history.Living:
		return []history.Change{{Kind: history.Withdraw, Noun: last.Noun, ID: last.ID}}
	case n%5 == 0 && last.Noun == history.Session:
		return []history.Change{h.history.Redact(hashesOf(h.history.EntryActs(last.Key)), "mistake")}
	}
	return []history.Change{session(h, n, "a"), session(h, n, "b")}
}

// session is a new row of the log, with a note of some length.
func session(t tb, n int, part string) history.Change {
	id := fmt.Sprintf("s%d%s", n, part)
	return adds(t, history.Session, id, &iep.Session{
		ID: id, ServiceID: "sp", Date: day.MustParse("2026-09-01") + day.Day(n%200), Kind: iep.Regular,
		Status: iep.Delivered, Note: strings.Repeat("what was done ", n%9),
	})
}

// A process that is killed while it makes records leaves each of them whole or
// not there.
func TestAKilledProcessLeavesNoHalfRecord(t *testing.T) {
	made, absent := 0, 0
	for range max(3, kills(t)/5) {
		dir := t.TempDir()
		killed(t, "creator", dir, time.Duration(rand.IntN(20_000))*time.Microsecond)
		for _, e := range entries(t, dir) {
			p := place(filepath.Join(dir, e.Name()), "record.db")
			switch state := store.Look(p); state {
			case store.Fine:
				made++
			case store.Absent:
				absent++
				s, err := store.Create(p, "rec-2")
				if err != nil {
					t.Fatal(err)
				}
				s.Close()
			default:
				t.Errorf("%s looks %s", e.Name(), state)
			}
		}
	}
	t.Logf("%d records made, %d not", made, absent)
}

// keepCreating makes one record after another until it is killed.
func keepCreating(dir string) int {
	for n := 0; ; n++ {
		s, err := store.Create(place(filepath.Join(dir, strconv.Itoa(n)), "record.db"), "rec-1")
		if err != nil {
			alone{}.Fatal(err)
		}
		s.Close()
		fmt.Println(n)
	}
}

// A change that was cut off is taken back by opening, not by looking.
func TestAChangeCutOffIsTakenBack(t *testing.T) {
	dir := cutOff(t)
	p := place(dir, "record.db")
	before := contents(t, dir)
	if got := store.Look(p); got != store.Fine {
		t.Errorf("looks %s", got)
	}
	if contents(t, dir) != before {
		t.Error("looking changed something")
	}
	s, err := store.Open(p)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got, err := s.Setting("a"); got != "before" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if answer := integrity(t, filepath.Join(dir, "record.db")); answer != "ok" {
		t.Error(answer)
	}
}

// What is not understood is found out after a change was taken back, too.
func TestAChangeCutOffHidesNothing(t *testing.T) {
	dir := cutOff(t, "CREATE TABLE mine (x)")
	_, err := store.Open(place(dir, "record.db"))
	refuses(t, err, store.Foreign, refusal.RecordForeign)
}

// cutOff is a folder as it is when a process dies in the middle of a change,
// with half of it written; before are done earlier.
func cutOff(t *testing.T, before ...string) (dir string) {
	t.Helper()
	from, dir := made(t), t.TempDir()
	file := filepath.Join(from, "record.db")
	sneak(t, file, append(before, "INSERT INTO settings VALUES ('a', 'before')")...)
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(file))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, statement := range []string{
		"PRAGMA journal_mode = TRUNCATE", "PRAGMA cache_size = 5", "BEGIN IMMEDIATE",
		"UPDATE settings SET value = 'after'",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO drafts SELECT i, hex(zeroblob(900)) FROM n",
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"record.db", "record.db-journal"} {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil || len(data) == 0 {
			t.Fatal("nothing is written yet: ", err)
		}
		write(t, filepath.Join(dir, name), data)
	}
	return dir
}
