package binder_test

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
)

// fromNothing is a family that begins with an empty record: a child, a school
// year from Aug 24 to Jun 11 without a closed day, and an IEP.
func fromNothing(t *testing.T, today string) (h *home, child, plan string) {
	h = newHome(t, t.TempDir(), today)
	h.does(h.SaveChild(iep.Child{Name: "Mia", School: "Birch"}, ""))
	child = h.book().Record.Children[0].ID
	h.does(h.SaveYear(schoolYear("Birch", "2026-08-24", "2027-06-11"), ""))
	year := h.book().Record.Calendars[0].ID
	plan = h.plan(child, iep.IEP, "2026-08-24", "2027-06-11", year)
	return h, child, plan
}

func schoolYear(name, first, last string) calendar.SchoolYear {
	return calendar.SchoolYear{Name: name, First: day.MustParse(first), Last: day.MustParse(last), Weekdays: day.MondayToFriday}
}

func (h *home) plan(child string, kind iep.PlanKind, first, last, year string) string {
	h.Helper()
	h.does(h.SavePlan(iep.Plan{
		ChildID: child, Kind: kind, Start: day.MustParse(first), End: day.MustParse(last), CalendarIDs: []string{year},
	}, "", ""))
	plans := h.book().Record.Plans
	return plans[len(plans)-1].ID
}

// serves adds n sessions of so many minutes a week, on the weekdays of a rule.
func (h *home) serves(plan, kind string, n, minutes int, days, first, last string) iep.Service {
	h.Helper()
	h.does(h.SaveService(plan, iep.Service{
		Type: kind, Start: day.MustParse(first), End: day.MustParse(last), Agency: "Old district",
		Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: n, MinutesPerSession: &minutes, Period: iep.Week},
		Schedules:   []iep.Schedule{{Rule: "FREQ=WEEKLY;BYDAY=" + days, From: day.MustParse(first), Minutes: minutes}},
	}, day.None, ""))
	services := h.book().Plan(plan).Services
	return services[len(services)-1]
}

// misses writes days down as missed, for a reason, and all other open days of
// the series so far as given.
func (h *home) misses(series string, reason iep.Reason, days ...string) {
	h.Helper()
	book := h.book()
	found := book.Ledger.Find(series, "")
	var missed, given []string
	for i := range found.Slots {
		slot := &found.Slots[i]
		switch {
		case slot.Date >= h.today || slot.Status != calendar.Open || slot.Session != nil:
		case strings.Contains(strings.Join(days, " "), slot.Date.String()):
			missed = append(missed, binder.Key(slot))
		default:
			given = append(given, binder.Key(slot))
		}
	}
	if len(missed) != len(days) {
		h.Fatalf("%d of the days %v are planned", len(missed), days)
	}
	if len(missed) > 0 {
		h.does(h.Fill(missed, binder.Outcome{Status: iep.Missed, Reason: reason}))
	}
	if len(given) > 0 {
		h.does(h.Fill(given, binder.Outcome{Status: iep.Delivered}))
	}
}

// sheet is a ledger's sums in a line.
func sheet(s *ledger.Series) string {
	sum := &s.Summary
	return fmt.Sprintf("%s %s: expected %d, to make up %d, made up %d, open %d, not filled in %d", s.VersionOn(day.Last).Service.Type,
		s.VersionOn(day.Last).Service.Agency, sum.ExpectedSessions, sum.Owed, sum.MadeUp, sum.OpenOwed, sum.UnrecordedSessions)
}

func (h *home) sheets() []string {
	h.Helper()
	list := []string{}
	for _, s := range h.book().Ledger.Series {
		list = append(list, sheet(s))
	}
	return list
}

// givers are who gave a series, with the days.
func (h *home) givers(child, series string) []string {
	h.Helper()
	book := h.book()
	var versions []*iep.Service
	for _, v := range book.Ledger.Find(series, child).Versions {
		versions = append(versions, v.Service)
	}
	list := []string{}
	for _, s := range book.Record.GivenBy(child, versions...) {
		name := "nobody"
		if len(s.Givers) > 0 {
			name = s.Givers[0].Name
		}
		list = append(list, name+" "+s.First.String()+".."+s.Last.String())
	}
	return list
}

