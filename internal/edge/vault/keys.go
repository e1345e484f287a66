package vault

import (
	"errors"
	"fmt"
	"slices"

	"midweek/internal/core/refusal"
)

// slotsOf are slots in which each secret seals the data key.
func slotsOf(secrets []Secret, key []byte, vault [16]byte, cost Cost) ([]slot, error) {
	if len(secrets) == 0 || len(secrets) > maxSlots {
		return nil, refusal.New(refusal.SlotsFull, "limit", fmt.Sprint(maxSlots))
	}
	var slots []slot
	for _, secret := range secrets {
		s, err := newSlot(secret, key, vault, cost)
		if err != nil {
			return nil, err
		}
		slots = append(slots, s)
	}
	return slots, nil
}

// A Slot is one way to open the vault, without what it takes.
type Slot struct {
	ID       [4]byte // random; the same as long as its secret is
	Recovery bool    // by a recovery key, else by a passphrase
}

// Slots are the ways to open the vault.
func (v *Vault) Slots() []Slot {
	v.mu.Lock()
	defer v.mu.Unlock()
	var list []Slot
	if v.at == nil {
		return nil
	}
	for _, s := range v.at.slots {
		list = append(list, Slot{s.id, s.kind == recoverySlot})
	}
	return list
}

// SlotOf is the slot that a secret opens. A secret that opens none is refused.
func (v *Vault) SlotOf(secret Secret) (Slot, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.at == nil {
		return Slot{}, errClosed
	}
	for _, s := range v.at.slots {
		if key := s.open(secret, v.at.vault); key != nil {
			clear(key)
			return Slot{s.id, s.kind == recoverySlot}, nil
		}
	}
	_, err := (&header{}).open(secret)
	return Slot{}, err
}

// AddSecret lets a further secret open the vault, such as a second adult's
// passphrase.
func (v *Vault) AddSecret(secret Secret, cost Cost) error {
	return v.reslot(func(slots []slot) ([]slot, error) {
		if len(slots) == maxSlots {
			return nil, refusal.New(refusal.SlotsFull, "limit", fmt.Sprint(maxSlots))
		}
		s, err := newSlot(secret, v.key, v.at.vault, cost)
		return append(slots, s), err
	})
}

// ChangeSecret puts a secret in the place of a slot's. Copies of the vault that
// were made before still open with the one before.
func (v *Vault) ChangeSecret(id [4]byte, secret Secret, cost Cost) error {
	return v.reslot(func(slots []slot) ([]slot, error) {
		at, err := find(slots, id)
		if err == nil {
			slots[at], err = newSlot(secret, v.key, v.at.vault, cost)
		}
		return slots, err
	})
}

// RemoveSecret takes a slot away; the last one stays. Whoever knew the secret
// and has a copy can still open that copy: only NewKey makes what is written
// from then on safe from it.
func (v *Vault) RemoveSecret(id [4]byte) error {
	return v.reslot(func(slots []slot) ([]slot, error) {
		at, err := find(slots, id)
		if err == nil && len(slots) == 1 {
			err = refusal.New(refusal.LastSlot)
		}
		if err != nil {
			return nil, err
		}
		return slices.Delete(slots, at, at+1), nil
	})
}

func find(slots []slot, id [4]byte) (int, error) {
	at := slices.IndexFunc(slots, func(s slot) bool { return s.id == id })
	if at < 0 {
		return 0, refusal.New(refusal.Gone)
	}
	return at, nil
}

// reslot writes the vault anew with other slots, and keeps no generation with
// the ones before.
func (v *Vault) reslot(change func([]slot) ([]slot, error)) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.idle(); err != nil {
		return err
	}
	slots, err := change(slices.Clone(v.at.slots))
	if err != nil {
		return err
	}
	return v.rekey(slots, v.key)
}

// rekey writes the vault anew with other slots and a key, which is the vault's
// from then on, whatever comes after; and keeps no generation before.
func (v *Vault) rekey(slots []slot, key []byte) error {
	if err := v.renew(slots, key); err != nil {
		return fmt.Errorf("write the vault anew: %w", named(err))
	}
	v.key = key
	v.sweep(v.at.generation)
	return named(v.place.disk.syncFolder(v.place.Dir))
}

// NewKey seals everything, attachments too, with a new data key, which only these
// secrets open. No attachment may be open or written meanwhile: PapersDir is
// another folder then.
// Whoever knew a former secret, or the former key, can open nothing that is
// written from then on.
func (v *Vault) NewKey(cost Cost, secrets ...Secret) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.idle(); err != nil {
		return err
	}
	key := random(keySize)
	slots, err := slotsOf(secrets, key, v.at.vault, cost)
	if err != nil {
		return err
	}
	if err := v.recoat(key); err != nil {
		_ = v.strip(key) // copies that nobody will ever open
		return fmt.Errorf("seal the attachments anew: %w", named(err))
	}
	former := v.key
	err = v.rekey(slots, key)
	if &v.key[0] == &former[0] {
		if v.stopped == nil {
			_ = v.strip(key)
		}
		return err
	}
	defer clear(former)
	if gone := v.strip(former); gone != nil {
		err = errors.Join(err, fmt.Errorf("remove the attachments of the former key: %w", named(gone)))
	}
	return err
}
