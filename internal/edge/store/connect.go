package store

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
)

// settings are in force on every connection. The driver checks those it has
// keys for; a wrong word in _pragma passes in silence, so all are read back.
var settings = []struct{ pragma, value, reads string }{
	{"fullfsync", "1", "1"},       // on a Mac, wait for the disk and not for its cache
	{"secure_delete", "1", "1"},   // what is deleted is overwritten
	{"temp_store", "memory", "2"}, // nothing of a family in temporary files
	{"trusted_schema", "0", "0"},  // a file's own views and triggers get no rights
	{"cell_size_check", "1", "1"}, // find damage where it is read
	{"foreign_keys", "1", "1"},    //
	{"synchronous", "full", "2"},  // a commit is on the disk before it is acknowledged
	{"busy_timeout", "2000", "2000"},
}

// keyed are the settings for which the driver has keys of its own.
var keyed = map[string]bool{"foreign_keys": true, "synchronous": true, "busy_timeout": true}

// connect opens the one connection to a file that exists. Mode is rw or ro;
// journal is SQLite's way to keep what a change overwrites, not set when empty.
func connect(file, mode, journal string) (*sql.DB, error) {
	sqlite.StrictPragmas(true)
	db, err := sql.Open("sqlite", address(file, mode, journal))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := readBack(db, journal); err != nil {
		db.Close()
		return nil, fmt.Errorf("open the database: %w", err)
	}
	return db, nil
}

// address is the driver's name for a file: a URI in which any character of a
// file name is safe, and the settings.
func address(file, mode, journal string) string {
	all := append([]string{"mode=" + mode}, keys()...)
	if journal != "" {
		all = append(all, "_journal_mode="+journal)
	}
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/Users … on Windows
	}
	return "file://" + escaped(path) + "?" + strings.Join(all, "&")
}

// keys are the driver's keys for the settings, wherever the database lies.
func keys() []string {
	list := []string{"_txlock=immediate", "_dqs=0", "_defensive=1", "_error_rc=1"}
	for _, s := range settings {
		if keyed[s.pragma] {
			list = append(list, "_"+s.pragma+"="+s.value)
		} else {
			list = append(list, "_pragma="+s.pragma+"("+s.value+")")
		}
	}
	return list
}

// escaped is a path in a URI: every byte but the plainest by its number.
func escaped(path string) string {
	const plainest = "/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	var b strings.Builder
	for i := range len(path) {
		if strings.IndexByte(plainest, path[i]) >= 0 {
			b.WriteByte(path[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", path[i])
		}
	}
	return b.String()
}

func readBack(db *sql.DB, journal string) error {
	for _, s := range settings {
		if err := reads(db, s.pragma, s.reads); err != nil {
			return err
		}
	}
	if journal == "" {
		return nil
	}
	return reads(db, "journal_mode", journal)
}

func reads(db *sql.DB, pragma, want string) error {
	var got string
	if err := db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil {
		return err
	}
	if got != want {
		return fmt.Errorf("the setting %s is %s, not %s", pragma, got, want)
	}
	return nil
}
