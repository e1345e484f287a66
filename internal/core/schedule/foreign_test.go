package schedule

import (
	"strings"
	"testing"

	"midweek/internal/core/day"
)

// Rules as calendar programs write them, beyond the school grammar, and the
// ones that stay refused.
func TestRulesOfOtherPrograms(t *testing.T) {
	const refused = "refused: "
	for _, tt := range []fact{
		{"FREQ=WEEKLY;BYDAY=WE;BYHOUR=12;BYMINUTE=30", "2025-09-03", "2025-09-01..2025-09-14", "2025-09-03 2025-09-10"},
		{"freq=weekly;x-made-by=us", "2025-09-03", "2025-09-01..2025-09-14", "2025-09-03 2025-09-10"},
		{"FREQ=DAILY;COUNT=2000000000", "2025-09-03", "2025-09-04..2025-09-05", "2025-09-04 2025-09-05"},
		{"FREQ=DAILY;COUNT=3;UNTIL=20250904", "2025-09-03", "2025-09-01..2025-09-14", "2025-09-03 2025-09-04"},
		{"FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", "2015-09-07", "2025-01-01..2025-12-31", "2025-09-01"},
		{"FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "2020-11-03", "2024-01-01..2024-12-31", "2024-11-05"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2025-02-01", "2025-01-01..2030-12-31", ""},
		{"FREQ=HOURLY", "2025-09-03", "2025-09-01..2025-09-14", refused + "rule_too_often"},
		{"FREQ=DAILY;INTERVAL=2147483647", "2025-09-03", "2025-09-01..2025-09-14", refused + "rule_bounds"},
		{"FREQ=DAILY", "2015-09-03", "2015-09-01..2025-09-14", refused + "rule_too_many"},
		{"FREQ=YEARLY;BYWEEKNO=20", "2025-09-03", "2025-09-01..2025-09-14", refused + "rule_part"},
		{strings.Repeat("BYHOUR=1;", 100) + "FREQ=DAILY", "2025-09-03", "2025-09-01..2025-09-14", refused + "rule_long"},
	} {
		dates, err := Occurrences(tt.rule, day.MustParse(tt.anchor), span(tt.in))
		got := list(dates)
		if err != nil {
			got = refused + string(code(t, err))
		}
		if got != tt.want {
			t.Errorf("%.60s: %s, want %s", tt.rule, got, tt.want)
		}
	}
}
