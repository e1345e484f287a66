package store

import (
	"database/sql"
	"fmt"
	"io/fs"

	"midweek/internal/core/refusal"
)

// A Vault is an unlocked database whose every commit is sealed on the disk
// before it is acknowledged. Package vault fills it.
type Vault interface {
	// There says whether a database lies in it.
	There() bool

	// Head is the first bytes of the database, at most n, and its length.
	Head(n int) ([]byte, int64)

	// Writable says whether changes can be saved.
	Writable() bool

	// Connect opens the one connection, with the driver's keys. Where no
	// database lies the error is fs.ErrNotExist.
	Connect(keys []string, writing bool) (*sql.DB, error)

	// Make fills an empty vault. What build commits is durable at once when Make
	// returns nil, and not there at all otherwise. Where a database lies already
	// the error is fs.ErrExist.
	Make(keys []string, build func(*sql.DB) error) error

	// CopyTo writes the vault to a file of its own, which is not there yet, and
	// answers the SHA-256 of the database in it.
	CopyTo(file string) ([32]byte, error)

	// Fill puts a whole database, as it would lie in a file, into an empty vault,
	// as Make does.
	Fill(database []byte) error

	// Forget removes what the database no longer holds from every file.
	Forget() error

	// Room tells why a commit may have failed: a refusal, or nil.
	Room() error
}

// locked is a record in a vault.
type locked struct{ vault Vault }

// Locked is the place in an unlocked vault. Close the store before the vault.
func Locked(v Vault) Place { return locked{v} }

func (l locked) Glance() (Glance, error) {
	if !l.vault.There() {
		return Glance{}, nil
	}
	g := Glance{There: true, Regular: true, Writable: l.vault.Writable()}
	g.Head, g.Size = l.vault.Head(headSize)
	return g, nil
}

func (l locked) Connect(a Access) (*sql.DB, error) {
	db, err := l.vault.Connect(keys(), a == Writing)
	if err != nil {
		return nil, err
	}
	if err := readBack(db, "memory"); err != nil {
		db.Close()
		return nil, fmt.Errorf("open the database: %w", err)
	}
	return db, nil
}

func (l locked) Make(build func(*sql.DB) error) error {
	if l.vault.There() {
		return fmt.Errorf("make a record: %w", fs.ErrExist)
	}
	return l.vault.Make(keys(), func(db *sql.DB) error {
		if err := readBack(db, "memory"); err != nil {
			return err
		}
		return build(db)
	})
}

// Room gives the vault's refusals the names of this package.
func (l locked) Room() error {
	err := l.vault.Room()
	if r := refusal.From(err); r != nil {
		switch r.Code {
		case refusal.ReadOnly:
			return fmt.Errorf("%w (%w)", ErrReadOnly, err)
		case refusal.SaveUncertain:
			return fmt.Errorf("%w (%w)", ErrUncertain, err)
		}
	}
	return err
}

// forget removes what Shrink gave back from the vault's files too.
func (l locked) forget() error { return l.vault.Forget() }

// A forgetter keeps more than the database itself does, until it is told.
type forgetter interface{ forget() error }
