package ledger_test

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// The rules of this file, order_test.go, time_test.go and unknown_test.go hold
// for every record and every day, whatever the family wrote. Each is tried on
// families drawn at random.

// A view is a family drawn at random, seen on a day, and one of its series.
type view struct {
	*rapid.T
	record *record.Record
	asOf   day.Day
	*ledger.Series
}

func always(t *testing.T, rule func(v view)) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		rule(view{T: t, record: r, asOf: coretest.AsOf(t, r)})
	})
}

func everySeries(t *testing.T, rule func(v view)) {
	t.Helper()
	always(t, func(v view) {
		for _, s := range v.compute(v.record, v.asOf).Series {
			v.Series = s
			rule(v)
		}
	})
}

func (v view) compute(r *record.Record, asOf day.Day) *ledger.Ledger {
	l, err := ledger.Compute(r, asOf)
	if err != nil {
		v.Fatalf("as of %s: %v", asOf, err)
	}
	return l
}

// want fails unless two numbers are the same.
func (v view) want(what string, want, got int) {
	if want != got {
		v.Fatalf("%s: want %d, got %d; as of %s\n%s", what, want, got, v.asOf, textOfSeries(v.Series))
	}
}

// no fails when something is so that must not be.
func (v view) no(bad bool, format string, args ...any) {
	if bad {
		v.Logf("as of %s\n%s", v.asOf, textOfSeries(v.Series))
		v.Fatalf(format, args...)
	}
}

// Make-up and extra minutes, and with a bank what a session ran over, pay
// something, count towards a period, are banked or lie unapplied: never two of
// these, never none.
func TestEveryMinuteGivenBesideTheSlotsIsInOnePlace(t *testing.T) {
	everySeries(t, func(v view) {
		given, placed := 0, v.Summary.Unapplied+v.Summary.Banked
		for _, minutes := range v.beside() {
			given += minutes
		}
		for _, minutes := range v.paidBy() {
			placed += minutes
		}
		for i := range v.Periods {
			placed += v.Periods[i].Extra
		}
		v.want("minutes placed", given, placed)
	})
}

func TestNoRowGivesAMinuteTwice(t *testing.T) {
	everySeries(t, func(v view) {
		given, used := v.beside(), v.paidBy()
		for _, p := range v.Unapplied {
			used[p.SessionID] += p.Minutes
		}
		for id, minutes := range used {
			v.no(id != ledger.FromBank && minutes > given[id], "%s gave %d minutes, and %d are used", id, given[id], minutes)
		}
	})
}

// beside are the minutes that rows gave beside the planned slots, by row.
func (v view) beside() map[string]int {
	given, slots := map[string]int{}, v.slotsByRow()
	for _, row := range v.rows() {
		slot := slots[row.ID]
		switch {
		case slot == nil && row.Minutes != nil && row.Status != iep.Missed:
			given[row.ID] = *row.Minutes
		case slot != nil && keepsSurplus(slot.Version):
			given[row.ID] = max(0, slot.Given-slot.Schedule.Minutes)
		}
	}
	return given
}

// rows are what the log says of the series by the day asked.
func (v view) rows() []iep.Session {
	ours := map[string]bool{}
	for _, version := range v.Versions {
		ours[version.Service.ID] = true
	}
	var rows []iep.Session
	for _, row := range v.record.Sessions {
		if ours[row.ServiceID] && row.Date <= v.asOf && row.Status != iep.Unsure {
			rows = append(rows, row)
		}
	}
	return rows
}

func (v view) slotsByRow() map[string]*ledger.Slot {
	slots := map[string]*ledger.Slot{}
	for i := range v.Slots {
		if row := v.Slots[i].Session; row != nil {
			slots[row.ID] = &v.Slots[i]
		}
	}
	return slots
}

// keepsSurplus says whether what a session runs over goes anywhere: where a
// bank was agreed and those minutes are not in the period's sum already.
func keepsSurplus(v *ledger.Version) bool {
	return v.Policy.OverDelivery == policy.Bank &&
		(v.Basis == policy.BySession || v.Service.Requirement.Unit == iep.Sessions)
}

// paidBy are the minutes of all payments, by row; banked ones under "bank".
func (v view) paidBy() map[string]int {
	paid := map[string]int{}
	for _, o := range v.Obligations {
		for _, p := range o.Paid {
			paid[p.SessionID] += p.Minutes
		}
	}
	return paid
}
