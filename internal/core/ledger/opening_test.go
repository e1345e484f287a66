package ledger_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// Whatever was agreed, the sums since a year's first day add up, and what it
// began with is no more than was agreed and no more than was open.
func TestTheSumsSinceAnOpeningAddUp(t *testing.T) {
	always(t, func(v view) {
		for _, s := range v.compute(v.record, v.asOf).Series {
			v.Series = s
			v.record.Carryovers = append(v.record.Carryovers, iep.Carryover{
				ID: s.ChildID + s.ID, ChildID: s.ChildID, SeriesID: s.ID, Date: v.record.Calendars[0].Last, ToNextYear: 75,
			})
		}
		for _, s := range v.compute(v.record, v.asOf).Series {
			v.Series = s
			v.addsUp()
		}
	})
}

func (v view) addsUp() {
	for i := range v.Openings {
		o := &v.Openings[i]
		sum := v.Since(o)
		v.want("open", v.Summary.OpenOwed, sum.Open)
		v.want("brought + older + missed - made up", sum.Open, sum.Brought+sum.Older+sum.Missed-sum.MadeUp)
		v.want("brought in", o.Minutes(), sum.Brought)
		v.no(sum.Older < 0 || sum.MadeUp < 0, "below zero: %+v", sum)
		v.no(sum.Brought > o.Agreed.ToNextYear, "%d brought in, %d agreed", sum.Brought, o.Agreed.ToNextYear)
		for _, taken := range o.Taken {
			v.no(taken.Date > o.Agreed.Date, "%s is after the balance of %s", taken.ID, o.Agreed.Date)
		}
	}
}

// An agreement moves no minute: but for those of no day in the record, every
// number is what it is without.
func TestWhatWasAgreedMovesNoMinute(t *testing.T) {
	always(t, func(v view) {
		for i := range v.record.Carryovers {
			v.record.Carryovers[i].Before = 0
		}
		without := *v.record
		without.Carryovers = nil
		l, bare := v.compute(v.record, v.asOf), v.compute(&without, v.asOf)
		for i, s := range l.Series {
			if s.Summary != bare.Series[i].Summary {
				t.Fatalf("%s: %+v, without the agreement %+v", s.ID, s.Summary, bare.Series[i].Summary)
			}
			for k, o := range s.Obligations {
				if was := bare.Series[i].Obligations[k]; o.ID != was.ID || o.Open != was.Open || len(o.Paid) != len(was.Paid) {
					t.Fatalf("%s is paid in another way", o.ID)
				}
			}
		}
	})
}

// twoYears is a child with speech on Tuesdays, 30 minutes, in two school years.
// Three sessions were missed in the first; what else is for the tests to say.
func twoYears() *record.Record {
	span := func(first, last string) day.Span {
		return day.Span{First: day.MustParse(first), Last: day.MustParse(last)}
	}
	old, next := span("2025-04-01", "2025-05-30"), span("2025-09-02", "2026-05-29")
	r := &record.Record{
		Children: []iep.Child{{ID: "ana", Name: "Ana"}},
		Calendars: []calendar.SchoolYear{
			{ID: "old", First: old.First, Last: old.Last, Weekdays: day.MondayToFriday},
			{ID: "next", First: next.First, Last: next.Last, Weekdays: day.MondayToFriday},
		},
		Plans: []iep.Plan{{
			ID: "iep", ChildID: "ana", Kind: iep.IEP, CalendarIDs: []string{"old", "next"},
			Services: []iep.Service{{
				ID: "sp", Type: "speech", Start: old.First, End: next.Last,
				Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 1, MinutesPerSession: new(30), Period: iep.Week},
				Schedules:   []iep.Schedule{{ID: "tu", Rule: "FREQ=WEEKLY;BYDAY=TU", From: old.First, Minutes: 30}},
			}},
		}},
		ESY: []calendar.ESYWindow{{ID: "e", ChildID: "ana", Span: span("2025-06-16", "2025-07-03"), Capacity: map[string]int{"sp": 60}}},
	}
	for d := old.First; d <= old.Last; d += 7 {
		addRow(r, d.String(), iep.Regular, iep.Delivered, 30)
	}
	for _, missed := range []int{0, 2, 4} {
		r.Sessions[missed].Status, r.Sessions[missed].Minutes, r.Sessions[missed].Reason = iep.Missed, new(0), iep.ProviderAbsent
	}
	return r
}

func addRow(r *record.Record, on string, kind iep.SessionKind, status iep.Status, minutes int) {
	r.Sessions = append(r.Sessions, iep.Session{
		ID: on + string(kind), ServiceID: "sp", Date: day.MustParse(on), Kind: kind, Status: status, Minutes: new(minutes),
	})
}

func agreedOn(on string, toSummer, toNextYear int) iep.Carryover {
	return iep.Carryover{
		ID: "o" + on, ChildID: "ana", SeriesID: "sp", Date: day.MustParse(on), AgreedOn: day.MustParse(on), AgreedBy: "Ms. Ito",
		ToSummer: toSummer, ToNextYear: toNextYear,
	}
}

func asOfDay(t *testing.T, r *record.Record, on string) *ledger.Series {
	t.Helper()
	if err := record.Check(r); err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Compute(r, day.MustParse(on))
	if err != nil {
		t.Fatal(err)
	}
	return l.Series[0]
}

