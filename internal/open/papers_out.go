package open

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
)

func paperOf(a *iep.Attachment) store.Paper {
	return store.Paper{ID: a.ID, Size: int64(a.Size), SHA256: a.SHA256}
}

// paper opens the bytes of an attachment of the record, checked to the last.
func (r *Room) paper(id string) (*iep.Attachment, io.ReadSeekCloser, error) {
	book, err := r.Book()
	if err != nil {
		return nil, nil, err
	}
	a := book.Paper(id)
	if a == nil {
		return nil, nil, refusal.New(refusal.Gone)
	}
	f, err := r.shelf.Open(paperOf(a))
	return a, f, err
}

// A Shown is an attachment that the program may show.
type Shown struct {
	io.ReadCloser
	Kind string // image/jpeg, image/png or application/pdf, by its bytes
	Size int64
}

// ShowPaper opens an attachment to be shown. One of a kind that is only kept is
// refused, and so is one that is missing or damaged.
func (r *Room) ShowPaper(id string) (*Shown, error) {
	a, f, err := r.paper(id)
	if err != nil {
		return nil, err
	}
	kind, err := exchange.Showable(f)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Shown{f, kind, int64(a.Size)}, nil
}

// PaperName is a name under which a copy of an attachment can be saved.
func PaperName(a *iep.Attachment) string { return exchange.SafeName(a.Name, a.MediaType) }

// SavePaperAs writes a copy of an attachment to a file. The person was asked
// about a file that is there.
func (r *Room) SavePaperAs(id, path string) error {
	_, f, err := r.paper(id)
	if err != nil {
		return err
	}
	return errors.Join(exchange.SaveFrom(path, f, true), f.Close())
}

// SavePapersIn writes copies of all attachments into a folder, each under a
// name that is free there. Those that are missing or damaged are named.
func (r *Room) SavePapersIn(folder string) (saved int, not []Untaken, err error) {
	book, err := r.Book()
	if err != nil {
		return 0, nil, err
	}
	for i := range book.Record.Attachments {
		a := &book.Record.Attachments[i]
		f, err := r.shelf.Open(paperOf(a))
		if err == nil {
			err = errors.Join(saveFree(folder, PaperName(a), f), f.Close())
		}
		switch why := refusal.From(err); {
		case err == nil:
			saved++
		case why != nil && why.Code != refusal.DiskFull && why.Code != refusal.ReadOnly:
			not = append(not, Untaken{a.Name, why})
		default:
			return saved, not, err
		}
	}
	return saved, not, nil
}

// mostSame is how many files of one name are saved in one folder.
const mostSame = 1000

// saveFree saves under a name, or with a number behind it where there is a file
// of that name.
func saveFree(folder, name string, f io.ReadSeeker) error {
	ending := filepath.Ext(name)
	base := strings.TrimSuffix(name, ending)
	for n := 2; ; n++ {
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return err
		}
		err := exchange.SaveFrom(filepath.Join(folder, name), f, false)
		if why := refusal.From(err); why == nil || why.Code != refusal.FileThere || n > mostSame {
			return err
		}
		name = fmt.Sprintf("%s (%d)%s", base, n, ending)
	}
}
