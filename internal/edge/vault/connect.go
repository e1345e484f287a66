package vault

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver

	"midweek/internal/core/refusal"
)

// The open vaults, by the ids under which SQLite asks for their databases.
var (
	openMu  sync.Mutex
	opened  = map[string]*Vault{}
	counted int
)

func byID(id string) *Vault {
	openMu.Lock()
	defer openMu.Unlock()
	return opened[id]
}

func (v *Vault) register() {
	registerVFS()
	openMu.Lock()
	defer openMu.Unlock()
	counted++
	v.id = "/vault-" + strconv.Itoa(counted)
	opened[v.id] = v
}

func (v *Vault) unregister() {
	openMu.Lock()
	defer openMu.Unlock()
	delete(opened, v.id)
}

// There says whether a database lies in the vault.
func (v *Vault) There() bool { return v.size() > 0 }

// Head is the first bytes of the database, at most n, and its length.
func (v *Vault) Head(n int) ([]byte, int64) {
	head := make([]byte, n)
	return head[:v.read(head, 0)], v.size()
}

// Writable says whether changes can be saved.
func (v *Vault) Writable() bool { return !v.ReadOnly() }

// Connect opens the one connection to the database. Keys are the driver's own
// settings, as in a data source name.
func (v *Vault) Connect(keys []string, writing bool) (*sql.DB, error) {
	if !v.There() {
		return nil, fs.ErrNotExist
	}
	return v.connect(keys, writing)
}

func (v *Vault) connect(keys []string, writing bool) (*sql.DB, error) {
	mode := "ro"
	if writing {
		mode = "rw"
	}
	if v.place.Engine == ByCopies {
		return v.connectCopy(keys, writing), nil
	}
	keys = append([]string{"vfs=" + vfsName, "mode=" + mode, "_journal_mode=memory"}, keys...)
	db, err := sql.Open("sqlite", "file:"+v.id+"?"+strings.Join(keys, "&"))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// Make fills an empty vault. What build commits is on the disk at once when
// Make returns nil, and not at all otherwise. Where a database lies already the
// error is fs.ErrExist.
func (v *Vault) Make(keys []string, build func(*sql.DB) error) error {
	if v.There() {
		return fmt.Errorf("make a database: %w", fs.ErrExist)
	}
	v.mu.Lock()
	v.making = true
	v.mu.Unlock()
	db, err := v.connect(keys, true)
	if err == nil {
		err = errors.Join(build(db), db.Close())
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.making = false
	if err != nil {
		v.image.restore()
		return err
	}
	return v.save()
}

// Fill puts a whole database, as it would lie in a file, into an empty vault.
// It is on the disk when Fill returns nil, and not at all otherwise. Where a
// database lies already the error is fs.ErrExist.
func (v *Vault) Fill(database []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.image.length > 0 || v.taken {
		return fmt.Errorf("fill the vault: %w", fs.ErrExist)
	}
	v.image.writeAt(database, 0)
	return v.save()
}

// Room tells why nothing can be saved any more: a refusal when the vault takes no
// changes or has stopped, nil while it goes on. A full disk is told by the commit.
func (v *Vault) Room() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.readOnly {
		return refusal.New(refusal.ReadOnly)
	}
	return v.stopped
}
