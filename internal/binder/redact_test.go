package binder_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// has wants each of some words to stand somewhere in the record's files, or
// nowhere. The index keeps a word without the beginning that it shares with its
// neighbour, so that the ends of the words are looked for.
func (h *home) has(want bool, words ...string) {
	h.Helper()
	var all []byte
	files, _ := filepath.Glob(filepath.Join(h.dir, "record.db*"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			h.Fatalf("%v", err)
		}
		all = append(all, bytes.ToLower(data)...)
	}
	for _, word := range words {
		if bytes.Contains(all, []byte(strings.ToLower(word[2:]))) != want {
			h.Errorf("%s stands in the file: %v, want %v", word, !want, want)
		}
	}
}

func noted(note string) binder.Outcome { return binder.Outcome{Status: iep.Missed, Note: &note} }

// Words that are removed stand nowhere in the file any more, nothing is found by
// them, and no undo brings them back; what was written besides is as it was.
func TestRemovedWordsAreNowhere(t *testing.T) {
	h := mias(t, "2026-09-10")
	key := entry(history.Session, slot("2026-09-01"))
	h.does(h.Fill([]string{slot("2026-09-03")}, given()))
	h.does(h.Fill([]string{key.ID}, noted("qzwxkanariya")))
	h.does(h.Fill([]string{key.ID}, noted("vbnmkanariyb")))
	h.does(h.Undo())
	h.does(h.Redo())
	h.has(true, "qzwxkanariya", "vbnmkanariyb")
	found, err := h.store.Search("vbnmkanariyb", 9)
	if err != nil || len(found) != 1 {
		t.Fatalf("found %v, %v", found, err)
	}

	r, err := h.Redaction(key, nil)
	h.does(err)
	if len(r.Acts) != 4 || r.Stays != nil || r.Refused != nil || len(r.Goes) != 0 {
		t.Fatalf("foretold: %+v", r)
	}
	h.has(true, "qzwxkanariya", "vbnmkanariyb")
	done, err := h.Redact(key, nil, "private")
	h.does(err)
	if done.Acts != 4 || done.Unclean != nil {
		t.Errorf("done: %+v", done)
	}
	h.has(false, "qzwxkanariya", "vbnmkanariyb")
	if found, err := h.store.Search("kanariy", 9); err != nil || len(found) != 0 {
		t.Errorf("found %v, %v", found, err)
	}
	h.restart()
	h.has(false, "qzwxkanariya", "vbnmkanariyb")
	h.book()
	back, redo := h.Edits()
	if back.Did[0].Status != string(iep.Delivered) || back.Blocked || redo.Deed != "" {
		t.Errorf("Undo would take back %+v, Redo do %+v", back, redo)
	}
	h.does(h.Undo())
	h.has(false, "qzwxkanariya", "vbnmkanariyb")
}

// Of one text alone the version before it holds again, as it was foretold.
func TestOneTextIsRemoved(t *testing.T) {
	h := mias(t, "2026-09-10")
	key := entry(history.Session, slot("2026-09-01"))
	h.does(h.Fill([]string{key.ID}, given()))
	h.does(h.Fill([]string{key.ID}, noted("qzwxkanariya")))
	acts, err := h.Acts(key)
	h.does(err)
	only := []history.Hash{acts[1].Hash()}
	r, err := h.Redaction(key, only)
	h.does(err)
	if len(r.Acts) != 1 || r.Stays == nil || r.Stays.Last.Hash() != acts[0].Hash() {
		t.Fatalf("foretold: %+v", r)
	}
	_, err = h.Redact(key, only, "mistake")
	h.does(err)
	h.has(false, "qzwxkanariya")
	if row := h.book().Row(key.ID); row == nil || row.Status != iep.Delivered {
		t.Errorf("what holds: %+v", row)
	}
	if story, err := h.Story(key); err != nil || len(story.Lines) != 2 || story.Lines[1].Removed == nil {
		t.Errorf("its history: %+v, %v", story, err)
	}
}

// Removing a service takes the words of what refers to it along; a reason that
// is no word of the list is refused, and nothing is changed.
func TestRemovingTakesAlongWhatRefersToIt(t *testing.T) {
	h := mias(t, "2026-09-10")
	service := entry(history.Service, "sp")
	h.refused(refusal.NotAWord, "because", func() error { _, err := h.Redact(service, nil, "because I say so"); return err })
	h.refused(refusal.Gone, "", func() error { _, err := h.Redact(entry(history.Session, "none"), nil, "private"); return err })
	r, err := h.Redaction(service, nil)
	h.does(err)
	if len(r.Acts) != 4 || len(r.Goes) != 3 || r.Refused != nil {
		t.Errorf("foretold: %+v", r)
	}
	_, err = h.Redact(service, nil, "asked")
	h.does(err)
	if left := h.book(); len(left.Folded.Aside) != 0 || len(left.Record.Sessions) != 0 {
		t.Errorf("left: %+v", left.Folded.Aside)
	}
	h.has(false, "twice a week")
}

// A school year of which all words go is let go by its plan.
func TestRemovingASchoolYear(t *testing.T) {
	h := mias(t, "2026-09-10")
	_, err := h.Redact(entry(history.Calendar, "y1"), nil, "other")
	h.does(err)
	if p := h.book().Record.Plans; len(p) != 1 || len(p[0].CalendarIDs) != 0 || len(h.book().Folded.Aside) != 0 {
		t.Errorf("plans: %+v", p)
	}
	h.has(false, "Thanksgiving")
	if undo, _ := h.Edits(); undo.Deed != "" && !undo.Blocked {
		t.Errorf("Undo would take back %+v", undo)
	}
}

// Where nothing can be written, nothing is removed.
func TestAFullDiskRemovesNothing(t *testing.T) {
	h, f := onFailing(t)
	f.full = true
	h.refused(refusal.DiskFull, "", func() error { _, err := h.Redact(entry(history.Service, "sp"), nil, "private"); return err })
	h.has(true, "twice a week")
}

// Only what was asked for is a yes.
func TestAYesIsTyped(t *testing.T) {
	if err := binder.Confirm(" 12 ", "12"); err != nil {
		t.Error(err)
	}
	if r := refusal.From(binder.Confirm("1", "12")); r == nil || r.Code != refusal.NotConfirmed || r.Field != "typed" {
		t.Errorf("%v", r)
	}
}
