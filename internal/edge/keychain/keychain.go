// Package keychain keeps a passphrase in the key store of the system, so that
// this computer opens a locked record by itself. It is off until somebody asks
// for it: whoever is signed in to the account can then open the record.
package keychain

import (
	"errors"

	"github.com/zalando/go-keyring"
)

// ErrNone is a key store that is not there, or does not answer.
var ErrNone = errors.New("there is no key store")

// service is what the key store calls the program.
const service = "midweek"

// Keep puts the passphrase of a record into the key store. ErrNone: it could
// not be kept.
func Keep(record, passphrase string) error {
	if keyring.Set(service, record, passphrase) != nil {
		return ErrNone
	}
	return nil
}

// Find is the kept passphrase of a record, empty where there is none or the key
// store does not answer: then it is asked for as ever.
func Find(record string) string {
	passphrase, err := keyring.Get(service, record)
	if err != nil {
		return ""
	}
	return passphrase
}

// Forget takes the passphrase of a record out of the key store. Where there is
// none it does nothing. ErrNone: the key store did not answer.
func Forget(record string) error {
	if err := keyring.Delete(service, record); err != nil && !errors.Is(err, keyring.ErrNotFound) {
		return ErrNone
	}
	return nil
}
