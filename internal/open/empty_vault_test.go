package open_test

import (
	"path/filepath"

	"midweek/internal/edge/vault"
)

// makeEmptyVault makes what is left when the program ends between making the
// vault and making the record in it.
func (l *laptop) makeEmptyVault() {
	l.Helper()
	place := vault.Place{Dir: l.data, Name: "record", Marks: filepath.Join(l.config, "marks")}
	v, err := vault.Create(place, cheap, vault.Passphrase(moms))
	l.does(err)
	l.does(v.Close())
}
