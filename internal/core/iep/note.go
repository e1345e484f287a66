package iep

import "midweek/internal/core/day"

// A Note is what was seen of the child: progress, a skill lost after a break
// and won back, what a missed stretch did. It stands apart from the minutes and
// changes no number.
type Note struct {
	ID          string   `json:"id"`
	ChildID     string   `json:"child_id"`
	Date        day.Day  `json:"date"`
	Approximate bool     `json:"approximate,omitzero"` // the day may be off by some days
	SeriesID    string   `json:"series_id,omitzero"`   // absent: no service in particular
	Kind        NoteKind `json:"kind,omitzero"`
	Side        Side     `json:"side,omitzero"`     // of a break, where it is about one
	BreakID     string   `json:"break_id,omitzero"` // the closure; need not be there any more
	Text        string   `json:"text,omitzero"`
	SaidBy      string   `json:"said_by,omitzero"`
	KnownBy     string   `json:"known_by,omitzero"` // in the words of Session.KnownBy
	Unknown     Unknown  `json:",embed"`
}

// NoteKind is what a note is about. A word beside those listed is kept and
// shown as it stands.
type NoteKind string

// The kinds of note.
const (
	Progress   NoteKind = "progress"
	Regression NoteKind = "regression" // a skill that was there and is not
	Recoupment NoteKind = "recoupment" // a lost skill won back
	Effect     NoteKind = "effect"     // what missed sessions did
	PlainNote  NoteKind = "note"
)

// Side is the side of a break a note is about.
type Side string

// The sides of a break.
const (
	Before Side = "before"
	After  Side = "after"
)

// A Promise is what somebody of the school said would be done, and what came of
// it.
type Promise struct {
	ID          string  `json:"id"`
	ChildID     string  `json:"child_id"`
	SeriesID    string  `json:"series_id,omitzero"`
	Date        day.Day `json:"date"` // when it was said
	Approximate bool    `json:"approximate,omitzero"`
	By          string  `json:"by,omitzero"`
	Text        string  `json:"text,omitzero"`
	Due         day.Day `json:"due,omitzero"`
	Kept        Kept    `json:"kept,omitzero"` // absent: nobody has said
	KeptOn      day.Day `json:"kept_on,omitzero"`
	Note        string  `json:"note,omitzero"`
	Unknown     Unknown `json:",embed"`
}

// Kept is what came of a promise, and what a school answered a request.
type Kept string

// What came of it.
const (
	KeptYes    Kept = "yes"
	KeptPartly Kept = "partly"
	KeptNo     Kept = "no"
)
