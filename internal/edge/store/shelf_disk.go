package store

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"midweek/internal/core/refusal"
)

// A disk is what the shelf asks of the file system; the tests put one in its
// place on which each step fails in turn.
type disk interface {
	makeFolder(dir string) (made bool, err error)
	create(name string) (durable, error)
	open(name string) (f io.ReadSeekCloser, size int64, err error)
	publish(from, to string) error
	syncFolder(dir string) error
	remove(name string) error
	list(dir string) ([]fs.DirEntry, error)
}

// durable is a file being written.
type durable interface {
	io.WriteCloser
	Sync() error
}

type realDisk struct{}

func (realDisk) makeFolder(dir string) (bool, error) {
	if _, err := os.Stat(dir); err == nil {
		return false, nil
	}
	return true, makeFolder(dir)
}

func (realDisk) create(name string) (durable, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	if err := f.Chmod(0o600); err != nil { // whatever the umask
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

func (realDisk) open(name string) (io.ReadSeekCloser, int64, error) { return openRegular(name) }

func (realDisk) publish(from, to string) error { return publish(from, to) }

func (realDisk) syncFolder(dir string) error { return syncFolder(dir) }

func (realDisk) remove(name string) error { return os.Remove(name) }

func (realDisk) list(dir string) ([]fs.DirEntry, error) { return os.ReadDir(dir) }

// openRegular opens an ordinary file, and never waits: a link, a folder, a pipe
// and a device are refused.
func openRegular(name string) (*os.File, int64, error) {
	f, err := openOnly(name)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = refusal.New(refusal.NotAFile)
	}
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}
