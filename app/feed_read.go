package app

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"midweek/app/window"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/open"
)

// feeds are the files that a school's calendar can come in.
var feeds = window.Kind{Name: words.Put("dialog.feeds"), Ending: ".ics", Also: []string{".txt"}}

// A tray holds the calendar that lies open, until another is chosen.
type tray struct {
	sync.Mutex
	now  *feedFile
	read int // files so far
}

// feedFile is a calendar file as it was read, for one record.
type feedFile struct {
	room    *open.Room
	number  int // of the files that were read, from 1
	name    string
	data    []byte // of a feed
	text    string // of pasted dates
	trouble string // why the last file could not be read
	last    *taken
	done    *outcome
}

// outcome is what an accepted calendar did.
type outcome struct {
	year  calendar.SchoolYear // as it left it
	moved MovedView
}

// taken is a calendar read for one school year.
type taken struct {
	year     *calendar.SchoolYear // as it is; a new one has no id
	level    calendar.Level
	count    int // events in the file
	readings []feed.Reading
	problems []FeedProblem
}

func (t *tray) forget() {
	t.Lock()
	t.now = nil
	t.Unlock()
}

// in is the calendar that lies open for a record, or nil.
func (t *tray) in(room *open.Room) *feedFile {
	if t.now == nil || t.now.room != room {
		return nil
	}
	return t.now
}

// open reads a file. One that cannot be read leaves the one before.
func (t *tray) open(room *open.Room, path string) {
	t.Lock()
	defer t.Unlock()
	b, err := read(path)
	if err == nil {
		t.read++
		b.room, b.number = room, t.read
		t.now = b
		return
	}
	if t.in(room) == nil {
		t.now = &feedFile{room: room}
	}
	t.now.trouble = troubleOf(err)
}

func troubleOf(err error) string {
	if r := refusal.From(err); r != nil {
		return words.Refusal(r)
	}
	return words.Put("feed.unreadable")
}

func read(path string) (*feedFile, error) {
	if strings.EqualFold(filepath.Ext(path), ".txt") {
		text, err := exchange.ReadText(path)
		if err == nil && strings.TrimSpace(text) == "" {
			err = errors.New("an empty file")
		}
		return &feedFile{text: text}, err
	}
	data, err := exchange.ReadFeedFile(path)
	if err != nil {
		return nil, err
	}
	f, err := exchange.ReadFeed(data, day.Span{First: 1})
	if err != nil {
		return nil, err
	}
	return &feedFile{data: data, name: f.Name}, nil
}

func (b *feedFile) there() bool { return len(b.data) > 0 || b.text != "" }

// How far around today a feed is looked through for the days on which school
// begins and ends.
const (
	lookBack  = 400
	lookAhead = 700
)

// guess is the school year that the file itself names.
func (b *feedFile) guess(today day.Day) day.Span {
	if len(b.data) == 0 {
		return day.Span{}
	}
	f, err := exchange.ReadFeed(b.data, day.Span{First: today - lookBack, Last: today + lookAhead})
	if err != nil {
		return day.Span{} // reading for a year will tell
	}
	return feed.YearOf(f.Events, today)
}

// take reads the file for the school year that is asked for. Of a new year
// whose days are not known nothing is read yet.
func (b *feedFile) take(s *sheet, q FeedQuery) (*taken, error) {
	t := &taken{year: s.Year(q.Year), problems: []FeedProblem{}}
	if t.year == nil {
		year, err := b.newYear(s, q)
		if err != nil {
			return nil, err
		}
		t.year = year
	}
	t.level = t.year.Level
	if !t.level.Known() && slices.Contains(levels, calendar.Level(q.Level)) {
		t.level = calendar.Level(q.Level)
	}
	if known := b.last; known != nil && known.year.ID == t.year.ID && known.year.Span() == t.year.Span() && known.level == t.level {
		t.count, t.readings, t.problems = known.count, known.readings, known.problems
	} else if err := b.readFor(t); err != nil {
		return nil, err
	}
	b.last = t
	return t, nil
}

func (b *feedFile) newYear(s *sheet, q FeedQuery) (*calendar.SchoolYear, error) {
	first, err := parseDay("first", q.First)
	if err != nil {
		return nil, err
	}
	last, err := parseDay("last", q.Last)
	if err != nil {
		return nil, err
	}
	if first != day.None && last != day.None && last < first {
		return nil, refusal.At("last", refusal.New(refusal.Backwards, "start", first.String(), "end", last.String()))
	}
	return &calendar.SchoolYear{Name: b.name, First: first, Last: last, Weekdays: day.MondayToFriday}, nil
}

func (b *feedFile) readFor(t *taken) error {
	span := t.year.Span()
	if span.First == day.None || span.Last == day.None {
		return nil
	}
	options := feed.Options{Level: t.level}
	if b.text != "" {
		readings, unread := feed.ReadText(b.text, span, options)
		t.count, t.readings = len(readings), readings
		for _, u := range unread {
			t.problems = append(t.problems, FeedProblem{u.Line, words.Refusal(u.Why)})
		}
		return nil
	}
	f, err := exchange.ReadFeed(b.data, span)
	if err != nil {
		return err
	}
	t.count, t.readings = f.Count, feed.Read(f.Events, options)
	for _, p := range f.Problems {
		t.problems = append(t.problems, FeedProblem{p.Line, words.Refusal(p.Why)})
	}
	return nil
}
