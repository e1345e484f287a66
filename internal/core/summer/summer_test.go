package summer_test

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/summer"
)

// The four numbers add up to what is to make up, and each to its own days,
// whatever the family wrote.
func TestTheFourNumbersAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		on := coretest.AsOf(t, r)
		l, err := ledger.Compute(r, on)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range l.Series {
			split := summer.SplitOf(s, on)
			if got := split.MadeUp + split.Later + split.Summer + split.NextYear; got != split.ToMakeUp {
				t.Fatalf("%s: %d of %d: %+v", s.ID, got, split.ToMakeUp, split.Balance)
			}
			for _, part := range []struct {
				name    string
				minutes int
				days    []summer.Share
			}{
				{"made up", split.MadeUp, split.MadeUpDays}, {"later", split.Later, split.LaterDays},
				{"summer", split.Summer, split.SummerDays}, {"next year", split.NextYear, split.NextYearDays},
			} {
				sum := 0
				for _, share := range part.days {
					if sum += share.Minutes; share.Minutes <= 0 || share.Answer() != policy.Yes {
						t.Fatalf("%s: %+v", part.name, share)
					}
				}
				if sum != part.minutes {
					t.Fatalf("%s of %s: the days have %d, the number is %d", part.name, s.ID, sum, part.minutes)
				}
			}
		}
	})
}

// July is a child with speech in the school year and a summer program with
// speech of its own on Tuesdays at 9, 30 minutes, and 60 minutes for make-up.
func july(rows ...iep.Session) *record.Record {
	first, last := day.MustParse("2025-04-01"), day.MustParse("2025-05-30")
	window := day.Span{First: day.MustParse("2025-06-16"), Last: day.MustParse("2025-07-11")}
	service := func(id, at string, in day.Span) iep.Service {
		clock, _ := day.ParseClock(at)
		return iep.Service{
			ID: id, Type: "speech", Start: in.First, End: in.Last,
			Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 1, MinutesPerSession: new(30), Period: iep.Week},
			Schedules:   []iep.Schedule{{ID: "tu", Rule: "FREQ=WEEKLY;BYDAY=TU", From: in.First, StartTime: clock, Minutes: 30}},
		}
	}
	school := day.Span{First: first, Last: last}
	r := &record.Record{
		Children: []iep.Child{{ID: "ana", Name: "Ana"}},
		Calendars: []calendar.SchoolYear{
			{ID: "y", First: first, Last: last, Weekdays: day.MondayToFriday},
			{ID: "esy", First: window.First, Last: window.Last, Weekdays: day.MondayToFriday},
		},
		Plans: []iep.Plan{
			{ID: "iep", ChildID: "ana", Kind: iep.IEP, CalendarIDs: []string{"y"}, Services: []iep.Service{service("sp", "10:00", school)}},
			{ID: "own", ChildID: "ana", Kind: iep.IEP, CalendarIDs: []string{"esy"}, Services: []iep.Service{service("esy-sp", "09:00", window)}},
		},
		ESY: []calendar.ESYWindow{{ID: "w", ChildID: "ana", Span: window, Capacity: map[string]int{"sp": 60}, PlanID: "own"}},
	}
	r.Sessions = rows
	return r
}

func row(service, on string, kind iep.SessionKind, status iep.Status, minutes int) iep.Session {
	s := iep.Session{ID: service + on, ServiceID: service, Date: day.MustParse(on), Kind: kind, Status: status, Minutes: new(minutes)}
	if status == iep.Missed {
		s.Reason = iep.ProviderAbsent
	}
	return s
}

func only(t *testing.T, r *record.Record, on string) summer.Summer {
	t.Helper()
	if err := record.Check(r); err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Compute(r, day.MustParse(on))
	if err != nil {
		t.Fatal(err)
	}
	list := summer.Of(r, l, "ana")
	if len(list) != 1 {
		t.Fatalf("%d summers", len(list))
	}
	return list[0]
}

// The pot and the program's own sessions are two things: a missed own session
// takes nothing from the pot, and a make-up gives none of the program's.
func TestThePotsStandApart(t *testing.T) {
	s := only(t, july(
		row("esy-sp", "2025-06-17", iep.Regular, iep.Delivered, 30), row("esy-sp", "2025-06-24", iep.Regular, iep.Missed, 0),
		row("sp", "2025-06-19", iep.Makeup, iep.Delivered, 45),
	), "2025-07-02")
	if len(s.Pots) != 1 || len(s.Own) != 1 || len(s.Warnings) != 0 || s.Over {
		t.Fatalf("%+v", s)
	}
	if p := s.Pots[0]; p.Reserved != 60 || p.Given != 45 || p.Left != 15 {
		t.Errorf("the pot: %+v", p)
	}
	if o := s.Own[0]; o.Planned != 90 || o.Given != 30 || o.Missed != 30 || o.Unknown != 30 {
		t.Errorf("its own: %+v", o)
	}
	if over := only(t, july(), "2025-08-01"); !over.Over || over.Pots[0].Left != 0 {
		t.Errorf("once it is over: %+v", over)
	}
}

