package open_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/passphrase"
	"midweek/internal/edge/vault"
	"midweek/internal/open"
)

func TestASuggestedPassphraseIsGoodEnough(t *testing.T) {
	seen := map[string]bool{}
	for range 50 {
		text, err := open.SuggestPassphrase()
		if err != nil || len(strings.Fields(text)) != 5 || seen[text] || passphrase.Check(text) != nil {
			t.Fatalf("%q: %v, %v", text, err, passphrase.Check(text))
		}
		seen[text] = true
	}
}

// The sheet that is saved can be read by a camera: what its code says opens the
// record as the printed signs do.
func TestTheCodeOnTheSheetIsTheKey(t *testing.T) {
	_, key := vault.NewRecovery()
	if len(open.Groups(key)) != 9 {
		t.Fatalf("%d groups", len(open.Groups(key)))
	}
	doc, err := open.RecoverySheet(key, day.Of(2026, 9, 3))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := open.SavePage(file, doc); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	read, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Skip("no zbarimg here to read the code with")
	}
	picture := strings.TrimSuffix(file, ".pdf")
	if out, err := exec.Command("pdftoppm", "-r", "150", "-png", "-singlefile", file, picture).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	said, err := exec.Command(read, "--quiet", "--raw", picture+".png").Output()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Recovery(string(said)); err != nil || strings.Join(open.Groups(strings.TrimSpace(string(said))), " ") != strings.Join(open.Groups(key), " ") {
		t.Errorf("the code says another key: %v", err)
	}
}
