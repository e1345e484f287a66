package exchange_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

// schoolYear is the span that the tests ask for.
var schoolYear = day.Span{First: day.MustParse("2024-08-01"), Last: day.MustParse("2025-06-30")}

// ics is a calendar of parts: lines of an event between bars, or lines of the
// calendar itself after a point.
func ics(parts ...string) string {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
	for _, p := range parts {
		if head, found := strings.CutPrefix(p, "."); found {
			b.WriteString(strings.ReplaceAll(head, "|", "\r\n") + "\r\n")
			continue
		}
		b.WriteString("BEGIN:VEVENT\r\n" + strings.ReplaceAll(p, "|", "\r\n") + "\r\nEND:VEVENT\r\n")
	}
	return b.String() + "END:VCALENDAR\r\n"
}

// days are the events of a feed in short: title, days, hours.
func days(f *exchange.Feed) string {
	var list []string
	for _, e := range f.Events {
		text := e.Title + " " + e.First.String()[5:]
		if e.Last > e.First {
			text += ".." + e.Last.String()[5:]
		}
		if !e.AllDay {
			text += " " + e.Start.String() + "-" + e.End.String()
		}
		if e.Cancelled {
			text += " cancelled"
		}
		list = append(list, strings.TrimSpace(text))
	}
	return strings.Join(list, "; ")
}

func problems(f *exchange.Feed) string {
	var list []string
	for _, p := range f.Problems {
		list = append(list, fmt.Sprintf("%d %s", p.Line, p.Why.Code))
	}
	return strings.Join(list, "; ")
}

const eastern = ".X-WR-TIMEZONE:America/New_York"

