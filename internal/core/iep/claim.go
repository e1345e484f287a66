package iep

import "midweek/internal/core/day"

// A Claim is what the school says of a run of days: services pause, for
// testing or in the first weeks of school. It is no fact of the calendar and
// changes no number; what it costs is computed and shown beside it.
type Claim struct {
	ID       string `json:"id"`
	SeriesID string `json:"series_id,omitzero"` // absent: every service of the plan
	day.Span `json:",embed"`
	Name     string  `json:"name,omitzero"`
	SaidBy   string  `json:"said_by,omitzero"`
	SaidOn   day.Day `json:"said_on,omitzero"`
	Note     string  `json:"note,omitzero"`
	Unknown  Unknown `json:",embed"`
}

// Covers says whether the claim speaks of a series on a day.
func (c *Claim) Covers(series string, on day.Day) bool {
	return c.Holds(on) && (c.SeriesID == "" || c.SeriesID == series)
}
