//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Only another process reads as one.
func TestALockThatFailsIsNotLocked(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "lock"))
	must(t, err)
	must(t, f.Close())
	if err := hold(f); err == nil || errors.Is(err, ErrLocked) {
		t.Errorf("held: %v", err)
	}
}
