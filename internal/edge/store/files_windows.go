package store

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"

	"midweek/internal/core/refusal"
)

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

// publish gives a file its name, which must be free.
func publish(from, to string) error {
	old, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	name, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(old, name, windows.MOVEFILE_WRITE_THROUGH)
}

// openOnly opens a file to read it; a link is refused.
func openOnly(name string) (*os.File, error) {
	info, err := os.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, refusal.New(refusal.NotAFile)
	}
	return os.Open(name)
}

// syncFolder has nothing to do: the move was written through.
func syncFolder(string) error { return nil }

// replace gives a file the name of another, which is gone then.
func replace(from, to string) error {
	old, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	name, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(old, name, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
}
