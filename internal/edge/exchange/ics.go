package exchange

import (
	"bytes"
	"os"
	"strconv"
	"unicode/utf8"

	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/refusal"
)

// Bounds of a calendar feed. Time is bounded by counting work, so that a feed
// reads the same on every machine.
const (
	maxFeed        = 5 << 20 // bytes
	maxEvents      = 5000
	maxFeedLine    = 16 << 10 // bytes of one line, unfolded; the rest of it is left out
	maxOccurrences = 20_000   // of all events together
	maxDates       = 2000     // days that one event leaves out or adds
	maxRuleYears   = 10_000   // years that all rules together are walked over
)

// A Feed is a school calendar as another program wrote it (RFC 5545), and what
// in it could not be read.
type Feed struct {
	Name     string
	Count    int // events as they stand in the file
	Events   []feed.Event
	Problems []Problem
}

// A Problem is a place in a feed that could not be read; the rest was.
type Problem struct {
	Line int // from 1
	Why  *refusal.Refusal
}

// ReadFeedFile reads a file of at most a feed's size, and nothing of a larger
// one.
func ReadFeedFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := readAtMost(f, maxFeed)
	if refusal.From(err) != nil {
		return nil, feedTooLarge()
	}
	return data, err
}

// ReadText reads a text file of dates, of at most a feed's size.
func ReadText(name string) (string, error) {
	data, err := ReadFeedFile(name)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(data) {
		return "", refusal.New(refusal.NotText)
	}
	return string(data), nil
}

func feedTooLarge() error {
	return refusal.New(refusal.FeedLarge, "limit", strconv.Itoa(maxFeed>>20))
}

// ReadFeed reads the events that touch a span of days. One broken event does
// not keep the others out; it is told with its line. Nothing that a feed
// points at is fetched, and what it attaches is not looked at.
//
// github.com/emersion/go-ical was tried first and is only an independent
// answer in the tests: a line without a colon makes it panic, and its errors
// carry no line (docs/decisions/0016-how-a-feed-is-read.md).
func ReadFeed(data []byte, in day.Span) (*Feed, error) {
	if len(data) > maxFeed {
		return nil, feedTooLarge()
	}
	if !isCalendar(data) {
		return nil, refusal.New(refusal.NotCalendar)
	}
	raw, err := readComponents(data)
	if err != nil {
		return nil, err
	}
	x := newExpander(raw, in)
	return &Feed{Name: raw.name, Count: len(raw.events), Events: x.events(), Problems: x.told()}, nil
}

// magic are the first bytes of files that people rename to .ics.
var magic = []string{"PK\x03\x04", "PK\x05\x06", "\x1f\x8b", "%PDF", "\xd0\xcf\x11\xe0", "\x89PNG", "\xff\xd8\xff",
	"7z\xbc\xaf", "Rar!", "SQLite", "{\\rtf"}

// isCalendar says whether a file can be a calendar: one that begins as another
// kind of file is none, whatever stands in it.
func isCalendar(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m)) {
			return false
		}
	}
	return bytes.Contains(bytes.ToUpper(data[:min(len(data), 4<<10)]), []byte("BEGIN:VCALENDAR"))
}
