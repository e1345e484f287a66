package iep

import "midweek/internal/core/day"

// A Removal is a run of days on which the school sent the child away from class:
// suspended, sent home, off the bus. How many of them count is for the rules.
type Removal struct {
	ID       string `json:"id"`
	ChildID  string `json:"child_id"`
	day.Span `json:",embed"`
	Kind     RemovalKind `json:"kind,omitzero"`
	PartDay  bool        `json:"part_day,omitzero"` // sent away for a part of the day
	Note     string      `json:"note,omitzero"`
	Unknown  Unknown     `json:",embed"`
}

// RemovalKind is how the child was removed. A word beside those listed is kept
// and read as other.
type RemovalKind string

// The kinds of removal.
const (
	OutOfSchool  RemovalKind = "out_of_school" // suspended
	InSchool     RemovalKind = "in_school"     // out of class, in the building
	SentHome     RemovalKind = "sent_home"
	OffBus       RemovalKind = "bus"
	OtherRemoval RemovalKind = "other"
)
