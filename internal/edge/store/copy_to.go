package store

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"

	"midweek/internal/core/history"
)

// A Summary is what a record comes to: a copy of it comes to the same.
type Summary struct {
	Record string
	Acts   int
	Heads  []history.Hash
	Image  [32]byte // SHA-256 of the database in a vault; zero for a plain file
}

// A copier is a place whose record can be written to a file beside it, which is
// not there yet and is on the disk afterwards.
type copier interface {
	copyTo(db *sql.DB, file string) (image [32]byte, err error)
}

// errNoCopier is a place of a test, which keeps nothing in files.
var errNoCopier = errors.New("the record cannot be copied to a file")

// CopyTo writes the record as it stands to a file of the same kind, for this
// account alone, which must not be there yet. No change comes in between. After
// an error nothing is left of it, as far as the disk lets it be removed.
func (s *Store) CopyTo(file string) (Summary, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.uncertain != nil {
		return Summary{}, fmt.Errorf("copy the record: %w", s.uncertain)
	}
	from, ok := s.place.(copier)
	if !ok {
		return Summary{}, errNoCopier
	}
	sum, err := s.summary()
	if err == nil {
		sum.Image, err = from.copyTo(s.db, file)
	}
	if err != nil {
		return Summary{}, fmt.Errorf("copy the record: %w", err)
	}
	return sum, nil
}

// Summary is what the record comes to, but for the image.
func (s *Store) Summary() (Summary, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.summary()
}

func (s *Store) summary() (sum Summary, err error) {
	sum.Record = s.recordID
	if err = s.db.QueryRow("SELECT count(*) FROM acts").Scan(&sum.Acts); err == nil {
		sum.Heads, err = heads(s.db)
	}
	return sum, err
}

// copyTo writes what the file holds, and nothing of what it held before.
func (p plain) copyTo(db *sql.DB, file string) ([32]byte, error) {
	if err := makeFile(file); err != nil {
		return [32]byte{}, fault(err)
	}
	_, err := db.Exec("VACUUM INTO ?", file)
	if err == nil {
		err = syncFile(file)
	}
	if err != nil {
		err = errors.Join(named(Plain(filepath.Dir(file), filepath.Base(file)), err), discard(file))
	}
	return [32]byte{}, err
}

func (l locked) copyTo(_ *sql.DB, file string) ([32]byte, error) { return l.vault.CopyTo(file) }

// Read opens the record in a place only to look at it, such as a copy: nothing
// there is changed, whatever could be. One of an older program is read as it is.
func Read(p Place) (*Store, error) {
	f := look(p)
	if !f.opens() {
		return nil, &f.Unopenable
	}
	db, err := p.Connect(Reading)
	if err != nil {
		return nil, &f.because(err).Unopenable
	}
	s := &Store{place: p, db: db, readOnly: true}
	if err := s.begin(f, nil); err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}