// A trap is what a producer of feeds writes, and the days that are meant.
var traps = []struct{ name, feed, want, problems string }{
	{"end is not in it", ics("SUMMARY:A|DTSTART;VALUE=DATE:20241125|DTEND;VALUE=DATE:20241130"), "A 11-25..11-29", ""},
	{"end equals start", ics("SUMMARY:A|DTSTART;VALUE=DATE:20241125|DTEND;VALUE=DATE:20241125", "SUMMARY:B|DTSTART;VALUE=DATE:20241126|DTEND;VALUE=DATE:20241127"), "A 11-25; B 11-26", ""},
	{"no end", ics("SUMMARY:A|DTSTART;VALUE=DATE:20241125"), "A 11-25", ""},
	{"a duration", ics("SUMMARY:A|DTSTART;VALUE=DATE:20241125|DURATION:P5D"), "A 11-25..11-29", ""},
	{"weeks", ics("SUMMARY:A|DTSTART;VALUE=DATE:20241125|DURATION:P1W"), "A 11-25..12-01", ""},
	{"hours", ics("SUMMARY:A|DTSTART:20241125T223000|DURATION:PT1H30M"), "A 11-25 22:30-23:59", ""},
	{"date without its name", ics("SUMMARY:A|DTSTART:20241125|DTEND:20241127"), "A 11-25..11-26", ""},
	{"date with a time stuck on", ics("SUMMARY:A|DTSTART;VALUE=DATE:20241125T000000|DTEND;VALUE=DATE:20241126T000000"), "A 11-25", ""},
	{"midnight to midnight", ics("SUMMARY:A|DTSTART:20241125T000000|DTEND:20241126T000000"), "A 11-25", ""},
	{"midnight to half past eleven", ics("SUMMARY:A|DTSTART:20241125T000000|DTEND:20241126T233000"), "A 11-25..11-26", ""},
	{"midnight alone", ics("SUMMARY:A|DTSTART:20241125T000000|DTEND:20241125T000000"), "A 11-25", ""},
	{"end written as the last day", ics("SUMMARY:A|DTSTART;VALUE=DATE:20241125|DTEND;VALUE=DATE:20241125", "SUMMARY:B|DTSTART;VALUE=DATE:20241223|DTEND;VALUE=DATE:20250103"), "A 11-25; B 12-23..01-03", ""},
	{"a Windows zone", ics(`SUMMARY:A|DTSTART;TZID="Eastern Standard Time":20241125T000000|DTEND;TZID="Eastern Standard Time":20241126T000000`), "A 11-25", ""},
	{"a zone behind a path", ics(eastern, "SUMMARY:A|DTSTART;TZID=/freeassociation.sourceforge.net/America/Chicago:20241125T180000"), "A 11-25 19:00-", ""},
	{"evening in UTC", ics(eastern, "SUMMARY:A|DTSTART:20241126T003000Z|DTEND:20241126T020000Z"), "A 11-25 19:30-21:00", ""},
	{"whole day in UTC", ics(eastern, "SUMMARY:A|DTSTART:20241125T050000Z|DTEND:20241126T050000Z"), "A 11-25", ""},
	{"whole day as midnights of UTC", ics(eastern, "SUMMARY:A|DTSTART:20241125T000000Z|DTEND:20241126T000000Z"), "A 11-25", ""},
	{"UTC and no zone", ics("SUMMARY:A|DTSTART:20241125T050000Z|DTEND:20241126T050000Z", "SUMMARY:B|DTSTART:20241126T010000Z|DTEND:20241126T020000Z"), "A 11-25; B 11-25 -", ""},
	{"an all-day mark", ics(eastern, "SUMMARY:A|DTSTART:20241125T050000Z|DTEND:20241127T050000Z|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"), "A 11-25..11-26", ""},
	{"another zone keeps its whole day", ics(eastern, "SUMMARY:A|DTSTART;TZID=America/Los_Angeles:20241125T000000|DTEND;TZID=America/Los_Angeles:20241126T000000"), "A 11-25", ""},
	{"floating beside a zone", ics(eastern, "SUMMARY:A|DTSTART:20241125T190000|DTEND:20241125T210000"), "A 11-25 19:00-21:00", ""},
	{"a zone nobody knows", ics("SUMMARY:A|DTSTART;TZID=Nowhere:20241125T190000"), "A 11-25 19:00-", "5 zone_unknown"},
	{"the hour that clocks skip", ics(eastern, "SUMMARY:A|DTSTART;TZID=America/New_York:20250309T023000"), "A 03-09 02:30-", ""},
	{"the hour that comes twice", ics(eastern, "SUMMARY:A|DTSTART:20241103T053000Z|DTEND:20241103T063000Z"), "A 11-03 01:30-01:30", ""},
	{"text", ics(`SUMMARY:No School\, all\; day|DTSTART:20241125|DESCRIPTION:a\nb`), "No School, all; day 11-25", ""},
	{"a fold inside a letter", ics("SUMMARY:Salida para ni\xc3|\xb1os|DTSTART:20241125"), "", ""},
	{"a fold", ics("SUMMARY:No Sc|\thool|DTSTART:20241125"), "No School 11-25", ""},
	{"a bare line break in a text", ics("DESCRIPTION:one|two without a name|SUMMARY:A|DTSTART:20241125"), "A 11-25", ""},
	{"an alarm", ics("SUMMARY:A|DTSTART:20241125|BEGIN:VALARM|SUMMARY:no|DTSTART:20240101|END:VALARM"), "A 11-25", ""},
	{"cancelled", ics("SUMMARY:A|DTSTART:20241125|STATUS:CANCELLED"), "A 11-25 cancelled", ""},
	{"changed", ics("UID:u|SUMMARY:A|DTSTART:20241125|SEQUENCE:1", "UID:u|SUMMARY:A|DTSTART:20241202|SEQUENCE:2"), "A 12-02", ""},
	{"changed, by its time", ics("UID:u|SUMMARY:A|DTSTART:20241125|LAST-MODIFIED:20240901T000000Z", "UID:u|SUMMARY:A|DTSTART:20241202|LAST-MODIFIED:20240902T000000Z"), "A 12-02", ""},
	{"one UID for all", ics("UID:u|SUMMARY:A|DTSTART:20241125", "UID:u|SUMMARY:B|DTSTART:20241202"), "A 11-25; B 12-02", ""},
	{"no UID", ics("SUMMARY:A|DTSTART:20241125|SEQUENCE:1", "SUMMARY:B|DTSTART:20241202"), "A 11-25; B 12-02", ""},
	{"every week", ics("SUMMARY:A|DTSTART:20241106|RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20241120"), "A 11-06; A 11-13; A 11-20", ""},
	{"left out", ics("SUMMARY:A|DTSTART:20241106|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;VALUE=DATE:20241113"), "A 11-06; A 11-20", ""},
	{"left out in UTC", ics(eastern, "SUMMARY:A|DTSTART;TZID=America/New_York:20241106T203000|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE:20241114T013000Z"), "A 11-06 20:30-; A 11-20 20:30-", ""},
	{"left out of whole days as a time", ics(eastern, "SUMMARY:A|DTSTART:20241106|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE:20241113T050000Z,20241120T000000"), "A 11-06", ""},
	{"last one by UTC", ics(eastern, "SUMMARY:A|DTSTART;TZID=America/New_York:20241106T203000|RRULE:FREQ=WEEKLY;UNTIL=20241121T013000Z"), "A 11-06 20:30-; A 11-13 20:30-; A 11-20 20:30-", ""},
	{"none after it by UTC", ics(eastern, "SUMMARY:A|DTSTART:20241106|RRULE:FREQ=WEEKLY;UNTIL=20241120T045959Z"), "A 11-06; A 11-13", ""},
	{"until before the start", ics("SUMMARY:A|DTSTART:20241106|RRULE:FREQ=WEEKLY;UNTIL=20241101"), "", ""},
	{"added", ics("SUMMARY:A|DTSTART:20241106|RDATE;VALUE=DATE:20241108,20241111|EXDATE;VALUE=DATE:20241108"), "A 11-06; A 11-11", ""},
	{"moved", ics("UID:u|SUMMARY:A|DTSTART:20241106|RRULE:FREQ=WEEKLY;COUNT=3", "UID:u|SUMMARY:A|DTSTART:20241114|RECURRENCE-ID;VALUE=DATE:20241113"), "A 11-06; A 11-20; A 11-14", ""},
	{"one called off", ics("UID:u|SUMMARY:A|DTSTART:20241106|RRULE:FREQ=WEEKLY;COUNT=3", "UID:u|SUMMARY:A|DTSTART:20241113|RECURRENCE-ID:20241113|STATUS:CANCELLED"), "A 11-06; A 11-20; A 11-13 cancelled", ""},
	{"moved, and nobody else", ics("UID:u|SUMMARY:A|DTSTART:20241114|RECURRENCE-ID;VALUE=DATE:20241113"), "A 11-14", ""},
	{"several days every year", ics("SUMMARY:A|DTSTART:20231122|DTEND:20231125|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4WE"), "A 11-27..11-29", ""},
	{"once a year", ics("SUMMARY:A|DTSTART:20150907|RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO"), "A 09-02", ""},
	{"no day", ics("SUMMARY:A", "SUMMARY:B|DTSTART:20241125"), "B 11-25", "3 event_no_day"},
	{"no such day", ics("SUMMARY:A|DTSTART:20250229", "SUMMARY:B|DTSTART:20240930"), "B 09-30", "5 event_date"},
	{"the year 0000", ics("SUMMARY:A|DTSTART:00000101", "SUMMARY:B|DTSTART:99991231", "SUMMARY:C|DTSTART:20241125"), "C 11-25", "5 event_date; 9 event_date"},
	{"no end mark", ics("SUMMARY:A|DTSTART:20241125|BEGIN:VEVENT|SUMMARY:B|DTSTART:20241126"), "A 11-25; B 11-26", "3 event_unended"},
	{"backwards", ics("SUMMARY:A|DTSTART:20241125|DTEND:20241120"), "A 11-25", "6 event_backwards"},
	{"outside", ics("SUMMARY:A|DTSTART:20230101", "SUMMARY:B|DTSTART:20240725|DTEND:20240805"), "B 07-25..08-04", ""},
}

