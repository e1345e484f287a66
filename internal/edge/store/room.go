package store

import (
	"errors"
	"os"
)

// probeSize is about what one commit writes.
const probeSize = 256 << 10

// Room writes a small file as far out as the record is long, so that a full
// disk, a quota and a limit on file sizes all show.
func (p plain) Room() error {
	if _, err := os.Stat(p.dir); err != nil {
		return err
	}
	if !mayWrite(p.dir) {
		return ErrReadOnly
	}
	var length int64
	if info, err := os.Stat(p.file); err == nil {
		length = info.Size()
		if !mayWrite(p.file) {
			return ErrReadOnly
		}
	}
	f, err := os.CreateTemp(p.dir, ".room-*")
	if err != nil {
		return fault(err)
	}
	defer os.Remove(f.Name())
	_, err = f.WriteAt(make([]byte, probeSize), length)
	return fault(errors.Join(err, f.Sync(), f.Close()))
}
