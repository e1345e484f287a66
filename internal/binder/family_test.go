package binder_test

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
)

// What a file said and no form shows stays when a form corrects the entry.
func TestWhatNoFormShowsStays(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.SaveChild(iep.Child{ID: "mia", Name: "Mia Rose", RightsHolder: "parent"}, ""))
	book := h.book()
	h.does(h.SavePlan(iep.Plan{ID: "iep", ChildID: "mia", Kind: iep.IEP, CalendarIDs: []string{"y1"}}, "tx-hcde", ""))
	year := *book.Year("y1")
	h.does(h.SaveYear(calendar.SchoolYear{ID: "y1", Name: "Birch", First: year.First, Last: year.Last, Weekdays: year.Weekdays}, ""))
	row := iep.Session{ID: "old-2", ServiceID: "sp", ScheduleID: "a", Date: book.Row("old-2").Date, Kind: iep.Regular, Status: iep.Delivered}
	h.does(h.Save(row, ""))

	book = h.book()
	child, plan, y := book.Record.Child("mia"), book.Plan("iep"), book.Year("y1")
	h.equal("child", []string{child.Name, child.RightsHolder, string(child.Unknown["pet"])}, []string{"Mia Rose", "parent", `"a cat"`})
	h.equal("plan", []any{plan.Start, plan.PolicyID, string(plan.Unknown["case"]), len(plan.Services), len(plan.Claims)}, []any{day.None, "ours", `"A-17"`, 1, 1})
	h.equal("year", []any{y.Name, string(y.Unknown["bell"]), len(y.Closures), len(y.PartialDays), len(y.ExtraDays), len(y.Terms)}, []any{"Birch", `"8:05"`, 2, 1, 1, 1})
	h.equal("row", string(book.Row("old-2").Unknown["color"]), `"red"`)
	h.equal("file", string(book.Record.Unknown["their_app"]), `{"theme":"blue"}`)
}

func TestANewChildGetsAnID(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.SaveChild(iep.Child{Name: "Leo"}, ""))
	h.does(h.SaveChild(iep.Child{Name: "Leo"}, ""))
	children := h.book().Record.Children
	if len(children) != 3 || children[1].ID == children[2].ID || children[1].ID == "" {
		t.Errorf("%+v", children)
	}
}

// A plan without a policy has the starting answers until a pack is chosen.
func TestAPackIsChosen(t *testing.T) {
	h := mias(t, "2026-09-10")
	plan := iep.Plan{ChildID: "mia", Kind: iep.Plan504, CalendarIDs: []string{"y1"}}
	h.does(h.SavePlan(plan, "", ""))
	plan = h.book().Record.Plans[1]
	h.equal("starting answers", plan.PolicyID, "")
	plan.Services = nil
	h.does(h.SavePlan(plan, "nc-dpi-2020", ""))
	plan = *h.book().Plan(plan.ID)
	h.equal("pack", h.book().Policy(plan.PolicyID).Pack, "nc-dpi-2020")
	n := len(h.book().Record.Policies)
	h.does(h.SavePlan(plan, "tx-hcde", ""))
	h.equal("corrected", []any{h.book().Policy(plan.PolicyID).Pack, len(h.book().Record.Policies)}, []any{"tx-hcde", n})
	h.does(h.SavePlan(plan, "", ""))
	h.equal("back to the starting answers", h.book().Policy(plan.PolicyID).Pack, "")
	h.refused(refusal.NoSuchPack, "pack", func() error { return h.SavePlan(plan, "no-such-pack", "") })
}

// Another plan's answers stay: the plan gets its own policy, with the family's
// answers in it.
func TestASharedPolicyIsNotChangedForAnotherPlan(t *testing.T) {
	h := mias(t, "2026-09-10")
	second := iep.Plan{ChildID: "mia", Kind: iep.Plan504, CalendarIDs: []string{"y1"}}
	h.does(h.SavePlan(second, "", ""))
	second = h.book().Record.Plans[1]
	other := h.copied("tablet", "Dad")
	shared := second
	shared.PolicyID, shared.Services = "ours", nil
	other.writes(history.Correct, history.Plan, second.ID, &shared)
	other.comes()
	h.equal("shared", h.book().Plan(second.ID).PolicyID, "ours")

	h.does(h.SavePlan(shared, "nc-dpi-2020", ""))
	book := h.book()
	own := book.Policy(book.Plan(second.ID).PolicyID)
	h.equal("own", []any{own.Pack, own.Owed["testing"], string(own.Unknown["said_by"])}, []any{"nc-dpi-2020", policy.Yes, `"Ms. Hall"`})
	h.equal("the first plan's", []string{book.Plan("iep").PolicyID, book.Policy("ours").Pack}, []string{"ours", "tx-hcde"})
}

