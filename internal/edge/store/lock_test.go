package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"midweek/internal/edge/store"
)

func init() { roles["holder"] = holdTheLock }

func TestOneProcessHoldsAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	release, err := store.Lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Lock(dir); !errors.Is(err, store.ErrLocked) {
		t.Errorf("locked twice: %v", err)
	}
	release()
	release, err = store.Lock(dir)
	if err != nil {
		t.Fatalf("after it was let go: %v", err)
	}
	release()
}

// A process that is killed holds nothing any more.
func TestALockIsNeverStale(t *testing.T) {
	dir := t.TempDir()
	killed(t, "holder", dir, 20*time.Millisecond)
	release, err := store.Lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	release()
}

func TestAnotherProcessHoldsAFolder(t *testing.T) {
	dir := t.TempDir()
	release, err := store.Lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if lines := killed(t, "holder", dir, 20*time.Millisecond); lines[0] != "locked" {
		t.Errorf("the other process %s", lines[0])
	}
}

func holdTheLock(dir string) int {
	release, err := store.Lock(dir)
	switch {
	case errors.Is(err, store.ErrLocked):
		fmt.Println("locked")
	case err != nil:
		alone{}.Fatal(err)
	default:
		defer release()
		fmt.Println("holds")
	}
	for {
		time.Sleep(time.Second)
		if os.Getppid() == 1 {
			return 1
		}
	}
}
