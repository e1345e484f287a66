package calendar

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/day"
)

// span reads 2025-09-01 or 2025-09-01..2025-09-05.
func span(text string) day.Span {
	first, last, ranged := strings.Cut(text, "..")
	if !ranged {
		last = first
	}
	return day.Span{First: day.MustParse(first), Last: day.MustParse(last)}
}

func closed(kind ClosureKind, text string) Closure { return Closure{Kind: kind, Span: span(text)} }

// year is a school year of Monday to Friday, from Tuesday 2 September 2025.
func year(closures ...Closure) *SchoolYear {
	in := span("2025-09-02..2026-06-12")
	return &SchoolYear{First: in.First, Last: in.Last, Weekdays: day.MondayToFriday, Closures: closures}
}

// What is first decides: the year, a day given back, the weekday, the printed
// closures, the sudden ones.
func TestTheFirstThingThatAppliesDecidesADay(t *testing.T) {
	y := year(
		closed(Break, "2025-12-22..2026-01-02"),
		closed(Weather, "2026-01-02..2026-01-06"),
		closed(Emergency, "2026-02-02"),
		closed("snow_reserve_of_the_district", "2026-02-16"),
		closed("", "2026-02-17"),
		closed(MakeupReserve, "2026-03-06"),
		closed(Holiday, "2025-08-25..2025-09-03"),
		closed(Holiday, "2026-06-12..2026-07-04"),
	)
	y.ExtraDays = []ExtraDay{
		{Date: day.MustParse("2025-12-23")}, // in the break
		{Date: day.MustParse("2026-01-05")}, // in the storm
		{Date: day.MustParse("2026-03-06")}, // held in reserve
		{Date: day.MustParse("2026-03-14")}, // a Saturday
		{Date: day.MustParse("2026-06-15")}, // after the last day
	}
	tests := []struct {
		on   string
		want Status
		why  string
	}{
		{"2025-09-01", OutOfYear, "the day before the first"},
		{"2025-09-02", ClosedScheduled, "the first day, in a closure that began before it"},
		{"2025-09-04", Open, "an ordinary Thursday"},
		{"2025-09-06", NotSchoolDay, "a Saturday"},
		{"2025-12-22", ClosedScheduled, "the break"},
		{"2025-12-23", Open, "given back in the break"},
		{"2025-12-27", NotSchoolDay, "a Saturday in the break"},
		{"2026-01-02", ClosedScheduled, "the break and the storm: printed over sudden"},
		{"2026-01-03", NotSchoolDay, "a Saturday in the storm"},
		{"2026-01-05", Open, "given back in the storm"},
		{"2026-01-06", ClosedEmergency, "the storm alone"},
		{"2026-02-02", ClosedEmergency, "an emergency"},
		{"2026-02-16", ClosedScheduled, "a kind that nobody here knows"},
		{"2026-02-17", ClosedScheduled, "no kind at all"},
		{"2026-03-06", Open, "a reserve day given back"},
		{"2026-03-14", Open, "a Saturday given back"},
		{"2026-06-11", Open, "the last day but one"},
		{"2026-06-12", ClosedScheduled, "the last day, in a closure that ends after it"},
		{"2026-06-15", OutOfYear, "given back after the last day"},
		{"2199-12-31", OutOfYear, "long after"},
		{"1900-01-01", OutOfYear, "long before"},
	}
	days := NewDays(y)
	for _, tt := range tests {
		if got := days.Status(day.MustParse(tt.on)); got != tt.want {
			t.Errorf("%s (%s): %s, want %s", tt.on, tt.why, got, tt.want)
		}
	}
}

// In whichever order the closures are listed, the printed one decides.
func TestAPrintedClosureBeatsASuddenOne(t *testing.T) {
	printed, sudden := closed(StaffDay, "2025-11-03"), closed(Weather, "2025-11-03..2025-11-04")
	for _, closures := range [][]Closure{{printed, sudden}, {sudden, printed}} {
		days := NewDays(year(closures...))
		both, alone := day.MustParse("2025-11-03"), day.MustParse("2025-11-04")
		if days.Status(both) != ClosedScheduled {
			t.Errorf("both: %s", days.Status(both))
		}
		if days.Status(alone) != ClosedEmergency {
			t.Errorf("the storm alone: %s", days.Status(alone))
		}
	}
}

// The portable answer spells the statuses; the calendar on the fridge knows
// nothing of the weather.
func TestOnlyOpenAndSuddenlyClosedDaysArePrinted(t *testing.T) {
	tests := []struct {
		status  Status
		word    string
		printed bool
	}{
		{OutOfYear, "out_of_year", false},
		{NotSchoolDay, "not_school_day", false},
		{Open, "open", true},
		{ClosedScheduled, "closed_scheduled", false},
		{ClosedEmergency, "closed_emergency", true},
	}
	for _, tt := range tests {
		if tt.status.String() != tt.word || tt.status.Printed() != tt.printed {
			t.Errorf("%s: printed %t, want %s %t", tt.status, tt.status.Printed(), tt.word, tt.printed)
		}
	}
}

// A week of break promises nothing, one of storm does.
func TestAStormLeavesTheWeekPrinted(t *testing.T) {
	days := NewDays(year(closed(Break, "2025-11-24..2025-11-28"), closed(Weather, "2025-12-01..2025-12-05")))
	tests := []struct {
		in   string
		want bool
	}{
		{"2025-11-24..2025-11-30", false},
		{"2025-12-01..2025-12-07", true},
		{"2025-12-06..2025-12-07", false},
		{"2025-08-25..2025-09-01", false},
		{"2025-08-25..2025-09-02", true},
		{"2026-06-13..2026-06-30", false},
	}
	for _, tt := range tests {
		if got := days.AnyPrinted(span(tt.in)); got != tt.want {
			t.Errorf("%s: %t, want %t", tt.in, got, tt.want)
		}
		if got := (School{days}).AnyPrinted(span(tt.in)); got != tt.want {
			t.Errorf("%s, of the school: %t, want %t", tt.in, got, tt.want)
		}
	}
}

