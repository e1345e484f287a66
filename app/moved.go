package app

import (
	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/say"
)

// A MovedView is what a change of the school's days did to the therapy dates.
type MovedView struct {
	Lead string     `json:"lead"` // These 7 therapy dates changed; empty when no deed was done
	Rows []MovedRow `json:"rows"`
}

// A MovedRow is one planned session that a change touched.
type MovedRow struct {
	On   Day    `json:"on"`
	Text string `json:"text"` // Mia: Speech, 10:00 am
	How  string `json:"how"`  // left, came, short
	Why  string `json:"why"`  // off the schedule: Veterans Day
}

// moved compares the sheet with the book before the deed. For a child looked
// at it names that one's sessions.
func (s *sheet) moved(before *binder.Book) MovedView {
	return s.movedOf(binder.WhatMoved(before, s.Book))
}

// movedOf tells of sessions that moved.
func (s *sheet) movedOf(list []binder.Moved) MovedView {
	v := MovedView{Rows: []MovedRow{}}
	for _, m := range list {
		if s.child != "" && m.Series.ChildID != s.child {
			continue
		}
		text := withName(s.named(m.Series.ChildID), words.Title(m.Slot.Version.Service))
		if at := words.Clock(m.Slot.Schedule.StartTime); at != "" {
			text += ", " + at
		}
		v.Rows = append(v.Rows, MovedRow{On: dayOf(m.Slot.Date), Text: text, How: string(m.How), Why: movedWhy(&m)})
	}
	v.Lead = words.Put("moved.none")
	if len(v.Rows) > 0 {
		v.Lead = words.Several("moved", len(v.Rows))
	}
	return v
}

func movedWhy(m *binder.Moved) string {
	text := words.Put("moved." + string(m.How))
	days := m.Slot.Version.School.On(m.Slot.Date)
	switch {
	case m.How == binder.Left:
		text = words.Put("moved.left_plain")
		if c := closedBy(days, m); c != nil {
			text = words.Put("moved.left", "name", say.Plain(words.Closure(c)))
		}
	case m.How == binder.Short:
		partial, _ := days.Partial(m.Slot.Date)
		text = words.Put("moved.short", "name", say.Plain(shortText(&partial)))
	}
	if row := m.Slot.Session; row != nil {
		text += "; " + words.Put("moved.log", "what", outcomeText(row))
	}
	return text
}

func closedBy(days *calendar.Days, m *binder.Moved) *calendar.Closure {
	if days == nil {
		return nil
	}
	return days.ClosedBy(m.Slot.Date)
}
