package alarm_test

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/alarm"
	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// spring is a child with speech on Tuesdays and Thursdays, 30 minutes each, from
// 1 April 2025, a Tuesday, to 30 May. Each letter of the log is what came of a
// session, in turn: given, Missed, Vacancy, child Ill (for the record), ? not
// filled in.
func spring(t *testing.T, log string, on string) (*ledger.Series, day.Day) {
	t.Helper()
	first, last := day.MustParse("2025-04-01"), day.MustParse("2025-05-30")
	r := &record.Record{
		Children: []iep.Child{{ID: "ana"}},
		Calendars: []calendar.SchoolYear{{
			ID: "y", First: first, Last: last, Weekdays: day.MondayToFriday,
			Closures: []calendar.Closure{{ID: "b", Span: day.Span{First: day.MustParse("2025-04-14"), Last: day.MustParse("2025-04-18")}, Kind: calendar.Break}},
		}},
		Policies: []policy.Policy{{ID: "p", Owed: map[iep.Reason]policy.Answer{iep.StudentAbsent: policy.No}}},
		Plans: []iep.Plan{{ID: "iep", ChildID: "ana", Kind: iep.IEP, PolicyID: "p", CalendarIDs: []string{"y"}, Services: []iep.Service{{
			ID: "sp", Start: first, End: last, Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 2, MinutesPerSession: new(30), Period: iep.Week},
			Schedules: []iep.Schedule{{ID: "s", Rule: "FREQ=WEEKLY;BYDAY=TU,TH", From: first, Minutes: 30}},
		}}}},
	}
	date := first
	for _, letter := range log {
		for date.Weekday() != day.Tuesday && date.Weekday() != day.Thursday || r.Calendars[0].Closures[0].Holds(date) {
			date++
		}
		row := iep.Session{ID: date.String(), ServiceID: "sp", Date: date, Kind: iep.Regular, Status: iep.Missed, Reason: iep.ProviderAbsent}
		switch letter {
		case 'g':
			row.Status, row.Reason = iep.Delivered, ""
		case 'V':
			row.Reason = iep.ProviderVacancy
		case 'I':
			row.Reason = iep.StudentAbsent
		}
		if letter != '?' {
			r.Sessions = append(r.Sessions, row)
		}
		date++
	}
	asOf := day.MustParse(on)
	l, err := ledger.Compute(r, asOf)
	if err != nil {
		t.Fatal(err)
	}
	return l.Series[0], asOf
}

// none turns all alarms off.
func none() *iep.Alarm {
	return &iep.Alarm{InARow: new(0), Share: new(0), Vacancy: new(0), Fit: new(0)}
}

