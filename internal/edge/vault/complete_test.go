package vault

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"midweek/internal/core/refusal"
)

// copied copies the vault of a desk to a file.
func (d *desk) copied() (name string, sum [32]byte) {
	d.Helper()
	name = filepath.Join(d.TempDir(), "copy.vault")
	sum, err := d.vault.CopyTo(name)
	must(d, err)
	return name, sum
}

// inside are the notes in a vault in memory.
func inside(t testing.TB, v *Vault) string {
	t.Helper()
	db, err := v.Connect(settings, false)
	must(t, err)
	d := &desk{TB: t, vault: v, db: db}
	defer db.Close()
	return d.notes()
}

func refused(t testing.TB, code refusal.Code, err error) {
	t.Helper()
	if r := refusal.From(err); r == nil || r.Code != code {
		t.Errorf("%v, want a refusal with %s", err, code)
	}
}

// A complete file opens alone, with every secret of the vault or with its key,
// and holds what the vault did.
func TestACompleteFileOpensAlone(t *testing.T) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			p := placeIn(t.TempDir())
			p.Engine = engine
			d := newDesk(t, p)
			must(t, d.vault.AddSecret(Passphrase("a second adult's"), cheap))
			must(t, d.note("a"))
			file, sum := d.copied()
			must(t, d.note("b"))
			for _, open := range []func() (*Vault, error){
				func() (*Vault, error) { return d.vault.OpenCopy(file) },
				func() (*Vault, error) { return OpenFile(file, d.secret) },
				func() (*Vault, error) { return OpenFile(file, Passphrase("a second adult's")) },
			} {
				v, err := open()
				must(t, err)
				if got := inside(t, v); got != "1 a" || !v.Whole() || v.Sum() != sum {
					t.Errorf("it holds %q, whole %v", got, v.Whole())
				}
				must(t, v.Close())
			}
			_, err := OpenFile(file, Passphrase("somebody else's"))
			refused(t, refusal.WrongPassphrase, err)
			if !IsFile(file) || !d.vault.Same(file) {
				t.Error("it is not known for a vault's")
			}
			d.wants("2 a,b")
			d.shut()
		})
	}
}

// What is changed in memory is kept nowhere.
func TestACopyInMemoryIsKeptNowhere(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a"))
	file, _ := d.copied()
	before, err := os.ReadFile(file)
	must(t, err)
	v, err := d.vault.OpenCopy(file)
	must(t, err)
	db, err := v.Connect(settings, true)
	must(t, err)
	_, err = db.Exec("INSERT INTO notes (text) VALUES ('b')")
	must(t, err)
	must(t, db.Close())
	if got := inside(t, v); got != "2 a,b" {
		t.Errorf("in memory are %q", got)
	}
	if err := v.AddSecret(Passphrase("somebody else's"), cheap); !errors.Is(err, errLoose) {
		t.Errorf("it has generations: %v", err)
	}
	must(t, v.Close())
	if after, err := os.ReadFile(file); string(after) != string(before) || err != nil {
		t.Errorf("the file was changed, %v", err)
	}
	d.wants("1 a")
	d.shut()
}

// A copy that a former key sealed asks for a secret of its time, and a damaged
// one is told from it.
func TestACopyOfAFormerKey(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a"))
	file, _ := d.copied()
	former := d.secret
	d.secret, _ = NewRecovery()
	must(t, d.db.Close())
	must(t, d.vault.NewKey(cheap, d.secret))
	d.connect()
	_, err := d.vault.OpenCopy(file)
	refused(t, refusal.CopyKey, err)
	v, err := OpenFile(file, former)
	must(t, err)
	must(t, v.Close())
	again, _ := d.copied()
	data, err := os.ReadFile(again)
	must(t, err)
	data[headerSize+100] ^= 1
	must(t, os.WriteFile(again, data, 0o600))
	_, err = d.vault.OpenCopy(again)
	refused(t, refusal.RecordDamaged, err)
	d.shut()
}

// No byte of a complete file can be changed, cut off or added unnoticed.
func TestNoByteOfACompleteFileIsLoose(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a"))
	file, _ := d.copied()
	whole, err := os.ReadFile(file)
	must(t, err)
	found := func(data []byte) bool {
		must(t, os.WriteFile(file, data, 0o600))
		v, err := OpenFile(file, d.secret)
		if err != nil {
			return true
		}
		defer v.Close()
		return !v.Whole()
	}
	for at := 0; at < len(whole); at += 61 {
		data := append([]byte(nil), whole...)
		data[at] ^= 4
		if !found(data) {
			t.Errorf("byte %d is turned", at)
		}
	}
	for cut := headerSize; cut < len(whole); cut += block {
		if !found(whole[:cut]) {
			t.Errorf("cut off at %d", cut)
		}
	}
	if !found(append(append([]byte(nil), whole...), 0)) {
		t.Error("a byte is added")
	}
	d.shut()
}

// Another database takes the vault's place, and opens with the same secrets.
func TestAVaultBecomesAnother(t *testing.T) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			p := placeIn(t.TempDir())
			p.Engine = engine
			d := newDesk(t, p)
			must(t, d.note("a"))
			file, _ := d.copied()
			must(t, d.note("b"))
			v, err := d.vault.OpenCopy(file)
			must(t, err)
			if err := d.vault.Become(v); !errors.Is(err, errTaken) {
				t.Errorf("while it is open: %v", err)
			}
			must(t, d.db.Close())
			must(t, d.vault.Become(v))
			must(t, v.Close())
			d.connect()
			d.wants("1 a")
			must(t, d.note("c"))
			d.shut()
			d.again()
			d.wants("2 a,c")
			d.shut()
		})
	}
}

// A copy gets a place on another computer, and on this one, which had come
// further, it goes on as the newest.
func TestACopyGetsAPlace(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a"))
	file, _ := d.copied()
	must(t, d.vault.Forget())
	must(t, d.note("b"))
	d.shut()
	v, err := OpenFile(file, d.secret)
	must(t, err)
	var there *Unopenable
	if err := v.Settle(d.place); !errors.As(err, &there) || there.State != Fine {
		t.Errorf("over the vault that is there: %v", err)
	}
	must(t, os.RemoveAll(d.place.Dir))
	must(t, v.Settle(d.place))
	must(t, v.Close())
	d.again()
	d.wants("1 a")
	must(t, d.note("c"))
	d.shut()
	d.again()
	d.wants("2 a,c")
	d.shut()
}

// Where something lies, nothing is written over it.
func TestACompleteFileIsNew(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	file := filepath.Join(t.TempDir(), "letter.txt")
	must(t, os.WriteFile(file, []byte("Dear team"), 0o600))
	if _, err := d.vault.CopyTo(file); !errors.Is(err, os.ErrExist) {
		t.Errorf("written: %v", err)
	}
	if data, err := os.ReadFile(file); string(data) != "Dear team" || err != nil {
		t.Errorf("it is %q now, %v", data, err)
	}
	d.shut()
}
