package vault

import (
	"errors"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// paperReader reads a sealed attachment anywhere. One chunk of it is in memory.
type paperReader struct {
	*sealing
	from   io.ReadSeeker
	size   int64 // of the plain bytes
	chunks int64
	at     int64 // where the next byte is read
	nr     int64 // of the chunk in memory
	plain  []byte
	buffer []byte
}

func (r *paperReader) Read(p []byte) (int, error) {
	if r.at >= r.size {
		return 0, io.EOF
	}
	if err := r.load(r.at / chunkSize); err != nil {
		return 0, err
	}
	n := copy(p, r.plain[r.at%chunkSize:])
	r.at += int64(n)
	return n, nil
}

// load opens a chunk.
func (r *paperReader) load(nr int64) error {
	if r.nr == nr {
		return nil
	}
	length := int64(chunkOver) + min(chunkSize, r.size-nr*chunkSize)
	if r.buffer == nil {
		r.buffer = make([]byte, length)
	}
	b := r.buffer[:length]
	if _, err := r.from.Seek(int64(paperHead)+nr*(chunkSize+chunkOver), io.SeekStart); err != nil {
		return err
	}
	if _, err := io.ReadFull(r.from, b); err != nil {
		return errPaper
	}
	nonce, text := b[:chacha20poly1305.NonceSizeX], b[chacha20poly1305.NonceSizeX:]
	plain, err := r.aead.Open(text[:0], nonce, text, r.chunk(uint64(nr), nr == r.chunks-1))
	if err != nil {
		r.nr = -1
		return errPaper
	}
	r.nr, r.plain = nr, plain
	return nil
}

// errBefore is a place before the beginning.
var errBefore = errors.New("a place before the beginning")

// Seek goes to a place; none before the beginning.
func (r *paperReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += r.size
	}
	if offset < 0 {
		return 0, errBefore
	}
	r.at = offset
	return offset, nil
}

// Close forgets the plain bytes; the sealed file stays open.
func (r *paperReader) Close() error {
	clear(r.buffer)
	return nil
}
