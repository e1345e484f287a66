package open

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
)

// copiesFolder is where the safe copies lie in the data folder.
const copiesFolder = "backups"

// A CopyKind is why a safe copy was made.
type CopyKind = backup.Kind

// The kinds of copies.
const (
	DailyCopy   = backup.Daily
	AskedCopy   = backup.Asked
	ExitCopy    = backup.Exit
	ImportCopy  = backup.Import
	RemovalCopy = backup.Removal
	MoveCopy    = backup.Move
	UpgradeCopy = backup.Upgrade
	RestoreCopy = backup.Restore
)

// A Copy is a safe copy of the family's record.
type Copy struct {
	Name    string // of its file
	Made    time.Time
	Kind    CopyKind
	Acts    int
	Size    int64            // in bytes
	Second  bool             // it lies in the second folder too, or only there
	Here    bool             // it lies on this computer
	Checked time.Time        // when it was last read back and found good; zero: not known
	Err     *refusal.Refusal // what the last look at it found wrong; nil: nothing
}

// Copies are the safe copies, the newest first. They can be listed while the
// record cannot be opened; then those in the second folder are not known.
func (h *House) Copies() ([]Copy, error) {
	all, err := h.copies().List()
	if err != nil {
		return nil, err
	}
	list := make([]Copy, 0, len(all))
	for _, f := range all {
		c := copyOf(f)
		c.Here = true
		list = append(list, c)
	}
	if room := h.Room(); room != nil && !room.Sample {
		list = room.withSecond(list)
		room.marked(list)
	}
	return list, nil
}

func (h *House) copies() backup.Folder { return backup.In(filepath.Join(h.data, copiesFolder)) }

func copyOf(f backup.Found) Copy {
	return Copy{Name: f.String(), Made: f.Made, Kind: f.Kind, Acts: f.Acts, Size: f.Size}
}

// withSecond adds what lies in the second folder, as far as it can be reached.
func (r *Room) withSecond(list []Copy) []Copy {
	second, reachable := r.second()
	if !reachable {
		return list
	}
	there, err := second.List()
	if err != nil {
		return list
	}
	for _, f := range there {
		c := copyOf(f)
		c.Second = true
		at, here := slices.BinarySearchFunc(list, c, newestCopyFirst)
		if here {
			list[at].Second = true
		} else {
			list = slices.Insert(list, at, c)
		}
	}
	return list
}

func newestCopyFirst(a, b Copy) int {
	if c := b.Made.Compare(a.Made); c != 0 {
		return c
	}
	switch {
	case a.Name < b.Name:
		return 1
	case a.Name > b.Name:
		return -1
	}
	return 0
}

// CopyFile is where a copy lies, such as for OpenCopy while the record cannot be
// opened; that of the second folder where there is none here.
func (h *House) CopyFile(name string) (string, error) {
	file, _, err := h.findCopy(name)
	return file, err
}

func (h *House) findCopy(name string) (file string, n backup.Name, err error) {
	n, ours := backup.Parse(name)
	if !ours {
		return "", n, refusal.New(refusal.CopyGone)
	}
	file = h.copies().File(n)
	if there(file) {
		return file, n, nil
	}
	if room := h.Room(); room != nil && !room.Sample {
		if second, reachable := room.second(); reachable && there(second.File(n)) {
			return second.File(n), n, nil
		}
	}
	return "", n, refusal.New(refusal.CopyGone)
}

func there(file string) bool {
	info, err := os.Lstat(file)
	return err == nil && info.Mode().IsRegular()
}
