package binder_test

import (
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

func answer(key string, out binder.Outcome) binder.Answer {
	return binder.Answer{Key: key, Outcome: out}
}

// Each session has an outcome of its own; one Undo takes all of them back, and
// what was there before holds again.
func TestACheckInIsOneDeed(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.Fill([]string{slot("2026-09-01")}, given()))
	twenty, email := 20, "email"
	partly := binder.Outcome{Status: iep.Partial, Minutes: &twenty, KnownBy: &email}
	h.does(h.CheckIn([]binder.Answer{
		answer(slot("2026-09-01"), missed(iep.Testing)), answer(slot("2026-09-03"), partly), answer(slot("2026-09-08"), binder.Outcome{Status: iep.Unsure}),
	}))
	row := h.book().Row(slot("2026-09-03"))
	h.equal("row", []any{row.Status, *row.Minutes, row.KnownBy}, []any{iep.Partial, 20, "email"})
	h.equal("corrected", h.book().Row(slot("2026-09-01")).Reason, iep.Testing)
	undo, _ := h.Edits()
	h.equal("undo", undo.Did, []history.What{
		{Kind: history.Correct, Noun: history.Session, Status: "missed", Count: 1}, {Kind: history.Add, Noun: history.Session, Count: 2},
	})
	h.does(h.Undo())
	h.equal("as it was", h.book().Row(slot("2026-09-01")).Status, iep.Delivered)
	if row := h.book().Row(slot("2026-09-03")); row != nil {
		t.Errorf("after Undo there is %+v", row)
	}
}

func TestACheckInRefusesAtItsRow(t *testing.T) {
	h := mias(t, "2026-09-10")
	before, far := h.acts(), record.MaxMinutes+1
	for _, c := range []struct {
		code    refusal.Code
		field   string
		answers []binder.Answer
	}{
		{refusal.NothingSaid, "", nil},
		{refusal.NoSuch, "", []binder.Answer{answer(slot("2026-09-02"), given())}},
		{refusal.NotYet, "status." + slot("2026-09-15"), []binder.Answer{answer(slot("2026-09-08"), given()), answer(slot("2026-09-15"), given())}},
		{refusal.NeedsMinutes, "minutes." + slot("2026-09-08"), []binder.Answer{answer(slot("2026-09-08"), binder.Outcome{Status: iep.Partial})}},
		{refusal.OutOfBounds, "minutes." + slot("2026-09-08"), []binder.Answer{answer(slot("2026-09-08"), binder.Outcome{Status: iep.Partial, Minutes: &far})}},
		{refusal.NotAWord, "status", []binder.Answer{answer(slot("2026-09-08"), binder.Outcome{Status: "perhaps"})}},
	} {
		h.refused(c.code, c.field, func() error { return h.CheckIn(c.answers) })
	}
	h.equal("acts", h.acts(), before)
}
