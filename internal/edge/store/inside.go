package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"

	lib "modernc.org/sqlite/lib"
)

// strangeError is a table, index, trigger or view that is not ours.
type strangeError struct{ what string }

func (s *strangeError) Error() string { return s.what }

// brokenError is what SQLite's check found, or what is missing.
type brokenError struct{ what string }

func (b *brokenError) Error() string { return b.what }

// Code makes it one of SQLite's errors of a corrupt file.
func (b *brokenError) Code() int { return lib.SQLITE_CORRUPT }

// inside judges a database by what it holds: first its tables, since a strange
// trigger or view must not run, then every page.
func inside(db *sql.DB, version int) error {
	got, err := objects(db)
	if err != nil {
		return err
	}
	want, err := ours.known(version)
	if err != nil {
		return err
	}
	if err := compare(got, want); err != nil {
		return err
	}
	if err := quickCheck(db); err != nil {
		return err
	}
	_, err = recordID(db)
	return err
}

func recordID(db *sql.DB) (id string, err error) {
	err = db.QueryRow("SELECT value FROM meta WHERE key = 'record'").Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", &brokenError{"the id of the record is missing"}
	}
	return id, err
}

func compare(got, want []object) error {
	for _, o := range got {
		if !slices.Contains(want, o) {
			return &strangeError{fmt.Sprintf("the %s %s is not ours", o.kind, o.name)}
		}
	}
	for _, o := range want {
		if !slices.Contains(got, o) {
			return &brokenError{fmt.Sprintf("the %s %s is missing", o.kind, o.name)}
		}
	}
	return nil
}

func quickCheck(db *sql.DB) error {
	var answer string
	if err := db.QueryRow("PRAGMA quick_check(1)").Scan(&answer); err != nil {
		return err
	}
	if answer != "ok" {
		return &brokenError{answer}
	}
	return nil
}
