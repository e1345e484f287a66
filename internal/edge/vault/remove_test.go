package vault

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// A vault that is removed leaves nothing of itself, and everything else; what
// was cut off can be removed to its end.
func TestAVaultIsRemovedWhole(t *testing.T) {
	dir := t.TempDir()
	p := Place{Dir: filepath.Join(dir, "data"), Name: "record", Marks: filepath.Join(dir, "marks")}
	d := newDeskWith(t, p, printed(t))
	must(t, d.note("first"))
	folder := filepath.Join(d.vault.PapersDir(), paperID[:2])
	must(t, os.MkdirAll(folder, 0o700))
	var sealed bytes.Buffer
	w, err := d.vault.Seal(paperID, &sealed)
	must(t, err)
	must(t, w.Close())
	must(t, os.WriteFile(filepath.Join(folder, paperID), sealed.Bytes(), 0o600))
	must(t, d.vault.Forget())
	d.shut()
	must(t, os.WriteFile(filepath.Join(p.Dir, "record-000009.vault.new"), []byte("half"), 0o600))
	other := filepath.Join(p.Dir, "records-000001.vault")
	must(t, os.WriteFile(other, []byte("mine"), 0o600))
	for range 2 {
		must(t, Remove(p))
	}
	left := contents(t, dir)
	for name := range left {
		if name != other {
			t.Errorf("%s is left", name)
		}
	}
	if _, err := os.Stat(other); err != nil || Look(p) != Absent {
		t.Errorf("%v, looks %s", err, Look(p))
	}
}
