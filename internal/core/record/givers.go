package record

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A Giver is somebody who gives a service.
type Giver struct {
	Name    string
	Contact *iep.Contact // nil when only a name was written down
}

// A Stretch is days on which the same people give a service. Without givers
// nobody is written down for them, which says nothing about anybody.
type Stretch struct {
	day.Span
	Givers []Giver
}

// Givers are those who give a child's service on a day. The roles of the
// contacts speak first: who was its provider that day. Where no role has begun
// in the service's days up to then, the service's own word stands, a contact's
// id or a plain name. Where one has ended and none has followed, nobody is
// written down.
func (r *Record) Givers(child string, s *iep.Service, on day.Day) []Giver {
	var givers []Giver
	spoken := false
	so := day.Span{First: s.Start, Last: on}
	for i := range r.Contacts {
		c := &r.Contacts[i]
		for j := range c.Roles {
			role := &c.Roles[j]
			if !c.Provides(role, child, s.Series()) {
				continue
			}
			spoken = spoken || role.Meets(so) || c.ID == s.ProviderID
			if role.Holds(on) && !slices.ContainsFunc(givers, func(g Giver) bool { return g.Contact == c }) {
				givers = append(givers, Giver{c.Called(), c})
			}
		}
	}
	if spoken || len(givers) > 0 || s.ProviderID == "" {
		return givers
	}
	if c := r.Contact(s.ProviderID); c != nil {
		return []Giver{{c.Called(), c}}
	}
	return []Giver{{Name: s.ProviderID}}
}

// GivenBy is who gave a child's service through all its versions, in order of
// day: one stretch follows another, those in which nobody is written down among
// them. The days between two versions are in none. Where nobody was ever
// written down there is no stretch.
func (r *Record) GivenBy(child string, versions ...*iep.Service) []Stretch {
	var list []Stretch
	known := false
	for _, s := range versions {
		for _, part := range r.parts(child, s) {
			givers := r.Givers(child, s, part.First)
			known = known || len(givers) > 0
			if n := len(list); n > 0 && list[n-1].Last+1 == part.First && slices.Equal(list[n-1].Givers, givers) {
				list[n-1].Last = part.Last
				continue
			}
			list = append(list, Stretch{part, givers})
		}
	}
	if !known {
		return nil
	}
	return list
}

// parts cuts a service's days where a role of its providers begins, and where
// one has ended.
func (r *Record) parts(child string, s *iep.Service) []day.Span {
	cuts := []day.Day{s.Start}
	cut := func(on day.Day) {
		if s.Start < on && on <= s.End {
			cuts = append(cuts, on)
		}
	}
	for i := range r.Contacts {
		c := &r.Contacts[i]
		for j := range c.Roles {
			if role := &c.Roles[j]; c.Provides(role, child, s.Series()) {
				cut(role.From)
				if role.To != day.None {
					cut(role.To + 1)
				}
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	parts := make([]day.Span, len(cuts))
	for i, first := range cuts {
		parts[i] = day.Span{First: first, Last: s.End}
		if i+1 < len(cuts) {
			parts[i].Last = cuts[i+1] - 1
		}
	}
	return parts
}

// Contact is the contact with an id, or nil.
func (r *Record) Contact(id string) *iep.Contact {
	i := slices.IndexFunc(r.Contacts, func(c iep.Contact) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &r.Contacts[i]
}
