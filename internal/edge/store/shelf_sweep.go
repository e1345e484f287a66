package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

func (s *plainShelf) List() ([]Paper, error) {
	var all []Paper
	err := s.each(func(name string, info fs.FileInfo) error {
		if id := filepath.Base(name); name == s.name(id) && info.Mode().IsRegular() {
			all = append(all, Paper{ID: id, Size: s.coat.PlainSize(info.Size())})
		}
		return nil
	})
	return all, err
}

func (s *plainShelf) Sweep(named func(id string) bool, before time.Time) (int, error) {
	removed := 0
	err := s.each(func(name string, info fs.FileInfo) error {
		id, draft := strings.CutPrefix(filepath.Base(name), unfinished)
		orphan := !draft && name == s.name(id) && !named(id) && info.ModTime().Before(before)
		if _, now := s.writing.Load(id); now || !draft && !orphan {
			return nil
		}
		removed++
		return s.disk.remove(name)
	})
	return removed, err
}

// each looks at what lies on the shelf, finished and unfinished. What is not
// the shelf's own is passed over.
func (s *plainShelf) each(do func(name string, info fs.FileInfo) error) error {
	dir := s.dir()
	folders, err := s.disk.list(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, folder := range folders {
		if err == nil && folder.IsDir() && len(folder.Name()) == 2 {
			err = s.eachIn(filepath.Join(dir, folder.Name()), do)
		}
	}
	if err != nil {
		return fmt.Errorf("looking through the attachments: %w", fault(err))
	}
	return nil
}

func (s *plainShelf) eachIn(folder string, do func(name string, info fs.FileInfo) error) error {
	files, err := s.disk.list(folder)
	if err != nil {
		return err
	}
	for _, file := range files {
		if !isPaper(strings.TrimPrefix(file.Name(), unfinished)) {
			continue
		}
		info, err := file.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = do(filepath.Join(folder, file.Name()), info)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
