// Package binder is what a family can do with its record: fill in what
// happened, correct it, keep plans and calendars, take back a deed. There is
// one file for each screen. Each thing a person does is a deed: it is checked,
// written as acts in one transaction, folded and computed; what would leave an
// entry that the record cannot hold is refused, and nothing is changed.
//
// What the binder needs of the world (a store, a clock, the reader of values)
// it is given. It never sees a file.
package binder

import (
	"fmt"
	"sync"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

// A Store keeps acts, and beside them the values they fold to. Append writes
// all of a deed or nothing.
type Store interface {
	Acts() ([]history.Act, error)
	Append(acts []history.Act, changed []*history.Entry, heads []history.Hash) error
	// Take is Append for acts from elsewhere, whose redactions remove nothing.
	Take(acts []history.Act, changed []*history.Entry, heads []history.Hash) error
	Rebuild(*history.Folded) error
	ReadOnly() bool
	// ForgetDrafts drops what was typed and not saved.
	ForgetDrafts() error
	// Shrink writes the file anew, so that no room of what was removed is left.
	Shrink() error
}

// Attachments are the bytes that lie beside the record, by the ids of their
// entries. Delete is told which are to go; an id that is not there is no error.
type Attachments interface {
	Delete(ids []string) error
}

// An Env is what a binder has of the world outside.
type Env struct {
	Store  Store
	Record string // the record's id
	Today  func() day.Day
	Now    func() string // the clock's instant, as an act tells it
	Writer history.Writer
	Read   history.Reader
	Write  func(value any) ([]byte, error)
	// Device says which device writes, once the acts are known.
	Device func(*history.History) (string, error)
	// Check looks through the whole file when that is due, after the acts; nil
	// where nobody does.
	Check func() error
	// Attachments are the bytes beside the record; nil where there are none.
	Attachments Attachments
	// Written is told the hash of this device's last act, after it is kept.
	Written func(history.Hash)
}

// A Binder is an open record. Its methods may be called at once; they follow
// one another.
type Binder struct {
	env Env

	reading sync.Mutex // of the acts; taken before mu
	stale   bool       // the projection is of other acts than the table's; of reading

	mu      sync.Mutex
	history *history.History
	folded  *history.Folded
	found   *backs         // nil until asked for
	kept    *record.Record // what the projection held at the start, until the acts are read
	last    *Book          // what was computed last
	broken  error          // why the acts could not be taken
}

// Open begins with what the projection holds, when it is of the table's acts;
// the acts are read at the first need, or by Load.
func Open(env Env, kept *record.Record) *Binder {
	return &Binder{env: env, kept: kept, stale: kept == nil}
}

// Load reads and checks every act and folds them, if that has not been done.
// A projection that was folded from other acts is written anew. Meanwhile the
// record can be looked at as the projection has it.
func (b *Binder) Load() error {
	b.reading.Lock()
	defer b.reading.Unlock()
	if b.Loaded() {
		return nil
	}
	h, folded, err := b.read()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.broken = err; err != nil {
		return err
	}
	b.history, b.folded, b.found, b.kept = h, folded, nil, nil
	return nil
}

// Loaded says whether the acts have been read.
func (b *Binder) Loaded() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.folded != nil
}

func (b *Binder) read() (*history.History, *history.Folded, error) {
	acts, err := b.env.Store.Acts()
	if err != nil {
		return nil, nil, fmt.Errorf("reading the acts: %w", err)
	}
	h := history.New(b.env.Record)
	if err := h.Load(acts); err != nil {
		return nil, nil, err
	}
	if b.env.Check != nil {
		if err := b.env.Check(); err != nil {
			return nil, nil, err
		}
	}
	if b.env.Writer.Device, err = b.env.Device(h); err != nil {
		return nil, nil, fmt.Errorf("finding this device: %w", err)
	}
	folded := h.Fold(b.env.Read)
	if !b.stale || b.env.Store.ReadOnly() {
		return h, folded, nil
	}
	if err := b.env.Store.Rebuild(folded); err != nil {
		return nil, nil, fmt.Errorf("writing the projection: %w", err)
	}
	b.stale = false
	return h, folded, nil
}

// begin reads the acts and takes the lock, for a deed.
func (b *Binder) begin() (*Book, error) {
	if err := b.hold(true); err != nil {
		return nil, err
	}
	computed := false
	defer func() { // a panic must not keep the lock
		if !computed {
			b.mu.Unlock()
		}
	}()
	book, err := b.book()
	computed = err == nil
	return book, err
}

// hold takes the lock when there is something to look at: the acts, or where
// those need not be read, what the projection held. A deed that failed in
// between has dropped it; then it is read again.
func (b *Binder) hold(acts bool) error {
	for {
		b.mu.Lock()
		if b.folded != nil || !acts && b.kept != nil {
			return nil
		}
		b.mu.Unlock()
		if err := b.Load(); err != nil {
			return err
		}
	}
}

// A Book is the record on a day with what is computed from it. It is a value:
// nobody changes it, and several may read it at once.
type Book struct {
	Today  day.Day
	Record *record.Record
	Ledger *ledger.Ledger
	Folded *history.Folded // nil until the acts are read
}

// Book computes the record as of today.
func (b *Binder) Book() (*Book, error) {
	if err := b.hold(false); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	return b.book()
}

func (b *Binder) book() (*Book, error) {
	if b.broken != nil {
		return nil, b.broken
	}
	facts := b.kept
	if b.folded != nil {
		facts = b.folded.Record
	}
	book, err := b.compute(facts, b.folded)
	if err != nil {
		return nil, fmt.Errorf("computing the ledger: %w", err)
	}
	return book, nil
}

// compute is the book of some facts as of today. A deed asks for that of the
// facts after it to be sure that there is one, and the screen is drawn from the
// very same: the last book speaks for as long as facts and day are its own.
func (b *Binder) compute(facts *record.Record, folded *history.Folded) (*Book, error) {
	today := b.env.Today()
	if b.last != nil && b.last.Record == facts && b.last.Today == today {
		return b.last, nil
	}
	l, err := ledger.Compute(facts, today)
	if err != nil {
		return nil, err
	}
	b.last = &Book{Today: today, Record: facts, Ledger: l, Folded: folded}
	return b.last, nil
}

// Author is the name that stands beside what is written here.
func (b *Binder) Author() string { return b.env.Writer.Author }

// Now is the clock's instant, as an act would tell it.
func (b *Binder) Now() string { return b.env.Now() }

// Read decodes the value of an act.
func (b *Binder) Read(noun history.Noun, id string, value []byte) (any, error) {
	return b.env.Read(noun, id, value)
}
