package binder_test

import (
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func proposed(on string) iep.Arrangement {
	a := iep.Arrangement{ChildID: "mia", SeriesID: "sp", Minutes: 30}
	if on != "" {
		a.Date = day.MustParse(on)
	}
	return a
}

func (h *home) said(state iep.ArrangementState, by string) iep.Step {
	return iep.Step{State: state, On: h.today, By: by}
}

// Three evenings: a make-up is proposed, agreed to, and given. It counts
// nothing until the log has it, and then it pays.
func TestAMakeUpGoesFromProposedToGiven(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.Arrange([]iep.Arrangement{proposed("2026-09-16")}, h.said(iep.Proposed, "Mom")))
	id := h.book().Record.Arrangements[0].ID
	h.does(h.Answer([]string{id}, h.said(iep.Agreed, "Ms. Hall")))
	before := h.speech().Summary
	if before.OpenOwed != 30 || before.MadeUp != 0 {
		t.Fatalf("%+v", before)
	}
	h.refused(refusal.NotYet, "on", func() error { return h.Held(id, given()) })
	h.today = day.MustParse("2026-09-16")
	if got := h.book().MakeUpsToTell(""); len(got) != 1 || got[0].ID != id {
		t.Fatalf("to be told of: %v", got)
	}
	h.does(h.Held(id, given()))
	row := h.book().CameOf(id)
	h.equal("the row", []any{row.Kind, row.Status, *row.Minutes, row.Date.String()}, []any{iep.Makeup, iep.Delivered, 30, "2026-09-16"})
	h.equal("made up", h.speech().Summary.MadeUp, 30)
	h.equal("to be told of", len(h.book().MakeUpsToTell("")), 0)
	h.does(h.Undo())
	h.equal("made up after Undo", h.speech().Summary.MadeUp, 0)
	h.does(h.Redo())
	h.restart()
	h.equal("who agreed", h.book().Arrangement(id).Steps[1].By, "Ms. Hall")
}

// What was not held after all gives nothing, and can be corrected.
func TestAMakeUpThatWasNotHeldGivesNothing(t *testing.T) {
	h := mias(t, "2026-09-16")
	h.does(h.Arrange([]iep.Arrangement{proposed("2026-09-16")}, h.said(iep.Agreed, "")))
	id := h.book().Record.Arrangements[0].ID
	h.does(h.Held(id, missed(iep.ProviderAbsent)))
	h.equal("made up", h.speech().Summary.MadeUp, 0)
	h.does(h.Held(id, binder.Outcome{Status: iep.Partial, Minutes: new(20)}))
	h.equal("made up", h.speech().Summary.MadeUp, 20)
	h.equal("rows that came of it", h.book().CameOf(id).ID, "arrangement:"+id)
	h.refused(refusal.StillNeeded, "", func() error { return h.Reset(id, h.today+1, day.NoClock, "") })
}

// Corrected in the log, a row is still the one that came of the make-up; moved,
// too.
func TestARowKeepsWhatItCameOf(t *testing.T) {
	h := mias(t, "2026-09-16")
	h.does(h.Arrange([]iep.Arrangement{proposed("2026-09-15")}, h.said(iep.Agreed, "")))
	id := h.book().Record.Arrangements[0].ID
	h.does(h.Held(id, given()))
	for _, on := range []string{"2026-09-15", "2026-09-14"} {
		row := *h.book().CameOf(id)
		row.Date, row.ArrangementID = day.MustParse(on), ""
		h.does(h.Save(row, ""))
		h.equal("the day", h.book().CameOf(id).Date.String(), on)
	}
}

// Moved after it was agreed to, a make-up has a step that says when it was set;
// moved before, it has none. Without a day it waits, and cannot be told of.
func TestAMakeUpIsMoved(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.Arrange([]iep.Arrangement{proposed("2026-09-16"), proposed("")}, h.said(iep.Proposed, "Mom")))
	list := h.book().Arrangements("mia")
	first, second := list[0].ID, list[1].ID
	h.does(h.Reset(first, day.MustParse("2026-09-18"), day.At(9, 0), ""))
	h.equal("steps of a proposal", len(h.book().Arrangement(first).Steps), 1)
	h.does(h.Answer([]string{first, second}, h.said(iep.Agreed, "Ms. Hall")))
	h.does(h.Reset(first, day.MustParse("2026-09-21"), day.At(9, 0), "Ms. Hall"))
	h.equal("where it stands", h.book().Arrangement(first).State(), iep.Scheduled)
	h.refused(refusal.Missing, "on", func() error { return h.Held(second, given()) })
	h.refused(refusal.Missing, "on", func() error { return h.Reset(second, day.None, day.NoClock, "") })
	h.refused(refusal.NotYet, "on", func() error {
		return h.Answer([]string{first}, iep.Step{State: iep.Declined, On: h.today + 1})
	})
	h.refused(refusal.NoSuch, "", func() error { return h.Answer([]string{"none"}, h.said(iep.Agreed, "")) })
	h.does(h.WithdrawArrangement(second))
	h.equal("left", len(h.book().Record.Arrangements), 1)
}

// What is arranged takes its day and its week, and its minutes are asked about
// no more.
func TestWhatIsArrangedIsNotPlannedAgain(t *testing.T) {
	h := mias(t, "2026-09-10")
	f, err := h.book().CanMakeUp(h.speech(), fit.Limits{})
	h.does(err)
	h.equal("planned", []any{f.Fits, f.Plan[0].Date.String()}, []any{30, "2026-09-11"})
	h.does(h.Arrange([]iep.Arrangement{proposed("2026-09-11")}, h.said(iep.Proposed, "")))
	f, err = h.book().CanMakeUp(h.speech(), fit.Limits{})
	h.does(err)
	h.equal("arranged", []int{f.Arranged, f.Fits, f.Leftover}, []int{30, 0, 0})
}

// quiet does a deed that may move no balance.
func (p *player) quiet(deed func() error) error {
	p.Helper()
	before := sums(p.book().Ledger)
	err := deed()
	p.equal("sums beside an arrangement", sums(p.book().Ledger), before)
	return err
}

func (p *player) arrange(b *binder.Book) error {
	a := proposed("")
	a.ChildID = []string{"mia", "none"}[p.number(4, "of child")/4]
	if p.number(3, "with a day") > 0 {
		a.Date = b.Today + day.Day(p.number(20, "day")-10)
	}
	return p.quiet(func() error {
		return p.Arrange([]iep.Arrangement{a}, iep.Step{State: []iep.ArrangementState{iep.Proposed, iep.Agreed, "such"}[p.number(2, "state")], On: b.Today})
	})
}

// arranged is a make-up that is there, or none.
func (p *player) arranged(b *binder.Book) string {
	if list := b.Arrangements(""); len(list) > 0 {
		return list[p.number(len(list)-1, "make-up")].ID
	}
	return "none"
}

func (p *player) answer(b *binder.Book) error {
	id := p.arranged(b)
	if p.number(4, "taken back") == 0 {
		return p.quiet(func() error { return p.WithdrawArrangement(id) })
	}
	state := []iep.ArrangementState{iep.Agreed, iep.Declined, iep.NotUsable, iep.Disputed}[p.number(3, "answer")]
	return p.quiet(func() error { return p.Answer([]string{id}, iep.Step{State: state, On: b.Today}) })
}

func (p *player) reset(b *binder.Book) error {
	id := p.arranged(b)
	return p.quiet(func() error { return p.Reset(id, b.Today-day.Day(p.number(5, "moved")), day.NoClock, "") })
}

func (p *player) held(b *binder.Book) error { return p.Held(p.arranged(b), p.outcome()) }
