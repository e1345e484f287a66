package story

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// sessionPhrases say of which service and days a line of the log speaks. A
// day with a line of its own is left out of `every slot` and `every open`.
var sessionPhrases = []phrase[*logged]{
	on("DAYS NAME every slot TEXT", (*logged).everySlot),
	on("DAYS NAME every open WEEKDAYS TEXT", (*logged).everyOpen),
	on("DAY at CLOCK NAME TEXT", func(l *logged, p []place) error {
		return l.row(iep.Session{ServiceID: p[2].Text, Date: p[0].day, StartTime: p[1].clock}, p[3].Text)
	}),
	on("DAY NAME TEXT", func(l *logged, p []place) error {
		return l.row(iep.Session{ServiceID: p[1].Text, Date: p[0].day}, p[2].Text)
	}),
}

// logged is the log while its section is read.
type logged struct {
	story *Story
	at    line
	rows  []iep.Session
	runs  []run
	own   map[ownLine]bool
}

// A run is a line about many days, which gives way to the days' own lines.
type run struct {
	at       line
	service  string
	days     []day.Day
	happened string
}

type ownLine struct {
	service string
	date    day.Day
	kind    iep.SessionKind
}

func (s *Story) readSessions(p section) error {
	l := &logged{story: s, own: map[ownLine]bool{}}
	err := each(p.lines, func(at line) error { l.at = at; return says(at, l, sessionPhrases) })
	if err != nil {
		return err
	}
	for _, r := range l.runs {
		if err := l.run(r); err != nil {
			return err
		}
	}
	s.Record.Sessions = l.rows
	return nil
}

// row adds one row of the log.
func (l *logged) row(row iep.Session, what string) error {
	h := &happened{story: l.story, at: l.at, Session: row}
	if err := h.read(what); err != nil {
		return err
	}
	h.ID = fmt.Sprintf("line %03d, %s", l.at.number, h.Date)
	l.own[ownLine{h.ServiceID, h.Date, h.Kind}] = true
	l.rows = append(l.rows, h.Session)
	return nil
}

func (l *logged) run(r run) error {
	before := len(l.rows)
	for _, d := range r.days {
		h := &happened{story: l.story, at: r.at, Session: iep.Session{ServiceID: r.service, Date: d}}
		if err := h.read(r.happened); err != nil {
			return err
		}
		if l.own[ownLine{r.service, d, h.Kind}] {
			continue
		}
		h.ID = fmt.Sprintf("line %03d, %s, %d", r.at.number, d, len(l.rows))
		l.rows = append(l.rows, h.Session)
	}
	if len(l.rows) == before {
		return r.at.fail("there is no such day")
	}
	return nil
}

// everySlot means the service's slots on open days.
func (l *logged) everySlot(p []place) error {
	planned, err := l.story.slots(p[1].Text)
	if err != nil {
		return err
	}
	var days []day.Day
	for _, slot := range planned {
		if p[0].days.Holds(slot.Date) && slot.Status == calendar.Open {
			days = append(days, slot.Date)
		}
	}
	l.runs = append(l.runs, run{l.at, p[1].Text, days, p[2].Text})
	return nil
}

// everyOpen means the open school days on some weekdays.
func (l *logged) everyOpen(p []place) error {
	plan, _, err := l.story.service(p[1].Text)
	if err != nil {
		return err
	}
	school := l.story.Record.School(plan, l.story.Record.Days())
	var days []day.Day
	for d := p[0].days.First; d <= p[0].days.Last; d++ {
		if p[2].weekdays.Has(d.Weekday()) && school.Status(d) == calendar.Open {
			days = append(days, d)
		}
	}
	l.runs = append(l.runs, run{l.at, p[1].Text, days, p[3].Text})
	return nil
}
