package deadline

import (
	"cmp"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// requestEvents are the events that a request's arrival begins, by its kind.
var requestEvents = map[string]string{
	"evaluation_consent": "consent_received",
	"records":            "records_requested",
	"state_complaint":    "state_complaint_filed",
	"due_process":        "due_process_received",
	"private_placement":  "private_placement",
	"meeting":            "meeting_requested",
	"evaluation":         "evaluation_requested",
}

// Begins is the event that the arrival of a request of a kind is; empty where no
// rule knows of it.
func Begins(kind string) string { return requestEvents[kind] }

// meetingEvents are the events that a meeting's day begins, by its kind.
var meetingEvents = map[string]string{
	"eligibility":    "found_eligible",
	"resolution_end": "resolution_period_ended",
}

// SessionMissed is the event of minutes missed and not made up.
const SessionMissed = "session_missed"

// Events are what the rules can count from in a record on the ledger's day:
// requests by the day they arrived, but for a consent after which the evaluation
// is done; meetings (one that lies ahead has found
// nobody eligible yet), and every obligation that is still open, by the
// earliest day of its miss. A printed closure is no missed session here: nobody
// failed to come.
func Events(r *record.Record, l *ledger.Ledger) []Event {
	var events []Event
	for i := range r.Requests {
		q := &r.Requests[i]
		if kind := requestEvents[q.Kind]; kind != "" && q.ReceivedOn <= l.AsOf && !done(q) {
			events = append(events, eventOf(r, kind, begins(q), q.ChildID, q.ID))
		}
	}
	for i := range r.Meetings {
		m := &r.Meetings[i]
		if kind := meetingEvents[m.Kind]; kind != "" && (m.Date <= l.AsOf || kind != "found_eligible") {
			events = append(events, eventOf(r, kind, m.Date, m.ChildID, m.ID))
		}
	}
	for _, s := range l.Series {
		for _, o := range s.Obligations {
			since, missed := o.Since()
			if o.Open > 0 && missed && o.Reason != iep.SchoolClosedScheduled {
				e := eventOf(r, SessionMissed, since, s.ChildID, o.ID)
				e.PlanKind = o.Version.Plan.Kind
				events = append(events, e)
			}
		}
	}
	return events
}

// done says whether what the count runs to has happened: after consent, the
// evaluation. Of other requests a yes is a promise and no end: records that were
// agreed to have still to be shown.
func done(q *iep.Request) bool { return q.Kind == "evaluation_consent" && q.Answer == iep.KeptYes }

// begins is the day from which a request's clock runs: the day it arrived, and
// for a private placement the day the child is to leave.
func begins(q *iep.Request) day.Day {
	if q.Kind == "private_placement" {
		return q.Date
	}
	return q.ReceivedOn
}

func eventOf(r *record.Record, kind string, on day.Day, childID, subject string) Event {
	e := Event{Kind: kind, On: on, ChildID: childID, Subject: subject, PlanKind: planKind(r, kind, childID, on)}
	if child := r.Child(childID); child != nil {
		e.State = child.State
	}
	return e
}

// planKind is what the event is under. Asking for an evaluation, consenting to
// it and being found eligible are steps of IDEA whatever plan the child has;
// everything else is under the plan in force, and for a child without one under
// IDEA, since it is what is being asked for.
func planKind(r *record.Record, event, childID string, on day.Day) iep.PlanKind {
	switch event {
	case "evaluation_requested", "consent_received", "found_eligible":
		return iep.IEP
	}
	kind := iep.PlanKind("")
	for i := range r.Plans {
		p := &r.Plans[i]
		if p.ChildID != childID || p.Kind == iep.Private {
			continue
		}
		if kind == "" || p.InForce(on) {
			kind = p.Kind
		}
	}
	return cmp.Or(kind, iep.IEP)
}

// SchoolOf is every calendar of a child's plans, for counts in school days; a
// summer program has none.
func SchoolOf(r *record.Record) func(Event) calendar.School {
	days := r.Days()
	schools := map[string]calendar.School{}
	for i := range r.Children {
		schools[r.Children[i].ID] = r.SchoolOf(r.Children[i].ID, days)
	}
	return func(e Event) calendar.School { return schools[e.ChildID] }
}
