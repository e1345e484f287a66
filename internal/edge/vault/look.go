package vault

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"

	"midweek/internal/core/refusal"
)

// A State is what lies in a place.
type State string

// The states of a place. Only Fine can be written to. In every other state the
// files are left as they are, byte for byte.
const (
	Absent     State = "absent"     // nothing: Create can make a vault
	Fine       State = "fine"       // a vault
	ReadOnly   State = "read_only"  // a vault; its file, folder or disk takes no changes
	Empty      State = "empty"      // a file of 0 bytes
	Foreign    State = "foreign"    // a file that is no vault
	Newer      State = "newer"      // of a newer program
	Damaged    State = "damaged"    // something was changed, cut out or overwritten
	Older      State = "older"      // sound, and older than what this computer last had
	Unreadable State = "unreadable" // the system does not let us read it
)

// Unopenable says why a vault was not opened, or not made. Its refusal is for a
// person.
type Unopenable struct {
	State State
	Needs int   // of Newer: the format that a reader must know
	Lost  int   // of Damaged: how many commits behind the damage cannot be read, as far as can be seen
	Err   error // what was found, for a log; nil when the state says it all
}

func (u *Unopenable) Error() string {
	if u.Err != nil {
		return "the vault is " + string(u.State) + ": " + u.Err.Error()
	}
	return "the vault is " + string(u.State)
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
		return refusal.New(refusal.ReadOnly)
	case Empty:
		return refusal.New(refusal.RecordEmpty)
	case Foreign:
		return refusal.New(refusal.RecordForeign)
	case Newer:
		return refusal.New(refusal.RecordNewer, "found", strconv.Itoa(u.Needs), "known", strconv.Itoa(readerVersion))
	case Damaged:
		return refusal.New(refusal.RecordDamaged)
	case Older:
		return refusal.New(refusal.RecordOlder)
	case Unreadable:
		return refusal.New(refusal.RecordUnreadable)
	}
	return refusal.New(refusal.AlreadyThere)
}

// Look says what lies in a place, as far as it can be seen without a key, and
// changes nothing.
func Look(p Place) State {
	p = p.settled()
	_, u := p.look()
	return u.State
}

// Seen is what Look says, with the reason.
func Seen(p Place) *Unopenable {
	_, u := p.settled().look()
	return u
}

// Known is the newest format that this program reads.
const Known = readerVersion

// look reads the header of the newest generation.
func (p Place) look() (*header, *Unopenable) {
	list, err := p.generations()
	if err != nil {
		return nil, unopenable(err)
	}
	if len(list) == 0 {
		return nil, &Unopenable{State: Absent}
	}
	name := p.file(slices.Max(list))
	f, err := p.disk.open(name, false)
	if err != nil {
		return nil, unopenable(err)
	}
	defer f.Close()
	h, err := headerOf(f)
	if err == nil && h.generation != slices.Max(list) {
		err = fmt.Errorf("%w: its number is another", errHeader)
	}
	if err != nil {
		return nil, unopenable(err)
	}
	if !p.disk.writable(name) || !p.disk.writable(p.Dir) {
		return h, &Unopenable{State: ReadOnly}
	}
	return h, &Unopenable{State: Fine}
}

// errNothing is a file of 0 bytes.
var errNothing = errors.New("the file is empty")

func headerOf(f file) (*header, error) {
	size, err := f.size()
	if err != nil {
		return nil, err
	}
	if size == 0 {
		return nil, errNothing
	}
	b := make([]byte, min(size, headerSize))
	if _, err := f.ReadAt(b, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return parseHeader(b)
}

// unopenable is the state after something went wrong.
func unopenable(err error) *Unopenable {
	var newer *newerError
	var damaged *damagedError
	switch {
	case errors.As(err, &newer):
		return &Unopenable{State: Newer, Needs: newer.needs, Err: err}
	case errors.As(err, &damaged):
		return &Unopenable{State: Damaged, Lost: damaged.lost(), Err: err}
	case errors.Is(err, errHeader), errors.Is(err, errSealed):
		return &Unopenable{State: Damaged, Err: err}
	case errors.Is(err, errNothing):
		return &Unopenable{State: Empty}
	case errors.Is(err, errForeign), errors.Is(err, errNoFile):
		return &Unopenable{State: Foreign, Err: err}
	case errors.Is(err, fs.ErrNotExist):
		return &Unopenable{State: Absent, Err: err}
	}
	return &Unopenable{State: Unreadable, Err: err}
}
