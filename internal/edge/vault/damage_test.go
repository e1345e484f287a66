package vault

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"midweek/internal/core/refusal"
)

// kept is a closed vault of some commits in memory: its bytes, its mark, and
// what its database holds.
type kept struct {
	place  Place
	secret Secret
	file   string
	mark   string
	sum    [32]byte
	ends   []int64 // where each record ends
}

func newKept(t testing.TB, closed bool) *kept {
	t.Helper()
	d := newMemDisk()
	k := &kept{place: Place{Dir: "/data", Name: "record", Marks: "/marks", disk: d}}
	k.secret, _ = NewRecovery()
	desk := newDeskWith(t, k.place, k.secret)
	for range 12 {
		must(t, desk.note("what was done"))
		k.ends = append(k.ends, desk.vault.at.end)
	}
	_, k.sum = desk.vault.image.sum()
	k.file, k.mark = k.place.file(1), k.place.markFile(desk.vault.at.vault)
	if closed {
		desk.shut()
	}
	return k
}

func (k *kept) disk() *memDisk { return k.place.disk.(*memDisk) }

// copied is the same place on a disk of its own.
func (k *kept) copied() Place {
	d := newMemDisk()
	for name, node := range k.disk().names {
		d.names[name] = &inode{slices.Clone(node.data)}
	}
	p := k.place
	p.disk = d
	return p
}

func bytesOf(p Place, name string) []byte { return p.disk.(*memDisk).names[name].data }

// opens opens a vault, says its state, and what its database holds; files stay
// as they are when it does not open.
func (k *kept) opens(t testing.TB, p Place, how Opening) (State, [32]byte) {
	t.Helper()
	before := slices.Clone(bytesOf(p, k.file))
	v, err := Open(p, k.secret, how)
	var u *Unopenable
	if errors.As(err, &u) {
		if !slices.Equal(bytesOf(p, k.file), before) {
			t.Error("what was not opened was changed")
		}
		return u.State, [32]byte{}
	}
	must(t, err)
	_, sum := v.image.sum()
	v.unregister()
	v.wipe()
	return Fine, sum
}

// Whatever bit is flipped, the vault tells, or opens with all that was
// acknowledged.
func TestTortureFlippedBits(t *testing.T) {
	flips, told, harmless, silent := effort(600, 2000, 20_000), 0, 0, 0
	chance := rand.New(rand.NewPCG(5, 6))
	for _, c := range []struct{ closed, mark bool }{{true, true}, {false, true}, {true, false}} {
		k := newKept(t, c.closed)
		if !c.mark { // as on another computer
			delete(k.disk().names, k.mark)
		}
		for range (flips + 2) / 3 {
			p := k.copied()
			data := bytesOf(p, k.file)
			at := chance.IntN(len(data))
			data[at] ^= 1 << chance.IntN(8)
			switch state, sum := k.opens(t, p, Opening{}); {
			case state == Damaged || state == Foreign || state == Newer || state == Older:
				told++
			case state == Fine && sum == k.sum:
				harmless++
			default:
				t.Fatalf("bit at %d: %s, and the database is another", at, state)
			}
			// A reader that takes whatever breaks off for an unfinished commit.
			if state, sum := k.opens(t, p, Opening{Damaged: true, Older: true}); state == Fine && sum != k.sum {
				silent++
			}
		}
	}
	if silent == 0 {
		t.Error("a reader that does not look behind the damage would lose nothing: the test finds nothing")
	}
	report("%d flipped bits: %d told, %d harmless, 0 wrong; mutant without a look behind caught (%d lost)", told+harmless, told, harmless, silent)
}

