package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"midweek/internal/core/refusal"
)

// create makes a new file for this account alone.
func create(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := chmod(name, 0o600); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// chmod says who may read, whatever the umask. A stick often has a file system
// that does not know of it.
func chmod(name string, mode fs.FileMode) error {
	if err := os.Chmod(name, mode); err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}

// publish gives a finished file its name, which must be free, and makes both
// durable.
func (f Folder) publish(draft, name string) error {
	if _, err := os.Lstat(name); err == nil {
		return &os.LinkError{Op: "rename", Old: draft, New: name, Err: fs.ErrExist}
	}
	if err := os.Rename(draft, name); err != nil {
		return err
	}
	return syncFolder(f.dir)
}

// named gives an error of the system its refusal.
func named(err error) error {
	switch {
	case err == nil || refusal.From(err) != nil:
		return err
	case isFull(err):
		return fmt.Errorf("%w (%w)", refusal.New(refusal.DiskFull), err)
	case isReadOnly(err):
		return fmt.Errorf("%w (%w)", refusal.New(refusal.ReadOnly), err)
	}
	return err
}
