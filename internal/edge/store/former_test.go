package store_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/record"
	"midweek/internal/edge/store"
)

// former unpacks into a folder a record as Midweek wrote it when its file was version 1. Its
// calendar has short Wednesdays, noted days, a level and sources, which that
// program did not know and kept with its unknown fields.
func former(t *testing.T, dir string) store.Place {
	t.Helper()
	packed, err := os.Open(filepath.Join("testdata", "version-1.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, holds := range map[string][]byte{"record.db": data, "record.db-journal": nil} {
		if err := os.WriteFile(filepath.Join(dir, name), holds, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return store.Plain(dir, "record.db")
}

// reopened opens a record; it is closed with the test.
func reopened(t *testing.T, p store.Place) *store.Store {
	t.Helper()
	s, err := store.Open(p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// A record of the first version opens. What its projection holds is not
// trusted, although it was folded from the very acts: written anew, it has the
// values that only this version understands.
func TestARecordOfTheFirstVersionIsFoldedAnew(t *testing.T) {
	s := reopened(t, former(t, t.TempDir()))
	if r, _, err := s.Projected(); r != nil || err != nil {
		t.Fatalf("the former projection is trusted: %v, %v", r, err)
	}
	h := homeOf(t, s, "laptop")
	if err := s.Rebuild(h.fold()); err != nil {
		t.Fatal(err)
	}
	h.holds()
	r, _, err := s.Projected()
	if err != nil {
		t.Fatal(err)
	}
	understood(t, r)
	h.do(session(t, 3, "a"))
	h.holds()
}

// understood says that the former record's calendar has arrived in its fields.
func understood(t tb, r *record.Record) {
	t.Helper()
	y := &r.Calendars[0]
	if len(y.Unknown) != 1 || string(y.Unknown["bell"]) != `"8:05"` {
		t.Errorf("unknown are %v", y.Unknown)
	}
	if len(y.NotedDays) != 1 || y.NotedDays[0].Name != "State tests" || string(y.NotedDays[0].Unknown["room"]) != "4" {
		t.Errorf("noted are %+v", y.NotedDays)
	}
	if y.Level != "elementary" || !y.Guess || y.GuessedFrom != "y0" {
		t.Errorf("level %q, guess %t from %q", y.Level, y.Guess, y.GuessedFrom)
	}
	if y.PartialDays[0].Weekdays != day.SetOf(day.Wednesday) {
		t.Errorf("short on %q", y.PartialDays[0].Weekdays)
	}
	if y.Closures[0].Source != "feed" || y.PartialDays[0].Source != "pasted" || y.ExtraDays[0].Source != "typed" {
		t.Errorf("sources: %+v, %+v, %+v", y.Closures[0], y.PartialDays[0], y.ExtraDays[0])
	}
}

// A projection is trusted by who folded it as well as by its heads: another
// version's is never shown, and until it is written anew it stays untrusted.
func TestAProjectionOfAnotherVersionIsFoldedAnew(t *testing.T) {
	for name, sneaked := range map[string]string{
		"an older fold": "UPDATE meta SET value = '2.0' WHERE key = 'fold'",
		"a newer fold":  "UPDATE meta SET value = '2.99' WHERE key = 'fold'",
		"no mark":       "DELETE FROM meta WHERE key = 'fold'",
	} {
		dir := t.TempDir()
		h := newHome(t, dir)
		h.do(small(t)...)
		h.store.Close()
		sneak(t, filepath.Join(dir, "record.db"), sneaked, "UPDATE children SET name = 'of another fold'")
		for range 2 {
			s := reopened(t, place(dir, "record.db"))
			if r, _, err := s.Projected(); r != nil || err != nil {
				t.Fatalf("%s: trusted: %v, %v", name, r, err)
			}
			s.Close()
		}
		again := homeOf(t, reopened(t, place(dir, "record.db")), "laptop")
		if err := again.store.Rebuild(again.fold()); err != nil {
			t.Fatal(err)
		}
		again.holds()
		if r, _, _ := again.store.Projected(); r.Children[0].Name != "Ana" {
			t.Errorf("%s: the child is %q", name, r.Children[0].Name)
		}
	}
}

// A Rebuild that cannot be finished leaves the former projection, and the mark
// that it is not this version's.
func TestAnUnfinishedRebuildLeavesTheMarkAsItWas(t *testing.T) {
	dir := t.TempDir()
	h := newHome(t, dir)
	h.do(small(t)...)
	h.store.Close()
	sneak(t, filepath.Join(dir, "record.db"), "UPDATE meta SET value = '1.0' WHERE key = 'fold'")
	s := reopened(t, place(dir, "record.db"))
	again := homeOf(t, s, "laptop")
	folded := again.fold()
	for _, e := range folded.Entries {
		if e.Noun == "child" {
			e.Value = "not a child"
		}
	}
	if err := s.Rebuild(folded); err == nil {
		t.Fatal("a child that is none was written")
	}
	if r, _, err := s.Projected(); r != nil || err != nil {
		t.Errorf("trusted after half a rebuild: %v, %v", r, err)
	}
	s.Close()
	if rows := rowsOf(t, filepath.Join(dir, "record.db")); !bytes.Contains([]byte(rows), []byte("Ana")) {
		t.Error("the former projection is gone")
	}
}
