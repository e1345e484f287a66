package vault

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"runtime/debug"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// A slotKind is what opens a slot.
type slotKind byte

const (
	passphraseSlot slotKind = 1
	recoverySlot   slotKind = 2
)

// maxSlots is how many slots a header has at most.
const maxSlots = 8

// keySize is how long keys are, in bytes.
const keySize = 32

// A slot holds the data key, sealed by a key that comes from a secret.
type slot struct {
	kind   slotKind
	cost   Cost // of a passphrase
	id     [4]byte
	salt   [16]byte
	nonce  [chacha20poly1305.NonceSizeX]byte
	sealed [keySize + chacha20poly1305.Overhead]byte
}

// Where a slot keeps its fields.
const (
	slotKindAt   = 0
	slotThreads  = 1
	slotMemoryAt = 4
	slotPassesAt = 8
	slotIDAt     = 12
	slotSaltAt   = 16
	slotNonceAt  = 32
	slotSealedAt = 56
	slotSize     = 104
)

func (s *slot) put(b []byte) {
	b[slotKindAt], b[slotThreads] = byte(s.kind), s.cost.Threads
	binary.BigEndian.PutUint32(b[slotMemoryAt:], s.cost.MemoryKiB)
	binary.BigEndian.PutUint32(b[slotPassesAt:], s.cost.Passes)
	copy(b[slotIDAt:], s.id[:])
	copy(b[slotSaltAt:], s.salt[:])
	copy(b[slotNonceAt:], s.nonce[:])
	copy(b[slotSealedAt:slotSize], s.sealed[:])
}

func parseSlot(b []byte) (slot, error) {
	s := slot{kind: slotKind(b[slotKindAt]), cost: Cost{
		MemoryKiB: binary.BigEndian.Uint32(b[slotMemoryAt:]),
		Passes:    binary.BigEndian.Uint32(b[slotPassesAt:]),
		Threads:   b[slotThreads],
	}}
	copy(s.id[:], b[slotIDAt:])
	copy(s.salt[:], b[slotSaltAt:])
	copy(s.nonce[:], b[slotNonceAt:])
	copy(s.sealed[:], b[slotSealedAt:slotSize])
	switch {
	case s.kind == passphraseSlot && !s.cost.bearable():
		return slot{}, fmt.Errorf("%w: a slot asks for too much work", errHeader)
	case s.kind != passphraseSlot && s.kind != recoverySlot:
		return slot{}, fmt.Errorf("%w: a slot of an unknown kind", errHeader)
	}
	return s, nil
}

// bound is what a slot's seal covers beside the key: kind, cost, id and salt,
// and the vault. So no slot can be weakened or carried to another vault.
func (s *slot) bound(vault [16]byte) []byte {
	b := make([]byte, slotSize)
	s.put(b)
	return append([]byte("midweek vault slot 1"), append(b[:slotNonceAt], vault[:]...)...)
}

// key derives the key of a slot from a secret.
func (s *slot) key(secret []byte) []byte {
	if s.kind == recoverySlot {
		return derived(secret, s.salt[:], "midweek vault recovery 1")
	}
	key := argon2.IDKey(secret, s.salt[:], s.cost.Passes, s.cost.MemoryKiB, s.cost.Threads, keySize)
	debug.FreeOSMemory()
	return key
}

// newSlot seals a data key by a secret.
func newSlot(of Secret, dataKey []byte, vault [16]byte, cost Cost) (slot, error) {
	s := slot{kind: of.kind}
	if s.kind == passphraseSlot {
		s.cost = cost
	}
	copy(s.id[:], random(len(s.id)))
	copy(s.salt[:], random(len(s.salt)))
	copy(s.nonce[:], random(len(s.nonce)))
	key := s.key(of.bytes)
	defer clear(key)
	seal, err := chacha20poly1305.NewX(key)
	if err != nil {
		return slot{}, err
	}
	copy(s.sealed[:], seal.Seal(nil, s.nonce[:], dataKey, s.bound(vault)))
	return s, nil
}

// open gives the data key, nil when the secret is another.
func (s *slot) open(of Secret, vault [16]byte) []byte {
	if of.kind != s.kind {
		return nil
	}
	key := s.key(of.bytes)
	defer clear(key)
	seal, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil
	}
	dataKey, err := seal.Open(nil, s.nonce[:], s.sealed[:], s.bound(vault))
	if err != nil {
		return nil
	}
	return dataKey
}

// derived is a key for one purpose, from a key or a secret as good as one.
func derived(from, salt []byte, purpose string) []byte {
	key, err := hkdf.Key(sha256.New, from, salt, purpose, keySize)
	if err != nil {
		panic("vault: " + err.Error()) // 32 bytes are always to be had
	}
	return key
}
