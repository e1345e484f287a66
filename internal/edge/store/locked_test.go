package store_test

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// placeKey says where the tests keep their records: plain when it is empty.
const placeKey = "MIDWEEK_STORE_PLACE"

// onVaults are the tests that say nothing of a plain file, and hold of a record
// in a vault as well.
var onVaults = []string{
	"TestActsOnlyGrow", "TestARedactionKeepsItsReason", "TestAnActComesBackAsItWent", "TestAForkCanBeStored", "TestAnActIsStoredOnce",
	"TestSettingsAndDrafts", "TestTheProjectionIsTheFold", "TestEveryFieldIsKept", "TestARecordIsThereAfterARestart",
	"TestAProjectionOfAnotherVersionIsFoldedAnew", "TestAnUnfinishedRebuildLeavesTheMarkAsItWas", "TestAKilledProcessLosesNothing",
	"TestAKilledProcessLeavesNoHalfRecord", "TestAnyNameOfAFolderWorks", "TestARedactionLeavesNoWord", "TestShrinkChangesNothing",
	"TestADraftThatIsGoneIsGone", "TestARedactionFromElsewhereWaits", "TestSearch", "TestAHitShowsThePlace", "TestSearchFollowsWhatIsDone",
	"TestARecordIsFine", "TestCreateRefusesWhatIsThere", "TestAFullDisk",
	"TestWhatIsPutOnTheShelfIsThere", "TestWhatWasChangedIsNotRead", "TestAnIDIsNoPath", "TestWhatIsTooLargeIsNotKept", "TestASourceThatFails",
	"TestTheSweep", "TestAPaperThatIsNotTheSameIsNoCopy", "TestACopyAfterOneThatWasCutOff", "TestAShelfThatIsNotThere", "TestWhatIsRemovedIsGone", "TestAnImageIsTheRecord",
}

// A record behaves in a vault as it does in a plain file, with either of the
// vault's engines: the same tests, run again by another process.
func TestTheStoreOnAVault(t *testing.T) {
	if os.Getenv(placeKey) != "" {
		t.Skip("this is the other process")
	}
	if testing.Short() {
		t.Skip("runs most of the tests twice more")
	}
	for _, engine := range []string{"files", "copies"} {
		t.Run(engine, func(t *testing.T) {
			again := exec.Command(os.Args[0], "-test.short", "-test.v", "-rapid.checks=12", "-test.run", "^("+strings.Join(onVaults, "|")+")$")
			again.Env = append(os.Environ(), placeKey+"="+engine)
			out, err := again.CombinedOutput()
			if ran := strings.Count(string(out), "\n=== RUN   Test"); err != nil || ran < len(onVaults)-1 {
				t.Errorf("%v, %d tests\n%s", err, ran, out)
			}
		})
	}
}

// place is where a test keeps a record.
func place(dir, name string) store.Place {
	if os.Getenv(placeKey) == "" {
		return store.Plain(dir, name)
	}
	v, err := unlocked(filepath.Join(dir, name))
	if err != nil {
		panic(err)
	}
	return store.Locked(v)
}

// copies is where this process puts plain copies.
var copies = filepath.Join(os.TempDir(), fmt.Sprintf("midweek-copies-%d", os.Getpid()))

// printedKey opens the vaults of the tests, in every process.
const printedKey = "CZHH-9Z6S-SZQ1-0FY3-E0FM-M80Z-SX7S-KPFW-PM4S"

// The vaults that this process has open, by the file that they stand for.
var (
	vaultsMu sync.Mutex
	vaults   = map[string]*vault.Vault{}
)

func vaultOf(file string) vault.Place {
	p := vault.Place{Dir: filepath.Dir(file), Name: filepath.Base(file), Marks: file + ".marks"}
	if os.Getenv(placeKey) == "copies" {
		p.Engine = vault.ByCopies
	}
	return p
}

// unlocked is the vault that stands for a file, read from the disk again unless
// a store has it open.
func unlocked(file string) (*vault.Vault, error) {
	vaultsMu.Lock()
	defer vaultsMu.Unlock()
	if v := vaults[file]; v != nil {
		if err := v.Close(); err != nil {
			return v, nil
		}
	}
	secret, err := vault.Recovery(printedKey)
	if err != nil {
		return nil, err
	}
	p := vaultOf(file)
	var v *vault.Vault
	if vault.Look(p) == vault.Absent {
		v, err = vault.Create(p, vault.Default, secret)
	} else {
		v, err = vault.Open(p, secret, vault.Opening{})
	}
	vaults[file] = v
	return v, err
}

// asFile is a plain file to read what a record's file holds: in a vault a copy
// of what lies on the disk now.
func asFile(t tb, file string) string {
	t.Helper()
	if os.Getenv(placeKey) == "" {
		return file
	}
	secret, err := vault.Recovery(printedKey)
	if err != nil {
		t.Fatal(err)
	}
	v, err := vault.Open(vaultOf(file), secret, vault.Opening{Reading: true})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	_, size := v.Head(0)
	data, _ := v.Head(int(size))
	copied := filepath.Join(copies, "record.db")
	if err := errors.Join(os.MkdirAll(copies, 0o700), os.WriteFile(copied, data, 0o600)); err != nil {
		t.Fatal(err)
	}
	return copied
}

// beside are a record's file and what SQLite keeps beside it.
func beside(file string) []string {
	if os.Getenv(placeKey) == "" {
		return []string{file, file + "-journal"}
	}
	return []string{file}
}

// changeable opens a record's database as another program would.
func changeable(file string) (*sql.DB, error) {
	if os.Getenv(placeKey) == "" {
		return sql.Open("sqlite", "file:"+url.PathEscape(file))
	}
	v, err := unlocked(file)
	if err != nil {
		return nil, err
	}
	return v.Connect([]string{"_synchronous=full"}, true)
}
