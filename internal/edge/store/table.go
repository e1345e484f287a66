package store

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"midweek/internal/core/history"
)

// A table is how the living entries of one noun lie in the projection.
type table[T any] struct {
	name    string
	columns string         // of the value but for its id, in the order of cells
	cells   func(*T) []any //
	read    func(*row) T   // the id, then the columns
	parts   []part[T]      // lists that lie in tables of their own
	words   func(*T) []string
}

// A part is a list inside a noun, in a table of its own, whose rows go with the
// noun's.
type part[T any] struct {
	name    string
	of      string // the column that names the noun
	columns string
	rows    func(*T) [][]any
}

// A shelf is a table, whatever its noun.
type shelf interface {
	put(*writer, *history.Entry) error
	drop(w *writer, id string) error
	clear(*writer) error
	searched(value any) string
}

// put writes an entry's row, in the place of the one it had.
func (t *table[T]) put(w *writer, e *history.Entry) error {
	value, ok := e.Value.(*T)
	if !ok {
		return fmt.Errorf("the %s %s is a %T", e.Noun, e.ID, e.Value)
	}
	cells := append([]any{e.ID, e.Order, hashes(e.Heads)}, t.cells(value)...)
	if err := w.run(upsert(t.name, "id, place, heads, "+t.columns), cells...); err != nil {
		return err
	}
	for _, p := range t.parts {
		if err := p.put(w, e.ID, value); err != nil {
			return err
		}
	}
	return nil
}

func (p *part[T]) put(w *writer, id string, value *T) error {
	if err := w.run("DELETE FROM "+p.name+" WHERE "+p.of+" = ?", id); err != nil {
		return err
	}
	statement := insert(p.name, p.of+", nr, "+p.columns)
	for nr, cells := range p.rows(value) {
		if err := w.run(statement, append([]any{id, nr}, cells...)...); err != nil {
			return err
		}
	}
	return nil
}

func (t *table[T]) drop(w *writer, id string) error {
	return w.run("DELETE FROM "+t.name+" WHERE id = ?", id)
}

func (t *table[T]) clear(w *writer) error {
	return w.run("DELETE FROM " + t.name)
}

// searched is what can be searched of a value: its people's own words.
func (t *table[T]) searched(value any) string {
	v, ok := value.(*T)
	if !ok || t.words == nil {
		return ""
	}
	lines := slices.DeleteFunc(t.words(v), func(line string) bool { return strings.TrimSpace(line) == "" })
	return strings.Join(lines, "\n")
}

// list reads the table in the order of the record's lists. Nil stands for an
// empty one.
func (t *table[T]) list(db *sql.DB) ([]T, error) {
	rows, err := db.Query("SELECT place, id, " + t.columns + " FROM " + t.name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var values []T
	var places []string
	err = eachRow(rows, func(r *row) {
		places = append(places, r.text())
		values = append(values, t.read(r))
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.name, err)
	}
	return inOrder(values, places), nil
}

// inOrder sorts values by their places. They nearly always lie in order, since
// entries are written as they come.
func inOrder[T any](values []T, places []string) []T {
	if slices.IsSorted(places) {
		return values
	}
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(places[a], places[b]) })
	sorted := make([]T, len(values))
	for i, from := range order {
		sorted[i] = values[from]
	}
	return sorted
}