// A file that ends in the middle of its last commit opens: that was never
// acknowledged, unless the mark says otherwise.
func TestAFileThatBreaksOff(t *testing.T) {
	k := newKept(t, false)
	last := len(k.ends) - 1
	for _, c := range []struct {
		what string
		end  int64
		mark bool
		want State
	}{
		{"within the last commit", k.ends[last] - 100, false, Fine},
		{"at the last commit", k.ends[last-1], false, Fine},
		{"within the last commit, which was acknowledged", k.ends[last] - 100, true, Older},
		{"at the last commit, which was acknowledged", k.ends[last-1], true, Older},
		{"within the picture", headerSize + block/2, false, Damaged},
		{"behind the header", headerSize, false, Damaged},
		{"within the header", 100, false, Damaged},
		{"within the magic", 5, false, Damaged},
		{"at the beginning", 0, false, Empty},
	} {
		p := k.copied()
		p.disk.(*memDisk).names[k.file].data = bytesOf(p, k.file)[:c.end]
		if !c.mark {
			delete(p.disk.(*memDisk).names, k.mark)
		}
		if got, _ := k.opens(t, p, Opening{}); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
	p := k.copied()
	p.disk.(*memDisk).names[k.file].data = bytesOf(p, k.file)[:k.ends[last]-100]
	if got, _ := k.opens(t, p, Opening{Older: true}); got != Fine {
		t.Errorf("with a yes: %s", got)
	}
}

// What was damaged can be read up to there, and nothing can be written to it.
func TestWhatCameBeforeTheDamageCanBeRead(t *testing.T) {
	k := newKept(t, true)
	p := k.copied()
	bytesOf(p, k.file)[k.ends[4]+200] ^= 1
	before := slices.Clone(bytesOf(p, k.file))
	v, err := Open(p, k.secret, Opening{Damaged: true})
	must(t, err)
	db, err := v.Connect(settings, true)
	must(t, err)
	d := &desk{TB: t, vault: v, db: db}
	if got := d.notes(); got[:2] != "5 " {
		t.Errorf("it holds %s", got)
	}
	if err := d.note("more"); err == nil || !v.ReadOnly() {
		t.Error("it was written to")
	}
	d.shut()
	if !slices.Equal(before, bytesOf(p, k.file)) {
		t.Error("the file was changed")
	}
}

// Records that are swapped, replayed, taken out or carried to another vault,
// and headers that are, are all found out.
func TestRecordsAreBoundToTheirPlace(t *testing.T) {
	k, other := newKept(t, true), newKept(t, true)
	record := func(p Place, nr int) []byte { return bytesOf(p, k.file)[k.ends[nr]:k.ends[nr+1]] }
	for what, do := range map[string]func(p Place) []byte{
		"two swapped": func(p Place) []byte {
			a, b := slices.Clone(record(p, 3)), slices.Clone(record(p, 4))
			return slices.Concat(bytesOf(p, k.file)[:k.ends[3]], b, a, bytesOf(p, k.file)[k.ends[5]:])
		},
		"one replayed at the end": func(p Place) []byte { return append(bytesOf(p, k.file), record(p, 3)...) },
		"one taken out": func(p Place) []byte {
			return slices.Delete(bytesOf(p, k.file), int(k.ends[3]), int(k.ends[4]))
		},
		"the end replaced by another vault's": func(p Place) []byte {
			return append(bytesOf(p, k.file)[:k.ends[3]:k.ends[3]], bytesOf(other.place, k.file)[k.ends[3]:]...)
		},
		"another vault's header": func(p Place) []byte {
			return append(slices.Clone(bytesOf(other.place, k.file)[:headerSize]), bytesOf(p, k.file)[headerSize:]...)
		},
	} {
		p := k.copied()
		p.disk.(*memDisk).names[k.file].data = do(p)
		opened := *k
		if what == "another vault's header" {
			opened.secret = other.secret
		}
		if got, _ := opened.opens(t, p, Opening{}); got != Damaged && got != Older {
			t.Errorf("%s: %s", what, got)
		}
	}
}

// The header of a former generation, with another salt and former slots, opens
// nothing of the next.
func TestAFormerHeaderOpensNothing(t *testing.T) {
	k := newKept(t, true)
	p := k.copied()
	former := slices.Clone(bytesOf(p, k.file)[:headerSize])
	v, err := Open(p, k.secret, Opening{})
	must(t, err)
	must(t, v.ChangeSecret(v.Slots()[0].ID, Passphrase("another one"), cheap))
	must(t, v.Close())
	second := p.file(2)
	data := append(former, bytesOf(p, second)[headerSize:]...)
	p.disk.(*memDisk).names[second].data = data
	if _, err := Open(p, k.secret, Opening{}); err == nil {
		t.Error("opened")
	}
	delete(p.disk.(*memDisk).names, second)
	p.disk.(*memDisk).names[p.file(1)] = &inode{data}
	if _, err := Open(p, k.secret, Opening{}); err == nil {
		t.Error("opened under the former name")
	}
}

func wantCode(t *testing.T, what string, err error, code refusal.Code) {
	t.Helper()
	if r := refusal.From(err); r == nil || r.Code != code {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

// How much lies behind the damage is told, as far as it can be seen.
func TestWhatDamageCosts(t *testing.T) {
	k := newKept(t, true)
	const closing = 1
	for i, end := range k.ends {
		p := k.copied()
		bytesOf(p, k.file)[end-100] ^= 1
		_, err := Open(p, k.secret, Opening{})
		var u *Unopenable
		if !errors.As(err, &u) || u.State != Damaged || u.Lost != len(k.ends)-i+closing {
			t.Errorf("commit %d of %d damaged: %+v", i+1, len(k.ends), err)
			continue
		}
		if state, _ := k.opens(t, p, Opening{Damaged: true}); state != Fine {
			t.Errorf("commit %d damaged: what came before cannot be read", i+1)
		}
	}
}