func TestTrapsOfFeeds(t *testing.T) {
	for _, tt := range traps {
		text := tt.feed
		if tt.name == "a fold inside a letter" {
			text, tt.want = strings.Replace(text, "\xc3\r\n\xb1", "\xc3\r\n \xb1", 1), "Salida para niños 11-25"
		}
		f, err := exchange.ReadFeed([]byte(text), schoolYear)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := days(f); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if got := problems(f); got != tt.problems {
			t.Errorf("%s: problems %s, want %s", tt.name, got, tt.problems)
		}
	}
}

// However lines end and whatever stands before them, a feed reads the same.
func TestLinesOfEverySystem(t *testing.T) {
	whole := ics("SUMMARY:No Sc|\thool|DTSTART:20241125")
	for name, text := range map[string]string{
		"LF": strings.ReplaceAll(whole, "\r\n", "\n"), "CR": strings.ReplaceAll(whole, "\r\n", "\r"), "BOM": "\ufeff" + whole,
		"stray": "\x00\xef\xbb" + whole, "blank": strings.ReplaceAll(whole, "\r\n", "\r\n\r\n"), "NUL": strings.ReplaceAll(whole, "School", "Sch\x00ool"),
		"small": strings.ReplaceAll(whole, "BEGIN:", "begin:"), "no end": strings.TrimSuffix(whole, "END:VCALENDAR\r\n"),
	} {
		f, err := exchange.ReadFeed([]byte(text), schoolYear)
		if err != nil || days(f) != "No School 11-25" {
			t.Errorf("%s: %v %+v", name, err, f)
		}
	}
}

