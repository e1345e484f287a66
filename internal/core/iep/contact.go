package iep

import (
	"slices"

	"midweek/internal/core/day"
)

// A Contact is a person or an office the family deals with, and what they have
// been over time. Three agencies in a year is usual, so that each role has days
// of its own and nothing is overwritten.
type Contact struct {
	ID       string   `json:"id"`
	Name     string   `json:"name,omitzero"`
	ChildIDs []string `json:"child_ids,omitzero"` // whom it concerns; absent: every child
	Phone    string   `json:"phone,omitzero"`
	Email    string   `json:"email,omitzero"`
	Note     string   `json:"note,omitzero"`
	Roles    []Role   `json:"roles,omitzero"`
	Unknown  Unknown  `json:",embed"`
}

// A Role is what a contact was in a run of days.
type Role struct {
	Role         RoleKind `json:"role,omitzero"`
	Organization string   `json:"organization,omitzero"` // the school, district or agency
	SeriesID     string   `json:"series_id,omitzero"`    // of a provider: the service given
	From         day.Day  `json:"from,omitzero"`         // absent: not known since when
	To           day.Day  `json:"to,omitzero"`           // absent: until now
	Unknown      Unknown  `json:",embed"`
}

// RoleKind is what a contact does for the child. A word beside those listed is
// kept and shown as it stands.
type RoleKind string

// The roles.
const (
	Provider    RoleKind = "provider"
	CaseManager RoleKind = "case_manager"
	Teacher     RoleKind = "teacher"
	Principal   RoleKind = "principal"
	District    RoleKind = "district"
	AgencyRole  RoleKind = "agency"
	Doctor      RoleKind = "doctor"
	Advocate    RoleKind = "advocate"
	Attorney    RoleKind = "attorney"
	Family      RoleKind = "family"
	OtherRole   RoleKind = "other"
)

// Holds says whether the role was held on a day. An end that is absent is open.
func (r *Role) Holds(on day.Day) bool {
	return (r.From == day.None || r.From <= on) && (r.To == day.None || on <= r.To)
}

// Concerns says whether the contact is about a child.
func (c *Contact) Concerns(child string) bool {
	return len(c.ChildIDs) == 0 || slices.Contains(c.ChildIDs, child)
}
