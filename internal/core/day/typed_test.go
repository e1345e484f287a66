package day

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/refusal"
)

// However a family writes a day, it is the same day.
func TestADayIsReadAsItIsTyped(t *testing.T) {
	for _, text := range []string{
		"8/24/2026", "08/24/2026", "8-24-2026", "8.24.2026", "8/24/26", "8-24-26", "2026-08-24", "2026-8-24", "2026/8/24", " 8 / 24 / 2026 ", "8\u00a024\u00a02026",
		"Aug 24 2026", "Aug 24, 2026", "aug. 24, 2026", "AUGUST 24, 2026", "August 24 26", "24 Aug 2026", "24-Aug-2026", "2026 Aug 24", "Augu 24 2026",
	} {
		if d, err := ParseTyped(text); err != nil || d.String() != "2026-08-24" {
			t.Errorf("%q is %s, %v", text, d, err)
		}
	}
	for text, want := range map[string]string{
		"2/29/2028": "2028-02-29", "July 4 2027": "2027-07-04", "June 5, 2027": "2027-06-05", "1/2/03": "2003-01-02", "1/1/00": "2000-01-01",
		"12/31/99": "2099-12-31", "1/1/1900": "1900-01-01", "12/31/2199": "2199-12-31", "may 1 2026": "2026-05-01", "Mar 1 2026": "2026-03-01",
		"Sept 1 2026": "2026-09-01",
	} {
		if d, err := ParseTyped(text); err != nil || d.String() != want {
			t.Errorf("%q is %s, %v, want %s", text, d, err, want)
		}
	}
}

// What is not exactly one day is refused, and the refusal says why.
func TestATypingErrorIsNeverAnotherDay(t *testing.T) {
	for text, want := range map[string]refusal.Code{
		"8/24": refusal.DayNoYear, "Aug 24": refusal.DayNoYear, "24 Aug": refusal.DayNoYear, "8/99": refusal.DayNoYear,

		"2/30/2026": refusal.NoSuchDay, "2026-02-30": refusal.NoSuchDay, "Feb 30, 2026": refusal.NoSuchDay, "4/31/2026": refusal.NoSuchDay,
		"8/0/2026": refusal.NoSuchDay, "8/32/2026": refusal.NoSuchDay, "2/30/2028": refusal.NoSuchDay,
		"2/29/2026": refusal.NoLeapYear, "2/29/2100": refusal.NoLeapYear,
		"24/8/2026": refusal.MonthUnreal, "0/8/2026": refusal.MonthUnreal, "2026-24-08": refusal.MonthUnreal,
		"1/1/1899": refusal.DayRange, "1/1/2200": refusal.DayRange, "1/1/0000": refusal.DayRange,

		"": refusal.DayTyped, " ": refusal.DayTyped, "soon": refusal.DayTyped, "Aug": refusal.DayTyped, "24": refusal.DayTyped, "8/2026": refusal.DayTyped,
		"Aug 2026": refusal.DayTyped, "8/24/206": refusal.DayTyped, "8/24/6": refusal.DayTyped, "8/24/20266": refusal.DayTyped,
		"8/024/2026": refusal.DayTyped, "08242026": refusal.DayTyped, "20260824": refusal.DayTyped, "8/24/2026 10:00": refusal.DayTyped,
		"Au 24 2026": refusal.DayTyped, "Augst 24 2026": refusal.DayTyped, "Aug Aug 2026": refusal.DayTyped, "Aug 24th 2026": refusal.DayTyped,
		"８/24/2026": refusal.DayTyped, "8/24/２０": refusal.DayTyped, "8:24:2026": refusal.DayTyped, "2026-08-24T00:00:00Z": refusal.DayTyped,
	} {
		if d, err := ParseTyped(text); code(t, err) != want || d != None {
			t.Errorf("%q is %s, %v, want %s", text, d, err, want)
		}
	}
}

// The strict form means the same day to both readers, and no text at all makes
// a day that cannot be kept.
func TestBothReadersAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(int32(First), int32(Last)).Draw(t, "day"))
		if again, err := ParseTyped(d.String()); err != nil || again != d {
			t.Fatalf("%s is %s, %v", d, again, err)
		}
		text := rapid.StringMatching(`[0-9]{1,4}[-/ .,][0-9]{1,3}[-/ .,][0-9]{1,5}`).Draw(t, "text")
		read, err := ParseTyped(text)
		if err == nil && (read < First || read > Last) {
			t.Fatalf("%q is %d", text, read)
		}
		if strict, err := Parse(text); err == nil && strict != read {
			t.Fatalf("%q is %s and %s", text, strict, read)
		}
	})
}
