package exchange

import (
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// owners are the children that each thing concerns, in the record's order.
type owners struct {
	all                                   []string
	calendars, policies, services, series map[string][]string
}

func ownersOf(r *record.Record) owners {
	o := owners{calendars: map[string][]string{}, policies: map[string][]string{}, services: map[string][]string{}, series: map[string][]string{}}
	for i := range r.Children {
		o.all = append(o.all, r.Children[i].ID)
	}
	for i := range r.Plans {
		p := &r.Plans[i]
		for _, id := range p.CalendarIDs {
			own(o.calendars, id, p.ChildID)
		}
		own(o.policies, p.PolicyID, p.ChildID)
		for j := range p.Services {
			own(o.services, p.Services[j].ID, p.ChildID)
			own(o.series, p.Services[j].Series(), p.ChildID)
		}
	}
	return o
}

// decided are the children of a decision, which names a service or a series.
func (o *owners) decided(d *iep.Decision) []string {
	if children := o.services[d.ServiceID]; children != nil {
		return children
	}
	return o.series[d.ServiceID]
}

// attached gives an attachment's id and the children of the entries that it
// belongs to; none where those are the whole family's.
func (m *importer) attached(r *record.Record) func(*iep.Attachment) (string, []string) {
	entries := map[history.Key][]string{}
	if len(r.Attachments) > 0 {
		entries = m.owners.entries(r)
	}
	return func(a *iep.Attachment) (string, []string) {
		var children []string
		for _, ref := range a.Of {
			for _, child := range entries[history.Key{Noun: history.Noun(ref.Noun), ID: ref.ID}] {
				if !slices.Contains(children, child) {
					children = append(children, child)
				}
			}
		}
		return a.ID, children
	}
}

// entries are the children of every entry that something may be attached to.
func (o *owners) entries(r *record.Record) map[history.Key][]string {
	of := map[history.Key][]string{}
	put := func(noun history.Noun, id string, children ...string) { of[history.Key{Noun: noun, ID: id}] = children }
	for _, id := range o.all {
		put(history.Child, id, id)
	}
	for id, children := range o.services {
		put(history.Service, id, children...)
	}
	for i := range r.Plans {
		put(history.Plan, r.Plans[i].ID, r.Plans[i].ChildID)
	}
	for i := range r.Sessions {
		put(history.Session, r.Sessions[i].ID, o.services[r.Sessions[i].ServiceID]...)
	}
	for i := range r.Requests {
		put(history.Request, r.Requests[i].ID, r.Requests[i].ChildID)
	}
	for i := range r.Meetings {
		put(history.Meeting, r.Meetings[i].ID, r.Meetings[i].ChildID)
	}
	for i := range r.Carryovers {
		put(history.Carryover, r.Carryovers[i].ID, r.Carryovers[i].ChildID)
	}
	for i := range r.Notes {
		put(history.Note, r.Notes[i].ID, r.Notes[i].ChildID)
	}
	for i := range r.Promises {
		put(history.Promise, r.Promises[i].ID, r.Promises[i].ChildID)
	}
	for i := range r.Removals {
		put(history.Removal, r.Removals[i].ID, r.Removals[i].ChildID)
	}
	for i := range r.Arrangements {
		put(history.Arrangement, r.Arrangements[i].ID, r.Arrangements[i].ChildID)
	}
	return of
}

func own(of map[string][]string, id, child string) {
	if !slices.Contains(of[id], child) {
		of[id] = append(of[id], child)
	}
}
