package calendar

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"midweek/internal/core/day"
)

var allStates = []string{
	"AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS",
	"MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY",
}

// schoolYear is 1 July to 30 June.
func schoolYear(from int) day.Span {
	return day.Span{First: day.Of(from, 7, 1), Last: day.Of(from+1, 6, 30)}
}

func suggestions(state string, from int) map[string]Suggestion {
	found := map[string]Suggestion{}
	for _, s := range Suggest(state, schoolYear(from)) {
		found[s.Code+s.Name] = s
	}
	return found
}

// nthByWalking is the n-th weekday of a month, by walking on the standard
// library's calendar; n of -1 is the last.
func nthByWalking(year, month int, weekday time.Weekday, n int) string {
	var found []time.Time
	for t := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC); int(t.Month()) == month; t = t.AddDate(0, 0, 1) {
		if t.Weekday() == weekday {
			found = append(found, t)
		}
	}
	if n < 0 {
		n = len(found) + 1 + n
	}
	return found[n-1].Format(time.DateOnly)
}

// dayOff is a date, or the weekday beside it when it falls on a weekend.
func dayOff(year, month, date int) string {
	t := time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
	switch t.Weekday() {
	case time.Saturday:
		t = t.AddDate(0, 0, -1)
	case time.Sunday:
		t = t.AddDate(0, 0, 1)
	}
	return t.Format(time.DateOnly)
}

// Every state has the federal holidays in every year, on their days off.
func TestEveryStateHasTheFederalDays(t *testing.T) {
	for from := 2024; from <= 2040; from++ {
		want := map[string]string{
			"independence_day":       dayOff(from, 7, 4),
			"labor_day":              nthByWalking(from, 9, time.Monday, 1),
			"columbus_day":           nthByWalking(from, 10, time.Monday, 2),
			"veterans_day":           dayOff(from, 11, 11),
			"thanksgiving_day":       nthByWalking(from, 11, time.Thursday, 4),
			"christmas_day":          dayOff(from, 12, 25),
			"new_years_day":          dayOff(from+1, 1, 1),
			"martin_luther_king_day": nthByWalking(from+1, 1, time.Monday, 3),
			"washingtons_birthday":   nthByWalking(from+1, 2, time.Monday, 3),
			"memorial_day":           nthByWalking(from+1, 5, time.Monday, -1),
			"juneteenth":             dayOff(from+1, 6, 19),
		}
		for _, state := range allStates {
			got := suggestions(state, from)
			for name, on := range want {
				if s := got[name]; s.First.String() != on || s.Last != s.First || s.Why != WhyFederal {
					t.Errorf("%s %d: %s is %+v, want %s", state, from, name, s, on)
				}
			}
		}
	}
}

// Days of the states' own, each by its own law, counted here in another way.
func TestHolidaysOfStates(t *testing.T) {
	for from := 2024; from <= 2040; from++ {
		election, _ := time.Parse(time.DateOnly, nthByWalking(from, 11, time.Monday, 1))
		for _, c := range []struct{ state, name, on string }{
			{"MA", "Patriots' Day", nthByWalking(from+1, 4, time.Monday, 3)},
			{"ME", "Patriots' Day", nthByWalking(from+1, 4, time.Monday, 3)},
			{"IL", "Casimir Pulaski Day", nthByWalking(from+1, 3, time.Monday, 1)},
			{"AK", "Seward's Day", nthByWalking(from+1, 3, time.Monday, -1)},
			{"VT", "Town Meeting Day", nthByWalking(from+1, 3, time.Tuesday, 1)},
			{"HI", "Statehood Day", nthByWalking(from, 8, time.Friday, 3)},
			{"NV", "Nevada Day", nthByWalking(from, 10, time.Friday, -1)},
			{"NY", "Election Day", election.AddDate(0, 0, 1).Format(time.DateOnly)},
			{"LA", "Mardi Gras", (Easter(from+1) - 47).String()},
		} {
			if s := suggestions(c.state, from)[c.name]; s.First.String() != c.on || s.Why != WhyState {
				t.Errorf("%s %d: %s is %+v, want %s", c.state, from, c.name, s, c.on)
			}
		}
		if _, there := suggestions("TX", from)["Patriots' Day"]; there {
			t.Error("Texas keeps Patriots' Day")
		}
	}
}

