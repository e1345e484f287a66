package schedule

import (
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

func mustParse(t *testing.T, text string) *Rule {
	t.Helper()
	rule, err := ParseRule(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return rule
}

// code is the code of a refusal, or nothing for no error. Any other error
// fails the test: a rule is always something a person can mend.
func code(t *testing.T, err error) refusal.Code {
	t.Helper()
	if err == nil {
		return ""
	}
	r := refusal.From(err)
	if r == nil {
		t.Errorf("%v is no refusal", err)
		return "no_refusal"
	}
	return r.Code
}

// promptly fails the test when do hangs. The second is for a busy machine;
// what is done takes well under a millisecond to a few.
func promptly(t *testing.T, what string, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
		t.Fatalf("%.80q took more than a second", what)
	}
}

// Rules come by copy and paste from calendars that each write them a little
// differently, and mean the same.
func TestARuleIsReadAsRealCalendarsWriteIt(t *testing.T) {
	const weekly, until = "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;UNTIL=20260612"
	tests := []struct{ text, same string }{
		{"freq=weekly;byday=tu,th", weekly},
		{"RRULE:FREQ=WEEKLY;BYDAY=TU,TH", weekly},
		{"rrule:freq=weekly;byday=tu,th", weekly},
		{"RRULE:FREQ=WEEKLY;BYDAY=TU,TH\r\n", weekly},
		{"  FREQ=WEEKLY;BYDAY=TU,TH\n", weekly},
		{"FREQ=WEEKLY;BYDAY=TU,TH;", weekly},
		{"FREQ=WEEKLY;BYDAY=TU,TH;\r\n", weekly},
		{"RRULE:FREQ=WEEKLY;BYD\r\n AY=TU,TH", weekly},
		{"FREQ=WEEKLY;\n\tBYDAY=TU,\n TH", weekly},
		{"BYDAY=TH,TU;FREQ=WEEKLY", weekly},
		{"FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU,TH", weekly},

		{"FREQ=WEEKLY;UNTIL=20260612T000000", until},
		{"FREQ=WEEKLY;UNTIL=20260612T235959Z", until},
		{"FREQ=WEEKLY;UNTIL=20260612T1530", until},
		{"freq=weekly;until=20260612t153000z", until},

		{"FREQ=MONTHLY;BYDAY=+2TU", "FREQ=MONTHLY;BYDAY=2TU"},
		{"FREQ=MONTHLY;BYMONTHDAY=+15", "FREQ=MONTHLY;BYMONTHDAY=15"},
		{"FREQ=MONTHLY;BYMONTH=05,10", "FREQ=MONTHLY;BYMONTH=10,5"},
	}
	for _, tt := range tests {
		if got, want := mustParse(t, tt.text), mustParse(t, tt.same); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", tt.text, got, want)
		}
	}
}