// Three agencies send somebody in a year, and for weeks there is nobody. It
// is one plan and one ledger: 8 Wednesdays of 30 minutes between them are open.
func TestThreeAgenciesInAYear(t *testing.T) {
	h, child, plan := fromNothing(t, "2027-02-01")
	ot := h.serves(plan, "OT", 1, 30, "WE", "2026-08-24", "2027-06-11")
	h.does(h.SaveContact(iep.Contact{Name: "Ines", Roles: []iep.Role{{
		Role: iep.Provider, Organization: "Bright Steps", SeriesID: ot.Series(), From: day.MustParse("2026-08-24"),
	}}}, ""))
	ines := h.book().Record.Contacts[0].ID
	h.does(h.Leave(binder.Leaving{
		Contact: ines, Last: day.MustParse("2026-09-18"), Name: "Marek", Company: "Ready Therapy", First: day.MustParse("2026-10-12"),
	}, ""))
	marek := h.book().Record.Contacts[1]
	h.equal("who came", []any{marek.Name, marek.Roles[0].Role, marek.Roles[0].Organization, marek.Roles[0].SeriesID},
		[]any{"Marek", iep.Provider, "Ready Therapy", ot.ID})
	h.does(h.Leave(binder.Leaving{Contact: marek.ID, Last: day.MustParse("2026-12-04")}, ""))
	h.does(h.SaveContact(iep.Contact{Name: "Luis", Roles: []iep.Role{{
		Role: iep.Provider, Organization: "Kite OT", SeriesID: ot.Series(), From: day.MustParse("2027-01-11"),
	}}}, ""))
	h.equal("through the year", h.givers(child, ot.ID), []string{
		"Ines 2026-08-24..2026-09-18", "nobody 2026-09-19..2026-10-11", "Marek 2026-10-12..2026-12-04",
		"nobody 2026-12-05..2027-01-10", "Luis 2027-01-11..2027-06-11",
	})
	// Wednesdays without anybody: Sep 23, 30, Oct 7; Dec 9, 16, 23, 30, Jan 6.
	h.misses(ot.ID, iep.ProviderVacancy, "2026-09-23", "2026-09-30", "2026-10-07", "2026-12-09", "2026-12-16", "2026-12-23", "2026-12-30", "2027-01-06")
	h.equal("one sheet", h.sheets(), []string{"OT Old district: expected 42, to make up 240, made up 0, open 240, not filled in 0"})
	h.does(h.Undo()) // of the days given
	h.does(h.Undo()) // of the days missed
	h.does(h.Undo()) // of Luis
	h.does(h.Undo()) // of Marek's leaving
	h.does(h.Undo()) // of Ines's leaving and Marek's coming, one deed
	book := h.book()
	h.equal("who came and who left are taken back together", []any{len(book.Record.Contacts), book.Record.Contacts[0].Roles[0].To}, []any{1, day.None})
}

// The same person can go on for another organization, and somebody who is there
// already can take over.
func TestWhoComesNextIsThereAlready(t *testing.T) {
	h, child, plan := fromNothing(t, "2026-12-01")
	ot := h.serves(plan, "OT", 1, 30, "WE", "2026-08-24", "2027-06-11")
	h.does(h.SaveContact(iep.Contact{Name: "Ines", ChildIDs: []string{child}, Roles: []iep.Role{{Role: iep.Provider, SeriesID: ot.ID, Organization: "Bright Steps"}}}, ""))
	h.does(h.SaveContact(iep.Contact{Name: "Ann", ChildIDs: []string{"leo"}}, ""))
	ines, ann := h.book().Record.Contacts[0].ID, h.book().Record.Contacts[1].ID
	first, last := day.MustParse("2026-10-05"), day.MustParse("2026-10-02")
	h.does(h.Leave(binder.Leaving{Contact: ines, Last: last, Next: ines, Company: "Kite OT", First: first}, ""))
	h.equal("two roles", len(h.book().Record.Contact(ines).Roles), 2)
	h.does(h.Leave(binder.Leaving{Contact: ines, Role: 1, Last: first, Next: ann, First: first + 1}, ""))
	h.equal("both children", h.book().Record.Contact(ann).ChildIDs, []string{"leo", child})
	h.equal("through the year", h.givers(child, ot.ID), []string{
		"Ines 2026-08-24..2026-10-02", "nobody 2026-10-03..2026-10-04", "Ines 2026-10-05..2026-10-05", "Ann 2026-10-06..2027-06-11",
	})
	leave := func(l binder.Leaving) func() error { return func() error { return h.Leave(l, "") } }
	h.refused(refusal.Backwards, "first", leave(binder.Leaving{Contact: ann, Last: first + 9, Name: "X", First: first + 9}))
	h.refused(refusal.Backwards, "last", leave(binder.Leaving{Contact: ann, Last: last}))
	h.refused(refusal.Gone, "", leave(binder.Leaving{Contact: ann, Role: 5, Last: first + 9}))
	h.refused(refusal.Gone, "next", leave(binder.Leaving{Contact: ann, Last: first + 9, Next: "nobody", First: first + 10}))
}

