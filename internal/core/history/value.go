package history

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Reader decodes the value of a noun. It must answer the same for the same
// bytes: what it answers is kept by act. A *refusal.Refusal sets the entry
// aside with its reason.
type Reader func(noun Noun, id string, value []byte) (any, error)

// belongs refuses a value that is not what its key says. A decision may lack an
// id of its own; an import or export, and a noun that this program does not
// know, are the reader's alone.
func belongs(key Key, value any) error {
	noun, id := nounOf(value)
	switch {
	case key.Noun == Export || !known(key.Noun):
		return nil
	case noun != key.Noun:
		return refusal.New(refusal.EntryUnreadable)
	case id != key.ID && (id != "" || noun != Decision && noun != Import):
		return refusal.At("id", refusal.New(refusal.OtherID, "id", id))
	}
	return nil
}

func known(noun Noun) bool {
	switch noun {
	case Child, Plan, Service, Calendar, Policy, Session, Decision, Request, Meeting, ESY, Import:
		return true
	}
	return false
}

// nounOf is what a value is, with its own id.
func nounOf(value any) (Noun, string) {
	switch v := value.(type) {
	case *iep.Child:
		return Child, v.ID
	case *iep.Plan:
		return Plan, v.ID
	case *record.PlacedService:
		return Service, v.ID
	case *calendar.SchoolYear:
		return Calendar, v.ID
	case *policy.Policy:
		return Policy, v.ID
	case *iep.Session:
		return Session, v.ID
	case *iep.Decision:
		return Decision, v.ID
	case *iep.Request:
		return Request, v.ID
	case *iep.Meeting:
		return Meeting, v.ID
	case *calendar.ESYWindow:
		return ESY, v.ID
	case *record.Import:
		return Import, v.ID
	}
	return "", ""
}

// eachReference calls see with every noun that a value refers to by its id. A
// decision's service may be a series instead; see series.
func eachReference(value any, see func(Noun, string)) {
	switch v := value.(type) {
	case *iep.Plan:
		see(Child, v.ChildID)
		for _, id := range v.CalendarIDs {
			see(Calendar, id)
		}
		if v.PolicyID != "" {
			see(Policy, v.PolicyID)
		}
	case *record.PlacedService:
		see(Plan, v.PlanID)
	case *iep.Session:
		see(Service, v.ServiceID)
	case *iep.Decision:
		see(Service, v.ServiceID)
	case *iep.Request:
		see(Child, v.ChildID)
	case *iep.Meeting:
		see(Child, v.ChildID)
	case *iep.Note:
		see(Child, v.ChildID)
	case *iep.Promise:
		see(Child, v.ChildID)
	case *iep.Removal:
		see(Child, v.ChildID)
	case *iep.Arrangement:
		see(Child, v.ChildID)
	case *calendar.ESYWindow:
		see(Child, v.ChildID)
	case *iep.Carryover:
		see(Child, v.ChildID)
	}
}

// A series is what some entries refer to in place of a service. A decision
// names it without its child.
type series struct{ child, id string }

// eachSeries calls see with every series that a value refers to.
func eachSeries(value any, see func(series)) {
	switch v := value.(type) {
	case *iep.Decision:
		see(series{"", v.ServiceID})
	case *calendar.ESYWindow:
		for id := range v.Capacity {
			see(series{v.ChildID, id})
		}
	case *iep.Carryover:
		see(series{v.ChildID, v.SeriesID})
	}
}
