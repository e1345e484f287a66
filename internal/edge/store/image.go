package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// imaged is the driver's way to take the whole database and to put it back.
type imaged interface {
	Serialize() ([]byte, error)
	Deserialize([]byte) error
}

// Image is the record as the bytes of an SQLite file, to be handed on. It is
// made in memory. What belongs to this computer alone is not in it: drafts,
// and every setting but the author.
func (s *Store) Image() ([]byte, error) {
	var now []byte
	err := s.read("copy the record", func(db *sql.DB) (err error) {
		now, err = serialized(db)
		return err
	})
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", "file::memory:?"+strings.Join(append(keys(), "_journal_mode=memory"), "&"))
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := handed(db, now); err != nil {
		return nil, fmt.Errorf("copy the record: %w", err)
	}
	return serialized(db)
}

// handed puts a database into an empty one in memory, takes out what is this
// computer's, and writes it anew, so that not even its place is left.
func handed(db *sql.DB, image []byte) error {
	if err := raw(db, func(c imaged) error { return c.Deserialize(image) }); err != nil {
		return err
	}
	for _, step := range []string{
		"PRAGMA journal_mode = memory", "PRAGMA secure_delete = 1", "DELETE FROM drafts", "DELETE FROM settings WHERE key <> 'author'", "VACUUM",
	} {
		if _, err := db.Exec(step); err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
	}
	return nil
}

func serialized(db *sql.DB) (image []byte, err error) {
	err = raw(db, func(c imaged) (err error) {
		image, err = c.Serialize()
		return err
	})
	return image, err
}

func raw(db *sql.DB, do func(imaged) error) error {
	conn, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(driven any) error { return do(driven.(imaged)) })
}
