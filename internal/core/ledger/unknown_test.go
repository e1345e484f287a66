package ledger_test

import (
	"slices"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// Unknown is never missed. Taking away the only row of a past slot on an open
// day takes away just what that row made owed, in a series judged by the
// session. (What stays open may rise: a make-up that named the slot waits then,
// and a long session fills no bank.)
func TestTakingARowAwayNeverMakesMoreOwed(t *testing.T) {
	everySeries(t, func(v view) {
		if slices.ContainsFunc(v.Versions, func(w *ledger.Version) bool { return w.Basis == policy.ByPeriod }) {
			return
		}
		for i := range v.Slots {
			s := &v.Slots[i]
			if !v.onlyRow(s) {
				continue
			}
			after := v.compute(without(v.record, s.Session.ID), v.asOf).Find(v.ID, v.ChildID)
			v.want("missed once unknown", 0, after.Slots[i].Missed+after.Slots[i].Given)
			answered := map[policy.Answer]int{}
			if s.Missed > 0 {
				answered[s.Verdict.Answer] = s.Missed
			}
			v.want("owed without "+s.Session.ID, v.Summary.Owed-answered[policy.Yes], after.Summary.Owed)
			v.want("asked without "+s.Session.ID, v.minutesAsked(v.Series)-answered[policy.Ask], v.minutesAsked(after))
			v.want("not owed without "+s.Session.ID, v.Summary.NotOwed-answered[policy.No], after.Summary.NotOwed)
		}
	})
}

// By the period, the minutes of an unknown slot are asked about: taking a row
// away makes no more owed, unless the session had run over its slot.
func TestTakingARowAwayNeverMakesAPeriodOweMore(t *testing.T) {
	everySeries(t, func(v view) {
		for i := range v.Slots {
			s := &v.Slots[i]
			if !v.onlyRow(s) || s.Version.Basis != policy.ByPeriod || s.Surplus() > 0 {
				continue
			}
			after := v.compute(without(v.record, s.Session.ID), v.asOf).Find(v.ID, v.ChildID)
			for j := range v.Periods {
				was, is := &v.Periods[j], &after.Periods[j]
				v.no(was.Extra == is.Extra && is.Owed > was.Owed, "%s owes %d without %s, and owed %d", is.Span, is.Owed, s.Session.ID, was.Owed)
			}
		}
	})
}

// A row that says not sure is there to be read, and tells nothing: without the
// unsure rows every number is the same. It takes a slot that no other row has.
func TestNotSureChangesNoNumber(t *testing.T) {
	always(t, func(v view) {
		bare := coretest.Copy(v.record)
		bare.Sessions = slices.DeleteFunc(bare.Sessions, func(s iep.Session) bool { return s.Status == iep.Unsure })
		l := v.compute(v.record, v.asOf)
		if got, want := textOf(l), textOf(v.compute(bare, v.asOf)); got != want {
			v.Fatalf("with the unsure rows:\n%s\nwithout:\n%s", got, want)
		}
		for _, s := range l.Series {
			v.unsureRowsTakeFreeSlots(s)
		}
	})
}

func (v view) unsureRowsTakeFreeSlots(s *ledger.Series) {
	taken, unknown := map[string]bool{}, 0
	for i := range s.Slots {
		slot := &s.Slots[i]
		row := slot.Unsure
		if row == nil {
			continue
		}
		v.no(slot.Session != nil, "%s has the slot of another row on %s", row.ID, slot.Date)
		v.no(taken[row.ID], "%s has two slots", row.ID)
		taken[row.ID] = true
		fits := row.Kind == iep.Regular && row.Status == iep.Unsure && row.Date == slot.Date && row.Date <= v.asOf &&
			row.ServiceID == slot.Version.Service.ID && (row.ScheduleID == "" || row.ScheduleID == slot.Schedule.ID)
		v.no(!fits, "%+v has the slot %s:%s", *row, slot.Date, slot.Schedule.ID)
		if slot.State == ledger.Unrecorded {
			unknown++
		}
	}
	v.want("not sure", unknown, s.NotSure())
}

func (v view) minutesAsked(s *ledger.Series) int {
	n := 0
	for _, o := range s.Obligations {
		if o.Answer() == policy.Ask {
			n += o.Minutes
		}
	}
	return n
}

// onlyRow says whether a slot of an open day has a row, the only one of the
// service that day: a second would take the slot. A private therapist's slot
// on a closed day is left out, since a row there keeps the day promised.
func (v view) onlyRow(s *ledger.Slot) bool {
	rows := 0
	for _, row := range v.rows() {
		if row.ServiceID == s.Version.Service.ID && row.Date == s.Date && row.Kind == iep.Regular {
			rows++
		}
	}
	return s.Session != nil && rows == 1 && s.Version.School.Status(s.Date) == calendar.Open
}

func without(r *record.Record, session string) *record.Record {
	c := coretest.Copy(r)
	c.Sessions = slices.DeleteFunc(c.Sessions, func(s iep.Session) bool { return s.ID == session })
	return c
}
