package open

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
)

// The folders of attached files in a data folder: the sample family's are its
// own, since what one record does not name is no other's.
const (
	ownPapers    = "attachments"
	samplePapers = "sample-attachments"
)

// Limits of what can be attached, in bytes.
const (
	MaxPaper  = store.MaxPaper
	MaxPapers = store.MaxPapers
)

// longestName is how many characters of a file's name are kept.
const longestName = 200

func (h *House) plainShelf(isSample bool) store.Shelf {
	name := ownPapers
	if isSample {
		name = samplePapers
	}
	return store.PlainShelf(filepath.Join(h.data, name), random)
}

// An Untaken is a file that was not attached, and why.
type Untaken struct {
	Name string
	Why  *refusal.Refusal
}

// Attach copies files that a person chose into the record, as attachments of
// some entries: one deed. A file that cannot be taken is named with the reason,
// and the others are attached all the same. Any other failure attaches none.
func (r *Room) Attach(paths []string, of []iep.Ref) (taken int, not []Untaken, err error) {
	if r.ReadOnly() {
		return 0, nil, store.ErrReadOnly
	}
	r.attaching.RLock()
	defer r.attaching.RUnlock()
	room, err := r.papersRoom()
	if err != nil {
		return 0, nil, err
	}
	var papers []iep.Attachment
	for _, path := range paths {
		paper, err := r.take(path, room)
		if why := refusal.From(err); why != nil {
			not = append(not, Untaken{shownName(path), why})
			continue
		}
		if err != nil {
			return 0, nil, errors.Join(err, r.putBack(papers))
		}
		paper.Of = of
		room -= int64(paper.Size)
		papers = append(papers, paper)
	}
	if len(papers) == 0 {
		return 0, not, nil
	}
	if err := r.Binder.Attach(papers); err != nil {
		return 0, nil, errors.Join(err, r.putBack(papers))
	}
	return len(papers), not, nil
}

// papersRoom is how many bytes more can be attached.
func (r *Room) papersRoom() (int64, error) {
	all, err := r.shelf.List()
	room := int64(MaxPapers)
	for _, p := range all {
		room -= p.Size
	}
	return room, err
}

// take copies one file to the shelf.
func (r *Room) take(path string, room int64) (iep.Attachment, error) {
	source, err := store.OpenSource(path)
	if err != nil {
		return iep.Attachment{}, err
	}
	defer source.Close()
	switch {
	case source.Size() > MaxPaper:
		return iep.Attachment{}, refusal.New(refusal.PaperLarge, "limit", strconv.Itoa(MaxPaper>>20))
	case source.Size() > room:
		return iep.Attachment{}, refusal.New(refusal.PapersFull, "limit", strconv.Itoa(MaxPapers>>30))
	}
	head, err := source.Head(exchange.KindSize)
	if err != nil {
		return iep.Attachment{}, err
	}
	kept, err := r.shelf.Put(source, MaxPaper)
	if err != nil {
		return iep.Attachment{}, err
	}
	return iep.Attachment{
		ID: kept.ID, Name: shownName(path), MediaType: exchange.KindOf(head), Size: int(kept.Size), SHA256: kept.SHA256, AddedOn: r.Today(),
	}, nil
}

// putBack removes what was copied and not attached.
func (r *Room) putBack(papers []iep.Attachment) error {
	var errs []error
	for i := range papers {
		errs = append(errs, r.shelf.Remove(papers[i].ID))
	}
	return errors.Join(errs...)
}

// shownName is the name of a file as it is kept: of its path only the last
// part, and nothing that a line of text cannot hold.
func shownName(path string) string {
	name := []rune(strings.ToValidUTF8(filepath.Base(path), "\uFFFD"))
	for i, r := range name {
		if unicode.IsControl(r) {
			name[i] = '\uFFFD'
		}
	}
	return string(name[:min(len(name), longestName)])
}
