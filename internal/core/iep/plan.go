package iep

import "midweek/internal/core/day"

// A Child is the person all of this is for. A nickname is enough.
type Child struct {
	ID           string  `json:"id"`
	Name         string  `json:"name"`
	State        string  `json:"state,omitzero"`
	Grade        string  `json:"grade,omitzero"`
	School       string  `json:"school,omitzero"`
	District     string  `json:"district,omitzero"`
	RightsHolder string  `json:"rights_holder,omitzero"` // who holds the educational rights
	RightsFrom   day.Day `json:"rights_from,omitzero"`   // and since when
	Alarm        *Alarm  `json:"alarm,omitzero"`         // when the family wants to hear early; nil: as the program does
	Unknown      Unknown `json:",embed"`
}

// PlanKind is what a plan is under. It decides wording and which rules may be
// quoted: a 504 plan never quotes a rule of IDEA.
type PlanKind string

// The kinds of plan; a word beside these is shown as it stands.
const (
	IEP     PlanKind = "IEP"
	Plan504 PlanKind = "504"
	Private PlanKind = "private"
)

// A Plan is an IEP, a 504 plan or a private arrangement, in force for a time.
type Plan struct {
	ID          string    `json:"id"`
	ChildID     string    `json:"child_id"`
	Kind        PlanKind  `json:"kind,omitzero"`
	Start       day.Day   `json:"start,omitzero"` // may be absent
	End         day.Day   `json:"end,omitzero"`   // may be absent
	CalendarIDs []string  `json:"calendar_ids"`
	PolicyID    string    `json:"policy_id,omitzero"` // absent: the built-in answers
	Services    []Service `json:"services"`
	Clause      *Clause   `json:"makeup_clause,omitzero"` // what it says of missed sessions itself
	Claims      []Claim   `json:"claims,omitzero"`        // what the school says of its services; changes no number
	Unknown     Unknown   `json:",embed"`
}

// InForce says whether the plan is in force on a day. An end that is absent is
// open.
func (p *Plan) InForce(on day.Day) bool {
	return (p.Start == day.None || p.Start <= on) && (p.End == day.None || on <= p.End)
}
