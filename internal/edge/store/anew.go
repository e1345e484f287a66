package store

import (
	"errors"
	"fmt"
	"path/filepath"
)

// errCutOff is a record with a change that was cut off: opening it takes that
// back, and only then may another one lie in its place.
var errCutOff = errors.New("a change of the record was cut off and is not taken back yet")

// Anew puts another record in the place of the plain file in a folder. Build
// fills it out of sight, and at any moment the former record lies there or the
// new one, whole and on the disk. The former one must be closed.
func Anew(dir, name, recordID string, build func(*Store) error) error {
	p, draft := Plain(dir, name).(plain), Plain(dir, name+".new").(plain)
	if p.orphan() {
		return fmt.Errorf("put another record in place: %w", errCutOff)
	}
	err := discard(draft.file)
	if err == nil {
		err = fillAnew(draft, recordID, build)
	}
	if err == nil {
		err = replace(draft.file, p.file)
	}
	if err != nil {
		_ = discard(draft.file) // else by the next attempt
		return fmt.Errorf("put another record in place: %w", named(p, err))
	}
	return fault(syncFolder(filepath.Dir(p.file)))
}

func fillAnew(draft plain, recordID string, build func(*Store) error) error {
	s, err := Create(draft, recordID)
	if err != nil {
		return err
	}
	if err := errors.Join(build(s), s.Close()); err != nil {
		return err
	}
	return syncFile(draft.file)
}
