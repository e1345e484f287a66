package binder

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// A Batch is entries that go into a school year together.
type Batch struct {
	Closures []calendar.Closure
	Short    []calendar.PartialDay
	Extra    []calendar.ExtraDay
	Noted    []calendar.NotedDay
}

func (b *Batch) empty() bool { return len(b.Closures)+len(b.Short)+len(b.Extra)+len(b.Noted) == 0 }

// spans are the days of all entries.
func (b *Batch) spans() []day.Span {
	var list []day.Span
	for i := range b.Closures {
		list = append(list, b.Closures[i].Span)
	}
	for i := range b.Short {
		list = append(list, b.Short[i].Span)
	}
	for i := range b.Extra {
		list = append(list, day.Span{First: b.Extra[i].Date, Last: b.Extra[i].Date})
	}
	for i := range b.Noted {
		list = append(list, b.Noted[i].Span)
	}
	return list
}

// AddDays writes entries into a school year, all of them in one deed. It
// refuses an empty batch, and one with an entry wholly outside the year.
func (b *Binder) AddDays(calendarID string, batch Batch, because string) error {
	if batch.empty() {
		return refusal.At("days", refusal.New(refusal.NothingTicked))
	}
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		for _, span := range batch.spans() {
			if !span.Meets(y.Span()) {
				return refusal.At("days", refusal.New(refusal.OutsideYear, "first", y.First.String(), "last", y.Last.String()))
			}
		}
		batch.name(b.newID)
		y.Closures = slices.Concat(y.Closures, batch.Closures)
		y.PartialDays = slices.Concat(y.PartialDays, batch.Short)
		y.ExtraDays = slices.Concat(y.ExtraDays, batch.Extra)
		y.NotedDays = slices.Concat(y.NotedDays, batch.Noted)
		slices.SortStableFunc(y.Closures, func(a, c calendar.Closure) int { return int(a.First - c.First) })
		slices.SortStableFunc(y.PartialDays, func(a, c calendar.PartialDay) int { return int(a.First - c.First) })
		slices.SortStableFunc(y.ExtraDays, func(a, c calendar.ExtraDay) int { return int(a.Date - c.Date) })
		slices.SortStableFunc(y.NotedDays, func(a, c calendar.NotedDay) int { return int(a.First - c.First) })
		return nil
	})
}

// name gives every entry without an id one.
func (b *Batch) name(id func() string) {
	for i := range b.Closures {
		b.Closures[i].ID = named(b.Closures[i].ID, id)
	}
	for i := range b.Short {
		b.Short[i].ID = named(b.Short[i].ID, id)
	}
	for i := range b.Noted {
		b.Noted[i].ID = named(b.Noted[i].ID, id)
	}
}

func named(id string, fresh func() string) string {
	if id != "" {
		return id
	}
	return fresh()
}

// GuessNext adds the year after a school year as a guess (calendar.NextYear),
// and lets the plans named follow it after the calendars that they have.
func (b *Binder) GuessNext(of string, plans []string, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Year(of)
	if old == nil {
		return refusal.At("calendar", refusal.New(refusal.NoSuch, "what", "calendar", "id", of))
	}
	year, err := calendar.NextYear(old, b.newID(), old.Name, "")
	if err != nil {
		return err
	}
	guess := Batch{Closures: year.Closures, Short: year.PartialDays}
	guess.name(b.newID)
	changes := []Change{{Kind: history.Add, Noun: history.Calendar, ID: year.ID, Children: book.Pupils(of), Value: year, Because: because}}
	for _, id := range plans {
		plan := book.Plan(id)
		if plan == nil {
			return refusal.At("plans", refusal.New(refusal.NoSuch, "what", "plan", "id", id))
		}
		changes = append(changes, follows(plan, append(slices.Clone(plan.CalendarIDs), year.ID), because))
	}
	return b.do(changes...)
}

// follows gives a plan its calendars.
func follows(plan *iep.Plan, calendars []string, because string) Change {
	value := *plan
	value.CalendarIDs, value.Services = calendars, nil
	return Change{Kind: history.Correct, Noun: history.Plan, ID: plan.ID, Children: []string{plan.ChildID}, Value: &value, Because: because}
}

// RealYear says that the days of a guessed year are the school's own now. The
// entries keep their sources.
func (b *Binder) RealYear(calendarID, because string) error {
	return b.changeYear(calendarID, because, func(y *calendar.SchoolYear) error {
		y.Guess, y.GuessedFrom = false, ""
		return nil
	})
}

// MoveSchool adds the calendar of another school to a plan, before those it
// has: from its first day to its last it is the one that counts.
func (b *Binder) MoveSchool(planID string, year calendar.SchoolYear, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	plan := book.Plan(planID)
	if plan == nil {
		return refusal.At("plan", refusal.New(refusal.NoSuch, "what", "plan", "id", planID))
	}
	year.ID = b.newID()
	return b.do(
		Change{Kind: history.Add, Noun: history.Calendar, ID: year.ID, Children: []string{plan.ChildID}, Value: &year, Because: because},
		follows(plan, append([]string{year.ID}, plan.CalendarIDs...), because))
}
