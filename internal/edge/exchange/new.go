package exchange

import (
	"bytes"

	"midweek/internal/core/history"
	"midweek/internal/core/record"
)

// New are those changes of an import that tell a record something new, so that
// the same file twice adds nothing:
//
//   - a row that the record never had is added;
//   - a row that the record has, or once had and has since corrected or
//     withdrawn, is old news: a file does not turn back what a person did
//     after it;
//   - a row whose addition was undone is added again, since taking back an
//     import and repeating it must bring it back;
//   - a row whose id the record has, with a value that it never had, is a
//     correction, also of one withdrawn. The versions before stay in its
//     history, and undoing the import brings them back. Of a noun in conflict,
//     history.Write refuses it: a person settles first;
//   - the import itself is written down when a row is new, or a field of the
//     file that the program does not know.
func New(changes []history.Change, h *history.History) []history.Change {
	var news []history.Change
	for _, c := range changes {
		acts := h.EntryActs(history.Key{Noun: c.Noun, ID: c.ID})
		switch {
		case len(acts) == 0 || undone(acts[len(acts)-1]):
			news = append(news, c)
		case !everHeld(acts, c.Value):
			c.Kind = history.Correct
			news = append(news, c)
		}
	}
	if len(news) == 1 && news[0].Noun == history.Import && !newFields(news[0], h) {
		return nil
	}
	return news
}

// undone says whether the last act on a noun took its addition back.
func undone(last *history.Act) bool {
	body, err := last.Read()
	return err == nil && body.Kind == history.Undo && body.Value == nil
}

// everHeld says whether one of a noun's acts has this very value.
func everHeld(acts []*history.Act, value []byte) bool {
	for _, a := range acts {
		body, err := a.Read()
		if err == nil && (bytes.Equal(body.Value, value) || bytes.Equal(spelled(body), value)) {
			return true
		}
	}
	return false
}

// spelled is an act's value as WriteNoun writes it; the act may have been
// written by another version.
func spelled(body *history.Body) []byte {
	v, err := ReadNoun(body.Noun, body.ID, body.Value)
	if err != nil {
		return body.Value
	}
	data, err := WriteNoun(v)
	if err != nil {
		return body.Value
	}
	return data
}

// newFields says whether an import has a field that the program does not know
// and that no import before it had with this value.
func newFields(c history.Change, h *history.History) bool {
	fields := importOf(c.Noun, c.ID, c.Value).Unknown
	for _, a := range h.Acts() {
		if body, err := a.Read(); err == nil && body != nil && body.Noun == history.Import {
			for name, value := range importOf(body.Noun, body.ID, body.Value).Unknown {
				if bytes.Equal(fields[name], value) {
					delete(fields, name)
				}
			}
		}
	}
	return len(fields) > 0
}

// importOf reads an import; one that cannot be read says nothing.
func importOf(noun history.Noun, id string, value []byte) *record.Import {
	v, err := ReadNoun(noun, id, value)
	if i, ok := v.(*record.Import); ok && err == nil {
		return i
	}
	return &record.Import{}
}
