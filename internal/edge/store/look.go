package store

import (
	"bytes"
	"encoding/binary"
	"errors"

	lib "modernc.org/sqlite/lib"
)

// Look says what lies in a place, without changing it. It must not be asked
// about a file that this process has open.
func Look(p Place) State { return look(p).State }

// found is what looking found: a state, and the version of a record.
type found struct {
	Unopenable
	version int
	cut     bool // a change was cut off: opening takes it back and must look again
}

// opens says whether there is a record to read.
func (f *found) opens() bool { return f.State == Fine || f.State == ReadOnly }

func stateOf(s State, err error) *found { return &found{Unopenable: Unopenable{State: s, Err: err}} }

func look(p Place) *found {
	g, err := p.Glance()
	if err != nil {
		return stateOf(Unreadable, err)
	}
	f := outside(g)
	if !f.opens() {
		return f
	}
	db, err := p.Connect(Reading)
	if err == nil {
		defer db.Close()
		err = inside(db, f.version)
	}
	if err != nil {
		return f.because(err)
	}
	return f
}

// because is the state after something went wrong inside.
func (f *found) because(err error) *found {
	var strange *strangeError
	switch {
	case code(err) == lib.SQLITE_READONLY_ROLLBACK || code(err) == lib.SQLITE_READONLY_RECOVERY:
		f.cut, f.Err = true, err
		return f
	case errors.As(err, &strange):
		return stateOf(Foreign, err)
	case damaged(err):
		return stateOf(Damaged, err)
	}
	return stateOf(Unreadable, err)
}

// magic begins every SQLite file.
var magic = []byte("SQLite format 3\x00")

// Where SQLite's header keeps our marks.
const (
	versionAt     = 60
	applicationAt = 68
)

// outside judges a place by its size and first bytes.
func outside(g Glance) *found {
	switch {
	case g.Orphan:
		return stateOf(Damaged, errors.New("its file is gone, the journal of a change that was cut off is left"))
	case !g.There:
		return stateOf(Absent, nil)
	case !g.Regular:
		return stateOf(Foreign, errors.New("it is not a file"))
	case g.Size == 0:
		return stateOf(Empty, nil)
	case !bytes.HasPrefix(magic, g.Head) && !bytes.HasPrefix(g.Head, magic):
		return stateOf(Foreign, errors.New("it is not an SQLite file"))
	case len(g.Head) < headSize:
		return stateOf(Damaged, errors.New("its header is cut off"))
	case binary.BigEndian.Uint32(g.Head[applicationAt:]) != applicationID:
		return stateOf(Foreign, errors.New("it is the SQLite file of another program"))
	}
	return versioned(g, int(binary.BigEndian.Uint32(g.Head[versionAt:])))
}

func versioned(g Glance, version int) *found {
	f := &found{version: version}
	switch {
	case version > len(ours):
		f.State, f.Needs = Newer, version
	case version < 1:
		return stateOf(Damaged, errors.New("it has no version"))
	case !g.Writable:
		f.State = ReadOnly
	default:
		f.State = Fine
	}
	return f
}
