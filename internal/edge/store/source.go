package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"midweek/internal/core/refusal"
)

// A Source is a file that a person chose, open to be read once. One that
// changes meanwhile is refused at its end.
type Source struct {
	file *os.File
	size int64 // when it was opened
	read int64
}

// OpenSource opens a file that a person chose. Only an ordinary file is taken,
// by its own name: a link, a folder, a pipe and a device are refused, and so is
// one without anything in it.
func OpenSource(path string) (*Source, error) {
	f, size, err := openRegular(path)
	switch {
	case refusal.From(err) != nil:
		return nil, err
	case errors.Is(err, fs.ErrNotExist):
		return nil, refusal.New(refusal.FileGone)
	case errors.Is(err, fs.ErrPermission):
		return nil, refusal.New(refusal.FileUnreadable)
	case err != nil:
		return nil, fmt.Errorf("opening the file: %w", err)
	case size == 0:
		return nil, errors.Join(refusal.New(refusal.FileEmpty), f.Close())
	}
	return &Source{file: f, size: size}, nil
}

// Size is how long it was when it was opened, in bytes.
func (s *Source) Size() int64 { return s.size }

// Read reads on. The end comes only where it was when the file was opened.
func (s *Source) Read(p []byte) (int, error) {
	n, err := s.file.Read(p)
	s.read += int64(n)
	switch {
	case s.read > s.size, errors.Is(err, io.EOF) && s.read < s.size:
		return n, refusal.New(refusal.FileChanging)
	case err != nil && !errors.Is(err, io.EOF):
		return n, fmt.Errorf("%w (%w)", refusal.New(refusal.FileUnreadable), err)
	}
	return n, err
}

// Head is its first bytes, at most n; it is read from the beginning afterwards.
func (s *Source) Head(n int) ([]byte, error) {
	head := make([]byte, n)
	n, err := s.file.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%w (%w)", refusal.New(refusal.FileUnreadable), err)
	}
	return head[:n], nil
}

// Close closes the file.
func (s *Source) Close() error { return s.file.Close() }
