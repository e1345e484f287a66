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
	Date       day.Day `json:"date,omitzero"`        // of a private placement: the day the child is to leave
	Text       string  `json:"text,omitzero"`

	Way         Way     `json:"way,omitzero"`
	Approximate bool    `json:"approximate,omitzero"` // its days may be off by some days
	Answer      Kept    `json:"answer,omitzero"`      // what the school said; absent while it has not
	AnsweredOn  day.Day `json:"answered_on,omitzero"`
	AnswerNote  string  `json:"answer_note,omitzero"`
	Unknown     Unknown `json:",embed"`
}

// Made is the day on which the request was made, or else the day it arrived; no
// day while neither is known.
func (q *Request) Made() day.Day {
	if q.SentOn == day.None {
		return q.ReceivedOn
	}
	return q.SentOn
}

// Way is how a request was made. A word beside those listed is kept and shown
// as it stands.
type Way string

// The ways.
const (
	Written Way = "written"
	Oral    Way = "oral"
)

// A Meeting is one held about the child.
type Meeting struct {
	ID      string  `json:"id"`
	ChildID string  `json:"child_id"`
	Kind    string  `json:"kind"` // iep, eligibility, resolution, …
	Date    day.Day `json:"date"`
	Text    string  `json:"text,omitzero"`
	Unknown Unknown `json:",embed"`
}
