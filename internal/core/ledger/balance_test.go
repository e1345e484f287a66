package ledger_test

import (
	"testing"

	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

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