// A state with a holiday on a Sunday shows which day it stands for.
func TestTheDayOffShowsItsHoliday(t *testing.T) {
	for _, c := range []struct {
		state, name string
		from        int
		off, own    string
	}{
		{"NY", "christmas_day", 2027, "2027-12-24", "2027-12-25"},
		{"NY", "new_years_day", 2027, "2027-12-31", "2028-01-01"},
		{"NY", "juneteenth", 2026, "2027-06-18", "2027-06-19"},
		{"NY", "labor_day", 2027, "2027-09-06", ""},
		{"HI", "Prince Jonah Kuhio Kalanianaole Day", 2027, "2028-03-27", "2028-03-26"},
		{"GA", "Washington's Birthday", 2025, "2025-12-26", "2025-12-24"},
	} {
		if s := suggestions(c.state, c.from)[c.name]; s.First.String() != c.off || s.Own.String() != c.own {
			t.Errorf("%s: %+v, want %s for %s", c.name, s, c.off, c.own)
		}
	}
}

// Only one state in five or so keeps no Columbus Day; there it is less sure.
func TestAFederalDayThatTheStateDoesNotKeep(t *testing.T) {
	for state, want := range map[string]Confidence{"CA": Sometimes, "NY": Often, "": Often} {
		if got := suggestions(state, 2026)["columbus_day"].Confidence; got != want {
			t.Errorf("%q: %s, want %s", state, got, want)
		}
	}
}

func TestWhatSchoolsAreUsedTo(t *testing.T) {
	got := suggestions("", 2026)
	for code, want := range map[string]string{
		"day_before_thanksgiving": "2026-11-25 2026-11-25 often false",
		"day_after_thanksgiving":  "2026-11-27 2026-11-27 usual false",
		"election_day":            "2026-11-03 2026-11-03 sometimes false",
		"winter_break":            "2026-12-24 2027-01-01 usual false",
		"spring_break":            "2027-03-01 2027-04-30 question true",
		"good_friday":             "2027-03-26 2027-03-26 often false",
		"orthodox_good_friday":    "2027-04-30 2027-04-30 sometimes false",
	} {
		s := got[code]
		if text := fmt.Sprintf("%s %s %s %t", s.First, s.Last, s.Confidence, s.Window); text != want {
			t.Errorf("%s: %s, want %s", code, text, want)
		}
	}
}

// Of two holidays on a day the surer is named: in 2027 Hawaii's Kuhio Day is
// Good Friday.
func TestTwoHolidaysOnADay(t *testing.T) {
	got := suggestions("HI", 2026)
	if _, there := got["Prince Jonah Kuhio Kalanianaole Day"]; there || got["good_friday"].First.String() != "2027-03-26" {
		t.Errorf("%+v", got)
	}
}

// Nothing stands on a weekend, outside the year or twice, and all is in order.
func TestSuggestionsAreInTheYear(t *testing.T) {
	for from := 2024; from <= 2040; from++ {
		for _, state := range allStates {
			year := day.Span{First: day.Of(from, 8, 24), Last: day.Of(from+1, 6, 11)}
			list := Suggest(state, year)
			for i, s := range list {
				weekend := !day.MondayToFriday.Has(s.First.Weekday()) || !day.MondayToFriday.Has(s.Last.Weekday())
				if s.Empty() || weekend || s.Within(year) != s.Span || (s.Code == "") == (s.Name == "") {
					t.Errorf("%s %d: %+v", state, from, s)
				}
				if i > 0 && (s.Span == list[i-1].Span || s.First < list[i-1].First) {
					t.Errorf("%s %d: %+v stands after %+v", state, from, s, list[i-1])
				}
			}
		}
	}
}