// A contact that is struck leaves its name where a service had its id.
func TestAServiceKeepsTheNameOfWhoIsStruck(t *testing.T) {
	h, child, plan := fromNothing(t, "2026-12-01")
	ot := h.serves(plan, "OT", 1, 30, "WE", "2026-08-24", "2027-06-11")
	h.does(h.SaveContact(iep.Contact{Name: "Ines"}, ""))
	ines := h.book().Record.Contacts[0].ID
	ot.ProviderID = ines
	h.does(h.SaveService(plan, ot, day.None, ""))
	h.does(h.RemoveContact(ines, ""))
	h.equal("her name", h.givers(child, ot.ID), []string{"Ines 2026-08-24..2027-06-11"})
	h.does(h.Undo())
	_, service := h.book().Service(ot.ID)
	h.equal("her id", []any{service.ProviderID, len(h.book().Record.Contacts)}, []any{ines, 1})
	h.refused(refusal.Gone, "", func() error { return h.RemoveContact("nobody", "") })
}

// The family moves to another school after Oct 30 and begins there on Nov 9.
// The old sheet keeps 20 sessions and 90 open minutes; a make-up at the new
// school pays nothing of them. The new one has 30 Tuesdays and 30 Thursdays from
// Nov 10 to Jun 3: 60 minutes missed, 30 made up, 30 open.
func TestATransferKeepsASheetEach(t *testing.T) {
	h, child, plan := fromNothing(t, "2026-12-01")
	sp := h.serves(plan, "speech", 2, 30, "TU,TH", "2026-08-24", "2027-06-11")
	h.does(h.SaveContact(iep.Contact{Name: "Dana", Roles: []iep.Role{{Role: iep.Provider, SeriesID: sp.ID}}}, ""))
	h.today = day.MustParse("2026-11-01")
	h.misses(sp.ID, iep.ProviderAbsent, "2026-10-01", "2026-10-06", "2026-10-08")
	h.today = day.MustParse("2026-12-01")
	before := h.book().Ledger.Find(sp.ID, "").Obligations

	pine := schoolYear("Pine Ridge", "2026-08-31", "2027-06-04")
	h.does(h.Transfer(binder.Transfer{
		Plan: plan, Series: []string{sp.ID}, Last: day.MustParse("2026-10-30"), First: day.MustParse("2026-11-09"), Agency: "New district", Year: &pine,
	}, ""))
	book := h.book()
	next := book.Record.Plans[1]
	h.equal("the plan there", []any{next.Kind, next.Start.String(), next.End.String(), len(next.CalendarIDs), book.Year(next.CalendarIDs[0]).Name},
		[]any{iep.IEP, "2026-11-09", "2027-06-11", 1, "Pine Ridge"})
	h.equal("the plan here", []any{book.Record.Plans[0].End.String(), len(book.Record.Plans[0].CalendarIDs)}, []any{"2026-10-30", 1})
	h.equal("who gave it", h.givers(child, sp.ID), []string{"Dana 2026-08-24..2026-10-30"})

	there := next.Services[0]
	h.misses(there.Series(), iep.ServiceNotStarted, "2026-11-10", "2026-11-12")
	minutes := 30
	h.does(h.Save(iep.Session{ServiceID: there.ID, Date: day.MustParse("2026-11-20"), Kind: iep.Makeup, Status: iep.Delivered, Minutes: &minutes}, ""))
	h.equal("a sheet each", h.sheets(), []string{
		"speech Old district: expected 20, to make up 90, made up 0, open 90, not filled in 0",
		"speech New district: expected 60, to make up 60, made up 30, open 30, not filled in 0",
	})
	old := h.book().Ledger.Find(sp.ID, "")
	for i, o := range old.Obligations {
		h.equal("an obligation of before", []any{o.ID, o.Date, o.Open}, []any{before[i].ID, before[i].Date, before[i].Open})
	}
	h.does(h.Undo()) // of the make-up
	h.does(h.Undo()) // of what was given
	h.does(h.Undo()) // of what was missed
	h.does(h.Undo()) // of the transfer, one deed
	book = h.book()
	h.equal("taken back", []any{len(book.Record.Plans), len(book.Record.Calendars), book.Plan(plan).Services[0].End.String(), book.Record.Contacts[0].Roles[0].To},
		[]any{1, 1, "2027-06-11", day.None})
}