func TestLettersOfOldPrograms(t *testing.T) {
	f, err := exchange.ReadFeed([]byte(ics("SUMMARY:D\xeda sin clases \x96 ni\xf1os|DTSTART:20241125")), schoolYear)
	if err != nil || days(f) != "Día sin clases – niños 11-25" {
		t.Errorf("%v %+v", err, f)
	}
}

// What a hostile file costs, and how it is refused: by size, by kind, by what
// it would repeat.
func TestHostileFeeds(t *testing.T) {
	one := "BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20241125\nEND:VEVENT\n"
	begin, end := "BEGIN:VCALENDAR\n", "END:VCALENDAR\n"
	rule := func(rule string) string { return ics("SUMMARY:A|DTSTART:20241125|RRULE:" + rule) }
	for name, tt := range map[string]struct{ feed, want string }{
		"50 MB":                 {begin + strings.Repeat(one, 1_000_000) + end, "feed_large"},
		"5,001 events":          {begin + strings.Repeat(one, 5001) + end, "too_many_events"},
		"5,000 events":          {begin + strings.Repeat(one, 5000) + end, ""},
		"every second":          {rule("FREQ=SECONDLY"), "5+1 rule_too_often"},
		"every minute":          {rule("FREQ=MINUTELY;COUNT=10"), "5+1 rule_too_often"},
		"every hour":            {rule("FREQ=HOURLY"), "5+1 rule_too_often"},
		"two thousand million":  {rule("FREQ=DAILY;COUNT=2000000000"), ""},
		"a long interval":       {rule("FREQ=DAILY;INTERVAL=2147483647"), "5+1 rule_bounds"},
		"30 February":           {rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), ""},
		"a rule of a megabyte":  {rule("FREQ=DAILY;BYHOUR=" + strings.Repeat("1,", 500_000) + "1"), "5+1 rule_long"},
		"a million left out":    {ics("SUMMARY:A|DTSTART:20241125|RRULE:FREQ=DAILY|EXDATE:" + strings.Repeat("20241126,", 400_000)), "7 event_date"},
		"many left out":         {ics("SUMMARY:A|DTSTART:20241125|RRULE:FREQ=DAILY" + strings.Repeat("|EXDATE:20241126", 100_000)), ""},
		"a line of 4 MB":        {ics("DESCRIPTION:" + strings.Repeat("x", 4<<20) + "|SUMMARY:A|DTSTART:20241125"), ""},
		"folds without end":     {begin + "BEGIN:VEVENT\nDTSTART:20241125\nSUMMARY:A" + strings.Repeat("\n x", 1_000_000), "2 event_unended"},
		"alarms in alarms":      {ics("SUMMARY:A|DTSTART:20241125" + strings.Repeat("|BEGIN:VALARM", 10_000)), ""},
		"calendars in one":      {strings.Repeat(begin, 10_000) + one, ""},
		"an attachment":         {ics("SUMMARY:A|DTSTART:20241125|ATTACH:http://127.0.0.1:9/x|ATTACH;ENCODING=BASE64;VALUE=BINARY:" + strings.Repeat("QUJD", 1_000_000)), ""},
		"every event every day": {begin + strings.Repeat("BEGIN:VEVENT\nSUMMARY:A\nDTSTART:19000101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\nEND:VEVENT\n", 5000) + end, "feed_repeats"},
		"every event always":    {begin + strings.Repeat("BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20240801\nRRULE:FREQ=DAILY\nEND:VEVENT\n", 5000) + end, "feed_repeats"},
		"titles of phrases": {begin + strings.Repeat("BEGIN:VEVENT\nSUMMARY:"+strings.Repeat("No School x ", 80)+
			"\nDTSTART:20241125\nEND:VEVENT\n", 4500) + end, ""},
		"a line without colon": {ics("SUMMARY:A|X;A=b|DTSTART:20241125"), ""},
		"zip":                  {"PK\x03\x04" + ics("SUMMARY:A|DTSTART:20241125"), "not_calendar"},
		"gzip":                 {"\x1f\x8b\x08" + ics("SUMMARY:A|DTSTART:20241125"), "not_calendar"},
		"PDF":                  {"%PDF-1.7\n" + ics("SUMMARY:A|DTSTART:20241125"), "not_calendar"},
		"a web page":           {"<!DOCTYPE html><title>Calendar</title>", "not_calendar"},
		"nothing":              {"", "not_calendar"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			f, err := exchange.ReadFeed([]byte(tt.feed), schoolYear)
			got := ""
			if err != nil {
				forAPerson(t, err)
				got = string(refusal.From(err).Code)
			} else {
				feed.Read(f.Events, feed.Options{})
				got = strings.Join(strings.Fields(problems(f)), " ")
			}
			if took := time.Since(start); took > patience {
				t.Errorf("took %v", took)
			}
			if want := strings.ReplaceAll(tt.want, "5+1", "6"); !strings.Contains(got, want) || want == "" && got != "" {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// A rule that repeats within the day gives no day; another that cannot be
// read gives its first.
func TestARuleThatCannotBeReadLeavesItsFirstDay(t *testing.T) {
	for rule, want := range map[string]string{"FREQ=SECONDLY": "", "FREQ=YEARLY;BYWEEKNO=20": "A 11-25", "FREQ=NEVER": "A 11-25"} {
		f, err := exchange.ReadFeed([]byte(ics("SUMMARY:A|DTSTART:20241125|RRULE:"+rule)), schoolYear)
		if err != nil || days(f) != want || len(f.Problems) != 1 {
			t.Errorf("%s: %v %+v", rule, err, f)
		}
	}
}

// Without a span everything is read; what repeats, for a year.
func TestAFeedWithoutASpan(t *testing.T) {
	f, err := exchange.ReadFeed([]byte(ics("SUMMARY:A|DTSTART:19990101", "SUMMARY:B|DTSTART:20241106|RRULE:FREQ=WEEKLY")), day.Span{First: 1})
	if err != nil || len(f.Events) != 54 {
		t.Errorf("%v %d", err, len(f.Events))
	}
}

// patience is for a busy machine; what is read takes a fraction of a second
// on an idle one.
const patience = 6 * time.Second
