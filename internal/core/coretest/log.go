package coretest

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// log fills in what happened: rows for most of the planned slots, then rows of
// every kind on any day.
func (f *family) log() {
	for _, p := range f.planned {
		for _, slot := range p.slots {
			if len(f.record.Sessions) < 14 && !f.oneIn(3, "nobody said") {
				f.row(p, iep.Session{Kind: iep.Regular, Date: slot.Date})
			}
		}
	}
	for range pick(f, "more rows", 1, 3, 5, 8) {
		p := f.planned[f.number(0, len(f.planned)-1, "of service")]
		s := iep.Session{Kind: pick(f, "kind of row", iep.Makeup, iep.Makeup, iep.Makeup, iep.Extra, iep.Regular)}
		s.Date = between(f.T, p.service.Start-2, p.service.End+20, "day of row")
		if s.Kind == iep.Regular {
			s.Date, s.ScheduleID = f.someSlot(p)
		}
		f.row(p, s)
	}
}

// row adds a row of a kind and day to the log, and says how it went.
func (f *family) row(p planned, s iep.Session) {
	s.ID = pick(f, "id", "s", "a", "z") + fmt.Sprintf("%02d", len(f.record.Sessions)) // on one day the ids decide, in any order
	s.ServiceID = p.service.ID
	s.Status = pick(f, "status", iep.Missed, iep.Missed, iep.Missed, iep.Delivered, iep.Partial, iep.Unsure)
	if s.Kind != iep.Regular {
		s.Status = pick(f, "status of what was given", iep.Delivered, iep.Delivered, iep.Delivered, iep.Partial, iep.Unsure)
	}
	s.StartTime = pick(f, "start of row", day.NoClock, day.NoClock, day.At(9, 0), day.At(10, 30))
	s.Reason = pick(f, "reason", append([]iep.Reason{"", iep.ProviderVacancy, iep.ProviderAbsent, iep.ProviderAbsent}, someReasons...)...)
	if s.Status == iep.Partial || s.Kind != iep.Regular && s.Status != iep.Unsure || f.oneIn(4, "minutes said") {
		s.Minutes = new(pick(f, "minutes given", 30, 15, 10, 60, 0, 45, 90))
	}
	for range f.named(s.Kind) {
		s.MakeupFor = append(s.MakeupFor, f.obligation(p))
	}
	f.record.Sessions = append(f.record.Sessions, s)
}

func (f *family) named(kind iep.SessionKind) int {
	if kind != iep.Makeup {
		return 0
	}
	return pick(f, "make-up for", 0, 0, 1, 1, 2, 3)
}

// someSlot is the day and schedule of one of the service's slots, or any day.
func (f *family) someSlot(p planned) (day.Day, string) {
	if len(p.slots) == 0 || f.oneIn(8, "any day") {
		return between(f.T, p.service.Start-2, p.service.End+2, "day of row"), ""
	}
	slot := p.slots[f.number(0, len(p.slots)-1, "slot")]
	return slot.Date, pick(f, "schedule of row", "", "", slot.Schedule.ID, slot.Schedule.ID, "b")
}

// obligation is an id that a make-up may name: of a slot, of a period, of one
// that exists now, later or never, or of none at all.
func (f *family) obligation(p planned) string {
	date, _ := f.aboutRow(p)
	id := p.service.Series() + ":" + date.String()
	switch pick(f, "named", "slot", "slot", "slot", "slot", "period", "undecided", "not scheduled", "other series", "nonsense") {
	case "slot":
		return id + ":" + pick(f, "schedule named", "a", "a", "a", "b")
	case "period":
		return p.service.Series() + ":" + f.periodStart(p, date).String()
	case "undecided":
		return p.service.Series() + ":" + f.periodStart(p, date).String() + ":undecided"
	case "not scheduled":
		return p.service.Series() + ":" + f.periodStart(p, date).String() + ":not_scheduled"
	case "other series":
		return "ot:" + date.String() + ":a"
	}
	return pick(f, "nonsense", "", ":", "sp:", "sp:2026-02-30", "no such id")
}

// periodStart is a day on which a period is likely to begin.
func (f *family) periodStart(p planned, d day.Day) day.Day {
	return max(p.service.Start, pick(f, "period start", d.Monday(), d.MonthSpan().First, p.service.Start))
}

func (f *family) decisions() {
	for n := range pick(f, "decisions", 0, 2, 4, 6) {
		p := f.planned[f.number(0, len(f.planned)-1, "decided on")]
		d := iep.Decision{ID: fmt.Sprintf("d%d", n), ServiceID: p.service.ID, Owed: pick(f, "owed", iep.OwedYes, iep.OwedNo)}
		// A series that two children have cannot be decided by its name.
		if len(f.record.Children) == 1 && f.oneIn(3, "decided for the series") {
			d.ServiceID = p.service.Series()
		}
		d.Date, d.ScheduleID = f.aboutRow(p)
		if !f.oneIn(3, "day of decision not said") {
			d.DecidedOn = d.Date + day.Day(f.number(-3, 40, "decided after"))
		}
		f.record.Decisions = append(f.record.Decisions, d)
	}
}

// aboutRow is the day of a slot that a row of the log is about, or of any slot.
func (f *family) aboutRow(p planned) (day.Day, string) {
	var rows []iep.Session
	for _, s := range f.record.Sessions {
		if s.ServiceID == p.service.ID && s.Kind == iep.Regular {
			rows = append(rows, s)
		}
	}
	if len(rows) > 0 && !f.oneIn(4, "not about a row") {
		return rows[f.number(0, len(rows)-1, "about row")].Date, pick(f, "schedule named", "", "", "a")
	}
	return f.someSlot(p)
}

func (f *family) summers() {
	for n := range pick(f, "summer windows", 0, 1, 2) {
		p := f.planned[f.number(0, len(f.planned)-1, "reserved for")]
		school := f.school()
		f.record.ESY = append(f.record.ESY, calendar.ESYWindow{
			ID: fmt.Sprintf("w%d", n), ChildID: p.child, Span: f.span(day.Span{First: school.Last - 20, Last: school.Last + 20}, 25, "window"),
			Capacity: map[string]int{p.service.Series(): f.number(0, 100, "reserved")},
		})
	}
}

// carryovers are agreements about the end of a year, on any day of one.
func (f *family) carryovers() {
	for n := range pick(f, "carryovers", 0, 0, 1, 2) {
		p := f.planned[f.number(0, len(f.planned)-1, "carried on")]
		o := iep.Carryover{ID: fmt.Sprintf("o%d", n), ChildID: p.child, SeriesID: p.service.Series(), Date: f.span(f.school(), 1, "balance of").First}
		o.ToSummer, o.ToNextYear = f.number(0, 40, "to summer"), f.number(0, 120, "to next year")
		if f.oneIn(3, "before the record") {
			o.Before = f.number(0, o.Minutes(), "minutes before")
		}
		if f.oneIn(3, "day of agreement said") {
			o.AgreedOn = o.Date + day.Day(f.number(-5, 60, "agreed after"))
		}
		f.record.Carryovers = append(f.record.Carryovers, o)
	}
}
