package vault

import (
	"runtime"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// A Secret opens a vault: a passphrase or a recovery key.
type Secret struct {
	kind  slotKind
	bytes []byte
}

// Passphrase is the secret in what a person types. It is put in NFKC, so that
// the same letters typed on another keyboard are the same; nothing is trimmed.
func Passphrase(text string) Secret {
	return Secret{passphraseSlot, norm.NFKC.Bytes([]byte(text))}
}

// Forget overwrites the secret. Copies that the system or the window made are
// out of reach.
func (s Secret) Forget() { clear(s.bytes) }

// Cost is the work that one try of a passphrase takes (argon2id, RFC 9106).
type Cost struct {
	MemoryKiB uint32
	Passes    uint32
	Threads   uint8
}

// The bounds of what is worked for a header. It can be anybody's.
const (
	maxMemoryKiB = 1 << 20
	maxPasses    = 16
	maxThreads   = 8
)

func (c Cost) bearable() bool {
	return c.MemoryKiB <= maxMemoryKiB && c.MemoryKiB >= 8*uint32(c.Threads) &&
		c.Passes >= 1 && c.Passes <= maxPasses && c.Threads >= 1 && c.Threads <= maxThreads
}

// Default is the least that a new passphrase costs: 256 MiB, three passes.
var Default = Cost{MemoryKiB: 256 << 10, Passes: 3, Threads: 4}

// longEnough is how long one try should take on this computer.
const longEnough = 700 * time.Millisecond

// Calibrated is the cost for this computer: Default, with more passes until one
// try takes about 0.7 seconds, at most ten. Now is the clock.
func Calibrated(now func() time.Time) Cost {
	c := Default
	start := now()
	argon2.IDKey([]byte("a passphrase"), make([]byte, 16), c.Passes, c.MemoryKiB, c.Threads, keySize)
	took := now().Sub(start)
	runtime.GC()
	for c.Passes < 10 && took > 0 && took*time.Duration(c.Passes)/time.Duration(Default.Passes) < longEnough {
		c.Passes++
	}
	return c
}
