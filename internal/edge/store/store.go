package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	lib "modernc.org/sqlite/lib"
)

// A Store is an open record.
type Store struct {
	place    Place
	db       *sql.DB
	recordID string
	readOnly bool
	unclean  bool

	mu        sync.Mutex
	uncertain error // the first change that the disk did not confirm
}

// Open opens the record in a place, after looking at it; one of an older
// program is brought to the present shape. A place that takes no changes opens
// for reading, whatever its shape: the acts lie in the same table in all. Every other state is an *Unopenable, and the file stays as it is.
func Open(p Place) (*Store, error) {
	return OpenAfter(p, func(*Store) error { return nil })
}

// OpenAfter opens as Open does. Before it brings a record of an older program to
// the present shape it does something else, such as a copy of it; when that
// fails, nothing is changed.
func OpenAfter(p Place, beforeUpgrade func(*Store) error) (*Store, error) {
	f := look(p)
	if !f.opens() {
		return nil, &f.Unopenable
	}
	access := Writing
	if f.State == ReadOnly {
		access = Reading
	}
	db, err := p.Connect(access)
	if err != nil {
		return nil, &f.because(err).Unopenable
	}
	s := &Store{place: p, db: db, readOnly: f.State == ReadOnly, unclean: f.cut}
	if err := s.begin(f, beforeUpgrade); err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}

// begin makes sure of an open database before it is used.
func (s *Store) begin(f *found, beforeUpgrade func(*Store) error) error {
	if f.cut {
		if s.readOnly {
			return &f.Unopenable
		}
		if err := inside(s.db, f.version); err != nil {
			return &f.because(err).Unopenable
		}
	}
	var err error
	if s.recordID, err = recordID(s.db); err != nil {
		return &f.because(err).Unopenable
	}
	if f.version == len(ours) || s.readOnly {
		return nil
	}
	if err := beforeUpgrade(s); err != nil {
		return fmt.Errorf("before the record is brought to the present shape: %w", err)
	}
	if err := ours.build(s.db, f.version, nil); err != nil {
		return fmt.Errorf("bring the record to the present shape: %w", s.failed(err))
	}
	return nil
}

// Create makes an empty record and opens it. Where anything lies already it is
// an *Unopenable with the state of what is there, which stays as it is.
func Create(p Place, recordID string) (*Store, error) {
	if f := look(p); f.State != Absent {
		return nil, &f.Unopenable
	}
	err := p.Make(func(db *sql.DB) error {
		return ours.build(db, 0, func(tx *sql.Tx) error {
			_, err := tx.Exec("INSERT INTO meta (key, value) VALUES ('record', ?), ('heads', ''), ('fold', ?)", recordID, foldMark())
			return err
		})
	})
	if errors.Is(err, fs.ErrExist) {
		return nil, &look(p).Unopenable
	}
	if err != nil {
		return nil, fmt.Errorf("make the record: %w", named(p, err))
	}
	return Open(p)
}

// RecordID is the random id of the family's record.
func (s *Store) RecordID() string { return s.recordID }

// ReadOnly says whether changes are refused, all with ErrReadOnly, because the
// place took none when the record was opened.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Unclean says whether a change was cut off, and taken back when the record was
// opened.
func (s *Store) Unclean() bool { return s.unclean }

// Close lets go of the file.
func (s *Store) Close() error { return s.db.Close() }

// change makes one transaction of what write does: all of it or nothing.
func (s *Store) change(what string, write func(*writer) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.refuse(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if err := s.transact(write); err != nil {
		return fmt.Errorf("%s: %w", what, s.failed(err))
	}
	return nil
}

// refuse is why no change can be made at all.
func (s *Store) refuse() error {
	if s.readOnly {
		return ErrReadOnly
	}
	return s.uncertain
}

func (s *Store) transact(write func(*writer) error) error {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	w := &writer{tx: tx, prepared: map[string]*sql.Stmt{}}
	defer w.close()
	if err := write(w); err != nil {
		return err
	}
	return tx.Commit()
}

// failed names what went wrong, and remembers when the disk left it open.
func (s *Store) failed(err error) error {
	named := named(s.place, err)
	if uncertain(err) {
		s.uncertain = fmt.Errorf("%w (%w)", ErrUncertain, named)
		return s.uncertain
	}
	return named
}

// read runs what only reads.
func (s *Store) read(what string, run func(*sql.DB) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := run(s.db); err != nil {
		if primary(err) == lib.SQLITE_CORRUPT {
			err = &Unopenable{State: Damaged, Err: err}
		}
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// Shrink writes the file anew with what it holds, and gives the rest of its
// room back. It belongs after everything that removes what nobody is to find:
// what is removed is overwritten at once, and this leaves not even its place.
// It needs as much room again as the file has.
func (s *Store) Shrink() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.refuse(); err != nil {
		return fmt.Errorf("shrink the record: %w", err)
	}
	if _, err := s.db.Exec("VACUUM"); err != nil {
		return fmt.Errorf("shrink the record: %w", s.failed(err))
	}
	if f, ok := s.place.(forgetter); ok {
		if err := f.forget(); err != nil {
			return fmt.Errorf("shrink the record: %w", s.failed(err))
		}
	}
	return nil
}
