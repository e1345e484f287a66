package binder_test

import (
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// A stroke is one deed; the same stroke again is none.
func TestAStrokeIsOneDeed(t *testing.T) {
	h := mias(t, "2026-09-10")
	sessions := h.speech().Summary.ExpectedSessions
	fall := calendar.Closure{Span: span("2026-10-12", "2026-10-16"), Name: "Fall break", Kind: calendar.Break, Source: calendar.Typed}
	h.does(h.Paint("y1", fall, ""))
	h.equal("sessions", h.speech().Summary.ExpectedSessions, sessions-2)
	h.equal("source", h.book().Year("y1").Closures[0].Source, calendar.Typed)
	before, _ := h.Edits()
	h.does(h.Paint("y1", fall, ""))
	after, _ := h.Edits()
	h.equal("painted again", after.Deed, before.Deed)

	h.does(h.Erase("y1", span("2026-10-13", "2026-10-13"), ""))
	closures := h.book().Year("y1").Closures
	h.equal("two parts", []bool{closures[0].Name == closures[1].Name, closures[0].ID != closures[1].ID}, []bool{true, true})
	h.equal("one session back", h.speech().Summary.ExpectedSessions, sessions-1)
	h.does(h.Undo())
	h.does(h.Undo())
	h.equal("as it was", h.speech().Summary.ExpectedSessions, sessions)
	h.refused(refusal.OutsideYear, "first", func() error {
		return h.Paint("y1", calendar.Closure{Span: span("2020-10-12", "2020-10-16")}, "")
	})
	h.refused(refusal.OutsideYear, "first", func() error { return h.Erase("y1", span("2020-10-12", "2020-10-16"), "") })
}

// A printed closure is given back and can be taken again; a snow day that was
// none is gone.
func TestADayIsGivenBack(t *testing.T) {
	h := mias(t, "2026-12-10")
	thanks, snow := day.MustParse("2026-11-26"), h.book().Year("y1").Closures[1].First
	sessions := h.speech().Summary.ExpectedSessions
	h.does(h.OpenAfterAll("y1", thanks, ""))
	year := h.book().Year("y1")
	h.equal("given back", []any{len(year.ExtraDays), len(year.Closures), h.speech().Summary.ExpectedSessions}, []any{2, 2, sessions + 1})
	h.does(h.NotGivenBack("y1", thanks, ""))
	h.equal("taken again", h.speech().Summary.ExpectedSessions, sessions)
	h.refused(refusal.NoSuch, "", func() error { return h.NotGivenBack("y1", thanks, "") })
	h.does(h.OpenAfterAll("y1", snow, ""))
	year = h.book().Year("y1")
	h.equal("no snow", []int{len(year.ExtraDays), len(year.Closures)}, []int{1, 1})
	h.refused(refusal.OutsideYear, "first", func() error { return h.OpenAfterAll("y1", day.MustParse("2029-01-01"), "") })
}

// A short day keeps its sessions expected; a file's own is corrected and keeps
// what the file said of it.
func TestShortDaysAndNotes(t *testing.T) {
	h := mias(t, "2026-09-10")
	sessions := h.speech().Summary.ExpectedSessions
	weekly := calendar.PartialDay{Span: span("2026-08-24", "2027-06-11"), Weekdays: day.SetOf(day.Tuesday), Dismissal: day.At(12, 30), Source: calendar.Typed}
	h.does(h.Shorten("y1", weekly, ""))
	short := h.book().Year("y1").PartialDays
	h.equal("short", []any{len(short), short[0].Source, h.speech().Summary.ExpectedSessions}, []any{2, calendar.Typed, sessions})
	weekly.ID, weekly.Opening, weekly.Source = binder.ShortID(&short[0]), day.At(10, 30), calendar.FromFeed
	h.does(h.Shorten("y1", weekly, ""))
	short = h.book().Year("y1").PartialDays
	h.equal("corrected", []any{len(short), short[0].Opening, short[0].Source}, []any{2, day.At(10, 30), calendar.Typed})
	h.does(h.Lengthen("y1", short[0].ID, ""))
	h.equal("taken out", len(h.book().Year("y1").PartialDays), 1)
	h.refused(refusal.NoSuch, "", func() error { return h.Lengthen("y1", "no such", "") })
	h.refused(refusal.OutsideYear, "first", func() error { return h.Shorten("y1", calendar.PartialDay{Span: span("2020-10-12", "2020-10-16")}, "") })
	h.refused(refusal.Backwards, "end", func() error { return h.Shorten("y1", calendar.PartialDay{Span: span("2026-10-16", "2026-10-12")}, "") })

	h.does(h.Note("y1", calendar.NotedDay{Span: span("2026-10-13", "2026-10-13"), Kind: calendar.Remote, Source: calendar.Typed}, ""))
	noted := h.book().Year("y1").NotedDays
	h.equal("noted", []any{len(noted), h.speech().Summary.ExpectedSessions}, []any{2, sessions})
	h.does(h.Note("y1", calendar.NotedDay{ID: binder.NotedID(&noted[0]), Span: noted[0].Span, Kind: calendar.Testing}, ""))
	noted = h.book().Year("y1").NotedDays
	h.equal("corrected note", []any{len(noted), noted[0].Kind, noted[0].Source}, []any{2, calendar.Testing, calendar.Typed})
	h.does(h.Unnote("y1", noted[0].ID, ""))
	h.equal("note gone", len(h.book().Year("y1").NotedDays), 1)
	h.refused(refusal.NoSuch, "", func() error { return h.Unnote("y1", "no such", "") })
	h.refused(refusal.OutsideYear, "first", func() error { return h.Note("y1", calendar.NotedDay{Span: span("2020-10-12", "2020-10-16")}, "") })
}

// Rows of a file without ids are told apart by their days and weekdays.
func TestShortDaysWithoutIDs(t *testing.T) {
	wednesdays := calendar.PartialDay{Span: span("2026-08-24", "2027-06-11"), Weekdays: day.SetOf(day.Wednesday)}
	fridays := wednesdays
	fridays.Weekdays = day.SetOf(day.Friday)
	if a, b := binder.ShortID(&wednesdays), binder.ShortID(&fridays); a == b {
		t.Errorf("both are called %s", a)
	}
}

// The last day of school moves, and the year stays whole.
func TestTheLastDayMoves(t *testing.T) {
	h := mias(t, "2026-12-10")
	h.does(h.EndYear("y1", day.MustParse("2027-06-15"), ""))
	h.equal("last", h.book().Year("y1").Last, day.MustParse("2027-06-15"))
	h.refused(refusal.Backwards, "last_day", func() error { return h.EndYear("y1", day.MustParse("2020-06-15"), "") })
	h.refused(refusal.NoSuch, "calendar", func() error { return h.EndYear("no such", h.today, "") })
}
