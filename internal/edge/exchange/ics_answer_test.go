package exchange_test

import (
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"midweek/internal/core/day"
	"midweek/internal/edge/exchange"
)

// On calendars that keep to the format, the reader and an independent library
// find the same titles on the same days.
func TestAnotherLibraryReadsTheSame(t *testing.T) {
	text := ics(eastern,
		"UID:1|DTSTAMP:20240801T000000Z|SUMMARY:No School\\, Labor Day|DTSTART;VALUE=DATE:20240902|DTEND;VALUE=DATE:20240903",
		"UID:2|DTSTAMP:20240801T000000Z|SUMMARY:Winter Break|DTSTART;VALUE=DATE:20241223|DTEND;VALUE=DATE:20250104|DESCRIPTION:a\\;b\\nc",
		"UID:3|DTSTAMP:20240801T000000Z|SUMMARY:Early Release|DTSTART;TZID=America/New_York:20241106T123000|DTEND;TZID=America/New_York:20241106T153000",
		"UID:4|DTSTAMP:20240801T000000Z|SUMMARY:Late Start|DTSTART;VALUE=DATE:20240904|DTEND;VALUE=DATE:20240905|RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20241030|EXDATE;VALUE=DATE:20241016",
		"UID:5|DTSTAMP:20240801T000000Z|SUMMARY:A title that is folded because it is much longer than|  any line of the format may be",
	)
	text = strings.Replace(text, "BEGIN:VEVENT\r\nUID:5", "BEGIN:VEVENT\r\nDTSTART:20250110T190000\r\nUID:5", 1)
	ours, err := exchange.ReadFeed([]byte(text), schoolYear)
	if err != nil || len(ours.Problems) > 0 {
		t.Fatal(err, ours)
	}
	got := map[string]bool{}
	for _, e := range ours.Events {
		got[e.First.String()+" "+e.Title+" "+e.Description] = true
	}
	theirs := theirDays(t, text)
	if len(got) != len(theirs) || len(got) < 12 {
		t.Errorf("%d events, theirs %d", len(got), len(theirs))
	}
	for _, e := range theirs {
		if !got[e] {
			t.Errorf("only theirs: %s", e)
		}
	}
}

func theirDays(t *testing.T, text string) []string {
	t.Helper()
	cal, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range cal.Events() {
		title, _ := e.Props.Text("SUMMARY")
		body, _ := e.Props.Text("DESCRIPTION")
		start, err := e.DateTimeStart(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		starts := []time.Time{start}
		set, err := e.RecurrenceSet(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if set != nil {
			starts = set.Between(schoolYear.First.UTC(), schoolYear.Last.UTC(), true)
		}
		for _, at := range starts {
			list = append(list, day.FromTime(at).String()+" "+title+" "+body)
		}
	}
	return list
}