// Another agency on the same calendar is another sheet in the same plan. What
// is filled in for days after the move, and a version that lies ahead, go along;
// what does not move stays.
func TestATransferOfOneServiceStaysInThePlan(t *testing.T) {
	h, _, plan := fromNothing(t, "2026-12-01")
	ot := h.serves(plan, "OT", 1, 30, "WE", "2026-08-24", "2027-06-11")
	h.serves(plan, "speech", 2, 30, "TU,TH", "2026-08-24", "2027-06-11")
	ahead := ot
	h.does(h.SaveService(plan, ahead, day.MustParse("2027-01-04"), ""))
	h.misses(ot.ID, iep.ProviderAbsent, "2026-11-25")
	h.does(h.Transfer(binder.Transfer{
		Plan: plan, Series: []string{ot.ID}, Last: day.MustParse("2026-11-20"), First: day.MustParse("2026-11-23"), Agency: "Kite OT",
	}, ""))
	// Wednesdays: 13 to Nov 18 and 29 from Nov 25, of which one was missed.
	h.equal("a sheet each", h.sheets(), []string{
		"OT Old district: expected 13, to make up 0, made up 0, open 0, not filled in 0",
		"speech Old district: expected 84, to make up 0, made up 0, open 0, not filled in 28",
		"OT Kite OT: expected 29, to make up 30, made up 0, open 30, not filled in 0",
	})
	h.equal("one plan", []any{len(h.book().Record.Plans), h.book().Plan(plan).End.String()}, []any{1, "2027-06-11"})

	move := func(t binder.Transfer) func() error { return func() error { return h.Transfer(t, "") } }
	first, last := day.MustParse("2027-02-08"), day.MustParse("2027-02-05")
	h.refused(refusal.Missing, "agency", move(binder.Transfer{Plan: plan, Series: []string{ot.ID}, Last: last, First: first}))
	h.refused(refusal.Backwards, "first", move(binder.Transfer{Plan: plan, Series: []string{ot.ID}, Last: last, First: last, Agency: "X"}))
	h.refused(refusal.NothingMoves, "series", move(binder.Transfer{Plan: plan, Series: []string{ot.ID}, Last: last, First: first, Agency: "X"}))
	h.refused(refusal.NoSuch, "calendar", move(binder.Transfer{Plan: plan, Calendar: "none", Last: last, First: first}))
	h.refused(refusal.NoSuch, "plan", move(binder.Transfer{Plan: "none", Last: last, First: first}))
}

// From Jan 4 the plan says 3 x 20 on page 3. What was missed in December stays
// 30 minutes of 2 x 30 on page 9; a session of January is 20.
func TestAnAmendmentLeavesThePastAlone(t *testing.T) {
	h, _, plan := fromNothing(t, "2027-02-01")
	sp := h.serves(plan, "speech", 2, 30, "TU,TH", "2026-08-24", "2027-06-11")
	sp.Page = "9"
	h.does(h.SaveService(plan, sp, day.None, ""))
	next, twenty := sp, 20
	next.Page = "3"
	next.Requirement = &iep.Requirement{Unit: iep.Sessions, Amount: 3, MinutesPerSession: &twenty, Period: iep.Week}
	next.Schedules = []iep.Schedule{{Rule: "FREQ=WEEKLY;BYDAY=MO,WE,FR", From: day.MustParse("2027-01-04"), Minutes: 20}}
	h.does(h.SaveService(plan, next, day.MustParse("2027-01-04"), ""))
	h.misses(sp.ID, iep.ProviderAbsent, "2026-12-10", "2027-01-13")
	found := h.book().Ledger.Find(sp.ID, "")
	got := []string{}
	for _, o := range found.Obligations {
		got = append(got, fmt.Sprintf("%s %d of %d x %d, page %s", o.Date, o.Open, o.Version.Service.Requirement.Amount,
			o.Version.Service.SessionMinutes(), o.Version.Service.Page))
	}
	h.equal("each as it was promised", got, []string{"2026-12-10 30 of 2 x 30, page 9", "2027-01-13 20 of 3 x 20, page 3"})

	consult, elsewhere := next, next
	consult.Mode, elsewhere.Agency = iep.Consult, "Kite OT"
	h.refused(refusal.ConsultApart, "mode", func() error { return h.SaveService(plan, consult, day.MustParse("2026-11-02"), "") })
	h.refused(refusal.AgencyApart, "agency", func() error { return h.SaveService(plan, elsewhere, day.MustParse("2026-11-02"), "") })
}

