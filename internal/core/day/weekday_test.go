package day

import (
	"testing"

	"midweek/internal/core/refusal"
)

// The week of every period begins on Monday.
func TestTheWeekBeginsOnMonday(t *testing.T) {
	tests := []struct{ on, monday string }{
		{"2025-09-01", "2025-09-01"},
		{"2025-09-03", "2025-09-01"},
		{"2025-09-07", "2025-09-01"},
		{"2025-09-08", "2025-09-08"},
		{"2026-01-01", "2025-12-29"},
		{"1900-01-01", "1900-01-01"},
	}
	for _, tt := range tests {
		if got := MustParse(tt.on).Monday(); got.String() != tt.monday || got.Weekday() != Monday {
			t.Errorf("the Monday of %s: %s, want %s", tt.on, got, tt.monday)
		}
	}
}

// Weekdays before the first day of a record are weekdays too: a rhythm may be
// looked at one cycle earlier.
func TestDaysBeforeTheFirstHaveAWeekday(t *testing.T) {
	for back := range Day(1000) {
		d := First - back
		if want := Weekday((7 - back%7) % 7); d.Weekday() != want {
			t.Fatalf("%d days before the first: %s, want %s", back, d.Weekday(), want)
		}
	}
}

// A person may type a list of weekdays in small letters, with spaces or out
// of order; it is written one way.
func TestWeekdaysAreReadAsTypedAndWrittenInOrder(t *testing.T) {
	tests := []struct {
		text, want string
		count      int
	}{
		{"MO", "MO", 1},
		{"TU,TH", "TU,TH", 2},
		{"th, tu", "TU,TH", 2},
		{"TU,TU", "TU", 1},
		{"SU,SA,FR,TH,WE,TU,MO", "MO,TU,WE,TH,FR,SA,SU", 7},
	}
	for _, tt := range tests {
		got, err := ParseWeekdays(tt.text)
		if err != nil || got.String() != tt.want || got.Count() != tt.count || got != SetOf(got.List()...) {
			t.Errorf("%q: %s (%d), %v; want %s (%d)", tt.text, got, got.Count(), err, tt.want, tt.count)
		}
	}
}

func TestAWordThatIsNoWeekdayIsRefused(t *testing.T) {
	for _, text := range []string{"", "M", "MON", "XX", "TU,", ",TU", "TU;TH", "TU TH", "2TU", "\u017fu", "ТУ"} {
		if got, err := ParseWeekdays(text); code(t, err) != refusal.WeekdayForm || got != 0 {
			t.Errorf("%q: %s, %v; want refused", text, got, err)
		}
	}
	if _, err := ParseWeekday("tu"); code(t, err) != refusal.WeekdayForm {
		t.Errorf("one weekday in small letters: %v, want refused", err)
	}
}

func TestTheSchoolWeekIsMondayToFriday(t *testing.T) {
	for w := Monday; w <= Sunday; w++ {
		if MondayToFriday.Has(w) != (w <= Friday) {
			t.Errorf("%s: %t", w, MondayToFriday.Has(w))
		}
	}
	if MondayToFriday.String() != "MO,TU,WE,TH,FR" || Weekdays(0).String() != "" {
		t.Errorf("%q, and none is %q", MondayToFriday, Weekdays(0))
	}
}
