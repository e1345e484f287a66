package open

import (
	"errors"
	"path/filepath"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/vault"
)

// KeptCopies are the safe copies of a data folder while a command looks at them.
// The record is not opened, and may be open in a window.
type KeptCopies struct {
	options Options
	vault   *vault.Vault // the first one that was unsealed: its key opens most others
	secrets []Secret     // what was typed, as a passphrase and as a recovery key
}

// KeptCopiesOf takes the copies of a data folder, or of the usual one.
func KeptCopiesOf(o Options) *KeptCopies { return &KeptCopies{options: o} }

func (k *KeptCopies) folder() (backup.Folder, error) {
	_, data, err := k.options.folders()
	return backup.In(filepath.Join(data, copiesFolder)), err
}

// List are the copies, the newest first.
func (k *KeptCopies) List() ([]backup.Found, error) {
	folder, err := k.folder()
	if err != nil {
		return nil, err
	}
	return folder.List()
}

// File is where a copy of the folder lies.
func (k *KeptCopies) File(n backup.Name) string {
	folder, _ := k.folder()
	return folder.File(n)
}

// Check reads a copy back, in the folder or anywhere, and says how many acts it
// has. For a locked one a secret is asked for, once.
func (k *KeptCopies) Check(file string) (int, error) {
	acts := -1
	if n, ours := backup.Parse(filepath.Base(file)); ours {
		acts = n.Acts
	}
	if vault.IsFile(file) {
		if err := k.unseal(file); err != nil {
			return 0, err
		}
	}
	read, err := backup.Verify(file, acts, copyOpener{vault: k.vault})
	for _, s := range k.secrets {
		if why := refusal.From(err); why == nil || why.Code != refusal.CopyKey && why.Code != refusal.WrongPassphrase {
			break
		}
		read, err = backup.Verify(file, acts, copyOpener{vault: k.vault, secret: &s})
	}
	if err != nil {
		return 0, err
	}
	return read.Acts.Len(), nil
}

// unseal opens the first locked copy, for its key. What is wrong with the copy is
// found afterwards.
func (k *KeptCopies) unseal(file string) error {
	if k.vault != nil {
		return nil
	}
	if k.secrets == nil {
		if k.options.Secret == nil {
			return &Unopenable{State: Sealed}
		}
		typed, err := k.options.Secret()
		if err != nil {
			return err
		}
		k.secrets = []Secret{Passphrase(typed)}
		if key, err := Recovery(typed); err == nil {
			k.secrets = []Secret{key}
		}
	}
	v, err := vault.OpenFile(file, k.secrets[0])
	if err == nil {
		k.vault = v
	}
	var shut *vault.Unopenable
	if errors.As(err, &shut) && shut.State == vault.Damaged {
		return refusal.New(refusal.CopyDamaged)
	}
	return inStore(err)
}

// Close forgets the key.
func (k *KeptCopies) Close() error {
	for _, s := range k.secrets {
		s.Forget()
	}
	if k.vault == nil {
		return nil
	}
	return k.vault.Close()
}
