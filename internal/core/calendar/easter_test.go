package calendar

import (
	"testing"

	"midweek/internal/core/day"
)

// Easter Sundays from printed tables, with the earliest and the latest there
// can be.
func TestEaster(t *testing.T) {
	for _, want := range []string{
		"1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2018-04-01", "2019-04-21", "2024-03-31",
		"2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2100-03-28", "2160-03-23", "2199-04-14",
	} {
		year := day.MustParse(want).Year()
		if got := Easter(year).String(); got != want {
			t.Errorf("%d: %s, want %s", year, got, want)
		}
	}
	for year := 1900; year <= 2199; year++ {
		e := Easter(year)
		if e.Weekday() != day.Sunday || e < day.Of(year, 3, 22) || e > day.Of(year, 4, 25) {
			t.Errorf("%d: %s", year, e)
		}
	}
}
