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

// The rules of this file and of order_test.go hold for every record and every
// day, whatever the family wrote. Each is tried on families drawn at random.

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

// Owed = made up + open; open = carried + remainder; the sums are those of the
// lines; nothing is below zero; no obligation is paid more than it is.
func TestTheBalanceAddsUp(t *testing.T) {
	everySeries(t, func(v view) {
		s := v.Summary
		v.want("owed", s.Owed, s.MadeUp+s.OpenOwed)
		v.want("open", s.OpenOwed, s.Carried+s.Remainder)
		owed, open, undecided := 0, 0, 0
		for _, o := range v.Obligations {
			v.want("open of "+o.ID, o.Minutes, o.Open+v.paidOf(o))
			v.no(o.Open < 0 || o.Minutes <= 0, "%s has %d open of %d", o.ID, o.Open, o.Minutes)
			switch o.Answer() {
			case policy.Yes:
				owed, open = owed+o.Minutes, open+o.Open
			case policy.Ask:
				undecided += o.Open
			default:
				v.no(true, "%s is answered %s", o.ID, o.Answer())
			}
		}
		v.want("owed", owed, s.Owed)
		v.want("open owed", open, s.OpenOwed)
		v.want("undecided", undecided, s.Undecided)
		v.no(min(s.Owed, s.MadeUp, s.OpenOwed, s.Undecided, s.Unapplied, s.Banked, s.Carried, s.Remainder, s.NotOwed) < 0, "below zero")
	})
}

func (v view) paidOf(o *ledger.Obligation) int {
	paid := 0
	for _, p := range o.Paid {
		v.no(p.Minutes <= 0, "%s is paid %d minutes", o.ID, p.Minutes)
		paid += p.Minutes
	}
	return paid
}

// The summer takes what is open and answered yes, the oldest first, up to the
// minutes reserved that no make-up has used, and nothing once it is over.
func TestTheSummerTakesTheOldestFirstAndNeverMoreThanIsReserved(t *testing.T) {
	everySeries(t, func(v view) {
		carried, all := map[string]int{}, 0
		for _, w := range v.Summer {
			used, planned := 0, 0
			for _, row := range v.rows() {
				if row.Kind == iep.Makeup && w.ESY.Holds(row.Date) {
					used += row.Given()
				}
			}
			capacity := max(0, w.ESY.Capacity[v.ID]-used)
			if w.ESY.Last < v.asOf {
				capacity = 0
			}
			v.want("capacity left", capacity, w.CapacityLeft)
			for _, c := range w.Plan {
				carried[c.ObligationID] += c.Minutes
				planned += c.Minutes
			}
			v.want("carried by "+w.ESY.ID, w.Carried, planned)
			v.no(planned > capacity, "%d carried into %d", planned, capacity)
			all += capacity
		}
		v.want("carried", min(all, v.Summary.OpenOwed), v.Summary.Carried)
		for _, o := range v.Obligations {
			if o.Answer() == policy.Yes {
				take := min(all, o.Open)
				all -= take
				v.want("carried of "+o.ID, take, carried[o.ID])
				delete(carried, o.ID)
			}
		}
		v.no(len(carried) > 0, "carried what is not owed: %v", carried)
	})
}

// By the session, every missed minute is answered yes, ask or no: the first
// two make one obligation each, the third is for the record.
func TestMissedMinutesAreYesAskOrNo(t *testing.T) {
	everySeries(t, func(v view) {
		owed, notOwed := map[string]*ledger.Obligation{}, 0
		for _, o := range v.Obligations {
			v.no(owed[o.ID] != nil, "two obligations %s", o.ID)
			owed[o.ID] = o
		}
		slots := 0
		for i := range v.Slots {
			s := &v.Slots[i]
			if s.Missed > 0 && s.Verdict.Answer == policy.No {
				notOwed += s.Missed
			} else if s.Missed > 0 && s.Version.Basis == policy.BySession {
				slots++
				o := owed[v.ID+":"+s.Date.String()+":"+s.Schedule.ID]
				v.no(o == nil || o.Slot.Date != s.Date || o.Minutes != s.Missed || o.Answer() != s.Verdict.Answer || o.Reason != s.Reason,
					"the slot of %s is not its obligation %+v", s.Date, o)
			}
		}
		for _, o := range v.Obligations {
			if o.Slot != nil {
				slots--
			}
		}
		v.want("obligations without a missed slot", 0, slots)
		v.want("not owed", notOwed, v.Summary.NotOwed)
	})
}

// A period judged as a whole is short by what was promised and not given; the
// answers share that out, and it leaves two obligations at most.
func TestAPeriodJudgedAsAWholeIsSharedOut(t *testing.T) {
	everySeries(t, func(v view) {
		left := map[string]int{}
		for _, o := range v.Obligations {
			if o.Reason == iep.PeriodShortfall {
				left[o.ID] = o.Minutes
			}
		}
		for i := range v.Periods {
			p := &v.Periods[i]
			if !p.ByPeriod() || !p.Over {
				v.want("judged", 0, p.Shortfall+p.Excused+p.Undecided+p.Owed)
				continue
			}
			id := v.ID + ":" + p.Span.First.String()
			v.want("shortfall", max(0, p.Required-p.Delivered-p.Extra), p.Shortfall)
			v.want("shared out", p.Shortfall, p.Excused+p.Undecided+p.Owed)
			v.want("left owed", p.Owed, left[id])
			v.want("left undecided", p.Undecided, left[id+":undecided"])
			delete(left, id)
			delete(left, id+":undecided")
		}
		v.want("obligations without a period", 0, len(left))
	})
}