// A child with an IEP and private therapy: each has its own sheet, and a make-up
// of the one pays nothing of the other. Consultation stands apart from sessions
// with the child.
func TestTwoPlansAndTwoPots(t *testing.T) {
	h, child, plan := fromNothing(t, "2026-10-05")
	year := h.book().Record.Calendars[0].ID
	private := h.plan(child, iep.Private, "2026-09-01", "2027-06-11", year)
	sp := h.serves(plan, "speech", 2, 30, "TU,TH", "2026-08-24", "2027-06-11")
	team := h.serves(plan, "speech", 1, 15, "MO", "2026-08-24", "2027-06-11")
	team.Mode = iep.Consult
	h.does(h.SaveService(plan, team, day.None, ""))
	ours := h.serves(private, "speech", 1, 45, "SA", "2026-09-05", "2027-06-05")
	ours.Schedules[0].IgnoreSchoolCalendar = true
	h.does(h.SaveService(private, ours, day.None, ""))
	h.misses(sp.ID, iep.ProviderAbsent, "2026-09-10")
	h.misses(team.ID, iep.ProviderAbsent, "2026-09-14")
	h.misses(ours.ID, iep.ProviderAbsent, "2026-09-12")
	minutes := 45
	h.does(h.Save(iep.Session{ServiceID: ours.ID, Date: day.MustParse("2026-09-20"), Kind: iep.Makeup, Status: iep.Delivered, Minutes: &minutes}, ""))
	h.equal("a pot each", h.sheets(), []string{
		"speech Old district: expected 84, to make up 30, made up 0, open 30, not filled in 0",
		"speech Old district: expected 42, to make up 15, made up 0, open 15, not filled in 0",
		"speech Old district: expected 40, to make up 45, made up 45, open 0, not filled in 0",
	})
}

// A plan's own clause and when a family wants to hear early stand in no form of
// this screen; they stay when it corrects the rest, and go along with a move.
func TestAClauseStaysAndGoesAlong(t *testing.T) {
	h := newHome(t, t.TempDir(), "2026-12-01")
	h.imports(`{"format": "service-hours", "version": 1, "children": [{"id": "mia", "name": "Mia", "alarm": {"in_a_row": 4}}],
		"calendars": [{"id": "y", "first_day": "2026-08-24", "last_day": "2027-06-11"}, {"id": "z", "first_day": "2026-08-31", "last_day": "2027-06-04"}],
		"plans": [{"id": "iep", "child_id": "mia", "kind": "IEP", "calendar_ids": ["y"],
			"makeup_clause": {"text": "Missed sessions are made up.", "otherwise": "yes"}, "services": [{"id": "sp", "start": "2026-08-24", "end": "2027-06-11"}]}]}`)
	h.does(h.SaveChild(iep.Child{ID: "mia", Name: "Mia Rose"}, ""))
	h.does(h.SavePlan(iep.Plan{ID: "iep", ChildID: "mia", Kind: iep.IEP, CalendarIDs: []string{"y"}}, "", ""))
	h.does(h.Transfer(binder.Transfer{Plan: "iep", Series: []string{"sp"}, Last: day.MustParse("2026-11-20"), First: day.MustParse("2026-11-23"), Calendar: "z"}, ""))
	book := h.book()
	h.equal("the alarm", *book.Record.Child("mia").Alarm.InARow, 4)
	for i := range book.Record.Plans {
		if book.Record.Plans[i].Clause == nil || book.Record.Plans[i].Clause.Text != "Missed sessions are made up." {
			t.Errorf("plan %d says %+v of missed sessions", i, book.Record.Plans[i].Clause)
		}
	}
	h.equal("two plans, two calendars", []any{len(book.Record.Plans), book.Record.Plans[1].CalendarIDs, book.Record.Plans[1].Services[0].Agency}, []any{2, []string{"z"}, ""})
}
