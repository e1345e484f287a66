package exchange_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

// What breaks off leaves the file before it, and nothing beside it.
func TestWhatBreaksOffLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "family.json")
	if err := os.WriteFile(path, []byte("the one before"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the disk is gone")
	err := exchange.SaveWith(path, true, func(to io.Writer) error {
		_, _ = io.WriteString(to, "half of it")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("the error: %v", err)
	}
	kept, err := os.ReadFile(path)
	if err != nil || string(kept) != "the one before" {
		t.Errorf("the file before: %q, %v", kept, err)
	}
	if all, _ := os.ReadDir(dir); len(all) != 1 {
		t.Errorf("%d files are left", len(all))
	}
}

func TestOnlyAFileIsReplaced(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "family.json")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := exchange.Save(folder, []byte("{}"), true); !errors.Is(err, syscall.EISDIR) {
		t.Errorf("a folder of the name: %v", err)
	}
	link := folder + ".link"
	if err := os.Symlink(folder, link); err != nil {
		t.Fatal(err)
	}
	err := exchange.Save(link, []byte("{}"), true)
	if r := refusal.From(err); r == nil || r.Code != refusal.FileThere {
		t.Errorf("a link of the name: %v", err)
	}
	if all, _ := os.ReadDir(filepath.Dir(folder)); len(all) != 2 {
		t.Errorf("beside them lie %v", all)
	}
}

func TestWhatIsSavedIsForItsOwnerAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "family.json")
	if err := exchange.Save(path, []byte("{}"), false); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}
