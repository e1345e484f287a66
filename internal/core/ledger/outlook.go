package ledger

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// An Outlook is what one version of a service comes to from its first day to
// its last, as plan and calendars stand, whatever comes of it. It is what a
// family is shown before anything is filled in.
type Outlook struct {
	Promised    int     // minutes; 0 where the plan names no amount
	Sessions    int     // planned on days with school
	Minutes     int     // of these
	Lost        int     // sessions planned on days that are closed
	First, Last day.Day // of the sessions on days with school; no day where there is none
}

// Outlook is the outlook of the version that is the service with the id; zero
// where the series has no such version.
func (s *Series) Outlook(service string) Outlook {
	var o Outlook
	for i := range s.Periods {
		if p := &s.Periods[i]; p.Version.Service.ID == service {
			o.Promised += p.Required
		}
	}
	for i := range s.Slots {
		if slot := &s.Slots[i]; slot.Version.Service.ID == service {
			o.add(slot)
		}
	}
	return o
}

// add counts a slot. Slots come in the order of their days.
func (o *Outlook) add(slot *Slot) {
	if slot.Status != calendar.Open {
		o.Lost++
		return
	}
	if o.Sessions == 0 {
		o.First = slot.Date
	}
	o.Sessions++
	o.Minutes += slot.Schedule.Minutes
	o.Last = slot.Date
}
