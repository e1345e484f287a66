package store

import (
	"errors"
	"fmt"
)

// CopyPapers copies attachments from one shelf to another, under the same ids.
// Each is checked by size and hash as it is read, and again as it then lies on
// the other shelf; one that lies there already, and is the same, is left. When
// it returns nil all of them are durable there. One that is missing or damaged
// is ErrPaperGone or ErrPaperDamaged, with its id; those before it stay copied.
func CopyPapers(from, to Shelf, papers []Paper) error {
	for _, p := range papers {
		if err := copyPaper(from, to, p); err != nil {
			return fmt.Errorf("copy attachment %s: %w", p.ID, err)
		}
	}
	return nil
}

func copyPaper(from, to Shelf, p Paper) error {
	switch err := lies(to, p); {
	case err == nil:
		return nil
	case !errors.Is(err, ErrPaperGone):
		return err
	}
	original, err := from.Open(p)
	if err != nil {
		return err
	}
	if err := errors.Join(to.PutAs(p, original), original.Close()); err != nil {
		return err
	}
	return lies(to, p)
}

// lies reads what lies on a shelf under an id, to its last byte.
func lies(on Shelf, p Paper) error {
	f, err := on.Open(p)
	if err != nil {
		return err
	}
	return f.Close()
}
