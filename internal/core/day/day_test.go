package day

import (
	"testing"
	"time"

	"midweek/internal/core/refusal"
)

// code is the code of a refusal, or nothing for no error. Any other error
// fails the test: bad input must always be something a person can mend.
func code(t *testing.T, err error) refusal.Code {
	t.Helper()
	if err == nil {
		return ""
	}
	r := refusal.From(err)
	if r == nil {
		t.Fatalf("%v is no refusal", err)
	}
	return r.Code
}

// A typing error must never become another day, so whatever is not exactly a
// day that exists is refused, and says which of the three things is wrong.
func TestOnlyADayThatExistsIsRead(t *testing.T) {
	tests := []struct {
		text string
		want refusal.Code
	}{
		{"1900-01-01", ""},
		{"2024-02-29", ""},
		{"2025-09-02", ""},
		{"2199-12-31", ""},

		{"2025-02-29", refusal.DayUnreal},
		{"2026-02-30", refusal.DayUnreal},
		{"2026-04-31", refusal.DayUnreal},
		{"1900-02-29", refusal.DayUnreal},
		{"2100-02-29", refusal.DayUnreal},
		{"2025-13-01", refusal.DayUnreal},
		{"2025-00-10", refusal.DayUnreal},
		{"2025-01-00", refusal.DayUnreal},
		{"2025-01-32", refusal.DayUnreal},

		{"1899-12-31", refusal.DayRange},
		{"2200-01-01", refusal.DayRange},
		{"0000-01-01", refusal.DayRange},
		{"9999-12-31", refusal.DayRange},

		{"", refusal.DayForm},
		{"03/04/2025", refusal.DayForm},
		{"2025-1-05", refusal.DayForm},
		{"2025-01-5", refusal.DayForm},
		{"20250105", refusal.DayForm},
		{"2025/01/05", refusal.DayForm},
		{"2025-01/05", refusal.DayForm},
		{"2025/01-05", refusal.DayForm},
		{"202/-01-05", refusal.DayForm},
		{"2025-01-0:", refusal.DayForm},
		{"2025-02-28T00:00", refusal.DayForm},
		{" 2025-02-28", refusal.DayForm},
		{"2025-02-28\n", refusal.DayForm},
		{"+025-02-28", refusal.DayForm},
		{"2025--2-28", refusal.DayForm},
		{"2025-02-2x", refusal.DayForm},
		{"２０２５-01-01", refusal.DayForm},
		{"2025‐01‐01", refusal.DayForm},
	}
	for _, tt := range tests {
		got, err := Parse(tt.text)
		if code(t, err) != tt.want {
			t.Errorf("%q: %v, want code %q", tt.text, err, tt.want)
		}
		if err != nil && got != None {
			t.Errorf("%q: refused, and yet read as %s", tt.text, got)
		}
		if err == nil && got.String() != tt.text {
			t.Errorf("%q: read as %s", tt.text, got)
		}
	}
}

// The words of a refusal speak about what was typed.
func TestARefusalNamesWhatWasTyped(t *testing.T) {
	_, err := Parse("2200-01-01")
	want := "day_range first=1900-01-01 last=2199-12-31 text=2200-01-01"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// Every day that a record can hold, once: it writes and reads back as itself,
// and its civil date and weekday are those of the standard library.
func TestEveryDayOfThreeCenturiesAgreesWithTheStandardLibrary(t *testing.T) {
	at := time.Date(1900, time.January, 1, 0, 0, 0, 0, time.UTC)
	n := 0
	for d := First; d <= Last; d++ {
		year, month, dayOfMonth := at.Date()
		if y, m, n := d.Civil(); y != year || m != int(month) || n != dayOfMonth || d.Year() != year {
			t.Fatalf("day %d: %d-%d-%d, want %s", d, y, m, n, at)
		}
		if Of(year, int(month), dayOfMonth) != d || FromTime(at) != d || !d.UTC().Equal(at) {
			t.Fatalf("%s: does not come back from its own date", d)
		}
		if back, err := Parse(d.String()); back != d || d.String() != at.Format(time.DateOnly) {
			t.Fatalf("day %d: writes %s, reads %s (%v)", d, d, back, err)
		}
		if want := Weekday(at.Weekday()+6) % 7; d.Weekday() != want {
			t.Fatalf("%s: %s, want %s", d, d.Weekday(), want)
		}
		at = at.AddDate(0, 0, 1)
		n++
	}
	if n != 109_573 {
		t.Errorf("%d days, want 109,573", n)
	}
}

// What a clock shows near midnight is the civil day, whatever the zone.
func TestATimeIsTheDayOnItsOwnClock(t *testing.T) {
	east, west := time.FixedZone("east", 14*3600), time.FixedZone("west", -12*3600)
	tests := []time.Time{
		time.Date(2026, 2, 28, 0, 0, 0, 0, east),
		time.Date(2026, 2, 28, 23, 59, 59, 999, east),
		time.Date(2026, 2, 28, 0, 0, 0, 0, west),
		time.Date(2026, 2, 28, 23, 59, 59, 999, west),
	}
	for _, at := range tests {
		if got := FromTime(at); got.String() != "2026-02-28" {
			t.Errorf("%s: %s", at, got)
		}
	}
}

// No day is written as nothing and comes before every day.
func TestNoDayIsNothing(t *testing.T) {
	if None.String() != "" || None >= First {
		t.Errorf("no day writes %q and is day %d", None.String(), None)
	}
}

func TestMustParsePanicsAtWhatParseRefuses(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("2026-02-30 was taken")
		}
	}()
	MustParse("2026-02-30")
}

// Months are the ends of periods: their lengths decide what is prorated.
func TestAMonthIsWhole(t *testing.T) {
	tests := []struct{ in, first, last string }{
		{"2025-02-14", "2025-02-01", "2025-02-28"},
		{"2024-02-29", "2024-02-01", "2024-02-29"},
		{"2100-02-01", "2100-02-01", "2100-02-28"},
		{"2000-02-01", "2000-02-01", "2000-02-29"},
		{"2025-09-30", "2025-09-01", "2025-09-30"},
		{"2025-12-31", "2025-12-01", "2025-12-31"},
		{"1900-01-01", "1900-01-01", "1900-01-31"},
		{"2199-12-31", "2199-12-01", "2199-12-31"},
	}
	for _, tt := range tests {
		got := MustParse(tt.in).MonthSpan()
		if want := (Span{MustParse(tt.first), MustParse(tt.last)}); got != want {
			t.Errorf("%s: %s to %s, want %s to %s", tt.in, got.First, got.Last, tt.first, tt.last)
		}
	}
}

// Reading never panics, and what is read is written as the same bytes: there
// is one spelling of a day.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"2025-09-02", "2024-02-29", "2026-02-30", "03/04/2025", "1899-12-31", "２０２５-01-01", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if code(t, err) == "" && (d.String() != text || d < First || d > Last) {
			t.Errorf("%q was read as %q", text, d)
		}
	})
}
