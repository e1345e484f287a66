package app

import (
	"slices"

	"midweek/app/window"
	"midweek/internal/binder"
	"midweek/internal/core/history"
	"midweek/internal/core/say"
)

// Changes is the screen of what was done lately, with Undo where it is offered.
type Changes struct{ Desk *Desk }

// A ChangesQuery says which changes to show.
type ChangesQuery struct {
	Child string `json:"child"` // empty for all
	Most  int    `json:"most"`  // how many; 0 for the usual number
}

// A ChangesView is the deeds, the newest first.
type ChangesView struct {
	Frame Frame        `json:"frame"`
	Query ChangesQuery `json:"query"` // as used
	Rows  []ChangeRow  `json:"rows"`
	More  int          `json:"more"` // older ones that are not shown
}

// A ChangeRow is one deed.
type ChangeRow struct {
	Key     string   `json:"key"` // device and deed: unique in the view
	Did     string   `json:"did"` // Marked 2 sessions given
	At      string   `json:"at"`
	Author  string   `json:"author"`
	Where   string   `json:"where"`
	Reason  string   `json:"reason"`
	Entries []Linked `json:"entries"`
	Others  int      `json:"others"` // entries that are not listed
	Chance  string   `json:"chance"` // offered, again, taken_back …
	Why     string   `json:"why"`    // why Undo does not offer it; empty where it does
	InWay   []Linked `json:"inWay"`  // entries that are in the way
}

// A Linked is an entry that a text leads to.
type Linked struct {
	Noun string `json:"noun"`
	ID   string `json:"id"`
	Text string `json:"text"`
}

func (v *ChangesView) frame() *Frame { return &v.Frame }

// How many deeds a view shows at first, and how many of a deed's entries.
const (
	usualChanges = 40
	mostEntries  = 5
)

// View shows the latest changes.
func (c *Changes) View(q ChangesQuery) (view *ChangesView, err error) {
	defer window.Mend(&err)
	if err := c.Desk.read(); err != nil {
		return nil, err
	}
	return look(c.Desk, q.Child, q.draw)
}

// Undo takes back the latest deed.
func (c *Changes) Undo(q ChangesQuery) (*ChangesView, error) { return undo(c.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (c *Changes) Redo(q ChangesQuery) (*ChangesView, error) { return redo(c.Desk, q.Child, q.draw) }

func (q ChangesQuery) draw(s *sheet) (*ChangesView, error) {
	all, err := s.room.Recent()
	if err != nil {
		return nil, err
	}
	if q.Child = s.child; q.Child != "" {
		all = slices.DeleteFunc(all, func(r history.Recent) bool { return !concerns(r.Deed, q.Child) })
	}
	if q.Most <= 0 {
		q.Most = usualChanges
	}
	shown := all[:min(q.Most, len(all))]
	v := &ChangesView{Frame: s.frame(), Query: q, Rows: []ChangeRow{}, More: len(all) - len(shown)}
	for i := range shown {
		v.Rows = append(v.Rows, s.changeRow(&shown[i]))
	}
	return v, nil
}

// concerns says whether a deed is about a child, or about nobody in particular.
func concerns(d *history.Deed, child string) bool {
	about := d.Children()
	return len(about) == 0 || slices.Contains(about, child)
}

func (s *sheet) changeRow(r *history.Recent) ChangeRow {
	row := ChangeRow{
		Key: r.Device + " " + r.ID, Did: s.didText(r.Deed), At: instant(r.At), Author: r.Author, Where: s.where(r.Acts[0]),
		Chance: string(r.Chance), Why: s.whyNot(r), Reason: r.Because(), Entries: []Linked{}, InWay: []Linked{},
	}
	for _, a := range r.Redacts() {
		row.Entries = append(row.Entries, Linked{removals, string(a.Hash()), words.Put("history.removal")})
	}
	keys := r.Keys()
	for _, k := range keys[:min(len(keys), mostEntries)] {
		row.Entries = append(row.Entries, s.linked(k))
	}
	row.Others = len(keys) - min(len(keys), mostEntries)
	for _, b := range r.Blockers[:min(len(r.Blockers), mostEntries)] {
		row.InWay = append(row.InWay, s.inWay(b))
	}
	return row
}

func (s *sheet) linked(k history.Key) Linked { return Linked{string(k.Noun), k.ID, s.entryTitle(k)} }

// didText names a deed as Undo does; an undo as what it took back or did again.
func (s *sheet) didText(d *history.Deed) string {
	done := words.Deed(binder.Did(d))
	if done == "" {
		done = words.Put("changes.other")
	}
	switch {
	case d.Redoes():
		return words.Put("deed.redone", "what", done)
	case d.Kind == history.Undo:
		return words.Put("deed.undone", "what", done)
	}
	return say.Capital(done)
}

// whyNot says why Undo does not offer a deed.
func (s *sheet) whyNot(r *history.Recent) string {
	switch r.Chance {
	case history.Offered, history.Again:
		return ""
	case history.TakenBack:
		code := "changes.taken_back"
		if r.Kind == history.Undo {
			code = "changes.done_again"
		}
		return words.Put(code, "author", r.By.Author, "at", instant(r.By.At))
	case history.Restored:
		return words.Put("changes.done_again", "author", r.By.Author, "at", instant(r.By.At))
	case history.LaterOne:
		return words.Put("changes.later_one", "what", s.didText(r.By))
	}
	return words.Put("changes." + string(r.Chance))
}

// inWay is what keeps a deed from being taken back.
func (s *sheet) inWay(b history.Blocker) Linked {
	k := b.Key
	if b.Code == history.ReferredTo {
		k = b.From
	}
	return Linked{string(k.Noun), k.ID, words.Put("blocked."+string(b.Code), "what", s.entryTitle(k))}
}
