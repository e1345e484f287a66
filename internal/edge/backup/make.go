package backup

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"midweek/internal/core/history"
)

// A Sum is what a record comes to. A copy is good when it comes to the same.
type Sum struct {
	Record string // its id
	Acts   int
	Heads  []history.Hash
	Image  [32]byte // SHA-256 of the database inside a vault; zero for a plain file
}

// A Source is an open record.
type Source interface {
	// Locked says whether it lies in a vault.
	Locked() bool

	// CopyTo writes all of it to a file of its own, which is not there yet and is
	// on the disk when CopyTo returns nil. It says what the record came to then.
	CopyTo(file string) (Sum, error)
}

// Make makes a copy. When it returns nil the copy was written, brought to the
// disk, opened again from there and compared; else there is none.
func (f Folder) Make(kind Kind, now time.Time, from Source, with Opener) (Found, error) {
	made, err := f.attempt(kind, now, from, with)
	if err != nil {
		return Found{}, fmt.Errorf("make a safe copy: %w", named(err))
	}
	return made, nil
}

func (f Folder) attempt(kind Kind, now time.Time, from Source, with Opener) (Found, error) {
	err := f.make()
	if err == nil {
		err = f.tidy()
	}
	if err != nil {
		return Found{}, err
	}
	draft := filepath.Join(f.dir, draftName)
	sum, err := from.CopyTo(draft)
	if err == nil {
		err = compare(draft, sum, with)
	}
	if err != nil {
		_ = os.Remove(draft) // else by the next attempt
		return Found{}, err
	}
	n, err := f.free(Name{now.Truncate(time.Second), kind, sum.Acts, from.Locked()})
	if err != nil {
		return Found{}, err
	}
	return f.keep(draft, n)
}

// free is the name for a copy. Where several are made in one second, the later
// ones have the next, so that the newest can be told.
func (f Folder) free(n Name) (Name, error) {
	all, err := f.List()
	for slices.ContainsFunc(all, func(other Found) bool { return other.stamp() == n.stamp() }) {
		n.Made = n.Made.Add(time.Second)
	}
	return n, err
}

// keep gives a finished draft its name.
func (f Folder) keep(draft string, n Name) (Found, error) {
	if !n.Locked {
		if err := noteSum(draft, f.File(n)); err != nil {
			return Found{}, err
		}
	}
	if err := f.publish(draft, f.File(n)); err != nil {
		_, _ = os.Remove(draft), os.Remove(f.File(n)+sumEnding)
		return Found{}, err
	}
	info, err := os.Stat(f.File(n))
	if err != nil {
		return Found{}, err
	}
	return Found{n, info.Size()}, nil
}
