package store

import "midweek/internal/core/history"

// Rebuild drops the projection with its index and writes it anew, in one
// transaction.
func (s *Store) Rebuild(f *history.Folded) error {
	return s.change("write the record anew", func(w *writer) error {
		if err := w.clear(); err != nil {
			return err
		}
		for _, e := range f.InOrder() {
			if err := w.anew(e); err != nil {
				return err
			}
		}
		if err := w.run("INSERT INTO words (words) VALUES ('rebuild')"); err != nil {
			return err
		}
		return w.folded(f.Heads)
	})
}

func (w *writer) clear() error {
	for _, shelf := range shelves {
		if err := shelf.clear(w); err != nil {
			return err
		}
	}
	if err := w.run("INSERT INTO words (words) VALUES ('delete-all')"); err != nil {
		return err
	}
	return w.run("DELETE FROM texts")
}

// anew writes the rows of an entry that has none. The index takes in all texts
// at once, afterwards.
func (w *writer) anew(e *history.Entry) error {
	shelf := shelves[e.Noun]
	if shelf == nil || e.State != history.Living {
		return nil
	}
	if err := shelf.put(w, e); err != nil {
		return err
	}
	if text := shelf.searched(e.Value); text != "" {
		return w.newText(e.Key, text)
	}
	return nil
}
