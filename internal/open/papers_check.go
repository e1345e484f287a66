package open

import (
	"errors"
	"time"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
)

// CheckPapers looks whether every attachment has its file, of the right size,
// and removes what was never finished. What it finds PapersAmiss tells.
func (r *Room) CheckPapers() error {
	if !r.ReadOnly() {
		if _, err := r.shelf.Sweep(func(string) bool { return true }, time.Time{}); err != nil {
			return err
		}
	}
	book, err := r.Book()
	if err != nil {
		return err
	}
	all, err := r.shelf.List()
	if err != nil {
		return err
	}
	lie := map[string]int64{}
	for _, p := range all {
		lie[p.ID] = p.Size
	}
	amiss := map[string]*refusal.Refusal{}
	for i := range book.Record.Attachments {
		a := &book.Record.Attachments[i]
		size, there := lie[a.ID]
		switch {
		case !there:
			amiss[a.ID] = refusal.From(store.ErrPaperGone)
		case size != int64(a.Size):
			amiss[a.ID] = refusal.From(store.ErrPaperDamaged)
		}
	}
	r.amiss.Store(&amiss)
	return nil
}

// PaperAmiss says what the last check found of an attachment; nil when it was
// fine, or has not been looked at.
func (r *Room) PaperAmiss(id string) *refusal.Refusal {
	if amiss := r.amiss.Load(); amiss != nil {
		return (*amiss)[id]
	}
	return nil
}

// LoosePapers are how many files lie among the attachments that no entry names,
// not even one that was struck.
func (r *Room) LoosePapers() (int, error) {
	named, err := r.NamesPaper()
	if err != nil {
		return 0, err
	}
	all, err := r.shelf.List()
	loose := 0
	for _, p := range all {
		if !named(p.ID) {
			loose++
		}
	}
	return loose, err
}

// SweepPapers removes them.
func (r *Room) SweepPapers() (int, error) {
	named, err := r.NamesPaper()
	if err != nil {
		return 0, err
	}
	return r.shelf.Sweep(named, r.now().Add(time.Hour))
}

// erasing deletes the bytes of attachments whose acts lost their words.
type erasing struct{ shelf store.Shelf }

// Delete removes the bytes for good. What cannot be removed keeps the others
// from nothing.
func (e erasing) Delete(ids []string) error {
	var errs []error
	for _, id := range ids {
		errs = append(errs, e.shelf.Remove(id))
	}
	return errors.Join(errs...)
}
