// Package portable writes everything of a record into one locked file that opens
// without Midweek: an age file (age-encryption.org/v1, sealed by a passphrase)
// around a ZIP of plain, documented files. It is the copy for the day on which
// nobody has this program any more, so nothing in it is ours alone: `age` and
// `unzip` open it, and a README inside says what is what.
//
// Nothing is ever on the disk but what is sealed. The contents are given as bytes
// and readers, and stream through the ZIP and the seal to wherever they are to
// lie.
//
// The same contents make the same ZIP, byte for byte. The seal around it is
// never the same twice: its keys are random, as they must be.
package portable

import (
	"io"
	"time"

	"filippo.io/age"

	"midweek/internal/core/refusal"
)

// Ending is how the name of such a file ends.
const Ending = ".zip.age"

// The names of the files inside.
const (
	ReadmeName   = "README.txt"
	DataName     = "data.json"
	ActsName     = "entries.acts"
	DatabaseName = "record.sqlite"
	ListName     = "attachments.csv"
	PapersName   = "attachments"
)

// Contents are what goes into the file.
type Contents struct {
	Made     time.Time // stands in the README and at every file inside, to the second
	Record   string    // the random id of the record
	Data     []byte    // service-hours
	Acts     []byte    // midweek-acts
	Database []byte    // an SQLite database
	Papers   []Paper
}

// A Paper is one attachment.
type Paper struct {
	Name   string // safe on any system: no path, no sign that means something
	Given  string // the name that it came with
	Kind   string // its media type
	Size   int64  // in bytes
	SHA256 string // 64 hex digits
	Added  string // the day on which it was attached

	// Open gives the bytes. An error that is a refusal leaves this one out, and the
	// list says so; any other one ends it all.
	Open func() (io.ReadCloser, error)
}

// A Missing is an attachment that is not in the file, and why.
type Missing struct {
	Name string
	Why  *refusal.Refusal
}

// work is the cost of a passphrase: scrypt with N of 2 to the power of it, about
// a second. It is what the age tool uses too, and reads without a word. Only
// tests change it.
var work = 18

// Seal writes the file into a writer. What could not be taken along is named.
// After an error what was written does not open.
func Seal(to io.Writer, passphrase string, c Contents) ([]Missing, error) {
	lock, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	lock.SetWorkFactor(work)
	sealed, err := age.Encrypt(to, lock)
	if err != nil {
		return nil, err
	}
	missing, err := pack(sealed, c)
	if err != nil {
		return nil, err // never closed: what stands there does not open
	}
	return missing, sealed.Close()
}
