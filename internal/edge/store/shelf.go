package store

import (
	"io"
	"strings"
	"time"

	"midweek/internal/core/refusal"
)

// A Shelf holds what was attached to one record: bytes under ids, no paths. A
// plain folder fills it now (PlainShelf); a locked vault can, with each file
// encrypted. What lies on it never changes.
//
// The bytes come first and the act that names them after, so that a crash in
// between leaves a file that nobody names, and never a name without its file.
type Shelf interface {
	// Put keeps all that a reader gives. When it returns nil the bytes are
	// durable; else nothing new lies here. More than limit bytes are refused.
	Put(from io.Reader, limit int64) (Paper, error)

	// PutAs keeps, under its id, a paper that lies elsewhere too. What is not
	// its size and hash is ErrPaperDamaged and is not kept; where something
	// lies under the id already, that stays and the error is fs.ErrExist.
	PutAs(p Paper, from io.Reader) error

	// Open is what lies under an id. Its size and hash have been checked to
	// the last byte before the first can be read: what is not there is
	// ErrPaperGone, what is not the same any more ErrPaperDamaged.
	Open(Paper) (io.ReadSeekCloser, error)

	// List is what lies here, by id, with its size and without its hash.
	List() ([]Paper, error)

	// Remove takes away what lies under an id. What is not there is no error.
	Remove(id string) error

	// Sweep removes what was never finished, and what nobody names and has
	// lain here since before a time. It says how many. What is being put here
	// meanwhile it leaves alone.
	Sweep(named func(id string) bool, before time.Time) (int, error)
}

// A Paper is one file on the shelf, as a record names it.
type Paper struct {
	ID     string // 128 random bits in 32 hex digits
	Size   int64  // in bytes
	SHA256 string // 64 hex digits
}

// The limits of what can be attached, in bytes.
const (
	MaxPaper  = 50 << 20
	MaxPapers = 2 << 30
)

// What can be wrong with a paper that was kept.
var (
	ErrPaperGone    error = refusal.New(refusal.PaperGone)
	ErrPaperDamaged error = refusal.New(refusal.PaperDamaged)
)

// paperBits is how long an id is, in bytes.
const paperBits = 16

// isPaper says whether an id can be one of the shelf's. A record can come from
// anywhere, so an id is looked at before it becomes the name of a file.
func isPaper(id string) bool {
	return len(id) == 2*paperBits && strings.Trim(id, "0123456789abcdef") == ""
}
