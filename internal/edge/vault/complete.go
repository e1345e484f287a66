package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"midweek/internal/core/refusal"
)

// CopyTo writes the vault as it is now to a file of its own, which must not be
// there yet: complete, with every way to open it, closed in good order, on the
// disk and read back. It answers the SHA-256 of the database in it. After an
// error nothing is left of it, as far as the disk lets it be removed.
func (v *Vault) CopyTo(name string) ([32]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.at == nil {
		return [32]byte{}, errClosed
	}
	if v.image.touched() {
		return [32]byte{}, errUnderWay
	}
	h := &header{vault: v.at.vault, generation: v.at.generation, salt: [32]byte(random(32)), slots: v.at.slots}
	g := &generation{header: h, ended: true}
	var err error
	if g.seal, err = newSealer(h, v.key); err == nil {
		err = v.draw(g, name)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		_ = v.place.disk.remove(name)
	}
	if err != nil {
		return [32]byte{}, fmt.Errorf("copy the vault: %w", named(err))
	}
	_, sum := v.image.sum()
	return sum, nil
}

// OpenCopy opens a complete file in memory, with the key of this vault. What is
// changed there is kept nowhere. A file that another key sealed is a refusal,
// which OpenFile with a secret of that time can open.
func (v *Vault) OpenCopy(name string) (*Vault, error) {
	v.mu.Lock()
	if v.at == nil {
		v.mu.Unlock()
		return nil, errClosed
	}
	place, key, ours := v.place, slices.Clone(v.key), v.at.header
	v.mu.Unlock() // a large copy takes a while, and commits go on
	var sealed *header
	copied, err := place.loose(name, func(h *header) ([]byte, error) {
		sealed = h
		return key, nil
	})
	if copied == nil {
		clear(key)
	}
	var damaged *damagedError
	if errors.As(err, &damaged) && damaged.after == 0 && !ours.shares(sealed) {
		return nil, refusal.New(refusal.CopyKey)
	}
	return copied, err
}

// shares says whether two headers have a slot in common, and so the same key.
func (h *header) shares(other *header) bool {
	for i := range h.slots {
		for j := range other.slots {
			if h.vault == other.vault && h.slots[i] == other.slots[j] {
				return true
			}
		}
	}
	return false
}

// OpenFile opens one file of a vault in memory, wherever it lies, with one of
// its secrets. What is changed there is kept nowhere, unless Settle gives it a
// place. A secret that opens no slot is a refusal; every other reason is an
// *Unopenable.
func OpenFile(name string, secret Secret) (*Vault, error) {
	return Place{}.loose(name, func(h *header) ([]byte, error) { return h.open(secret) })
}

// InMemory is an empty vault of memory alone.
func InMemory() *Vault {
	v := &Vault{place: Place{}.settled(), key: random(keySize), image: newImage(), at: &generation{header: &header{}}, loose: true}
	v.register()
	return v
}

// loose reads one file into memory, and lets go of it.
func (p Place) loose(name string, keyOf func(*header) ([]byte, error)) (*Vault, error) {
	p = Place{Dir: filepath.Dir(name), Engine: p.Engine, disk: p.disk}.settled()
	f, err := p.disk.open(name, false)
	if err != nil {
		return nil, unopenable(err)
	}
	defer f.Close()
	h, err := headerOf(f)
	if err != nil {
		return nil, unopenable(err)
	}
	key, err := keyOf(h)
	if err != nil {
		return nil, err
	}
	v := &Vault{place: p, key: key, image: newImage(), loose: true}
	v.at = &generation{header: h, file: f}
	if v.at.seal, err = newSealer(h, key); err == nil {
		err = v.at.read(v.image)
	}
	v.at.file = nil
	if err != nil {
		v.wipe()
		return nil, unopenable(err)
	}
	v.image.settle()
	v.register()
	return v, nil
}

// Whole says whether a file that was opened in memory was closed in good order
// and nothing lies behind that: what CopyTo writes is, to the last byte.
func (v *Vault) Whole() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.at != nil && v.at.closed && !v.at.torn
}

// Sum is the SHA-256 of the database.
func (v *Vault) Sum() [32]byte {
	v.mu.Lock()
	defer v.mu.Unlock()
	_, sum := v.image.sum()
	return sum
}

// KeyName names the data key without telling it: the folder of the attachments
// that are sealed with it has that name.
func (v *Vault) KeyName() string { return filepath.Base(v.PapersDir()) }

// Become gives the vault the database of one in memory, as a new generation:
// at any moment the former database is there or the new one, whole. The ways to
// open it stay. The former generation is removed with the next but one. Both
// databases must be closed; the other vault is empty then.
func (v *Vault) Become(other *Vault) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	other.mu.Lock()
	defer other.mu.Unlock()
	if err := v.idle(); err != nil {
		return err
	}
	if v.taken || other.taken {
		return errTaken
	}
	v.image, other.image = other.image, v.image
	if err := v.renew(v.at.slots, v.key); err != nil {
		v.image, other.image = other.image, v.image
		return fmt.Errorf("put another database in the vault: %w", named(err))
	}
	other.image.wipe()
	return nil
}

// Settle gives a vault that was opened in memory a place, where none may lie. It
// goes on there as the newest: this computer's mark may be of a later generation.
func (v *Vault) Settle(p Place) error {
	p = p.settled()
	if _, u := p.look(); u.State != Absent {
		return u
	}
	if err := p.make(); err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	number := v.at.generation
	if m := p.mark(v.at.vault); m != nil {
		number = max(number, m.generation)
	}
	former := v.place
	v.place = p
	h := &header{vault: v.at.vault, generation: number + 1, salt: [32]byte(random(32)), slots: v.at.slots}
	g, err := v.publish(h, v.key)
	if err != nil {
		v.place = former
		return fmt.Errorf("give the vault a place: %w", named(err))
	}
	v.at, v.loose, v.marker = g, false, marker{place: p}
	v.marker.keep(g)
	return nil
}

// IsFile says whether a file begins as those of a vault do.
func IsFile(name string) bool {
	f, err := openOrdinary(name, false)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(magic))
	_, err = f.ReadAt(head, 0)
	return err == nil && string(head) == magic
}

// Same says whether a file is one of this vault, as far as its header tells.
func (v *Vault) Same(name string) bool {
	f, err := v.place.disk.open(name, false)
	if err != nil {
		return false
	}
	defer f.Close()
	h, err := headerOf(f)
	v.mu.Lock()
	defer v.mu.Unlock()
	return err == nil && v.at != nil && h.vault == v.at.vault
}
