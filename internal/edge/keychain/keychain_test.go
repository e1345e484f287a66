package keychain_test

import (
	"errors"
	"testing"

	"github.com/zalando/go-keyring"

	"midweek/internal/edge/keychain"
)

func TestWhatIsKeptIsFoundAndForgotten(t *testing.T) {
	keyring.MockInit()
	if err := keychain.Keep("own", "harbor lemon quiet stairs"); err != nil {
		t.Fatal(err)
	}
	if keychain.Find("own") != "harbor lemon quiet stairs" || keychain.Find("other") != "" {
		t.Errorf("found %q and %q", keychain.Find("own"), keychain.Find("other"))
	}
	for range 2 { // the second time there is none
		if err := keychain.Forget("own"); err != nil || keychain.Find("own") != "" {
			t.Errorf("%v, still there: %t", err, keychain.Find("own") != "")
		}
	}
}

// The reason is the key store's own, and may have in it what was to be kept.
func TestAKeyStoreThatIsNotThere(t *testing.T) {
	keyring.MockInitWithError(errors.New("no bus for harbor lemon quiet stairs"))
	if err := keychain.Keep("own", "x"); err != keychain.ErrNone {
		t.Errorf("kept: %v", err)
	}
	if err := keychain.Forget("own"); err != keychain.ErrNone {
		t.Errorf("forgotten: %v", err)
	}
	if keychain.Find("own") != "" {
		t.Error("found something")
	}
}
