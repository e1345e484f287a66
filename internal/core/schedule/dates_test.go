package schedule

import (
	"strings"
	"testing"

	"midweek/internal/core/day"
)

// span reads 2025-09-01..2025-09-05, or one day.
func span(text string) day.Span {
	first, last, ranged := strings.Cut(text, "..")
	if !ranged {
		last = first
	}
	return day.Span{First: day.MustParse(first), Last: day.MustParse(last)}
}

func list(dates []day.Day) string {
	words := make([]string, len(dates))
	for i, d := range dates {
		words[i] = d.String()
	}
	return strings.Join(words, " ")
}

// fact is what a rule, anchored on a day, gives in a span.
type fact struct{ rule, anchor, in, want string }

func checkFacts(t *testing.T, facts []fact) {
	t.Helper()
	for _, f := range facts {
		got, err := mustParse(t, f.rule).Dates(day.MustParse(f.anchor), span(f.in))
		if err != nil || list(got) != f.want {
			t.Errorf("%s from %s in %s:\n got %s (%v)\nwant %s", f.rule, f.anchor, f.in, list(got), err, f.want)
		}
	}
}

// Which of two weeks a biweekly rule takes depends on where the week begins,
// when the anchor is no session day. Anchored on a session, it does not.
func TestABiweeklyRuleKeepsTheRhythmOfItsAnchor(t *testing.T) {
	const in = "2025-08-01..2025-10-05"
	checkFacts(t, []fact{
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO", "2025-08-31", in, "2025-09-09 2025-09-23"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "2025-08-31", in, "2025-09-02 2025-09-16 2025-09-30"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO", "2025-09-07", in, "2025-09-16 2025-09-30"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "2025-09-07", in, "2025-09-09 2025-09-23"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO", "2025-09-03", in, "2025-09-16 2025-09-30"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "2025-09-03", in, "2025-09-16 2025-09-30"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO", "2025-09-02", in, "2025-09-02 2025-09-04 2025-09-16 2025-09-18 2025-09-30 2025-10-02"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU", "2025-09-02", in, "2025-09-02 2025-09-04 2025-09-16 2025-09-18 2025-09-30 2025-10-02"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "2025-09-04", in, "2025-09-04 2025-09-16 2025-09-18 2025-09-30 2025-10-02"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2025-09-02", "2026-08-31..2026-09-30", "2026-09-01 2026-09-15 2026-09-29"},
	})
}

// The last day is a local day, whatever time or zone is written behind it.
func TestUntilIsAWholeLocalDay(t *testing.T) {
	for _, until := range []string{"20250916", "20250916T000000", "20250916T000000Z", "20250916T153000Z", "20250916T235959"} {
		checkFacts(t, []fact{
			{"FREQ=WEEKLY;UNTIL=" + until, "2025-09-02", "2025-09-01..2026-06-30", "2025-09-02 2025-09-09 2025-09-16"},
			{"FREQ=MONTHLY;BYMONTHDAY=16;UNTIL=" + until, "2025-08-16", "2025-09-01..2026-06-30", "2025-09-16"},
		})
	}
	checkFacts(t, []fact{
		{"FREQ=DAILY;UNTIL=20250901", "2025-09-02", "2025-09-01..2026-06-30", ""},
		{"FREQ=WEEKLY;UNTIL=20250902", "2025-09-02", "2025-09-01..2026-06-30", "2025-09-02"},
		{"FREQ=WEEKLY;UNTIL=20250908", "2025-09-02", "2025-09-01..2026-06-30", "2025-09-02"},
	})
}

// A count counts from the anchor, not from the span that is asked for; the
// anchor itself counts only when the rule falls on it.
func TestACountCountsFromTheAnchor(t *testing.T) {
	const year = "2025-09-01..2026-08-31"
	checkFacts(t, []fact{
		{"FREQ=WEEKLY;COUNT=3", "2025-09-02", year, "2025-09-02 2025-09-09 2025-09-16"},
		{"FREQ=WEEKLY;COUNT=3", "2025-09-02", "2025-09-10..2026-08-31", "2025-09-16"},
		{"FREQ=WEEKLY;COUNT=3", "2025-09-02", "2025-09-17..2026-08-31", ""},
		{"FREQ=WEEKLY;COUNT=3;BYDAY=TU,TH", "2025-09-03", year, "2025-09-04 2025-09-09 2025-09-11"},
		{"FREQ=WEEKLY;COUNT=3;BYDAY=TU", "2025-09-03", year, "2025-09-09 2025-09-16 2025-09-23"},
		{"FREQ=DAILY;COUNT=4;BYDAY=MO,TU,WE,TH,FR", "2025-09-06", year, "2025-09-08 2025-09-09 2025-09-10 2025-09-11"},
		{"FREQ=MONTHLY;COUNT=2;BYDAY=1WE", "2025-09-04", year, "2025-10-01 2025-11-05"},
		{"FREQ=MONTHLY;COUNT=3", "2025-09-30", "2025-11-01..2026-08-31", "2025-11-30"},
	})
}

