package store

import (
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// applicationID marks our files among SQLite's: the letters MidW.
const applicationID = 0x4d696457

// A shape is the tables of a file, as migrations build them. Migrations only
// ever add; the number of the last one is the file's user_version.
type shape []string

//go:embed migrations/*.sql
var files embed.FS

// ours is the shape that this program knows.
var ours = mustShape(files)

// mustShape reads migrations/0001_….sql and what follows, without a gap.
func mustShape(from fs.FS) shape {
	names, err := fs.Glob(from, "migrations/*.sql")
	if err != nil {
		panic(err)
	}
	slices.Sort(names)
	var s shape
	for i, name := range names {
		text, err := fs.ReadFile(from, name)
		if n, _, _ := strings.Cut(path.Base(name), "_"); err != nil || n != fmt.Sprintf("%04d", i+1) {
			panic("migrations: " + name + " is not number " + strconv.Itoa(i+1))
		}
		s = append(s, string(text))
	}
	return s
}

// build brings a database from a version to the newest, in one transaction.
// After that, in the same one, fill may write.
func (s shape) build(db *sql.DB, from int, fill func(*sql.Tx) error) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for i, migration := range s[from:] {
		if _, err := tx.Exec(migration); err != nil {
			return fmt.Errorf("migration %d: %w", from+i+1, err)
		}
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(s))
	if _, err := tx.Exec(mark); err != nil {
		return err
	}
	if fill != nil {
		if err := fill(tx); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// An object is one row of sqlite_schema. Text is empty for those that SQLite
// makes by itself.
type object struct{ kind, name, table, text string }

// objects lists what a database holds. Left out are the tables that the
// full-text index keeps its own data in, which another version of SQLite may
// write in other words, and the planner's statistics.
func objects(db *sql.DB) ([]object, error) {
	rows, err := db.Query(`SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
		WHERE name NOT IN ('words_data', 'words_idx', 'words_docsize', 'words_config', 'sqlite_stat1', 'sqlite_stat4')
		ORDER BY type, name`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []object
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.kind, &o.name, &o.table, &o.text); err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	return all, rows.Err()
}

// shapes are the objects of the shapes that were asked for, by their text: to
// build one takes longer than all else that looking at a record does.
var shapes sync.Map

// known are the objects of a version.
func (s shape) known(version int) ([]object, error) {
	text := strings.Join(s[:version], "\x00")
	if all, there := shapes.Load(text); there {
		return all.([]object), nil
	}
	all, err := s.built(version)
	if err == nil {
		shapes.Store(text, all)
	}
	return all, err
}

// built are the objects of a version, built in memory.
func (s shape) built(version int) ([]object, error) {
	db, err := sql.Open("sqlite", "file::memory:?_dqs=0")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := s[:version].build(db, 0, nil); err != nil {
		return nil, err
	}
	return objects(db)
}
