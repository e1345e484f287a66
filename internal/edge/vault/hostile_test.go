package vault

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"midweek/internal/core/refusal"
)

// resummed puts the check sum of a header right, as a hostile hand would.
func resummed(b []byte) {
	binary.BigEndian.PutUint32(b[headerSumAt:], crc32.Checksum(b[:headerSumAt], castagnoli))
}

// A header that asks for too much, or makes no sense, is refused at once and
// without the memory that it asks for.
func TestHostileHeaders(t *testing.T) {
	k := newKept(t, true)
	for what, c := range map[string]struct {
		change func(b []byte)
		want   State
	}{
		"4 TiB of memory": {func(b []byte) {
			b[slotsAt] = byte(passphraseSlot)
			binary.BigEndian.PutUint32(b[slotsAt+slotMemoryAt:], 1<<32-1)
			binary.BigEndian.PutUint32(b[slotsAt+slotPassesAt:], 1)
			b[slotsAt+slotThreads] = 1
		}, Damaged},
		"1 GiB and a KiB":  {func(b []byte) { costs(b, Cost{maxMemoryKiB + 1, 3, 4}) }, Damaged},
		"2³² passes":       {func(b []byte) { costs(b, Cost{64, 1<<32 - 1, 1}) }, Damaged},
		"17 passes":        {func(b []byte) { costs(b, Cost{64, 17, 1}) }, Damaged},
		"no pass":          {func(b []byte) { costs(b, Cost{64, 0, 1}) }, Damaged},
		"9 threads":        {func(b []byte) { costs(b, Cost{256, 1, 9}) }, Damaged},
		"no thread":        {func(b []byte) { costs(b, Cost{64, 1, 0}) }, Damaged},
		"10,000 slots":     {func(b []byte) { binary.BigEndian.PutUint16(b[slotCountAt:], 10_000) }, Damaged},
		"9 slots":          {func(b []byte) { binary.BigEndian.PutUint16(b[slotCountAt:], 9) }, Damaged},
		"no slot":          {func(b []byte) { binary.BigEndian.PutUint16(b[slotCountAt:], 0) }, Damaged},
		"a slot of kind 7": {func(b []byte) { b[slotsAt] = 7 }, Damaged},
		"generation 0":     {func(b []byte) { clear(b[generationAt : generationAt+8]) }, Damaged},
		"generation 9":     {func(b []byte) { b[generationAt+7] = 9 }, Damaged},
		"a reader of 900":  {func(b []byte) { binary.BigEndian.PutUint16(b[readerAt:], 900) }, Newer},
		"something more":   {func(b []byte) { b[headerSumAt-1] = 1 }, Damaged},
		"another magic":    {func(b []byte) { b[1] = 'X' }, Foreign},
		"line ends":        {func(b []byte) { copy(b[4:], "\n\x1a\n") }, Foreign},
	} {
		p := k.copied()
		c.change(bytesOf(p, k.file))
		resummed(bytesOf(p, k.file))
		if got := quickly(t, what, func() State { s, _ := k.opens(t, p, Opening{}); return s }); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}

func costs(b []byte, c Cost) {
	b[slotsAt], b[slotsAt+slotThreads] = byte(passphraseSlot), c.Threads
	binary.BigEndian.PutUint32(b[slotsAt+slotMemoryAt:], c.MemoryKiB)
	binary.BigEndian.PutUint32(b[slotsAt+slotPassesAt:], c.Passes)
}

// quickly does something within a tenth of a second and 16 MB, on a machine
// that has little else to do.
func quickly[T any](t *testing.T, what string, do func() T) T {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	answer := do()
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if took > time.Second || after.TotalAlloc-before.TotalAlloc > 16<<20 {
		t.Errorf("%s: %v and %d bytes", what, took, after.TotalAlloc-before.TotalAlloc)
	}
	return answer
}

// A record that says it is longer than the file makes nobody allocate that.
func TestALengthIsNotBelieved(t *testing.T) {
	k := newKept(t, true)
	for _, length := range []uint32{1<<32 - 1, 1 << 31, maxRecord, maxRecord - textAt, 0, 7} {
		p := k.copied()
		b := bytesOf(p, k.file)[k.ends[3]:]
		binary.BigEndian.PutUint32(b[lengthAt:], length)
		g := &generation{header: &header{}}
		h, err := parseHeader(bytesOf(p, k.file)[:headerSize])
		must(t, err)
		g.seal, err = newSealer(h, make([]byte, keySize))
		must(t, err)
		binary.BigEndian.PutUint32(b[recordSumAt:], g.seal.sum(b))
		if got := quickly(t, "a length", func() State { s, _ := k.opens(t, p, Opening{}); return s }); got != Damaged {
			t.Errorf("length %d: %s", length, got)
		}
	}
}

// A passphrase that is another is said to be, and so is a recovery key; damage
// is said to be damage.
func TestAWrongSecretIsNotDamage(t *testing.T) {
	k := newKept(t, true)
	p := k.copied()
	v, err := Open(p, k.secret, Opening{})
	must(t, err)
	must(t, v.AddSecret(Passphrase("Zoë liest gern"), cheap))
	must(t, v.Close())
	_, err = Open(p, Passphrase("Zoe liest gern"), Opening{})
	wantCode(t, "another passphrase", err, refusal.WrongPassphrase)
	stranger, _ := NewRecovery()
	_, err = Open(p, stranger, Opening{})
	wantCode(t, "another recovery key", err, refusal.WrongRecovery)
	v, err = Open(p, Passphrase("Zoe\u0308 liest gern"), Opening{})
	must(t, err)
	must(t, v.Close())

	// A slot that was weakened opens nothing.
	data := bytesOf(p, p.file(2))
	binary.BigEndian.PutUint32(data[slotsAt+slotSize+slotMemoryAt:], 16)
	resummed(data)
	_, err = Open(p, Passphrase("Zoë liest gern"), Opening{})
	wantCode(t, "a weakened slot", err, refusal.WrongPassphrase)
	data[slotsAt+slotSize+slotSealedAt] ^= 1
	_, err = Open(p, Passphrase("Zoë liest gern"), Opening{})
	wantCode(t, "a damaged slot", err, refusal.RecordDamaged)
}

// Bytes of any kind in a vault's place break nothing.
func TestTortureNoise(t *testing.T) {
	k := newKept(t, true)
	chance := rand.New(rand.NewPCG(7, 8))
	rounds, opened := effort(300, 2000, 20_000), 0
	for range rounds {
		p := k.copied()
		node := p.disk.(*memDisk).names[k.file]
		if chance.IntN(4) == 0 {
			node.data = node.data[:chance.IntN(len(node.data))+1]
		}
		data := node.data
		from, to := chance.IntN(len(data)), chance.IntN(len(data))
		if from > to {
			from, to = to, from
		}
		for at := from; at < to; at++ {
			data[at] = byte(chance.Uint32())
		}
		if from < headerSize && len(data) > headerSize && chance.IntN(2) == 0 {
			copy(data, magic)
			copy(data[readerAt:], []byte{0, 1, 0, 1})
			resummed(data)
		}
		state, sum := k.opensOrNot(t, p)
		if state == Fine && sum != k.sum {
			t.Fatalf("noise from %d to %d: another database", from, to)
		}
		if state == Fine {
			opened++
		}
	}
	report("%d times noise: %d told, %d harmless, 0 wrong", rounds, rounds-opened, opened)
}

func (k *kept) opensOrNot(t testing.TB, p Place) (State, [32]byte) {
	t.Helper()
	v, err := Open(p, k.secret, Opening{})
	if err != nil {
		if refusal.From(err) == nil {
			t.Errorf("no words for %v", errors.Unwrap(err))
		}
		return Damaged, [32]byte{}
	}
	_, sum := v.image.sum()
	v.unregister()
	v.wipe()
	return Fine, sum
}

// After a commit that was cut off, its number comes again, with other bytes: a
// nonce that followed from the number would come again too.
func TestANonceIsNeverUsedTwice(t *testing.T) {
	s, err := newSealer(&header{generation: 1}, make([]byte, keySize))
	must(t, err)
	seen := map[string]bool{}
	for range 50 {
		b := s.seal(commitRecord, 7, [tagSize]byte{}, []byte("x"))
		if nonce := string(b[nonceAt:textAt]); seen[nonce] {
			t.Fatal("a nonce came twice")
		} else {
			seen[nonce] = true
		}
	}
}

// A file is not written anew while a change is under way: it would have half of
// it.
func TestNothingIsWrittenAnewWithinAChange(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.exec("PRAGMA cache_size = 5"))
	must(t, d.note("a"))
	tx, err := d.db.Begin()
	must(t, err)
	_, err = tx.Exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO notes (text) SELECT hex(zeroblob(900)) FROM n")
	must(t, err)
	if !d.vault.image.touched() {
		t.Fatal("SQLite has written nothing yet")
	}
	secret, _ := NewRecovery()
	for what, err := range map[string]error{
		"forget": d.vault.Forget(), "a further way": d.vault.AddSecret(secret, cheap), "a new key": d.vault.NewKey(cheap, secret),
	} {
		if !errors.Is(err, errUnderWay) {
			t.Errorf("%s: %v", what, err)
		}
	}
	must(t, tx.Rollback())
	must(t, d.vault.Forget())
	d.shut()
	d.again()
	d.wants("1 a")
	d.shut()
}
