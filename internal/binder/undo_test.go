package binder_test

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// A file brought in twice adds nothing; taken back it is gone whole, and can
// be brought in again.
func TestAnImportIsTakenBackWhole(t *testing.T) {
	h := mias(t, "2026-09-10")
	acts, record := h.acts(), h.book().Record
	h.equal("brought in twice", h.imports(small), 0)
	h.equal("acts", h.acts(), acts)
	undo, _ := h.Edits()
	h.equal("undo", undo.Did[len(undo.Did)-1].Noun, history.Import)

	h.does(h.Undo())
	empty := h.book().Record
	h.equal("rows left", len(empty.Children)+len(empty.Plans)+len(empty.Sessions)+len(empty.Decisions)+len(empty.Calendars)+len(empty.Policies), 0)
	h.refused(refusal.NothingToUndo, "", h.Undo)
	h.does(h.Redo())
	h.equal("done again", same(h.book().Record, record), true)
	h.does(h.Undo())
	if n := h.imports(small); n == 0 {
		t.Error("after Undo the file brings nothing")
	}
	h.equal("brought in again", same(h.book().Record, record), true)
}

// A file that does not fit brings nothing.
func TestAnImportThatFailsBringsNothing(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.refused(refusal.NotJSON, "line 1, character 2", func() error { _, err := h.bring("{"); return err })
}

// Undo and redo go on over restarts, in the order of what was done.
func TestUndoAndRedoSurviveARestart(t *testing.T) {
	h := mias(t, "2026-09-10")
	var records []string
	keep := func() { records = append(records, printed(h.book().Record)) }
	keep()
	h.does(h.Fill([]string{slot("2026-09-01"), slot("2026-09-03")}, given()))
	keep()
	h.does(h.Fill([]string{slot("2026-09-01")}, missed(iep.ProviderAbsent)))
	keep()
	h.does(h.Strike([]string{slot("2026-09-03")}, "not held"))
	keep()
	for i := 2; i >= 0; i-- {
		h.restart()
		h.does(h.Undo())
		h.equal("undone", printed(h.book().Record), records[i])
	}
	for i := 1; i <= 3; i++ {
		h.restart()
		h.does(h.Redo())
		h.equal("done again", printed(h.book().Record), records[i])
	}
	h.refused(refusal.NothingToRedo, "", h.Redo)
}

// A new deed closes the way forward.
func TestANewDeedLeavesNothingToRedo(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.Fill([]string{slot("2026-09-01")}, given()))
	h.does(h.Undo())
	h.does(h.Fill([]string{slot("2026-09-03")}, given()))
	h.refused(refusal.NothingToRedo, "", h.Redo)
	if _, redo := h.Edits(); redo.Deed != "" {
		t.Errorf("redo offers %+v", redo)
	}
}

// Before the acts are read nothing is offered; to ask for it reads them.
func TestNothingIsOfferedBeforeTheActsAreRead(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.Fill([]string{slot("2026-09-01")}, given()))
	h.restart()
	if undo, _ := h.Edits(); undo.Deed != "" || h.Loaded() {
		t.Errorf("offered %+v", undo)
	}
	if book, err := h.Book(); err != nil || book.Folded != nil || book.Row(slot("2026-09-01")) == nil {
		t.Errorf("a look reads the acts, or shows nothing: %v", err)
	}
	h.does(h.Undo())
	h.equal("loaded", h.Loaded(), true)
}

// What another device changed since is in the way, and is named.
func TestWhatWasChangedSinceIsInTheWay(t *testing.T) {
	h := mias(t, "2026-09-10")
	key := slot("2026-09-01")
	h.does(h.Fill([]string{key}, given()))
	dad := h.copied("tablet", "Dad")
	row := *h.book().Row(key)
	row.Note = "I was there"
	dad.writes(history.Correct, history.Session, key, &row)
	dad.comes()
	h.refused(refusal.InTheWay, "", h.Undo)
	undo, _ := h.Edits()
	h.equal("blocked", []any{undo.Blocked, undo.Did[0].Count}, []any{true, 1})
	h.equal("Dad's word", h.book().Row(key).Note, "I was there")
}

// Two devices correct one entry apart: both versions hold, the earlier counts,
// and the next save settles it, for good.
func TestAConflictIsSettledByTheNextSave(t *testing.T) {
	h := mias(t, "2026-09-10")
	key := slot("2026-09-01")
	h.does(h.Fill([]string{key}, given()))
	dad := h.copied("tablet", "Dad") // whose clock is a day ahead
	row := *h.book().Row(key)
	row.Status, row.Reason = iep.Missed, iep.ProviderAbsent
	dad.writes(history.Correct, history.Session, key, &row)
	h.does(h.Fill([]string{key}, missed(iep.StudentAbsent)))
	dad.comes()

	for range 2 { // it is a conflict after a restart too
		f := h.book().Folded
		if len(f.Conflicts) != 1 || f.Conflicts[0].ID != key || len(f.Conflicts[0].Versions) != 2 {
			t.Fatalf("conflicts: %+v", f.Conflicts)
		}
		h.equal("the first counts", h.book().Row(key).Reason, iep.StudentAbsent)
		h.restart()
	}
	h.does(h.Fill([]string{key}, missed(iep.Testing)))
	for range 2 {
		h.equal("conflicts", len(h.book().Folded.Conflicts), 0)
		h.equal("settled", h.book().Row(key).Reason, iep.Testing)
		h.restart()
	}
	h.refused(refusal.InTheWay, "", h.Undo) // a settlement is corrected, not undone
	h.does(h.Fill([]string{key}, given()))
	h.does(h.Undo())
	h.equal("what was settled", h.book().Row(key).Reason, iep.Testing)
}

