package app

import (
	"crypto/rand"
	"errors"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"midweek/app/window"
	"midweek/internal/core/block"
	"midweek/internal/core/history"
	"midweek/internal/core/passphrase"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// What keys are made for.
const (
	forBegin    = "begin"    // a new record
	forLock     = "lock"     // the plain record that is open
	forRecovery = "recovery" // a new recovery key in the place of the one before
	forNewKey   = "new_key"  // all sealed anew
)

// A SetupForm asks for keys. What it has of secrets is forgotten at once.
type SetupForm struct {
	For        string `json:"for"` // begin, lock, recovery, new_key
	Child      string `json:"child"`
	Author     string `json:"author"`
	Present    string `json:"present"`    // the passphrase that holds, of a locked record
	Passphrase string `json:"passphrase"` // the new one; not asked for a new recovery key
}

// A SetupView is the recovery key, for as long as somebody writes it down.
type SetupView struct {
	Groups []string `json:"groups"` // nine of four signs
	Code   Picture  `json:"code"`   // the same, for a camera
	Asked  []int    `json:"asked"`  // the numbers of the groups that are to be typed back, from 1
	Saved  string   `json:"saved"`  // where the sheet was saved, or empty
}

// A Suggested is a passphrase to take or to leave.
type Suggested struct {
	Text string `json:"text"`
}

// making are keys while they are made: before the recovery key has been typed
// back nothing of them is on the disk.
type making struct {
	form       SetupForm // without its secrets
	passphrase open.Secret
	recovery   open.Secret
	key        string // the recovery key as it is printed
	asked      []int
	saved      string
}

func (m *making) forget() {
	m.passphrase.Forget()
	m.recovery.Forget()
	m.key = ""
}

// Suggest draws five words.
func (l *Lock) Suggest() (view *Suggested, err error) {
	defer window.Mend(&err)
	text, err := open.SuggestPassphrase()
	if err != nil {
		return nil, err
	}
	return &Suggested{text}, nil
}

// Prepare looks at the passphrase and makes a recovery key. Nothing is written.
func (l *Lock) Prepare(form SetupForm) (view *SetupView, err error) {
	defer window.Mend(&err)
	form.Child, form.Author = typed(form.Child), typed(form.Author)
	if err := l.mayMake(form); err != nil {
		return nil, err
	}
	m := &making{form: form, asked: pickTwo(keyGroups)}
	m.passphrase = open.Passphrase(form.Passphrase)
	m.form.Passphrase, m.form.Present = "", ""
	m.recovery, m.key = open.NewRecovery()
	l.Desk.bolt.make(m)
	return m.view()
}

// mayMake refuses a form that no keys are made for, each at its field.
func (l *Lock) mayMake(form SetupForm) error {
	if form.For == forBegin {
		if form.Child == "" {
			return refusal.At("child", refusal.New(refusal.Missing))
		}
		if err := history.CheckAuthor(form.Author); err != nil {
			return err
		}
		return goodEnough(form.Passphrase, form.Child, form.Author)
	}
	room, err := l.Desk.room()
	if err != nil {
		return err
	}
	if form.For != forLock {
		if err := isPresent(room, form.Present); err != nil {
			return err
		}
	}
	if form.For == forRecovery {
		return nil
	}
	return goodEnough(form.Passphrase, namesIn(room)...)
}

// goodEnough refuses a new passphrase at its field.
func goodEnough(text string, names ...string) error {
	return refusal.At("passphrase", passphrase.Check(text, names...))
}

// namesIn are the names that a passphrase should not have in it.
func namesIn(room *open.Room) []string {
	names := []string{room.Author()}
	if book, err := room.Book(); err == nil {
		for i := range book.Record.Children {
			names = append(names, book.Record.Children[i].Name)
		}
	}
	return names
}

// isPresent refuses a text that does not open the record, at its field.
func isPresent(room *open.Room, text string) error {
	secret := open.Passphrase(text)
	defer secret.Forget()
	_, err := room.KeyOf(secret)
	return refusal.At("present", err)
}

// keyGroups is how many parts a printed recovery key has, and twice how many of them
// are typed back.
const (
	keyGroups = 9
	twice     = 2
)

// pickTwo are two different numbers from 1 to n, in their order.
func pickTwo(n int) []int {
	var list []int
	for len(list) < twice {
		sign, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
		if err != nil {
			return []int{1, n} // any two will do
		}
		if one := int(sign.Int64()) + 1; !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	slices.Sort(list)
	return list
}

func (m *making) view() (*SetupView, error) {
	square, err := open.Square(m.key)
	if err != nil {
		return nil, err
	}
	marks, side := square.Marks()
	code := pictureOf("code", block.Figure{Width: side, Height: side, Marks: marks})
	return &SetupView{Groups: open.Groups(m.key), Code: code, Asked: m.asked, Saved: m.saved}, nil
}

// Sheet asks where to save the sheet with the recovery key, and saves it.
func (l *Lock) Sheet() (view *SetupView, err error) {
	defer window.Mend(&err)
	m := l.Desk.bolt.made()
	if m == nil {
		return nil, refusal.New(refusal.NothingMade)
	}
	page, err := open.RecoverySheet(m.key, l.Desk.House.Today())
	if err != nil {
		return nil, err
	}
	// The name says nothing of what it opens.
	if m.saved, err = l.Desk.savePage("sheet", page); err != nil {
		return nil, err
	}
	return m.view()
}

// Drop forgets keys that are being made.
func (l *Lock) Drop() (err error) {
	defer window.Mend(&err)
	l.Desk.bolt.make(nil)
	return nil
}

// Finish compares the groups that were typed back, and has the keys hold from
// now on.
func (l *Lock) Finish(typedBack []string) (view *StartView, err error) {
	defer window.Mend(&err)
	m := l.Desk.bolt.made()
	if m == nil {
		return nil, refusal.New(refusal.NothingMade)
	}
	for i, n := range m.asked {
		if i >= len(typedBack) || signs(typedBack[i]) != open.Groups(m.key)[n-1] {
			return nil, refusal.At("groups["+strconv.Itoa(i)+"]", refusal.New(refusal.GroupsTyped))
		}
	}
	if view, err = l.finish(m); err != nil {
		return nil, err
	}
	l.Desk.bolt.make(nil)
	return view, nil
}

// signs are those of a group however it was typed.
func signs(text string) string {
	text = strings.NewReplacer("O", "0", "I", "1", "L", "1", " ", "", "-", "").Replace(strings.ToUpper(text))
	return text
}

func (l *Lock) finish(m *making) (*StartView, error) {
	start := &Start{l.Desk}
	switch m.form.For {
	case forBegin:
		if err := l.Desk.House.Begin(m.form.Author, m.form.Child, m.passphrase, m.recovery); err != nil {
			return nil, err
		}
		if err := errors.Join(start.firstStep(), nameOwn(l.Desk.House.Room(), m.passphrase)); err != nil {
			return nil, err
		}
		l.Desk.bolt.opened(false)
		return start.opened()
	case forLock:
		if err := l.Desk.House.LockRecord(m.passphrase, m.recovery); err != nil {
			return nil, err
		}
		if err := nameOwn(l.Desk.House.Room(), m.passphrase); err != nil {
			return nil, err
		}
		l.Desk.bolt.opened(false)
		return l.did("lock.did.locked")
	}
	room, err := l.Desk.room()
	if err != nil {
		return nil, err
	}
	if m.form.For == forNewKey {
		if err := l.newKey(room, m); err != nil {
			return nil, err
		}
		return l.did("lock.did.new_key")
	}
	if err := renewRecovery(room, m.recovery); err != nil {
		return nil, err
	}
	return l.did("lock.did.recovery")
}

// did is the open record, with what was done.
func (l *Lock) did(code string) (*StartView, error) {
	view, err := (&Start{l.Desk}).opened()
	if err == nil && view.State == "open" && view.Frame.Did == "" {
		view.Frame.Did = words.Put(code)
	}
	return view, err
}

// renewRecovery puts a recovery key in the place of the one before.
func renewRecovery(room *open.Room, secret open.Secret) error {
	for _, slot := range room.Keys() {
		if slot.Recovery {
			return room.ChangeKey(slot.ID, secret)
		}
	}
	return room.AddKey(secret)
}

// newKey seals everything anew. Whoever opened the record with another passphrase
// is asked to set theirs again.
func (l *Lock) newKey(room *open.Room, m *making) error {
	if _, err := room.KeyOf(m.passphrase); err == nil {
		return refusal.At("passphrase", refusal.New(refusal.SamePassphrase))
	}
	if err := room.NewKey(m.passphrase, m.recovery); err != nil {
		return err
	}
	l.Desk.forgetKept()
	return nameOwn(room, m.passphrase)
}

// nameOwn gives the one passphrase that there is the name of the record's author.
func nameOwn(room *open.Room, secret open.Secret) error {
	slot, err := room.KeyOf(secret)
	if err != nil {
		return err
	}
	names := keyNamed{}
	names.put(slot.ID, room.Author())
	return names.keep(room)
}
