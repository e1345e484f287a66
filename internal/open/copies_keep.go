package open

import (
	"errors"
	"path/filepath"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
)

// drillEvery is how often the newest copy is read back by itself.
const drillEvery = 30 * 24 * time.Hour

// Housekeep makes the copies that nobody asks for: it belongs after the first
// screen, and before the program ends. When something changed since the newest
// copy it makes one, brings it to the second folder if that can be reached,
// thins out, and once a month reads the newest copy back. From the first call on
// the first change of a day is copied by itself, and so is the last one when the
// record is closed. What fails is kept, to be shown, and stops nobody.
func (r *Room) Housekeep() error {
	if r.Sample || r.ReadOnly() {
		return nil
	}
	r.keeping.Store(true)
	return errors.Join(r.keepHere(), r.keepSecond())
}

func (r *Room) keepHere() error {
	r.copying.Lock()
	defer r.copying.Unlock()
	errs := []error{r.copyIfChanged(""), r.thin(r.copies)}
	if last := r.LastDrill(); r.now().Sub(last.At) >= drillEvery {
		_, err := r.drill()
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// keepSecond can take long: a stick may be slow, and many attachments missing on
// it. Nothing else waits for it.
func (r *Room) keepSecond() error {
	r.carrying.Lock()
	defer r.carrying.Unlock()
	second, reachable := r.second()
	if !reachable {
		return nil
	}
	return errors.Join(r.carryOut(), r.thin(second))
}

// copyIfChanged makes a copy when the newest one is not of what the record holds
// now. Without a kind it is the day's, or, where the day has one, one of how
// things were left.
func (r *Room) copyIfChanged(kind CopyKind) error {
	heads, err := r.headsNow()
	if err != nil || heads == "" {
		return err
	}
	newest, err := r.newest()
	if err != nil {
		return err
	}
	if known := r.state(); newest != nil && newest.String() == known.Last && known.Heads == heads {
		return nil
	}
	if kind == "" {
		kind = r.kindNow()
	}
	_, err = r.makeCopy(kind)
	return err
}

func (r *Room) kindNow() CopyKind {
	all, err := r.copies.List()
	today := r.now().Format(time.DateOnly)
	for _, f := range all {
		if err == nil && f.Kind == DailyCopy && f.Made.Format(time.DateOnly) == today {
			return ExitCopy
		}
	}
	return DailyCopy
}

// newest is the newest copy here of the record as it lies now; nil when there is
// none.
func (r *Room) newest() (*backup.Found, error) {
	all, err := r.copies.List()
	for i := range all {
		if all[i].Locked == (r.vault != nil) {
			return &all[i], err
		}
	}
	return nil, err
}

// wrote is told of every change. The first of a day is copied behind it.
func (r *Room) wrote() {
	today := int64(day.FromTime(r.now()))
	if r.Sample || !r.keeping.Load() || r.copiedOn.Swap(today) == today {
		return
	}
	r.behind.Go(func() {
		r.copying.Lock()
		defer r.copying.Unlock()
		if r.kindNow() == DailyCopy {
			_ = r.copyIfChanged(DailyCopy) // a failure is kept, to be shown
		}
	})
}

// lastCopy waits for what is being copied, and copies what changed since.
func (r *Room) lastCopy() {
	r.behind.Wait()
	if !r.keeping.Swap(false) {
		return
	}
	_ = r.copyNow("") // a failure is kept, to be shown
}

// lastCarried makes the last copy and brings it to the second folder, when the
// program ends. To lock the record does not wait for a stick.
func (r *Room) lastCarried() {
	r.behind.Wait()
	if !r.keeping.Load() || r.copyNow("") != nil {
		return
	}
	r.carrying.Lock()
	defer r.carrying.Unlock()
	if second, reachable := r.second(); reachable && !r.isIn(second) {
		_ = r.carryOut() // a failure is kept, to be shown
	}
}

// copyNow is copyIfChanged while no other copy is made.
func (r *Room) copyNow(kind CopyKind) error {
	r.copying.Lock()
	defer r.copying.Unlock()
	return r.copyIfChanged(kind)
}

// isIn says whether the newest copy lies in a folder.
func (r *Room) isIn(folder backup.Folder) bool {
	newest, err := r.newest()
	return err == nil && newest != nil && there(folder.File(newest.Name))
}

// thin removes the copies that the rule does not keep. It removes none that may
// be of another record.
func (r *Room) thin(folder backup.Folder) error {
	all, err := folder.List()
	if err != nil {
		return err
	}
	var names []backup.Name
	for _, f := range all {
		if f.Locked == (r.vault != nil) {
			names = append(names, f.Name)
		}
	}
	kept := backup.Thin(names, r.now())
	var gone []string
	var errs []error
	for _, n := range names {
		if len(kept[n.String()]) == 0 && r.isOurs(folder.File(n)) {
			errs = append(errs, folder.Remove(n))
			gone = append(gone, n.String())
		}
	}
	r.removed(gone)
	return errors.Join(errs...)
}

// isOurs says whether a copy is of this record.
func (r *Room) isOurs(file string) bool {
	if r.vault != nil {
		return r.vault.Same(file)
	}
	s, err := store.Read(store.Plain(filepath.Dir(file), filepath.Base(file)))
	if err != nil {
		return false
	}
	defer s.Close()
	return s.RecordID() == r.store.RecordID()
}

// A Drill is what came of reading a copy back, whole, as if it were needed.
type Drill struct {
	At  time.Time // zero: there was none yet
	Of  Copy
	Err *refusal.Refusal // nil when all was well
}

// A keptDrill is a Drill in the settings.
type keptDrill struct {
	At   time.Time    `json:"at"`
	Copy string       `json:"copy"`
	Bad  refusal.Code `json:"bad,omitempty"`
}

// LastDrill is the latest drill.
func (r *Room) LastDrill() Drill {
	var k keptDrill
	if r.recall(drillKey, &k) != nil {
		return Drill{}
	}
	n, _ := backup.Parse(k.Copy)
	d := Drill{At: k.At, Of: Copy{Name: k.Copy, Made: n.Made, Kind: n.Kind, Acts: n.Acts, Here: true}}
	if k.Bad != "" {
		d.Err = refusal.New(k.Bad)
	}
	return d
}

// Drill brings the newest copy back into memory: every byte, every page and
// every act is checked, and the acts are folded to a record. A copy that fails
// is told, and a new one is made.
func (r *Room) Drill() (Drill, error) {
	if r.Sample {
		return Drill{}, refusal.New(refusal.NoCopies)
	}
	r.copying.Lock()
	defer r.copying.Unlock()
	return r.drill()
}

func (r *Room) drill() (Drill, error) {
	newest, err := r.newest()
	if err != nil || newest == nil {
		return Drill{}, err
	}
	_, err = backup.Drill(r.copies.File(newest.Name), newest.Acts, r.opener(nil), exchange.ReadNoun)
	d := Drill{At: r.now(), Of: copyOf(*newest), Err: refusal.From(err)}
	if err != nil && d.Err == nil {
		return d, err
	}
	r.looked(newest.String(), err)
	kept := keptDrill{At: d.At, Copy: newest.String()}
	if d.Err != nil {
		kept.Bad = d.Err.Code
		err = r.copyIfChanged("")
	}
	return d, errors.Join(err, r.remember(drillKey, kept))
}

// CheckCopy reads a copy back, as a drill does. One that was sealed with a former
// key, or while nothing is open, needs a secret of its time.
func (h *House) CheckCopy(name string, secret *Secret) error {
	file, n, err := h.findCopy(name)
	if err != nil {
		return err
	}
	if room := h.Room(); room != nil && !room.Sample {
		_, err = room.readCopy(file, n, secret)
		return err
	}
	_, err = backup.Verify(file, n.Acts, copyOpener{secret: secret})
	return err
}