func TestWhatRaisesAnAlarm(t *testing.T) {
	only := func(set func(*iep.Alarm)) *iep.Alarm {
		a := none()
		set(a)
		return a
	}
	row := only(func(a *iep.Alarm) { a.InARow = nil })
	share := only(func(a *iep.Alarm) { a.Share = nil })
	vacancy := only(func(a *iep.Alarm) { a.Vacancy = nil })
	fits := only(func(a *iep.Alarm) { a.Fit = nil })
	for _, c := range []struct {
		what   string
		log    string
		on     string
		chosen *iep.Alarm
		want   []alarm.Alarm
	}{
		{"all given", "gggg", "2025-04-11", nil, nil},
		{"two in a row are not three", "gMM", "2025-04-08", row, nil},
		{"three in a row", "gMMM", "2025-04-10", row, []alarm.Alarm{{Code: alarm.InARow, Since: day.MustParse("2025-04-03"), Sessions: 3, Minutes: 90}}},
		{"over a break", "ggMMM", "2025-04-22", row, []alarm.Alarm{{Code: alarm.InARow, Since: day.MustParse("2025-04-08"), Sessions: 3, Minutes: 90}}},
		{"one given ends the row", "MMMg", "2025-04-10", row, nil},
		{"an ill child neither counts nor ends it", "MMIM", "2025-04-10", row, []alarm.Alarm{{Code: alarm.InARow, Since: day.MustParse("2025-04-01"), Sessions: 3, Minutes: 90}}},
		{"what nobody knows ends it", "MM?M", "2025-04-11", row, nil},
		{"two, where two were chosen", "gMM", "2025-04-08", only(func(a *iep.Alarm) { a.InARow = new(2) }), []alarm.Alarm{{Code: alarm.InARow, Since: day.MustParse("2025-04-03"), Sessions: 2, Minutes: 60}}},
		{"a quarter of six weeks", "Mggg", "2025-04-10", share, []alarm.Alarm{{Code: alarm.Share, Since: day.MustParse("2025-02-28"), Minutes: 30, Planned: 120, Weeks: 6}}},
		{"less than a quarter", "Mgggg", "2025-04-22", share, nil},
		{"too few to say", "MM", "2025-04-03", share, nil},
		{"a vacancy of nine school days", "gVV", "2025-04-22", vacancy, nil},
		{"a vacancy of ten", "gVVVV", "2025-04-24", vacancy, []alarm.Alarm{{Code: alarm.Vacancy, Since: day.MustParse("2025-04-03"), Sessions: 4, Minutes: 120, Days: 11}}},
		{"a vacancy that is over", "gVVVVg", "2025-04-29", vacancy, nil},
		{"fifteen school days to begin", "Mggggggg", "2025-05-09", fits, []alarm.Alarm{{Code: alarm.FitCloses, Minutes: 30, Days: 15, By: day.MustParse("2025-05-30")}}},
		{"sixteen", "Mggggggg", "2025-05-08", fits, nil},
		{"five misses and three weeks", "MMMMMggg", "2025-05-12", fits, []alarm.Alarm{{Code: alarm.FitIsShort, Minutes: 60}}},
	} {
		s, on := spring(t, c.log, c.on)
		got := alarm.For(s, on, c.chosen)
		if len(got) != len(c.want) {
			t.Errorf("%s: %+v, want %+v", c.what, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %+v, want %+v", c.what, got[i], c.want[i])
			}
		}
	}
}

// Where all is turned off nothing is said; and without a row of the log nothing
// is said of sessions, whatever the calendar took.
func TestWhatIsUnknownRaisesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		on := coretest.AsOf(t, r)
		for _, a := range raised(t, r, on, none()) {
			t.Fatalf("turned off, and still %+v", a)
		}
		r.Sessions = nil
		for _, a := range raised(t, r, on, nil) {
			if a.Code != alarm.FitCloses && a.Code != alarm.FitIsShort {
				t.Fatalf("nobody wrote anything, and still %+v", a)
			}
		}
	})
}

func raised(t *rapid.T, r *record.Record, on day.Day, chosen *iep.Alarm) []alarm.Alarm {
	l, err := ledger.Compute(r, on)
	if err != nil {
		t.Fatal(err)
	}
	var all []alarm.Alarm
	for _, s := range l.Series {
		all = append(all, alarm.For(s, on, chosen)...)
	}
	return all
}

// What is said early holds whatever the sessions turn out to be that nobody has
// filled in: all given or all missed.
func TestNothingIsSaidThatAnUnknownEntryCouldUndo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		on := coretest.AsOf(t, r)
		l, err := ledger.Compute(r, on)
		if err != nil {
			t.Fatal(err)
		}
		chosen := &iep.Alarm{InARow: new(rapid.IntRange(1, 4).Draw(t, "in a row")), Share: new(rapid.IntRange(5, 60).Draw(t, "share")), Vacancy: new(1)}
		for _, s := range l.Series {
			ends := s.Range()
			for _, a := range alarm.For(s, on, chosen) {
				for _, end := range []*ledger.Series{ends.AllGiven, ends.AllMissed} {
					if !raises(alarm.For(end, on, chosen), a.Code) {
						t.Fatalf("%s: %+v is not said at an end", s.ID, a)
					}
				}
			}
		}
	})
}

// raises says whether a code is among the alarms. That minutes still fit and
// that they do not are two ends of one.
func raises(list []alarm.Alarm, code alarm.Code) bool {
	for _, a := range list {
		if a.Code == code || fits(a.Code) && fits(code) {
			return true
		}
	}
	return false
}

func fits(code alarm.Code) bool { return code == alarm.FitCloses || code == alarm.FitIsShort }
