package open

import (
	"cmp"
	"errors"
	"path/filepath"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// lockedName is the name of a locked record in the data folder, and marksFolder
// that of the vault's marks among the settings: they must not travel with it.
const (
	lockedName  = "record"
	marksFolder = "marks"
)

// What opens a locked record, and how.
type (
	Secret  = vault.Secret  // a passphrase or a recovery key
	Opening = vault.Opening // of a record that is not quite as it was left
	Slot    = vault.Slot    // one way to open it, without what it takes
	Cost    = vault.Cost    // the work that one try of a passphrase takes
)

// Passphrase is the secret in what a person types.
func Passphrase(text string) Secret { return vault.Passphrase(text) }

// Recovery reads a printed recovery key, however it was typed.
func Recovery(typed string) (Secret, error) { return vault.Recovery(typed) }

// NewRecovery makes a recovery key, and how it is printed: nine groups of four.
func NewRecovery() (Secret, string) { return vault.NewRecovery() }

// A Mode is how the family's record lies on the disk.
type Mode string

// The modes of a record.
const (
	Plain  Mode = "plain"  // a file that any SQLite tool reads
	Locked Mode = "locked" // a vault
)

// Mode says how the family's record lies here; Plain where there is none.
func (h *House) Mode() Mode {
	h.moving.Lock()
	defer h.moving.Unlock()
	if h.lying != "" {
		return h.lying
	}
	if vault.Look(h.vaultPlace()) == vault.Absent {
		return Plain
	}
	return Locked
}

func (h *House) vaultPlace() vault.Place {
	return vault.Place{Dir: h.data, Name: lockedName, Marks: filepath.Join(h.config, marksFolder)}
}

// sealed is why a plain record is neither opened nor made here: a vault lies in
// the folder, or half a move. Nil when neither does.
func (h *House) sealed() error {
	if h.stuck != nil {
		return &Unopenable{State: store.Moving, Err: h.stuck}
	}
	if h.lying == Plain {
		return nil
	}
	switch seen := vault.Seen(h.vaultPlace()); {
	case seen.State == vault.Absent:
		return nil
	case h.lying != Locked && store.Look(h.plain()) != store.Absent:
		return &Unopenable{State: store.Two}
	case seen.State == vault.Fine, seen.State == vault.ReadOnly:
		return &Unopenable{State: Sealed}
	default:
		return inStore(seen)
	}
}

// Unlock opens the family's locked record. A secret that does not open it is a
// refusal; whatever else is in the way is an *Unopenable, and what lies there
// stays as it is.
func (h *House) Unlock(secret Secret, how Opening) error {
	h.moving.Lock()
	defer h.moving.Unlock()
	return h.unlock(secret, how)
}

func (h *House) unlock(secret Secret, how Opening) error {
	if h.InUse() {
		return ErrInUse
	}
	if room := h.Room(); room != nil && !room.Sample {
		return nil
	}
	if err := h.sealed(); !is(err, Sealed) {
		return cmp.Or(err, error(&Unopenable{State: Absent}))
	}
	if err := h.leave(); err != nil {
		return err
	}
	how.Reading = how.Reading || h.still
	v, err := vault.Open(h.vaultPlace(), secret, how)
	if err != nil {
		return inStore(err)
	}
	return h.enterVault(v)
}

// inStore gives what is said of a vault the names that are used of any record.
func inStore(err error) error {
	var shut *vault.Unopenable
	if !errors.As(err, &shut) {
		return err
	}
	return &Unopenable{State: store.State(shut.State), Needs: shut.Needs, Known: vault.Known, Lost: shut.Lost, Err: shut.Err}
}

// enterVault opens the record in a vault. A vault that was cut off before there
// was a record in it holds nothing, and is taken away.
func (h *House) enterVault(v *vault.Vault) error {
	s, err := h.openStore(store.Locked(v), v, false)
	if err == nil {
		err = h.furnish(h.lockedRoom(s, v))
	} else if !absent(err) {
		err = errors.Join(err, v.Close())
	}
	if absent(err) && !v.ReadOnly() {
		err = errors.Join(err, v.Discard())
	}
	return err
}

func (h *House) lockedRoom(s *store.Store, v *vault.Vault) *Room {
	return &Room{store: s, vault: v, shelf: store.CoatedShelf(v.PapersDir, random, v)}
}

// beginLocked makes the family's record in a new vault and opens it.
func (h *House) beginLocked(author string, secrets []Secret) error {
	if state := store.Look(h.plain()); state != store.Absent {
		return &Unopenable{State: state}
	}
	if err := h.leave(); err != nil {
		return err
	}
	v, err := vault.Create(h.vaultPlace(), h.cost(), secrets...)
	if err != nil {
		return inStore(err)
	}
	s, err := store.Create(store.Locked(v), history.NewID(random))
	if err == nil {
		err = s.SetSetting("author", author)
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}
	if err != nil {
		return errors.Join(err, v.Discard())
	}
	return h.furnish(h.lockedRoom(s, v))
}

// Lock closes the record; of a locked one the key is forgotten.
func (h *House) Lock() error { return h.Leave() }

// Locked says whether the record lies in a vault.
func (r *Room) Locked() bool { return r.vault != nil }

// Keys are the ways to open the record; none of a plain one.
func (r *Room) Keys() []Slot {
	if r.vault == nil {
		return nil
	}
	return r.vault.Slots()
}

// KeyOf is the way that a secret opens. One that opens none is refused.
func (r *Room) KeyOf(s Secret) (slot Slot, err error) {
	err = r.inVault(func(v *vault.Vault) error {
		slot, err = v.SlotOf(s)
		return err
	})
	return slot, err
}

// AddKey lets a further secret open the record.
func (r *Room) AddKey(s Secret) error {
	return r.inVault(func(v *vault.Vault) error { return v.AddSecret(s, r.cost()) })
}

// ChangeKey puts a secret in the place of another. Copies that were made before
// still open with the one before.
func (r *Room) ChangeKey(id [4]byte, s Secret) error {
	return r.inVault(func(v *vault.Vault) error { return v.ChangeSecret(id, s, r.cost()) })
}

// RemoveKey takes a way to open the record away; the last one stays. It is worth
// something only together with NewKey.
func (r *Room) RemoveKey(id [4]byte) error {
	return r.inVault(func(v *vault.Vault) error { return v.RemoveSecret(id) })
}

// NewKey seals everything anew, so that only these secrets open what is written
// from then on.
func (r *Room) NewKey(secrets ...Secret) error {
	r.attaching.Lock()
	defer r.attaching.Unlock()
	return r.inVault(func(v *vault.Vault) error { return v.NewKey(r.cost(), secrets...) })
}

// inVault does something with the vault, while nothing is written.
func (r *Room) inVault(do func(*vault.Vault) error) error {
	if r.vault == nil {
		return refusal.New(refusal.PlainRecord)
	}
	return r.store.Still(func() error { return do(r.vault) })
}
