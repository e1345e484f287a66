package store

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
)

// Check reads every page of the record and every row's references, which takes
// a few times as long as what opening looks at. What does not fit together is
// an *Unopenable with Damaged; nothing is changed.
func (s *Store) Check() error {
	return s.read("check the record", check)
}

func check(db *sql.DB) error {
	var answer string
	if err := db.QueryRow("PRAGMA integrity_check(1)").Scan(&answer); err != nil {
		return err
	}
	if answer != "ok" {
		return &brokenError{answer}
	}
	var table string
	err := db.QueryRow("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").Scan(&table)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		err = &brokenError{"a row of " + table + " refers to one that is not there"}
	}
	return err
}

// holdings are the version of a database and a hash over every row of every
// table. The index of words is left out: it is made of the others.
func holdings(db *sql.DB) (string, error) {
	var version int
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return "", err
	}
	tables, err := db.Query("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
	if err != nil {
		return "", err
	}
	var names []string
	err = eachRow(tables, func(r *row) { names = append(names, r.text()) })
	if err := errors.Join(err, tables.Close()); err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, name := range names {
		fmt.Fprintf(sum, "table %q\n", name)
		if err := pour(sum, db, name); err != nil {
			return "", fmt.Errorf("read the table %s: %w", name, err)
		}
	}
	return fmt.Sprintf("version %d, %x", version, sum.Sum(nil)), nil
}

// pour writes out every row of a table, in the order in which they lie there.
func pour(into io.Writer, db *sql.DB, table string) error {
	rows, err := db.Query("SELECT * FROM \"" + table + "\"")
	if err != nil {
		return err
	}
	defer rows.Close()
	return eachRow(rows, func(r *row) {
		for _, cell := range r.cells {
			fmt.Fprintf(into, "%T %q\n", cell, fmt.Sprint(cell))
		}
	})
}
