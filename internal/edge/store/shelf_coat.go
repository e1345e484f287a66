package store

import (
	"errors"
	"io"
)

// A Coat is how the bytes of attachments lie on the disk. A vault seals them.
type Coat interface {
	// Seal gives a writer for plain bytes; what reaches the other writer is as it
	// is to lie on the disk. Close writes the end, and leaves the other one open.
	Seal(id string, to io.Writer) (io.WriteCloser, error)

	// Unseal reads what was sealed under an id and has a length on the disk.
	// Close leaves the file open.
	Unseal(id string, from io.ReadSeeker, length int64) (io.ReadSeekCloser, error)

	// PlainSize is how many plain bytes so many on the disk are.
	PlainSize(length int64) int64
}

// CoatedShelf is the shelf in a folder, as PlainShelf is, on which everything
// lies in a coat. The folder is asked for each time: it may become another one
// while nothing is open or being put there.
func CoatedShelf(dir func() string, random func(n int) []byte, coat Coat) Shelf {
	return &plainShelf{dir: dir, random: random, disk: realDisk{}, coat: coat}
}

// bare is no coat.
type bare struct{}

func (bare) Seal(_ string, to io.Writer) (io.WriteCloser, error) { return open{Writer: to}, nil }

func (bare) Unseal(_ string, from io.ReadSeeker, _ int64) (io.ReadSeekCloser, error) {
	return open{ReadSeeker: from}, nil
}

func (bare) PlainSize(length int64) int64 { return length }

// open stays open when it is closed.
type open struct {
	io.Writer
	io.ReadSeeker
}

func (open) Close() error { return nil }

// unsealed is an open attachment with the file that it is read from.
type unsealed struct {
	io.ReadSeekCloser
	file io.Closer
}

func (u *unsealed) Close() error { return errors.Join(u.ReadSeekCloser.Close(), u.file.Close()) }
