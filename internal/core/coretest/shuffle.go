package coretest

import (
	"slices"

	"pgregory.net/rapid"

	"midweek/internal/core/record"
)

// Copy is a record whose lists can be changed without changing r's. What the
// rows point to is shared.
func Copy(r *record.Record) *record.Record {
	c := *r
	c.Children = slices.Clone(r.Children)
	c.Calendars = slices.Clone(r.Calendars)
	for i := range c.Calendars {
		y := &c.Calendars[i]
		y.Closures, y.PartialDays, y.ExtraDays = slices.Clone(y.Closures), slices.Clone(y.PartialDays), slices.Clone(y.ExtraDays)
		y.NotedDays = slices.Clone(y.NotedDays)
	}
	c.Policies = slices.Clone(r.Policies)
	c.Plans = slices.Clone(r.Plans)
	for i := range c.Plans {
		c.Plans[i].Services = slices.Clone(c.Plans[i].Services)
		c.Plans[i].Claims = slices.Clone(c.Plans[i].Claims)
	}
	c.Sessions = slices.Clone(r.Sessions)
	c.Decisions = slices.Clone(r.Decisions)
	c.ESY = slices.Clone(r.ESY)
	c.Arrangements = slices.Clone(r.Arrangements)
	c.Carryovers = slices.Clone(r.Carryovers)
	return &c
}

// Shuffled is the record with the rows of its lists in another order. The
// calendars that a plan lists keep theirs, which means something, and so do a
// service's schedules, the first of which gives a session its length.
func Shuffled(t *rapid.T, r *record.Record) *record.Record {
	c := Copy(r)
	mix(t, c.Children)
	mix(t, c.Calendars)
	for i := range c.Calendars {
		y := &c.Calendars[i]
		mix(t, y.Closures)
		mix(t, y.PartialDays)
		mix(t, y.ExtraDays)
		mix(t, y.NotedDays)
	}
	mix(t, c.Policies)
	mix(t, c.Plans)
	for i := range c.Plans {
		mix(t, c.Plans[i].Services)
		mix(t, c.Plans[i].Claims)
	}
	mix(t, c.Sessions)
	mix(t, c.Decisions)
	mix(t, c.ESY)
	mix(t, c.Arrangements)
	mix(t, c.Carryovers)
	return c
}

func mix[V any](t *rapid.T, rows []V) {
	for i := len(rows) - 1; i > 0; i-- {
		j := rapid.IntRange(0, i).Draw(t, "swap")
		rows[i], rows[j] = rows[j], rows[i]
	}
}
