package schedule

import (
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// MaxOccurrences is how many days one rule of a calendar feed may give.
const MaxOccurrences = 2000

// Occurrences are the days of a span on which a rule of another program's
// calendar falls, anchored on its first day. What such programs write beyond
// the school grammar is put into it first; what it cannot say is refused by
// name.
func Occurrences(text string, anchor day.Day, in day.Span) ([]day.Day, error) {
	if len(text) > MaxRule {
		return nil, refusal.New(refusal.RuleLong, "limit", strconv.Itoa(MaxRule))
	}
	rule, err := ParseRule(domestic(strings.ToUpper(strings.TrimSpace(text))))
	if err != nil {
		return nil, err
	}
	dates, err := rule.Dates(anchor, in)
	if err == nil && len(dates) > MaxOccurrences {
		return nil, refusal.New(refusal.RuleTooMany, "limit", strconv.Itoa(MaxOccurrences))
	}
	return dates, err
}

// domestic puts a rule into the school grammar. Times of day say nothing of
// the day. A count beyond all bounds is no end. A weekday of a month, once a
// year, is one by the month that holds in that month only.
func domestic(text string) string {
	byMonth := strings.Contains(text, "BYMONTH=") && strings.Contains(text, "BYDAY=")
	ends := strings.Contains(text, "UNTIL=")
	var parts []string
	for p := range strings.SplitSeq(text, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(p), "=")
		switch {
		case name == "" || name == "BYHOUR" || name == "BYMINUTE" || name == "BYSECOND" || strings.HasPrefix(name, "X-"):
			continue
		case name == "COUNT" && (ends || beyond(value)):
			continue
		case p == "FREQ=YEARLY" && byMonth && !strings.Contains(text, "INTERVAL="):
			p = "FREQ=MONTHLY"
		}
		parts = append(parts, strings.TrimSpace(p))
	}
	return strings.Join(parts, ";")
}

// beyond says whether a count is a number larger than any rule's.
func beyond(count string) bool {
	n, err := strconv.ParseUint(count, 10, 64)
	return err == nil && n > maxCount
}
