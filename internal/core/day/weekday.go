package day

import (
	"math/bits"
	"strings"

	"midweek/internal/core/refusal"
)

// A Weekday is 0 for Monday to 6 for Sunday: the school week begins on Monday.
type Weekday int

// The days of the week.
const (
	Monday Weekday = iota
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

var weekdayNames = [7]string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}

// mondayBefore is a Monday long before the first day, so that the remainder
// below is never taken of a negative number.
const mondayBefore = -7 * 100_000

// Weekday is the day's place in its week.
func (d Day) Weekday() Weekday { return Weekday((d - 1 - mondayBefore) % 7) }

// String is the weekday's two letters, as in iCalendar.
func (w Weekday) String() string { return weekdayNames[w] }

// ParseWeekday reads two letters, MO to SU.
func ParseWeekday(text string) (Weekday, error) {
	for i, name := range weekdayNames {
		if text == name {
			return Weekday(i), nil
		}
	}
	return 0, refusal.New(refusal.WeekdayForm, "text", text)
}

// Weekdays is a set of days of the week.
type Weekdays uint8

// MondayToFriday is the school week where a calendar names no other.
const MondayToFriday Weekdays = 1<<5 - 1

// SetOf is the set of the given weekdays.
func SetOf(days ...Weekday) Weekdays {
	var set Weekdays
	for _, w := range days {
		set |= 1 << w
	}
	return set
}

// ParseWeekdays reads weekdays between commas: TU,WE,TH.
func ParseWeekdays(text string) (Weekdays, error) {
	var set Weekdays
	for part := range strings.SplitSeq(text, ",") {
		w, err := ParseWeekday(upper(strings.TrimSpace(part)))
		if err != nil {
			return 0, err
		}
		set |= 1 << w
	}
	return set, nil
}

// upper raises the letters a to z and no other: a foreign letter must not turn
// into one of ours.
func upper(text string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, text)
}

// Has says whether w is in the set.
func (s Weekdays) Has(w Weekday) bool { return s>>w&1 == 1 }

// Count is how many weekdays the set holds.
func (s Weekdays) Count() int { return bits.OnesCount8(uint8(s)) }

// List is the set's weekdays, Monday first.
func (s Weekdays) List() []Weekday {
	list := make([]Weekday, 0, 7)
	for w := Monday; w <= Sunday; w++ {
		if s.Has(w) {
			list = append(list, w)
		}
	}
	return list
}

// String lists the set: TU,TH.
func (s Weekdays) String() string {
	names := make([]string, 0, 7)
	for _, w := range s.List() {
		names = append(names, w.String())
	}
	return strings.Join(names, ",")
}
