package record

import "midweek/internal/core/iep"

// A PlacedService is a service with the plan that it is a line of, as it is
// kept by itself: an amendment changes a service, not the whole plan.
type PlacedService struct {
	PlanID      string `json:"plan_id"`
	iep.Service `json:",embed"`
}

// An Import says that a file was taken in: which one, how much was in it, and
// what of it stands beside the lists.
type Import struct {
	ID      string         `json:"id"`
	SHA256  string         `json:"sha256"`            // of the file's bytes, 64 lower-case hex digits
	Counts  map[string]int `json:"counts"`            // rows taken in, by list
	Unknown iep.Unknown    `json:"unknown,omitempty"` // the file's own fields that the program does not know
}
