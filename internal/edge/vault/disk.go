package vault

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// A disk is what a vault asks of the file system. The tests put one in its
// place that fails, forgets what was not synced, or is cut off.
type disk interface {
	makeFolder(dir string) (made bool, err error)
	create(name string) (file, error) // a new file, for this account alone
	open(name string, writing bool) (file, error)
	rename(from, to string) error // to is free
	remove(name string) error
	list(dir string) ([]fs.FileInfo, error)
	syncFolder(dir string) error
	writable(name string) bool
}

// A file is an open file of a disk.
type file interface {
	io.ReaderAt
	io.WriterAt
	Truncate(size int64) error
	Sync() error
	Close() error
	size() (int64, error)
}

type realDisk struct{}

type realFile struct{ *os.File }

func (f realFile) size() (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, &fs.PathError{Op: "open", Path: info.Name(), Err: errNoFile}
	}
	return info.Size(), nil
}

var errNoFile = errors.New("it is not an ordinary file")

func (realDisk) makeFolder(dir string) (bool, error) {
	if _, err := os.Stat(dir); err == nil {
		return false, nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return false, err
	}
	return true, os.Chmod(dir, 0o700) // whatever the umask
}

func (realDisk) create(name string) (file, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := f.Chmod(0o600); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return realFile{f}, nil
}

func (realDisk) open(name string, writing bool) (file, error) {
	f, err := openOrdinary(name, writing)
	if err != nil {
		return nil, err
	}
	opened := realFile{f}
	if _, err := opened.size(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return opened, nil
}

func (realDisk) rename(from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: fs.ErrExist}
	}
	return moved(from, to)
}

func (realDisk) remove(name string) error { return os.Remove(name) }

func (realDisk) list(dir string) ([]fs.FileInfo, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all []fs.FileInfo
	for _, e := range entries {
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, info)
	}
	return all, nil
}

func (realDisk) syncFolder(dir string) error { return syncFolder(dir) }

func (realDisk) writable(name string) bool { return mayWrite(name) }
