package binder_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// What was agreed is one deed for all services, stands on the next evening, is
// corrected, and taken back; a service that carries nothing has no row.
func TestWhatWasAgreedIsKept(t *testing.T) {
	h := mias(t, "2027-03-11")
	series := h.speech().ID
	agreed := iep.Carryover{ChildID: "mia", SeriesID: series, Date: h.today, AgreedOn: h.today, AgreedBy: "Ms. Ito", ToSummer: 30, ToNextYear: 60}
	nothing := agreed
	nothing.ToSummer, nothing.ToNextYear = 0, 0
	h.does(h.SaveCarryovers([]iep.Carryover{agreed, nothing}))
	h.restart()
	list := h.book().CarryoversOf("mia")
	if len(list) != 1 || list[0].Minutes() != 90 || list[0].AgreedBy != "Ms. Ito" {
		t.Fatalf("the next evening: %+v", list)
	}
	changed := *list[0]
	changed.ToNextYear = 45
	h.does(h.SaveCarryovers([]iep.Carryover{changed}))
	if got := h.book().CarryoversOf("mia")[0]; got.ToNextYear != 45 || got.ID != changed.ID {
		t.Errorf("changed: %+v", got)
	}
	changed.ToSummer, changed.ToNextYear = 0, 0
	h.does(h.SaveCarryovers([]iep.Carryover{changed}))
	if len(h.book().CarryoversOf("mia")) != 0 {
		t.Error("a row that carries nothing is still there")
	}
	h.does(h.Undo())
	h.does(h.WithdrawCarryovers([]string{changed.ID}))
	h.does(h.Undo())
	if len(h.book().CarryoversOf("mia")) != 1 {
		t.Error("Undo does not bring it back")
	}
	ahead := agreed
	ahead.AgreedOn++
	h.refused(refusal.NotYet, "agreedOn", func() error { return h.SaveCarryovers([]iep.Carryover{ahead}) })
	h.refused(refusal.NoSuch, "", func() error { return h.WithdrawCarryovers([]string{"gone"}) })
	other := agreed
	other.SeriesID = "another"
	h.refused(refusal.NoSuch, "series_id", func() error { return h.SaveCarryovers([]iep.Carryover{other}) })
}

// The plan of a summer program is of the kind of the child's own, once, and a
// change of its days lets it be.
func TestASummerProgramIsPlannedOnce(t *testing.T) {
	h := mias(t, "2027-03-11")
	window := calendar.ESYWindow{ChildID: "mia", Span: day.Span{First: day.MustParse("2027-06-21"), Last: day.MustParse("2027-07-15")}, Capacity: map[string]int{h.speech().ID: 60}}
	h.does(h.SaveSummer(window, ""))
	id := h.book().Record.ESY[0].ID
	plans := len(h.book().Record.Plans)
	h.does(h.PlanSummer(id, "Summer program", day.MondayToFriday))
	h.does(h.PlanSummer(id, "Summer program", day.MondayToFriday))
	b := h.book()
	w := b.Summer(id)
	if len(b.Record.Plans) != plans+1 || b.Plan(w.PlanID) == nil || b.Plan(w.PlanID).Start != w.First {
		t.Fatalf("%d plans, of it %+v", len(b.Record.Plans), b.Plan(w.PlanID))
	}
	for _, d := range b.SchoolOf("mia") {
		if d.Year.First == w.First {
			t.Error("its calendar is taken for a school year")
		}
	}
	changed := *w
	changed.Last += 7
	changed.PlanID = ""
	h.does(h.SaveSummer(changed, ""))
	if got := h.book().Summer(id); got.PlanID != w.PlanID || got.Last != changed.Last {
		t.Errorf("changed: %+v", got)
	}
	h.refused(refusal.NoSuch, "", func() error { return h.PlanSummer("gone", "", day.MondayToFriday) })
}

// What is said early is the child's own, and its other fields stay.
func TestWhenAFamilyIsTold(t *testing.T) {
	h := mias(t, "2027-03-11")
	h.does(h.SaveAlarm("mia", iep.Alarm{InARow: new(2), Share: new(0)}))
	h.restart()
	if a := h.book().Record.Child("mia").Alarm; *a.InARow != 2 || *a.Share != 0 || a.Fit != nil {
		t.Errorf("%+v", a)
	}
	if h.book().Record.Child("mia").Name != "Mia" {
		t.Error("the name is gone")
	}
	h.refused(refusal.NoSuch, "", func() error { return h.SaveAlarm("nobody", iep.Alarm{}) })
}
