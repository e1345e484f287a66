package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
)

// Copy puts a whole copy of an open record into an empty place of either kind,
// with its settings and drafts. When it returns nil the copy is durable, was
// opened again and holds what the record does. Changes of the record wait
// meanwhile. Where anything lies already it is an *Unopenable and nothing is
// copied; after any other error what lies in the place is to be removed.
func Copy(from *Store, to Place) error {
	if f := look(to); f.State != Absent {
		return &f.Unopenable
	}
	from.mu.Lock()
	defer from.mu.Unlock()
	if err := from.original(to.Take); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &look(to).Unopenable
		}
		return fmt.Errorf("copy the record: %w", named(to, err))
	}
	return from.same(to)
}

// Same says whether a place holds what an open record does, read from there
// anew. Where it does not the error is an *Unopenable.
func (s *Store) Same(as Place) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.same(as)
}

func (s *Store) same(as Place) error {
	if err := s.compare(as); err != nil {
		return fmt.Errorf("check the copy of the record: %w", err)
	}
	return nil
}

// Size is how long the database is, in bytes.
func (s *Store) Size() (size int64, err error) {
	err = s.read("measure the record", func(db *sql.DB) error {
		return db.QueryRow("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&size)
	})
	return size, err
}

// An Original is the open database that is copied, whole and at rest.
type Original interface {
	// NewBackup copies to another database, by its address.
	NewBackup(address string) (*sqlite.Backup, error)

	// Serialize is the database as it would lie in a file.
	Serialize() ([]byte, error)
}

// original lends out the one connection.
func (s *Store) original(use func(Original) error) error {
	c, err := s.db.Conn(context.Background())
	if err != nil {
		return err
	}
	err = c.Raw(func(conn any) error { return use(conn.(Original)) })
	return errors.Join(err, c.Close())
}

// Two bytes of SQLite's header say how changes are kept. In a copy nothing is
// kept anywhere else, so both say that there is no write-ahead log.
const (
	journalAt = 18
	noLog     = 1
)

func withoutLog(head []byte) {
	if len(head) > journalAt+1 {
		head[journalAt], head[journalAt+1] = noLog, noLog
	}
}

// Take copies into an empty file by SQLite's own means, some pages at a time.
func (p plain) Take(from Original) error {
	return p.put(func(draft string) error {
		b, err := from.NewBackup(address(draft, "rw", "memory"))
		if err != nil {
			return err
		}
		_, err = b.Step(-1)
		if err := errors.Join(err, b.Finish()); err != nil {
			return err
		}
		return unlog(draft)
	})
}

// Take copies the whole of it at once: what a vault holds lies in memory anyway.
func (l locked) Take(from Original) error {
	image, err := from.Serialize()
	if err != nil {
		return err
	}
	withoutLog(image)
	return l.vault.Fill(image)
}

// compare opens a copy and wants to find in it what the record holds.
func (s *Store) compare(with Place) error {
	f := look(with)
	if !f.opens() {
		return &f.Unopenable
	}
	db, err := with.Connect(Reading)
	if err != nil {
		return &f.because(err).Unopenable
	}
	defer db.Close()
	if err := check(db); err != nil {
		return &f.because(err).Unopenable
	}
	want, err := holdings(s.db)
	if err != nil {
		return err
	}
	if got, err := holdings(db); err != nil || got != want {
		return errors.Join(err, &Unopenable{State: Damaged, Err: errors.New("it does not hold what the record does")})
	}
	return nil
}
