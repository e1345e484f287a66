package vault

import "errors"

// The vault is the file behind SQLite's one connection (fileBytes).

func (v *Vault) take() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	ok := !v.taken
	v.taken = true
	return ok
}

func (v *Vault) read(p []byte, at int64) int {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.image.readAt(p, at)
}

func (v *Vault) write(p []byte, at int64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.image.writeAt(p, at)
}

func (v *Vault) resize(length int64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.image.resize(length)
}

func (v *Vault) size() int64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.image.length
}

func (v *Vault) sync() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.save()
}

// unsynced stops everything when a commit is about to be acknowledged that
// nobody asked to save. What SQLite cuts off the end after a commit is no part
// of it: the database is the same with it and without.
func (v *Vault) unsynced() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.making || !v.image.touched() {
		return false
	}
	if v.image.shortened() {
		_ = v.save()
		return false
	}
	v.image.restore()
	v.stop(errors.New("a commit was not synced"))
	return true
}

func (v *Vault) close() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.taken = false
}
