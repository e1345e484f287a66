package binder

import (
	"bytes"
	"fmt"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// Year finds a school year by its id, or nil.
func (b *Book) Year(id string) *calendar.SchoolYear {
	return byID(b.Record.Calendars, func(y *calendar.SchoolYear) bool { return y.ID == id })
}

// SaveYear adds a school year, or corrects the first and last day, the name,
// the weekdays and the level of the one with its id; its closures stay. A new year is
// given to the plans that have no calendar yet.
func (b *Binder) SaveYear(year calendar.SchoolYear, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	changes, err := b.yearChanges(book, year, because)
	if err != nil {
		return err
	}
	return b.do(changes...)
}

// yearChanges are what saving a school year changes: the year, and the plans
// that had none.
func (b *Binder) yearChanges(book *Book, year calendar.SchoolYear, because string) ([]Change, error) {
	old := book.Year(year.ID)
	kind, err := kindOf(year.ID, old != nil)
	if err != nil {
		return nil, err
	}
	if kind == history.Correct {
		value := *old
		value.Name, value.First, value.Last, value.Weekdays, value.Level = year.Name, year.First, year.Last, year.Weekdays, year.Level
		return []Change{b.year(kind, book, value, because)}, nil
	}
	year.ID = history.NewID(b.env.Writer.Random)
	changes := []Change{b.year(kind, book, year, because)}
	for i := range book.Record.Plans {
		if plan := book.Record.Plans[i]; len(plan.CalendarIDs) == 0 {
			plan.CalendarIDs, plan.Services = []string{year.ID}, nil
			changes = append(changes, Change{
				Kind: history.Correct, Noun: history.Plan, ID: plan.ID, Children: []string{plan.ChildID}, Value: &plan,
			})
		}
	}
	return changes, nil
}

func (b *Binder) year(kind history.Kind, book *Book, y calendar.SchoolYear, because string) Change {
	return Change{Kind: kind, Noun: history.Calendar, ID: y.ID, Children: book.Pupils(y.ID), Value: &y, Because: because}
}

// Pupils are the children with a plan on a calendar.
func (b *Book) Pupils(calendarID string) []string {
	var ids []string
	for i := range b.Record.Plans {
		p := &b.Record.Plans[i]
		if slices.Contains(p.CalendarIDs, calendarID) && !slices.Contains(ids, p.ChildID) {
			ids = append(ids, p.ChildID)
		}
	}
	return ids
}

// Close writes days without school into a school year, or corrects the closure
// that has its id, which keeps its source.
func (b *Binder) Close(calendarID string, closure calendar.Closure, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		if err := inYear(y, closure.Span); err != nil {
			return err
		}
		rows, err := ofClosures.with(y.Closures, closure, b.newID)
		y.Closures = rows
		return err
	})
}

// Reopen takes a closure out of a school year.
func (b *Binder) Reopen(calendarID, closureID, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		rows, err := ofClosures.without(y.Closures, closureID)
		y.Closures = rows
		return err
	})
}

// inYear refuses days that are all outside a school year. Of days that run
// backwards the record itself says so.
func inYear(y *calendar.SchoolYear, span day.Span) error {
	if span.Empty() || span.Meets(y.Span()) {
		return nil
	}
	return refusal.At("first", refusal.New(refusal.OutsideYear, "first", y.First.String(), "last", y.Last.String()))
}

// changeYear corrects a school year. What leaves it as it was is no deed.
func (b *Binder) changeYear(id, because string, change func(*calendar.SchoolYear) error) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Year(id)
	if old == nil {
		return refusal.At("calendar", refusal.New(refusal.NoSuch, "what", "calendar", "id", id))
	}
	value := *old
	if err := change(&value); err != nil {
		return err
	}
	if same, err := b.same(old, &value); same || err != nil {
		return err
	}
	return b.do(b.year(history.Correct, book, value, because))
}

// same says whether two values are written alike.
func (b *Binder) same(one, other any) (bool, error) {
	first, err := b.env.Write(one)
	if err != nil {
		return false, fmt.Errorf("comparing two values: %w", err)
	}
	second, err := b.env.Write(other)
	if err != nil {
		return false, fmt.Errorf("comparing two values: %w", err)
	}
	return bytes.Equal(first, second), nil
}
