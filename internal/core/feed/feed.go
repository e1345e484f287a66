// Package feed reads what a school district says about its days: the events of
// a calendar feed, or dates that a person pasted. For every event it says
// whether the day is closed, short, given back, a day of tests, a question, or
// nothing to us; with the words that decided it, and how sure that is.
//
// Districts write for people, in a thousand ways, and most of a feed is
// concerts and meetings. So the reader knows no titles: it looks for a few
// hundred short phrases, each with a weight, and at what stands around them
// (docs/feeds.md). "Spring Break" closes; "Spring Break Camp" does not, since
// the last word of a name says what the thing is. What is not clear is asked.
//
// Nothing here closes a day: a person confirms every reading.
package feed

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// An Event is one event of a feed on its days, both ends in: an occurrence,
// where the feed repeats it. Times are the school's wall-clock.
type Event struct {
	day.Span
	Title, Description, Location string
	Categories                   []string
	AllDay                       bool
	Start, End                   day.Clock // of an event that is not all-day; End may be unknown
	UID                          string
	Cancelled                    bool
	Line                         int // in the file, from 1
}

// A Verdict is what an event says of its days.
type Verdict string

// The verdicts.
const (
	IsClosed  Verdict = "closed"
	IsPartial Verdict = "partial"    // open for less than the whole day
	IsTesting Verdict = "testing"    // open, but services may pause
	GivenBack Verdict = "given_back" // a school day again, whatever else is said
	IsAsk     Verdict = "ask"        // a person must say
	IsIgnored Verdict = "ignore"
)

// A Reason is something that decided, and the words of the feed that say so,
// where it was words.
type Reason struct {
	Code Code
	Text string
}

// A Reading is what one event says of its days.
type Reading struct {
	day.Span
	Verdict   Verdict
	From      day.Clock // of a partial day: the opening, where it is known
	Until     day.Clock // of a partial day: the dismissal, where it is known
	Kind      calendar.ClosureKind
	Title     string
	Because   []Reason
	Certainty int // 0 to 100; a review shows the least certain first
	Line      int // of the event, from 1
	Source    calendar.Source
}

// Options are what the reader is told beside the feed.
type Options struct {
	// Level is the child's. Where it is not known, days for some grades only
	// are questions.
	Level calendar.Level
}

// Read reads events, in any order, some of them twice. Readings come by day.
// An event that is nothing to us gives a reading too, so that a person can see
// what was left out.
func Read(events []Event, options Options) []Reading {
	r := reader{level: options.Level, mixed: mixed(events), texts: map[string]*signer{}}
	readings := make([]Reading, 0, len(events))
	for i := range events {
		readings = append(readings, r.read(&events[i]))
	}
	readings = merge(readings)
	doubtWeekends(readings)
	return readings
}

// merge sorts readings and lets equal ones be one: feeds hold events twice
// under two names.
func merge(readings []Reading) []Reading {
	slices.SortFunc(readings, func(a, b Reading) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last), cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.Verdict, b.Verdict), cmp.Compare(a.Until, b.Until), cmp.Compare(a.From, b.From),
			cmp.Compare(b.Certainty, a.Certainty), compareReasons(a.Because, b.Because), cmp.Compare(a.Line, b.Line))
	})
	return slices.CompactFunc(readings, func(a, b Reading) bool {
		return a.Span == b.Span && a.Title == b.Title && a.Verdict == b.Verdict && a.Until == b.Until && a.From == b.From
	})
}

func compareReasons(a, b []Reason) int {
	return slices.CompareFunc(a, b, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Text, b.Text))
	})
}

// doubtWeekends asks about a closed day on a weekend that no closed weekday
// stands beside: the day may have been mistyped.
func doubtWeekends(readings []Reading) {
	closed := map[day.Day]bool{}
	for i := range readings {
		if readings[i].Verdict == IsClosed && readings[i].Days() <= longestBreak {
			for on := readings[i].First; on <= readings[i].Last; on++ {
				closed[on] = true
			}
		}
	}
	for i := range readings {
		r := &readings[i]
		w := r.First.Weekday()
		if r.Verdict != IsClosed || r.Days() > 2 || w < day.Saturday || r.Last.Weekday() < day.Saturday {
			continue
		}
		friday := r.First - day.Day(w-day.Friday)
		if !closed[friday] && !closed[friday+3] {
			r.Verdict, r.Certainty = IsAsk, unsure
			r.Because = append(r.Because, Reason{Code: OnWeekend})
		}
	}
}
