package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// A Folder holds copies. It is made with the first.
type Folder struct{ dir string }

// In is the copies in a folder.
func In(dir string) Folder { return Folder{dir} }

// Dir is the folder.
func (f Folder) Dir() string { return f.dir }

// File is where a copy lies.
func (f Folder) File(n Name) string { return filepath.Join(f.dir, n.String()) }

// A Found is a copy that lies in a folder.
type Found struct {
	Name
	Size int64 // in bytes
}

// List are the copies, the newest first. What else lies in the folder is not
// told of. A folder that is not there has none.
func (f Folder) List() ([]Found, error) {
	entries, err := os.ReadDir(f.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []Found
	for _, e := range entries {
		n, ours := Parse(e.Name())
		if !ours || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, Found{n, info.Size()})
	}
	slices.SortFunc(all, func(a, b Found) int { return newestFirst(a.Name, b.Name) })
	return all, nil
}

// Remove takes a copy away, and its sum with it. What is not there is no error.
func (f Folder) Remove(n Name) error {
	for _, name := range []string{f.File(n), f.File(n) + sumEnding} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return named(err)
		}
	}
	return named(syncFolder(f.dir))
}

// The unfinished, and what else a copy that was cut off left behind.
const (
	draftName = "midweek-copy.new"
	sumEnding = ".sha256"
)

// tidy removes what was never finished.
func (f Folder) tidy() error {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !f.leftOver(e) {
			continue
		}
		if err := os.Remove(filepath.Join(f.dir, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// leftOver says whether a file is a draft of ours, or the sum of a copy that is
// not there.
func (f Folder) leftOver(e fs.DirEntry) bool {
	if !e.Type().IsRegular() {
		return false
	}
	if e.Name() == draftName || e.Name() == draftName+"-journal" {
		return true
	}
	of, isSum := trimmed(e.Name(), sumEnding)
	if _, ours := Parse(of); !isSum || !ours {
		return false
	}
	_, err := os.Lstat(filepath.Join(f.dir, of))
	return errors.Is(err, fs.ErrNotExist)
}

func trimmed(name, ending string) (string, bool) {
	if len(name) <= len(ending) || name[len(name)-len(ending):] != ending {
		return name, false
	}
	return name[:len(name)-len(ending)], true
}

// make makes the folder, for this account alone, and its name durable.
func (f Folder) make() error {
	if info, err := os.Stat(f.dir); err == nil && info.IsDir() {
		return nil
	}
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return err
	}
	if err := chmod(f.dir, 0o700); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(f.dir))
}

// Try makes the folder and writes to it, so that what is in the way shows while
// a person chooses it.
func (f Folder) Try() error {
	err := f.make()
	if err == nil {
		err = f.tidy()
	}
	draft := filepath.Join(f.dir, draftName)
	if err == nil {
		err = put(draft, first)
	}
	return named(errors.Join(err, gone(os.Remove(draft))))
}

// gone is no error when what was to be removed is not there.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
