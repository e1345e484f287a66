// Package summer looks at a child's summers with two pots kept apart: the
// minutes that the team reserved for make-up, and the summer program's own
// services. It says what each pot holds and what came of it, and tells where
// one seems to pay for the other, so that a person can look.
//
// A summer program (extended school year, 34 CFR 300.106) is decided for each
// child by what the child needs. It is not a store for missed minutes, and
// missed minutes do not qualify a child for one: nothing here says so.
package summer

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// A Summer is one program of a child with what came of it so far.
type Summer struct {
	Window   *calendar.ESYWindow
	Over     bool
	Pots     []Pot // of make-up minutes, in the order of the ledger
	Own      []Own // the program's own services; none where nobody wrote them down
	Warnings []Warning
}

// A Pot is the make-up minutes of one service in one summer.
type Pot struct {
	Series   *ledger.Series
	Reserved int // by the team
	Given    int // make-ups in the days of the program, also beyond what was reserved
	Left     int // of what was reserved; 0 once the program is over
	Rows     []*iep.Session
}

// Own is one of the program's own services, in its days, up to today: Given +
// Missed + Unknown = Planned where no session ran longer than planned.
type Own struct {
	Series  *ledger.Series
	Planned int // minutes of sessions past, and of those known
	Given   int
	Missed  int
	Unknown int // minutes not filled in
	Slots   []*ledger.Slot
}

// Of are the summers of a child on the ledger's day, the latest first.
func Of(r *record.Record, l *ledger.Ledger, childID string) []Summer {
	var list []Summer
	for i := range r.ESY {
		if w := &r.ESY[i]; w.ChildID == childID {
			list = append(list, of(w, r, l))
		}
	}
	slices.SortStableFunc(list, func(a, b Summer) int {
		return cmp.Or(cmp.Compare(b.Window.First, a.Window.First), cmp.Compare(a.Window.ID, b.Window.ID))
	})
	return list
}

func of(w *calendar.ESYWindow, r *record.Record, l *ledger.Ledger) Summer {
	s := Summer{Window: w, Over: w.Last < l.AsOf}
	for _, series := range l.Series {
		switch {
		case series.ChildID != w.ChildID:
		case w.PlanID != "" && series.VersionOn(w.First).Plan.ID == w.PlanID:
			s.Own = append(s.Own, own(series, w, l.AsOf))
		case r.Summer(series.VersionOn(w.First).Plan.ID) == nil:
			if p := pot(series, w, r, l.AsOf); p.Reserved > 0 || len(p.Rows) > 0 {
				s.Pots = append(s.Pots, p)
			}
		}
	}
	s.warn(r, l.AsOf)
	return s
}

// pot gathers the make-ups of a series in the days of a program.
func pot(series *ledger.Series, w *calendar.ESYWindow, r *record.Record, today day.Day) Pot {
	p := Pot{Series: series, Reserved: w.Capacity[series.ID], Rows: makeups(series, r, w.Span, today)}
	for _, row := range p.Rows {
		p.Given += row.Given()
	}
	if w.Last >= today {
		p.Left = max(0, p.Reserved-p.Given)
	}
	return p
}

// makeups are the make-ups of a series in some days, up to today, in order.
func makeups(series *ledger.Series, r *record.Record, in day.Span, today day.Day) []*iep.Session {
	var rows []*iep.Session
	for i := range r.Sessions {
		row := &r.Sessions[i]
		if row.Kind == iep.Makeup && row.Status != iep.Unsure && row.Date <= today && in.Holds(row.Date) && series.Has(row.ServiceID) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b *iep.Session) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
	return rows
}

// own are the sums of one of the program's own services. What is ahead is in
// none of them.
func own(series *ledger.Series, w *calendar.ESYWindow, today day.Day) Own {
	o := Own{Series: series}
	for i := range series.Slots {
		slot := &series.Slots[i]
		if !w.Holds(slot.Date) {
			continue
		}
		o.Slots = append(o.Slots, slot)
		switch {
		case slot.Status != calendar.Open && slot.Session == nil:
		case slot.State == ledger.Unrecorded:
			o.Planned += slot.Schedule.Minutes
			o.Unknown += slot.Schedule.Minutes
		case slot.State == ledger.Settled:
			o.Planned += slot.Schedule.Minutes
			o.Given += slot.Given
			o.Missed += slot.Missed
		}
	}
	return o
}
