package vault

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// magic begins every file. A first byte above 127 and three kinds of line end
// show a file that was sent as text, as in PNG.
const magic = "\x89MWV\r\n\x1a\n"

// The versions of the format. A reader refuses a file that asks for a newer
// one; a file of a newer format that asks for no more can be read.
const (
	formatVersion = 1
	readerVersion = 1
)

// headerSize is how long a header is, in bytes: one block.
const headerSize = block

// block is what every length in a file is a multiple of, in bytes. So the size
// of a commit tells little, and no write touches a block of an earlier record.
const block = 4096

// Where the header keeps its fields.
const (
	formatAt     = 8
	readerAt     = 10
	slotCountAt  = 12
	vaultAt      = 16
	generationAt = 32
	saltAt       = 40
	slotsAt      = 72
	headerSumAt  = headerSize - 4
)

// A header begins a generation. All of it can be read without a key.
type header struct {
	vault      [16]byte // random; the same in all generations
	generation uint64   // from 1
	salt       [32]byte // random, for the key of this file
	slots      []slot
}

// castagnoli finds damage; it keeps nobody from making a new sum.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (h *header) bytes() []byte {
	b := make([]byte, headerSize)
	copy(b, magic)
	binary.BigEndian.PutUint16(b[formatAt:], formatVersion)
	binary.BigEndian.PutUint16(b[readerAt:], readerVersion)
	binary.BigEndian.PutUint16(b[slotCountAt:], uint16(len(h.slots)))
	copy(b[vaultAt:], h.vault[:])
	binary.BigEndian.PutUint64(b[generationAt:], h.generation)
	copy(b[saltAt:], h.salt[:])
	for i := range h.slots {
		h.slots[i].put(b[slotsAt+i*slotSize:])
	}
	binary.BigEndian.PutUint32(b[headerSumAt:], crc32.Checksum(b[:headerSumAt], castagnoli))
	return b
}

// hash binds every record of a file to its header.
func (h *header) hash() [32]byte { return sha256.Sum256(h.bytes()) }

// newerError is a file of a later format.
type newerError struct{ needs int }

func (n *newerError) Error() string { return "it is of a newer format" }

// What a header can be instead of one.
var (
	errForeign = errors.New("it is not a vault")
	errHeader  = errors.New("its header is damaged")
)

// parseHeader reads a header of headerSize bytes. Only the magic and the two
// versions stand where they do in every format to come.
func parseHeader(b []byte) (*header, error) {
	if len(b) < readerAt+2 || string(b[:len(magic)]) != magic {
		if bytes.HasPrefix([]byte(magic), b) || bytes.HasPrefix(b, []byte(magic)) {
			return nil, errHeader // cut off
		}
		return nil, errForeign
	}
	if needs := int(binary.BigEndian.Uint16(b[readerAt:])); needs > readerVersion {
		return nil, &newerError{needs}
	}
	if len(b) < headerSize || binary.BigEndian.Uint32(b[headerSumAt:]) != crc32.Checksum(b[:headerSumAt], castagnoli) {
		return nil, errHeader
	}
	h := &header{generation: binary.BigEndian.Uint64(b[generationAt:])}
	copy(h.vault[:], b[vaultAt:])
	copy(h.salt[:], b[saltAt:])
	count := int(binary.BigEndian.Uint16(b[slotCountAt:]))
	if count == 0 || count > maxSlots || h.generation == 0 {
		return nil, errHeader
	}
	for i := range count {
		s, err := parseSlot(b[slotsAt+i*slotSize:])
		if err != nil {
			return nil, err
		}
		h.slots = append(h.slots, s)
	}
	if !bytes.Equal(h.bytes(), b) {
		return nil, errHeader // something stands where nothing may
	}
	return h, nil
}
