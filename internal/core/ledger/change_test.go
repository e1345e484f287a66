package ledger_test

import (
	"reflect"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// What was missed before a policy changed is answered as it was, and what was
// settled by then stays settled by the same minutes.
func TestAChangeOfPolicyTouchesNothingBeforeIt(t *testing.T) {
	always(t, func(v view) {
		before := *v.record
		before.Policies = append([]policy.Policy{}, v.record.Policies...)
		for i := range before.Policies {
			before.Policies[i].Changes = nil
		}
		after := before
		after.Policies = append([]policy.Policy{}, before.Policies...)
		from := v.record.Calendars[0].First + day.Day(len(v.record.Sessions))
		first := day.Last
		for i := range after.Policies {
			after.Policies[i].Changes = coretest.Changes(v.T, from)
			first = min(first, after.Policies[i].Changes[0].From)
		}
		was, is := v.compute(&before, v.asOf), v.compute(&after, v.asOf)
		for i, series := range was.Series {
			v.Series = is.Series[i]
			v.sameBefore(first, series, is.Series[i])
		}
	})
}

func (v view) sameBefore(from day.Day, was, is *ledger.Series) {
	linesWere, linesAre := was.Lines(), is.Lines()
	for i := 0; i < len(linesWere) && linesWere[i].Date < from; i++ {
		old, now := linesWere[i], linesAre[i]
		v.no(old.Date != now.Date || old.Minutes != now.Minutes || old.Verdict != now.Verdict,
			"the line of %s became %+v from %+v", old.Date, now, old)
		if o := old.Obligation; o != nil && o.Open == 0 && o.Paid[len(o.Paid)-1].Date < from {
			v.no(now.Obligation == nil || !reflect.DeepEqual(o.Paid, now.Obligation.Paid), "%s was paid by %v, now by %v", o.ID, o.Paid, now.Obligation)
		}
	}
}

// A winter in which the answer to a child's absence was changed.
func TestTheDayOfTheMissDecidesUnderWhichAnswers(t *testing.T) {
	r := illness()
	r.Policies[0].Changes = []policy.Change{
		{From: day.MustParse("2025-01-08"), Owed: map[iep.Reason]policy.Answer{iep.StudentAbsent: policy.Yes}, Deadline: &policy.Deadline{Days: new(10)}},
		{From: day.MustParse("2025-01-15"), Pack: "tx-hcde", Owed: map[iep.Reason]policy.Answer{iep.StudentAbsent: policy.No}},
	}
	if err := record.Check(r); err != nil {
		t.Fatal(err)
	}
	s := computed(t, r)
	lines := s.Lines()
	for i, want := range []struct {
		on     string
		answer policy.Answer
		since  day.Day
		by     string
	}{
		{"2025-01-07", policy.Ask, day.None, "2025-06-06"},
		{"2025-01-14", policy.Yes, day.MustParse("2025-01-08"), "2025-01-24"},
		{"2025-01-21", policy.No, day.MustParse("2025-01-15"), ""},
	} {
		l := lines[i]
		if l.Date.String() != want.on || l.Verdict.Answer != want.answer || l.Verdict.Since != want.since {
			t.Errorf("%s: %+v, want %+v", l.Date, l.Verdict, want)
		}
		if o := l.Obligation; want.by != "" && (o == nil || o.Deadline.String() != want.by) {
			t.Errorf("%s: due by %v, want %s", l.Date, o, want.by)
		}
	}
	if p := s.Versions[0].PolicyOn(day.MustParse("2025-02-01")); p.Pack != "tx-hcde" || *p.Deadline.Days != 10 {
		t.Errorf("in February %+v answers", p)
	}
}

// The plan's own words come before the policy's answers, and the team's
// decision before both.
func TestThePlansOwnWordsStandAboveThePolicy(t *testing.T) {
	r := illness()
	r.Plans[0].Clause = &iep.Clause{Text: "missed sessions are made up", Owed: map[iep.Reason]iep.Owed{iep.StudentAbsent: iep.OwedYes}}
	r.Decisions = []iep.Decision{{ID: "d", ServiceID: "sp", Date: day.MustParse("2025-01-14"), Owed: iep.OwedNo}}
	if err := record.Check(r); err != nil {
		t.Fatal(err)
	}
	lines := computed(t, r).Lines()
	for i, want := range []policy.Verdict{
		{Answer: policy.Yes, Layer: policy.PlansWords}, {Answer: policy.No, Layer: policy.Team}, {Answer: policy.Yes, Layer: policy.PlansWords},
	} {
		if lines[i].Verdict != want {
			t.Errorf("%s: %+v, want %+v", lines[i].Date, lines[i].Verdict, want)
		}
	}
	r.Decisions, r.Plans[0].Clause = nil, &iep.Clause{Owed: map[iep.Reason]iep.Owed{iep.ProviderAbsent: iep.OwedYes}, Others: iep.OwedNo}
	if sum := computed(t, r).Summary; sum.NotOwed != 90 {
		t.Errorf("for the record: %+v", sum)
	}
}

// illness is a child who was ill on three Tuesdays of January 2025.
func illness() *record.Record {
	r := &record.Record{
		Children:  []iep.Child{{ID: "ana"}},
		Calendars: []calendar.SchoolYear{{ID: "y", First: day.MustParse("2025-01-06"), Last: day.MustParse("2025-06-06"), Weekdays: day.MondayToFriday}},
		Policies:  []policy.Policy{{ID: "p"}},
		Plans: []iep.Plan{{ID: "iep", ChildID: "ana", Kind: iep.IEP, CalendarIDs: []string{"y"}, PolicyID: "p", Services: []iep.Service{{
			ID: "sp", Start: day.MustParse("2025-01-06"), End: day.MustParse("2025-06-06"),
			Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 1, MinutesPerSession: new(30), Period: iep.Week},
			Schedules:   []iep.Schedule{{ID: "tu", Rule: "FREQ=WEEKLY;BYDAY=TU", From: day.MustParse("2025-01-06"), Minutes: 30}},
		}}}},
	}
	for _, on := range []string{"2025-01-07", "2025-01-14", "2025-01-21"} {
		r.Sessions = append(r.Sessions, iep.Session{ID: on, ServiceID: "sp", Date: day.MustParse(on), Kind: iep.Regular, Status: iep.Missed, Reason: iep.StudentAbsent})
	}
	return r
}

func computed(t *testing.T, r *record.Record) *ledger.Series {
	t.Helper()
	l, err := ledger.Compute(r, day.MustParse("2025-01-22"))
	if err != nil {
		t.Fatal(err)
	}
	return l.Series[0]
}
