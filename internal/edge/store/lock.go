package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"midweek/internal/core/refusal"
)

// ErrLocked comes back when another process holds a folder.
var ErrLocked error = refusal.New(refusal.RecordInUse)

// Lock holds a data folder for this process, so that no two write in it. The
// system lets go of it when the process ends, however it ends: a lock is
// never stale. The folder is made if need be; the lock's file stays.
//
// ErrLocked means that another process holds it and nothing else: a full disk
// is ErrFull, a folder that cannot be written in is ErrReadOnly.
func Lock(dir string) (release func(), err error) {
	if err := makeFolder(dir); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", fault(err))
	}
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("make the lock: %w", fault(err))
	}
	if err := errors.Join(f.Chmod(0o600), hold(f)); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() { f.Close() }, nil
}
