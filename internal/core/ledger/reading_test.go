package ledger_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

func (v view) read(r *record.Record) []ledger.Comparison {
	list, err := ledger.Compare(r, v.asOf)
	if err != nil {
		v.Fatal(err)
	}
	return list
}

// The reading in force is the ledger that every screen shows; where an
// amendment changed what is judged there is none.
func TestTheReadingInForceIsTheLedger(t *testing.T) {
	always(t, func(v view) {
		compared := v.read(v.record)
		for i, s := range v.compute(v.record, v.asOf).Series {
			v.Series = s
			found := 0
			for _, read := range compared[i].Readings {
				if read.InForce {
					found++
					v.no(read.Series.Summary != s.Summary, "by %s: %+v", read.Reading, read.Series.Summary)
				}
			}
			if oneBasis(s) || hasClause(s) {
				v.want("readings in force", 1, found)
			} else {
				v.want("readings in force of two bases", 0, found)
			}
		}
	})
}

// oneBasis says whether all versions are judged in the same way.
func oneBasis(s *ledger.Series) bool {
	for _, v := range s.Versions {
		if v.Basis != s.Versions[0].Basis {
			return false
		}
	}
	return true
}

func hasClause(s *ledger.Series) bool {
	for _, v := range s.Versions {
		if v.Plan.Clause != nil {
			return true
		}
	}
	return false
}

// What is short is what is answered yes, ask and no, in every stretch and in
// all; where the readings agree nothing is told.
func TestShortIsTheSumOfTheAnswers(t *testing.T) {
	always(t, func(v view) {
		for _, c := range v.read(v.record) {
			for i, read := range c.Readings {
				v.Series = read.Series
				short := 0
				for j := range read.Series.Periods {
					p := &read.Series.Periods[j]
					switch {
					case p.ByPeriod():
						short += p.Shortfall
					case p.Over:
						short += p.NotScheduled
					}
				}
				for j := range read.Series.Slots {
					if slot := &read.Series.Slots[j]; slot.Version.Basis == policy.BySession {
						short += slot.Missed
					}
				}
				v.want("short by "+string(read.Reading), short, read.Short())
				yes, ask := 0, 0
				for _, d := range c.Differences {
					yes, ask = yes+d.Tallies[i].Yes-d.Tallies[0].Yes, ask+d.Tallies[i].Ask-d.Tallies[0].Ask
				}
				v.want("what is to make up beside the reading by session", read.Yes-c.Readings[0].Yes, yes)
				v.want("what is asked about beside it", read.Ask-c.Readings[0].Ask, ask)
			}
		}
	})
}

// When all is filled in, and every slot is as long as a promised session, a
// session that was missed counts at least as much by itself as in its period:
// the period lets a longer or an extra one stand in for it.
func TestSessionsClaimAtLeastWhatTheirPeriodsDo(t *testing.T) {
	always(t, func(v view) {
		for _, c := range v.read(v.record) {
			if len(c.Readings) < 2 || !lengthsAsPromised(c.Readings[0].Series) || c.Readings[0].Series.Summary.UnrecordedSessions > 0 {
				continue
			}
			v.Series = c.Readings[1].Series
			for _, d := range c.Differences {
				closed := 0 // answered no by a policy that takes closures out of the promise or leaves them in a month
				for _, f := range d.Facts {
					if f.Code == ledger.ClosedDay {
						closed += f.Minutes
					}
				}
				v.no(d.Span.Last < v.asOf && d.Tallies[1].Short() > d.Tallies[0].Short()+closed,
					"%s: by the session %+v, by the period %+v", d.Span, d.Tallies[0], d.Tallies[1])
			}
		}
	})
}

func lengthsAsPromised(s *ledger.Series) bool {
	for _, v := range s.Versions {
		if v.Service.Requirement == nil || len(v.Service.Schedules) == 0 {
			return false
		}
		for _, schedule := range v.Service.Schedules {
			if schedule.Minutes != v.Service.SessionMinutes() {
				return false
			}
		}
	}
	return true
}

// A clause that says yes to all never lowers what is to make up.
func TestAClauseThatSaysYesNeverLowers(t *testing.T) {
	always(t, func(v view) {
		r := *v.record
		r.Plans = append([]iep.Plan{}, v.record.Plans...)
		for i := range r.Plans {
			r.Plans[i].Clause = nil
		}
		without := v.compute(&r, v.asOf)
		for i := range r.Plans {
			r.Plans[i].Clause = &iep.Clause{Others: iep.OwedYes}
		}
		for i, s := range v.compute(&r, v.asOf).Series {
			v.Series = s
			v.no(s.Summary.Owed < without.Series[i].Summary.Owed, "with the clause %d, without %d", s.Summary.Owed, without.Series[i].Summary.Owed)
		}
	})
}

