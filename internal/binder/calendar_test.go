package binder_test

import (
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

func span(first, last string) day.Span {
	return day.Span{First: day.MustParse(first), Last: day.MustParse(last)}
}

// A new year goes to the plans that have none, and to no other.
func TestANewYearIsGivenToThePlansWithout(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.SavePlan(iep.Plan{ChildID: "mia", Kind: iep.Private, CalendarIDs: []string{}}, "", ""))
	private := h.book().Record.Plans[1].ID
	h.does(h.SaveYear(calendar.SchoolYear{First: day.MustParse("2027-08-23"), Last: day.MustParse("2028-06-09"), Weekdays: day.MondayToFriday}, ""))
	book := h.book()
	year := book.Record.Calendars[1]
	h.equal("plan without", book.Plan(private).CalendarIDs, []string{year.ID})
	h.equal("plan with one", book.Plan("iep").CalendarIDs, []string{"y1"})
	h.equal("services stay", len(book.Plan("iep").Services), 1)
	h.does(h.Undo())
	h.equal("one deed", []int{len(h.book().Record.Calendars), len(h.book().Plan(private).CalendarIDs)}, []int{1, 0})
}

func TestAYearIsRefused(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.refused(refusal.Backwards, "last_day", func() error {
		return h.SaveYear(calendar.SchoolYear{First: h.today, Last: h.today - 1, Weekdays: day.MondayToFriday}, "")
	})
	h.refused(refusal.NoSuch, "calendar", func() error { return h.Close("no such", calendar.Closure{Span: span("2026-10-12", "2026-10-12")}, "") })
	h.refused(refusal.NoSuch, "calendar", func() error { return h.Reopen("no such", "snow", "") })
	h.refused(refusal.NoSuch, "", func() error { return h.Reopen("y1", "no such", "") })
	h.refused(refusal.NoSuch, "", func() error { return h.Reopen("y1", "", "") })
	h.refused(refusal.NoSuch, "", func() error {
		return h.Close("y1", calendar.Closure{ID: "no such", Span: span("2026-10-12", "2026-10-12")}, "")
	})
}

// Days without school take the sessions planned on them, and give them back.
func TestDaysAreClosedAndOpenedAgain(t *testing.T) {
	h := mias(t, "2026-09-10")
	sessions := h.speech().Summary.ExpectedSessions
	h.does(h.Close("y1", calendar.Closure{Span: span("2026-10-12", "2026-10-16"), Name: "Fall break", Kind: calendar.Break}, ""))
	h.equal("sessions", h.speech().Summary.ExpectedSessions, sessions-2)
	closures := h.book().Year("y1").Closures
	h.equal("in order of day", []string{closures[0].Name, closures[1].Name}, []string{"Fall break", "Thanksgiving"})

	h.does(h.Close("y1", calendar.Closure{ID: closures[0].ID, Span: span("2026-10-13", "2026-10-13"), Name: "One day"}, ""))
	h.equal("corrected", []any{h.speech().Summary.ExpectedSessions, len(h.book().Year("y1").Closures)}, []any{sessions - 1, 3})
	h.does(h.Reopen("y1", closures[0].ID, ""))
	h.equal("opened", h.speech().Summary.ExpectedSessions, sessions)
}

// A closure that a file brought without an id is named by its days; what the
// file said of it stays when it is corrected.
func TestAClosureWithoutAnID(t *testing.T) {
	h := mias(t, "2026-09-10")
	thanks := h.book().Year("y1").Closures[0]
	id := binder.ClosureID(&thanks)
	h.equal("name", id, "2026-11-26/2026-11-27")
	h.does(h.Close("y1", calendar.Closure{ID: id, Span: span("2026-11-25", "2026-11-27"), Name: "Thanksgiving week"}, ""))
	fixed := h.book().Year("y1").Closures[0]
	h.equal("corrected", []any{fixed.Name, fixed.ID, fixed.Source, string(fixed.Unknown["from"])}, []any{"Thanksgiving week", "", calendar.FromFeed, `"p. 2"`})
	h.does(h.Reopen("y1", binder.ClosureID(&fixed), ""))
	left := h.book().Year("y1").Closures
	if len(left) != 1 || left[0].ID != "snow" {
		t.Errorf("left %+v", left)
	}
}

// What is closed in the coming days, and how many sessions that takes.
func TestClosedAhead(t *testing.T) {
	h := mias(t, "2026-11-20")
	ahead := h.book().ClosedAhead("mia", 13)
	if len(ahead) != 2 || ahead[0].Closure.Name != "Thanksgiving" || ahead[0].Sessions != 1 || ahead[1].Sessions != 1 {
		t.Errorf("%+v", ahead)
	}
	if ahead := h.book().ClosedAhead("mia", 12); len(ahead) != 1 {
		t.Errorf("in twelve days: %+v", ahead)
	}
	if ahead := h.book().ClosedAhead("leo", 30); len(ahead) > 0 {
		t.Errorf("of a child without a plan: %+v", ahead)
	}
	h.today += 8 // a day after Thanksgiving began and ended
	if ahead := h.book().ClosedAhead("", 1); len(ahead) > 0 {
		t.Errorf("after it: %+v", ahead)
	}
}
