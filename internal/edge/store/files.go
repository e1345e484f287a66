package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// head is the beginning of a file. The file must not be open in SQLite: to
// close it here would drop the locks of this process.
func head(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, headSize))
}

// tighten takes the rights of others from a file that has them, if it can.
func tighten(file string) error {
	info, err := os.Stat(file)
	if err == nil && info.Mode().Perm()&0o077 != 0 {
		err = os.Chmod(file, 0o600)
		if errors.Is(err, fs.ErrPermission) {
			return nil
		}
	}
	return err
}

// discard removes an unfinished file and its journal.
func discard(draft string) error {
	for _, name := range []string{draft + "-journal", draft} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// makeFolder makes a folder for this account alone, whatever the umask. One
// that is there is left as it is: it may be the person's own.
func makeFolder(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return os.Chmod(dir, 0o700)
}

// makeFile makes an empty file for this account alone, whatever the umask.
func makeFile(name string) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(f.Chmod(0o600), f.Close())
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// unlog writes into an SQLite file's header that it has no write-ahead log.
func unlog(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt([]byte{noLog, noLog}, journalAt)
	return errors.Join(err, f.Close())
}
