package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"midweek/internal/edge/store"
)

func init() { roles["keeper"] = keepPapers }

// On a full disk the attachment is refused whole, and once there is room it is
// kept.
func TestAFullDiskTakesNoAttachment(t *testing.T) {
	dir := tiny(t, "size=1m")
	s := store.PlainShelf(filepath.Join(dir, "attachments"), randomBytes)
	first := put(t, s, "a scan")
	_, err := s.Put(bytes.NewReader(make([]byte, 2<<20)), store.MaxPaper)
	if !errors.Is(err, store.ErrFull) {
		t.Errorf("kept: %v", err)
	}
	if n := files(t, dir); n != 1 {
		t.Errorf("%d files lie there", n)
	}
	if got, err := readPaper(s, first); got != "a scan" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	put(t, s, "another scan")
}

func TestAReadOnlyDiskTakesNoAttachment(t *testing.T) {
	dir := tiny(t, "size=1m")
	s := store.PlainShelf(filepath.Join(dir, "attachments"), randomBytes)
	first := put(t, s, "a scan")
	remount(t, dir)
	if _, err := s.Put(strings.NewReader("another"), store.MaxPaper); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("kept: %v", err)
	}
	if err := s.Remove(first.ID); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("removed: %v", err)
	}
	if got, err := readPaper(s, first); got != "a scan" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// A process that is killed while it keeps attachments has kept all that it
// said, and a sweep leaves nothing that was not finished.
func TestAKilledProcessKeepsItsAttachments(t *testing.T) {
	for range kills(t) {
		dir := t.TempDir()
		lines := killed(t, "keeper", dir, time.Duration(rand.IntN(40))*time.Millisecond)
		s := store.PlainShelf(dir, randomBytes)
		if _, err := s.Sweep(func(string) bool { return true }, time.Time{}); err != nil {
			t.Fatal(err)
		}
		for _, line := range lines {
			part := strings.Fields(line)
			size, _ := strconv.ParseInt(part[1], 10, 64)
			f, err := s.Open(store.Paper{ID: part[0], Size: size, SHA256: part[2]})
			if err != nil {
				t.Fatal(err)
			}
			f.Close()
		}
		kept, err := s.List()
		if err != nil || len(kept) < len(lines) || len(kept) > len(lines)+1 || files(t, dir) != len(kept) {
			t.Errorf("%d said, %d kept, %d files, %v", len(lines), len(kept), files(t, dir), err)
		}
	}
}

// keepPapers keeps one attachment after another until it is killed.
func keepPapers(dir string) int {
	s := store.PlainShelf(dir, randomBytes)
	for n := 0; ; n++ {
		p, err := s.Put(bytes.NewReader(bytes.Repeat([]byte{byte(n)}, 1+n*30_000)), store.MaxPaper)
		if err != nil {
			alone{}.Fatal(err)
		}
		fmt.Println(p.ID, p.Size, p.SHA256)
	}
}
