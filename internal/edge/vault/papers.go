package vault

import (
	"crypto/cipher"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"golang.org/x/crypto/chacha20poly1305"
)

// An attachment's file: a magic, a salt, and chunks, each with its nonce.
const (
	paperMagic = "\x89MWA\r\n\x1a\n"
	paperHead  = len(paperMagic) + 32
	chunkSize  = 1 << 20
	chunkOver  = chacha20poly1305.NonceSizeX + tagSize
)

// errPaper is an attachment that was changed, cut or put in another's place.
var errPaper = errors.New("the sealed attachment is damaged")

// PapersDir is the folder of the attachments that are sealed with the vault's
// key. It need not be there yet.
func (v *Vault) PapersDir() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.place.papers(v.key)
}

func (p Place) papers(key []byte) string {
	name := derived(key, nil, "midweek vault key name 1")
	return filepath.Join(p.Dir, p.Name+"-attachments", hex.EncodeToString(name[:8]))
}

// A sealing is the key of one attachment.
type sealing struct {
	aead  cipher.AEAD
	bound [8 + 1]byte // number of the chunk, and whether it is the last
}

func newSealing(key, salt []byte, id string) (*sealing, error) {
	name, err := hex.DecodeString(id)
	if err != nil {
		return nil, fmt.Errorf("an attachment's id: %w", err)
	}
	own := derived(key, salt, "midweek vault paper 1"+string(name))
	defer clear(own)
	aead, err := chacha20poly1305.NewX(own)
	return &sealing{aead: aead}, err
}

func (s *sealing) chunk(nr uint64, last bool) []byte {
	binary.BigEndian.PutUint64(s.bound[:], nr)
	s.bound[8] = 0
	if last {
		s.bound[8] = 1
	}
	return s.bound[:]
}

// Seal gives a writer for an attachment's plain bytes; what reaches the other
// writer is sealed. Close writes the end and leaves the other one open.
func (v *Vault) Seal(id string, to io.Writer) (io.WriteCloser, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.at == nil {
		return nil, errClosed
	}
	return newPaperWriter(v.key, id, to)
}

func newPaperWriter(key []byte, id string, to io.Writer) (io.WriteCloser, error) {
	salt := random(32)
	s, err := newSealing(key, salt, id)
	if err != nil {
		return nil, err
	}
	if _, err := to.Write(append([]byte(paperMagic), salt...)); err != nil {
		return nil, err
	}
	return &paperWriter{sealing: s, to: to, held: make([]byte, 0, chunkSize)}, nil
}

type paperWriter struct {
	*sealing
	to   io.Writer
	held []byte // of the chunk that is not written yet
	nr   uint64
}

func (w *paperWriter) Write(p []byte) (n int, err error) {
	for n < len(p) {
		if len(w.held) == chunkSize { // more follows, so this is not the last one
			if err := w.flush(false); err != nil {
				return n, err
			}
		}
		take := min(len(p)-n, chunkSize-len(w.held))
		w.held = append(w.held, p[n:n+take]...)
		n += take
	}
	return n, nil
}

func (w *paperWriter) flush(last bool) error {
	nonce := random(chacha20poly1305.NonceSizeX)
	sealed := w.aead.Seal(nonce, nonce, w.held, w.chunk(w.nr, last))
	w.nr++
	clear(w.held)
	w.held = w.held[:0]
	_, err := w.to.Write(sealed)
	return err
}

func (w *paperWriter) Close() error { return w.flush(true) }

// PlainSize is how many bytes a sealed attachment of a length holds, below zero
// when no attachment is so long.
func (v *Vault) PlainSize(length int64) int64 { return plainSize(length) }

func plainSize(length int64) int64 {
	length -= int64(paperHead)
	return length - chunks(length)*int64(chunkOver)
}

// chunks are how many chunks are so long together: one at least.
func chunks(length int64) int64 {
	const whole = int64(chunkSize + chunkOver)
	return max(1, (length+whole-1)/whole)
}

// Unseal reads a sealed attachment of a length. Each chunk is checked before a
// byte of it is given.
func (v *Vault) Unseal(id string, from io.ReadSeeker, length int64) (io.ReadSeekCloser, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.at == nil {
		return nil, errClosed
	}
	return newPaperReader(v.key, id, from, length)
}

func newPaperReader(key []byte, id string, from io.ReadSeeker, length int64) (io.ReadSeekCloser, error) {
	head := make([]byte, paperHead)
	if _, err := io.ReadFull(from, head); err != nil || string(head[:len(paperMagic)]) != paperMagic {
		return nil, errPaper
	}
	s, err := newSealing(key, head[len(paperMagic):], id)
	if err != nil {
		return nil, err
	}
	r := &paperReader{sealing: s, from: from, size: plainSize(length), chunks: chunks(length - int64(paperHead)), nr: -1}
	if r.size < 0 || r.chunks > 1 && r.size <= (r.chunks-1)*chunkSize {
		return nil, errPaper
	}
	return r, r.load(0)
}
