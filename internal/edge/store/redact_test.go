package store_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/edge/store"
)

// secrets are words that stand nowhere else. The index keeps a word without
// the beginning that it shares with the word before it, so of each the end
// alone is looked for too.
var secrets = []string{"qzwxkanariya", "vbnmkanariyb", "plokkanariyc", "jhgfkanariyd"}

// found are the secrets of which anything stands in a file.
func found(t *testing.T, file string) (words []string) {
	t.Helper()
	data, err := os.ReadFile(asFile(t, file))
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.ToLower(data)
	for _, word := range secrets {
		for from := range 5 {
			if bytes.Contains(data, []byte(word[from:])) {
				words = append(words, word[from:])
				break
			}
		}
	}
	return words
}

// told is a family in whose words the secrets stand among many others, in
// values of several nouns and in versions that were replaced since.
func told(t *testing.T, dir string) (h *home, acts []*history.Act) {
	h = newHome(t, dir)
	h.do(small(t)...)
	var others []history.Change
	for n := range 300 {
		others = append(others, session(t, n, "a"))
	}
	h.do(others...)
	say := func(kind history.Kind, id, note string) history.Change {
		c := adds(t, history.Session, id, &iep.Session{
			ID: id, ServiceID: "sp", Date: day.MustParse("2026-10-06"), Kind: iep.Regular, Status: iep.Missed, Note: note,
		})
		c.Kind = kind
		return c
	}
	h.do(say(history.Add, "x1", secrets[0]+" said so"), say(history.Add, "x2", strings.Repeat(secrets[1]+" ", 900)))
	for n := range 9 {
		h.do(say(history.Correct, "x1", fmt.Sprintf("%s, and then %d", secrets[0], n)))
	}
	h.do(say(history.Correct, "x2", "nothing any more"))
	h.do(history.Change{Kind: history.Withdraw, Noun: history.Session, ID: "x1"})
	h.do(adds(t, history.Service, "sv", &record.PlacedService{PlanID: "iep", Service: iep.Service{
		ID: "sv", Start: day.MustParse("2026-10-06"), End: day.MustParse("2026-10-07"), Verbatim: secrets[2],
		Unknown: iep.Unknown{"odd": iep.Raw(`"` + secrets[3] + `"`)},
	}}))
	for _, key := range []history.Key{{Noun: history.Session, ID: "x1"}, {Noun: history.Session, ID: "x2"}, {Noun: history.Service, ID: "sv"}} {
		acts = append(acts, h.history.EntryActs(key)...)
	}
	return h, acts
}

// After a redaction not a word of it is left in the file, nor in what SQLite
// keeps beside it: not in the acts, the tables, the index or a page that was
// given back.
func TestARedactionLeavesNoWord(t *testing.T) {
	dir := t.TempDir()
	h, acts := told(t, dir)
	defer h.store.Close()
	file := filepath.Join(dir, "record.db")
	if got := found(t, file); len(got) != len(secrets) {
		t.Fatalf("before, only %v are found", got)
	}
	h.do(h.history.Redact(hashesOf(acts), "private"))
	h.holds()
	for _, name := range beside(file) {
		if got := found(t, name); len(got) > 0 {
			t.Errorf("%s still has %v", name, got)
		}
	}
	if rows := rowsOf(t, file); strings.Contains(rows, "kanari") {
		t.Errorf("the tables still have one:\n%s", rows)
	}
	if stored, err := h.store.Acts(); err != nil || len(stored) != h.history.Len() {
		t.Errorf("%d acts, want %d: %v", len(stored), h.history.Len(), err)
	}
}

// To write the file anew gives back the room, changes nothing that can be read
// and leaves no word either.
func TestShrinkChangesNothing(t *testing.T) {
	dir := t.TempDir()
	h, acts := told(t, dir)
	defer h.store.Close()
	file := filepath.Join(dir, "record.db")
	h.do(h.history.Redact(hashesOf(acts), "private"))
	before, size := rowsOf(t, file), sizeOf(t, file)
	if err := h.store.Shrink(); err != nil {
		t.Fatal(err)
	}
	h.holds()
	if rowsOf(t, file) != before {
		t.Error("the rows changed")
	}
	if got := found(t, file); len(got) > 0 {
		t.Errorf("it still has %v", got)
	}
	if now := sizeOf(t, file); now >= size {
		t.Errorf("%d bytes, before %d", now, size)
	}
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	if got := store.Look(place(dir, "record.db")); got != store.Fine {
		t.Errorf("looks %s", got)
	}
}

func sizeOf(t testing.TB, file string) int64 {
	t.Helper()
	info, err := os.Stat(asFile(t, file))
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// A draft that was saved or thrown away is gone as well.
func TestADraftThatIsGoneIsGone(t *testing.T) {
	dir := t.TempDir()
	h := newHome(t, dir)
	defer h.store.Close()
	for _, text := range []string{strings.Join(secrets, " "), strings.Repeat(secrets[0], 2000), ""} {
		if err := h.store.SetDraft("letter", text); err != nil {
			t.Fatal(err)
		}
	}
	if got := found(t, filepath.Join(dir, "record.db")); len(got) > 0 {
		t.Errorf("it still has %v", got)
	}
}

// A redaction that comes from the other home removes nothing before a yes.
func TestARedactionFromElsewhereWaits(t *testing.T) {
	dir := t.TempDir()
	h, acts := told(t, dir)
	defer h.store.Close()
	other := newHome(t, t.TempDir())
	defer other.store.Close()
	other.writer.Device = "tablet"
	other.take(h.history.Acts())
	other.do(other.history.Redact(hashesOf(acts), "private"))
	h.take(other.history.Acts())
	h.holds()
	file := filepath.Join(dir, "record.db")
	if got := found(t, file); len(got) != len(secrets) {
		t.Errorf("only %v are left", got)
	}
	for _, asked := range h.history.Asked() {
		h.do(h.history.Redact(asked.Of, "asked"))
	}
	h.holds()
	if got := found(t, file); len(got) > 0 {
		t.Errorf("after the yes it still has %v", got)
	}
}
