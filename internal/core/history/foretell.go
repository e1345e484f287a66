package history

import "fmt"

// Foretell folds what the record would be after some changes, and writes
// nothing: the history stays as it is. It is the whole history read once more,
// so it is for a question that is seldom asked.
func (h *History) Foretell(w Writer, at string, changes []Change, read Reader) (*Folded, error) {
	trial := New(h.record)
	acts := make([]Act, 0, len(h.nodes))
	for _, a := range h.Acts() {
		acts = append(acts, *a)
	}
	if err := trial.Load(acts); err != nil {
		return nil, fmt.Errorf("reading the acts once more: %w", err)
	}
	trial.Fold(read)
	made, err := trial.Write(w, at, changes)
	if err != nil {
		return nil, err
	}
	trial.Add(made)
	return trial.Fold(read), nil
}