// 90 minutes were open, 60 agreed for the summer and 30 for the next year. The
// summer gave 60; September begins with the 30 of the last day missed, and a
// make-up in the fall pays them before what is missed later.
func TestTheNextYearOpensWithWhatWasAgreed(t *testing.T) {
	r := twoYears()
	r.Carryovers = []iep.Carryover{agreedOn("2025-05-30", 60, 30)}
	if s := asOfDay(t, r, "2025-08-30"); s.Opening() != nil {
		t.Fatalf("the year has not begun: %+v", s.Openings)
	}
	addRow(r, "2025-06-18", iep.Makeup, iep.Delivered, 60)
	s := asOfDay(t, r, "2025-09-02")
	o := s.Opening()
	if o == nil || o.Minutes() != 30 || len(o.Taken) != 1 || o.Taken[0].ID != "sp:2025-04-29:tu" {
		t.Fatalf("the opening: %+v", o)
	}
	if got := o.Taken[0].Deadline.String(); got != "2026-05-29" || o.Taken[0].Overdue {
		t.Errorf("to be made up by %s", got)
	}
	addRow(r, "2025-09-02", iep.Regular, iep.Missed, 0)
	r.Sessions[len(r.Sessions)-1].Reason = iep.ProviderAbsent
	addRow(r, "2025-09-10", iep.Makeup, iep.Delivered, 45)
	s = asOfDay(t, r, "2025-09-12")
	if got, want := s.Since(s.Opening()), (ledger.Since{Brought: 30, Missed: 30, MadeUp: 45, Open: 15}); got != want {
		t.Errorf("since September: %+v, want %+v", got, want)
	}
}

// Where less was agreed than is open, the rest stays in sight on its own days;
// where the summer gave more, the year begins with less than was agreed.
func TestTheOpeningIsNeverMoreThanIsOpen(t *testing.T) {
	for _, c := range []struct {
		name               string
		agreed, summer     int
		brought, older     int
		overdue            int
		decided, agreement string
	}{
		{name: "less agreed", agreed: 40, brought: 40, older: 50, overdue: 60},
		{name: "all made up in summer", agreed: 30, summer: 90},
		{name: "some more made up than planned", agreed: 30, summer: 75, brought: 15},
		{name: "agreed in the new year", agreed: 90, brought: 90, agreement: "2025-09-20"},
		{name: "not agreed yet", agreed: 90, agreement: "2025-10-20"},
		{name: "ended by the team since", agreed: 90, brought: 60, decided: "2025-04-29"},
	} {
		r := twoYears()
		o := agreedOn("2025-05-30", 0, c.agreed)
		if c.agreement != "" {
			o.AgreedOn = day.MustParse(c.agreement)
		}
		r.Carryovers = []iep.Carryover{o}
		if c.summer > 0 {
			addRow(r, "2025-06-18", iep.Makeup, iep.Delivered, c.summer)
		}
		if c.decided != "" {
			r.Decisions = []iep.Decision{{ServiceID: "sp", Date: day.MustParse(c.decided), Owed: iep.OwedNo, DecidedOn: day.MustParse("2025-09-15")}}
		}
		s := asOfDay(t, r, "2025-10-01")
		if c.name == "not agreed yet" {
			if s.Opening() != nil {
				t.Errorf("%s: %+v", c.name, s.Opening())
			}
			continue
		}
		sum := s.Since(s.Opening())
		if sum.Brought != c.brought || sum.Older != c.older || s.Overdue() != c.overdue {
			t.Errorf("%s: %+v, %d past its day", c.name, sum, s.Overdue())
		}
	}
}

// A family that begins in September brings a signed statement along: its
// minutes are of no day in the record and are paid as the oldest.
func TestMinutesFromBeforeTheRecord(t *testing.T) {
	r := twoYears()
	r.Sessions = nil
	r.Plans[0].Services[0].Start = day.MustParse("2025-09-02")
	o := agreedOn("2025-06-06", 0, 40)
	o.Before, o.By = 40, day.MustParse("2025-12-19")
	r.Carryovers = []iep.Carryover{o}
	addRow(r, "2025-09-10", iep.Makeup, iep.Delivered, 30)
	s := asOfDay(t, r, "2025-09-12")
	if len(s.Obligations) != 1 || s.Summary.Owed != 40 || s.Summary.OpenOwed != 10 {
		t.Fatalf("%+v", s.Summary)
	}
	line := s.Lines()[0]
	if line.Obligation.Deadline != o.By || line.Verdict.Layer != policy.Agreed || line.Reason != iep.BroughtForward {
		t.Errorf("%+v, by %s", line, line.Obligation.Deadline)
	}
	if _, missed := line.Obligation.Since(); missed {
		t.Error("no clock runs from it")
	}
	if got, want := s.Since(s.Opening()), (ledger.Since{Brought: 40, MadeUp: 30, Open: 10}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Of two agreements that open the same year the later balance holds.
func TestTheLatestAgreementHolds(t *testing.T) {
	r := twoYears()
	r.Carryovers = []iep.Carryover{agreedOn("2025-05-30", 0, 30), agreedOn("2025-05-02", 0, 90)}
	if o := asOfDay(t, r, "2025-09-02").Opening(); o.Minutes() != 30 || len(asOfDay(t, r, "2025-09-02").Openings) != 1 {
		t.Errorf("%+v", o)
	}
}
