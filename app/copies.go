package app

import (
	"time"

	"midweek/app/window"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// Copies is the screen of safe copies: what there is, one more, a second folder,
// bringing one back, and everything to take along.
type Copies struct{ Desk *Desk }

// A copier makes safe copies and brings them back: the house and the record open
// in it, or in a test what stands in for a stick that is not there.
type copier interface {
	Copies() ([]open.Copy, error)
	MakeCopy(open.CopyKind) (open.Copy, error)
	PreviewCopyWith(name string, s *open.Secret) (open.CopyPreview, error)
	RestoreWith(name string, s *open.Secret) error
	UndoRestoreWith(s *open.Secret) error
	Restored() (open.Copy, bool)
	ForgetCopies(before time.Time) (open.Forgotten, error)
	Second() open.SecondFolder
	SetSecond(dir string) error
	CopyToSecond() error
	Drill() (open.Drill, error)
	LastDrill() open.Drill
	CopyTrouble() *refusal.Refusal
}

// atHand are the house's copies, of the record that is open now.
type atHand struct {
	*open.House
	*open.Room
}

func (d *Desk) copier() copier {
	if d.copies != nil {
		return d.copies
	}
	return atHand{d.House, d.House.Room()}
}

// A CopiesView is that screen.
type CopiesView struct {
	Frame   Frame         `json:"frame"`
	Lead    string        `json:"lead"`    // when the last copy was made, in one sentence
	Sample  string        `json:"sample"`  // why there are none of the sample family; empty otherwise
	Trouble string        `json:"trouble"` // why the latest copy could not be made; empty when it could
	Undo    string        `json:"undo"`    // a copy was brought back, and that can be undone; empty otherwise
	Left    string        `json:"left"`    // copies that this answer was to remove and could not; empty for none
	Cloud   CloudView     `json:"cloud"`
	Rows    []CopyRow     `json:"rows"`
	Lies    string        `json:"lies"` // where they lie, and who can read them
	Second  CopiesSecond  `json:"second"`
	Drill   string        `json:"drill"`   // what the last try came to
	Untaken []PaperReason `json:"untaken"` // attachments that the answer could not take along
}

// A CopyRow is one safe copy.
type CopyRow struct {
	Name    string `json:"name"`    // for a form; nobody reads it
	When    string `json:"when"`    // Sun Nov 22, 2026, 6:40 pm
	Why     string `json:"why"`     // made by itself on a day with changes
	Where   string `json:"where"`   // on this computer, in the second folder
	Holds   string `json:"holds"`   // 1,234 entries and changes
	Size    string `json:"size"`    // 4.1 MB
	Checked string `json:"checked"` // opened again and found whole, and when
	Stays   bool   `json:"stays"`   // the program never removes it by itself
	Trouble string `json:"trouble"` // what is wrong with it; it cannot be brought back
}

// A CopyPreview is what bringing a copy back would come to.
type CopyPreview struct {
	Row     CopyRow  `json:"row"`
	Entries []string `json:"entries"` // Session: 212
	First   string   `json:"first"`   // the days of its first and last entry; empty for none
	Last    string   `json:"last"`
	Missing []string `json:"missing"` // entries that stand here now and are not in it, by what they are
	Says    []string `json:"says"`    // what stands here now and is not in it, and the other way round
}

func (v *CopiesView) frame() *Frame { return &v.Frame }

// View shows the screen.
func (c *Copies) View(child string) (*CopiesView, error) { return look(c.Desk, child, c.draw) }

// Undo takes back the latest deed.
func (c *Copies) Undo(child string) (*CopiesView, error) { return undo(c.Desk, child, c.draw) }

// Redo does again what was taken back.
func (c *Copies) Redo(child string) (*CopiesView, error) { return redo(c.Desk, child, c.draw) }

// Make makes a safe copy now.
func (c *Copies) Make(child string) (*CopiesView, error) {
	return c.does(child, "did.copy", func(of copier) error {
		_, err := of.MakeCopy(open.AskedCopy)
		return err
	})
}

// Preview says what bringing a copy back would come to. It changes nothing. A
// copy from before a new key opens with a secret of its time; empty otherwise.
func (c *Copies) Preview(name, secret string) (view *CopyPreview, err error) {
	defer window.Mend(&err)
	of, err := c.ours()
	if err != nil {
		return nil, err
	}
	p, err := of.PreviewCopyWith(name, secretOf(secret))
	if err != nil {
		return nil, atSecret(secret, err)
	}
	return drawPreview(&p), nil
}

// Restore brings a copy back, in the place of the record as it is. A copy of
// that was made before.
func (c *Copies) Restore(child, name, secret string) (*CopiesView, error) {
	return c.does(child, "did.restored", func(of copier) error { return of.RestoreWith(name, secretOf(secret)) })
}

// Unrestore brings back what stood there before the last copy was brought back,
// and keeps what was written since.
func (c *Copies) Unrestore(child, secret string) (*CopiesView, error) {
	return c.does(child, "did.unrestored", func(of copier) error { return atSecret(secret, of.UndoRestoreWith(secretOf(secret))) })
}

// Drill reads the newest copy back whole, as if it were needed.
func (c *Copies) Drill(child string) (*CopiesView, error) {
	return c.does(child, "did.drill", func(of copier) error {
		_, err := of.Drill()
		return err
	})
}

// ahead is so many years that no clock was ever wrong by them: a copy whose name
// has a day to come is an older one too.
const ahead = 100

// Older removes every copy from before now, for good, after it made a fresh one.
// What could not be removed is told.
func (c *Copies) Older(child string) (*CopiesView, error) {
	var f open.Forgotten
	view, err := c.does(child, "did.removed_copies", func(of copier) (err error) {
		f, err = of.ForgetCopies(c.Desk.House.Now().AddDate(ahead, 0, 0))
		return err
	})
	if err != nil {
		return nil, err
	}
	view.Frame.Did = words.Put("did.removed_copies", "copies", words.Several("copy", f.Removed))
	switch {
	case len(f.Left) > 0:
		view.Left = words.Put("copies.left", "copies", words.Several("copy", len(f.Left)))
	case f.Unreached != "":
		view.Left = words.Put("copies.unreached")
	}
	return view, nil
}

// ours is the copier of the family's own record. The sample family has none.
func (c *Copies) ours() (copier, error) {
	room, err := c.Desk.room()
	if err != nil {
		return nil, err
	}
	if room.Sample {
		return nil, refusal.New(refusal.NoCopies)
	}
	return c.Desk.copier(), nil
}

// does does something with the copies, draws the screen and tells what was done.
// None of it is a deed of the record, so Undo of the screen knows none of it.
func (c *Copies) does(child, did string, do func(copier) error) (view *CopiesView, err error) {
	defer window.Mend(&err)
	of, err := c.ours()
	if err != nil {
		return nil, err
	}
	if err := do(of); err != nil {
		return nil, err
	}
	view, err = look(c.Desk, child, c.draw)
	if err == nil {
		view.Frame.Did = words.Put(did)
	}
	return view, err
}

func (c *Copies) draw(s *sheet) (*CopiesView, error) {
	v := &CopiesView{Frame: s.frame(), Rows: []CopyRow{}, Untaken: []PaperReason{}}
	if s.room.Sample {
		v.Sample = words.Put("copies.sample")
		return v, nil
	}
	of := c.Desk.copier()
	all, err := of.Copies()
	if err != nil {
		return nil, err
	}
	for i := range all {
		v.Rows = append(v.Rows, copyRow(&all[i]))
	}
	v.Lead = s.lastCopy(all)
	v.Lies = words.Put("copies.lies." + lockedWord(s.room.Locked()))
	v.Cloud = cloudView(c.Desk.House.Synced(), s.room.Locked(), "data")
	v.Second = s.second(of.Second())
	v.Drill = drillWords(of.LastDrill())
	if trouble := of.CopyTrouble(); trouble != nil {
		v.Trouble = words.Put("copies.failed", "why", words.Refusal(trouble))
	}
	if from, ok := of.Restored(); ok {
		v.Undo = words.Put("copies.restored", "when", moment(from.Made))
	}
	return v, nil
}

// lastCopy says when the newest good copy was made.
func (s *sheet) lastCopy(all []open.Copy) string {
	for i := range all {
		if all[i].Err == nil {
			return words.Put("copies.last", "ago", s.ago(all[i].Made), "when", moment(all[i].Made))
		}
	}
	return words.Put("copies.none")
}

func lockedWord(locked bool) string {
	if locked {
		return "locked"
	}
	return "plain"
}

// moment is an instant as it is told: Sun Nov 22, 2026, 6:40 pm.
func moment(t time.Time) string { return instant(t.Format(time.RFC3339)) }
