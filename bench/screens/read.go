package main

import (
	"database/sql"
	"fmt"
)

// tables are what a record's screens are drawn from.
var tables = []string{
	"children", "calendars", "closures", "plans", "services", "schedules", "sessions",
	"contacts", "roles", "notes", "promises", "removals", "requests", "meetings",
}

// readAll reads every row of the tables and throws it away.
func readAll(db *sql.DB) (int, error) {
	n := 0
	for _, table := range tables {
		read, err := readTable(db, table)
		if err != nil {
			return 0, fmt.Errorf("reading %s: %w", table, err)
		}
		n += read
	}
	return n, nil
}

func readTable(db *sql.DB, table string) (int, error) {
	rows, err := db.Query("SELECT * FROM " + table)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	cells := make([]sql.RawBytes, len(names))
	into := make([]any, len(names))
	for i := range cells {
		into[i] = &cells[i]
	}
	n := 0
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return 0, err
		}
		n++
	}
	return n, rows.Err()
}
