package app

import (
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// corrected says what a row of the log said before it was corrected, and by
// whom, when and why it was. To say how a session went after "not sure" is no
// correction.
func (s *sheet) corrected(e *history.Entry) (was, by string) {
	if e.Stood == nil || e.Before == nil {
		return "", ""
	}
	body, err := e.Stood.Read()
	now, before := s.rowOf(e.Stood), s.rowOf(e.Before)
	if err != nil || body.Kind != history.Correct || now == nil || before == nil || before.Status == iep.Unsure {
		return "", ""
	}
	if was = outcomeText(before); was == outcomeText(now) {
		was = s.changedText(e)
	}
	by = words.Put("log.corrected_by", "author", e.Stood.Author, "at", instant(e.Stood.At))
	if body.Because != "" {
		by += ": " + body.Because
	}
	return was, by
}

// rowOf is the row of the log that an act wrote; nil of any other act.
func (s *sheet) rowOf(a *history.Act) *iep.Session {
	body, err := a.Read()
	if err != nil || body == nil || body.Value == nil {
		return nil
	}
	row, _ := s.typedValue(body.Noun, body.ID, body.Value).(*iep.Session)
	return row
}

// changedText is what the changed fields said before.
func (s *sheet) changedText(e *history.Entry) string {
	var parts []string
	for _, f := range compared(s.fieldsOf(e.Before), s.fieldsOf(e.Stood)) {
		if f.Was != "" {
			parts = append(parts, f.Label+": "+f.Was)
		} else {
			parts = append(parts, words.Put("log.without", "what", f.Label))
		}
	}
	return joinParts(parts)
}

func (s *sheet) fieldsOf(a *history.Act) []field {
	body, err := a.Read()
	if err != nil || body == nil {
		return nil
	}
	return s.fields(body.Noun, body.ID, body.Value)
}
