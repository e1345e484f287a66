package store

import (
	"errors"
	"fmt"

	lib "modernc.org/sqlite/lib"

	"midweek/internal/core/refusal"
)

// What a person can mend. Nothing was saved, and the store still answers.
var (
	ErrFull     error = refusal.New(refusal.DiskFull)
	ErrReadOnly error = refusal.New(refusal.ReadOnly)
)

// ErrUncertain comes back when the disk did not confirm a change: it may be
// there or not after the next start. The store refuses every further change,
// so that nothing is built on it; what can be read is right if it was saved
// before. Close it and open it again.
var ErrUncertain error = refusal.New(refusal.SaveUncertain)

// fault gives an error of the system its name.
func fault(err error) error {
	switch {
	case err == nil:
		return nil
	case isFull(err):
		return fmt.Errorf("%w (%w)", ErrFull, err)
	case isReadOnly(err):
		return fmt.Errorf("%w (%w)", ErrReadOnly, err)
	}
	return err
}

// coded is an error of SQLite.
type coded interface{ Code() int }

// code is SQLite's extended result code of an error, 0 when it is not SQLite's.
func code(err error) int {
	var c coded
	if errors.As(err, &c) {
		return c.Code()
	}
	return 0
}

// primary is the code without its extension.
func primary(err error) int { return code(err) & 0xff }

// uncertain says whether the disk failed to confirm what was written.
func uncertain(err error) bool {
	switch code(err) {
	case lib.SQLITE_IOERR_FSYNC, lib.SQLITE_IOERR_DIR_FSYNC, lib.SQLITE_IOERR_TRUNCATE, lib.SQLITE_IOERR_CLOSE:
		return true
	}
	return false
}

// damaged says whether SQLite could not make sense of the file.
func damaged(err error) bool {
	return primary(err) == lib.SQLITE_CORRUPT || primary(err) == lib.SQLITE_NOTADB
}

// named gives an error of SQLite its name. SQLite tells a full disk from other
// trouble only sometimes, so the place is asked as well.
func named(p Place, err error) error {
	switch primary(err) {
	case lib.SQLITE_FULL:
		return fmt.Errorf("%w (%w)", ErrFull, err)
	case lib.SQLITE_READONLY:
		return fmt.Errorf("%w (%w)", ErrReadOnly, err)
	case lib.SQLITE_IOERR, lib.SQLITE_CANTOPEN:
		if why := p.Room(); why != nil {
			return fmt.Errorf("%w (%w)", why, err)
		}
	}
	return fault(err)
}
