package store

import (
	"database/sql"
	"errors"
)

// Setting is a setting of this record, empty when it was never set. Settings
// and drafts are no acts: they are overwritten, and no other home sees them.
func (s *Store) Setting(key string) (string, error) { return s.beside("settings", key) }

// SetSetting keeps a setting; an empty value forgets it.
func (s *Store) SetSetting(key, value string) error { return s.setBeside("settings", key, value) }

// Settings are all settings of this record.
func (s *Store) Settings() (map[string]string, error) {
	all := map[string]string{}
	err := s.read("read the settings", func(db *sql.DB) error {
		rows, err := db.Query("SELECT key, value FROM settings")
		if err != nil {
			return err
		}
		defer rows.Close()
		return eachRow(rows, func(r *row) { key := r.text(); all[key] = r.text() })
	})
	return all, err
}

// Draft is what a person had typed and not saved, empty when there is none.
func (s *Store) Draft(key string) (string, error) { return s.beside("drafts", key) }

// SetDraft keeps a draft; an empty value forgets it.
func (s *Store) SetDraft(key, value string) error { return s.setBeside("drafts", key, value) }

// ForgetDrafts forgets every draft.
func (s *Store) ForgetDrafts() error {
	return s.change("forget the drafts", func(w *writer) error { return w.run("DELETE FROM drafts") })
}

func (s *Store) beside(table, key string) (value string, err error) {
	err = s.read("read from the "+table, func(db *sql.DB) error {
		err := db.QueryRow("SELECT value FROM "+table+" WHERE key = ?", key).Scan(&value)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return value, err
}

func (s *Store) setBeside(table, key, value string) error {
	return s.change("write to the "+table, func(w *writer) error {
		if value == "" {
			err := w.run("DELETE FROM "+table+" WHERE key = ?", key)
			return err
		}
		err := w.run("INSERT INTO "+table+" (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
		return err
	})
}

// Still does something while no change is under way and none begins.
func (s *Store) Still(do func() error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return do()
}
