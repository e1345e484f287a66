//go:build unix

package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"golang.org/x/sys/unix"
)

// calling is the signal by which a second program calls the window of the
// first. It is not SIGUSR1: the engine of the pages takes that one for itself,
// and would fall over a foreign one.
const calling = unix.SIGUSR2

// Listen has called run whenever a second program calls the window of a data
// folder, until stop. There is no socket in it and nothing is said: a signal
// tells that somebody called, and no more. The folder's lock is held already.
func Listen(dir string, called func()) (stop func(), err error) {
	f, err := os.OpenFile(secondFile(dir), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("listen for a second window: %w", fault(err))
	}
	// From here on the signal does no harm, also after stop: one may be on its
	// way.
	calls := make(chan os.Signal, 1)
	signal.Notify(calls, calling)
	if err := unix.FcntlFlock(f.Fd(), unix.F_SETLK, wholeFile()); err != nil {
		return nil, errors.Join(fmt.Errorf("listen for a second window: %w", err), f.Close())
	}
	go func() {
		for range calls {
			called()
		}
	}()
	return func() { f.Close() }, nil
}

// Call calls the window that has a data folder to the front, and says whether
// there was one that listens.
//
// Whom to signal is never read from a file: the system itself names the process
// that holds the lock of a listening window now, and lets go of it when that
// process ends, so no number is ever stale. A command that has the folder does
// not hold that lock. Another person's window cannot be signalled; that is as
// if nobody listened.
func Call(dir string) bool {
	f, err := os.OpenFile(secondFile(dir), os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	pid := listener(f)
	if pid <= 0 {
		return false
	}
	// On Linux this holds on to the process, not to its number; so when the
	// same number still has the lock, it is the same process.
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()
	return listener(f) == pid && p.Signal(calling) == nil
}

// listener is the process that holds the lock, or 0.
func listener(f *os.File) int {
	lock := wholeFile()
	if unix.FcntlFlock(f.Fd(), unix.F_GETLK, lock) != nil || lock.Type == unix.F_UNLCK {
		return 0
	}
	return int(lock.Pid)
}

// wholeFile is a lock on all of a file.
func wholeFile() *unix.Flock_t { return &unix.Flock_t{Type: unix.F_WRLCK, Whence: io.SeekStart} }