// November of a child with 2 sessions of 30 minutes a week: a holiday on a
// Tuesday, and a session made longer by the therapist's own choice.
func TestWhatTheReadingsDifferBy(t *testing.T) {
	r := illness()
	r.Sessions = nil
	service := &r.Plans[0].Services[0]
	service.Requirement.Amount, service.Schedules[0].Rule = 2, "FREQ=WEEKLY;BYDAY=TU,TH"
	r.Policies[0].Owed = map[iep.Reason]policy.Answer{iep.SchoolClosedScheduled: policy.Ask}
	r.Calendars[0].Closures = holiday("2025-01-14")
	log := func(on string, status iep.Status, minutes int, reason iep.Reason) {
		r.Sessions = append(r.Sessions, iep.Session{ID: on, ServiceID: "sp", Date: day.MustParse(on), Kind: iep.Regular, Status: status, Minutes: new(minutes), Reason: reason})
	}
	log("2025-01-07", iep.Missed, 0, iep.ProviderAbsent)
	log("2025-01-09", iep.Delivered, 45, "")
	log("2025-01-16", iep.Delivered, 30, "")
	r.Sessions = append(r.Sessions, iep.Session{ID: "x", ServiceID: "sp", Date: day.MustParse("2025-01-10"), Kind: iep.Extra, Status: iep.Delivered, Minutes: new(20)})
	list, err := ledger.Compare(r, day.MustParse("2025-01-21"))
	if err != nil {
		t.Fatal(err)
	}
	c := list[0]
	if got := [2]ledger.Tally{c.Readings[0].Tally, c.Readings[1].Tally}; got != [2]ledger.Tally{{Yes: 30, Ask: 30}, {Yes: 10, Ask: 30}} {
		t.Errorf("by the session and by the week %+v", got)
	}
	if !c.Readings[0].InForce || c.Readings[1].InForce || len(c.Differences) != 1 {
		t.Fatalf("%+v", c)
	}
	d := c.Differences[0]
	want := []ledger.Fact{
		{Code: ledger.MissedSlot, Date: day.MustParse("2025-01-07"), Minutes: 30, Reason: iep.ProviderAbsent},
		{Code: ledger.LongSession, Date: day.MustParse("2025-01-09"), Minutes: 15},
		{Code: ledger.ExtraMinutes, Date: day.MustParse("2025-01-12"), Minutes: 20},
	}
	if d.Required != 60 || d.Delivered != 30 || len(d.Facts) != len(want) {
		t.Fatalf("%+v", d)
	}
	for i := range want {
		if d.Facts[i] != want[i] {
			t.Errorf("%+v, want %+v", d.Facts[i], want[i])
		}
	}
}

// The plan's own words make a third reading, and leave the other two.
func TestThePlansWordsAreAReadingOfTheirOwn(t *testing.T) {
	r := illness()
	r.Plans[0].Clause = &iep.Clause{Text: "missed sessions are made up", Others: iep.OwedYes}
	list, err := ledger.Compare(r, day.MustParse("2025-01-22"))
	if err != nil {
		t.Fatal(err)
	}
	want := []ledger.Tally{{Ask: 90}, {Ask: 60}, {Yes: 90}} // the third week is not over
	for i, read := range list[0].Readings {
		if read.Tally != want[i] || read.InForce != (i == 2) {
			t.Errorf("by %s: %+v, want %+v", read.Reading, read.Tally, want[i])
		}
	}
}

func holiday(on string) []calendar.Closure {
	d := day.MustParse(on)
	return []calendar.Closure{{ID: on, Span: day.Span{First: d, Last: d}, Kind: calendar.Holiday}}
}

// What the team decides moves minutes from one answer to another; how much is
// short it never changes. Make-ups are left out: in a period they count as given
// there as long as nothing older waits for them.
func TestADecisionMovesMinutesAndChangesNoSum(t *testing.T) {
	always(t, func(v view) {
		before := *v.record
		before.Sessions = slices.DeleteFunc(slices.Clone(v.record.Sessions), func(row iep.Session) bool { return row.Kind != iep.Regular })
		after := before
		after.Decisions = slices.Clone(before.Decisions)
		for _, s := range v.compute(&before, v.asOf).Series {
			for i := range s.Slots {
				slot := &s.Slots[i]
				if slot.Missed > 0 && rapid.Bool().Draw(v.T, "decided") {
					owed := rapid.SampledFrom([]iep.Owed{iep.OwedYes, iep.OwedNo}).Draw(v.T, "answer")
					after.Decisions = append(after.Decisions, iep.Decision{
						ServiceID: slot.Version.Service.ID, ScheduleID: slot.Schedule.ID, Date: slot.Date, Owed: owed, DecidedOn: v.asOf,
					})
				}
			}
		}
		decided := v.read(&after)
		for i, c := range v.read(&before) {
			for j, read := range c.Readings {
				v.Series = read.Series
				v.want("short by "+string(read.Reading), read.Short(), decided[i].Readings[j].Short())
			}
		}
	})
}

// Where all is filled in a reading has one number for each answer; else its ends
// are in order, as long as each session is judged by itself.
func TestAReadingLiesBetweenItsEnds(t *testing.T) {
	always(t, func(v view) {
		for _, c := range v.read(v.record) {
			for i := range c.Readings {
				read := &c.Readings[i]
				v.Series = read.Series
				given, missed := read.Ends()
				if read.Series.Summary.UnrecordedSessions == 0 {
					v.no(given != read.Tally || missed != read.Tally, "all is filled in: %+v, %+v, %+v", given, read.Tally, missed)
				}
				if read.Reading == ledger.EachSession {
					v.no(given.Short() > missed.Short(), "by the session from %+v to %+v, now %+v", given, missed, read.Tally)
				}
			}
		}
	})
}

// Two of three sessions are not filled in: by the session 30 to 90 minutes are a
// question, by the week, of which the third is not over, none to 60.
func TestTheEndsOfAReading(t *testing.T) {
	r := illness()
	r.Sessions = r.Sessions[2:]
	list, err := ledger.Compare(r, day.MustParse("2025-01-22"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][2]ledger.Tally{{{Ask: 30}, {Ask: 90}}, {{}, {Ask: 60}}} {
		given, missed := list[0].Readings[i].Ends()
		if got := [2]ledger.Tally{given, missed}; got != want {
			t.Errorf("by %s: %+v, want %+v", list[0].Readings[i].Reading, got, want)
		}
	}
}
