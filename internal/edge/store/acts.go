package store

import (
	"database/sql"
	"strings"

	"midweek/internal/core/history"
)

const actColumns = "hash, record, device, n, prev, author, at, priors, seen, commitment, salt, body"

// Acts are all acts, in the order in which they came. Each states the hash
// that it is kept under; nothing else is checked here.
func (s *Store) Acts() ([]history.Act, error) {
	var acts []history.Act
	err := s.read("read the acts", func(db *sql.DB) error {
		var count int
		if err := db.QueryRow("SELECT count(*) FROM acts").Scan(&count); err != nil {
			return err
		}
		rows, err := db.Query("SELECT " + actColumns + " FROM acts ORDER BY rowid")
		if err != nil {
			return err
		}
		defer rows.Close()
		acts = make([]history.Act, 0, count)
		return eachRow(rows, func(r *row) { acts = append(acts, readAct(r)) })
	})
	if err != nil {
		return nil, err
	}
	return acts, nil
}

func readAct(r *row) history.Act {
	a := history.Act{
		Stated: history.Hash(r.text()), Record: r.text(), Device: r.text(), N: r.whole(), Prev: history.Hash(r.text()),
		Author: r.text(), At: r.text(), Priors: hashList(r.text()), Seen: hashList(r.text()),
		Commit: history.Hash(r.text()),
	}
	a.Salt, _ = r.next().([]byte)
	if body, ok := r.next().(string); ok {
		a.Body = []byte(body)
	}
	return a
}

// The ends of the chains. While no number of a device is there twice, the
// highest is the end, and the index alone tells it; a chain that forks has an
// end on every branch.
const (
	forkedChains = `SELECT EXISTS (SELECT 1 FROM acts GROUP BY device, n HAVING count(*) > 1)`

	endsOfChains = `SELECT hash FROM acts
		JOIN (SELECT device AS of, max(n) AS highest FROM acts GROUP BY device) ON device = of AND n = highest
		ORDER BY hash`

	endsOfBranches = `SELECT hash FROM acts AS last WHERE NOT EXISTS (
		SELECT 1 FROM acts AS next
		WHERE next.device = last.device AND next.n = last.n + 1 AND next.prev = last.hash)
		ORDER BY hash`
)

// Heads are the last acts of every chain among the acts, sorted.
func (s *Store) Heads() ([]history.Hash, error) {
	var list []history.Hash
	err := s.read("read the heads", func(db *sql.DB) (err error) {
		list, err = heads(db)
		return err
	})
	return list, err
}

func heads(db *sql.DB) (list []history.Hash, err error) {
	var forked bool
	if err := db.QueryRow(forkedChains).Scan(&forked); err != nil {
		return nil, err
	}
	query := endsOfChains
	if forked {
		query = endsOfBranches
	}
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	err = eachRow(rows, func(r *row) { list = append(list, history.Hash(r.text())) })
	return list, err
}

func (w *writer) act(a *history.Act) error {
	var body, salt any
	if !a.Redacted() {
		body, salt = string(a.Body), a.Salt
	}
	err := w.run(insert("acts", actColumns), string(a.Hash()), a.Record, a.Device, a.N, string(a.Prev), a.Author,
		a.At, hashes(a.Priors), hashes(a.Seen), string(a.Commit), salt, body)
	return err
}

// remove takes body and salt from the acts that a redaction names, as far as
// they are here. Acts that redact keep theirs.
func (w *writer) remove(a *history.Act) error {
	body, err := a.Read()
	if err != nil || body == nil || body.Kind != history.Redact {
		return err
	}
	for _, hash := range body.Of {
		err := w.run(`UPDATE acts SET salt = NULL, body = NULL
			WHERE hash = ? AND json_extract(body, '$.kind') <> 'redact'`, hash)
		if err != nil {
			return err
		}
	}
	return nil
}

// folded notes the heads that the projection is now folded from.
func (w *writer) folded(heads []history.Hash) error {
	return w.run("UPDATE meta SET value = ? WHERE key = 'heads'", hashes(heads))
}

// hashes are kept between blanks.
func hashes(list []history.Hash) string {
	names := make([]string, len(list))
	for i, h := range list {
		names[i] = string(h)
	}
	return strings.Join(names, " ")
}

func hashList(text string) []history.Hash {
	var list []history.Hash
	for name := range strings.FieldsSeq(text) {
		list = append(list, history.Hash(name))
	}
	return list
}
