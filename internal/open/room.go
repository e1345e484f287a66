package open

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// A Room is an open record.
type Room struct {
	*binder.Binder
	Sample bool
	Today  func() day.Day
	Clock  func() day.Clock // the time of day, also where the day stands still
	now    func() time.Time
	cost   func() Cost // of a new passphrase
	data   string      // the data folder
	store  *store.Store
	vault  *vault.Vault // nil of a plain record
	shelf  store.Shelf

	copies     backup.Folder
	copying    sync.Mutex     // while a copy is made here, tried or removed
	carrying   sync.Mutex     // while something goes to the second folder; taken after copying, or alone
	noting     sync.Mutex     // of remembered; held for moments only
	remembered *copyState     // nil until it is read; of noting
	keeping    atomic.Bool    // copies are made by themselves
	copiedOn   atomic.Int64   // the day on which a change was last copied by itself
	behind     sync.WaitGroup // copies that are being made meanwhile

	attaching sync.RWMutex                                // shut while the attachments are sealed anew
	amiss     atomic.Pointer[map[string]*refusal.Refusal] // attachments by id, as last looked at; nil: not yet
}

// close closes the record, and forgets the key of one that was locked.
func (r *Room) close() error {
	r.lastCopy()
	err := r.store.Close()
	if r.vault != nil {
		err = errors.Join(err, r.vault.Close())
	}
	return err
}

// Setting is a setting of this record, which no act tells of; empty when it was
// never set.
func (r *Room) Setting(key string) (string, error) { return r.store.Setting(key) }

// SetSetting keeps a setting; an empty value forgets it.
func (r *Room) SetSetting(key, value string) error { return r.store.SetSetting(key, value) }

// Search finds the living entries that have every word of a text, or a word
// that begins with it; the best come first, at most limit.
func (r *Room) Search(text string, limit int) ([]Hit, error) { return r.store.Search(text, limit) }

// ReadOnly says whether the place of the record takes no changes.
func (r *Room) ReadOnly() bool { return r.store.ReadOnly() }

// Import brings a service-hours file into the open record: one deed, after a safe
// copy. It says how many entries it added.
func (r *Room) Import(file []byte) (int, error) {
	brought, err := exchange.Read(file)
	if err != nil {
		return 0, err
	}
	if err := r.takes(file); err != nil {
		return 0, err
	}
	if err := r.first(ImportCopy); err != nil {
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
