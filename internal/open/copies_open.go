package open

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// OpenCopy makes a copy the family's record on a computer that has none yet, or
// one that cannot be opened: that is kept aside as .damaged-DAY. The copy is read
// whole and checked first; the attachments that lie beside it come along. A
// locked copy needs one of its secrets, and opens with the same ones afterwards.
//
// Without a folder the path is the name of a copy in the data folder. A locked
// copy without a secret is Sealed.
func (h *House) OpenCopy(path string, s *Secret) error {
	h.moving.Lock()
	defer h.moving.Unlock()
	if n, ours := backup.Parse(path); ours {
		path = h.copies().File(n)
	}
	if h.InUse() {
		return ErrInUse
	}
	if h.still {
		return store.ErrReadOnly
	}
	if room := h.Room(); room != nil && !room.Sample {
		return refusal.New(refusal.AlreadyThere)
	}
	acts := -1
	if n, ours := backup.Parse(filepath.Base(path)); ours {
		acts = n.Acts
	}
	if _, err := backup.Verify(path, acts, copyOpener{secret: s, any: true}); err != nil {
		return err
	}
	if err := h.mayMakeWay(s); err != nil {
		return err
	}
	if err := h.leave(); err != nil {
		return err
	}
	if vault.IsFile(path) {
		return h.openLockedCopy(path, *s)
	}
	return h.openPlainCopy(path)
}

func (h *House) openPlainCopy(path string) error {
	draft := filepath.Join(h.data, ownFile+".copy")
	if err := backup.Bring(path, draft); err != nil {
		return err
	}
	err := h.makeWay()
	if err == nil {
		err = backup.Publish(draft, filepath.Join(h.data, ownFile))
	}
	if err != nil {
		return errors.Join(err, os.Remove(draft))
	}
	if err := h.enterOwn(); err != nil {
		return err
	}
	return h.bringPapers(path, ownPapers)
}

func (h *House) openLockedCopy(path string, s Secret) error {
	v, err := vault.OpenFile(path, s)
	if err != nil {
		return inStore(err)
	}
	err = h.makeWay()
	if err == nil {
		err = v.Settle(h.vaultPlace())
	}
	if err != nil {
		return errors.Join(inStore(err), v.Close())
	}
	papers := filepath.Join(lockedName+"-"+ownPapers, v.KeyName())
	if err := h.enterVault(v); err != nil {
		return err
	}
	return h.bringPapers(path, papers)
}

// bringPapers copies the attachments that lie beside a copy, or beside its
// folder.
func (h *House) bringPapers(path, papers string) error {
	for _, dir := range []string{filepath.Dir(path), filepath.Dir(filepath.Dir(path))} {
		from, to := filepath.Join(dir, papers), filepath.Join(h.data, papers)
		if within(from, to) {
			return nil // it was one of this computer's own
		}
		if _, err := backup.CarryPapers(from, to); err != nil {
			return err
		}
	}
	return nil
}

// mayMakeWay refuses to put a copy where a record lies that can be opened, now or
// by a newer program. A locked one that the copy's secret does not open may be
// sound, and is left.
func (h *House) mayMakeWay(s *Secret) error {
	switch {
	case h.stuck != nil:
		return &Unopenable{State: store.Moving, Err: h.stuck}
	case h.lying == Plain: // the vault is that of before
		return mayLeave(h.plain())
	}
	switch state := vault.Look(h.vaultPlace()); state {
	case vault.Absent:
		return mayLeave(h.plain())
	case vault.Fine, vault.ReadOnly:
		return h.mayBreak(s)
	default:
		return mayGo(store.State(state))
	}
}

// mayBreak says nothing of a vault whose inside is damaged.
func (h *House) mayBreak(s *Secret) error {
	if s == nil {
		return refusal.New(refusal.AlreadyThere)
	}
	v, err := vault.Open(h.vaultPlace(), *s, Opening{Reading: true, Older: true})
	var shut *vault.Unopenable
	if errors.As(err, &shut) {
		return mayGo(store.State(shut.State))
	}
	if err != nil {
		return refusal.New(refusal.AlreadyThere)
	}
	defer v.Close()
	return mayLeave(store.Locked(v))
}

// mayLeave says nothing of a record that no program can open, nor of one whose
// acts do not fit together.
func mayLeave(p store.Place) error {
	err := mayGo(store.Look(p))
	if err != nil && broken(p) {
		return nil
	}
	return err
}

func broken(p store.Place) bool {
	s, err := store.Read(p)
	if err != nil {
		return false
	}
	defer s.Close()
	acts, err := s.Acts()
	if err != nil {
		return false
	}
	var at *history.Broken
	return errors.As(history.New(s.RecordID()).Load(acts), &at)
}

// mayGo says nothing of what no program can open.
func mayGo(state store.State) error {
	switch state {
	case store.Absent, store.Empty, store.Foreign, store.Damaged:
		return nil
	case store.Newer, store.Unreadable:
		return &Unopenable{State: state}
	}
	return refusal.New(refusal.AlreadyThere)
}

// makeWay gives what lies in the record's place other names, which no program
// looks for.
func (h *House) makeWay() error {
	entries, err := os.ReadDir(h.data)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !isRecordFile(e.Name()) {
			continue
		}
		name := filepath.Join(h.data, e.Name())
		if err := os.Rename(name, aside(name, day.FromTime(h.now()))); err != nil {
			return fmt.Errorf("keeping aside what cannot be opened: %w", err)
		}
	}
	return nil
}

// isRecordFile says whether a file is the record, a generation of it, or what
// SQLite left beside it.
func isRecordFile(name string) bool {
	if name == ownFile || name == ownFile+"-journal" || name == ownFile+"-wal" || name == ownFile+"-shm" {
		return true
	}
	number, vaults := strings.CutSuffix(strings.TrimPrefix(name, lockedName+"-"), ".vault")
	_, err := strconv.ParseUint(number, 10, 63)
	return vaults && err == nil && strings.HasPrefix(name, lockedName+"-")
}

// aside is a free name for what is kept.
func aside(name string, on day.Day) string {
	free := name + ".damaged-" + on.String()
	for nr := 2; ; nr++ {
		if _, err := os.Lstat(free); errors.Is(err, fs.ErrNotExist) {
			return free
		}
		free = name + ".damaged-" + on.String() + "-" + strconv.Itoa(nr)
	}
}
