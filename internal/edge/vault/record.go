package vault

import (
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"hash/crc32"

	"golang.org/x/crypto/chacha20poly1305"
)

// A recordKind is what a record holds.
type recordKind byte

const (
	pictureRecord recordKind = 1 // a part of the picture of the database
	pictureEnd    recordKind = 2 // its length and SHA-256
	commitRecord  recordKind = 3
	closeRecord   recordKind = 4 // the vault was closed in good order here
)

// A record begins with what can be read without a key: a mark, its number, how
// many bytes follow the nonce, and a CRC-32C over these and the file's own
// numbers. By it the next records are found behind a damaged one.
const (
	recordMark  = "MWR1"
	seqAt       = 4
	lengthAt    = 12
	recordSumAt = 16
	nonceAt     = 20
	textAt      = nonceAt + chacha20poly1305.NonceSizeX
	tagSize     = chacha20poly1305.Overhead
)

// Inside the seal stand the kind, the length of the body, the body, and zeros
// up to the end of a block.
const (
	kindSize = 1 + 4
	overhead = textAt + kindSize + tagSize
)

// The largest record of a commit, and of a part of a picture, in bytes. More is
// written as a new generation.
const (
	maxRecord   = 8 << 20
	pictureSize = 1 << 20
)

// A sealer seals the records of one file and opens them.
type sealer struct {
	aead   cipher.AEAD
	vault  [16]byte
	number uint64   // of the generation
	header [32]byte // its hash
}

func newSealer(h *header, dataKey []byte) (*sealer, error) {
	key := derived(dataKey, h.salt[:], "midweek vault file 1")
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	return &sealer{aead, h.vault, h.generation, h.hash()}, err
}

// sum is the check of a record's clear beginning. It names vault and
// generation, so that what another file left on the disk is not taken for a
// record of this one.
func (s *sealer) sum(head []byte) uint32 {
	sum := crc32.Checksum(s.vault[:], castagnoli)
	sum = crc32.Update(sum, castagnoli, binary.BigEndian.AppendUint64(nil, s.number))
	return crc32.Update(sum, castagnoli, head[:recordSumAt])
}

// bound is what a seal covers beside the text: the header, the record's number
// and length, and the tag of the record before it.
func (s *sealer) bound(head []byte, before [tagSize]byte) []byte {
	b := append(make([]byte, 0, 64), s.header[:]...)
	return append(append(b, head[seqAt:recordSumAt]...), before[:]...)
}

// seal makes a record, after the one whose tag is before.
func (s *sealer) seal(kind recordKind, seq uint64, before [tagSize]byte, body []byte) []byte {
	size := (overhead + len(body) + block - 1) / block * block
	b := make([]byte, size)
	copy(b, recordMark)
	binary.BigEndian.PutUint64(b[seqAt:], seq)
	binary.BigEndian.PutUint32(b[lengthAt:], uint32(size-textAt))
	binary.BigEndian.PutUint32(b[recordSumAt:], s.sum(b))
	copy(b[nonceAt:textAt], random(textAt-nonceAt))
	text := b[textAt : size-tagSize]
	text[0] = byte(kind)
	binary.BigEndian.PutUint32(text[1:], uint32(len(body)))
	copy(text[kindSize:], body)
	s.aead.Seal(text[:0], b[nonceAt:textAt], text, s.bound(b, before))
	return b
}

// headed reads the clear beginning of a record: its number and how long all of
// it is.
func (s *sealer) headed(b []byte) (seq uint64, size int64, ok bool) {
	if len(b) < textAt || string(b[:seqAt]) != recordMark || binary.BigEndian.Uint32(b[recordSumAt:]) != s.sum(b) {
		return 0, 0, false
	}
	size = textAt + int64(binary.BigEndian.Uint32(b[lengthAt:]))
	return binary.BigEndian.Uint64(b[seqAt:]), size, size%block == 0 && size <= maxRecord
}

// errNoRecord is a place at which no authentic record lies.
var errNoRecord = errors.New("no record lies here")

// open opens a whole record in its own bytes.
func (s *sealer) open(b []byte, before [tagSize]byte) (recordKind, []byte, error) {
	text, err := s.aead.Open(b[textAt:textAt], b[nonceAt:textAt], b[textAt:], s.bound(b, before))
	if err != nil {
		return 0, nil, errNoRecord
	}
	length := int64(binary.BigEndian.Uint32(text[1:]))
	if length > int64(len(text)-kindSize) {
		return 0, nil, errSealed
	}
	return recordKind(text[0]), text[kindSize : kindSize+length], nil
}

// tagOf is the tag at the end of a sealed record.
func tagOf(b []byte) [tagSize]byte { return [tagSize]byte(b[len(b)-tagSize:]) }
