package app

import (
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
	"midweek/internal/open"
)

// threeYears are school years with some thirty closed days each and an early
// Wednesday.
func threeYears() []*calendar.Days {
	var years []*calendar.Days
	for i := range 3 {
		y := calendar.SchoolYear{First: day.Of(2024+i, 8, 20), Last: day.Of(2025+i, 6, 10), Weekdays: day.MondayToFriday}
		y.PartialDays = []calendar.PartialDay{{Span: y.Span(), Weekdays: day.SetOf(day.Wednesday), Dismissal: day.At(12, 30)}}
		for first := y.First + 11; first < y.Last; first += 19 {
			y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: first, Last: first + 2}, Kind: calendar.Break})
		}
		years = append(years, calendar.NewDays(&y))
	}
	return years
}

// BenchmarkPaintStrip is the planner's part of a stroke: three years, one
// service twice a week at a known time. It must stay under a millisecond.
func BenchmarkPaintStrip(b *testing.B) {
	years := threeYears()
	now := planner.Present{Days: day.SetOf(day.Tuesday, day.Thursday), Minutes: 30, Start: day.At(10, 0)}
	for b.Loop() {
		if stripText(years, now) == "" {
			b.Fatal("no answer")
		}
	}
}

// BenchmarkPaint is a whole stroke on the sample family: the acts, their fold,
// the ledger, the transaction on the disk, and the view with its strip.
func BenchmarkPaint(b *testing.B) {
	dir := b.TempDir()
	house, err := open.New(open.Options{Data: dir, Config: dir, Today: day.MustParse("2025-03-20")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { house.Close() })
	desk := &Desk{House: house, Outside: &outside{}}
	if _, err := (&Start{desk}).Sample(); err != nil {
		b.Fatal(err)
	}
	c := &Calendar{desk}
	v, err := c.View(CalendarQuery{})
	if err != nil {
		b.Fatal(err)
	}
	form := StrokeForm{Calendar: v.Calendars[0].ID, First: "2025-04-07", Last: "2025-04-09", Kind: "holiday"}
	for b.Loop() {
		form.Open = !form.Open
		if _, err := c.Paint(v.Query, form); err != nil {
			b.Fatal(err)
		}
	}
}
