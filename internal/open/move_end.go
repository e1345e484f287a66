package open

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"midweek/internal/core/history"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// What became of a move, for a notice.
const (
	movedLocked   = "locked"   // the record was being locked when the program ended; it is locked
	movedUnlocked = "unlocked" // it is a plain file, and the vault of before is gone
	movedBack     = "back"     // it was taken back: the record is as it was
	movedLeft     = "left"     // something plain could not be removed, and is tried again at the next start
)

// Moved says what became of a move of the record that was ended or taken back
// since the program started: locked, unlocked, back or left; empty for none.
func (h *House) Moved() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.moved
}

// tell notes what became of a move, or that something of it is left to be
// removed.
func (h *House) tell(became string, left error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.moved = became; left != nil {
		h.moved = movedLeft
	}
}

// settle ends or takes back a move that was cut off. A move that can be neither
// keeps the record shut, and nothing is removed.
func (h *House) settle() {
	m, err := h.marker()
	if err != nil {
		h.settleUnmarked(err)
		return
	}
	if m == nil {
		if lies(h.movingDir()) && !h.still {
			_ = h.endMove() // nothing but drafts; else at the next start
		}
		return
	}
	made, err := h.published(m)
	if err != nil && lies(h.file(ownFile)) {
		h.stuck = err
		return
	}
	switch {
	case err == nil && !made:
		h.lying = map[Mode]Mode{Locked: Plain, Plain: Locked}[m.To]
		if !h.still {
			h.backAtStart(m)
		}
	case m.To == Locked:
		h.lying = Locked
		if !h.still {
			h.tell(movedLocked, h.clean())
		}
	default:
		h.lying = Plain
		if !h.still && h.soundFile() == nil {
			h.forgetVault()
		}
	}
}

// settleUnmarked judges by what lies here alone, when the marker of a move
// cannot be read. Where one record lies it is whole: the other was not put in
// its place yet, or is gone already.
func (h *House) settleUnmarked(why error) {
	plain, locked := store.Look(h.plain()) != store.Absent, vault.Look(h.vaultPlace()) != vault.Absent
	switch {
	case plain && locked:
		h.stuck = why
	case !h.still:
		h.tell(movedBack, h.endMove())
	}
}

func (h *House) backAtStart(m *marker) {
	if h.takeBack(m, movedBack) == nil {
		h.lying = ""
	}
}

// soundFile opens the plain record and checks all of it, its acts too.
func (h *House) soundFile() error {
	s, err := store.Open(h.plain())
	if err != nil {
		return err
	}
	acts, err := s.Acts()
	if err == nil {
		err = history.New(s.RecordID()).Load(acts)
	}
	if err == nil {
		err = s.Check()
	}
	return errors.Join(err, s.Close())
}

// forgetVault removes the vault from which the record was moved.
func (h *House) forgetVault() {
	err := step("remove the vault", func() error { return vault.Remove(h.vaultPlace()) })
	if err == nil {
		err = h.endMove()
	}
	if err == nil {
		h.lying = ""
	}
	h.tell(movedUnlocked, err)
}

// settleUnlocked ends an earlier move to a plain file, before the record is
// locked again: the record is open, and its acts were checked.
func (h *House) settleUnlocked() error {
	if h.lying != Plain {
		return nil
	}
	if err := vault.Remove(h.vaultPlace()); err != nil {
		return err
	}
	if err := h.endMove(); err != nil {
		return err
	}
	h.lying = ""
	return nil
}

// clean removes all that lies open of a record that is in a vault now: plain
// copies, attachments, and at last the file itself.
func (h *House) clean() error {
	if err := h.cleanCopies(); err != nil {
		return err
	}
	if err := h.cleanPapers(); err != nil {
		return err
	}
	files, err := os.ReadDir(h.data)
	if err != nil {
		return err
	}
	for _, f := range files { // its journals come after it in order, and go first
		name := f.Name()
		if strings.HasPrefix(name, ownFile) && name != ownFile || strings.HasPrefix(name, ".room-") {
			if err := removeFile(h.file(name)); err != nil {
				return err
			}
		}
	}
	if err := removeFile(h.file(ownFile)); err != nil {
		return err
	}
	if err := syncFolder(h.data); err != nil {
		return err
	}
	return h.endMove()
}

// cleanCopies removes the plain copies of the record, and what was never
// finished of one.
func (h *House) cleanCopies() error {
	dir := h.copies().Dir()
	all, err := os.ReadDir(dir)
	if err != nil {
		return absentFine(err)
	}
	for _, e := range all {
		if name := e.Name(); strings.HasPrefix(name, "midweek-") && !strings.Contains(name, ".vault") && e.Type().IsRegular() {
			if err := removeFile(filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	return syncFolder(dir)
}

// cleanPapers removes every plain attachment, named or not. What is not the
// shelf's own stays.
func (h *House) cleanPapers() error {
	all, err := h.plainShelf(false).List()
	if err != nil {
		return err
	}
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = all[i].ID
	}
	return h.removePapers(ids)
}

// emptyShelf removes the folders of plain attachments in which nothing lies.
func (h *House) emptyShelf() error {
	dir := h.file(ownPapers)
	all, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range all {
		if err == nil && e.IsDir() && len(e.Name()) == 2 {
			err = removeEmpty(filepath.Join(dir, e.Name()))
		}
	}
	if err == nil {
		err = removeEmpty(dir)
	}
	if err == nil {
		err = syncFolder(h.data)
	}
	return err
}

func removeEmpty(dir string) error {
	if all, err := os.ReadDir(dir); err != nil || len(all) > 0 {
		return absentFine(err)
	}
	return removeFile(dir)
}
