package app

import (
	"slices"

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
