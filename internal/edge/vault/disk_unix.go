//go:build unix

package vault

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// openOrdinary follows no link and waits for no pipe.
func openOrdinary(name string, writing bool) (*os.File, error) {
	flags := os.O_RDONLY
	if writing {
		flags = os.O_RDWR
	}
	return os.OpenFile(name, flags|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
}

// syncFolder brings the names in a folder to the disk.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func moved(from, to string) error { return os.Rename(from, to) }

// mayWrite asks the system, which knows of read-only disks as well as rights.
func mayWrite(name string) bool {
	return unix.Faccessat(unix.AT_FDCWD, name, unix.W_OK, unix.AT_EACCESS) == nil
}

// isFull says whether an error of the system means that no more can be stored.
func isFull(err error) bool {
	return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) || errors.Is(err, unix.EFBIG)
}

func isReadOnly(err error) bool {
	return errors.Is(err, unix.EROFS) || errors.Is(err, fs.ErrPermission)
}
