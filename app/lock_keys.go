package app

import (
	"encoding/hex"
	"encoding/json"

	"midweek/app/window"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/keychain"
	"midweek/internal/edge/prefs"
	"midweek/internal/open"
)

// namesSetting is the name of the setting with the names of the keys, which lies
// in the record: while it is locked nobody reads who opens it.
const namesSetting = "lock.names"

// A KeyForm changes, adds or removes a passphrase.
type KeyForm struct {
	ID         string `json:"id"`      // of the one to remove
	Name       string `json:"name"`    // whose it is, of one to add
	Present    string `json:"present"` // a passphrase that opens the record
	Passphrase string `json:"passphrase"`
}

// keyNamed is whose passphrase each key is, by its id.
type keyNamed map[string]string

func keyNames(room *open.Room) keyNamed {
	n := keyNamed{}
	text, err := room.Setting(namesSetting)
	if err != nil || text == "" || json.Unmarshal([]byte(text), &n) != nil {
		return keyNamed{}
	}
	return n
}

func keyID(id [4]byte) string { return hex.EncodeToString(id[:]) }

func (n keyNamed) put(id [4]byte, name string) { n[keyID(id)] = name }

// keep keeps the names of the keys that there are.
func (n keyNamed) keep(room *open.Room) error {
	there := keyNamed{}
	for _, slot := range room.Keys() {
		if name := n[keyID(slot.ID)]; name != "" {
			there.put(slot.ID, name)
		}
	}
	text, err := json.Marshal(there)
	if err != nil {
		return err
	}
	return room.SetSetting(namesSetting, string(text))
}

// Change puts a new passphrase in the place of the present one.
func (l *Lock) Change(child string, form KeyForm) (*LockView, error) {
	return l.keyed(child, "lock.did.changed", func(room *open.Room) error {
		present := open.Passphrase(form.Present)
		defer present.Forget()
		slot, err := room.KeyOf(present)
		if err != nil {
			return refusal.At("present", err)
		}
		return l.Desk.rekey(room, slot, form.Passphrase)
	})
}

// rekey sets a new passphrase in a key's place, under the same name. The key
// store has the one before, so it forgets it.
func (d *Desk) rekey(room *open.Room, slot open.Slot, text string) error {
	if err := goodEnough(text, namesIn(room)...); err != nil {
		return err
	}
	secret := open.Passphrase(text)
	defer secret.Forget()
	if _, err := room.KeyOf(secret); err == nil {
		return refusal.At("passphrase", refusal.New(refusal.SamePassphrase))
	}
	list := keyNames(room)
	name := list[keyID(slot.ID)]
	if err := room.ChangeKey(slot.ID, secret); err != nil {
		return err
	}
	d.forgetKept()
	now, err := room.KeyOf(secret)
	if err != nil {
		return err
	}
	list.put(now.ID, name)
	return list.keep(room)
}

// Add lets another adult open the record with a passphrase of their own.
func (l *Lock) Add(child string, form KeyForm) (*LockView, error) {
	form.Name = typed(form.Name)
	return l.keyed(child, "lock.did.added", func(room *open.Room) error {
		if err := history.CheckAuthor(form.Name); err != nil {
			return err
		}
		if err := isPresent(room, form.Present); err != nil {
			return err
		}
		if err := goodEnough(form.Passphrase, append(namesIn(room), form.Name)...); err != nil {
			return err
		}
		secret := open.Passphrase(form.Passphrase)
		defer secret.Forget()
		if _, err := room.KeyOf(secret); err == nil {
			return refusal.At("passphrase", refusal.New(refusal.SamePassphrase))
		}
		if err := room.AddKey(secret); err != nil {
			return err
		}
		slot, err := room.KeyOf(secret)
		if err != nil {
			return err
		}
		list := keyNames(room)
		list.put(slot.ID, form.Name)
		return list.keep(room)
	})
}

// Remove takes a passphrase away. The one that is typed for it stays.
func (l *Lock) Remove(child string, form KeyForm) (*LockView, error) {
	return l.keyed(child, "lock.did.removed", func(room *open.Room) error {
		present := open.Passphrase(form.Present)
		defer present.Forget()
		own, err := room.KeyOf(present)
		if err != nil {
			return refusal.At("present", err)
		}
		for _, slot := range room.Keys() {
			if keyID(slot.ID) != form.ID || slot.Recovery || slot == own {
				continue
			}
			if err := room.RemoveKey(slot.ID); err != nil {
				return err
			}
			l.Desk.forgetKept()
			return keyNames(room).keep(room)
		}
		return refusal.At("id", refusal.New(refusal.Missing))
	})
}

// Keep puts the present passphrase into the key store of this computer, so that
// the record opens by itself.
func (l *Lock) Keep(child string, form KeyForm) (*LockView, error) {
	return l.keyed(child, "lock.did.kept", func(room *open.Room) error {
		if err := isPresent(room, form.Present); err != nil {
			return err
		}
		if err := keychain.Keep(l.Desk.House.Folder(), form.Present); err != nil {
			return refusal.New(refusal.NoKeychain)
		}
		return l.Desk.Outside.ChangePrefs(func(p *prefs.Prefs) { p.Kept = true })
	})
}

// Unkeep takes the passphrase out of the key store.
func (l *Lock) Unkeep(child string) (*LockView, error) {
	return l.keyed(child, "lock.did.unkept", func(*open.Room) error { return l.Desk.forgetKept() })
}

// forgetKept takes the passphrase out of the key store, where it is there. The
// setting goes first: from then on nobody asks for it.
func (d *Desk) forgetKept() error {
	if !d.Outside.Prefs().Kept {
		return nil
	}
	if err := d.Outside.ChangePrefs(func(p *prefs.Prefs) { p.Kept = false }); err != nil {
		return err
	}
	if keychain.Forget(d.House.Folder()) != nil {
		return refusal.New(refusal.NoKeychain)
	}
	return nil
}

// keyed changes the keys of the locked record, one change at a time, and draws the
// screen. No act tells of it, so there is nothing to undo.
func (l *Lock) keyed(child, did string, do func(*open.Room) error) (view *LockView, err error) {
	defer window.Mend(&err)
	room, err := l.Desk.room()
	if err != nil {
		return nil, err
	}
	if !room.Locked() {
		return nil, refusal.New(refusal.PlainRecord)
	}
	if room.ReadOnly() {
		return nil, refusal.New(refusal.ReadOnly)
	}
	if err := do(room); err != nil {
		return nil, err
	}
	view, err = look(l.Desk, child, drawLock)
	if err == nil {
		view.Frame.Did = words.Put(did)
	}
	return view, err
}
