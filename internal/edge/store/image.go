package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Image is the record as the bytes of an SQLite file, to be handed on. It is
// made in memory. What belongs to this computer alone is not in it: drafts,
// and every setting but the author.
func (s *Store) Image() ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var now []byte
	err := s.original(func(from Original) (err error) {
		now, err = from.Serialize()
		return err
	})
	if err == nil {
		withoutLog(now)
		now, err = handedOn(now)
	}
	if err != nil {
		return nil, fmt.Errorf("copy the record: %w", err)
	}
	return now, nil
}

// handedOn is a database without what is this computer's, written anew so that
// not even its place is left.
func handedOn(image []byte) (clean []byte, err error) {
	db, err := sql.Open("sqlite", "file::memory:?"+strings.Join(append(keys(), "_journal_mode=memory"), "&"))
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := inMemory(db, func(c wholly) error { return c.Deserialize(image) }); err != nil {
		return nil, err
	}
	for _, step := range []string{
		"PRAGMA journal_mode = memory", "PRAGMA secure_delete = 1", "DELETE FROM drafts", "DELETE FROM settings WHERE key <> 'author'", "VACUUM",
	} {
		if _, err := db.Exec(step); err != nil {
			return nil, fmt.Errorf("%s: %w", step, err)
		}
	}
	err = inMemory(db, func(c wholly) (err error) {
		clean, err = c.Serialize()
		return err
	})
	return clean, err
}

// wholly is the driver's way to take the whole database and to put it back.
type wholly interface {
	Serialize() ([]byte, error)
	Deserialize([]byte) error
}

func inMemory(db *sql.DB, do func(wholly) error) error {
	conn, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(driven any) error { return do(driven.(wholly)) })
}
