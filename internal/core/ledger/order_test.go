package ledger_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

func TestTheSameRecordAndDayGiveTheSameAnswer(t *testing.T) {
	always(t, func(v view) {
		before := coretest.Shuffled(v.T, v.record)
		once, twice := textOf(v.compute(v.record, v.asOf)), textOf(v.compute(v.record, v.asOf))
		if once != twice {
			v.Fatalf("once:\n%s\ntwice:\n%s", once, twice)
		}
		if again := textOf(v.compute(before, v.asOf)); once != again {
			v.Fatalf("after:\n%s\ncomputed from a record put aside before:\n%s", once, again)
		}
	})
}

// The order of the rows in the file is nothing to the answer.
func TestTheOrderOfTheRowsIsNothing(t *testing.T) {
	always(t, func(v view) {
		before := textOf(v.compute(v.record, v.asOf))
		after := textOf(v.compute(coretest.Shuffled(v.T, v.record), v.asOf))
		if before != after {
			v.Fatalf("in one order:\n%s\nin another:\n%s", before, after)
		}
	})
}

// Nothing crosses from one series to another nor from child to child: without
// the log, the decisions and the summers of all others, a series is the same.
func TestNothingCrossesFromSeriesToSeries(t *testing.T) {
	everySeries(t, func(v view) {
		alone := coretest.Copy(v.record)
		ours := map[string]bool{v.ID: true}
		for _, version := range v.Versions {
			ours[version.Service.ID] = true
		}
		alone.Sessions = slices.DeleteFunc(alone.Sessions, func(s iep.Session) bool { return !ours[s.ServiceID] })
		alone.Decisions = slices.DeleteFunc(alone.Decisions, func(d iep.Decision) bool { return !ours[d.ServiceID] })
		alone.ESY = slices.DeleteFunc(alone.ESY, func(w calendar.ESYWindow) bool { return w.ChildID != v.ChildID })
		after := textOfSeries(v.compute(alone, v.asOf).Find(v.ID, v.ChildID))
		v.no(after != textOfSeries(v.Series), "alone:\n%s", after)
	})
}

// One more closure never adds an expected session: each slot stays, and none
// becomes open.
func TestOneMoreClosureNeverAddsAnExpectedSession(t *testing.T) {
	everySeries(t, func(v view) {
		closed := coretest.Copy(v.record)
		y := &closed.Calendars[rapid.IntRange(0, len(closed.Calendars)-1).Draw(v.T, "calendar")]
		y.Closures = append(y.Closures, coretest.Closure(v.T, y.Span()))
		after := v.compute(closed, v.asOf).Find(v.ID, v.ChildID)
		v.want("slots", len(v.Slots), len(after.Slots))
		for i := range v.Slots {
			was, is := v.Slots[i].Status, after.Slots[i].Status
			v.no(is == calendar.Open && was != calendar.Open, "the slot of %s was %s", v.Slots[i].Date, was)
		}
		v.no(after.Summary.ExpectedSessions > v.Summary.ExpectedSessions, "more sessions are expected")
	})
}

