// Package open puts the program together: the data folder and its lock, the
// settings, the store, the binder and the clock. It alone knows all of them;
// the clock is read here and handed down.
package open

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/prefs"
	"midweek/internal/edge/store"
	"midweek/internal/sample"
)

// The files of a data folder.
const (
	ownFile    = "record.db"
	sampleFile = "sample.db"
)

// Unopenable says why a record was not opened. The file is as it was.
type Unopenable = store.Unopenable

// A Hit is an entry in which words were found.
type Hit = store.Hit

// Absent is the state of a place where no record was made yet, Newer that of a
// record for a newer program.
const (
	Absent = store.Absent
	Newer  = store.Newer
)

// absent says whether a record was not opened because there is none.
func absent(err error) bool {
	var shut *Unopenable
	return errors.As(err, &shut) && shut.State == Absent
}

// Options say where the program lives and which day it is.
type Options struct {
	Data   string  // the data folder; empty: the usual one
	Config string  // the settings folder; empty: the usual one
	Today  day.Day // freezes the day; none: the clock
}

// A House is the program with its folders. At most one record is open. Its
// methods may be called at once.
type House struct {
	data   string
	config string
	prefs  prefs.Folder
	frozen day.Day
	unlock func() // nil when another window has the folder
	still  bool   // nothing is locked, since nothing can be written

	moving sync.Mutex // while a record is opened or closed
	mu     sync.Mutex
	open   *Room
}

// A Room is an open record.
type Room struct {
	*binder.Binder
	Sample bool
	Today  func() day.Day
	Clock  func() day.Clock // the time of day, also where the day stands still
	store  *store.Store
	shelf  store.Shelf
	amiss  atomic.Pointer[map[string]*refusal.Refusal] // attachments by id, as last looked at; nil: not yet
}

// New finds the folders and makes them, for this person only, and takes the
// lock of the data folder. Another window's lock is store.ErrLocked.
func New(o Options) (*House, error) {
	h := &House{data: o.Data, frozen: o.Today}
	config := o.Config
	if config == "" {
		base, err := os.UserConfigDir()
		if err != nil {
			return nil, fmt.Errorf("finding the settings folder: %w", err)
		}
		config = filepath.Join(base, "midweek")
	}
	if h.data == "" {
		h.data = filepath.Join(config, "data")
	}
	h.config, h.prefs = config, prefs.In(config)
	unlock, err := store.Lock(h.data)
	if errors.Is(err, store.ErrReadOnly) {
		// Where nobody can write there is nothing to lock; it can be looked at.
		unlock, err, h.still = func() {}, nil, true
	}
	h.unlock = unlock
	return h, err
}

// ErrLocked is another window that has the data folder.
var ErrLocked = store.ErrLocked

// Journal is the file in which the program's own failures are noted.
func (h *House) Journal() string { return filepath.Join(h.config, "journal.txt") }

// Folder is the data folder, to be shown to the person.
func (h *House) Folder() string { return h.data }

// Prefs are the settings.
func (h *House) Prefs() prefs.Folder { return h.prefs }

// Room is the open record, or nil.
func (h *House) Room() *Room {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.open
}

func (h *House) lay(room *Room) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.open = room
}

func (h *House) own() store.Place { return store.Plain(h.data, ownFile) }

// Own opens the family's record. Where there is none, or none that can be
// opened, it fails with *Unopenable and what lies there stays as it is.
func (h *House) Own() error {
	h.moving.Lock()
	defer h.moving.Unlock()
	return h.enterOwn()
}

func (h *House) enterOwn() error { return h.enter(h.own(), false) }

// Locked says whether another window has the data folder.
func (h *House) Locked() bool { return h.unlock == nil }

