package binder

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// A Need is an entry that refers to one that is to go: it goes along, or, where
// Loose, it is corrected to let go, as a plan of a calendar.
type Need = history.Needed

func needs(f *history.Folded, keys ...history.Key) []Need { return f.Needing(keys, loose) }

// loose says whether an entry can do without a noun that it refers to.
func loose(of history.Key, by *history.Entry) bool {
	switch by.Value.(type) {
	case *iep.Plan:
		return of.Noun == history.Calendar || of.Noun == history.Policy
	case *calendar.ESYWindow:
		return of.Noun == history.Service
	}
	return false
}

// Withdraw strikes an entry of any kind, and with it what refers to it and
// cannot do without it: one deed.
func (b *Binder) Withdraw(k history.Key, because string) error {
	if _, err := b.begin(); err != nil {
		return err
	}
	defer b.mu.Unlock()
	e := b.folded.Entries[k]
	if e == nil || e.State == history.Withdrawn {
		return refusal.New(refusal.Gone)
	}
	all := needs(b.folded, k)
	changes := []Change{}
	for _, n := range slices.Backward(all) { // what refers goes before what it refers to
		switch {
		case !n.Loose:
			changes = append(changes, struck(n.Entry, because))
		default:
			changes = append(changes, b.released(n.Entry, gone(k, all), because))
		}
	}
	return b.do(append(changes, struck(e, because))...)
}

func struck(e *history.Entry, because string) Change {
	return Change{Kind: history.Withdraw, Noun: e.Noun, ID: e.ID, Children: concerns(e), Because: because}
}

// concerns are the children that the latest act on an entry names.
func concerns(e *history.Entry) []string {
	if body, err := e.Last.Read(); err == nil && body != nil {
		return body.Children
	}
	return nil
}

// gone are the entry and those that go along.
func gone(k history.Key, all []Need) map[history.Key]bool {
	keys := map[history.Key]bool{k: true}
	for _, n := range all {
		keys[n.Key] = keys[n.Key] || !n.Loose
	}
	return keys
}

// released is an entry without what it refers to and that goes.
func (b *Binder) released(e *history.Entry, gone map[history.Key]bool, because string) Change {
	c := Change{Kind: history.Correct, Noun: e.Noun, ID: e.ID, Children: concerns(e), Because: because}
	switch v := e.Value.(type) {
	case *iep.Plan:
		plan := *v
		plan.CalendarIDs = slices.DeleteFunc(slices.Clone(plan.CalendarIDs), func(id string) bool {
			return gone[history.Key{Noun: history.Calendar, ID: id}]
		})
		if gone[history.Key{Noun: history.Policy, ID: plan.PolicyID}] {
			plan.PolicyID = ""
		}
		c.Value = &plan
	case *calendar.ESYWindow:
		c.Value = b.unreserved(v, gone)
	}
	return c
}

// unreserved is a summer program that reserves nothing for series of which no
// service is left.
func (b *Binder) unreserved(v *calendar.ESYWindow, gone map[history.Key]bool) *calendar.ESYWindow {
	left := map[string]bool{}
	for i := range b.folded.Record.Plans {
		p := &b.folded.Record.Plans[i]
		for j := range p.Services {
			s := &p.Services[j]
			if p.ChildID == v.ChildID && !gone[history.Key{Noun: history.Service, ID: s.ID}] {
				left[s.Series()] = true
			}
		}
	}
	window := *v
	window.Capacity = map[string]int{}
	for series, minutes := range v.Capacity {
		if left[series] {
			window.Capacity[series] = minutes
		}
	}
	return &window
}
