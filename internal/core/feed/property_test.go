package feed

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

var someYear = calendar.SchoolYear{ID: "y", First: day.MustParse("2025-08-25"), Last: day.MustParse("2026-06-12"), Weekdays: day.MondayToFriday}

// someEvents draws events with the wordings of districts on random days.
func someEvents(t *testing.T) *rapid.Generator[[]Event] {
	lines := wordings(t)
	return rapid.Custom(func(r *rapid.T) []Event {
		events := make([]Event, rapid.IntRange(0, 25).Draw(r, "events"))
		for i := range events {
			e, _ := wording(t, rapid.SampledFrom(lines).Draw(r, "wording"))
			days := e.Last - e.First
			e.First = someYear.First + day.Day(rapid.IntRange(-10, 300).Draw(r, "day"))
			e.Last = e.First + days + day.Day(rapid.IntRange(0, 3).Draw(r, "longer"))
			e.Line = i + 1
			events[i] = e
		}
		return events
	})
}

// unlined are readings without their places in the file.
func unlined(readings []Reading) []Reading {
	for i := range readings {
		readings[i].Line = 0
	}
	return readings
}

func equal(a, b []Reading) bool {
	return slices.EqualFunc(a, b, func(a, b Reading) bool {
		x, y := a, b
		x.Because, y.Because = nil, nil
		return x.Title == y.Title && x.Span == y.Span && x.Verdict == y.Verdict && x.From == y.From && x.Until == y.Until &&
			x.Kind == y.Kind && x.Certainty == y.Certainty && slices.Equal(a.Because, b.Because)
	})
}

func TestTheOrderOfEventsIsNothing(t *testing.T) {
	events := someEvents(t)
	rapid.Check(t, func(r *rapid.T) {
		list := events.Draw(r, "events")
		other := rapid.Permutation(list).Draw(r, "other order")
		if a, b := unlined(Read(list, Options{})), unlined(Read(other, Options{})); !equal(a, b) {
			r.Errorf("%v\n%v", a, b)
		}
	})
}

func TestAnEventTwiceIsOne(t *testing.T) {
	events := someEvents(t)
	rapid.Check(t, func(r *rapid.T) {
		list := events.Draw(r, "events")
		twice := append(slices.Clone(list), list...)
		for i := range twice {
			twice[i].UID = strings.Repeat("u", i)
		}
		if a, b := unlined(Read(list, Options{})), unlined(Read(twice, Options{})); !equal(a, b) {
			r.Errorf("%v\n%v", a, b)
		}
	})
}

// Every reading says why, and nothing but a partial day has hours.
func TestEveryReadingSaysWhy(t *testing.T) {
	events := someEvents(t)
	rapid.Check(t, func(r *rapid.T) {
		level := rapid.SampledFrom([]calendar.Level{"", calendar.Elementary, calendar.Middle, calendar.High, "district"}).Draw(r, "level")
		for _, reading := range Read(events.Draw(r, "events"), Options{Level: level}) {
			if len(reading.Because) == 0 || reading.Certainty < 0 || reading.Certainty > 100 {
				r.Errorf("%+v", reading)
			}
			if (reading.From.Known() || reading.Until.Known()) && reading.Verdict != IsPartial && reading.Verdict != IsAsk {
				r.Errorf("hours of %+v", reading)
			}
		}
	})
}

func TestApplyingTwiceIsOnce(t *testing.T) {
	events := someEvents(t)
	rapid.Check(t, func(r *rapid.T) {
		year := &someYear
		for n := range rapid.IntRange(1, 3).Draw(r, "imports") {
			today := year.First + day.Day(rapid.IntRange(-5, 300).Draw(r, "today"))
			readings := Read(events.Draw(r, "events"), Options{})
			year = Apply(year, Compare(year, readings, today))
			if again := Compare(year, readings, today); len(again) > 0 {
				r.Fatalf("import %d, then again: %+v\n%+v", n+1, again, readings)
			}
		}
	})
}

// Only what is called opening or giving back opens a day, and nothing opens a
// day that is past but a day given back.
func TestOnlyOpeningOpens(t *testing.T) {
	events := someEvents(t)
	rapid.Check(t, func(r *rapid.T) {
		year := Apply(&someYear, Compare(&someYear, Read(events.Draw(r, "first"), Options{}), someYear.First))
		today := year.First + day.Day(rapid.IntRange(0, 300).Draw(r, "today"))
		changes := Compare(year, Read(events.Draw(r, "second"), Options{}), today)
		opening := map[day.Day]bool{}
		for _, ch := range changes {
			if ch.What == Opens && ch.First < today {
				r.Errorf("opens the past: %+v", ch)
			}
			for on := ch.First; on <= ch.Last && (ch.What == Opens || ch.What == GivesBack); on++ {
				opening[on] = true
			}
		}
		before, after := calendar.NewDays(year), calendar.NewDays(Apply(year, changes))
		for on := year.First; on <= year.Last; on++ {
			if before.Status(on) != calendar.Open && after.Status(on) == calendar.Open && !opening[on] {
				r.Errorf("%s opens", on)
			}
		}
	})
}

// What the family wrote stands, whatever a feed says.
func TestWhatTheFamilyWroteStands(t *testing.T) {
	events := someEvents(t)
	rapid.Check(t, func(r *rapid.T) {
		year := someYear
		first := year.First + day.Day(rapid.IntRange(0, 280).Draw(r, "closed"))
		year.Closures = []calendar.Closure{{ID: "c", Span: day.Span{First: first, Last: first + 4}, Name: "ours", Source: calendar.Typed}}
		year.PartialDays = []calendar.PartialDay{{ID: "p", Span: day.Span{First: first + 5, Last: first + 6}, Dismissal: day.At(12, 0)}}
		after := Apply(&year, Compare(&year, Read(events.Draw(r, "events"), Options{}), year.First))
		closed := slices.ContainsFunc(after.Closures, func(c calendar.Closure) bool { return c.ID == "c" && c.Span == year.Closures[0].Span })
		short := slices.ContainsFunc(after.PartialDays, func(p calendar.PartialDay) bool { return p.ID == "p" && p.Span == year.PartialDays[0].Span })
		if !closed || !short {
			r.Errorf("%+v %+v", after.Closures, after.PartialDays)
		}
	})
}
