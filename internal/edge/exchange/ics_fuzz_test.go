package exchange_test

import (
	"runtime/metrics"
	"testing"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/edge/exchange"
)

// Whatever the bytes, a feed is read at once, within its memory, and refused
// only in words for a person. What it gives lies in the span that was asked
// for, and what could not be read has its line.
func FuzzICS(f *testing.F) {
	for _, trap := range traps {
		f.Add([]byte(trap.feed))
	}
	f.Add([]byte(ics(eastern, ".BEGIN:VTIMEZONE|TZID:X|BEGIN:STANDARD|DTSTART:20071104T020000|RRULE:FREQ=YEARLY|END:STANDARD|END:VTIMEZONE",
		"SUMMARY:Early Dismissal: K-5 12:45 PM / 6-12 11:45 AM|DESCRIPTION:<p>No&nbsp;School</p>|CATEGORIES:District\\,All|DTSTART:20241125T123000")))
	f.Add([]byte(ics("SUMMARY:A|DTSTART:19000101|RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1|EXDATE;TZID=UTC:20241126T000000Z,x|RDATE:20250101/P1D")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			t.Skip("longer inputs make the search slow and find no other way through the reader")
		}
		start := time.Now()
		got, err := exchange.ReadFeed(data, schoolYear)
		if err != nil {
			forAPerson(t, err)
			return
		}
		for _, e := range got.Events {
			if !e.Meets(schoolYear) || e.Last < e.First || e.First < day.First-longestEvent || e.Line < 1 {
				t.Errorf("%+v", e)
			}
		}
		for _, p := range got.Problems {
			forAPerson(t, p.Why)
			if p.Line < 1 {
				t.Errorf("%v", p)
			}
		}
		for _, r := range feed.Read(got.Events, feed.Options{}) {
			if len(r.Because) == 0 {
				t.Errorf("%+v", r)
			}
		}
		if took := time.Since(start); took > patience {
			t.Errorf("took %v", took)
		}
		if held := heap(); held > 256<<20 {
			t.Errorf("holds %d bytes", held)
		}
	})
}

// longestEvent is more days than one event takes.
const longestEvent = 500

// heap is how many bytes live objects take, and those not yet swept.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func FuzzPaste(f *testing.F) {
	for _, text := range []string{
		"Nov 25-29 Thanksgiving break", "11/25 - 11/29", "Dec. 23–Jan. 3", "25-29 de noviembre", "NOVEMBER\n11 Veterans Day", "1/2 day", "2024-11-25",
		"Nov 27, 28 and 29", "Wed 27 Nov - Fri 29 Nov", "99999999999/1/1", "Feb 30", "3-", "May 4 2 hour delay", "½ \xff\n\ufeffMay",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		readings, unread := feed.ReadText(text, schoolYear, feed.Options{})
		for _, r := range readings {
			if !r.Meets(schoolYear) || r.Last < r.First || len(r.Because) == 0 {
				t.Errorf("%+v", r)
			}
		}
		for _, u := range unread {
			forAPerson(t, u.Why)
		}
	})
}
