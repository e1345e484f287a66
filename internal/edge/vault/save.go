package vault

import (
	"errors"
	"fmt"
	"slices"

	"midweek/internal/core/refusal"
)

// save makes what the image holds durable. When it returns nil all of it is on
// the disk; with an error the image is back at the last commit, and nothing of
// this one is there, but for ErrUncertain, which says that nobody can tell.
func (v *Vault) save() error {
	if v.making || !v.image.touched() {
		return nil
	}
	if v.loose {
		v.image.settle()
		return nil
	}
	err := v.refuse()
	if err == nil {
		err = v.record()
	}
	if err != nil {
		v.image.restore()
		return err
	}
	v.image.settle()
	v.marker.keep(v.at)
	return nil
}

// refuse is why no change can be made at all.
func (v *Vault) refuse() error {
	if v.readOnly {
		return refusal.New(refusal.ReadOnly)
	}
	return v.stopped
}

// errUnderWay is a vault that cannot be written anew, because the image holds
// half a change.
var errUnderWay = errors.New("a change of the database is under way")

// errLoose is a vault of memory alone, which has no generations.
var errLoose = errors.New("the vault lies in memory alone")

// idle is why the vault cannot be written anew now.
func (v *Vault) idle() error {
	if err := v.refuse(); err != nil {
		return err
	}
	if v.at == nil {
		return errClosed
	}
	if v.loose {
		return errLoose
	}
	if v.image.touched() {
		return errUnderWay
	}
	return nil
}

// record writes a commit at the end of the log; one that is too large for a
// record, or comes to a log that is, as a new generation.
func (v *Vault) record() error {
	runs := v.image.runs()
	if len(runs) == 0 && v.image.length == v.image.settled {
		return nil
	}
	size := int64(overhead + commitSize(runs))
	if size > maxRecord || v.at.end+size-v.at.picture > max(logAtMost, 2*v.at.picture) {
		return named(v.renew(v.at.slots, v.key))
	}
	synced, err := v.at.append(commitRecord, v.image.commit(runs))
	if err == nil || !synced {
		return named(err)
	}
	// The disk took the bytes and did not confirm them. Asked again it may say
	// yes without having them, so all is written anew, to another file.
	if again := v.renew(v.at.slots, v.key); again != nil {
		return v.stop(errors.Join(err, again))
	}
	return nil
}

// stop refuses every further change.
func (v *Vault) stop(why error) error {
	v.stopped = fmt.Errorf("%w (%w)", ErrUncertain, why)
	return v.stopped
}

// renew writes the vault anew as the next generation, sealed with a key, and
// goes on there. The generation before stays; those before it go.
func (v *Vault) renew(slots []slot, key []byte) error {
	h := &header{vault: v.at.vault, generation: v.at.generation + 1, salt: [32]byte(random(32)), slots: slots}
	g, err := v.publish(h, key)
	if errors.Is(err, errPublish) {
		return v.stop(err)
	}
	if err != nil {
		return err
	}
	_ = v.at.file.Close()
	before := v.at.generation
	v.at = g
	v.marker.keep(g)
	v.sweep(before)
	return nil
}

// sweep removes the generations before one. What cannot be removed does no
// harm, and is tried again the next time.
func (v *Vault) sweep(before uint64) {
	list, _ := v.place.generations()
	for _, n := range slices.DeleteFunc(list, func(n uint64) bool { return n >= before }) {
		_ = v.place.disk.remove(v.place.file(n))
	}
}

// Forget writes the vault anew and removes every generation before, so that
// nothing of what the database no longer holds is left in the folder.
func (v *Vault) Forget() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.idle(); err != nil {
		return err
	}
	if err := v.renew(v.at.slots, v.key); err != nil {
		return fmt.Errorf("write the vault anew: %w", named(err))
	}
	v.sweep(v.at.generation)
	return named(v.place.disk.syncFolder(v.place.Dir))
}

// named gives an error of the system its refusal.
func named(err error) error {
	switch {
	case err == nil || refusal.From(err) != nil:
		return err
	case isFull(err):
		return fmt.Errorf("%w (%w)", refusal.New(refusal.DiskFull), err)
	case isReadOnly(err):
		return fmt.Errorf("%w (%w)", refusal.New(refusal.ReadOnly), err)
	}
	return err
}
