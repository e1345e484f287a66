package open_test

import (
	"os"
	"path/filepath"
	"testing"

	"midweek/internal/open"
)

func TestAFolderThatIsKeptInStep(t *testing.T) {
	dir := t.TempDir()
	if got := open.SyncedFolder(dir); got != open.NoCloud {
		t.Skipf("this computer's own temporary folder looks like one of %s", got)
	}
	inside := filepath.Join(dir, "Dropbox", "midweek")
	if err := os.MkdirAll(inside, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := open.SyncedFolder(inside); got != "Dropbox" {
		t.Errorf("by its name: %q", got)
	}
	link := filepath.Join(dir, "mine")
	if err := os.Symlink(inside, link); err != nil {
		t.Skip(err)
	}
	if got := open.SyncedFolder(link); got != "Dropbox" {
		t.Errorf("by a link: %q", got)
	}
	marked := filepath.Join(dir, "papers", "midweek")
	if err := os.MkdirAll(marked, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "papers", ".sync_a1b2.db"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := open.SyncedFolder(marked); got != "Nextcloud" {
		t.Errorf("by a file: %q", got)
	}
	if got := open.SyncedFolder(filepath.Join(dir, "not", "there")); got != open.NoCloud {
		t.Errorf("a folder that is not there: %q", got)
	}
}
