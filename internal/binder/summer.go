package binder

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/core/summer"
)

// SaveSummer adds a summer program (ESY) of a child, or corrects the one with
// its id. The plan with its own services stays.
func (b *Binder) SaveSummer(window calendar.ESYWindow, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	kind := history.Add
	if old := book.Summer(window.ID); old != nil {
		kind, window.PlanID, window.Unknown = history.Correct, old.PlanID, old.Unknown
	} else {
		window.ID = b.newID()
	}
	return b.do(summerChange(kind, &window, because))
}

func summerChange(kind history.Kind, w *calendar.ESYWindow, because string) Change {
	return Change{Kind: kind, Noun: history.ESY, ID: w.ID, Children: []string{w.ChildID}, Value: w, Because: because}
}

// PlanSummer gives a summer program a plan and a calendar of its own, in which
// its own services are written down, apart from those of the school year: one
// deed. The kind is that of the child's plan; the calendar has the program's days
// and the weekdays given.
func (b *Binder) PlanSummer(id, name string, weekdays day.Weekdays) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Summer(id)
	if old == nil {
		return refusal.New(refusal.NoSuch, "what", "summer program", "id", id)
	}
	if book.Plan(old.PlanID) != nil {
		return nil
	}
	window := *old
	year := calendar.SchoolYear{ID: b.newID(), Name: name, First: window.First, Last: window.Last, Weekdays: weekdays}
	plan := iep.Plan{
		ID: b.newID(), ChildID: window.ChildID, Kind: book.kindBefore(window.ChildID, window.First), Start: window.First, End: window.Last,
		CalendarIDs: []string{year.ID},
	}
	window.PlanID = plan.ID
	return b.do(
		Change{Kind: history.Add, Noun: history.Calendar, ID: year.ID, Children: []string{window.ChildID}, Value: &year},
		Change{Kind: history.Add, Noun: history.Plan, ID: plan.ID, Children: []string{window.ChildID}, Value: &plan},
		summerChange(history.Correct, &window, ""),
	)
}

// kindBefore is the kind of a child's latest plan that began before a day; of a
// child without one an IEP.
func (b *Book) kindBefore(childID string, on day.Day) iep.PlanKind {
	kind, from := iep.IEP, day.None
	for i := range b.Record.Plans {
		p := &b.Record.Plans[i]
		if p.ChildID == childID && p.Kind != iep.Private && p.Start <= on && p.Start >= from {
			kind, from = p.Kind, p.Start
		}
	}
	return kind
}

// Summer finds a summer program by its id, or nil.
func (b *Book) Summer(id string) *calendar.ESYWindow {
	return byID(b.Record.ESY, func(w *calendar.ESYWindow) bool { return w.ID == id })
}

// Summers are the summer programs of a child with what came of them, the latest
// first.
func (b *Book) Summers(childID string) []summer.Summer { return summer.Of(b.Record, b.Ledger, childID) }

var ofCarryovers = entries[iep.Carryover]{
	noun: history.Carryover, rows: func(r *record.Record) []iep.Carryover { return r.Carryovers },
	id: func(o *iep.Carryover) *string { return &o.ID }, child: func(o *iep.Carryover) string { return o.ChildID },
	keep: func(old, now *iep.Carryover) { now.Unknown = old.Unknown },
}

// SaveCarryovers writes down what was agreed at the end of a year, a row for each
// series, as one deed: new rows, and corrected ones with their ids. A row that
// carries nothing is not added, and struck if it was there. It refuses an
// agreement of a day to come.
func (b *Binder) SaveCarryovers(rows []iep.Carryover) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	var changes []Change
	for i := range rows {
		row := rows[i]
		if row.AgreedOn > book.Today {
			return refusal.At("agreedOn", refusal.New(refusal.NotYet, "day", row.AgreedOn.String()))
		}
		change, err := b.carryover(book, &row)
		if err != nil {
			return err
		}
		if change.Kind != "" {
			changes = append(changes, change)
		}
	}
	return b.do(changes...)
}

func (b *Binder) carryover(book *Book, row *iep.Carryover) (Change, error) {
	old := ofCarryovers.find(book.Record, row.ID)
	kind, err := kindOf(row.ID, old != nil)
	switch {
	case err != nil:
		return Change{}, err
	case row.Minutes() == 0 && old == nil:
		return Change{}, nil
	case row.Minutes() == 0:
		change := ofCarryovers.change(history.Withdraw, old)
		change.Value = nil
		return change, nil
	case old == nil:
		row.ID = b.newID()
	default:
		ofCarryovers.keep(old, row)
	}
	return ofCarryovers.change(kind, row), nil
}

// WithdrawCarryovers takes back what was written down of an agreement: one deed.
func (b *Binder) WithdrawCarryovers(ids []string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	var changes []Change
	for _, id := range ids {
		row := ofCarryovers.find(book.Record, id)
		if row == nil {
			return refusal.New(refusal.NoSuch, "what", string(history.Carryover), "id", id)
		}
		change := ofCarryovers.change(history.Withdraw, row)
		change.Value = nil
		changes = append(changes, change)
	}
	return b.do(changes...)
}

// CarryoversOf is what was agreed for a child, the latest balance first; of one
// day what was agreed last, which holds.
func (b *Book) CarryoversOf(childID string) []*iep.Carryover {
	list := of(b.Record.Carryovers, func(o *iep.Carryover) bool { return o.ChildID == childID })
	slices.SortStableFunc(list, func(o, p *iep.Carryover) int {
		return cmp.Or(cmp.Compare(p.Date, o.Date), cmp.Compare(p.InEffect(), o.InEffect()), cmp.Compare(p.ID, o.ID))
	})
	return list
}

// SaveAlarm says when a family wants to hear early that a child's minutes are
// being lost.
func (b *Binder) SaveAlarm(childID string, chosen iep.Alarm) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Record.Child(childID)
	if old == nil {
		return refusal.New(refusal.NoSuch, "what", "child", "id", childID)
	}
	child := *old
	if child.Alarm != nil {
		chosen.Unknown = child.Alarm.Unknown
	}
	child.Alarm = &chosen
	return b.do(Change{Kind: history.Correct, Noun: history.Child, ID: childID, Children: []string{childID}, Value: &child})
}
