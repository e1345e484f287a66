package vault

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"midweek/internal/core/refusal"
)

// A Vault is unlocked: its database is in memory, its key too.
type Vault struct {
	place Place
	key   []byte // the data key

	mu       sync.Mutex
	image    *image
	at       *generation
	marker   marker
	readOnly bool
	making   bool  // commits wait until all is made
	loose    bool  // it lies in memory alone, and nothing is kept
	stopped  error // why nothing can be written any more
	id       string
	taken    bool // SQLite has the image open
	unclean  bool // it was not closed before it was opened
}

// ErrUncertain comes back when the disk did not confirm a commit and would not
// take the vault anew: the commit may be there after the next start. The vault
// takes no further change.
var ErrUncertain error = refusal.New(refusal.SaveUncertain)

// How long a log grows before the vault is written anew: so many bytes, and so
// many times the picture, when it is closed and while it is open.
const (
	logAtClose = 4 << 20
	logAtMost  = 32 << 20
)

// Create makes a vault with an empty database and opens it. Each secret opens
// it from then on; cost is that of the passphrases among them. Where anything
// lies already it is an *Unopenable.
func Create(p Place, cost Cost, secrets ...Secret) (*Vault, error) {
	p = p.settled()
	if _, u := p.look(); u.State != Absent {
		return nil, u
	}
	if err := p.make(); err != nil {
		return nil, err
	}
	v := &Vault{place: p, key: random(keySize), image: newImage(), marker: marker{place: p}}
	h := &header{vault: [16]byte(random(16)), generation: 1, salt: [32]byte(random(32))}
	var err error
	if h.slots, err = slotsOf(secrets, v.key, h.vault, cost); err != nil {
		return nil, err
	}
	if v.at, err = v.publish(h, v.key); err != nil {
		return nil, fmt.Errorf("make the vault: %w", named(err))
	}
	v.image.settle()
	v.marker.keep(v.at)
	v.register()
	return v, nil
}

// make makes the folder.
func (p Place) make() error {
	made, err := p.disk.makeFolder(p.Dir)
	if err == nil && made {
		err = p.disk.syncFolder(filepath.Dir(p.Dir))
	}
	if err != nil {
		return fmt.Errorf("make the vault's folder: %w", named(err))
	}
	return nil
}

// Opening is how a vault is opened that is not quite as it was left. The zero
// value refuses.
type Opening struct {
	Older   bool // go on with a copy that is older than what this computer last had
	Damaged bool // read what came before the damage; nothing can be written
	Reading bool // change nothing, whatever could be changed
}

// Open opens a vault with one of its secrets. A secret that opens no slot is a
// refusal; every other reason is an *Unopenable, and the files stay as they are.
func Open(p Place, secret Secret, how Opening) (*Vault, error) {
	p = p.settled()
	h, u := p.look()
	if u.State != Fine && u.State != ReadOnly {
		return nil, u
	}
	key, err := h.open(secret)
	if err != nil {
		return nil, err
	}
	v := &Vault{place: p, key: key, image: newImage(), marker: marker{place: p}}
	v.readOnly = u.State == ReadOnly || how.Reading
	if err := v.load(h, how); err != nil {
		v.wipe()
		return nil, err
	}
	if !v.readOnly {
		v.marker.keep(v.at)
	}
	v.register()
	return v, nil
}

// open finds the data key.
func (h *header) open(secret Secret) ([]byte, error) {
	for i := range h.slots {
		if key := h.slots[i].open(secret, h.vault); key != nil {
			return key, nil
		}
	}
	if secret.kind == recoverySlot {
		return nil, refusal.New(refusal.WrongRecovery)
	}
	return nil, refusal.New(refusal.WrongPassphrase)
}

// load reads the newest generation into the image.
func (v *Vault) load(h *header, how Opening) error {
	g := &generation{header: h}
	var err error
	if g.seal, err = newSealer(h, v.key); err != nil {
		return err
	}
	v.at = g
	if g.file, err = v.place.disk.open(v.place.file(h.generation), !v.readOnly); err != nil {
		return unopenable(err)
	}
	err = g.read(v.image)
	v.unclean = !g.closed
	var damaged *damagedError
	if errors.As(err, &damaged) && how.Damaged && g.picture > 0 {
		v.readOnly, err = true, nil
	}
	if err != nil {
		return unopenable(err)
	}
	if damaged == nil && !how.Older && v.place.mark(h.vault).ahead(g) {
		return &Unopenable{State: Older}
	}
	v.image.settle()
	return nil
}

// Unclean says whether the vault was not closed before it was opened: the program
// or the computer ended in the middle of something.
func (v *Vault) Unclean() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.unclean
}

// ReadOnly says whether nothing can be changed.
func (v *Vault) ReadOnly() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.readOnly || v.stopped != nil
}
