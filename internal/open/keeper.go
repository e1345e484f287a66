package open

import (
	"errors"
	"os/user"

	"midweek/internal/core/history"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
)

// A Kept is the family's own record while a command has it open.
type Kept struct{ house *House }

// Keep takes the data folder for a command. Only bringing something in makes
// a record where there is none.
func Keep(o Options) (*Kept, error) {
	h, err := New(o)
	if err != nil {
		return nil, err
	}
	err = h.Own()
	if is(err, Sealed) && o.Secret != nil {
		err = h.unlockTyped(o.Secret)
	}
	if err != nil && !absent(err) {
		return nil, errors.Join(err, h.Close())
	}
	return &Kept{h}, nil
}

// unlockTyped asks for a passphrase; a recovery key will do as well.
func (h *House) unlockTyped(ask func() (string, error)) error {
	typed, err := ask()
	if err != nil {
		return err
	}
	err = h.Unlock(Passphrase(typed), Opening{})
	if why := refusal.From(err); why == nil || why.Code != refusal.WrongPassphrase {
		return err
	}
	if key, bad := Recovery(typed); bad == nil {
		return h.Unlock(key, Opening{})
	}
	return err
}

// Import brings a service-hours file into the record, as one deed, and says
// how many entries it added or changed. Beside what is made new stands the
// name of this computer's user.
func (k *Kept) Import(file []byte) (int, error) {
	if k.house.Room() == nil {
		if err := k.house.begin(userName(), nil); err != nil {
			return 0, err
		}
	}
	return k.house.Room().Import(file)
}

// userName is the name of this computer's user, as far as it can stand beside
// an entry.
func userName() string {
	name := systemName()
	if history.CheckAuthor(name) != nil {
		return "Family"
	}
	return name
}

func systemName() string {
	u, err := user.Current()
	switch {
	case err != nil:
		return ""
	case u.Name != "":
		return u.Name
	}
	return u.Username
}

// Export is the record as it stands.
func (k *Kept) Export() (*record.Record, error) {
	if k.house.Room() == nil {
		return nil, refusal.New(refusal.NoRecord)
	}
	return k.house.Room().Export()
}

// Acts is everything that was ever written, checked.
func (k *Kept) Acts() (*history.History, error) {
	if k.house.Room() == nil {
		return nil, refusal.New(refusal.NoRecord)
	}
	return k.house.Room().History()
}

// MakeCopy makes a safe copy and checks it.
func (k *Kept) MakeCopy() (backup.Name, error) {
	if k.house.Room() == nil {
		return backup.Name{}, refusal.New(refusal.NoRecord)
	}
	made, err := k.house.Room().MakeCopy(AskedCopy)
	n, _ := backup.Parse(made.Name)
	return n, err
}

// Restore brings a copy back, and names the copy that was made before.
func (k *Kept) Restore(name string) (before string, err error) {
	if k.house.Room() == nil {
		return "", refusal.New(refusal.NoRecord)
	}
	if err := k.house.Restore(name); err != nil {
		return "", err
	}
	made, _ := k.house.Room().Restored()
	return made.Name, nil
}

// Close closes the record.
func (k *Kept) Close() error { return k.house.Close() }
