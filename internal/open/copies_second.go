package open

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/store"
)

// A SecondFolder is where copies go beside this computer's own, best on a stick
// or another disk.
type SecondFolder struct {
	Dir   string           // as it was chosen; empty: none is
	Last  time.Time        // when a copy last came there; zero: never
	There bool             // it can be reached now
	Err   *refusal.Refusal // why the latest try failed; nil: it did not
}

// Second is the second folder.
func (r *Room) Second() SecondFolder {
	s := SecondFolder{}
	s.Dir, _ = r.Setting(secondKey)
	if text, err := r.Setting(outsideKey); err == nil {
		s.Last, _ = time.Parse(time.RFC3339, text)
	}
	_, s.There = r.second()
	if f := r.state().Second; f != nil && s.Dir != "" {
		s.Err = f.refusal()
	}
	return s
}

// second is the folder of this record's copies in the second folder. It is made
// when the folder is chosen, so that the place where a stick used to be is not
// taken for the stick.
func (r *Room) second() (backup.Folder, bool) {
	dir, err := r.Setting(secondKey)
	if err != nil || dir == "" {
		return backup.Folder{}, false
	}
	own := r.ownFolder(dir)
	info, err := os.Stat(own)
	return backup.In(own), err == nil && info.IsDir()
}

// ownFolder is this record's folder in another: records that share a stick keep
// theirs apart.
func (r *Room) ownFolder(dir string) string {
	sum := sha256.Sum256([]byte(r.store.RecordID()))
	return filepath.Join(dir, "midweek-copies-"+hex.EncodeToString(sum[:4]))
}

// SetSecond chooses the second folder, where a copy can be written at once; empty
// chooses none. What lies in the one before stays.
func (r *Room) SetSecond(dir string) error {
	if r.Sample {
		return refusal.New(refusal.NoCopies)
	}
	r.carrying.Lock()
	defer r.carrying.Unlock()
	if dir != "" {
		whole, err := filepath.Abs(dir)
		if err == nil {
			dir, err = whole, r.tryFolder(whole)
		}
		if err != nil {
			return err
		}
	}
	if former, err := r.Setting(secondKey); err != nil || former == dir {
		return err
	}
	if err := errors.Join(r.SetSetting(secondKey, dir), r.SetSetting(outsideKey, "")); err != nil {
		return err
	}
	r.remembers(func(s *copyState) { s.Second = nil })
	return nil
}

// tryFolder refuses a folder that could not be the second one.
func (r *Room) tryFolder(dir string) error {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return refusal.New(refusal.SecondGone)
	}
	if within(dir, r.data) {
		return refusal.New(refusal.SecondInside)
	}
	return backup.In(r.ownFolder(dir)).Try()
}

// within says whether a folder is another or lies in it, by whatever way.
func within(dir, other string) bool {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	if real, err := filepath.EvalSymlinks(other); err == nil {
		other = real
	}
	way, err := filepath.Rel(other, dir)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// CopyToSecond copies the record as it stands, and the attachments that are
// missing there, to the second folder.
func (r *Room) CopyToSecond() error {
	if r.Sample {
		return refusal.New(refusal.NoCopies)
	}
	if dir, err := r.Setting(secondKey); err != nil || dir == "" {
		return errors.Join(err, refusal.New(refusal.SecondNone))
	}
	if _, reachable := r.second(); !reachable {
		return refusal.New(refusal.SecondGone)
	}
	if err := r.copyNow(AskedCopy); err != nil {
		return err
	}
	r.carrying.Lock()
	defer r.carrying.Unlock()
	return r.carryOut()
}

// carryOut brings the newest copy and the attachments to the second folder. A
// failure is kept, to be shown. Of carrying.
func (r *Room) carryOut() error {
	if r.ReadOnly() {
		return store.ErrReadOnly
	}
	err := r.carry()
	if backup.IsGone(err) && refusal.From(err) == nil {
		err = fmt.Errorf("%w (%w)", refusal.New(refusal.SecondGone), err)
	}
	if err != nil {
		r.remembers(func(s *copyState) { s.Second = r.note("", err) })
		return err
	}
	if r.state().Second != nil {
		r.remembers(func(s *copyState) { s.Second = nil })
	}
	return r.SetSetting(outsideKey, r.now().Format(time.RFC3339))
}

func (r *Room) carry() error {
	second, _ := r.second()
	newest, err := r.newest()
	if err != nil || newest == nil {
		return err
	}
	if err := r.copies.Carry(newest.Name, second); err != nil {
		return err
	}
	r.attaching.RLock() // while the attachments are sealed with one key
	defer r.attaching.RUnlock()
	if _, err = backup.CarryPapers(r.papersDir(), r.papersIn(second.Dir())); err != nil || r.vault == nil {
		return err
	}
	return r.lockSecond(second)
}

// lockSecond removes from the second folder what lies open there of a record that
// was locked for good since, now that a locked copy is there.
func (r *Room) lockSecond(second backup.Folder) error {
	all, err := second.List()
	for _, c := range all {
		if !c.Locked && err == nil {
			err = second.Remove(c.Name)
		}
	}
	if err == nil {
		err = backup.RemovePapers(filepath.Join(second.Dir(), ownPapers))
	}
	return err
}

// papersDir is the folder of the attachments as they lie.
func (r *Room) papersDir() string {
	if r.vault != nil {
		return r.vault.PapersDir()
	}
	return filepath.Join(r.data, ownPapers)
}

// papersIn is where the attachments lie beside copies in another folder: as in
// the data folder.
func (r *Room) papersIn(dir string) string {
	if r.vault != nil {
		return filepath.Join(dir, lockedName+"-"+ownPapers, r.vault.KeyName())
	}
	return filepath.Join(dir, ownPapers)
}
