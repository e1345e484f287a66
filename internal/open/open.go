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
	"sync"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/edge/prefs"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
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

// The states in which the window goes on otherwise than by telling: Absent is a
// place where no record was made yet, Sealed a vault that waits for a secret,
// Older and Damaged what can be opened after all, Newer a record for a newer
// program.
const (
	Absent  = store.Absent
	Sealed  = store.Sealed
	Older   = store.Older
	Damaged = store.Damaged
	Newer   = store.Newer
)

// is says whether a record was not opened because of a state.
func is(err error, state store.State) bool {
	var shut *Unopenable
	return errors.As(err, &shut) && shut.State == state
}

// absent says whether a record was not opened because there is none.
func absent(err error) bool { return is(err, Absent) }

// Options say where the program lives and which day it is.
type Options struct {
	Data   string  // the data folder; empty: the usual one
	Config string  // the settings folder; empty: the usual one
	Today  day.Day // freezes the day; none: the clock

	Cost   Cost                   // of one try of a new passphrase; zero: calibrated for this computer
	Now    func() time.Time       // the clock; nil: the system's
	Secret func() (string, error) // asks for the passphrase of a locked record, for Keep; nil: there is nobody to ask
}

// A House is the program with its folders. At most one record is open. Its
// methods may be called at once.
type House struct {
	data   string
	config string
	prefs  prefs.Folder
	frozen day.Day
	now    func() time.Time
	cost   func() Cost
	free   func() // gives the folder free; nil when another window has it
	still  bool   // nothing is held, since nothing can be written

	moving sync.Mutex // while a record is opened, closed or moved
	lying  Mode       // where the record lies, after a move that left something of the other mode; else empty
	stuck  error      // why a move can neither be ended nor be taken back
	mu     sync.Mutex
	open   *Room
	moved  string // see Moved
}

// New finds the folders and makes them, for this person only, and takes the
// data folder for itself. Another window's is ErrInUse.
func New(o Options) (*House, error) {
	h := &House{frozen: o.Today, now: o.Now}
	if h.now == nil {
		h.now = time.Now
	}
	h.cost = func() Cost {
		if o.Cost != (Cost{}) {
			return o.Cost
		}
		return vault.Calibrated(h.now)
	}
	config, data, err := o.folders()
	if err != nil {
		return nil, err
	}
	h.data = data
	h.config, h.prefs = config, prefs.In(config)
	free, err := store.Lock(h.data)
	if errors.Is(err, store.ErrReadOnly) {
		// Where nobody can write there is nothing to lock; it can be looked at.
		free, err, h.still = func() {}, nil, true
	}
	h.free = free
	if err == nil {
		h.settle()
	}
	return h, err
}

// folders are where the program lives, when nothing else is said where the
// system has such things.
func (o Options) folders() (config, data string, err error) {
	config, data = o.Config, o.Data
	if config == "" {
		base, err := os.UserConfigDir()
		if err != nil {
			return "", "", fmt.Errorf("finding the settings folder: %w", err)
		}
		config = filepath.Join(base, "midweek")
	}
	return config, cmp.Or(data, filepath.Join(config, "data")), nil
}

// ErrInUse is another window that has the data folder.
var ErrInUse = store.ErrLocked

// InUse says whether another window has the data folder.
func (h *House) InUse() bool { return h.free == nil }

// Journal is the file in which the program's own failures are noted.
func (h *House) Journal() string { return filepath.Join(h.config, "journal.txt") }

// Folder is the data folder, to be shown to the person.
func (h *House) Folder() string { return h.data }

// Now is the time by the clock that the house was given.
func (h *House) Now() time.Time { return h.now() }

// Prefs are the settings.
func (h *House) Prefs() prefs.Folder { return h.prefs }

// Today is the day, also while no record is open.
func (h *House) Today() day.Day { return h.today(false)() }

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
	return room.close()
}

// Close closes the record and gives the folder free. What changed goes to the
// second folder first, if that can be reached.
func (h *House) Close() error {
	if room := h.Room(); room != nil {
		room.lastCarried()
	}
	err := h.Leave()
	if h.free != nil {
		h.free()
		h.free = nil
	}
	return err
}

func (h *House) today(isSample bool) func() day.Day {
	if frozen := h.stopped(isSample); frozen != day.None {
		return func() day.Day { return frozen }
	}
	return func() day.Day { return day.FromTime(h.now()) }
}

// stopped is the day at which a record's clock stands still; none for the
// clock's own.
func (h *House) stopped(isSample bool) day.Day {
	if h.frozen == day.None && isSample {
		return sample.Today()
	}
	return h.frozen
}

func (h *House) clock() day.Clock {
	now := h.now()
	return day.At(now.Hour(), now.Minute())
}

// instant is the clock as acts tell it, read once for day and time. On a
// frozen day only the time of day goes on.
func (h *House) instant(isSample bool) func() string {
	frozen := h.stopped(isSample)
	return func() string {
		now := h.now()
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