// Begin makes the family's record with a child in it; author is the name that
// will stand beside its entries. A record that was begun and has no child yet
// goes on.
func (h *House) Begin(author, child string) error {
	h.moving.Lock()
	defer h.moving.Unlock()
	err := h.begin(author)
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
// made when there is none, and says how many entries it added or changed. A
// file that cannot be read makes nothing.
func (h *House) BeginWith(author, path string) (int, error) {
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
	if absent(err) {
		err = h.begin(cmp.Or(author, userName()))
	}
	if err != nil {
		return 0, err
	}
	return h.Room().Import(file)
}

func (h *House) begin(author string) error {
	if err := h.create(h.own(), author); err != nil {
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
	if h.Locked() {
		return ErrLocked
	}
	if err := history.CheckAuthor(author); err != nil {
		return err
	}
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
func fine(err error) bool {
	var there *Unopenable
	return errors.As(err, &there) && there.State == store.Fine
}

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

func (h *House) enter(place store.Place, isSample bool) error {
	if h.Locked() {
		return ErrLocked
	}
	if err := h.leave(); err != nil {
		return err
	}
	s, err := store.Open(place)
	if err != nil {
		return err
	}
	if h.still && !s.ReadOnly() {
		return errors.Join(store.ErrReadOnly, s.Close())
	}
	room, err := h.room(s, isSample)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	h.lay(room)
	return nil
}

func (h *House) room(s *store.Store, isSample bool) (*Room, error) {
	author, err := s.Setting("author")
	if err != nil {
		return nil, err
	}
	if author == "" {
		return nil, &Unopenable{State: Absent}
	}
	room := &Room{Sample: isSample, Today: h.today(isSample), Clock: clock, store: s, shelf: shelf(h.data, isSample)}
	kept, err := projected(s)
	if err != nil {
		return nil, err
	}
	device := &device{prefs: h.prefs, record: s.RecordID()}
	room.Binder = binder.Open(binder.Env{
		Store: s, Record: s.RecordID(), Today: room.Today, Now: h.instant(isSample),
		Writer: history.Writer{Author: author, Random: random},
		Read:   exchange.ReadNoun, Write: exchange.WriteNoun,
		Device: device.choose, Written: device.wrote, Attachments: erasing{room.shelf},
	}, kept)
	return room, nil
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

// Search finds the living entries that have every word of a text, or a word
// that begins with it; the best come first, at most limit.
func (r *Room) Search(text string, limit int) ([]Hit, error) { return r.store.Search(text, limit) }

// ReadOnly says whether the place of the record takes no changes.
func (r *Room) ReadOnly() bool { return r.store.ReadOnly() }

// Import brings a service-hours file into the open record: one deed. It says
// how many entries it added.
func (r *Room) Import(file []byte) (int, error) {
	brought, err := exchange.Read(file)
	if err != nil {
		return 0, err
	}
	return r.Binder.Import(func(h *history.History) ([]history.Change, error) {
		undate(brought, h)
		changes, err := exchange.Changes(brought, exchange.FileHash(file))
		return exchange.New(changes, h), err
	})
}

// undate takes from rows the instant that Export gave them: a copy of this
// very record brings nothing new.
func undate(brought *record.Record, h *history.History) {
	for i := range brought.Sessions {
		row := &brought.Sessions[i]
		acts := h.EntryActs(history.Key{Noun: history.Session, ID: row.ID})
		if len(acts) > 0 && row.EnteredAt == acts[0].At {
			row.EnteredAt = ""
		}
	}
}

// SaveCopy writes the open record to a file, as service-hours. The person was
// asked about a file that is there.
func (r *Room) SaveCopy(path string) error {
	whole, err := r.Export()
	if err != nil {
		return err
	}
	data, err := exchange.Write(whole)
	if err != nil {
		return err
	}
	return exchange.Save(path, data, true)
}

// Leave closes the open record.
func (h *House) Leave() error {
	h.moving.Lock()
	defer h.moving.Unlock()
	return h.leave()
}

func (h *House) leave() error {
	room := h.Room()
	if room == nil {
		return nil
	}
	h.lay(nil)
	return room.store.Close()
}

// Close closes the record and gives the folder free.
func (h *House) Close() error {
	err := h.Leave()
	if h.unlock != nil {
		h.unlock()
		h.unlock = nil
	}
	return err
}

func (h *House) today(isSample bool) func() day.Day {
	if frozen := h.stopped(isSample); frozen != day.None {
		return func() day.Day { return frozen }
	}
	return func() day.Day { return day.FromTime(time.Now()) }
}

// stopped is the day at which a record's clock stands still; none for the
// clock's own.
func (h *House) stopped(isSample bool) day.Day {
	if h.frozen == day.None && isSample {
		return sample.Today()
	}
	return h.frozen
}

func clock() day.Clock {
	now := time.Now()
	return day.At(now.Hour(), now.Minute())
}

// instant is the clock as acts tell it, read once for day and time. On a
// frozen day only the time of day goes on.
func (h *House) instant(isSample bool) func() string {
	frozen := h.stopped(isSample)
	return func() string {
		now := time.Now()
		on := frozen
		if on == day.None {
			on = day.FromTime(now)
		}
		return on.String() + now.Format("T15:04:05-07:00")
	}
}

func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b)
	return b
}
