package open

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
)

// step does one step of a move. The tests put something in its place that
// fails, or ends the process, at the step they name.
var step = func(_ string, do func() error) error { return do() }

// makeFolder makes a folder for this account alone, and its name durable.
func makeFolder(dir string) error {
	return step("make a folder", func() error {
		err := os.Mkdir(dir, 0o700)
		if errors.Is(err, fs.ErrExist) {
			return nil
		}
		if err == nil {
			err = os.Chmod(dir, 0o700) // whatever the umask
		}
		return errors.Join(err, store.SyncFolder(filepath.Dir(dir)))
	})
}

// writeWhole puts a file in place whole and durable: a reader sees the one
// before or this one.
func writeWhole(name string, data []byte) error {
	draft := name + ".new"
	err := step("write", func() error {
		f, err := os.OpenFile(draft, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return errors.Join(err, f.Sync(), f.Close())
	})
	if err == nil {
		err = step("rename", func() error { return os.Rename(draft, name) })
	}
	if err == nil {
		err = syncFolder(filepath.Dir(name))
	}
	return err
}

// publish gives a file or a folder its place, which must be free, for good.
func publish(from, to string) error {
	err := step("publish", func() error { return store.Publish(from, to) })
	if err == nil {
		err = syncFolder(filepath.Dir(to))
	}
	return err
}

func syncFolder(dir string) error {
	return step("sync a folder", func() error { return store.SyncFolder(dir) })
}

// removeFile removes a file or an empty folder; what is not there is no error.
func removeFile(name string) error {
	return step("remove", func() error { return absentFine(os.Remove(name)) })
}

func absentFine(err error) error {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil
	}
	return err
}

// removeTree removes a folder with all that lies in it but what is kept, step by
// step.
func removeTree(dir string, keep ...string) error {
	all, err := os.ReadDir(dir)
	if err != nil {
		return absentFine(err)
	}
	kept := false
	for _, e := range all {
		name := filepath.Join(dir, e.Name())
		switch {
		case len(keep) > 0 && e.Name() == keep[0]:
			kept = true
		case e.IsDir():
			err = removeTree(name)
		default:
			err = removeFile(name)
		}
		if err != nil {
			return err
		}
	}
	if kept {
		return syncFolder(dir)
	}
	return removeFile(dir)
}

// lies says whether anything lies under a name.
func lies(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// sumOf is the length of a file and the SHA-256 of it.
func sumOf(name string) (size int64, sum string, err error) {
	info, err := os.Stat(name)
	if err != nil {
		return 0, "", err
	}
	sum, err = beginningSum(name, info.Size())
	return info.Size(), sum, err
}

// beginningSum is the SHA-256 of so many bytes of a file, empty when it is
// shorter.
func beginningSum(name string, size int64) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.CopyN(h, f, size)
	if errors.Is(err, io.EOF) || n < size {
		return "", nil
	}
	return hex.EncodeToString(h.Sum(nil)), err
}

// unmoved gives an error of a move the name of what a person can mend.
func unmoved(what string, err error) error {
	if err == nil || refusal.From(err) != nil {
		return err
	}
	return fmt.Errorf("%s: %w", what, store.Fault(err))
}