// One home strikes a row, the other corrects it: the next save settles that
// too, whichever counts.
func TestAStrikeAndACorrectionAreSettled(t *testing.T) {
	for _, strike := range []bool{false, true} {
		h := mias(t, "2026-09-10")
		key := slot("2026-09-01")
		h.does(h.Fill([]string{key}, given()))
		dad := h.copied("tablet", "Dad")
		row := *h.book().Row(key)
		row.Note = "I was there"
		if strike {
			h.does(h.Strike([]string{key}, ""))
			dad.writes(history.Correct, history.Session, key, &row)
		} else {
			h.does(h.Save(row, ""))
			dad.writes(history.Withdraw, history.Session, key, nil)
		}
		dad.comes()
		h.equal("conflicts", len(h.book().Folded.Conflicts), 1)
		h.does(h.Fill([]string{key}, missed(iep.Testing)))
		h.equal("settled", []any{len(h.book().Folded.Conflicts), h.book().Row(key).Reason}, []any{0, iep.Testing})
	}
}

// An entry that a merge leaves without what it refers to is set aside with its
// reason, and counts in no number; the rest goes on.
func TestWhatRefersToNothingIsSetAside(t *testing.T) {
	h := mias(t, "2026-09-10")
	dad := h.copied("tablet", "Dad")
	dad.writes(history.Add, history.Session, "stray", &iep.Session{ID: "stray", ServiceID: "gone", Date: h.today, Kind: iep.Regular, Status: iep.Missed})
	dad.comes()
	aside := h.book().Folded.Aside
	if len(aside) != 1 || aside[0].ID != "stray" || aside[0].Refusal.Code != refusal.NoSuch {
		t.Fatalf("aside: %+v", aside)
	}
	h.equal("counted", h.book().Row("stray") == nil, true)
	h.does(h.Fill([]string{slot("2026-09-01")}, given()))
	h.equal("still aside", len(h.book().Folded.Aside), 1)
}

// A ledger is computed once for what is written and the day: a look after a
// deed sees the one the deed made sure of. Another day or deed has its own, and
// a book that somebody still reads stays what it was.
func TestALedgerIsComputedOnceForEachState(t *testing.T) {
	h := mias(t, "2026-09-10")
	before := h.book()
	h.equal("looked at again", h.book() == before, true)
	h.does(h.Fill([]string{slot("2026-09-01")}, missed(iep.Testing)))
	after := h.book()
	h.equal("after a deed", []int{h.book().Ledger.Series[0].Summary.UnrecordedSessions, before.Ledger.Series[0].Summary.UnrecordedSessions}, []int{3, 4})
	h.equal("looked at after it", h.book() == after, true)
	h.today++
	h.equal("on the next day", []day.Day{h.book().Today, h.book().Ledger.AsOf, after.Ledger.AsOf}, []day.Day{h.today, h.today, h.today - 1})
	h.refused(refusal.NoSuch, "", func() error { return h.Fill([]string{"no such session"}, given()) })
	h.today--
	h.restart()
	h.equal("opened again", h.book().Ledger.Series[0].Summary, after.Ledger.Series[0].Summary)
}

// Export is the record as it stands; a row that was written here says when, one
// that came with a file keeps its own word for that, or none, also when it was
// corrected or moved here.
func TestExportSaysWhenRowsWereWritten(t *testing.T) {
	h := mias(t, "2026-09-10")
	key := slot("2026-09-01")
	h.does(h.Fill([]string{key}, given()))
	h.does(h.Fill([]string{key}, missed(iep.Testing)))
	h.does(h.Fill([]string{slot("2026-08-25")}, given()))
	moved := *h.book().Row("old-2")
	moved.Date += 12
	h.does(h.Save(moved, "it was in September"))
	whole, err := h.Export()
	h.does(err)
	dates := map[string]string{}
	for _, row := range whole.Sessions {
		dates[row.ID] = row.EnteredAt
	}
	h.equal("dates", dates, map[string]string{
		"old-1": "", slot("2026-09-08"): "2026-08-28", key: "2027-03-11T00:02:00-05:00",
	})
	h.equal("in the record itself", h.book().Row(key).EnteredAt, "")
}
