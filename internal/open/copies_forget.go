package open

import (
	"errors"
	"time"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/store"
)

// Forgotten is what became of older copies.
type Forgotten struct {
	Removed   int      // copies, here and in the second folder
	Papers    int      // attachments in the second folder that this record has no more
	Left      []string // names of copies that could not be removed
	Unreached string   // the second folder, when it could not be reached: what lies there stays; else empty
}

// ForgetCopies removes the copies of this record that were made before a time,
// those too that never rotate away: they still hold words that were removed for
// good since, and open with keys of their time. A copy of the record as it is
// now is made first. What cannot be reached is told.
func (r *Room) ForgetCopies(before time.Time) (Forgotten, error) {
	switch {
	case r.Sample:
		return Forgotten{}, refusal.New(refusal.NoCopies)
	case r.ReadOnly():
		return Forgotten{}, store.ErrReadOnly
	}
	r.copying.Lock()
	defer r.copying.Unlock()
	fresh, err := r.makeCopy(AskedCopy)
	if err != nil {
		return Forgotten{}, copyFirst(err)
	}
	var f Forgotten
	errs := []error{r.forgetIn(r.copies, before, fresh.Name, &f)}
	dir, err := r.Setting(secondKey)
	r.carrying.Lock()
	defer r.carrying.Unlock()
	if second, reachable := r.second(); reachable {
		errs = append(errs, r.carryOut(), r.forgetIn(second, before, fresh.Name, &f), r.forgetPapers(second, &f))
	} else if dir != "" {
		f.Unreached = dir
	}
	return f, errors.Join(append(errs, err)...)
}

func (r *Room) forgetIn(folder backup.Folder, before time.Time, but string, f *Forgotten) error {
	all, err := folder.List()
	if err != nil {
		return err
	}
	var gone []string
	for _, c := range all {
		if !c.Made.Before(before) || c.String() == but {
			continue
		}
		if err := folder.Remove(c.Name); err != nil {
			f.Left = append(f.Left, c.String())
			continue
		}
		f.Removed++
		gone = append(gone, c.String())
	}
	r.removed(gone)
	return nil
}

func (r *Room) forgetPapers(second backup.Folder, f *Forgotten) (err error) {
	r.attaching.RLock()
	defer r.attaching.RUnlock()
	f.Papers, err = backup.ForgetPapers(r.papersIn(second.Dir()), r.papersDir())
	return err
}

// RemoveCopies removes copies for good, here and in the second folder. One that
// is not there any more is no error.
func (h *House) RemoveCopies(names ...string) error {
	if h.InUse() {
		return ErrInUse
	}
	folders := []backup.Folder{h.copies()}
	if room := h.Room(); room != nil && !room.Sample {
		room.copying.Lock()
		defer room.copying.Unlock()
		room.carrying.Lock()
		defer room.carrying.Unlock()
		if second, reachable := room.second(); reachable {
			folders = append(folders, second)
		}
	}
	var errs []error
	for _, name := range names {
		n, ours := backup.Parse(name)
		if !ours {
			return refusal.New(refusal.CopyGone)
		}
		for _, folder := range folders {
			if there(folder.File(n)) {
				errs = append(errs, folder.Remove(n))
			}
		}
	}
	return errors.Join(errs...)
}
