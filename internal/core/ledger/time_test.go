package ledger_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// Rows after the day asked do not exist yet.
func TestWhatComesLaterIsNotKnownYet(t *testing.T) {
	everySeries(t, func(v view) {
		past := coretest.Copy(v.record)
		past.Sessions = slices.DeleteFunc(past.Sessions, func(s iep.Session) bool { return s.Date > v.asOf })
		past.Decisions = slices.DeleteFunc(past.Decisions, func(d iep.Decision) bool { return d.InEffect() > v.asOf })
		v.no(textOfSeries(v.compute(past, v.asOf).Find(v.ID, v.ChildID)) != textOfSeries(v.Series), "the future changes the past")
	})
}

// One more day of log never moves an earlier payment: what was paid by a day
// is still paid, and first, on every later day. Three things may take it back:
// a decision that the debt is none; since a period judged as a whole is read
// with the decisions known by now, a decision that comes after the end of such a
// period on a slot in it; and a later agreement on what is carried into a year: it
// counts from the day of its balance, and takes the place of an earlier one.
func TestALaterDayNeverMovesAnEarlierPayment(t *testing.T) {
	everySeries(t, func(v view) {
		if v.rereadAfter(v.asOf) {
			return
		}
		later := v.asOf + day.Day(rapid.IntRange(1, 60).Draw(v.T, "days later"))
		if v.agreedAnew(later) {
			return
		}
		payments := map[string][]ledger.Payment{}
		for _, o := range v.compute(v.record, later).Find(v.ID, v.ChildID).Obligations {
			payments[o.ID] = o.Paid
		}
		for _, o := range v.Obligations {
			now := payments[o.ID]
			kept := len(now) >= len(o.Paid) && slices.Equal(o.Paid, now[:len(o.Paid)])
			v.no(!kept && !v.endedAfter(o, later), "%s was paid by %v, and by %s it is by %v", o.ID, o.Paid, later, now)
		}
	})
}

// endedAfter says whether a decision may have ended an obligation after the
// day asked, even if another has brought it back.
func (v view) endedAfter(o *ledger.Obligation, later day.Day) bool {
	return o.Slot != nil && slices.ContainsFunc(v.record.Decisions, func(d iep.Decision) bool {
		return d.Owed == iep.OwedNo && d.Date == o.Slot.Date && d.InEffect() > v.asOf && d.InEffect() <= later
	})
}

// agreedAnew says whether an agreement of the series takes effect between the day
// asked and a later one.
func (v view) agreedAnew(later day.Day) bool {
	return slices.ContainsFunc(v.record.Carryovers, func(c iep.Carryover) bool {
		return c.SeriesID == v.ID && c.ChildID == v.ChildID && c.InEffect() > v.asOf && c.InEffect() <= later
	})
}

// rereadAfter says whether a decision that takes effect after a day changes
// how a period that was over by then is read.
func (v view) rereadAfter(on day.Day) bool {
	for i := range v.Periods {
		p := &v.Periods[i]
		if p.ByPeriod() && p.Over && slices.ContainsFunc(v.record.Decisions, func(d iep.Decision) bool {
			return d.InEffect() > on && p.Span.Holds(d.Date)
		}) {
			return true
		}
	}
	return false
}

// First in, first out: on the day on which a make-up that names nothing pays a
// debt, no older one answered yes stays open.
func TestAMakeupThatNamesNothingPaysTheOldestFirst(t *testing.T) {
	everySeries(t, func(v view) {
		for _, o := range v.Obligations {
			for _, p := range o.Paid {
				if p.Date != v.asOf || p.SessionID == ledger.FromBank || v.names(p.SessionID, o) {
					continue
				}
				v.no(o.Answer() != policy.Yes, "%s is answered %s, and %s pays it unnamed", o.ID, o.Answer(), p.SessionID)
				v.no(o.Date > p.Date, "%s pays %s before its day", p.SessionID, o.ID)
				for _, older := range v.Obligations {
					younger := o.Date > older.Date || o.Date == older.Date && o.ID > older.ID
					v.no(younger && older.Open > 0 && older.Answer() == policy.Yes, "%s pays %s and leaves %s open", p.SessionID, o.ID, older.ID)
				}
			}
		}
	})
}

// names says whether a row names an obligation: by its id or, when it is a
// period's, by a day of that period.
func (v view) names(session string, o *ledger.Obligation) bool {
	i := slices.IndexFunc(v.record.Sessions, func(s iep.Session) bool { return s.ID == session })
	return slices.ContainsFunc(v.record.Sessions[i].MakeupFor, func(id string) bool {
		return id == o.ID || o.Reason == iep.PeriodShortfall && v.inPeriodOf(o, id)
	})
}

func (v view) inPeriodOf(o *ledger.Obligation, id string) bool {
	start, _, _ := strings.Cut(strings.TrimPrefix(o.ID, v.ID+":"), ":")
	date, _, _ := strings.Cut(strings.TrimPrefix(id, v.ID+":"), ":")
	return start <= date && date <= o.Date.String()
}
