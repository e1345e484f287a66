package binder

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// Year finds a school year by its id, or nil.
func (b *Book) Year(id string) *calendar.SchoolYear {
	return byID(b.Record.Calendars, func(y *calendar.SchoolYear) bool { return y.ID == id })
}

// SaveYear adds a school year, or corrects the first and last day, the name
// and the weekdays of the one with its id; its closures stay. A new year is
// given to the plans that have no calendar yet.
func (b *Binder) SaveYear(year calendar.SchoolYear, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Year(year.ID)
	kind, err := kindOf(year.ID, old != nil)
	if err != nil {
		return err
	}
	if kind == history.Correct {
		value := *old
		value.Name, value.First, value.Last, value.Weekdays = year.Name, year.First, year.Last, year.Weekdays
		return b.do(b.year(kind, book, value, because))
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
	return b.do(changes...)
}

func (b *Binder) year(kind history.Kind, book *Book, y calendar.SchoolYear, because string) Change {
	return Change{Kind: kind, Noun: history.Calendar, ID: y.ID, Children: book.pupils(y.ID), Value: &y, Because: because}
}

// pupils are the children with a plan on a calendar.
func (b *Book) pupils(calendarID string) []string {
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
		if !closure.Meets(y.Span()) {
			return refusal.At("first", refusal.New(refusal.OutsideYear, "first", y.First.String(), "last", y.Last.String()))
		}
		rest := slices.Clone(y.Closures)
		if closure.ID == "" {
			closure.ID = history.NewID(b.env.Writer.Random)
		} else {
			i := slices.IndexFunc(rest, func(c calendar.Closure) bool { return ClosureID(&c) == closure.ID })
			if i < 0 {
				return refusal.New(refusal.NoSuch, "what", "closure", "id", closure.ID)
			}
			closure.ID, closure.Source, closure.Unknown = rest[i].ID, rest[i].Source, rest[i].Unknown
			rest = slices.Delete(rest, i, i+1)
		}
		y.Closures = append(rest, closure)
		slices.SortStableFunc(y.Closures, func(a, c calendar.Closure) int { return int(a.First - c.First) })
		return nil
	})
}

// ClosureID names a closure of a year: its id, or, as files may leave that
// out, its days.
func ClosureID(c *calendar.Closure) string {
	if c.ID != "" {
		return c.ID
	}
	return c.First.String() + "/" + c.Last.String()
}

// Reopen takes a closure out of a school year.
func (b *Binder) Reopen(calendarID, closureID, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		rest := slices.DeleteFunc(slices.Clone(y.Closures), func(c calendar.Closure) bool { return ClosureID(&c) == closureID })
		if len(rest) == len(y.Closures) {
			return refusal.New(refusal.NoSuch, "what", "closure", "id", closureID)
		}
		y.Closures = rest
		return nil
	})
}

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
	return b.do(b.year(history.Correct, book, value, because))
}
