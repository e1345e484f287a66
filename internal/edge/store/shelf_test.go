package store_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
)

func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.Read(b)
	return b
}

func newShelf(t *testing.T) (shelf store.Shelf, dir string) {
	dir = filepath.Join(t.TempDir(), "attachments")
	if os.Getenv(placeKey) == "" {
		return store.PlainShelf(dir, randomBytes), dir
	}
	v, err := unlocked(filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	return store.CoatedShelf(func() string { return dir }, randomBytes, v), dir
}

func put(t *testing.T, s store.Shelf, text string) store.Paper {
	t.Helper()
	p, err := s.Put(strings.NewReader(text), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func readPaper(s store.Shelf, p store.Paper) (string, error) {
	f, err := s.Open(p)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	return string(data), err
}

func wantCode(t *testing.T, what string, err error, code refusal.Code) {
	t.Helper()
	if r := refusal.From(err); r == nil || r.Code != code {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func TestWhatIsPutOnTheShelfIsThere(t *testing.T) {
	s, dir := newShelf(t)
	p := put(t, s, "a scan")
	sum := sha256.Sum256([]byte("a scan"))
	if p.Size != 6 || p.SHA256 != hex.EncodeToString(sum[:]) || len(p.ID) != 32 {
		t.Errorf("%+v", p)
	}
	if got, err := readPaper(s, p); got != "a scan" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	again := put(t, s, "a scan")
	all, err := s.List()
	if err != nil || len(all) != 2 || again.ID == p.ID || all[0].Size != 6 {
		t.Errorf("%+v, %v", all, err)
	}
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		info, _ := d.Info()
		if want := map[bool]os.FileMode{true: 0o700, false: 0o600}[d.IsDir()]; info.Mode().Perm() != want {
			t.Errorf("%s is %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// What was changed, cut, made longer, replaced by a link or is gone is told
// before a byte of it can be read.
func TestWhatWasChangedIsNotRead(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret")
	write(t, outside, []byte("a scan"))
	for what, c := range map[string]struct {
		do   func(name string) error
		want refusal.Code
	}{
		"changed": {func(n string) error { return os.WriteFile(n, []byte("a scam"), 0o600) }, refusal.PaperDamaged},
		"cut":     {func(n string) error { return os.Truncate(n, 3) }, refusal.PaperDamaged},
		"longer":  {func(n string) error { return os.WriteFile(n, []byte("a scan and more"), 0o600) }, refusal.PaperDamaged},
		"empty":   {func(n string) error { return os.Truncate(n, 0) }, refusal.PaperDamaged},
		"gone":    {os.Remove, refusal.PaperGone},
		"a folder": {func(n string) error {
			return errors.Join(os.Remove(n), os.Mkdir(n, 0o700))
		}, refusal.PaperDamaged},
		"a link": {func(n string) error {
			return errors.Join(os.Remove(n), os.Symlink(outside, n))
		}, refusal.PaperDamaged},
	} {
		s, dir := newShelf(t)
		p := put(t, s, "a scan")
		if err := c.do(filepath.Join(dir, p.ID[:2], p.ID)); err != nil {
			t.Fatal(err)
		}
		_, err := readPaper(s, p)
		wantCode(t, what, err, c.want)
	}
}

// A record can come from anywhere: an id that is no id leads to no file.
func TestAnIDIsNoPath(t *testing.T) {
	s, dir := newShelf(t)
	put(t, s, "a scan")
	secret := filepath.Join(filepath.Dir(dir), "secret")
	write(t, secret, []byte("secret"))
	sum := sha256.Sum256([]byte("secret"))
	for _, id := range []string{"", "../secret", "..", "/etc/passwd", strings.Repeat("A", 32), strings.Repeat("a", 31) + "/", strings.Repeat("0", 32)} {
		_, err := s.Open(store.Paper{ID: id, Size: 6, SHA256: hex.EncodeToString(sum[:])})
		wantCode(t, id, err, refusal.PaperGone)
		if err := s.Remove(id); err != nil {
			t.Errorf("removing %q: %v", id, err)
		}
	}
	if _, err := os.Stat(secret); err != nil {
		t.Error(err)
	}
}

func TestWhatIsTooLargeIsNotKept(t *testing.T) {
	s, dir := newShelf(t)
	if _, err := s.Put(bytes.NewReader(make([]byte, 2<<20)), 2<<20); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	_, err := s.Put(bytes.NewReader(make([]byte, 2<<20+1)), 2<<20)
	wantCode(t, "one byte more", err, refusal.PaperLarge)
	_, err = s.Put(io.LimitReader(endless{}, 1<<40), 2<<20)
	wantCode(t, "endless", err, refusal.PaperLarge)
	if n := files(t, dir); n != 1 {
		t.Errorf("%d files lie there", n)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func files(t *testing.T, dir string) int {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// What fails halfway leaves nothing.
func TestASourceThatFails(t *testing.T) {
	s, dir := newShelf(t)
	broken := errors.New("the stick was pulled out")
	_, err := s.Put(io.MultiReader(strings.NewReader("half"), iotest.ErrReader(broken)), 1<<20)
	if !errors.Is(err, broken) || files(t, dir) != 0 {
		t.Errorf("%v, %d files", err, files(t, dir))
	}
}

// Only what was never finished, and what nobody has named for long, is swept.
func TestTheSweep(t *testing.T) {
	s, dir := newShelf(t)
	named, young, old := put(t, s, "named"), put(t, s, "young"), put(t, s, "old")
	before := time.Now().Add(-90 * 24 * time.Hour)
	for _, p := range []store.Paper{named, old} {
		name := filepath.Join(dir, p.ID[:2], p.ID)
		if err := os.Chtimes(name, before, before.Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	draft := filepath.Join(dir, young.ID[:2], ".new-"+strings.Repeat("0", 32))
	stranger := filepath.Join(dir, young.ID[:2], "notes.txt")
	write(t, draft, []byte("half"))
	write(t, stranger, []byte("mine"))
	n, err := s.Sweep(func(id string) bool { return id == named.ID }, before)
	if n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	for p, want := range map[store.Paper]bool{named: true, young: true, old: false} {
		if _, err := readPaper(s, p); (err == nil) != want {
			t.Errorf("%s: %v", p.ID, err)
		}
	}
	if _, err := os.Stat(draft); !os.IsNotExist(err) {
		t.Error("the unfinished file is there")
	}
	if _, err := os.Stat(stranger); err != nil {
		t.Error("a file that is not the shelf's was removed")
	}
}

// sweeping sweeps a shelf when it is first read from, in the middle of a Put.
type sweeping struct {
	store.Shelf
	swept int
}

func (s *sweeping) Read(into []byte) (int, error) {
	n, err := s.Sweep(func(string) bool { return false }, time.Now().Add(time.Hour))
	if s.swept += n; err != nil {
		return 0, err
	}
	return 0, io.EOF
}

func TestASweepLeavesWhatIsBeingPut(t *testing.T) {
	s, _ := newShelf(t)
	from := &sweeping{Shelf: s}
	p, err := s.Put(from, 10)
	if err != nil || from.swept != 0 {
		t.Fatalf("%v, %d removed", err, from.swept)
	}
	if _, err := readPaper(s, p); err != nil {
		t.Error(err)
	}
}

func TestAShelfThatIsNotThere(t *testing.T) {
	s, dir := newShelf(t)
	all, err := s.List()
	n, sweepErr := s.Sweep(func(string) bool { return false }, time.Now())
	if len(all) != 0 || n != 0 || err != nil || sweepErr != nil {
		t.Errorf("%v, %d, %v, %v", all, n, err, sweepErr)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("to look made the folder")
	}
}

func TestWhatIsRemovedIsGone(t *testing.T) {
	s, _ := newShelf(t)
	p := put(t, s, "a scan")
	for range 2 {
		if err := s.Remove(p.ID); err != nil {
			t.Fatal(err)
		}
	}
	_, err := readPaper(s, p)
	wantCode(t, "removed", err, refusal.PaperGone)
}
