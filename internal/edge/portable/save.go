package portable

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"midweek/internal/core/refusal"
)

// whole writes a file beside its place, brings it to the disk, and only then
// moves it there and brings the folder to the disk.
func whole(path string, write func(io.Writer) error) error {
	if there, err := os.Lstat(path); err == nil && !there.Mode().IsRegular() {
		return refusal.New(refusal.FileThere)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".midweek-*") // mode 0600
	if err != nil {
		return unwritable(err)
	}
	err = filled(f, write)
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(unwritable(err), os.Remove(f.Name()))
	}
	return syncFolder(filepath.Dir(path))
}

func filled(f *os.File, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(f, 1<<20)
	err := write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder brings the name to the disk. Windows has no such thing for a
// folder, and some sticks refuse it; the file itself is safe by then.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return nil
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return unwritable(err)
	}
	return nil
}

// unwritable says why a file cannot be written, where a person can mend it.
func unwritable(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return refusal.New(refusal.DiskFull)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return refusal.New(refusal.ReadOnly)
	case refusal.From(err) != nil:
		return err
	}
	return fmt.Errorf("writing the file: %w", err)
}