// Where one pot seems to pay for the other, a person is asked to look.
func TestWhereOnePotPaysForTheOther(t *testing.T) {
	at := func(s iep.Session, clock string) iep.Session {
		s.StartTime, _ = day.ParseClock(clock)
		return s
	}
	naming := func(s iep.Session, ids ...string) iep.Session {
		s.MakeupFor = ids
		return s
	}
	makeup := row("sp", "2025-06-24", iep.Makeup, iep.Delivered, 30)
	given := row("esy-sp", "2025-06-24", iep.Regular, iep.Delivered, 30)
	for _, c := range []struct {
		what string
		rows []iep.Session
		want []summer.Code
	}{
		{"a make-up where the own session is not filled in", []iep.Session{makeup}, []summer.Code{summer.InPlace}},
		{"a make-up at the own session's time", []iep.Session{at(makeup, "09:00")}, []summer.Code{summer.InPlace}},
		{"a make-up at another time", []iep.Session{at(makeup, "11:00")}, nil},
		{"both were given", []iep.Session{makeup, given}, nil},
		{"a make-up on a day without an own session", []iep.Session{row("sp", "2025-06-25", iep.Makeup, iep.Delivered, 30)}, nil},
		{"an own session written as a make-up", []iep.Session{row("esy-sp", "2025-06-24", iep.Makeup, iep.Delivered, 30)}, []summer.Code{summer.OwnMakeup}},
		{"an own session, and a make-up of an own one", []iep.Session{given, row("esy-sp", "2025-06-25", iep.Makeup, iep.Delivered, 30)}, nil},
		{"a make-up under the own service that names a day of school", []iep.Session{given, naming(row("esy-sp", "2025-06-25", iep.Makeup, iep.Delivered, 30), "sp:2025-04-01:tu")}, []summer.Code{summer.OwnMakeup}},
		{"one that names an own day", []iep.Session{given, naming(row("esy-sp", "2025-06-25", iep.Makeup, iep.Delivered, 30), "esy-sp:2025-06-17:tu")}, nil},
		{"more than was reserved", []iep.Session{row("sp", "2025-06-18", iep.Makeup, iep.Delivered, 45), row("sp", "2025-06-26", iep.Makeup, iep.Delivered, 45)}, []summer.Code{summer.Beyond}},
		{"just as much as was reserved", []iep.Session{row("sp", "2025-06-18", iep.Makeup, iep.Delivered, 60)}, nil},
	} {
		var got []summer.Code
		for _, w := range only(t, july(c.rows...), "2025-07-02").Warnings {
			got = append(got, w.Code)
		}
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// On a day without school nothing of the program was to be held, so a make-up
// takes nobody's place.
func TestAMakeUpOnADayWithoutSchool(t *testing.T) {
	r := july(row("sp", "2025-06-24", iep.Makeup, iep.Delivered, 30))
	on := day.MustParse("2025-06-24")
	for i := range r.Calendars {
		r.Calendars[i].Closures = append(r.Calendars[i].Closures, calendar.Closure{
			ID: "flood", Span: day.Span{First: on, Last: on}, Name: "Flood", Kind: calendar.Weather,
		})
	}
	if s := only(t, r, "2025-07-02"); len(s.Warnings) != 0 {
		t.Errorf("%+v", s.Warnings)
	}
}

// 150 minutes were missed: 30 made up, 60 fit in the last weeks of school, 60
// into the summer; with half of that reserved, 30 are for the next year. The
// oldest day comes first in each.
func TestEachNumberOpensToItsDays(t *testing.T) {
	r := july(row("sp", "2025-05-14", iep.Makeup, iep.Delivered, 30))
	for _, on := range []string{"2025-04-01", "2025-04-08", "2025-04-15", "2025-04-22", "2025-04-29"} {
		r.Sessions = append(r.Sessions, row("sp", on, iep.Regular, iep.Missed, 0))
	}
	r.ESY[0].Capacity["sp"] = 30
	l, err := ledger.Compute(r, day.MustParse("2025-05-21"))
	if err != nil {
		t.Fatal(err)
	}
	split := summer.SplitOf(l.Series[0], l.AsOf)
	if want := (fit.Balance{ToMakeUp: 150, MadeUp: 30, Later: 60, Summer: 30, NextYear: 30}); split.Balance != want {
		t.Fatalf("%+v", split.Balance)
	}
	for what, days := range map[string][]summer.Share{
		"2025-04-01": split.MadeUpDays, "2025-04-08": split.LaterDays, "2025-04-22": split.SummerDays, "2025-04-29": split.NextYearDays,
	} {
		if days[0].Date.String() != what {
			t.Errorf("%s, want %s", days[0].Date, what)
		}
	}
	if on := split.LaterDays[0].Days; len(on) != 1 || on[0].String() != "2025-05-22" {
		t.Errorf("the first make-up to come: %v", on)
	}
	if split.SummerDays[0].Window.ESY.ID != "w" {
		t.Errorf("%+v", split.SummerDays[0])
	}
}