// Orthodox Easter of years of which it is known; in some it is the western one.
func TestOrthodoxEaster(t *testing.T) {
	for year, want := range map[int]string{
		1961: "1961-04-09", 2000: "2000-04-30", 2008: "2008-04-27", 2011: "2011-04-24", 2024: "2024-05-05", 2025: "2025-04-20",
		2026: "2026-04-12", 2027: "2027-05-02", 2038: "2038-04-25",
	} {
		if got := orthodoxEaster(year).String(); got != want {
			t.Errorf("%d: %s, want %s", year, got, want)
		}
	}
	for year := 1900; year <= 2199; year++ {
		if e := orthodoxEaster(year); e.Weekday() != day.Sunday || e < day.Of(year, 4, 3) || e > day.Of(year, 5, 10) {
			t.Errorf("%d: Easter on %s", year, e)
		}
	}
}

// The Jewish calendar goes by rule, so that the table can be reckoned again:
// the month of Tishri begins with the new moon, put off by four rules.
func TestTheJewishDaysAreThoseOfTheRule(t *testing.T) {
	for i, text := range religious().Days["rosh_hashanah"] {
		year := 2024 + i
		newYear := tishri(year + 3761)
		if newYear.String() != text {
			t.Errorf("Rosh Hashanah %d: %s, want %s", year, text, newYear)
		}
		if got, want := religious().Days["yom_kippur"][i], (newYear + 9).String(); got != want {
			t.Errorf("Yom Kippur %d: %s, want %s", year, got, want)
		}
		if got, want := religious().Days["passover"][i], (newYear - 163).String(); got != want {
			t.Errorf("Passover %d: %s, want %s", year, got, want)
		}
	}
}

// tishri is the first day of a Jewish year. Months are 29 days, 12 hours and
// 793 parts of 1,080 of an hour.
func tishri(year int) day.Day {
	elapsed := func(y int) int {
		months := (235*y - 234) / 19
		parts := 12084 + 13753*months
		days := months*29 + parts/25920
		if 3*(days+1)%7 < 3 {
			days++
		}
		return days
	}
	late := 0
	switch here := elapsed(year); {
	case elapsed(year+1)-here == 356:
		late = 2
	case here-elapsed(year-1) == 382:
		late = 1
	}
	const epoch = -1_373_427 - 693_595 // the calendar's first day, counted from 1 January 1900
	return day.Day(epoch + elapsed(year) + late)
}

// The Muslim months, by the tabular calendar: months of 30 and 29 days, eleven
// leap years in thirty. The table goes by the moon at Mecca and is at most a
// day or two off.
func TestTheEidsAreNearTheTabularOnes(t *testing.T) {
	for code, c := range map[string]struct{ month, date int }{"eid_al_fitr": {10, 1}, "eid_al_adha": {12, 10}} {
		days := religious().Days[code]
		if !slices.IsSorted(days) || len(days) < 18 {
			t.Errorf("%s: %v", code, days)
		}
		for i, text := range days {
			year := 1445 + i
			tabular := day.Of(622, 7, 19) - 1 + day.Day(c.date+29*(c.month-1)+c.month/2+(year-1)*354+(3+11*year)/30)
			if off := day.MustParse(text) - tabular; off < -2 || off > 2 {
				t.Errorf("%s %d: %s, by the table about %s", code, year, text, tabular)
			}
		}
	}
}

// New year's days of China as its observatory gives them.
func TestTheLunarNewYear(t *testing.T) {
	want := []string{
		"2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11",
		"2033-01-31", "2034-02-19", "2035-02-08", "2036-01-28", "2037-02-15", "2038-02-04", "2039-01-24", "2040-02-12",
	}
	if got := religious().Days["lunar_new_year"]; !slices.Equal(got[:len(want)], want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
