package store

import "midweek/internal/core/history"

// Append stores what was written here, in one transaction: the acts; with each
// that redacts, the removal of the bodies it names; the entries that changed
// (history.Changed); and the heads that the projection is now folded from. When
// it returns nil all of it is on the disk. When it returns an error nothing
// is, except for ErrUncertain, which says that nobody can tell.
//
// After a redaction nothing of the bodies is left in the file; see Shrink.
func (s *Store) Append(acts []history.Act, changed []*history.Entry, heads []history.Hash) error {
	return s.change("store the acts", func(w *writer) error { return w.store(acts, changed, heads, true) })
}

// Take stores acts from elsewhere as Append does, but a redaction among them
// removes no body: that waits for a yes (history.Merged).
func (s *Store) Take(acts []history.Act, changed []*history.Entry, heads []history.Hash) error {
	return s.change("store the merged acts", func(w *writer) error { return w.store(acts, changed, heads, false) })
}

func (w *writer) store(acts []history.Act, changed []*history.Entry, heads []history.Hash, remove bool) error {
	for i := range acts {
		if err := w.act(&acts[i]); err != nil {
			return err
		}
	}
	for i := range acts {
		if !remove {
			break
		}
		if err := w.remove(&acts[i]); err != nil {
			return err
		}
	}
	for _, e := range changed {
		if err := w.entry(e); err != nil {
			return err
		}
	}
	return w.folded(heads)
}

// entry brings one entry's rows to what it is now: only the living have any.
func (w *writer) entry(e *history.Entry) error {
	shelf := shelves[e.Noun]
	switch {
	case shelf == nil:
		return nil
	case e.State != history.Living:
		if err := shelf.drop(w, e.ID); err != nil {
			return err
		}
		return w.text(e.Key, "")
	}
	if err := shelf.put(w, e); err != nil {
		return err
	}
	return w.text(e.Key, shelf.searched(e.Value))
}
