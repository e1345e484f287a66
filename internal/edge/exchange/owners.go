package exchange

import (
	"slices"

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

func own(of map[string][]string, id, child string) {
	if !slices.Contains(of[id], child) {
		of[id] = append(of[id], child)
	}
}
