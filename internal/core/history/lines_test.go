package history_test

import (
	"slices"
	"testing"

	"midweek/internal/core/history"
)

var x = key(history.Session, "x")

// said are the notes of an entry's lines, - for one that was removed.
func said(h *home, k history.Key) (notes []string) {
	for _, l := range h.Lines(k) {
		switch {
		case l.Body == nil:
			notes = append(notes, "-")
		case l.Body.Value == nil:
			notes = append(notes, "struck")
		default:
			notes = append(notes, string(l.Body.Kind))
		}
	}
	return notes
}

// Every act stands in an entry's history: what was taken back, what did it
// again, and what lost its words.
func TestTheHistoryOfAnEntry(t *testing.T) {
	h := family(t)
	h.does(missed("x", "first"))
	second := h.does(correct(history.Session, "x", small{Service: "speech", Status: "missed", Name: "second"}))
	undo := h.undoes()
	redo := h.redoes()
	h.does(withdraw(history.Session, "x"))
	if got := said(h, x); !slices.Equal(got, []string{"add", "correct", "undo", "undo", "struck"}) {
		t.Fatalf("lines: %v", got)
	}
	lines := h.Lines(x)
	if lines[1].Undone != nil || lines[2].Undone == nil || lines[2].Undone.Hash() != redo[0] || lines[2].Redoes || !lines[3].Redoes {
		t.Errorf("undone and done again: %+v", lines)
	}
	if before := lines[1].Before; len(before) != 1 || before[0] != lines[0].Act {
		t.Errorf("the second replaced %v", before)
	}
	if !lines[4].Holds || lines[0].Holds || lines[3].Holds {
		t.Errorf("holding: %+v", lines)
	}
	h.undoes() // of striking
	h.undoes() // of doing again
	if lines := h.Lines(x); lines[1].Undone == nil || lines[1].Undone.Hash() != undo[0] || lines[3].Undone == nil {
		t.Errorf("taken back once more: %+v", lines[1])
	}
	why := h.does(h.Redact(second, "private"))
	lines = h.Lines(x)
	if got := said(h, x); len(got) != 7 || got[1] != "-" || lines[1].Removed.Hash() != why[0] || lines[2].Before[0] != lines[0].Act {
		t.Errorf("after its words went: %v, %+v", got, lines[1])
	}
	if gone := h.RemovedBy(lines[1].Removed); len(gone) != 1 || gone[0].Hash() != second[0] || h.RemovedBy(lines[0].Act) != nil {
		t.Errorf("it removed %v", gone)
	}
}

// Once nothing can be read there is no entry to ask about.
func TestAnEntryOfWhichNothingIsLeft(t *testing.T) {
	h := family(t)
	ids := h.does(missed("x", "first"))
	h.does(h.Redact(ids, "private"))
	if lines := h.Lines(x); lines != nil {
		t.Errorf("lines: %+v", lines)
	}
}

// Two versions hold, one counts; the one who settles replaces both.
func TestTheHistoryOfAConflict(t *testing.T) {
	mom := family(t)
	mom.does(missed("x", "first"))
	dad := second(mom, "phone", "Dad")
	mom.does(correct(history.Session, "x", small{Service: "speech", Status: "missed", Name: "mom"}))
	dad.does(correct(history.Session, "x", small{Service: "speech", Status: "missed", Name: "dad"}))
	mom.gets(dad)
	holds, counts := 0, 0
	for _, l := range mom.Lines(x) {
		if l.Holds {
			holds++
		}
		if l.Counts {
			counts++
		}
	}
	if mom.fold(); holds != 2 || counts > 1 {
		t.Errorf("%d hold, %d count", holds, counts)
	}
	c := correct(history.Session, "x", small{Service: "speech", Status: "delivered"})
	c.Settles = mom.fold().Conflicts[0].Heads
	mom.does(c)
	if lines := mom.Lines(x); len(lines[3].Before) != 2 || !lines[3].Counts {
		t.Errorf("settled: %+v", lines[3])
	}
}

// What stands is told with the version before it, through undo and redo.
func TestWhatStoodBefore(t *testing.T) {
	h := family(t)
	first := h.does(missed("x", "first"))
	second := h.does(correct(history.Session, "x", small{Service: "speech", Status: "missed", Name: "second"}))
	want := func(what string, stood, before []history.Hash) {
		t.Helper()
		e := h.fold().Entries[x]
		if (e.Stood == nil) != (stood == nil) || stood != nil && e.Stood.Hash() != stood[0] ||
			(e.Before == nil) != (before == nil) || before != nil && e.Before.Hash() != before[0] {
			t.Errorf("%s: stood %v, before %v", what, e.Stood, e.Before)
		}
	}
	want("corrected", second, first)
	h.undoes()
	want("taken back", first, nil)
	h.redoes()
	want("done again", second, first)
	h.undoes()
	h.undoes()
	want("all taken back", nil, nil)
}
