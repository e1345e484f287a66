package handout_test

import (
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// A May in which four sessions are open, two school days are left on which a
// make-up can stand, and an hour is set aside in summer.
func may(t *testing.T) handout.CarryOver {
	t.Helper()
	first, last := day.MustParse("2025-04-01"), day.MustParse("2025-05-30")
	r := &record.Record{
		Children:  []iep.Child{{ID: "ana", Name: "Ana"}},
		Calendars: []calendar.SchoolYear{{ID: "y", First: first, Last: last, Weekdays: day.MondayToFriday}},
		Plans: []iep.Plan{{
			ID: "iep", ChildID: "ana", Kind: iep.IEP, CalendarIDs: []string{"y"}, Clause: &iep.Clause{Text: "Missed sessions are made up."},
			Services: []iep.Service{{
				ID: "sp", Type: "speech", Start: first, End: last, Page: "9", Agency: "Elm District",
				Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 1, MinutesPerSession: new(30), Period: iep.Week},
				Schedules:   []iep.Schedule{{ID: "tu", Rule: "FREQ=WEEKLY;BYDAY=TU", From: first, Minutes: 30}},
			}},
		}},
		ESY: []calendar.ESYWindow{{ID: "e", ChildID: "ana", Span: day.Span{First: day.MustParse("2025-06-16"), Last: day.MustParse("2025-07-03")}, Capacity: map[string]int{"sp": 40}}},
	}
	row := func(on string, kind iep.SessionKind, status iep.Status, minutes int, reason iep.Reason) {
		r.Sessions = append(r.Sessions, iep.Session{ID: on + string(kind), ServiceID: "sp", Date: day.MustParse(on), Kind: kind, Status: status, Minutes: new(minutes), Reason: reason})
	}
	for _, on := range []string{"2025-04-01", "2025-04-08", "2025-04-15", "2025-04-22", "2025-04-29"} {
		row(on, iep.Regular, iep.Missed, 0, iep.ProviderAbsent)
	}
	row("2025-05-06", iep.Regular, iep.Missed, 0, iep.StudentAbsent)
	row("2025-05-13", iep.Regular, iep.Delivered, 30, "")
	row("2025-05-14", iep.Makeup, iep.Delivered, 30, "")
	l, err := ledger.Compute(r, day.MustParse("2025-05-21"))
	if err != nil {
		t.Fatal(err)
	}
	return handout.CarryOver{Child: &r.Children[0], Series: l.Series, Today: l.AsOf}
}

// 150 minutes were missed and 30 made up. Of 120, two weeks take 30 each, the
// summer 40, and 20 remain.
func TestThePageOfTheYearsEnd(t *testing.T) {
	said := text(may(t).Page())
	for _, want := range []string{
		"# Make-up minutes at the end of the year",
		"Speech | 150 | 30 | 60 | 40 | 20",
		"- Speech: Tue Apr 8, 2025, 30 min, therapist was out; Tue Apr 15, 2025, 30 min",
		"- Speech: 30 minutes to ask the team about; 1 session not filled in.", "Given by: Elm District.",
		"The plan says so: page 9.", "“Missed sessions are made up.”", "stand apart from the services of the summer program",
		"The family |  | ", "The school |  | ",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("not on the page: %s", want)
		}
	}
	if t.Failed() {
		t.Log(said)
	}
}
