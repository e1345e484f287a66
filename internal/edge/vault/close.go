package vault

import (
	"errors"
	"fmt"
)

// errTaken is a vault whose database SQLite still has open.
var errTaken = errors.New("the database in the vault is still open")

// errClosed is a vault that has forgotten its key.
var errClosed = errors.New("the vault is closed")

// Close writes what a reader needs to see that nothing is missing, and forgets
// the key and the database. An error means that the last part was not written;
// every commit is on the disk all the same. Close the database first.
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.at == nil {
		return nil
	}
	if v.taken {
		return errTaken
	}
	err := v.finish()
	v.unregister()
	v.wipe()
	return err
}

// finish writes the vault anew if its log has grown, and the record that says
// that it was closed.
func (v *Vault) finish() (err error) {
	if v.readOnly || v.loose || v.stopped != nil {
		return nil
	}
	if v.image.touched() {
		v.image.restore() // a change that was never committed
	}
	if v.at.end-v.at.picture > max(logAtClose, v.at.picture/2) {
		err = v.renew(v.at.slots, v.key)
	}
	if err == nil && !v.at.closed {
		_, err = v.at.append(closeRecord, nil)
	}
	if err == nil {
		v.marker.keep(v.at)
	}
	return named(err)
}

func (v *Vault) wipe() {
	if v.at != nil && v.at.file != nil {
		_ = v.at.file.Close()
	}
	v.marker.close()
	v.image.wipe()
	clear(v.key)
	v.at = nil
}

// Discard closes a vault and removes its files. It is for one that holds nothing
// yet, such as one that was cut off while a record was being made in it.
func (v *Vault) Discard() error {
	if err := v.Close(); err != nil {
		return err
	}
	list, err := v.place.generations()
	for _, n := range list {
		err = errors.Join(err, v.place.disk.remove(v.place.file(n)))
	}
	if err != nil {
		return fmt.Errorf("remove the empty vault: %w", named(err))
	}
	return named(v.place.disk.syncFolder(v.place.Dir))
}
