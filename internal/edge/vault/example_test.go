package vault_test

import (
	"fmt"
	"os"
	"path/filepath"

	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// A record that is made in a vault, closed, and opened again with the printed
// recovery key.
func Example() {
	dir, err := os.MkdirTemp("", "vault")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	p := vault.Place{Dir: filepath.Join(dir, "data"), Name: "record", Marks: filepath.Join(dir, "settings"), Device: "laptop"}

	recovery, printed := vault.NewRecovery()
	v, err := vault.Create(p, vault.Default, recovery) // beside a vault.Passphrase, and vault.Calibrated
	if err != nil {
		panic(err)
	}
	s, err := store.Create(store.Locked(v), "rec-1")
	if err != nil {
		panic(err)
	}
	err = s.SetSetting("author", "Mom")
	fmt.Println(err, s.Close(), v.Close()) // the store before the vault

	typed, err := vault.Recovery(printed)
	if err != nil {
		panic(err)
	}
	v, err = vault.Open(p, typed, vault.Opening{})
	if err != nil {
		panic(err)
	}
	s, err = store.Open(store.Locked(v))
	if err != nil {
		panic(err)
	}
	author, err := s.Setting("author")
	fmt.Println(author, err, vault.Look(p), s.Close(), v.Close())
	// Output:
	// <nil> <nil> <nil>
	// Mom <nil> fine <nil> <nil>
}
