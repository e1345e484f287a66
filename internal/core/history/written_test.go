package history_test

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
)

func TestDaysLater(t *testing.T) {
	on := day.MustParse("2027-03-11")
	for _, c := range []struct {
		at   string
		want int
	}{
		{"2027-03-30T20:14:05-05:00", 19},
		{"2027-03-18T23:59:59-05:00", 0}, // seven days
		{"2027-03-19T00:00:00-05:00", 8}, // by the writer's clock, whatever another's says
		{"2027-03-19", 8},                // as a file may have it
		{"2027-03-01", 0},                // before: a session planned ahead
		{"some day in spring", 0},
		{"", 0},
	} {
		if got := history.DaysLater(on, history.WrittenOn(c.at)); got != c.want {
			t.Errorf("written %q: %d days later, want %d", c.at, got, c.want)
		}
	}
	if got := history.DaysLater(day.None, on); got != 0 {
		t.Errorf("of no day: %d", got)
	}
}

// A slip of the hand needs no reason; a day later a change does.
func TestAsksWhy(t *testing.T) {
	entry := func(at string) *history.Entry { return &history.Entry{First: &history.Act{At: at}} }
	const now = "2025-03-11T20:00:00-05:00"
	for _, c := range []struct {
		e    *history.Entry
		now  string
		want bool
	}{
		{nil, now, false},
		{&history.Entry{}, now, false},
		{entry("2025-03-11T19:59:00-05:00"), now, false},
		{entry("2025-03-10T20:00:00-05:00"), now, false},
		{entry("2025-03-10T19:59:59-05:00"), now, true},
		{entry("2025-03-11T00:59:59Z"), now, true},
		{entry("2025-03-12T08:00:00-05:00"), now, false}, // a clock that went back
		{entry("yesterday"), now, true},
		{entry("2025-03-11T19:59:00-05:00"), "now", true},
	} {
		if got := history.AsksWhy(c.e, c.now); got != c.want {
			t.Errorf("%+v at %s: %t", c.e, c.now, got)
		}
	}
}
