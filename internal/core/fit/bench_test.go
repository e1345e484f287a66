package fit_test

import (
	"testing"
	"time"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
)

// threeServices are questions of a family with a school year of so many years' length, a
// closure every other week and a miss every third one.
func threeServices(years int) []fit.Question {
	y := &calendar.SchoolYear{First: day.Of(2026, 8, 31), Weekdays: day.MondayToFriday}
	y.Last = y.First + day.Day(years*364-70)
	var missed []int
	for d := y.First; d <= y.Last; d += 14 {
		y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: d, Last: d}, Kind: calendar.Holiday})
		missed = append(missed, 90)
	}
	var asked []fit.Question
	for range 3 {
		q := fit.Question{Series: owing(y, missed...), AsOf: y.First + 7}
		q.Limits = fit.Limits{
			Minutes: 30, PerWeek: 1, Days: day.SetOf(day.Tuesday, day.Thursday), From: day.At(9, 0), To: day.At(14, 0),
			Off: []day.Day{y.First + 30, y.First + 37},
		}
		for d := y.First; d <= y.Last; d += 2 {
			q.Busy = append(q.Busy, fit.Busy{Date: d, Start: day.At(10, 0), Minutes: 30})
		}
		asked = append(asked, q)
	}
	return asked
}

func askAll(b *testing.B, years int) (each time.Duration) {
	asked := threeServices(years)
	b.ReportAllocs()
	for b.Loop() {
		for _, q := range asked {
			f, err := fit.Ask(q)
			if err != nil {
				b.Fatal(err)
			}
			if f.Leftover == 0 {
				b.Fatal("all of it fits, so that no change is looked for")
			}
		}
	}
	return b.Elapsed() / time.Duration(b.N)
}

// BenchmarkAsk is what the screen asks at every touch of a limit: three services
// through one year, and through ten, with how many times as long that takes.
func BenchmarkAsk(b *testing.B) {
	var one time.Duration
	b.Run("one year", func(b *testing.B) { one = askAll(b, 1) })
	b.Run("ten years", func(b *testing.B) {
		ten := askAll(b, 10)
		b.ReportMetric(float64(ten)/float64(max(1, one)), "times-one-year")
	})
}
