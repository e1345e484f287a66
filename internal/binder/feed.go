package binder

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// An Incoming is what a person accepted of a school's calendar.
type Incoming struct {
	// Year is a school year of the record, by its id, or a new one without.
	// Of one in the record only the level and, where it has none, the words
	// for where its days come from are taken.
	Year    calendar.SchoolYear
	Changes []feed.Change
	Child   string // whose plans a new year is for; empty: all children's
}

// BringIn writes it as one deed, and says in which year it stands. A new year
// is given to the plans whose time it shares, and which have no other calendar
// in that time.
func (b *Binder) BringIn(in Incoming, because string) (string, error) {
	book, err := b.begin()
	if err != nil {
		return "", err
	}
	defer b.mu.Unlock()
	old := book.Year(in.Year.ID)
	switch {
	case old != nil:
		year := *b.fed(old, in.Changes)
		year.Level = in.Year.Level
		if year.Source == "" {
			year.Source = in.Year.Source
		}
		return old.ID, b.do(b.year(history.Correct, book, year, because))
	case in.Year.ID != "":
		return "", refusal.At("year", refusal.New(refusal.NoSuch, "what", "calendar", "id", in.Year.ID))
	}
	in.Year.ID = history.NewID(b.env.Writer.Random)
	year := *b.fed(&in.Year, in.Changes)
	plans, children := book.joining(&year, in.Child)
	changes := []Change{{Kind: history.Add, Noun: history.Calendar, ID: year.ID, Children: children, Value: &year, Because: because}}
	return year.ID, b.do(append(changes, plans...)...)
}

// fed is a year with the changes, each new entry by an id of its own, so that
// it can be corrected by itself.
func (b *Binder) fed(year *calendar.SchoolYear, changes []feed.Change) *calendar.SchoolYear {
	y := feed.Apply(year, changes)
	name := func(id *string, source calendar.Source) {
		if *id == "" && (source == calendar.FromFeed || source == calendar.Pasted) {
			*id = history.NewID(b.env.Writer.Random)
		}
	}
	for i := range y.Closures {
		name(&y.Closures[i].ID, y.Closures[i].Source)
	}
	for i := range y.PartialDays {
		name(&y.PartialDays[i].ID, y.PartialDays[i].Source)
	}
	for i := range y.NotedDays {
		name(&y.NotedDays[i].ID, y.NotedDays[i].Source)
	}
	return y
}

// joining are the plans that a new year is for, with it, and their children.
func (b *Book) joining(year *calendar.SchoolYear, child string) (changes []Change, children []string) {
	for i := range b.Record.Plans {
		plan := b.Record.Plans[i]
		if child != "" && plan.ChildID != child || !during(&plan, year) || b.coveredIn(plan.CalendarIDs, year) {
			continue
		}
		plan.CalendarIDs, plan.Services = append(slices.Clone(plan.CalendarIDs), year.ID), nil
		changes = append(changes, Change{
			Kind: history.Correct, Noun: history.Plan, ID: plan.ID, Children: []string{plan.ChildID}, Value: &plan,
		})
		if !slices.Contains(children, plan.ChildID) {
			children = append(children, plan.ChildID)
		}
	}
	return changes, children
}

// coveredIn says whether one of the calendars shares days with a year.
func (b *Book) coveredIn(ids []string, year *calendar.SchoolYear) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		other := b.Year(id)
		return other != nil && other.Span().Meets(year.Span())
	})
}

// during says whether a plan is in force on a day of a year. One without its
// first or last day may be.
func during(p *iep.Plan, year *calendar.SchoolYear) bool {
	return p.Start <= year.Last && (p.End == day.None || p.End >= year.First)
}
