// Package calendar knows which days are school days. A school year is what
// the school prints and what the family writes beside it: closures, short
// days, days given back, marking periods. From it follow the status of every
// day and the counts that planning and deadlines need.
//
// The source is kept as ranges with both ends in, as schools print them; what
// is asked is answered by a table of one byte a day, built anew from the
// source whenever it is needed. It costs microseconds, so nothing is cached.
package calendar

import (
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A SchoolYear is one year of one school's calendar.
type SchoolYear struct {
	ID          string       `json:"id"`
	Name        string       `json:"name,omitzero"`
	Label       string       `json:"school_year,omitzero"` // such as 2024-25
	First       day.Day      `json:"first_day"`
	Last        day.Day      `json:"last_day"`
	Source      string       `json:"source,omitzero"`          // where the days come from
	Weekdays    day.Weekdays `json:"school_weekdays,omitzero"` // the school's weekdays
	Closures    []Closure    `json:"closures"`
	PartialDays []PartialDay `json:"early_release"`
	ExtraDays   []ExtraDay   `json:"extra_school_days"`
	NotedDays   []NotedDay   `json:"noted_days,omitzero"`   // open, but not clear: a question to the school
	Terms       []Term       `json:"terms,omitzero"`        // marking periods, for a wording per quarter
	Level       Level        `json:"level,omitzero"`        // which part of a district's calendar counts; empty: not said
	Guess       bool         `json:"guess,omitzero"`        // the whole year is another's, moved on; see NextYear
	GuessedFrom string       `json:"guessed_from,omitzero"` // id of that other year; it may be gone
	Unknown     iep.Unknown  `json:",embed"`
}

// Span is the school year's first to its last day.
func (y *SchoolYear) Span() day.Span { return day.Span{First: y.First, Last: y.Last} }

// A ClosureKind is why school is closed.
type ClosureKind string

// The kinds of closure. Weather and emergency are sudden; every other kind,
// known to us or not, is on the printed calendar.
const (
	Holiday       ClosureKind = "holiday"
	Break         ClosureKind = "break"
	StaffDay      ClosureKind = "pd_day"
	Conference    ClosureKind = "conference"
	RecordsDay    ClosureKind = "records_day"
	FourDayWeek   ClosureKind = "four_day_week"
	MakeupReserve ClosureKind = "makeup_reserve" // closed unless a lost day is given back on it
	OtherClosure  ClosureKind = "other"
	Weather       ClosureKind = "weather"
	Emergency     ClosureKind = "emergency"
)

// Sudden says whether the closure is not on the printed calendar.
func (k ClosureKind) Sudden() bool { return k == Weather || k == Emergency }

// A Closure is a run of days on which school is closed, both ends in.
type Closure struct {
	ID       string `json:"id,omitzero"`
	day.Span `json:",embed"`
	Name     string      `json:"name,omitzero"`
	Kind     ClosureKind `json:"kind,omitzero"`
	Source   Source      `json:"source,omitzero"`
	Unknown  iep.Unknown `json:",embed"`
}

// A PartialDay is a run of days on which school is open for less than the
// whole day: all of them, or those on some weekdays, such as every Wednesday.
type PartialDay struct {
	ID        string `json:"id,omitzero"`
	day.Span  `json:",embed"`
	Weekdays  day.Weekdays `json:"weekdays,omitzero"`  // of the run, only these; empty: every day
	Dismissal day.Clock    `json:"dismissal,omitzero"` // an early end, when known
	Opening   day.Clock    `json:"opening,omitzero"`   // a late start, when known
	Name      string       `json:"name,omitzero"`
	Kind      string       `json:"kind,omitzero"`
	Source    Source       `json:"source,omitzero"`
	Unknown   iep.Unknown  `json:",embed"`
}

// Holds says whether the entry is about the day: in its run, and on one of its
// weekdays.
func (p *PartialDay) Holds(on day.Day) bool {
	return p.Span.Holds(on) && (p.Weekdays == 0 || p.Weekdays.Has(on.Weekday()))
}

// Cuts says whether a session from start, for so many minutes, ends after the
// dismissal or starts before the opening. Of a session whose start is not
// known it is never said.
func (p PartialDay) Cuts(start day.Clock, minutes int) bool {
	if !start.Known() {
		return false
	}
	late := p.Dismissal.Known() && start.Minutes()+minutes > p.Dismissal.Minutes()
	return late || p.Opening.Known() && start < p.Opening
}

// An ExtraDay is a day given back: open whatever else is said of it.
type ExtraDay struct {
	Date    day.Day     `json:"date"`
	Name    string      `json:"name,omitzero"`
	Source  Source      `json:"source,omitzero"`
	Unknown iep.Unknown `json:",embed"`
}

// A Term is a marking period of the school year.
type Term struct {
	Name     string `json:"name,omitzero"`
	day.Span `json:",embed"`
	Unknown  iep.Unknown `json:",embed"`
}

// An ESYWindow is the time of the summer program, with the minutes that the
// team reserved in it for make-ups, by series. These stand apart from the
// program's own services: the summer program is not a store for missed
// minutes.
type ESYWindow struct {
	ID       string `json:"id"`
	ChildID  string `json:"child_id"`
	day.Span `json:",embed"`
	Capacity map[string]int `json:"makeup_capacity"`  // reserved make-up minutes, by series
	PlanID   string         `json:"plan_id,omitzero"` // of the program's own services, where they are written down
	Unknown  iep.Unknown    `json:",embed"`
}
