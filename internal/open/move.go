package open

import (
	"errors"
	"fmt"
	"path/filepath"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// LockRecord moves the family's open record into a vault, which each of the
// secrets opens, and removes what lay open: the file, the attachments and the
// plain copies in the data folder. It is open when LockRecord returns nil. At
// every moment, after a crash too, one of the two is whole; where a step fails
// the record stays as it was.
func (h *House) LockRecord(secrets ...Secret) error {
	h.moving.Lock()
	defer h.moving.Unlock()
	room, err := h.movable(Plain)
	if err != nil {
		return err
	}
	size, err := room.store.Size()
	if err == nil {
		err = fits(size, 0)
	}
	if err != nil {
		return err
	}
	if err := room.first(MoveCopy); err != nil {
		return err
	}
	if err := h.settleUnlocked(); err != nil {
		return err
	}
	m := &move{house: h, marker: marker{To: Locked}, secrets: secrets}
	keeping, err := m.run()
	defer func() { h.keepOn(keeping) }()
	if err != nil {
		return errors.Join(unmoved("lock the record", err), h.enterOwn())
	}
	h.lying = Locked
	h.tell("", h.clean())
	if err := h.unlock(secrets[0], Opening{}); err != nil {
		return err
	}
	// The plain copies are gone: here is a sealed one. A failure is kept, and shown
	// where the copies are.
	_, _ = h.Room().MakeCopy(MoveCopy)
	return nil
}

// keepOn has copies of the record made by themselves again, if they were.
func (h *House) keepOn(keeping bool) {
	if room := h.Room(); room != nil {
		room.keeping.Store(keeping)
	}
}

// UnlockRecord moves the family's open record out of its vault into a plain
// file, with its attachments. Typed is the passphrase or recovery key, asked
// for once more. The vault stays until the program has started again and found
// the plain record sound. The rest is as with LockRecord.
func (h *House) UnlockRecord(typed string) error {
	h.moving.Lock()
	defer h.moving.Unlock()
	room, err := h.movable(Locked)
	if err != nil {
		return err
	}
	secret, err := room.secretOf(typed)
	if err != nil {
		return err
	}
	if err := room.first(MoveCopy); err != nil {
		return err
	}
	m := &move{house: h, marker: marker{To: Plain}, secrets: []Secret{secret}}
	keeping, err := m.run()
	defer func() { h.keepOn(keeping) }()
	if err != nil {
		return errors.Join(unmoved("unlock the record", err), h.unlock(secret, Opening{}))
	}
	h.lying = Plain
	return h.enterOwn()
}

// secretOf is the secret in what was typed: a passphrase, or a recovery key.
func (r *Room) secretOf(typed string) (Secret, error) {
	if key, err := Recovery(typed); err == nil {
		_, err := r.KeyOf(key)
		return key, err
	}
	_, err := r.KeyOf(Passphrase(typed))
	return Passphrase(typed), err
}

// movable is the open record, which lies in a mode and whose acts are sound.
func (h *House) movable(from Mode) (*Room, error) {
	room := h.Room()
	switch {
	case room == nil || room.Sample:
		return nil, refusal.New(refusal.NoRecord)
	case room.Locked() && from == Plain:
		return nil, refusal.New(refusal.LockedRecord)
	case !room.Locked() && from == Locked:
		return nil, refusal.New(refusal.PlainRecord)
	case room.ReadOnly():
		return nil, store.ErrReadOnly
	}
	return room, room.Load()
}

// soundPapers are the attachments of the record that are there. One that is
// missing stays missing; one that is damaged is in the way, since it cannot be
// told from another.
func (r *Room) soundPapers() ([]store.Paper, error) {
	all, err := r.AllPapers()
	if err != nil {
		return nil, err
	}
	var papers []store.Paper
	for i := range all {
		p := paperOf(&all[i])
		f, err := r.shelf.Open(p)
		switch {
		case err == nil:
			err = f.Close()
			papers = append(papers, p)
		case errors.Is(err, store.ErrPaperGone):
			err = nil
		case errors.Is(err, store.ErrPaperDamaged):
			err = fmt.Errorf("%w (%w)", refusal.New(refusal.PaperInTheWay, "name", all[i].Name), err)
		}
		if err != nil {
			return nil, err
		}
	}
	return papers, nil
}

// vaultDraft is the place of a vault that is being made.
func (h *House) vaultDraft() vault.Place {
	return vault.Place{Dir: h.movingDir(), Name: lockedName}
}

func (h *House) plainDraft() store.Place { return store.Plain(h.movingDir(), ownFile) }

func (h *House) file(name string) string { return filepath.Join(h.data, name) }
