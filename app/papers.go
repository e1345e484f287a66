package app

import (
	"path/filepath"
	"strings"

	"midweek/app/window"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// Papers is the screen of what was attached to the record: scans, photos and
// other files. The bytes go to the page by an address that is only an id; no
// path ever comes from there.
type Papers struct{ Desk *Desk }

// A PapersQuery says whose attachments to look at.
type PapersQuery struct {
	Child string `json:"child"`
	Noun  string `json:"noun"` // of one entry: session, service, plan …; empty for all
	ID    string `json:"id"`   // of that entry
}

// A PapersView lists attachments, newest first.
type PapersView struct {
	Frame   Frame         `json:"frame"`
	Query   PapersQuery   `json:"query"` // as used
	Of      string        `json:"of"`    // the entry looked at, in words; empty for all
	Rows    []PaperRow    `json:"rows"`
	Lead    string        `json:"lead"`    // 3 files, 4.1 MB
	Warning string        `json:"warning"` // when there is not much room left
	Loose   string        `json:"loose"`   // files that no entry names; empty when there are none
	Untaken []PaperReason `json:"untaken"` // files that could not be attached, or saved, by this answer
	Entries []Choice      `json:"entries"` // what an attachment can be linked to
}

// A PaperRow is one attachment.
type PaperRow struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"` // as the file was called: a text, never a path
	Kind    string    `json:"kind"` // in words
	Size    string    `json:"size"` // 2.1 MB
	Added   Day       `json:"added"`
	Of      []PaperOf `json:"of"`
	Note    string    `json:"note"`
	Show    string    `json:"show"`    // image, pdf; empty when it is only kept
	Trouble string    `json:"trouble"` // the file is missing or damaged; empty when nothing is known of it
}

// A PaperOf is an entry that an attachment belongs to.
type PaperOf struct {
	Key  string `json:"key"` // for a form: session s1
	Text string `json:"text"`
	To   string `json:"to"` // the address at which it stands; empty when nowhere
}

// A PaperReason is a file by its name, and why it was not taken.
type PaperReason struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// A PaperForm is what a person says of an attachment.
type PaperForm struct {
	ID   string   `json:"id"`
	Name string   `json:"name"`
	Note string   `json:"note"`
	Of   []string `json:"of"` // keys of PaperOf and of Entries
}

// A PaperSheet says whether an attachment can be shown, once its bytes have
// been checked.
type PaperSheet struct {
	Show    string `json:"show"`    // image, pdf; empty when it cannot
	Trouble string `json:"trouble"` // why it cannot
	Whole   bool   `json:"whole"`   // its bytes are there as they were attached: a copy can be saved
}

func (v *PapersView) frame() *Frame { return &v.Frame }

// View lists the attachments.
func (p *Papers) View(q PapersQuery) (*PapersView, error) { return look(p.Desk, q.Child, q.draw) }

// Add asks for files and attaches copies of them, to the entry looked at if
// there is one.
func (p *Papers) Add(q PapersQuery) (*PapersView, error) {
	paths, err := p.Desk.Outside.OpenFiles(words.Put("dialog.papers"))
	return p.attach(q, paths, err)
}

// TakeDropped attaches the files that were dropped on the window.
func (p *Papers) TakeDropped(q PapersQuery) (*PapersView, error) {
	return p.attach(q, p.Desk.fallen.take(p.Desk.House.Room()), nil)
}

func (p *Papers) attach(q PapersQuery, paths []string, err error) (*PapersView, error) {
	if err != nil || len(paths) == 0 {
		return look(p.Desk, q.Child, func(s *sheet) (*PapersView, error) { return answered(q.draw, s, err) })
	}
	var not []open.Untaken
	view, err := change(p.Desk, q.Child, func(r *open.Room) (err error) {
		_, not, err = r.Attach(paths, q.of())
		return err
	}, q.draw)
	if err != nil {
		return nil, err
	}
	view.Untaken = reasonsOf(not)
	return view, nil
}

// answered is a view, or what went wrong before it.
func answered(draw func(*sheet) (*PapersView, error), s *sheet, err error) (*PapersView, error) {
	if err != nil {
		return nil, err
	}
	return draw(s)
}

func reasonsOf(not []open.Untaken) []PaperReason {
	list := []PaperReason{}
	for _, u := range not {
		list = append(list, PaperReason{u.Name, words.Refusal(u.Why)})
	}
	return list
}

// of is the entry looked at, as an attachment names it.
func (q PapersQuery) of() []iep.Ref {
	if q.Noun == "" || q.ID == "" {
		return nil
	}
	return []iep.Ref{{Noun: q.Noun, ID: q.ID}}
}

