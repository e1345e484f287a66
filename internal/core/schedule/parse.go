package schedule

import (
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// MaxRule is how many bytes a rule may have.
const MaxRule = 512

// What a rule may say at most.
const (
	maxInterval = 52  // weeks, months, years
	maxDays     = 366 // of an interval by the day
	maxCount    = 5000
)

// ParseRule reads a recurrence rule. It takes what real calendars write:
// lower case, folded lines, one trailing semicolon, a leading `RRULE:`, an
// UNTIL with or without a time, a day listed twice. It refuses, by name, whatever a school
// schedule does not need and a recurrence library cannot be trusted with.
func ParseRule(text string) (*Rule, error) {
	if len(text) > MaxRule {
		return nil, refusal.New(refusal.RuleLong, "limit", strconv.Itoa(MaxRule))
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
	line = strings.TrimSpace(line)
	if strings.ContainsAny(line, "\r\n") {
		return "", refusal.New(refusal.RuleLines)
	}
	for _, c := range line {
		if c < ' ' || c > '~' {
			return "", refusal.New(refusal.RuleForm, "part", strconv.QuoteRune(c))
		}
	}
	line = strings.TrimPrefix(strings.ToUpper(line), "RRULE:")
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
	case r.interval < 1 || r.interval > r.longest():
		return outOfBounds("INTERVAL", strconv.Itoa(r.interval), 1, r.longest())
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

// longest is the longest interval of the rule.
func (r *Rule) longest() int {
	if r.freq == daily {
		return maxDays
	}
	return maxInterval
}
