package calendar

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/day"
)

// The days off of years known by hand. New Year's Day of 2022 was a Saturday,
// and that of 2028 will be one: their days off lie in the years before.
func TestFederalHolidaysObserved(t *testing.T) {
	tests := []struct {
		year int
		want string
	}{
		{1985, "1985-01-01 1985-02-18 1985-05-27 1985-07-04 1985-09-02 1985-10-14 1985-11-11 1985-11-28 1985-12-25"},
		{1986, "1986-01-01 1986-01-20 1986-02-17 1986-05-26 1986-07-04 1986-09-01 1986-10-13 1986-11-11 1986-11-27 1986-12-25"},
		{2020, "2020-01-01 2020-01-20 2020-02-17 2020-05-25 2020-07-03 2020-09-07 2020-10-12 2020-11-11 2020-11-26 2020-12-25"},
		{2021, "2021-01-01 2021-01-18 2021-02-15 2021-05-31 2021-06-18 2021-07-05 2021-09-06 2021-10-11 2021-11-11 2021-11-25 2021-12-24"},
		{2022, "2021-12-31 2022-01-17 2022-02-21 2022-05-30 2022-06-20 2022-07-04 2022-09-05 2022-10-10 2022-11-11 2022-11-24 2022-12-26"},
		{2026, "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25"},
		{2027, "2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24"},
		{2028, "2027-12-31 2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-10-09 2028-11-10 2028-11-23 2028-12-25"},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range FederalHolidays(tt.year) {
			got = append(got, h.Observed.String())
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%d:\n got %s\nwant %s", tt.year, strings.Join(got, " "), tt.want)
		}
	}
}

func TestFederalHolidaysDates(t *testing.T) {
	for year := 1978; year <= 2199; year++ {
		list := FederalHolidays(year)
		if !slices.IsSortedFunc(list, func(a, b FederalHoliday) int { return int(a.Date - b.Date) }) {
			t.Errorf("%d: not in order", year)
		}
		for _, h := range list {
			if h.Date.Year() != year {
				t.Errorf("%d: %s on %s", year, h.Name, h.Date)
			}
			if !day.MondayToFriday.Has(h.Observed.Weekday()) || IsBusinessDay(h.Observed) {
				t.Errorf("%s %s: observed on %s, which is no weekday off", h.Name, h.Date, h.Observed)
			}
		}
	}
}

func TestIsBusinessDay(t *testing.T) {
	tests := []struct {
		on   string
		want bool
		why  string
	}{
		{"2026-11-20", true, "a Friday"},
		{"2026-11-21", false, "a Saturday"},
		{"2026-11-22", false, "a Sunday"},
		{"2026-11-26", false, "Thanksgiving"},
		{"2026-11-27", true, "the Friday after is a state's holiday, if any"},
		{"2026-07-03", false, "Independence Day on a Saturday"},
		{"2021-07-05", false, "Independence Day on a Sunday"},
		{"2021-12-31", false, "New Year's Day 2022 on a Saturday"},
		{"2022-12-30", true, "New Year's Day 2023 is a Sunday"},
		{"2023-01-02", false, "New Year's Day on a Sunday"},
		{"2026-12-31", true, "New Year's Day 2027 is a Friday"},
		{"2020-06-19", true, "Juneteenth, before it was a holiday"},
		{"2026-06-19", false, "Juneteenth"},
		{"1985-01-21", true, "the third Monday of January, before 1986"},
		{"1986-01-20", false, "the first Martin Luther King Day"},
	}
	for _, tt := range tests {
		if got := IsBusinessDay(day.MustParse(tt.on)); got != tt.want {
			t.Errorf("%s (%s): %t, want %t", tt.on, tt.why, got, tt.want)
		}
	}
}

// Two hundred and fifty business days or so are what an ordinary year has.
func TestBusinessDaysOfAYear(t *testing.T) {
	n := 0
	for d := day.Of(2026, 1, 1); d <= day.Of(2026, 12, 31); d++ {
		if IsBusinessDay(d) {
			n++
		}
	}
	if n != 261-11 {
		t.Errorf("2026 has %d business days, want 250", n)
	}
}
