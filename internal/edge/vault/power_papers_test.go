package vault

import (
	"errors"
	"io"
	"math/rand/v2"
	"path/filepath"
	"testing"
)

// Whenever the power goes while everything is sealed with a new key, the vault
// opens with the former secret or with the new one, and the attachment that it
// then has can be read.
func TestTorturePowerCutsInANewKey(t *testing.T) {
	d := newMemDisk()
	p := Place{Dir: "/data", Name: "record", Marks: "/marks", disk: d}
	former, _ := NewRecovery()
	now, _ := NewRecovery()
	desk := newDeskWith(t, p, former)
	must(t, desk.note("a"))
	plain := noise(chunkSize + 9)
	name := filepath.Join(desk.vault.PapersDir(), paperID[:2], paperID)
	f, err := d.create(name)
	must(t, err)
	w, err := desk.vault.Seal(paperID, io.NewOffsetWriter(f, 0))
	must(t, err)
	_, err = w.Write(plain)
	must(t, errors.Join(err, w.Close(), f.Sync(), d.syncFolder("/data")))
	begun := len(d.trace)
	must(t, desk.vault.NewKey(cheap, now))
	done := len(d.trace)
	must(t, desk.note("b"))

	chance, states, changed := rand.New(rand.NewPCG(9, 10)), 0, 0
	for steps := begun; steps <= done; steps++ {
		for range effort(6, 40, 400) {
			states++
			if opensWhole(t, p, d.trace[:steps], chance, former, now, string(plain)) {
				changed++
			} else if steps == done {
				t.Fatal("after it was told to be done, the former secret opens it")
			}
		}
	}
	report("%d power cuts in a new key, %d of them behind it, no attachment lost", states, changed)
}

// opensWhole opens what a power cut left, with either secret, reads the
// attachment, and says whether the new key is in force.
func opensWhole(t *testing.T, p Place, trace []step, chance *rand.Rand, former, now Secret, plain string) (changed bool) {
	t.Helper()
	d, _ := cut(trace, chance)
	p.disk = d
	v, err := Open(p, former, Opening{})
	if err != nil {
		changed = true
		v, err = Open(p, now, Opening{})
	}
	must(t, err)
	defer v.Close()
	node := d.names[filepath.Join(v.PapersDir(), paperID[:2], paperID)]
	if node == nil {
		t.Fatalf("the attachment is gone; the new key is in force: %v", changed)
	}
	r, err := v.Unseal(paperID, io.NewSectionReader(&memFile{d, node, ""}, 0, int64(len(node.data))), int64(len(node.data)))
	must(t, err)
	got, err := io.ReadAll(r)
	if err != nil || string(got) != plain {
		t.Fatalf("the attachment holds %d bytes, %v", len(got), err)
	}
	return changed
}
