package app

import (
	"strconv"

	"midweek/app/window"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// Lock is how the family's record is kept from others: whether it is locked, what
// opens it, and when it is locked again.
type Lock struct{ Desk *Desk }

// A LockView is the screen of the lock.
type LockView struct {
	Frame   Frame     `json:"frame"`
	State   string    `json:"state"` // plain, locked, sample
	Keys    []LockKey `json:"keys"`
	Spare   bool      `json:"spare"`   // a further passphrase can be added
	Minutes int       `json:"minutes"` // until it is locked when nobody is there
	Kept    bool      `json:"kept"`    // this computer opens it without the passphrase
	Word    string    `json:"word"`    // what is typed to make it plain
}

// A LockKey is one way to open the record.
type LockKey struct {
	ID       string `json:"id"`
	Name     string `json:"name"` // Mom; the recovery key
	Recovery bool   `json:"recovery"`
}

// mostKeys is how many ways to open the record there can be.
const mostKeys = 8

func (v *LockView) frame() *Frame { return &v.Frame }

// View shows the screen of the lock.
func (l *Lock) View(child string) (*LockView, error) { return look(l.Desk, child, drawLock) }

// Undo takes back the latest deed.
func (l *Lock) Undo(child string) (*LockView, error) { return undo(l.Desk, child, drawLock) }

// Redo does it again.
func (l *Lock) Redo(child string) (*LockView, error) { return redo(l.Desk, child, drawLock) }

func drawLock(s *sheet) (*LockView, error) {
	v := &LockView{Frame: s.frame(), State: "plain", Keys: []LockKey{}, Minutes: idleUsual, Word: words.Put("lock.word")}
	switch {
	case s.room.Sample:
		v.State = "sample"
	case s.room.Locked():
		v.State, v.Minutes, v.Kept = "locked", idleMinutes(s.room), s.outside.Prefs().Kept
		v.Keys = keysOf(s.room)
		v.Spare = len(v.Keys) < mostKeys
	}
	return v, nil
}

// keysOf are the ways to open a record, the passphrases first.
func keysOf(room *open.Room) []LockKey {
	list, recovery := []LockKey{}, []LockKey{}
	all := keyNames(room)
	for _, slot := range room.Keys() {
		if slot.Recovery {
			recovery = append(recovery, LockKey{keyID(slot.ID), words.Put("lock.key.recovery"), true})
			continue
		}
		name := all[keyID(slot.ID)]
		if name == "" {
			name = words.Put("lock.key.n", "n", words.Number(len(list)+1))
		}
		list = append(list, LockKey{keyID(slot.ID), name, false})
	}
	return append(list, recovery...)
}

// Idle sets how many minutes nobody may be there before the record is locked.
func (l *Lock) Idle(child string, minutes int) (view *LockView, err error) {
	return l.keyed(child, "lock.did.idle", func(room *open.Room) error {
		if minutes < idleLeast || minutes > idleMost {
			return refusal.At("minutes", refusal.New(refusal.OutOfBounds,
				"value", words.Number(minutes), "low", words.Number(idleLeast), "high", words.Number(idleMost)))
		}
		return room.SetSetting(idleSetting, strconv.Itoa(minutes))
	})
}

// A PlainForm makes a locked record plain: its passphrase, and a word that is
// typed so that nobody does it by a slip.
type PlainForm struct {
	Present string `json:"present"`
	Word    string `json:"word"`
}

// Plain makes a locked record one that every program reads.
func (l *Lock) Plain(form PlainForm) (view *StartView, err error) {
	defer window.Mend(&err)
	room, err := l.Desk.room()
	if err != nil {
		return nil, err
	}
	if err := isPresent(room, form.Present); err != nil {
		return nil, err
	}
	if typed(form.Word) != words.Put("lock.word") {
		return nil, refusal.At("word", refusal.New(refusal.WordTyped, "word", words.Put("lock.word")))
	}
	if err := l.Desk.House.UnlockRecord(form.Present); err != nil {
		return nil, err
	}
	_ = l.Desk.forgetKept()
	return l.did("lock.did.plain")
}
