// Package day holds civil days, wall-clock times and spans of days, the only
// notions of time that the core has. A civil day is what a school calendar
// prints: no zone, no hour, no clock. "Today" is never asked here; it is
// always an argument.
//
// Civil arithmetic is github.com/rickb777/date's, behind one strict parser.
// The library's own readers are not used anywhere: they turn 2026-02-30 into
// 2 March and 03/04/2025 into 3 April, and a typing error must never become
// another day.
package day

import (
	"time"

	"github.com/rickb777/date"

	"midweek/internal/core/refusal"
)

// A Day is a civil day, counted from Monday 1 January 1900, which is 1. The
// zero Day is no day at all. Days compare with <, differ by subtraction and
// move by addition.
type Day int32

// None is the absence of a day, such as the end of a schedule that has none.
const None Day = 0

// The first and last days that a record can hold.
var (
	First = Of(1900, 1, 1)
	Last  = Of(2199, 12, 31)
)

// epoch is 1 January 1970, the zero of rickb777/date.
var epoch = Day(1 - date.New(1900, time.January, 1).DaysSinceEpoch())

// Of is the day of a year, month and day of the month that exist. It is for
// days written in the program and computed by it; text goes through Parse.
func Of(year, month, dayOfMonth int) Day {
	return from(date.New(year, time.Month(month), dayOfMonth))
}

func from(d date.Date) Day { return Day(d.DaysSinceEpoch()) + epoch }

func (d Day) date() date.Date { return date.NewOfDays(date.PeriodOfDays(d - epoch)) }

// Parse reads a day written YYYY-MM-DD, and nothing else. It refuses a day
// that does not exist and a year outside 1900 to 2199.
func Parse(text string) (Day, error) {
	year, month, dayOfMonth, ok := digits(text)
	if !ok {
		return None, refusal.New(refusal.DayForm, "text", text)
	}
	if month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31 {
		return None, refusal.New(refusal.DayUnreal, "text", text)
	}
	d := Of(year, month, dayOfMonth)
	if y, m, n := d.Civil(); y != year || m != month || n != dayOfMonth {
		return None, refusal.New(refusal.DayUnreal, "text", text)
	}
	if d < First || d > Last {
		return None, refusal.New(refusal.DayRange, "text", text, "first", First.String(), "last", Last.String())
	}
	return d, nil
}

// MustParse is Parse for days that are written in the program.
func MustParse(text string) Day {
	d, err := Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

func digits(text string) (year, month, dayOfMonth int, ok bool) {
	if len(text) != len("2006-01-02") || text[4] != '-' || text[7] != '-' {
		return 0, 0, 0, false
	}
	year, ok1 := number(text[0:4])
	month, ok2 := number(text[5:7])
	dayOfMonth, ok3 := number(text[8:10])
	return year, month, dayOfMonth, ok1 && ok2 && ok3
}

func number(text string) (n int, ok bool) {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// String writes the day as YYYY-MM-DD, and no day as nothing.
func (d Day) String() string {
	if d == None {
		return ""
	}
	return string(d.Append(nil))
}

// Append writes the day as YYYY-MM-DD at the end of b.
func (d Day) Append(b []byte) []byte {
	y, m, n := d.Civil()
	return append(b,
		byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-',
		byte('0'+m/10), byte('0'+m%10), '-',
		byte('0'+n/10), byte('0'+n%10))
}

// Civil is the day's year, month (1 to 12) and day of the month (1 to 31).
func (d Day) Civil() (year, month, dayOfMonth int) {
	y, m, n := d.date().Date()
	return y, int(m), n
}

// Year is the day's civil year.
func (d Day) Year() int { return d.date().Year() }

// Monday is the Monday of the day's week; a week runs Monday to Sunday.
func (d Day) Monday() Day { return d - Day(d.Weekday()) }

// MonthSpan is the whole month that holds the day.
func (d Day) MonthSpan() Span {
	y, m, n := d.Civil()
	first := d - Day(n-1)
	return Span{first, first + Day(date.DaysIn(y, time.Month(m))) - 1}
}

// UTC is midnight of the day in UTC, for the recurrence library, which knows
// no civil days.
func (d Day) UTC() time.Time { return d.date().UTC() }

// FromTime is the civil day that t shows on its own clock.
func FromTime(t time.Time) Day { return from(date.NewAt(t)) }
