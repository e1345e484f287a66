package schedule

import (
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// What a rule may hold at most.
const (
	maxText     = 512
	maxInterval = 52
	maxCount    = 5000
)

// ParseRule reads a recurrence rule. It takes what real calendars write:
// lower case, folded lines, one trailing semicolon, a leading `RRULE:`, an
// UNTIL with or without a time. It refuses, by name, whatever a school
// schedule does not need and a recurrence library cannot be trusted with.
func ParseRule(text string) (*Rule, error) {
	if len(text) > maxText {
		return nil, refusal.New(refusal.RuleLong, "limit", strconv.Itoa(maxText))
	}
	line, err := unfold(text)
	if err != nil {
		return nil, err
	}
	parts, err := split(line)
	if err != nil {
		return nil, err
	}
	rule := &Rule{interval: 1, weekStart: day.Monday}
	for _, p := range parts {
		if err := rule.read(p); err != nil {
			return nil, err
		}
	}
	return rule, rule.check(parts)
}

type part struct{ name, value string }

func unfold(text string) (string, error) {
	line := strings.ReplaceAll(text, "\r\n", "\n")
	line = strings.ReplaceAll(line, "\n ", "")
	line = strings.ReplaceAll(line, "\n\t", "")
	line = strings.ToUpper(strings.TrimSpace(line))
	line = strings.TrimPrefix(line, "RRULE:")
	if strings.ContainsAny(line, "\r\n") {
		return "", refusal.New(refusal.RuleLines)
	}
	for _, c := range line {
		if c < ' ' || c > '~' {
			return "", refusal.New(refusal.RuleForm, "part", strconv.QuoteRune(c))
		}
	}
	return strings.TrimSuffix(line, ";"), nil
}

func split(line string) ([]part, error) {
	var parts []part
	for text := range strings.SplitSeq(line, ";") {
		name, value, found := strings.Cut(text, "=")
		if !found || name == "" || value == "" {
			return nil, refusal.New(refusal.RuleForm, "part", text)
		}
		for _, earlier := range parts {
			if earlier.name == name {
				return nil, refusal.New(refusal.RuleTwice, "part", name)
			}
		}
		parts = append(parts, part{name, value})
	}
	return parts, nil
}

func (r *Rule) read(p part) (err error) {
	switch p.name {
	case "FREQ":
		r.freq, err = readFrequency(p.value)
	case "INTERVAL":
		r.interval, err = readNumber(p, p.value, 1, maxInterval)
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
		return 0, refusal.New(refusal.RuleBounds, "part", p.name, "value", text,
			"low", strconv.Itoa(low), "high", strconv.Itoa(high))
	}
	return n, nil
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
	if len(text) != len("150405") && len(text) != len("1504") {
		return false
	}
	_, err := day.ParseClock(text[:2] + ":" + text[2:4])
	return err == nil && strings.Trim(text, "0123456789") == ""
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
		if r.weekdays.Has(w) {
			return refusal.New(refusal.RuleRepeats, "part", p.name, "value", text)
		}
		r.weekdays |= day.SetOf(w)
		return nil
	}
	n, err := strconv.Atoi(strings.TrimPrefix(number, "+"))
	if err != nil {
		return bad(p, text)
	}
	if n == 0 || n < -5 || n > 5 {
		return refusal.New(refusal.RuleNth, "value", text)
	}
	on := nthWeekday{n, w}
	if slices.Contains(r.nth, on) {
		return refusal.New(refusal.RuleRepeats, "part", p.name, "value", text)
	}
	r.nth = append(r.nth, on)
	return nil
}

// readPlaces reads days of a month, or places in one: 1 to 31, or -1 to -31
// from its end.
func readPlaces(p part) ([]int, error) {
	var places []int
	for text := range strings.SplitSeq(p.value, ",") {
		n, err := readNumber(p, strings.TrimPrefix(text, "+"), -31, 31)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, bad(p, text)
		}
		if slices.Contains(places, n) {
			return nil, refusal.New(refusal.RuleRepeats, "part", p.name, "value", text)
		}
		places = append(places, n)
	}
	return places, nil
}

func (r *Rule) readMonths(p part) error {
	for text := range strings.SplitSeq(p.value, ",") {
		n, err := readNumber(p, text, 1, 12)
		if err != nil {
			return err
		}
		if r.months>>n&1 == 1 {
			return refusal.New(refusal.RuleRepeats, "part", p.name, "value", text)
		}
		r.months |= 1 << n
	}
	return nil
}

// check refuses parts that do not go together.
func (r *Rule) check(parts []part) error {
	has := func(name string) bool {
		return slices.ContainsFunc(parts, func(p part) bool { return p.name == name })
	}
	apart := func(part, other string) error {
		return refusal.New(refusal.RuleTogether, "part", part, "other", other)
	}
	switch {
	case !has("FREQ"):
		return refusal.New(refusal.RuleNoFreq)
	case has("COUNT") && has("UNTIL"):
		return apart("COUNT", "UNTIL")
	case len(r.nth) > 0 && r.freq != monthly:
		return refusal.New(refusal.RuleNthMonthly)
	case len(r.monthDays) > 0 && r.freq == weekly:
		return apart("BYMONTHDAY", "FREQ=WEEKLY")
	case len(r.monthDays) > 0 && r.freq == yearly && r.months == 0:
		return refusal.New(refusal.RuleYearMonth)
	case r.weekdays != 0 && r.freq == yearly:
		return apart("BYDAY", "FREQ=YEARLY")
	case len(r.setPos) > 0 && r.freq != monthly:
		return refusal.New(refusal.RuleSetPos)
	case len(r.setPos) > 0 && r.weekdays == 0 && len(r.nth) == 0 && len(r.monthDays) == 0:
		return refusal.New(refusal.RuleSetPos)
	}
	return nil
}