func TestAServiceIsAddedAndCorrected(t *testing.T) {
	h := mias(t, "2026-09-10")
	ot := iep.Service{
		Type: "OT", Start: day.MustParse("2026-08-24"), End: day.MustParse("2027-06-11"),
		Schedules: []iep.Schedule{{Rule: "FREQ=WEEKLY;BYDAY=MO", From: day.MustParse("2026-08-24"), Minutes: 20}},
	}
	h.does(h.SaveService("iep", ot, day.None, ""))
	plan, service := h.book().Service(h.book().Plan("iep").Services[1].ID)
	if plan.ID != "iep" || service.Type != "OT" || service.ID == "" || service.Schedules[0].ID == "" {
		t.Fatalf("added %+v", service)
	}
	fixed := *service
	fixed.Page = "7"
	h.does(h.SaveService("", fixed, day.None, "typed wrong"))
	_, service = h.book().Service(fixed.ID)
	h.equal("corrected", []any{service.Page, service.Schedules[0].ID}, []any{iep.Page("7"), fixed.Schedules[0].ID})
	h.refused(refusal.NoSuch, "plan", func() error { return h.SaveService("no-such-plan", ot, day.None, "") })
	h.refused(refusal.Backwards, "end", func() error {
		wrong := *service
		wrong.End = wrong.Start - 1
		return h.SaveService("", wrong, day.None, "")
	})
}

// An amendment ends the service the day before and begins its next version.
// What was filled in for days of the new one goes along, and what a make-up
// and the team said of a session holds on.
func TestAnAmendmentTakesItsSessionsAlong(t *testing.T) {
	h := mias(t, "2026-09-17")
	ten := 10
	h.does(h.Fill([]string{slot("2026-09-01"), slot("2026-09-08")}, missed(iep.ProviderAbsent)))
	h.does(h.Fill([]string{slot("2026-09-10")}, given()))
	h.does(h.Save(iep.Session{ServiceID: "sp", Kind: iep.Makeup, Date: h.today - 1, Status: iep.Delivered, Minutes: &ten, MakeupFor: []string{slot("2026-09-08")}}, ""))
	before := h.speech().Summary

	_, old := h.book().Service("sp")
	next := *old
	next.ProviderID = "Ms. Lee"
	h.does(h.SaveService("", next, day.MustParse("2026-09-07"), "a new therapist"))
	undo, _ := h.Edits()
	h.equal("told", undo.Did, []history.What{
		{Kind: history.Correct, Noun: history.Service, Count: 1}, {Kind: history.Add, Noun: history.Service, Count: 1},
	})

	s := h.speech()
	h.equal("versions", []string{s.Versions[0].Service.End.String(), s.Versions[1].Service.Start.String()}, []string{"2026-09-06", "2026-09-07"})
	h.equal("sums", s.Summary, before)
	h.equal("warnings", len(s.Warnings), 0)
	h.equal("paid", s.Obligations[2].Paid[0].Minutes, 10)
	first, second := s.Versions[0].Service, s.Versions[1].Service
	h.equal("words of theirs", []string{string(first.Unknown["line"]), string(second.Unknown["line"])}, []string{"4", "4"})
	h.equal("providers", []string{first.ProviderID, second.ProviderID}, []string{"", "Ms. Lee"})
	h.does(h.Undo())
	h.equal("undone", h.speech().Summary, before)
	h.equal("one version", len(h.speech().Versions), 1)
}

