package binder

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// Remove withdraws a child, a plan, a service, a school year, a
// request, a meeting or a summer program that was added by mistake. It refuses while another entry refers to it.
func (b *Binder) Remove(noun, id, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	children, found := book.concerned(history.Noun(noun), id)
	if !found {
		return refusal.New(refusal.NoSuch, "what", noun, "id", id)
	}
	return b.do(Change{Kind: history.Withdraw, Noun: history.Noun(noun), ID: id, Children: children, Because: because})
}

// concerned are the children that a noun of the Child and services screen is
// about.
func (b *Book) concerned(noun history.Noun, id string) (children []string, found bool) {
	switch noun {
	case history.Child:
		return []string{id}, b.Record.Child(id) != nil
	case history.Plan:
		if p := byID(b.Record.Plans, func(p *iep.Plan) bool { return p.ID == id }); p != nil {
			return []string{p.ChildID}, true
		}
	case history.Service:
		if p, s := b.Service(id); s != nil {
			return []string{p.ChildID}, true
		}
	case history.Calendar:
		return b.Pupils(id), byID(b.Record.Calendars, func(y *calendar.SchoolYear) bool { return y.ID == id }) != nil
	case history.Request:
		if q := b.Request(id); q != nil {
			return []string{q.ChildID}, true
		}
	case history.Meeting:
		if m := b.Meeting(id); m != nil {
			return []string{m.ChildID}, true
		}
	case history.ESY:
		if w := b.Summer(id); w != nil {
			return []string{w.ChildID}, true
		}
	}
	return nil, false
}
