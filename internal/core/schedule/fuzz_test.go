package schedule

import (
	"testing"

	"midweek/internal/core/day"
)

// Whatever is typed, reading never panics and refuses as a person can mend;
// what is accepted, and falls on a day at all, expands at once into days that
// are in order, inside the span and not before the anchor.
func FuzzRule(f *testing.F) {
	for _, text := range []string{
		"FREQ=WEEKLY;BYDAY=TU,TH", "rrule:freq=weekly;interval=2;wkst=su;byday=tu;until=20260612T153000Z;\r\n",
		"FREQ=MONTHLY;BYDAY=2TU,-1FR", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-31,31;BYMONTH=2",
		"FREQ=DAILY;INTERVAL=52;COUNT=5000;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=HOURLY", "",
	} {
		f.Add(text, uint32(45_900)) // 2 September 2025
	}
	for _, h := range hostile {
		f.Add(h.text, uint32(len(h.text)))
	}
	f.Fuzz(func(t *testing.T, text string, from uint32) {
		anchor := day.First + day.Day(from%uint32(day.Last-day.First+1))
		in := day.Span{First: anchor - 30, Last: anchor + 3*366}
		promptly(t, text, func() {
			rule, err := ParseRule(text)
			if code(t, err) != "" || code(t, rule.CheckFalls(anchor)) != "" {
				return
			}
			dates, err := rule.Dates(anchor, in)
			if err != nil {
				t.Errorf("%q from %s: %v", text, anchor, err)
			}
			before := anchor - 1
			for _, d := range dates {
				if d <= before || d > in.Last {
					t.Errorf("%q from %s: %s after %s", text, anchor, d, before)
				}
				before = d
			}
		})
	})
}