// A rhythm that no form shows stays as it was on both sides of an amendment:
// every other week goes on with the same weeks, and the past is not planned
// anew.
func TestAnAmendmentKeepsTheRhythm(t *testing.T) {
	h := mias(t, "2026-10-15")
	service := iep.Service{
		Type: "OT", Start: day.MustParse("2026-08-24"), End: day.MustParse("2027-06-11"),
		Schedules: []iep.Schedule{{Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", From: day.MustParse("2026-08-24"), Minutes: 20}},
	}
	h.does(h.SaveService("iep", service, day.None, ""))
	_, old := h.book().Service(h.book().Plan("iep").Services[1].ID)
	before := days(h, old.ID)
	for _, from := range []string{"2026-09-28", "2026-10-05"} { // a week of the rhythm's own, and one between
		next := *old
		next.Page = "9"
		h.does(h.SaveService("", next, day.MustParse(from), ""))
		h.equal("planned", days(h, old.ID), before)
		h.does(h.Undo())
		h.equal("planned after Undo", days(h, old.ID), before)
	}
}

// days are the days on which a series is planned.
func days(h *home, series string) []string {
	var list []string
	for _, s := range h.book().Ledger.Series {
		for i := range s.Slots {
			if s.ID == series {
				list = append(list, s.Slots[i].Date.String())
			}
		}
	}
	return list
}

// An amendment lies within the service: it leaves at least a day to each side.
func TestAnAmendmentOutsideTheServiceIsRefused(t *testing.T) {
	h := mias(t, "2026-09-10")
	_, old := h.book().Service("sp")
	for _, from := range []string{"2026-08-23", "2026-08-24", "2027-06-12"} {
		h.refused(refusal.OutsideService, "from", func() error { return h.SaveService("", *old, day.MustParse(from), "") })
	}
	for _, from := range []string{"2026-08-25", "2027-06-11"} {
		h.does(h.SaveService("", *old, day.MustParse(from), ""))
		h.does(h.Undo())
	}
}

// What something else refers to cannot be removed; what nothing refers to can,
// and comes back with Undo.
func TestRemove(t *testing.T) {
	h := mias(t, "2026-09-10")
	for noun, id := range map[string]string{"child": "mia", "plan": "iep", "service": "sp", "calendar": "y1"} {
		h.refused(refusal.StillNeeded, "", func() error { return h.Remove(noun, id, "") })
	}
	for _, noun := range []string{"child", "plan", "service", "calendar", "session", "policy", "", "such"} {
		h.refused(refusal.NoSuch, "", func() error { return h.Remove(noun, "no such", "") })
	}
	h.does(h.SaveChild(iep.Child{Name: "Leo"}, ""))
	leo := h.book().Record.Children[1].ID
	h.does(h.SavePlan(iep.Plan{ChildID: leo, Kind: iep.IEP, CalendarIDs: []string{}}, "", ""))
	plan := h.book().Record.Plans[1].ID
	h.does(h.Remove("plan", plan, "a mistake"))
	h.does(h.Remove("child", leo, ""))
	h.equal("left", len(h.book().Record.Children)+len(h.book().Record.Plans), 2)
	h.does(h.Undo())
	h.does(h.Undo())
	h.equal("back", []any{h.book().Record.Children[1].Name, h.book().Plan(plan).ChildID}, []any{"Leo", leo})
}

// Whoever saves an entry that went meanwhile is told to look again: what was
// typed about it makes no new one.
func TestWhatIsNotThereAnyMoreIsNotSaved(t *testing.T) {
	h := mias(t, "2026-09-10")
	book, ten := h.book(), 10
	_, service := book.Service("sp")
	child, plan, year := *book.Record.Child("mia"), *book.Plan("iep"), *book.Year("y1")
	next := *service
	child.ID, plan.ID, year.ID, next.ID = "gone", "gone", "gone", "gone"
	for what, save := range map[string]func() error{
		"child":   func() error { return h.SaveChild(child, "") },
		"plan":    func() error { return h.SavePlan(plan, "tx-hcde", "") },
		"year":    func() error { return h.SaveYear(year, "") },
		"service": func() error { return h.SaveService("iep", next, day.None, "") },
		"next":    func() error { return h.SaveService("iep", next, day.MustParse("2026-09-07"), "") },
		"row": func() error {
			return h.Save(iep.Session{ID: "gone", ServiceID: "sp", Kind: iep.Makeup, Date: h.today, Status: iep.Delivered, Minutes: &ten}, "")
		},
	} {
		t.Log(what)
		h.refused(refusal.Gone, "", save)
	}
}
