package calendar

import "midweek/internal/core/day"

// A FederalHoliday is a federal holiday of one year.
type FederalHoliday struct {
	Date     day.Day
	Observed day.Day // the day off; differs from Date when that is a Saturday or a Sunday
	Name     string  // a word such as labor_day; its name in each language is package say's
}

// FederalHolidays are the legal public holidays whose date is in a civil year,
// in order: 5 U.S.C. 6103(a), eleven of them since 2021. For a week of Monday
// to Friday a holiday on a Saturday is observed on the Friday before,
// 6103(b)(1), and one on a Sunday on the Monday after, Executive Order 11582.
// New Year's Day may so be observed on 31 December of the year before.
//
// Inauguration Day, a day off in Washington alone, is left out. Before 1978
// several holidays had other dates; those years are answered by today's rules.
func FederalHolidays(year int) []FederalHoliday {
	list := make([]FederalHoliday, 0, len(federal))
	for i := range federal {
		f := &federal[i]
		if year >= f.since {
			date := f.in(year)
			list = append(list, FederalHoliday{Date: date, Observed: observed(date), Name: f.name})
		}
	}
	return list
}

// IsBusinessDay says whether d is a Monday to Friday on which no federal
// holiday is observed. 34 CFR 300.11(b) leaves out the holidays of the state
// as well. They are not known here: a state that keeps more of them has fewer
// business days than this says.
func IsBusinessDay(d day.Day) bool {
	return day.MondayToFriday.Has(d.Weekday()) && !observedOn(d)
}

func observedOn(d day.Day) bool {
	year := (d + 1).Year() // 31 December may be the next year's holiday, and is never this one's
	for _, h := range FederalHolidays(year) {
		if h.Observed == d {
			return true
		}
	}
	return false
}

func observed(date day.Day) day.Day {
	switch date.Weekday() {
	case day.Saturday:
		return date - 1
	case day.Sunday:
		return date + 1
	}
	return date
}

// A federalRule is one holiday of the statute, on a day of the month or on the
// nth weekday of it.
type federalRule struct {
	name    string
	since   int // the first year; 0 for those older than any plan
	month   int // 1 to 12
	date    int // day of the month; 0 when the weekday decides
	weekday day.Weekday
	nth     int // 1 to 4, or last
}

const last = -1

var federal = [...]federalRule{
	{name: "new_years_day", month: 1, date: 1},
	{name: "martin_luther_king_day", since: 1986, month: 1, weekday: day.Monday, nth: 3},
	{name: "washingtons_birthday", month: 2, weekday: day.Monday, nth: 3},
	{name: "memorial_day", month: 5, weekday: day.Monday, nth: last},
	{name: "juneteenth", since: 2021, month: 6, date: 19},
	{name: "independence_day", month: 7, date: 4},
	{name: "labor_day", month: 9, weekday: day.Monday, nth: 1},
	{name: "columbus_day", month: 10, weekday: day.Monday, nth: 2},
	{name: "veterans_day", month: 11, date: 11},
	{name: "thanksgiving_day", month: 11, weekday: day.Thursday, nth: 4},
	{name: "christmas_day", month: 12, date: 25},
}

func (f *federalRule) in(year int) day.Day {
	month := day.Of(year, f.month, 1).MonthSpan()
	switch {
	case f.date > 0:
		return month.First + day.Day(f.date-1)
	case f.nth == last:
		return month.Last - day.Day((month.Last.Weekday()-f.weekday+7)%7)
	}
	return month.First + day.Day((f.weekday-month.First.Weekday()+7)%7) + day.Day(7*(f.nth-1))
}
