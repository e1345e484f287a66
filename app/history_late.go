package app

import (
	"slices"
	"time"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// lateAct says of a session's first act that it was written long after its day,
// and of any act that the computer's clock had gone back.
func (s *sheet) lateAct(l *history.Line, e *history.Entry) string {
	if _, behind := slices.BinarySearch(s.Folded.Late, l.Act.Hash()); behind {
		return words.Put("history.behind")
	}
	if e == nil || e.First != l.Act {
		return ""
	}
	if row, ok := e.Value.(*iep.Session); ok && row != nil {
		return later(s.written(row))
	}
	return ""
}

// asksWhyAfter is how old an entry is when a change to it asks for the reason.
const asksWhyAfter = 24 * time.Hour

// asksWhy says whether a change to an entry asks why: it was first written more
// than a day ago, so that it is no slip of the hand.
func asksWhy(e *history.Entry, now string) bool {
	if e == nil || e.First == nil {
		return false
	}
	first, err := time.Parse(time.RFC3339, e.First.At)
	if err != nil {
		return true
	}
	at, err := time.Parse(time.RFC3339, now)
	return err != nil || at.Sub(first) > asksWhyAfter
}
