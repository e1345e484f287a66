package open

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
	"midweek/internal/sample"
)

// plain is the place of a record that is not locked.
func (h *House) plain() store.Place { return store.Plain(h.data, ownFile) }

// Own opens the family's record, unless it is open. Where there is none, or none
// that can be opened, it fails with *Unopenable and what lies there stays as it
// is; a locked record is Sealed, and opened by Unlock.
func (h *House) Own() error {
	h.moving.Lock()
	defer h.moving.Unlock()
	return h.enterOwn()
}

func (h *House) enterOwn() error {
	if room := h.Room(); room != nil && !room.Sample {
		return nil
	}
	if h.InUse() {
		return ErrInUse
	}
	if err := h.sealed(); err != nil {
		return err
	}
	return h.enter(h.plain(), false)
}

// Begin makes the family's record with a child in it; author is the name that
// will stand beside its entries. With secrets the record is locked, and each of
// them opens it; without, it is a plain file. A record that was begun and has no
// child yet goes on.
func (h *House) Begin(author, child string, secrets ...Secret) error {
	h.moving.Lock()
	defer h.moving.Unlock()
	err := h.begin(author, secrets)
	if fine(err) && h.enterOwn() == nil && h.childless() {
		err = nil
	}
	if err != nil {
		return err
	}
	return h.Room().SaveChild(iep.Child{Name: child}, "")
}

func (h *House) childless() bool {
	book, err := h.Room().Book()
	return err == nil && len(book.Record.Children) == 0
}

// BeginWith brings a service-hours file into the family's record, which is
// made when there is none, locked when there are secrets, and says how many
// entries it added or changed. A file that cannot be read makes nothing.
func (h *House) BeginWith(author, path string, secrets ...Secret) (int, error) {
	file, err := exchange.ReadFile(path)
	if err != nil {
		return 0, err
	}
	if _, err := exchange.Read(file); err != nil {
		return 0, err
	}
	h.moving.Lock()
	defer h.moving.Unlock()
	err = h.enterOwn()
	if absent(err) && len(secrets) > 0 {
		err = cmp.Or(fits(0, int64(len(file))), err)
	}
	if absent(err) {
		err = h.begin(cmp.Or(author, userName()), secrets)
	}
	if err != nil {
		return 0, err
	}
	return h.Room().Import(file)
}

func (h *House) begin(author string, secrets []Secret) error {
	if h.InUse() {
		return ErrInUse
	}
	if err := history.CheckAuthor(author); err != nil {
		return err
	}
	if err := h.sealed(); err != nil {
		return err
	}
	if len(secrets) > 0 {
		return h.beginLocked(author, secrets)
	}
	if err := h.create(h.plain(), author); err != nil {
		return err
	}
	return h.enterOwn()
}

// seeding is the author of what comes with the sample family. While it is the
// record's author, the sample is not all there.
const seeding = "Midweek"

// Sample opens the sample family, making its file at the first time. What
// comes with it was not written by the person who looks around, so Undo stops
// before it.
func (h *House) Sample() error {
	h.moving.Lock()
	defer h.moving.Unlock()
	if h.InUse() {
		return ErrInUse
	}
	place := store.Plain(h.data, sampleFile)
	err := h.enter(place, true)
	if absent(err) {
		if err = h.create(place, seeding); err == nil {
			err = h.enter(place, true)
		}
	}
	if err != nil || h.Room().Author() != seeding {
		return err
	}
	if _, err := h.Room().Import(sample.File()); err != nil {
		return err
	}
	if err := h.Room().store.SetSetting("author", sample.Author); err != nil {
		return err
	}
	return h.enter(place, true)
}

// create makes a record with its author. One that was cut off before it had an
// author was never begun, and gets one now.
func (h *House) create(place store.Place, author string) error {
	s, err := store.Create(place, history.NewID(random))
	if fine(err) {
		s, err = nameless(place, err)
	}
	if err != nil {
		return err
	}
	return errors.Join(s.SetSetting("author", author), s.Close())
}

// fine says whether no record was made because there is one.
func fine(err error) bool { return is(err, store.Fine) }

// nameless opens a record that has no author yet; of any other the error is
// the one given.
func nameless(place store.Place, there error) (*store.Store, error) {
	s, err := store.Open(place)
	if err != nil {
		return nil, err
	}
	author, err := s.Setting("author")
	if err == nil && author != "" {
		err = there
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// enter opens a plain record, in the place of the one that is open.
func (h *House) enter(place store.Place, isSample bool) error {
	if err := h.leave(); err != nil {
		return err
	}
	s, err := h.openStore(place, nil, isSample)
	if err != nil {
		return err
	}
	if h.still && !s.ReadOnly() {
		return errors.Join(store.ErrReadOnly, s.Close())
	}
	return h.furnish(&Room{Sample: isSample, store: s, shelf: h.plainShelf(isSample)})
}

// openStore opens a record. The family's own is copied before a newer program
// changes its shape.
func (h *House) openStore(place store.Place, v *vault.Vault, isSample bool) (*store.Store, error) {
	if isSample {
		return store.Open(place)
	}
	return store.OpenAfter(place, h.upgrading(v))
}

// furnish puts together what an open record needs, and lays it open. What cannot
// be is closed.
func (h *House) furnish(room *Room) error {
	err := h.bind(room)
	if err != nil {
		return errors.Join(err, room.close())
	}
	h.lay(room)
	return nil
}

func (h *House) bind(room *Room) error {
	s := room.store
	author, err := s.Setting("author")
	if err != nil {
		return err
	}
	if author == "" {
		if heads, err := s.Heads(); err != nil || len(heads) == 0 {
			return cmp.Or(err, error(&Unopenable{State: Absent}))
		}
		author = userName()
	}
	kept, err := projected(s)
	if err != nil {
		return err
	}
	room.data, room.copies = h.data, h.copies()
	room.Today, room.Clock, room.now, room.cost = h.today(room.Sample), h.clock, h.now, h.cost
	device := &device{prefs: h.prefs, record: s.RecordID()}
	room.Binder = binder.Open(binder.Env{
		Store: s, Record: s.RecordID(), Today: room.Today, Now: h.instant(room.Sample),
		Writer: history.Writer{Author: author, Random: random},
		Read:   exchange.ReadNoun, Write: exchange.WriteNoun,
		Device: device.choose, Written: func(last history.Hash) { device.wrote(last); room.wrote() },
		Attachments: erasing{room.shelf}, Check: room.checkUp,
	}, kept)
	return nil
}

// projected is the record as the projection has it, or nil when that was
// folded from other acts than the table holds, or by another version.
func projected(s *store.Store) (*record.Record, error) {
	kept, folded, err := s.Projected()
	if err != nil {
		return nil, fmt.Errorf("reading the projection: %w", err)
	}
	heads, err := s.Heads()
	if err != nil {
		return nil, fmt.Errorf("reading the heads: %w", err)
	}
	if !slices.Equal(folded, heads) {
		return nil, nil
	}
	return kept, nil
}
