package binder

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// ClosureID names a closure of a year: its id, or, as files may leave that
// out, its days.
func ClosureID(c *calendar.Closure) string { return entryID(c.ID, c.Span) }

// ShortID names a short day of a year likewise, by its weekdays too.
func ShortID(p *calendar.PartialDay) string {
	id := entryID(p.ID, p.Span)
	if p.ID == "" && p.Weekdays != 0 {
		id += "/" + p.Weekdays.String()
	}
	return id
}

// NotedID names a noted day of a year likewise.
func NotedID(n *calendar.NotedDay) string { return entryID(n.ID, n.Span) }

func entryID(id string, span day.Span) string {
	if id != "" {
		return id
	}
	return span.First.String() + "/" + span.Last.String()
}

// A list is one of a school year's lists of dated entries: what its rows are
// called, and how each is named, ordered and corrected.
type list[E any] struct {
	what  string
	name  func(*E) string
	id    func(*E) *string
	first func(*E) day.Day
	keep  func(old, now *E) // what a correction leaves as it was
}

var ofClosures = list[calendar.Closure]{
	what: "closure", name: ClosureID,
	id:    func(c *calendar.Closure) *string { return &c.ID },
	first: func(c *calendar.Closure) day.Day { return c.First },
	keep:  func(old, now *calendar.Closure) { now.ID, now.Source, now.Unknown = old.ID, old.Source, old.Unknown },
}

var ofShortDays = list[calendar.PartialDay]{
	what: "short day", name: ShortID,
	id:    func(p *calendar.PartialDay) *string { return &p.ID },
	first: func(p *calendar.PartialDay) day.Day { return p.First },
	keep: func(old, now *calendar.PartialDay) {
		now.ID, now.Kind, now.Source, now.Unknown = old.ID, old.Kind, old.Source, old.Unknown
	},
}

var ofNotedDays = list[calendar.NotedDay]{
	what: "noted day", name: NotedID,
	id:    func(n *calendar.NotedDay) *string { return &n.ID },
	first: func(n *calendar.NotedDay) day.Day { return n.First },
	keep:  func(old, now *calendar.NotedDay) { now.ID, now.Source, now.Unknown = old.ID, old.Source, old.Unknown },
}

// with is the rows with an entry among them, in order of day: a new one where
// it has no id, else in the place of the one that it corrects.
func (l list[E]) with(rows []E, entry E, newID func() string) ([]E, error) {
	rest := slices.Clone(rows)
	if id := l.id(&entry); *id == "" {
		*id = newID()
	} else {
		i := slices.IndexFunc(rest, func(e E) bool { return l.name(&e) == *id })
		if i < 0 {
			return nil, refusal.New(refusal.NoSuch, "what", l.what, "id", *id)
		}
		l.keep(&rest[i], &entry)
		rest = slices.Delete(rest, i, i+1)
	}
	rest = append(rest, entry)
	slices.SortStableFunc(rest, func(a, c E) int { return int(l.first(&a) - l.first(&c)) })
	return rest, nil
}

// without is the rows without the one of an id.
func (l list[E]) without(rows []E, id string) ([]E, error) {
	i := slices.IndexFunc(rows, func(e E) bool { return l.name(&e) == id })
	if i < 0 {
		return nil, refusal.New(refusal.NoSuch, "what", l.what, "id", id)
	}
	return slices.Delete(slices.Clone(rows), i, i+1), nil
}

func (b *Binder) newID() string { return history.NewID(b.env.Writer.Random) }
