package open

import (
	"errors"
	"fmt"
	"path/filepath"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// A copySource is an open record, as package backup wants it.
type copySource struct {
	store *store.Store
	vault *vault.Vault // nil of a plain record
}

func (s copySource) Locked() bool { return s.vault != nil }

func (s copySource) CopyTo(file string) (backup.Sum, error) {
	sum, err := s.store.CopyTo(file)
	return backup.Sum(sum), err
}

// A copyOpener opens copies to look at them: plain ones always, locked ones with
// the key of the open vault or with a secret of their own time.
type copyOpener struct {
	vault  *vault.Vault
	secret *Secret
	any    bool // also a vault's file that was not made as a copy, as left by a laptop that broke
}

// opener is for the copies of an open record; a secret is for those of a former
// key, nil for none.
func (r *Room) opener(s *Secret) copyOpener { return copyOpener{vault: r.vault, secret: s} }

func (o copyOpener) Open(file string) (backup.Opened, error) {
	if !vault.IsFile(file) {
		s, err := store.Read(store.Plain(filepath.Dir(file), filepath.Base(file)))
		if err != nil {
			return nil, err
		}
		return &openedCopy{store: s}, nil
	}
	v, err := o.unseal(file)
	if err != nil {
		return nil, inStore(err)
	}
	s, err := store.Read(store.Locked(v))
	if err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return &openedCopy{s, v, o.any}, nil
}

func (o copyOpener) unseal(file string) (*vault.Vault, error) {
	if o.vault != nil {
		v, err := o.vault.OpenCopy(file)
		if why := refusal.From(err); why == nil || why.Code != refusal.CopyKey || o.secret == nil {
			return v, err
		}
	}
	if o.secret == nil {
		return nil, &Unopenable{State: Sealed}
	}
	return vault.OpenFile(file, *o.secret)
}

// An openedCopy is a copy as package backup reads it.
type openedCopy struct {
	store *store.Store
	vault *vault.Vault
	any   bool
}

func (c *openedCopy) Sum() (backup.Sum, error) {
	sum, err := c.store.Summary()
	if c.vault != nil {
		sum.Image = c.vault.Sum()
	}
	return backup.Sum(sum), err
}

func (c *openedCopy) Check() error {
	if c.vault != nil && !c.any && !c.vault.Whole() {
		return fmt.Errorf("its end is cut off or changed: %w", refusal.New(refusal.CopyDamaged))
	}
	return c.store.Check()
}

func (c *openedCopy) Acts() ([]history.Act, error) { return c.store.Acts() }

func (c *openedCopy) Close() error {
	err := c.store.Close()
	if c.vault != nil {
		err = errors.Join(err, c.vault.Close())
	}
	return err
}
