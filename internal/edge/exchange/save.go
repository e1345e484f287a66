package exchange

import (
	"bufio"
	"bytes"
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

// MayWrite refuses a name that something has already, unless it is a file that
// may be replaced.
func MayWrite(name string, force bool) error {
	there, err := os.Lstat(name)
	switch {
	case err != nil: // nothing is there, or writing will tell
		return nil
	case there.IsDir():
		return syscall.EISDIR
	case !force, !there.Mode().IsRegular():
		return refusal.New(refusal.FileThere)
	}
	return notDatabase(name)
}

// databaseHead begins every SQLite file, a record's own among them.
const databaseHead = "SQLite format 3\x00"

// notDatabase refuses to put an export in the place of a record.
func notDatabase(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return nil // writing will tell
	}
	defer f.Close()
	head := make([]byte, len(databaseHead))
	if n, _ := io.ReadFull(f, head); string(head[:n]) == databaseHead {
		return refusal.New(refusal.FileThere)
	}
	return nil
}

// Save writes a file that only its owner may read. It is written whole beside
// its place and then moved there, so that a full disk leaves no half of it and
// a file that is replaced is there until the new one is safe.
func Save(name string, data []byte, force bool) error {
	return SaveFrom(name, bytes.NewReader(data), force)
}

// SaveFrom is Save of what a reader gives.
func SaveFrom(name string, from io.Reader, force bool) error {
	return SaveWith(name, force, func(to io.Writer) error {
		_, err := io.Copy(to, from)
		return err
	})
}

// SaveWith is Save of what is written into a writer.
func SaveWith(name string, force bool, write func(to io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".midweek-*") // mode 0600
	if err != nil {
		return unwritable(err)
	}
	err = filled(f, write)
	if err == nil {
		err = MayWrite(name, force)
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(unwritable(err), os.Remove(f.Name()))
	}
	return syncFolder(filepath.Dir(name))
}

func filled(f *os.File, write func(to io.Writer) error) error {
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
