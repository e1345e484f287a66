package app

import (
	"errors"

	"midweek/app/window"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/keychain"
	"midweek/internal/edge/store"
	"midweek/internal/open"
)

// A Door is what stands before a locked record.
type Door struct {
	Keys []Choice `json:"keys"` // of the state renew: whose passphrase the new one replaces
}

// A DoorForm opens a locked record: by the passphrase or, when it is forgotten, by
// the recovery key.
type DoorForm struct {
	Passphrase string `json:"passphrase"`
	Recovery   string `json:"recovery"`
}

// A RenewForm sets a passphrase in the place of one that was forgotten.
type RenewForm struct {
	Key        string `json:"key"`
	Passphrase string `json:"passphrase"`
}

// Unlock opens the locked record. A wrong passphrase is refused at its field; a
// record that is not as it was left is told as such, and can be opened by
// OpenAnyway.
func (s *Start) Unlock(form DoorForm) (view *StartView, err error) {
	defer window.Mend(&err)
	field, byKey := "passphrase", form.Recovery != ""
	secret := open.Passphrase(form.Passphrase)
	if byKey {
		field = "recovery"
		if secret, err = open.Recovery(form.Recovery); err != nil {
			return nil, refusal.At(field, err)
		}
	} else if form.Passphrase == "" {
		return nil, refusal.At(field, refusal.New(refusal.Missing))
	}
	return s.unlock(secret, field, open.Opening{}, byKey)
}

func (s *Start) unlock(secret open.Secret, field string, how open.Opening, byKey bool) (*StartView, error) {
	bolt := &s.Desk.bolt
	err := s.Desk.House.Unlock(secret, how)
	var shut *open.Unopenable
	switch {
	case err == nil:
		renew := byKey && !s.Desk.House.Room().ReadOnly()
		bolt.opened(renew)
		secret.Forget()
		return s.opened()
	case errors.As(err, &shut) && shut.State == open.Absent && how.Damaged: // nothing came before the damage
		bolt.try(nil)
		return s.rescue(string(open.Damaged)), nil
	case errors.As(err, &shut) && shut.State == open.Absent: // cut off before there was anything in it
		return s.View()
	case errors.As(err, &shut):
		if anyway(shut.State) != "" {
			bolt.try(&secret)
		}
		return s.shut(shut)
	}
	if why := refusal.From(err); why != nil && (why.Code == refusal.WrongPassphrase || why.Code == refusal.WrongRecovery) {
		bolt.missed()
	}
	return nil, refusal.At(field, err)
}

// anyway is how a record that is not as it was left can be opened after all, as
// the code of the words for it; empty when it cannot.
func anyway(state store.State) string {
	switch state {
	case open.Older:
		return "older"
	case open.Damaged:
		return "damaged"
	}
	return ""
}

// OpenAnyway opens the record that Unlock told of: an older copy as it is, or what
// came before the damage, which can only be read.
func (s *Start) OpenAnyway() (view *StartView, err error) {
	defer window.Mend(&err)
	secret := s.Desk.bolt.trying()
	if secret == nil {
		return s.View()
	}
	return s.unlock(*secret, "", open.Opening{Older: true, Damaged: true}, false)
}

// Renew sets a new passphrase after somebody came in by the recovery key.
func (s *Start) Renew(form RenewForm) (view *StartView, err error) {
	defer window.Mend(&err)
	room, err := s.Desk.room()
	if err != nil {
		return nil, err
	}
	if !s.Desk.bolt.renewing() {
		return s.opened()
	}
	for _, slot := range room.Keys() {
		if slot.Recovery || form.Key != "" && keyID(slot.ID) != form.Key {
			continue
		}
		if err := s.Desk.rekey(room, slot, form.Passphrase); err != nil {
			return nil, err
		}
		s.Desk.bolt.opened(false)
		return s.opened()
	}
	return nil, refusal.At("key", refusal.New(refusal.Missing))
}

// renew asks for a new passphrase, before anything of the record is shown.
func (s *Start) renew(room *open.Room) *StartView {
	v := &StartView{State: "renew", Frame: emptyFrame(), Door: Door{[]Choice{}}}
	for _, key := range keysOf(room) {
		if !key.Recovery {
			v.Door.Keys = append(v.Door.Keys, Choice{key.ID, key.Name})
		}
	}
	return v
}

// unlockKept opens the locked record by the passphrase in the key store, where it
// was put there on request. After the record was locked in this sitting, it is
// asked for.
func (d *Desk) unlockKept() bool {
	if !d.Outside.Prefs().Kept || d.bolt.handLocked() {
		return false
	}
	text := keychain.Find(d.House.Folder())
	if text == "" {
		return false
	}
	secret := open.Passphrase(text)
	defer secret.Forget()
	if d.House.Unlock(secret, open.Opening{}) != nil {
		return false
	}
	d.bolt.opened(false)
	return true
}
