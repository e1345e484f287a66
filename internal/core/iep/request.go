package iep

import "midweek/internal/core/day"

// A Request is something the family asked of the school, or agreed to, and
// the day it arrived there, from which clocks run.
type Request struct {
	ID         string  `json:"id"`
	ChildID    string  `json:"child_id"`
	Kind       string  `json:"kind"` // records, evaluation_consent, state_complaint, due_process, …
	SentOn     day.Day `json:"sent_on,omitzero"`
	ReceivedOn day.Day `json:"received_on,omitzero"` // absent while unknown
	Date       day.Day `json:"date,omitzero"`        // what it is about, such as the first day at a private school
	Text       string  `json:"text,omitzero"`
	Unknown    Unknown `json:",embed"`
}

// Begins is the day from which clocks run: the day it arrived, or the day it
// is about where it names one.
func (q *Request) Begins() day.Day {
	if q.Date != day.None {
		return q.Date
	}
	return q.ReceivedOn
}

// A Meeting is one held about the child.
type Meeting struct {
	ID      string  `json:"id"`
	ChildID string  `json:"child_id"`
	Kind    string  `json:"kind"` // iep, eligibility, resolution, …
	Date    day.Day `json:"date"`
	Text    string  `json:"text,omitzero"`
	Unknown Unknown `json:",embed"`
}
