package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// An Opener opens a copy to look at it; nothing on the disk is changed by that.
type Opener interface {
	Open(file string) (Opened, error)
}

// An Opened is a copy as it was read from the disk.
type Opened interface {
	// Sum is what the copy comes to.
	Sum() (Sum, error)

	// Check reads every page of its database, and of a vault wants every byte
	// up to its end.
	Check() error

	// Acts are all acts in it.
	Acts() ([]history.Act, error)

	Close() error
}

// errDamaged is a copy that is not what was written.
var errDamaged error = refusal.New(refusal.CopyDamaged)

// compare opens a copy and wants it to come to what the record did.
func compare(file string, want Sum, with Opener) (err error) {
	c, err := with.Open(file)
	if err != nil {
		return damaged(err)
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	got, err := c.Sum()
	if err == nil {
		err = c.Check()
	}
	if err != nil {
		return damaged(err)
	}
	if got.Record != want.Record || got.Acts != want.Acts || !slices.Equal(got.Heads, want.Heads) || got.Image != want.Image {
		return fmt.Errorf("%w: it does not hold what the record does", errDamaged)
	}
	return nil
}

// A Read is a copy that was read whole, with every act checked.
type Read struct {
	Record string
	Acts   *history.History
}

// Verify reads a copy back: every byte against its sum or seal, every page, and
// every act against its chain. A copy that is not what was written is refused
// with CopyDamaged; acts is how many its name promises, below zero when nobody
// knows.
func Verify(file string, acts int, with Opener) (r *Read, err error) {
	if err := sameSum(file); err != nil {
		return nil, damaged(err)
	}
	c, err := with.Open(file)
	if err != nil {
		return nil, damaged(err)
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if err := c.Check(); err != nil {
		return nil, damaged(err)
	}
	sum, err := c.Sum()
	var all []history.Act
	if err == nil {
		all, err = c.Acts()
	}
	if err != nil {
		return nil, damaged(err)
	}
	h := history.New(sum.Record)
	if err := h.Load(all); err != nil {
		return nil, damaged(err)
	}
	if acts >= 0 && h.Len() != acts {
		return nil, fmt.Errorf("%w: it has %d acts, its name says %d", errDamaged, h.Len(), acts)
	}
	return &Read{sum.Record, h}, nil
}

// Drill brings a copy back into memory, whole, as on the day when it is needed:
// it reads and checks it, and folds its acts to a record.
func Drill(file string, acts int, with Opener, read history.Reader) (*history.Folded, error) {
	r, err := Verify(file, acts, with)
	if err != nil {
		return nil, err
	}
	return r.Acts.Fold(read), nil
}

// damaged gives what is wrong with a copy the words for a copy. What is wrong
// with the disk, the key or the program's age keeps its own.
func damaged(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w (%w)", refusal.New(refusal.CopyGone), err)
	}
	var broken *history.Broken
	if errors.As(err, &broken) {
		return fmt.Errorf("%w (%w)", errDamaged, err)
	}
	if r := refusal.From(err); r != nil {
		switch r.Code {
		case refusal.RecordDamaged, refusal.RecordEmpty, refusal.RecordForeign:
			return fmt.Errorf("%w (%w)", errDamaged, err)
		case refusal.NoRecord:
			return fmt.Errorf("%w (%w)", refusal.New(refusal.CopyGone), err)
		}
	}
	return err
}
