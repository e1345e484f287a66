package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"midweek/internal/edge/store"
)

// The copy that is handed on is the record, without what this computer keeps
// beside it.
func TestAnImageIsTheRecord(t *testing.T) {
	dir := t.TempDir()
	s, err := store.Create(place(dir, "record.db"), "a1")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for key, value := range map[string]string{"author": "Maria", "copies.second": "/media/blue-stick"} {
		if err := s.SetSetting(key, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetDraft("note", "half a thought"); err != nil {
		t.Fatal(err)
	}
	image, err := s.Image()
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"blue-stick", "half a thought", "copies.second"} {
		if bytes.Contains(image, []byte(word)) {
			t.Errorf("%q is in the copy", word)
		}
	}
	if again, err := s.Image(); err != nil || !bytes.Equal(again, image) {
		t.Errorf("a second copy is another one: %v", err)
	}
	if draft, err := s.Draft("note"); err != nil || draft != "half a thought" {
		t.Errorf("the draft is %q, %v", draft, err)
	}
	checkImage(t, image)
}

func checkImage(t *testing.T, image []byte) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "copy.db"), image, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(store.Plain(dir, "copy.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if author, err := s.Setting("author"); err != nil || author != "Maria" || s.RecordID() != "a1" {
		t.Errorf("the copy is %s of %q, %v", s.RecordID(), author, err)
	}
}