// Without a weekday, a day of the month or a month, the anchor's own is meant.
func TestTheAnchorFillsInWhatTheRuleLeavesOut(t *testing.T) {
	const in = "2025-09-01..2026-01-31"
	checkFacts(t, []fact{
		{"FREQ=WEEKLY;INTERVAL=6", "2025-09-04", in, "2025-09-04 2025-10-16 2025-11-27 2026-01-08"},
		{"FREQ=MONTHLY", "2025-09-15", in, "2025-09-15 2025-10-15 2025-11-15 2025-12-15 2026-01-15"},
		{"FREQ=YEARLY", "2024-12-24", in, "2025-12-24"},
		{"FREQ=YEARLY;BYMONTH=10,12", "2025-09-24", in, "2025-10-24 2025-12-24"},
		{"FREQ=WEEKLY;BYMONTH=12", "2025-09-02", in, "2025-12-02 2025-12-09 2025-12-16 2025-12-23 2025-12-30"},
	})
}

// A month that is too short is skipped, never stretched or shortened; counted
// from its end, every month has its day.
func TestShortMonthsAreSkipped(t *testing.T) {
	const in = "2025-10-01..2026-06-30"
	checkFacts(t, []fact{
		{"FREQ=MONTHLY", "2025-10-31", in, "2025-10-31 2025-12-31 2026-01-31 2026-03-31 2026-05-31"},
		{"FREQ=MONTHLY", "2025-10-30", in, "2025-10-30 2025-11-30 2025-12-30 2026-01-30 2026-03-30 2026-04-30 2026-05-30 2026-06-30"},
		{"FREQ=MONTHLY;BYMONTHDAY=-1", "2025-12-15", in, "2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30"},
		{"FREQ=MONTHLY;BYMONTHDAY=-31", "2025-10-01", in, "2025-10-01 2025-12-01 2026-01-01 2026-03-01 2026-05-01"},
		{"FREQ=MONTHLY;BYMONTHDAY=31,-1", "2026-02-01", in, "2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30"},
		{"FREQ=YEARLY", "2024-02-29", "2024-01-01..2032-12-31", "2024-02-29 2028-02-29 2032-02-29"},
	})
}

// The fifth weekday is there in some months only; the last one in all.
func TestTheNthWeekdayOfAMonth(t *testing.T) {
	const in = "2025-09-01..2026-01-31"
	checkFacts(t, []fact{
		{"FREQ=MONTHLY;BYDAY=2TU", "2025-09-01", in, "2025-09-09 2025-10-14 2025-11-11 2025-12-09 2026-01-13"},
		{"FREQ=MONTHLY;BYDAY=5FR", "2025-09-01", in, "2025-10-31 2026-01-30"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2025-09-01", in, "2025-09-26 2025-10-31 2025-11-28 2025-12-26 2026-01-30"},
		{"FREQ=MONTHLY;BYDAY=-5MO", "2025-09-01", in, "2025-09-01 2025-12-01"},
		{"FREQ=MONTHLY;BYDAY=1TU,3TH", "2025-09-10", in, "2025-09-18 2025-10-07 2025-10-16 2025-11-04 2025-11-20 2025-12-02 2025-12-18 2026-01-06 2026-01-15"},
		{"FREQ=MONTHLY;BYDAY=5FR,-1FR", "2025-10-01", "2025-10-01..2025-11-30", "2025-10-31 2025-11-28"},
		{"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "2025-09-01", in, "2025-09-01 2025-11-03 2026-01-05"},
	})
}

// A place among the month's days is counted over the whole month, also in the
// month of the anchor.
func TestAPlaceInTheMonth(t *testing.T) {
	const in, weekdays = "2025-09-01..2025-12-31", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS="
	checkFacts(t, []fact{
		{weekdays + "1", "2025-09-01", in, "2025-09-01 2025-10-01 2025-11-03 2025-12-01"},
		{weekdays + "1", "2025-09-02", in, "2025-10-01 2025-11-03 2025-12-01"},
		{weekdays + "-1", "2025-09-02", in, "2025-09-30 2025-10-31 2025-11-28 2025-12-31"},
		{weekdays + "2,-1", "2025-10-02", "2025-10-01..2025-11-30", "2025-10-02 2025-10-31 2025-11-04 2025-11-28"},
		{weekdays + "23", "2025-09-01", in, "2025-10-31 2025-12-31"},
		{"FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2026-01-31", "2026-01-01..2026-04-30", "2026-01-31 2026-02-28 2026-03-31 2026-04-30"},
	})
}

// A rule gives nothing before its anchor and nothing outside the span.
func TestNoDayBeforeTheAnchorOrOutsideTheSpan(t *testing.T) {
	checkFacts(t, []fact{
		{"FREQ=WEEKLY;BYDAY=TU", "2025-09-03", "2025-08-01..2025-09-15", "2025-09-09"},
		{"FREQ=WEEKLY", "2025-09-02", "2025-09-09..2025-09-09", "2025-09-09"},
		{"FREQ=DAILY", "2025-09-02", "2025-08-01..2025-09-03", "2025-09-02 2025-09-03"},
		{"FREQ=DAILY", "2025-09-02", "2025-08-01..2025-09-01", ""},
		{"FREQ=DAILY", "2025-09-02", "2025-09-05..2025-09-04", ""},
		{"FREQ=DAILY;INTERVAL=10", "2025-09-02", "2025-09-21..2025-10-10", "2025-09-22 2025-10-02"},
		{"FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "2025-09-05", "2025-09-01..2025-09-09", "2025-09-05 2025-09-08 2025-09-09"},
	})
}