// Save writes what a person says of an attachment.
func (p *Papers) Save(q PapersQuery, form PaperForm) (*PapersView, error) {
	form = typed(form)
	return change(p.Desk, q.Child, func(r *open.Room) error {
		if blank(form.Name) {
			return refusal.At("name", refusal.New(refusal.Missing))
		}
		var of []iep.Ref
		for _, key := range form.Of {
			noun, id, _ := strings.Cut(key, " ")
			of = append(of, iep.Ref{Noun: noun, ID: id})
		}
		return r.SavePaper(form.ID, strings.TrimSpace(form.Name), form.Note, of)
	}, q.draw)
}

// Strike withdraws an attachment: it can be undone, and its bytes stay.
func (p *Papers) Strike(q PapersQuery, id, because string) (*PapersView, error) {
	return change(p.Desk, q.Child, func(r *open.Room) error { return r.StrikePaper(id, typed(because)) }, q.draw)
}

// Undo takes back the latest deed.
func (p *Papers) Undo(q PapersQuery) (*PapersView, error) { return undo(p.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (p *Papers) Redo(q PapersQuery) (*PapersView, error) { return redo(p.Desk, q.Child, q.draw) }

// Look checks the bytes of an attachment and says whether they can be shown.
func (p *Papers) Look(id string) (view *PaperSheet, err error) {
	defer window.Mend(&err)
	room, err := p.Desk.room()
	if err != nil {
		return nil, err
	}
	shown, err := room.ShowPaper(id)
	if why := refusal.From(err); why != nil {
		whole := why.Code == refusal.PaperNotShown || why.Code == refusal.PictureTooBig
		return &PaperSheet{Trouble: fullRefusal(why), Whole: whole}, nil
	}
	if err != nil {
		return nil, err
	}
	return &PaperSheet{Show: showAs(shown.Kind), Whole: true}, shown.Close()
}

// SaveCopy asks where to, and writes a copy of an attachment there. The copy is
// outside the record, and outside what protects it.
func (p *Papers) SaveCopy(q PapersQuery, id string) (*PapersView, error) {
	room, err := p.Desk.room()
	if err != nil {
		return nil, err
	}
	book, err := room.Book()
	if err != nil {
		return nil, err
	}
	paper := book.Paper(id)
	if paper == nil {
		return nil, refusal.New(refusal.Gone)
	}
	name := open.PaperName(paper)
	kind := window.Kind{Name: words.Put("dialog.paper"), Ending: filepath.Ext(name)}
	path, err := p.Desk.Outside.SaveFile(words.Put("dialog.save_paper"), name, kind)
	if err != nil || path == "" {
		return look(p.Desk, q.Child, func(s *sheet) (*PapersView, error) { return answered(q.draw, s, err) })
	}
	if err := room.SavePaperAs(id, path); err != nil {
		return nil, err
	}
	return p.did(q, words.Put("did.saved_paper"), nil)
}

// SaveAll asks for a folder and writes copies of all attachments there.
func (p *Papers) SaveAll(q PapersQuery) (*PapersView, error) {
	room, err := p.Desk.room()
	if err != nil {
		return nil, err
	}
	folder, err := p.Desk.Outside.Folder(words.Put("dialog.save_papers"))
	if err != nil || folder == "" {
		return look(p.Desk, q.Child, func(s *sheet) (*PapersView, error) { return answered(q.draw, s, err) })
	}
	saved, not, err := room.SavePapersIn(folder)
	if err != nil {
		return nil, err
	}
	return p.did(q, words.Put("did.saved_papers", "files", words.Several("file", saved)), not)
}

// Sweep removes the files that no entry names.
func (p *Papers) Sweep(q PapersQuery) (*PapersView, error) {
	room, err := p.Desk.room()
	if err != nil {
		return nil, err
	}
	n, err := room.SweepPapers()
	if err != nil {
		return nil, err
	}
	return p.did(q, words.Put("did.swept_papers", "files", words.Several("file", n)), nil)
}

// did draws the screen and tells what was done beside the record.
func (p *Papers) did(q PapersQuery, did string, not []open.Untaken) (*PapersView, error) {
	view, err := p.View(q)
	if err == nil {
		view.Frame.Did, view.Untaken = did, reasonsOf(not)
	}
	return view, err
}

// Paper opens an attachment for the window: of a kind that is shown, and
// checked to its last byte.
func (d *Desk) Paper(id string) (paper window.Paper, err error) {
	defer window.Mend(&err)
	room, err := d.room()
	if err != nil {
		return paper, err
	}
	shown, err := room.ShowPaper(id)
	if err != nil {
		return paper, err
	}
	return window.Paper{Kind: shown.Kind, Size: shown.Size, Bytes: shown}, nil
}
