package history

import (
	"bytes"
	"encoding/json"
)

// Saying are the acts that say something in any text of theirs, by device and
// number: in the noun's value, its id, or the reason. An act that redacts says
// nothing.
func (h *History) Saying(says func(text string) bool) []*Act {
	var found []*Act
	for _, a := range h.Acts() {
		if b := h.nodes[a.Hash()].body; b != nil && b.Kind != Redact && b.says(says) {
			found = append(found, a)
		}
	}
	return found
}

func (b *Body) says(says func(string) bool) bool {
	if says(b.Because) || says(b.ID) {
		return true
	}
	dec := json.NewDecoder(bytes.NewReader(b.Value))
	for {
		token, err := dec.Token()
		if err != nil {
			return false // the end
		}
		if text, ok := token.(string); ok && says(text) {
			return true
		}
	}
}
