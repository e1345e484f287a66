package vault

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// openOrdinary follows no link.
func openOrdinary(name string, writing bool) (*os.File, error) {
	info, err := os.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errNoFile}
	}
	if writing {
		return os.OpenFile(name, os.O_RDWR, 0)
	}
	return os.Open(name)
}

// syncFolder has nothing to do: Windows has no call for it, and the name of a
// file is in its journal before the next commit is.
func syncFolder(string) error { return nil }

// mayWrite opens a file for writing. Of a folder the attributes say nothing;
// whether a file can be made there shows when one is.
func mayWrite(name string) bool {
	if info, err := os.Stat(name); err != nil || info.IsDir() {
		return err == nil
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	return err == nil && f.Close() == nil
}

// isFull says whether an error of the system means that no more can be stored.
func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) ||
		errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED) || errors.Is(err, windows.ERROR_FILE_TOO_LARGE)
}

func isReadOnly(err error) bool {
	return errors.Is(err, windows.ERROR_WRITE_PROTECT) || errors.Is(err, fs.ErrPermission)
}