// The outer edges of the school grammar.
func TestTheWholeSchoolGrammarIsTaken(t *testing.T) {
	for _, text := range []string{
		"FREQ=DAILY", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "FREQ=DAILY;INTERVAL=52;COUNT=5000",
		"FREQ=DAILY;BYMONTH=1;BYMONTHDAY=-31,31;BYDAY=SU",
		"FREQ=WEEKLY;BYMONTH=9,10,11,12,1,2,3,4,5,6", "FREQ=WEEKLY;INTERVAL=52;WKST=SU;BYDAY=SU,MO",
		"FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=5MO,-5MO,1FR,-1FR", "FREQ=MONTHLY;BYMONTHDAY=14;BYDAY=2TU",
		"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
		"FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=2", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,-1",
		"FREQ=YEARLY;UNTIL=21991231",
	} {
		rule := mustParse(t, text)
		if err := rule.CheckFalls(day.MustParse("2025-09-02")); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// The rarest day that school rules can name, a fifth Monday in February, comes
// once in 28 years. It is not never.
func TestTheRarestDayStillFalls(t *testing.T) {
	rule := mustParse(t, "FREQ=MONTHLY;BYMONTH=2;BYDAY=5MO")
	if err := rule.CheckFalls(day.MustParse("2016-03-01")); err != nil {
		t.Errorf("2016 to 2044: %v", err)
	}
}

func repeated(n int, text string) string { return strings.TrimSuffix(strings.Repeat(text+",", n), ",") }

// hostile are rules that make recurrence libraries hang, panic, take
// gigabytes or silently give other days than were asked for, and rules that
// no school schedule needs. Each is refused by name.
var hostile = []struct{ text, want string }{
	// Never a day: a library would search on to the year 9999.
	{"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "rule_never"},
	{"FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30", "rule_together other=FREQ=WEEKLY part=BYMONTHDAY"},
	{"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "rule_never"},
	{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule_never"},
	{"FREQ=YEARLY;BYMONTH=4,6,9,11;BYMONTHDAY=31;UNTIL=20260612", "rule_never"},
	{"FREQ=MONTHLY;BYMONTHDAY=15;BYDAY=2TU", "rule_never"},
	{"FREQ=MONTHLY;BYDAY=1MO,1TU;BYSETPOS=3,-3", "rule_never"},
	{"FREQ=DAILY;INTERVAL=7;BYDAY=WE", "rule_never"},
	{"FREQ=MONTHLY;INTERVAL=12;BYMONTH=5", "rule_never"},

	// More often than daily: hangs, or takes all memory.
	{"FREQ=HOURLY;INTERVAL=2;BYHOUR=1", "rule_too_often part=FREQ=HOURLY"},
	{"FREQ=MINUTELY", "rule_too_often part=FREQ=MINUTELY"},
	{"FREQ=SECONDLY;COUNT=2147483647", "rule_too_often part=FREQ=SECONDLY"},
	{"FREQ=FORTNIGHTLY", "rule_value part=FREQ value=FORTNIGHTLY"},

	// Parts that a school day has no use for.
	{"FREQ=DAILY;BYHOUR=9", "rule_part part=BYHOUR"},
	{"FREQ=DAILY;BYMINUTE=30", "rule_part part=BYMINUTE"},
	{"FREQ=DAILY;BYSECOND=0", "rule_part part=BYSECOND"},
	{"FREQ=YEARLY;BYWEEKNO=20", "rule_part part=BYWEEKNO"},
	{"FREQ=YEARLY;BYYEARDAY=100", "rule_part part=BYYEARDAY"},
	{"FREQ=YEARLY;BYEASTER=400", "rule_part part=BYEASTER"},
	{"FREQ=DAILY;X-NAME=1", "rule_unknown part=X-NAME"},
	{"FREQ=DAILY;RSCALE=GREGORIAN", "rule_unknown part=RSCALE"},

	// Sizes: three kilobytes of times are gigabytes in a library.
	{"FREQ=DAILY;BYHOUR=" + repeated(500, "1") + ";BYMINUTE=" + repeated(500, "1") + ";BYSECOND=" + repeated(500, "1"), "rule_long limit=512"},
	{"FREQ=WEEKLY;BYDAY=" + repeated(200_000, "TU"), "rule_long limit=512"},
	{strings.Repeat(";", 513), "rule_long limit=512"},
	{strings.Repeat(";", 512), "rule_form part="},

	// Numbers that overflow, or are taken for something else.
	{"FREQ=DAILY;COUNT=2147483647", "rule_bounds high=5000 low=1 part=COUNT value=2147483647"},
	{"FREQ=DAILY;COUNT=5001", "rule_bounds high=5000 low=1 part=COUNT value=5001"},
	{"FREQ=DAILY;COUNT=0", "rule_bounds high=5000 low=1 part=COUNT value=0"},
	{"FREQ=DAILY;COUNT=-5", "rule_bounds high=5000 low=1 part=COUNT value=-5"},
	{"FREQ=DAILY;COUNT=+5", "rule_value part=COUNT value=+5"},
	{"FREQ=DAILY;COUNT=1E3", "rule_value part=COUNT value=1E3"},
	{"FREQ=DAILY;INTERVAL=0", "rule_bounds high=366 low=1 part=INTERVAL value=0"},
	{"FREQ=DAILY;INTERVAL=-1", "rule_bounds high=366 low=1 part=INTERVAL value=-1"},
	{"FREQ=DAILY;INTERVAL=367", "rule_bounds high=366 low=1 part=INTERVAL value=367"},
	{"FREQ=WEEKLY;INTERVAL=53", "rule_bounds high=52 low=1 part=INTERVAL value=53"},
	{"FREQ=MONTHLY;INTERVAL=9223372036854775807", "rule_bounds high=52 low=1 part=INTERVAL value=9223372036854775807"},
	{"FREQ=MONTHLY;INTERVAL=9223372036854775808", "rule_value part=INTERVAL value=9223372036854775808"},
	{"FREQ=WEEKLY;INTERVAL=1317624576693539402", "rule_bounds high=52 low=1 part=INTERVAL value=1317624576693539402"},
	{"FREQ=DAILY;BYMONTH=0", "rule_bounds high=12 low=1 part=BYMONTH value=0"},
	{"FREQ=DAILY;BYMONTH=13", "rule_bounds high=12 low=1 part=BYMONTH value=13"},
	{"FREQ=DAILY;BYMONTH=-1", "rule_bounds high=12 low=1 part=BYMONTH value=-1"},
	{"FREQ=MONTHLY;BYMONTHDAY=0", "rule_value part=BYMONTHDAY value=0"},
	{"FREQ=MONTHLY;BYMONTHDAY=32", "rule_bounds high=31 low=-31 part=BYMONTHDAY value=32"},
	{"FREQ=MONTHLY;BYMONTHDAY=1,", "rule_value part=BYMONTHDAY value="},

	// The nth weekday of a month: libraries panic beyond the fifth, and pass
	// over the number where it has no meaning.
	{"FREQ=MONTHLY;BYDAY=53MO", "rule_nth value=53MO"},
	{"FREQ=MONTHLY;BYDAY=-53MO", "rule_nth value=-53MO"},
	{"FREQ=MONTHLY;BYDAY=-6MO", "rule_nth value=-6MO"},
	{"FREQ=MONTHLY;BYDAY=6MO", "rule_nth value=6MO"},
	{"FREQ=MONTHLY;BYDAY=0MO", "rule_nth value=0MO"},
	{"FREQ=YEARLY;BYMONTH=12;BYDAY=53MO", "rule_nth value=53MO"},
	{"FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "rule_nth_monthly"},
	{"FREQ=WEEKLY;BYDAY=2TU", "rule_nth_monthly"},
	{"FREQ=DAILY;BYDAY=2TU", "rule_nth_monthly"},
	{"FREQ=MONTHLY;BYDAY=WE,2TU", "rule_mixed_days value=WE,2TU"},
	{"FREQ=MONTHLY;BYDAY=2TU,WE", "rule_mixed_days value=2TU,WE"},
	{"FREQ=WEEKLY;BYDAY=TUE", "rule_value part=BYDAY value=TUE"},
	{"FREQ=WEEKLY;BYDAY=T", "rule_value part=BYDAY value=T"},
	{"FREQ=WEEKLY;BYDAY=TU,,TH", "rule_value part=BYDAY value="},
	{"FREQ=WEEKLY;BYDAY=TU, TH", "rule_value part=BYDAY value= TH"},
	{"FREQ=WEEKLY;WKST=XX", "rule_value part=WKST value=XX"},

	// A sign is one sign.
	{"FREQ=MONTHLY;BYDAY=+-1FR", "rule_value part=BYDAY value=+-1FR"},
	{"FREQ=MONTHLY;BYDAY=++1FR", "rule_value part=BYDAY value=++1FR"},
	{"FREQ=MONTHLY;BYMONTHDAY=+-1", "rule_value part=BYMONTHDAY value=+-1"},

	// Parts that do not go together, or mean different days to different
	// programs.
	{"FREQ=WEEKLY;COUNT=10;UNTIL=20260612", "rule_together other=UNTIL part=COUNT"},
	{"FREQ=WEEKLY;BYDAY=MO,TU,SU,SA,TH;BYSETPOS=3,2", "rule_set_pos"},
	{"FREQ=DAILY;BYDAY=MO;BYSETPOS=1", "rule_set_pos"},
	{"FREQ=MONTHLY;BYSETPOS=1", "rule_set_pos"},
	{"FREQ=YEARLY;BYMONTHDAY=15", "rule_year_month"},
	{"FREQ=YEARLY;BYMONTH=5;BYDAY=MO", "rule_together other=FREQ=YEARLY part=BYDAY"},
	{"FREQ=WEEKLY;FREQ=DAILY", "rule_twice part=FREQ"},
	{"FREQ=WEEKLY;BYDAY=TU;BYDAY=TH", "rule_twice part=BYDAY"},
	{"BYDAY=TU;WKST=SU", "rule_no_freq"},

	// The last day: a day that exists, perhaps with a time.
	{"FREQ=DAILY;UNTIL=20260230", "rule_value part=UNTIL value=20260230"},
	{"FREQ=DAILY;UNTIL=2026-06-12", "rule_value part=UNTIL value=2026-06-12"},
	{"FREQ=DAILY;UNTIL=22000101", "rule_value part=UNTIL value=22000101"},
	{"FREQ=DAILY;UNTIL=20260612T", "rule_value part=UNTIL value=20260612T"},
	{"FREQ=DAILY;UNTIL=20260612Z", "rule_value part=UNTIL value=20260612Z"},
	{"FREQ=DAILY;UNTIL=20260612T250000", "rule_value part=UNTIL value=20260612T250000"},
	{"FREQ=DAILY;UNTIL=20260612T1530Z+01", "rule_value part=UNTIL value=20260612T1530Z+01"},
	{"FREQ=DAILY;UNTIL=TTTTTTTTT", "rule_value part=UNTIL value=TTTTTTTTT"},

	// More than the one rule: libraries drop the rest without a word.
	{"RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY", "rule_lines"},
	{"RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY", "rule_lines"},
	{"DTSTART:20250902T090000Z\nRRULE:FREQ=DAILY", "rule_lines"},
	{"RRULE:FREQ=DAILY\rCOUNT=3", "rule_lines"},
	{"EXRULE:FREQ=WEEKLY", "rule_unknown part=EXRULE:FREQ"},
	{"RRULE:RRULE:FREQ=WEEKLY", "rule_unknown part=RRULE:FREQ"},
	{"DTSTART:20250902T090000Z", "rule_form part=DTSTART:20250902T090000Z"},
	{"DTSTART;VALUE=DATE:20250902", "rule_form part=DTSTART"},

	// No rule at all.
	{"", "rule_form part="},
	{"   ", "rule_form part="},
	{"RRULE:", "rule_form part="},
	{"every Tuesday", "rule_form part=EVERY TUESDAY"},
	{"FREQ", "rule_form part=FREQ"},
	{"FREQ=", "rule_form part=FREQ="},
	{"=DAILY", "rule_form part==DAILY"},
	{"FREQ=DAILY;;COUNT=3", "rule_form part="},
	{"FREQ=DAILY;;", "rule_form part="},
	{"FREQ==DAILY", "rule_value part=FREQ value==DAILY"},
	{"FREQ=DAILY\x00", `rule_form part='\x00'`},
	{"FREQ=DAILY;\tCOUNT=3", `rule_form part='\t'`},
	{"FREQ=DAILY;BYDAY=ТU", "rule_form part='Т'"},
	{"FREQ=DAILY；COUNT=3", "rule_form part='；'"},
	{"FREQ=\xff", "rule_form part='\ufffd'"},

	// Letters that only become ASCII as capitals.
	{"FREQ=DA\u0131LY", "rule_form part='ı'"},
	{"FREQ=WEEKLY;BYDAY=\u017fU", "rule_form part='ſ'"},
}

// A refusal says which part is wrong, in no time and with next to no memory,
// whatever stands in the rule.
func TestAHostileRuleIsRefusedByName(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, tt := range hostile {
		promptly(t, tt.text, func() {
			rule, err := ParseRule(tt.text)
			if err == nil {
				err = rule.CheckFalls(day.MustParse("2025-09-02"))
			}
			switch {
			case err == nil:
				t.Errorf("%.80q: taken, want %s", tt.text, tt.want)
			case refusal.From(err) == nil || err.Error() != tt.want:
				t.Errorf("%.80q: %v, want %s", tt.text, err, tt.want)
			}
		})
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 4<<20 {
		t.Errorf("%d rules took %d bytes", len(hostile), used)
	}
}

// Expanding is as safe as reading, whoever forgets to ask first whether the
// rule ever falls: it ends at the last day asked for.
func TestNoRuleRunsPastTheLastDayAskedFor(t *testing.T) {
	ever := day.Span{First: day.First, Last: day.Last}
	tests := []struct {
		text, anchor string
		n            int
		last         string
	}{
		{"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "2025-09-02", 0, ""},
		{"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "1900-01-01", 0, ""},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "1900-01-01", 0, ""},
		{"FREQ=MONTHLY;BYDAY=1MO,1TU;BYSETPOS=3", "1900-01-01", 0, ""},
		{"FREQ=YEARLY;COUNT=1000", "2025-09-02", 175, "2199-09-02"},
		{"FREQ=MONTHLY;COUNT=5000", "2025-09-02", 2092, "2199-12-02"},
		{"FREQ=DAILY;COUNT=5000", "2025-09-02", 5000, "2039-05-11"},
		{"FREQ=WEEKLY;INTERVAL=52", "2025-09-02", 175, "2199-01-29"},
	}
	for _, tt := range tests {
		rule := mustParse(t, tt.text)
		promptly(t, tt.text, func() {
			dates, err := rule.Dates(day.MustParse(tt.anchor), ever)
			last := day.None
			if len(dates) > 0 {
				last = dates[len(dates)-1]
			}
			if err != nil || len(dates) != tt.n || last.String() != tt.last {
				t.Errorf("%s: %d days to %s, %v; want %d to %s", tt.text, len(dates), last, err, tt.n, tt.last)
			}
		})
	}
}

// A record may hold three centuries; a rule that begins with the first day
// goes on to the last. Libraries stop, silently, after 292 years.
func TestARuleGoesOnToTheLastDayOfARecord(t *testing.T) {
	for _, text := range []string{"FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "FREQ=MONTHLY;INTERVAL=12"} {
		dates, err := mustParse(t, text).Dates(day.First, day.Span{First: day.Of(2190, 1, 1), Last: day.Last})
		if err != nil || len(dates) != 10 {
			t.Errorf("%s in 2190 to 2199: %d days, %v; want 10", text, len(dates), err)
		}
	}
}

// Every school day of ninety years is more than any family has; beyond that
// the rule is refused, not cut short.
func TestARuleOfTooManyDaysIsRefusedNotCut(t *testing.T) {
	ever := day.Span{First: day.First, Last: day.Last}
	for _, text := range []string{"FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR"} {
		rule := mustParse(t, text)
		promptly(t, text, func() {
			if dates, err := rule.Dates(day.First, ever); code(t, err) != refusal.RuleTooMany {
				t.Errorf("%s: %d days, %v; want refused", text, len(dates), err)
			}
		})
	}
}

// A day listed twice is one day: the libraries agree on it, and it says what
// it says.
func TestWhatIsListedTwiceCountsOnce(t *testing.T) {
	in := day.Span{First: day.Of(2025, 9, 1), Last: day.Of(2026, 6, 30)}
	for twice, once := range map[string]string{
		"FREQ=WEEKLY;BYDAY=" + repeated(150, "TU"): "FREQ=WEEKLY;BYDAY=TU",
		"FREQ=MONTHLY;BYDAY=2TU,+2TU":              "FREQ=MONTHLY;BYDAY=2TU",
		"FREQ=MONTHLY;BYMONTHDAY=1,01":             "FREQ=MONTHLY;BYMONTHDAY=1",
		"FREQ=MONTHLY;BYMONTH=5,05":                "FREQ=MONTHLY;BYMONTH=5",
		"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,1":       "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
		"FREQ=WEEKLY;COUNT=3;BYDAY=SU,TH,TH":       "FREQ=WEEKLY;COUNT=3;BYDAY=SU,TH",
	} {
		got, err := mustParse(t, twice).Dates(in.First, in)
		if err != nil {
			t.Fatalf("%.40s: %v", twice, err)
		}
		want, err := mustParse(t, once).Dates(in.First, in)
		if err != nil || len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%.40s: %s, and once: %s (%v)", twice, list(got), list(want), err)
		}
	}
}
