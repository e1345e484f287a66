package open

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// A keptRestore is the latest restore, in the settings.
type keptRestore struct {
	Before string    `json:"before"` // the copy that was made before it
	At     time.Time `json:"at"`
}

// Restore makes the acts of a copy the record's, after a copy of how it was. At
// any moment the former record is there or the restored one, whole. Settings
// stay as they are, and words that were removed for good since the copy was made
// stay removed. What was written since is in the copy before, from which
// UndoRestore unites both. The room is another one afterwards.
func (h *House) Restore(name string) error { return h.RestoreWith(name, nil) }

// RestoreWith is Restore of a copy that was sealed with a former key, which a
// secret of its time opens.
func (h *House) RestoreWith(name string, secret *Secret) error {
	h.moving.Lock()
	defer h.moving.Unlock()
	room, err := h.family()
	if err != nil {
		return err
	}
	file, n, err := h.findCopy(name)
	if err != nil {
		return err
	}
	acts, err := room.readCopy(file, n, secret)
	if err != nil {
		return err
	}
	again, err := room.removedSince(acts)
	if err != nil {
		return err
	}
	before, err := room.MakeCopy(RestoreCopy)
	if err != nil {
		return copyFirst(err)
	}
	latest, err := json.Marshal(keptRestore{before.Name, h.now()})
	if err != nil {
		return err
	}
	return h.replace(room, func(s *store.Store, settings map[string]string) error {
		settings[restoredKey] = string(latest)
		return fill(s, settings, acts, again)
	})
}

// family is the open record of the family, which can be changed.
func (h *House) family() (*Room, error) {
	room := h.Room()
	switch {
	case room == nil:
		return nil, refusal.New(refusal.NoRecord)
	case room.Sample:
		return nil, refusal.New(refusal.NoCopies)
	case room.ReadOnly():
		return nil, store.ErrReadOnly
	}
	return room, nil
}

// removedSince are acts that remove from a copy the words that were removed from
// the record after it was made.
func (r *Room) removedSince(copied *history.History) ([]history.Act, error) {
	now, err := r.History()
	if err != nil {
		return nil, err
	}
	bared := now.Bared(copied)
	if len(bared) == 0 {
		return nil, nil
	}
	writer := history.Writer{Device: history.NewID(random), Author: r.Author(), Random: random}
	return copied.Write(writer, r.Now(), []history.Change{copied.Redact(bared, "other")})
}

// fill puts settings and acts into an empty record.
func fill(s *store.Store, settings map[string]string, acts *history.History, again []history.Act) error {
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		if err := s.SetSetting(key, settings[key]); err != nil {
			return err
		}
	}
	folded := acts.Fold(exchange.ReadNoun)
	if err := s.Take(values(acts), history.Changed(nil, folded), folded.Heads); err != nil || len(again) == 0 {
		return err
	}
	acts.Add(again)
	after := acts.Fold(exchange.ReadNoun)
	return s.Append(again, history.Changed(folded, after), after.Heads)
}

func values(h *history.History) []history.Act {
	var list []history.Act
	for _, a := range h.Acts() {
		list = append(list, *a)
	}
	return list
}

// replace puts another record in the place of the open one, which is built from
// nothing and keeps the settings, and opens it. When that fails the former one is
// opened again.
func (h *House) replace(room *Room, build func(s *store.Store, settings map[string]string) error) error {
	keeping := room.keeping.Swap(false)
	room.behind.Wait()
	room.copying.Lock()
	defer room.copying.Unlock()
	settings, err := room.store.Settings()
	if err != nil {
		return err
	}
	into := func(s *store.Store) error { return build(s, settings) }
	if room.vault == nil {
		err = h.replacePlain(room, into)
	} else {
		err = h.replaceLocked(room, into)
	}
	if next := h.Room(); next != nil {
		next.keeping.Store(keeping)
	}
	if err != nil {
		return fmt.Errorf("bringing back a copy: %w", err)
	}
	return nil
}

func (h *House) replacePlain(room *Room, build func(*store.Store) error) error {
	id := room.store.RecordID()
	h.lay(nil)
	if err := room.close(); err != nil {
		return errors.Join(err, h.enterOwn())
	}
	return errors.Join(store.Anew(h.data, ownFile, id, build), h.enterOwn())
}

func (h *House) replaceLocked(room *Room, build func(*store.Store) error) error {
	made := vault.InMemory()
	defer made.Close()
	s, err := store.Create(store.Locked(made), room.store.RecordID())
	if err == nil {
		err = errors.Join(build(s), s.Close())
	}
	if err != nil {
		return err
	}
	h.lay(nil)
	if err = room.store.Close(); err == nil {
		err = room.vault.Become(made)
	}
	return errors.Join(err, h.enterVault(room.vault))
}

// Restored is the copy that was made before the latest restore, while that can
// be taken back.
func (r *Room) Restored() (Copy, bool) {
	var k keptRestore
	if r.recall(restoredKey, &k) != nil {
		return Copy{}, false
	}
	n, ours := backup.Parse(k.Before)
	file := r.copies.File(n)
	if !ours || !there(file) {
		return Copy{}, false
	}
	return Copy{Name: k.Before, Made: n.Made, Kind: n.Kind, Acts: n.Acts, Here: true}, true
}

// UndoRestore unites the record with the copy that was made before the latest
// restore: what that had stands again, and nothing is lost that was written
// since. It can be done once.
func (h *House) UndoRestore() error { return h.UndoRestoreWith(nil) }

// UndoRestoreWith is UndoRestore when the key was changed since.
func (h *House) UndoRestoreWith(secret *Secret) error {
	h.moving.Lock()
	defer h.moving.Unlock()
	room, err := h.family()
	if err != nil {
		return err
	}
	before, can := room.Restored()
	if !can {
		return refusal.New(refusal.NotRestored)
	}
	file, n, err := h.findCopy(before.Name)
	if err != nil {
		return err
	}
	acts, err := room.readCopy(file, n, secret)
	if err != nil {
		return err
	}
	if err := room.first(RestoreCopy); err != nil {
		return err
	}
	if _, err := room.Unite(values(acts)); err != nil {
		return fmt.Errorf("uniting with the copy from before: %w", err)
	}
	return room.SetSetting(restoredKey, "")
}
