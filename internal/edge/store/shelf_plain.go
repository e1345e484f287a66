package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"sync"

	"midweek/internal/core/refusal"
)

// plainShelf is a folder of plain files, spread over folders by the first two
// digits of their ids. The names say nothing: a hash would confirm that one has
// a known document.
type plainShelf struct {
	dir    func() string // a vault with a new key has another
	random func(n int) []byte
	disk   disk
	coat   Coat

	// writing are the ids of files that are being written, which no sweep may
	// take for the rest of a save that was cut off.
	writing sync.Map
}

// PlainShelf is the shelf in a folder, which is made when the first file is.
// Folders are 0700 and files 0600. Random gives n random bytes.
func PlainShelf(dir string, random func(n int) []byte) Shelf {
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	return &plainShelf{dir: func() string { return dir }, random: random, disk: realDisk{}, coat: bare{}}
}

func (s *plainShelf) folder(id string) string { return filepath.Join(s.dir(), id[:2]) }

func (s *plainShelf) name(id string) string { return filepath.Join(s.folder(id), id) }

// unfinished begins the names of files that are being written.
const unfinished = ".new-"

func (s *plainShelf) Put(from io.Reader, limit int64) (Paper, error) {
	return s.keep(hex.EncodeToString(s.random(paperBits)), from, limit)
}

func (s *plainShelf) PutAs(p Paper, from io.Reader) error {
	if !isPaper(p.ID) {
		return ErrPaperDamaged
	}
	if _, now := s.writing.Load(p.ID); !now { // what is left of an attempt that was cut off
		_ = s.disk.remove(filepath.Join(s.folder(p.ID), unfinished+p.ID))
	}
	kept, err := s.keep(p.ID, io.LimitReader(from, p.Size+1), p.Size+1)
	if err == nil && kept != p {
		err = errors.Join(ErrPaperDamaged, s.Remove(p.ID))
	}
	return err
}

// keep writes a file under an id that is free.
func (s *plainShelf) keep(id string, from io.Reader, limit int64) (Paper, error) {
	s.writing.Store(id, true)
	defer s.writing.Delete(id)
	if err := s.makeFolders(id); err != nil {
		return Paper{}, fmt.Errorf("making room for an attachment: %w", fault(err))
	}
	draft := filepath.Join(s.folder(id), unfinished+id)
	p, err := s.fill(draft, id, from, limit)
	if err == nil {
		err = s.disk.publish(draft, s.name(id))
	}
	if errors.Is(err, fs.ErrExist) {
		return Paper{}, errors.Join(fmt.Errorf("keeping an attachment: %w", err), s.disk.remove(draft))
	}
	if err == nil {
		err = s.disk.syncFolder(s.folder(id))
	}
	if err != nil {
		// What cannot be removed either is removed by the next sweep.
		_, _ = s.disk.remove(draft), s.disk.remove(s.name(id))
		return Paper{}, fmt.Errorf("keeping an attachment: %w", fault(err))
	}
	p.ID = id
	return p, nil
}

// makeFolders makes what is missing of the folders, each durable before the
// next.
func (s *plainShelf) makeFolders(id string) error {
	for _, dir := range []string{s.dir(), s.folder(id)} {
		made, err := s.disk.makeFolder(dir)
		if err == nil && made {
			err = s.disk.syncFolder(filepath.Dir(dir))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// fill writes a file to the disk and says what it holds.
func (s *plainShelf) fill(draft, id string, from io.Reader, limit int64) (Paper, error) {
	f, err := s.disk.create(draft)
	if err != nil {
		return Paper{}, err
	}
	w, err := s.coat.Seal(id, f)
	if err != nil {
		return Paper{}, errors.Join(err, f.Close())
	}
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(w, sum), io.LimitReader(from, limit+1))
	if err == nil && n > limit {
		err = refusal.New(refusal.PaperLarge, "limit", strconv.FormatInt(limit>>20, 10))
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = f.Sync()
	}
	return Paper{Size: n, SHA256: hex.EncodeToString(sum.Sum(nil))}, errors.Join(err, f.Close())
}

func (s *plainShelf) Open(p Paper) (io.ReadSeekCloser, error) {
	if !isPaper(p.ID) {
		return nil, ErrPaperGone
	}
	f, size, err := s.disk.open(s.name(p.ID))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrPaperGone
	case refusal.From(err) != nil: // something else lies in its place
		return nil, ErrPaperDamaged
	case err != nil:
		return nil, fmt.Errorf("opening an attachment: %w", fault(err))
	}
	plain, err := s.coat.Unseal(p.ID, f, size)
	if err != nil {
		return nil, errors.Join(ErrPaperDamaged, err, f.Close())
	}
	opened := &unsealed{plain, f}
	if err := sound(plain, s.coat.PlainSize(size), p); err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	return opened, nil
}

// sound reads a file to its end and goes back to its beginning.
func sound(f io.ReadSeeker, size int64, p Paper) error {
	if size != p.Size {
		return ErrPaperDamaged
	}
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(f, size+1))
	if err != nil {
		return fmt.Errorf("%w (%w)", ErrPaperDamaged, err)
	}
	if n != size || hex.EncodeToString(sum.Sum(nil)) != p.SHA256 {
		return ErrPaperDamaged
	}
	_, err = f.Seek(0, io.SeekStart)
	return err
}

func (s *plainShelf) Remove(id string) error {
	if !isPaper(id) {
		return nil
	}
	err := s.disk.remove(s.name(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = s.disk.syncFolder(s.folder(id))
	}
	if err != nil {
		return fmt.Errorf("removing an attachment: %w", fault(err))
	}
	return nil
}
