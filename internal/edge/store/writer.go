package store

import (
	"database/sql"
	"strings"
)

// writer writes in one transaction and plans each statement once.
type writer struct {
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
}

func (w *writer) statement(text string) (*sql.Stmt, error) {
	if s := w.prepared[text]; s != nil {
		return s, nil
	}
	s, err := w.tx.Prepare(text)
	if err == nil {
		w.prepared[text] = s
	}
	return s, err
}

// run runs a statement that answers nothing.
func (w *writer) run(text string, args ...any) error {
	s, err := w.statement(text)
	if err == nil {
		_, err = s.Exec(args...)
	}
	return err
}

func (w *writer) close() {
	for _, s := range w.prepared {
		s.Close()
	}
}

func insert(table, columns string) string {
	marks := strings.Repeat("?, ", strings.Count(columns, ",")) + "?"
	return "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")"
}

// upsert writes a row in the place of the one with the same id.
func upsert(table, columns string) string {
	var sets []string
	for column := range strings.SplitSeq(columns, ", ") {
		sets = append(sets, column+" = excluded."+column)
	}
	return insert(table, columns) + " ON CONFLICT (id) DO UPDATE SET " + strings.Join(sets, ", ")
}
