package calendar

import (
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A Source is where an entry of a calendar comes from: a word of the list
// below, none, or one of another program, which is kept and means nothing here.
type Source string

// The sources of an entry. Empty: not said.
const (
	FromFeed     Source = "feed"      // the school's own calendar file
	Typed        Source = "typed"     // by the family, day by day
	Pasted       Source = "pasted"    // by the family, as text read by the program
	Suggested    Source = "suggested" // by the program, and taken by the family
	FromLastYear Source = "last_year" // moved on from the year before; see NextYear
)

// A Level is the part of a district's calendar that counts for a child. Other
// programs write other words in its place, such as district: those are kept,
// and are read as not said.
type Level string

// The levels of school.
const (
	Elementary Level = "elementary"
	Middle     Level = "middle"
	High       Level = "high"
)

// Known says whether the level is one of the three. Of any other word, and of
// none, it is not said which days of a district's calendar count.
func (l Level) Known() bool { return l == Elementary || l == Middle || l == High }

// A NotedKind is why a day is noted.
type NotedKind string

// The kinds of noted days. A word of another program is read as Unclear.
const (
	Remote  NotedKind = "remote"  // school meets from home
	Testing NotedKind = "testing" // state or district tests
	Unclear NotedKind = "unclear" // the calendar does not say what the day is
)

// A NotedDay is a run of days on which school is open, but on which services
// may pause or of which the calendar is not clear: a question to the school.
// It changes no status, no promise and no number; what is planned on it stays
// expected.
type NotedDay struct {
	ID       string `json:"id,omitzero"`
	day.Span `json:",embed"`
	Name     string      `json:"name,omitzero"`
	Kind     NotedKind   `json:"kind,omitzero"`
	Source   Source      `json:"source,omitzero"`
	Unknown  iep.Unknown `json:",embed"`
}

// Noted are the notes on a day of the year, in the order of its list.
func (d *Days) Noted(on day.Day) []*NotedDay {
	if !d.Year.Span().Holds(on) {
		return nil
	}
	var notes []*NotedDay
	for i := range d.Year.NotedDays {
		if n := &d.Year.NotedDays[i]; n.Holds(on) {
			notes = append(notes, n)
		}
	}
	return notes
}

// Noted are the notes on a day, of the year that the day belongs to.
func (s School) Noted(on day.Day) []*NotedDay {
	if d := s.On(on); d != nil {
		return d.Noted(on)
	}
	return nil
}