// One more day of log never moves an earlier payment: what was paid by a day
// is still paid, and first, on every later day. Two things may take it back:
// a decision that the debt is none, and, since a period judged as a whole is
// read with the decisions known by now, a decision that comes after the end of
// such a period on a slot in it.
func TestALaterDayNeverMovesAnEarlierPayment(t *testing.T) {
	everySeries(t, func(v view) {
		if v.rereadAfter(v.asOf) {
			return
		}
		later := v.asOf + day.Day(rapid.IntRange(1, 60).Draw(v.T, "days later"))
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

// Unknown is never missed. Taking away the only row of a past slot on an open
// day takes away just what that row made owed, in a series judged by the
// session. (What stays open may rise: a make-up that named the slot waits then,
// and a long session fills no bank. With a second row that day the second
// takes the slot.)
func TestTakingARowAwayNeverMakesMoreOwed(t *testing.T) {
	everySeries(t, func(v view) {
		if slices.ContainsFunc(v.Versions, func(w *ledger.Version) bool { return w.Basis == policy.ByPeriod }) {
			return
		}
		for i := range v.Slots {
			s := &v.Slots[i]
			if s.Session == nil || s.Status != calendar.Open || v.rowsOn(s) > 1 {
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
			if s.Session == nil || s.Status != calendar.Open || s.Version.Basis != policy.ByPeriod || v.rowsOn(s) > 1 || s.Surplus() > 0 {
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

func (v view) minutesAsked(s *ledger.Series) int {
	n := 0
	for _, o := range s.Obligations {
		if o.Answer() == policy.Ask {
			n += o.Minutes
		}
	}
	return n
}

func (v view) rowsOn(s *ledger.Slot) int {
	n := 0
	for _, row := range v.rows() {
		if row.ServiceID == s.Version.Service.ID && row.Date == s.Date && row.Kind == iep.Regular {
			n++
		}
	}
	return n
}

func without(r *record.Record, session string) *record.Record {
	c := coretest.Copy(r)
	c.Sessions = slices.DeleteFunc(c.Sessions, func(s iep.Session) bool { return s.ID == session })
	return c
}

// Rows after the day asked do not exist yet.
func TestWhatComesLaterIsNotKnownYet(t *testing.T) {
	everySeries(t, func(v view) {
		past := coretest.Copy(v.record)
		past.Sessions = slices.DeleteFunc(past.Sessions, func(s iep.Session) bool { return s.Date > v.asOf })
		past.Decisions = slices.DeleteFunc(past.Decisions, func(d iep.Decision) bool { return d.InEffect() > v.asOf })
		v.no(textOfSeries(v.compute(past, v.asOf).Find(v.ID, v.ChildID)) != textOfSeries(v.Series), "the future changes the past")
	})
}

// The families drawn reach every corner that the rules above speak of, or the
// rules would prove nothing.
func TestTheFamiliesDrawnReachEveryCorner(t *testing.T) {
	seen := map[string]int{}
	records := coretest.Records()
	for seed := range 400 {
		r := records.Example(seed)
		l, err := ledger.Compute(r, r.Calendars[0].First+day.Day(seed%90))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range l.Series {
			corners(s, seen)
		}
	}
	for _, corner := range strings.Split("paid,paid from the bank,waiting,set free,not a make-up,nothing open,banked,extra in a period,"+
		"period short,period excused,period undecided,period owed,not scheduled,carried,overdue,decided yes,decided no,"+
		"week without school,row on a closed day,row without a slot,unrecorded,surplus,asked", ",") {
		if seen[corner] < 3 {
			t.Errorf("%s: %d times in 400 families", corner, seen[corner])
		}
	}
	t.Log(slices.Sorted(maps.Keys(seen)), seen)
}

func corners(s *ledger.Series, seen map[string]int) {
	count := func(what string, is bool) {
		if is {
			seen[what]++
		}
	}
	for _, o := range s.Obligations {
		count("overdue", o.Overdue)
		count("asked", o.Answer() == policy.Ask)
		count("not scheduled", o.Reason == iep.NotScheduled)
		count("paid", len(o.Paid) > 0)
		count("paid from the bank", slices.ContainsFunc(o.Paid, func(p ledger.Payment) bool { return p.SessionID == ledger.FromBank }))
	}
	why := map[ledger.Why]string{ledger.Waiting: "waiting", ledger.SetFree: "set free", ledger.NotAMakeup: "not a make-up", ledger.NothingOpen: "nothing open"}
	for _, p := range s.Unapplied {
		count(why[p.Why], true)
	}
	for i := range s.Periods {
		p := &s.Periods[i]
		count("extra in a period", p.Extra > 0)
		count("period short", p.Shortfall > 0)
		count("period excused", p.Excused > 0)
		count("period undecided", p.Undecided > 0)
		count("period owed", p.Owed > 0)
	}
	for i := range s.Slots {
		slot := &s.Slots[i]
		count("decided yes", slot.Team != nil && slot.Team.Owed == iep.OwedYes)
		count("decided no", slot.Team != nil && slot.Team.Owed == iep.OwedNo)
		count("week without school", slot.Missed > 0 && slot.Verdict.Layer == policy.NoSchool)
		count("unrecorded", slot.State == ledger.Unrecorded)
		count("surplus", slot.Surplus() > 0)
	}
	for _, w := range s.Warnings {
		count("row on a closed day", w.Code == ledger.RowOnClosedDay)
		count("row without a slot", w.Code == ledger.RowWithoutSlot)
	}
	count("carried", s.Summary.Carried > 0)
	count("banked", s.Summary.Banked > 0)
}
