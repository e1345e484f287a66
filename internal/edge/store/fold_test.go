package store_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/history"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
)

// Whatever a family does, in whatever order, and whatever comes in from the
// other home: what the store projects is what the acts fold to, after every
// step; and written anew from the acts alone it is the same in every row.
func TestTheProjectionIsTheFold(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		mine := newHome(t, filepath.Join(dir, fmt.Sprintf("mine%d", n)))
		defer mine.store.Close()
		mine.do(imported(t, coretest.Records().Draw(t, "record"))...)
		mine.holds()
		theirs := newHome(t, filepath.Join(dir, fmt.Sprintf("theirs%d", n)))
		defer theirs.store.Close()
		theirs.writer = history.Writer{Device: "tablet", Author: "Dad", Random: counted("tablet", 0)}
		theirs.take(mine.history.Acts())
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			h := rapid.SampledFrom([]*home{mine, theirs}).Draw(t, "home")
			step(t, h, mine, theirs)
			h.holds()
		}
		sameWhenRebuilt(t, mine, filepath.Join(dir, fmt.Sprintf("mine%d", n), "record.db"))
	})
}

// step is one thing that a family does, of those that can be done.
func step(t *rapid.T, h, mine, theirs *home) {
	switch rapid.SampledFrom([]string{"change", "change", "withdraw", "undo", "redact", "merge", "settle"}).Draw(t, "step") {
	case "change":
		if e := some(t, h, history.Living); e != nil {
			h.do(history.Change{Kind: history.Correct, Noun: e.Noun, ID: e.ID, Value: altered(t, e)})
		}
	case "withdraw":
		if e := some(t, h, history.Living); e != nil {
			h.do(history.Change{Kind: history.Withdraw, Noun: e.Noun, ID: e.ID})
		}
	case "undo":
		if deed, blockers := h.history.Undoable(h.writer.Device, h.writer.Author); deed != nil && len(blockers) == 0 {
			h.do(h.history.UndoChanges(deed)...)
		}
	case "redact":
		acts := h.history.Acts()
		of := rapid.SliceOfN(rapid.SampledFrom(acts), 1, 4).Draw(t, "redacted")
		h.do(h.history.Redact(hashesOf(of), "private"))
	case "merge":
		mine.take(theirs.history.Acts())
		theirs.take(mine.history.Acts())
	case "settle":
		for _, c := range h.fold().Conflicts {
			e := h.fold().Entries[c.Key]
			if e.Value == nil {
				continue
			}
			h.do(history.Change{Kind: history.Correct, Noun: c.Noun, ID: c.ID, Value: altered(t, e), Settles: c.Heads})
			break
		}
	}
}

func hashesOf(acts []*history.Act) []history.Hash {
	var list []history.Hash
	for _, a := range acts {
		list = append(list, a.Hash())
	}
	return list
}

// some entry without a conflict, whose value can be written again.
func some(t *rapid.T, h *home, state history.State) *history.Entry {
	var list []*history.Entry
	for _, e := range h.fold().InOrder() {
		if e.State == state && !e.Conflict && e.Noun != history.Import {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return rapid.SampledFrom(list).Draw(t, "entry")
}

// altered is an entry's value with something else in it, now and then a field
// that the program does not know.
func altered(t *rapid.T, e *history.Entry) []byte {
	data, err := exchange.WriteNoun(e.Value)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		t.Fatal(err)
	}
	fields["id"], _ = json.Marshal(e.ID)
	name := rapid.SampledFrom([]string{"note", "name", "text", "verbatim", "later", "größer <&>\""}).Draw(t, "field")
	value := rapid.SampledFrom([]string{`"a new word"`, `"Zoë said \"hm\"\n\u0000 …"`, `""`}).Draw(t, "value")
	if name == "later" || strings.HasPrefix(name, "g") {
		value = rapid.SampledFrom([]string{`{"b":1.50,"a":[1e3,null,{}]}`, `"x"`, `[]`, `-0`}).Draw(t, "odd value")
	}
	fields[name] = json.RawMessage(value)
	data, err = json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sameWhenRebuilt says that the projection written anew, from a fresh reading
// of the acts, has the same rows.
func sameWhenRebuilt(t tb, h *home, file string) {
	before := rowsOf(t, file)
	again := homeOf(t, h.store, "laptop")
	if err := again.store.Rebuild(again.fold()); err != nil {
		t.Fatal(err)
	}
	again.holds()
	if after := rowsOf(t, file); after != before {
		t.Fatalf("step by step:\n%s\nwritten anew:\n%s", before, after)
	}
}

// rowsOf are all rows of the projection and the index's words, as text.
func rowsOf(t tb, file string) string {
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(asFile(t, file))+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, words, row)"); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, from := range []string{
		"children", "calendars", "closures", "short_days", "extra_days", "main.terms", "policies", "changes", "plans", "claims", "services",
		"schedules", "sessions", "decisions", "requests", "meetings", "esy",
		"carryovers", "contacts", "roles", "notes", "promises", "removals", "attachments", "refs", "arrangements", "steps", "imports", "meta", "redactions", "temp.terms",
		"(SELECT noun, entry, text FROM texts)",
	} {
		lines := linesOf(t, db, "SELECT * FROM "+from)
		slices.Sort(lines)
		fmt.Fprintf(&all, "%s\n  %s\n", from, strings.Join(lines, "\n  "))
	}
	return all.String()
}

func linesOf(t tb, db *sql.DB, query string) (lines []string) {
	rows, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	cells, into := make([]any, len(names)), make([]any, len(names))
	for i := range into {
		into[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("%q", cells))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}

// Every field of every noun finds its column and its way back.
func TestEveryFieldIsKept(t *testing.T) {
	data, err := os.ReadFile("testdata/whole.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := exchange.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	h := newHome(t, t.TempDir())
	defer h.store.Close()
	h.do(imported(t, r)...)
	h.holds()
	got, _, err := h.store.Projected()
	if err != nil {
		t.Fatal(err)
	}
	want, err := exchange.Write(r)
	if err != nil {
		t.Fatal(err)
	}
	if printed(got) != string(want) {
		t.Errorf("projected:\n%s\nthe file:\n%s", printed(got), want)
	}
}

// After a restart the same record is read, without a fold.
func TestARecordIsThereAfterARestart(t *testing.T) {
	dir := t.TempDir()
	h := newHome(t, dir)
	h.do(small(t)...)
	want := h.fold()
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(place(dir, "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	again := homeOf(t, s, "laptop")
	again.holds()
	if got := printed(again.fold().Record); got != printed(want.Record) {
		t.Error(got)
	}
}