// Of several entries for one day, the earliest dismissal and the latest
// opening hold, in whichever order they are listed.
func TestTheShortestOfSeveralShortDaysHolds(t *testing.T) {
	early := func(on, dismissal, opening string) PartialDay {
		p := PartialDay{Span: span(on)}
		if dismissal != "" {
			p.Dismissal, _ = day.ParseClock(dismissal)
		}
		if opening != "" {
			p.Opening, _ = day.ParseClock(opening)
		}
		return p
	}
	tests := []struct {
		name               string
		parts              []PartialDay
		dismissal, opening string
	}{
		{"one", []PartialDay{early("2025-10-01", "13:00", "")}, "13:00", ""},
		{"neither known", []PartialDay{early("2025-10-01", "", ""), early("2025-10-01", "", "")}, "", ""},
		{"two dismissals", []PartialDay{early("2025-10-01", "13:00", ""), early("2025-10-01", "11:30", "")}, "11:30", ""},
		{"two openings", []PartialDay{early("2025-10-01", "", "09:00"), early("2025-10-01", "", "10:15")}, "", "10:15"},
		{"one of each", []PartialDay{early("2025-10-01", "", "10:00"), early("2025-10-01", "13:00", "")}, "13:00", "10:00"},
		{"one not known", []PartialDay{early("2025-10-01", "", ""), early("2025-10-01", "12:00", "")}, "12:00", ""},
		{"both, three times", []PartialDay{
			early("2025-09-29..2025-10-02", "14:00", "09:00"), early("2025-10-01", "12:00", "08:30"), early("2025-10-01..2025-10-03", "13:00", "10:00"),
		}, "12:00", "10:00"},
		{"another weekday's is not asked", []PartialDay{
			{Span: span("2025-09-29..2025-10-03"), Weekdays: day.SetOf(day.Tuesday, day.Thursday), Dismissal: day.At(11, 0)},
			{Span: span("2025-09-29..2025-10-03"), Weekdays: day.SetOf(day.Wednesday), Dismissal: day.At(13, 0)},
		}, "13:00", ""},
		{"another day's is not asked", []PartialDay{early("2025-10-02", "11:00", ""), early("2025-10-01", "13:00", "")}, "13:00", ""},
	}
	for _, tt := range tests {
		for range 2 {
			y := year()
			y.PartialDays = tt.parts
			got, ok := NewDays(y).Partial(day.MustParse("2025-10-01"))
			if !ok || got.Dismissal.String() != tt.dismissal || got.Opening.String() != tt.opening {
				t.Errorf("%s: %s and %s, %t; want %s and %s", tt.name, got.Dismissal, got.Opening, ok, tt.dismissal, tt.opening)
			}
			slices.Reverse(tt.parts)
		}
	}
}

// A day is short inside the year only, both ends of the entry in.
func TestAShortDayIsShortFromItsFirstToItsLast(t *testing.T) {
	y := year()
	y.PartialDays = []PartialDay{{Span: span("2025-08-20..2025-09-03"), Name: "first days"}, {Span: span("2026-06-11..2026-06-20")}}
	days := NewDays(y)
	tests := []struct {
		on   string
		want bool
	}{
		{"2025-09-01", false},
		{"2025-09-02", true},
		{"2025-09-03", true},
		{"2025-09-04", false},
		{"2026-06-12", true},
		{"2026-06-13", false},
	}
	for _, tt := range tests {
		partial, found := days.Partial(day.MustParse(tt.on))
		if days.Short(day.MustParse(tt.on)) != tt.want || found != tt.want {
			t.Errorf("%s: short %t, found %t, want %t", tt.on, !tt.want, found, tt.want)
		}
		if !found && (partial.Span != day.Span{}) {
			t.Errorf("%s: %s, though not short", tt.on, partial.Name)
		}
	}
	if NewDays(year()).Short(day.MustParse("2025-09-03")) {
		t.Error("a year without short days has one")
	}
}

// A session is cut when it ends after dismissal or starts before opening; to
// the minute, and never when its start is not known.
func TestAShortDayCutsWhatItDoesNotHold(t *testing.T) {
	tests := []struct {
		dismissal, opening, start string
		minutes                   int
		want                      bool
	}{
		{"13:00", "", "12:30", 30, false},
		{"13:00", "", "12:31", 30, true},
		{"13:00", "", "13:00", 1, true},
		{"13:00", "", "", 30, false},
		{"", "10:00", "10:00", 30, false},
		{"", "10:00", "09:59", 30, true},
		{"", "10:00", "09:59", 1, true},
		{"", "00:00", "00:00", 30, false},
		{"00:00", "", "00:00", 1, true},
		{"", "", "09:00", 1440, false},
		{"13:00", "10:00", "10:00", 180, false},
		{"13:00", "10:00", "10:00", 181, true},
		{"23:59", "", "23:30", 60, true},
	}
	for _, tt := range tests {
		clock := func(text string) day.Clock {
			c, _ := day.ParseClock(text)
			return c
		}
		p := PartialDay{Dismissal: clock(tt.dismissal), Opening: clock(tt.opening)}
		if got := p.Cuts(clock(tt.start), tt.minutes); got != tt.want {
			t.Errorf("dismissal %q, opening %q, start %q for %d: %t, want %t", tt.dismissal, tt.opening, tt.start, tt.minutes, got, tt.want)
		}
	}
}
