//go:build e2e

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// spellings are the ways in which a text could lie in a file.
func spellings(text string) [][]byte {
	var wide []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	list := [][]byte{[]byte(text), wide, []byte(hex.EncodeToString([]byte(text)))}
	for from := range 3 { // where in a group of three a text begins, its middle reads otherwise
		whole := base64.StdEncoding.EncodeToString([]byte(strings.Repeat(" ", from) + text))
		list = append(list, []byte(whole[4:len(whole)-4]))
	}
	return list
}

// kept are the places in which what a family writes lies because it is meant
// to: the record in the data folder, its safe copies, and a copy that was asked
// for.
func (s *stage) kept(path string) bool {
	record := filepath.Dir(path) == s.folder() && strings.HasPrefix(filepath.Base(path), "record.db")
	return record || filepath.Dir(path) == filepath.Join(s.folder(), "backups") || path == filepath.Join(s.root, "home", "copy.json")
}

// checkCanaries makes sure that what was typed lies in the record and nowhere
// else below the stage: not in what the program says, its journal, its
// settings, not in what the page's engine keeps, in a list of recent files, or
// in what was left for a while. The folder for temporary files is the stage's
// own too.
func checkCanaries(t *testing.T, s *stage) {
	t.Helper()
	looked, found := 0, map[string]bool{}
	err := filepath.WalkDir(s.root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		looked++
		for _, canary := range []string{canaryChild, canaryAuthor, canaryNote} {
			for _, text := range spellings(canary) {
				if !bytes.Contains(bytes.ToLower(data), bytes.ToLower(text)) && !strings.Contains(path, canary) {
					continue
				}
				if !s.kept(path) {
					t.Errorf("%q lies in %s", canary, strings.TrimPrefix(path, s.root))
				}
				found[canary] = true
			}
		}
		if filepath.Base(path) == "recently-used.xbel" && bytes.Contains(data, []byte("file://")) {
			t.Errorf("files are in the list of recent ones: %s", data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if looked < 15 || len(found) != 3 {
		t.Errorf("%d files were looked at, and %d of 3 texts found in the record: the test does not see", looked, len(found))
	}
	t.Logf("%d files looked at", looked)
}
