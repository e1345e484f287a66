package main

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// addBeside writes what stands beside the minutes of one child in one year: a
// note every week, a promise and a day sent away every month, a request and a
// meeting every other month, and for each service a therapist who leaves.
func addBeside(r *record.Record, plan *iep.Plan, y *calendar.SchoolYear) {
	for week := range 40 {
		on := y.First + day.Day(7*week)
		if on > lastDay {
			return
		}
		id := fmt.Sprintf("%s-%d", plan.ID, week)
		series := plan.Services[week%services].SeriesID
		r.Notes = append(r.Notes, iep.Note{
			ID: id, ChildID: plan.ChildID, Date: on, SeriesID: series, Kind: iep.Progress, Text: "Asked for water in a whole sentence", SaidBy: "Dad",
		})
		if week%4 == 0 {
			r.Promises = append(r.Promises, iep.Promise{
				ID: id, ChildID: plan.ChildID, SeriesID: series, Date: on, By: "Ms. Ibáñez", Text: "A new date for the missed session", Due: on + 14,
			})
			r.Removals = append(r.Removals, iep.Removal{ID: id, ChildID: plan.ChildID, Span: day.Span{First: on, Last: on}, Kind: iep.SentHome})
		}
		if week%8 == 0 {
			r.Requests = append(r.Requests, iep.Request{
				ID: id, ChildID: plan.ChildID, Kind: "records", SentOn: on, ReceivedOn: on + 1, Way: iep.Written, Text: "The log of every session",
			})
			r.Meetings = append(r.Meetings, iep.Meeting{ID: id, ChildID: plan.ChildID, Kind: "iep", Date: on + 20, Text: "In the library"})
		}
	}
	for _, s := range plan.Services {
		r.Contacts = append(r.Contacts, iep.Contact{
			ID: s.ID, Name: "Ms. " + s.ID, ChildIDs: []string{plan.ChildID},
			Roles: []iep.Role{{Role: iep.Provider, SeriesID: s.SeriesID, From: y.First, To: y.Last}},
		})
	}
}
