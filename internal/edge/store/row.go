package store

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A row is read cell by cell, from left to right. The first cell that is not
// what it must be is kept as the error.
type row struct {
	cells []any
	at    int
	err   error
}

func (r *row) next() any {
	r.at++
	return r.cells[r.at-1]
}

func (r *row) fail(err error) {
	if r.err == nil && err != nil {
		r.err = fmt.Errorf("cell %d: %w", r.at, err)
	}
}

func (r *row) text() string {
	s, _ := r.next().(string)
	return s
}

func (r *row) day() day.Day {
	s, ok := r.next().(string)
	if !ok {
		return day.None
	}
	d, err := day.Parse(s)
	r.fail(err)
	return d
}

func (r *row) span() day.Span {
	first := r.day()
	return day.Span{First: first, Last: r.day()}
}

func (r *row) clock() day.Clock {
	s, ok := r.next().(string)
	if !ok {
		return day.NoClock
	}
	c, err := day.ParseClock(s)
	r.fail(err)
	return c
}

func (r *row) number() *int {
	n, ok := r.next().(int64)
	if !ok {
		return nil
	}
	whole := int(n)
	return &whole
}

// whole is a number that is never absent.
func (r *row) whole() int {
	n, _ := r.next().(int64)
	return int(n)
}

// mark is a mark that is absent where it is not set.
func (r *row) mark() bool { return r.whole() != 0 }

func (r *row) yesNo() *bool {
	n, ok := r.next().(int64)
	if !ok {
		return nil
	}
	yes := n != 0
	return &yes
}

func (r *row) unknown() iep.Unknown {
	raw := jsonCell[map[string]json.RawMessage](r)
	if raw == nil {
		return nil
	}
	u := make(iep.Unknown, len(raw))
	for name, value := range raw {
		u[name] = iep.Raw(value)
	}
	return u
}

func (r *row) days() []day.Day {
	names := jsonCell[[]string](r)
	if names == nil {
		return nil
	}
	days := make([]day.Day, len(names))
	for i, name := range names {
		d, err := day.Parse(name)
		r.fail(err)
		days[i] = d
	}
	return days
}

func (r *row) weekdays() day.Weekdays {
	s := r.text()
	if s == "" {
		return 0
	}
	set, err := day.ParseWeekdays(s)
	r.fail(err)
	return set
}

// jsonCell reads what listed, mapped and unknownCell keep.
func jsonCell[T any](r *row) (v T) {
	if s, ok := r.next().(string); ok {
		r.fail(json.Unmarshal([]byte(s), &v))
	}
	return v
}

// eachRow reads row after row into the same cells.
func eachRow(rows *sql.Rows, read func(*row)) error {
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	r := &row{cells: make([]any, len(names))}
	into := make([]any, len(names))
	for i := range into {
		into[i] = &r.cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		r.at = 0
		if read(r); r.err != nil {
			return r.err
		}
	}
	return rows.Err()
}
