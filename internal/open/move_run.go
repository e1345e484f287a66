package open

import (
	"errors"
	"fmt"
	"path/filepath"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// A move is one under way in this process.
type move struct {
	marker
	house   *House
	from    *store.Store
	shelf   store.Shelf
	papers  []store.Paper
	secrets []Secret
}

// run closes the open record, so that nothing is written to it meanwhile, and
// moves it. What was done is taken back when a step fails. When the error is nil
// the record lies where it was to be moved, and is closed. Keeping says whether
// copies of it were made by themselves.
func (m *move) run() (keeping bool, err error) {
	room := m.house.Room()
	keeping = room.keeping.Swap(false)
	room.behind.Wait()
	room.copying.Lock()
	defer room.copying.Unlock()
	room.attaching.Lock()
	defer room.attaching.Unlock()
	m.house.lay(nil)
	return keeping, m.closed(room)
}

// closed moves the record of a room that nobody can reach any more.
func (m *move) closed(room *Room) (err error) {
	m.shelf = room.shelf
	m.papers, err = room.soundPapers()
	if m.To == Plain {
		for i := range m.papers {
			m.Papers = append(m.Papers, m.papers[i].ID)
		}
	}
	if err = errors.Join(err, room.store.Close()); err == nil {
		err = m.begin()
	}
	if err == nil {
		err = m.build(room)
	}
	if room.vault != nil {
		err = errors.Join(err, room.vault.Close())
	}
	if err == nil {
		err = m.publish()
	}
	if err != nil {
		return errors.Join(err, m.house.takeBack(&m.marker, ""))
	}
	return nil
}

// begin makes the folder of the move, with its marker. Where the new record is
// to lie there must be nothing.
func (m *move) begin() error {
	state := store.Look(m.house.plain())
	if m.To == Locked {
		state = store.State(vault.Look(m.house.vaultPlace()))
	}
	if state != store.Absent {
		return &Unopenable{State: state}
	}
	if err := m.house.endMove(); err != nil { // what could not be removed of an earlier one
		return err
	}
	if err := makeFolder(m.house.movingDir()); err != nil {
		return err
	}
	return m.house.mark(&m.marker)
}

// build makes all that is new, beside what is there, checks it, and notes that
// it is whole.
func (m *move) build(room *Room) (err error) {
	place, make := m.house.plain(), m.toVault
	if m.To == Plain {
		place, make = store.Locked(room.vault), m.toFile
	}
	if m.from, err = store.Open(place); err != nil {
		return err
	}
	name, err := make()
	if err := errors.Join(err, m.from.Close()); err != nil {
		return err
	}
	if m.Size, m.SHA256, err = sumOf(filepath.Join(m.house.movingDir(), name)); err != nil {
		return err
	}
	m.File = name
	return m.house.mark(&m.marker)
}

// toFile copies a locked record into a plain file.
func (m *move) toFile() (string, error) {
	err := step("copy the record", func() error { return store.Copy(m.from, m.house.plainDraft()) })
	shelf := m.house.plainShelf(false)
	for _, p := range m.papers {
		if err != nil {
			return "", err
		}
		err = step("copy an attachment", func() error { return putAnew(m.shelf, shelf, p) })
	}
	return ownFile, err
}

// putAnew copies an attachment to where a damaged one may lie, which somebody
// left there.
func putAnew(from, to store.Shelf, p store.Paper) error {
	papers := []store.Paper{p}
	err := store.CopyPapers(from, to, papers)
	if !errors.Is(err, store.ErrPaperDamaged) {
		return err
	}
	if err := to.Remove(p.ID); err != nil {
		return err
	}
	return store.CopyPapers(from, to, papers)
}

// toVault copies a plain record into a vault of one file, and opens that again.
func (m *move) toVault() (string, error) {
	var v *vault.Vault
	err := step("make the vault", func() (err error) {
		v, err = vault.Create(m.house.vaultDraft(), m.house.cost(), m.secrets...)
		return inStore(err)
	})
	if err != nil {
		return "", err
	}
	err = m.fill(v)
	err = errors.Join(err, step("close the vault", v.Close))
	if err == nil {
		err = step("open the vault again", m.proveVault)
	}
	if err != nil {
		return "", err
	}
	files, err := filepath.Glob(filepath.Join(m.house.movingDir(), lockedName+"-*.vault"))
	if err == nil && len(files) != 1 {
		err = fmt.Errorf("the new vault has %d files", len(files))
	}
	if err != nil {
		return "", err
	}
	return filepath.Base(files[0]), nil
}

func (m *move) fill(v *vault.Vault) error {
	err := step("copy the record", func() error { return store.Copy(m.from, store.Locked(v)) })
	shelf := store.CoatedShelf(v.PapersDir, random, v)
	for _, p := range m.papers {
		if err == nil {
			err = step("copy an attachment", func() error { return store.CopyPapers(m.shelf, shelf, []store.Paper{p}) })
		}
	}
	if err == nil {
		m.Sealed, err = filepath.Rel(m.house.movingDir(), v.PapersDir())
	}
	if err == nil {
		err = step("write the vault anew", v.Forget)
	}
	return err
}

// proveVault opens the new vault from the disk, with every secret, and compares
// what it holds with the record.
func (m *move) proveVault() error {
	v, err := vault.Open(m.house.vaultDraft(), m.secrets[0], Opening{Reading: true})
	if err != nil {
		return inStore(err)
	}
	err = m.from.Same(store.Locked(v))
	for _, other := range m.secrets[1:] {
		if err == nil {
			_, err = v.SlotOf(other)
		}
	}
	return errors.Join(err, v.Close())
}

// publish puts what was made in its place, the record last: with it the move is
// made.
func (m *move) publish() error {
	h := m.house
	if from := filepath.Join(h.movingDir(), m.Sealed); m.Sealed != "" && lies(from) {
		if err := makeFolder(filepath.Dir(h.file(m.Sealed))); err != nil {
			return err
		}
		if err := publish(from, h.file(m.Sealed)); err != nil {
			return err
		}
	}
	return publish(filepath.Join(h.movingDir(), m.File), h.file(m.File))
}

// takeBack undoes a move that was not made. The record's new file goes first:
// while it lies in its place the one before must not be written to, or the next
// start would take the wrong one. What became of the move is told.
func (h *House) takeBack(m *marker, became string) error {
	err := h.unpublish(m)
	if err != nil {
		h.stuck = fmt.Errorf("%w (%w)", refusal.New(refusal.RecordMoving), err)
		return h.stuck
	}
	h.tell(became, h.tidy(m))
	return nil
}

func (h *House) unpublish(m *marker) error {
	if m.File == "" || !lies(h.file(m.File)) {
		return nil
	}
	if err := removeFile(h.file(m.File)); err != nil {
		return err
	}
	return syncFolder(h.data)
}

// tidy removes what a move had put beside the record before it was taken back.
func (h *House) tidy(m *marker) error {
	if m.Sealed != "" {
		if err := removeTree(h.file(m.Sealed)); err != nil {
			return err
		}
		_ = removeFile(filepath.Dir(h.file(m.Sealed))) // unless another key's lie there
	}
	if m.To == Plain {
		if err := h.removePapers(m.Papers); err != nil {
			return err
		}
	}
	return h.endMove()
}

// removePapers removes plain attachments by their ids, what was never finished
// of any, and folders that are empty then.
func (h *House) removePapers(ids []string) error {
	shelf := h.plainShelf(false)
	err := step("remove the unfinished", func() error {
		_, err := shelf.Sweep(func(string) bool { return true }, h.now())
		return err
	})
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := step("remove an attachment", func() error { return shelf.Remove(id) }); err != nil {
			return err
		}
	}
	return h.emptyShelf()
}

// endMove removes the folder of a move, its marker last.
func (h *House) endMove() error {
	if err := removeTree(h.movingDir(), markerFile); err != nil {
		return err
	}
	if err := removeFile(filepath.Join(h.movingDir(), markerFile)); err != nil {
		return err
	}
	if err := removeFile(h.movingDir()); err != nil {
		return err
	}
	return syncFolder(h.data)
}
