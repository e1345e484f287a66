package schedule

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

func (r *Rule) read(p part) (err error) {
	switch p.name {
	case "FREQ":
		r.freq, err = readFrequency(p.value)
	case "INTERVAL":
		r.interval, err = readNumber(p, p.value, math.MinInt, math.MaxInt) // bounded by check, once the frequency is known
	case "COUNT":
		r.count, err = readNumber(p, p.value, 1, maxCount)
	case "UNTIL":
		r.until, err = readUntil(p.value)
	case "WKST":
		r.weekStart, err = readWeekday(p, p.value)
	case "BYDAY":
		err = r.readDays(p)
	case "BYMONTHDAY":
		r.monthDays, err = readPlaces(p)
	case "BYSETPOS":
		r.setPos, err = readPlaces(p)
	case "BYMONTH":
		err = r.readMonths(p)
	case "BYHOUR", "BYMINUTE", "BYSECOND", "BYWEEKNO", "BYYEARDAY", "BYEASTER":
		err = refusal.New(refusal.RulePart, "part", p.name)
	default:
		err = refusal.New(refusal.RuleUnknown, "part", p.name)
	}
	return err
}

func readFrequency(value string) (frequency, error) {
	switch value {
	case "DAILY":
		return daily, nil
	case "WEEKLY":
		return weekly, nil
	case "MONTHLY":
		return monthly, nil
	case "YEARLY":
		return yearly, nil
	case "HOURLY", "MINUTELY", "SECONDLY":
		return 0, refusal.New(refusal.RuleTooOften, "part", "FREQ="+value)
	}
	return 0, bad(part{"FREQ", value}, value)
}

func bad(p part, value string) error {
	return refusal.New(refusal.RuleValue, "part", p.name, "value", value)
}

func readNumber(p part, text string, low, high int) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || strings.HasPrefix(text, "+") {
		return 0, bad(p, text)
	}
	if n < low || n > high {
		return 0, outOfBounds(p.name, text, low, high)
	}
	return n, nil
}

func outOfBounds(name, text string, low, high int) error {
	return refusal.New(refusal.RuleBounds, "part", name, "value", text, "low", strconv.Itoa(low), "high", strconv.Itoa(high))
}

// readUntil takes a day in iCalendar's form and drops the time and zone that
// may follow: the family's last day is a local day, whatever is written
// behind it.
func readUntil(value string) (day.Day, error) {
	date, clock, timed := strings.Cut(value, "T")
	if len(date) != len("20060102") || timed && !isClock(strings.TrimSuffix(clock, "Z")) {
		return day.None, bad(part{"UNTIL", value}, value)
	}
	d, err := day.Parse(date[:4] + "-" + date[4:6] + "-" + date[6:])
	if err != nil {
		return day.None, bad(part{"UNTIL", value}, value)
	}
	return d, nil
}

func isClock(text string) bool {
	if len(text) == len("150405") && (text[4] > '5' || strings.Trim(text[4:], "0123456789") != "") {
		return false
	}
	if len(text) != len("150405") && len(text) != len("1504") {
		return false
	}
	_, err := day.ParseClock(text[:2] + ":" + text[2:4])
	return err == nil
}

func readWeekday(p part, text string) (day.Weekday, error) {
	w, err := day.ParseWeekday(text)
	if err != nil {
		return 0, bad(p, text)
	}
	return w, nil
}

func (r *Rule) readDays(p part) error {
	for text := range strings.SplitSeq(p.value, ",") {
		if len(text) < 2 {
			return bad(p, text)
		}
		number, letters := text[:len(text)-2], text[len(text)-2:]
		w, err := readWeekday(p, letters)
		if err != nil {
			return bad(p, text)
		}
		if err := r.addDay(p, number, w, text); err != nil {
			return err
		}
	}
	if r.weekdays != 0 && len(r.nth) > 0 {
		return refusal.New(refusal.RuleMixedDays, "value", p.value)
	}
	return nil
}

func (r *Rule) addDay(p part, number string, w day.Weekday, text string) error {
	if number == "" {
		r.weekdays |= day.SetOf(w)
		return nil
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		return bad(p, text)
	}
	if n == 0 || n < -5 || n > 5 {
		return refusal.New(refusal.RuleNth, "value", text)
	}
	on := nthWeekday{n, w}
	if !slices.Contains(r.nth, on) {
		r.nth = append(r.nth, on)
	}
	return nil
}

// readPlaces reads days of a month, or places in one: 1 to 31, or -1 to -31
// from its end.
func readPlaces(p part) ([]int, error) {
	var places []int
	for text := range strings.SplitSeq(p.value, ",") {
		unsigned := strings.TrimPrefix(text, "+")
		if unsigned != text && strings.HasPrefix(unsigned, "-") {
			return nil, bad(p, text)
		}
		n, err := readNumber(p, unsigned, -31, 31)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, bad(p, text)
		}
		if !slices.Contains(places, n) {
			places = append(places, n)
		}
	}
	return places, nil
}

func (r *Rule) readMonths(p part) error {
	for text := range strings.SplitSeq(p.value, ",") {
		n, err := readNumber(p, text, 1, 12)
		if err != nil {
			return err
		}
		r.months |= 1 << n
	}
	return nil
}
