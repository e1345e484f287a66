package backup

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Carry copies a copy as it lies into another folder, such as one on a stick,
// and reads it back there. One that lies there already is left.
func (f Folder) Carry(n Name, to Folder) error {
	if _, err := os.Lstat(to.File(n)); err == nil {
		return nil
	}
	err := sameSum(f.File(n)) // a damaged one would get a sum of its own there
	if err == nil {
		err = to.make()
	}
	if err == nil {
		err = to.tidy()
	}
	draft := filepath.Join(to.dir, draftName)
	if err == nil {
		err = carry(f.File(n), draft)
	}
	if err == nil {
		_, err = to.keep(draft, n)
	}
	if err != nil {
		_ = os.Remove(draft) // else by the next attempt
		return fmt.Errorf("copy %s to the second folder: %w", n, named(err))
	}
	return nil
}

// carry copies a file, byte by byte, and compares what can be read of it.
func carry(from, to string) error {
	if err := pour(from, to); err != nil {
		return err
	}
	want, err := hashOf(from)
	if err != nil {
		return err
	}
	got, err := hashOf(to)
	if err == nil && got != want {
		err = errDamaged
	}
	return err
}

func pour(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}

// Bring copies a copy, from wherever it lies, to a draft, and compares what can
// be read of it. What lies there from an earlier attempt is overwritten.
func Bring(from, draft string) error {
	err := gone(os.Remove(draft))
	if err == nil {
		err = carry(from, draft)
	}
	if err != nil {
		return fmt.Errorf("bring the copy: %w", named(errors.Join(err, gone(os.Remove(draft)))))
	}
	return nil
}

// Publish gives a draft its name, which must be free.
func Publish(draft, file string) error {
	return named(In(filepath.Dir(file)).publish(draft, file))
}
