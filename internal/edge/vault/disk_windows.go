package vault

import (
	"errors"
	"io/fs"
	"os"
	"time"

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

// syncFolder has nothing to do: a file gets its name by a move that was written
// through.
func syncFolder(string) error { return nil }

// moved gives a file its name and waits until the disk has it. A program that
// looks through new files, such as one against viruses, may hold one for a moment.
func moved(from, to string) error {
	old, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	name, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	for range 10 {
		err = windows.MoveFileEx(old, name, windows.MOVEFILE_WRITE_THROUGH)
		if !errors.Is(err, windows.ERROR_SHARING_VIOLATION) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
	return err
}

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
