package store

import (
	"cmp"
	"strconv"

	"midweek/internal/core/refusal"
)

// A State is what lies in a place.
type State string

// The states of a place. Only Fine can be written to; ReadOnly can be read. In
// every other state the file is left as it is, byte for byte.
const (
	Absent     State = "absent"     // nothing: Create can make a record
	Fine       State = "fine"       // a record
	ReadOnly   State = "read_only"  // a record; the file, its folder or its disk takes no changes
	Empty      State = "empty"      // a file of 0 bytes, which SQLite would take for an empty database
	Foreign    State = "foreign"    // not SQLite, not ours, or ours with tables that we did not make
	Newer      State = "newer"      // of a newer program
	Damaged    State = "damaged"    // cut off or corrupt, or a change cut off whose file is gone
	Unreadable State = "unreadable" // the system does not let us read it

	// Of a vault, which is opened before a record in it can be looked at.
	Sealed State = "sealed" // waits for a passphrase; nothing is wrong
	Older  State = "older"  // sound, and older than what this computer last had

	// Of a data folder.
	Two    State = "two"    // a plain record and a vault, and nothing says which is the family's
	Moving State = "moving" // a move between the two that can be neither ended nor taken back
)

// Unopenable says why a record was not opened, or not made. Its refusal is for
// a person.
type Unopenable struct {
	State State
	Needs int   // of Newer: the format of the file
	Known int   // of Newer: the newest format that this program reads; 0: of the tables in it
	Lost  int   // of Damaged, in a vault: how many later changes cannot be read, as far as can be seen
	Err   error // what was found, for a log; nil when the state says it all
}

func (u *Unopenable) Error() string {
	if u.Err != nil {
		return "the record is " + string(u.State) + ": " + u.Err.Error()
	}
	return "the record is " + string(u.State)
}

// Unwrap are the refusal in a person's words and what was found.
func (u *Unopenable) Unwrap() []error {
	if u.Err == nil {
		return []error{u.refusal()}
	}
	return []error{u.refusal(), u.Err}
}

func (u *Unopenable) refusal() error {
	switch u.State {
	case Absent:
		return refusal.New(refusal.NoRecord)
	case ReadOnly:
		return ErrReadOnly
	case Empty:
		return refusal.New(refusal.RecordEmpty)
	case Foreign:
		return refusal.New(refusal.RecordForeign)
	case Newer:
		return refusal.New(refusal.RecordNewer, "found", strconv.Itoa(u.Needs), "known", strconv.Itoa(cmp.Or(u.Known, len(ours))))
	case Damaged:
		return refusal.New(refusal.RecordDamaged)
	case Unreadable:
		return refusal.New(refusal.RecordUnreadable)
	case Sealed:
		return refusal.New(refusal.RecordSealed)
	case Older:
		return refusal.New(refusal.RecordOlder)
	case Two:
		return refusal.New(refusal.RecordTwo)
	case Moving:
		return refusal.New(refusal.RecordMoving)
	}
	return refusal.New(refusal.AlreadyThere)
}
