package store

import (
	"database/sql"
	"errors"
	"strings"
	"unicode"

	"midweek/internal/core/history"
)

// A Hit is an entry in which the words were found.
type Hit struct {
	Key     history.Key
	Snippet string // the words around the place, … where they were cut off
}

// Search finds the living entries that have every word of a text, or a word
// that begins with it, in a name, a note, a reason or the plan's own words.
// Case and accents are nothing to it. The best hits come first, at most limit.
func (s *Store) Search(text string, limit int) ([]Hit, error) {
	query := queryOf(text)
	if query == "" {
		return nil, nil
	}
	var hits []Hit
	err := s.read("search", func(db *sql.DB) error {
		rows, err := db.Query(`SELECT noun, entry, snippet(words, 0, '', '', '…', 16)
			FROM words JOIN texts ON texts.nr = words.rowid
			WHERE words MATCH ? ORDER BY rank LIMIT ?`, query, limit)
		if err != nil {
			return err
		}
		defer rows.Close()
		return eachRow(rows, func(r *row) {
			key := history.Key{Noun: history.Noun(r.text()), ID: r.text()}
			hits = append(hits, Hit{key, r.text()})
		})
	})
	return hits, err
}

// queryOf is a search in the language of the index: every word quoted, so that
// none of its own signs is one, and open at its end.
func queryOf(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	for i, word := range words {
		words[i] = `"` + word + `"*`
	}
	return strings.Join(words, " ")
}

// text brings what can be searched of an entry to what it is now. The index
// keeps no text of its own: to forget one it must be told which.
func (w *writer) text(k history.Key, text string) error {
	nr, old, err := w.indexed(k)
	if err != nil || old == text {
		return err
	}
	if old != "" {
		if err := w.run("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", nr, old); err != nil {
			return err
		}
		if err := w.run("DELETE FROM texts WHERE nr = ?", nr); err != nil {
			return err
		}
	}
	if text == "" {
		return nil
	}
	if err := w.newText(k, text); err != nil {
		return err
	}
	err = w.run("INSERT INTO words (rowid, text) VALUES (last_insert_rowid(), ?)", text)
	return err
}

// newText keeps a text without telling the index.
func (w *writer) newText(k history.Key, text string) error {
	return w.run("INSERT INTO texts (noun, entry, text) VALUES (?, ?, ?)", string(k.Noun), k.ID, text)
}

// indexed is the text that the index has of an entry, empty for none.
func (w *writer) indexed(k history.Key) (nr int64, text string, err error) {
	s, err := w.statement("SELECT nr, text FROM texts WHERE noun = ? AND entry = ?")
	if err != nil {
		return 0, "", err
	}
	err = s.QueryRow(string(k.Noun), k.ID).Scan(&nr, &text)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return nr, text, err
}
