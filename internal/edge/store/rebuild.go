package store

import (
	"database/sql"
	"errors"
	"strconv"

	"midweek/internal/core/history"
)

// foldVersion is raised whenever the same acts come to other values, or their
// values to other cells, without a new migration. A projection of another
// version is written anew from the acts.
const foldVersion = 4

// foldMark names who folds: the shape of the tables and the version of the
// fold. It lies in meta beside the heads.
func foldMark() string { return strconv.Itoa(len(ours)) + "." + strconv.Itoa(foldVersion) }

// foldedHere says whether the projection was written by this version of the
// program. Records of the first versions do not say whose theirs is.
func foldedHere(db *sql.DB) (bool, error) {
	var mark string
	err := db.QueryRow("SELECT value FROM meta WHERE key = 'fold'").Scan(&mark)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return mark == foldMark(), err
}

// Rebuild drops the projection with its index and writes it anew, in one
// transaction, under this version's mark.
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
		if err := w.marked(); err != nil {
			return err
		}
		return w.folded(f.Heads)
	})
}

func (w *writer) marked() error {
	return w.run("INSERT INTO meta (key, value) VALUES ('fold', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", foldMark())
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
