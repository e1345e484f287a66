package app

import (
	"slices"
	"strings"

	"midweek/app/window"
	"midweek/internal/binder"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// History is the screen of everything that was ever written about an entry.
type History struct{ Desk *Desk }

// A HistoryQuery names an entry.
type HistoryQuery struct {
	Child string `json:"child"` // that is looked at; empty for all
	Noun  string `json:"noun"`  // session, plan, …; removed: the texts that one act removed
	ID    string `json:"id"`    // of the entry; of a removal the hash of its act
	Part  string `json:"part"`  // id of a closure or claim in it: only what changed that; empty for all
}

// A HistoryView is an entry as it stands, and every act on it, the newest
// first.
type HistoryView struct {
	Frame    Frame        `json:"frame"`
	Query    HistoryQuery `json:"query"`
	Title    string       `json:"title"`    // Speech, Tue Mar 11, 2025
	What     string       `json:"what"`     // Session
	Child    string       `json:"child"`    // its name where there are several
	State    string       `json:"state"`    // living, withdrawn, set_aside, gone
	Text     string       `json:"text"`     // of a state beside living, what it means; of a conflict too
	To       string       `json:"to"`       // the address at which it stands; empty of one that does not hold
	Now      []Field      `json:"now"`      // what it says; of a struck one, what it said
	Acts     []HistoryAct `json:"acts"`     // newest first
	Others   int          `json:"others"`   // acts on it that did not change the part
	Needs    []Need       `json:"needs"`    // what refers to it
	Strikes  string       `json:"strikes"`  // what striking would strike besides; empty for nothing
	Writable bool         `json:"writable"` // it can be struck, and its words removed
	Reasons  []Choice     `json:"reasons"`  // for a removal
}

// A Field is one thing that an entry says, or said.
type Field struct {
	Label string `json:"label"`
	Was   string `json:"was"`  // before the act; empty when nothing
	Text  string `json:"text"` // after it; empty when nothing
}

// A HistoryAct is one act on an entry, in words.
type HistoryAct struct {
	Hash   string  `json:"hash"`
	At     string  `json:"at"` // Tue Mar 11, 2025, 8:14 pm
	Author string  `json:"author"`
	Where  string  `json:"where"` // on this computer, on another
	Did    string  `json:"did"`   // Written, Corrected, Struck, Taken back …
	Fields []Field `json:"fields"`
	Reason string  `json:"reason"`
	State  string  `json:"state"` // holds, beside (a conflict), before, undone, struck, removed
	Note   string  `json:"note"`  // what became of it: taken back by Mom …
	Late   string  `json:"late"`  // written long after its day, or by a clock that went back
	Plain  bool    `json:"plain"` // nothing that the forms show was changed
}

// A Need is an entry that refers to another.
type Need struct {
	Noun   string `json:"noun"`
	ID     string `json:"id"`
	Text   string `json:"text"`
	LetsGo bool   `json:"letsGo"` // it stays, and refers to it no more
}

// An Original is what an act said, word for word.
type Original struct {
	Hash   string  `json:"hash"`
	Text   string  `json:"text"` // which act it is: entry 12 of this computer …
	Fields []Field `json:"fields"`
	Raw    string  `json:"raw"` // the bytes that are kept
}

func (v *HistoryView) frame() *Frame { return &v.Frame }

// removals is the noun of the screen that lists what one act removed.
const removals = "removed"

// View shows an entry's history.
func (h *History) View(q HistoryQuery) (view *HistoryView, err error) {
	defer window.Mend(&err)
	if err := h.Desk.read(); err != nil {
		return nil, err
	}
	return look(h.Desk, q.Child, q.draw)
}

// Undo takes back the latest deed.
func (h *History) Undo(q HistoryQuery) (*HistoryView, error) {
	return undo(h.Desk, q.Child, q.draw)
}

// Redo does again what was taken back.
func (h *History) Redo(q HistoryQuery) (*HistoryView, error) {
	return redo(h.Desk, q.Child, q.draw)
}

// Strike withdraws the entry, and with it what refers to it.
func (h *History) Strike(q HistoryQuery, because string) (*HistoryView, error) {
	return change(h.Desk, q.Child, func(r *open.Room) error { return r.Withdraw(q.key(), typed(because)) }, q.draw)
}

// Original shows what one act said.
func (h *History) Original(q HistoryQuery, hash string) (view *Original, err error) {
	defer window.Mend(&err)
	if err := h.Desk.read(); err != nil {
		return nil, err
	}
	return look(h.Desk, q.Child, func(s *sheet) (*Original, error) {
		act, err := s.room.Act(history.Hash(hash))
		if err != nil {
			return nil, err
		}
		return s.original(act), nil
	})
}

// read sees to it that the acts are read.
func (d *Desk) read() error {
	room, err := d.room()
	if err != nil {
		return err
	}
	return room.Load()
}

func (q HistoryQuery) key() history.Key {
	return history.Key{Noun: history.Noun(q.Noun), ID: q.ID}
}

func (q HistoryQuery) draw(s *sheet) (*HistoryView, error) {
	v := &HistoryView{
		Query: q, Frame: s.frame(), Now: []Field{}, Acts: []HistoryAct{}, Needs: []Need{},
		Reasons: choices(history.RedactReasons, func(why string) string { return words.Put("removed." + why) }),
	}
	if q.Noun == removals {
		return v, v.removed(s)
	}
	if row := s.RowOf(q.ID); q.key().Noun == history.Session && s.Folded.Entries[q.key()] == nil && row != nil {
		q.ID, v.Query.ID = row.ID, row.ID // a planned session is also named by its key
	}
	story, err := s.room.Story(q.key())
	if err != nil {
		return nil, err
	}
	v.Title, v.What, v.State = s.entryTitle(q.key()), nounText(q.key().Noun), string(history.Gone)
	if e := story.Entry; e != nil {
		v.State, v.Text, v.Child = string(e.State), s.stateText(e), s.named(s.childOf(e))
		v.Writable = !s.room.ReadOnly()
	} else {
		v.Text = words.Put("history.gone")
	}
	if v.State == string(history.Living) {
		v.To = s.entryHref(q.key())
	}
	v.told(s, story)
	v.needs(s, story.Needs)
	return v, nil
}

// childOf is the id of the one child that an entry is about, or empty.
func (s *sheet) childOf(e *history.Entry) string {
	if body, err := e.Last.Read(); err == nil && body != nil && len(body.Children) == 1 {
		return body.Children[0]
	}
	return ""
}

// stateText says how an entry stands; nothing of one that holds.
func (s *sheet) stateText(e *history.Entry) string {
	switch {
	case e.State == history.SetAside:
		return words.Put("history.aside", "why", words.Refusal(e.Aside))
	case e.Conflict:
		return words.Put("history.conflict")
	case e.State == history.Withdrawn:
		return say.Capital(s.struckText(e))
	}
	return ""
}

// told fills in what the entry says and every act on it.
func (v *HistoryView) told(s *sheet, story *binder.Story) {
	q := v.Query
	var last []byte
	for _, l := range slices.Backward(story.Lines) {
		if l.Body != nil && l.Body.Value != nil && (last == nil || l.Counts) {
			last = l.Body.Value
		}
	}
	v.Now = whole(partOf(s.fields(q.key().Noun, q.ID, last), q.Part))
	for _, l := range slices.Backward(story.Lines) {
		act, touches := s.historyAct(q, &l, story.Entry)
		if touches {
			v.Acts = append(v.Acts, act)
		} else {
			v.Others++
		}
	}
}

func (v *HistoryView) needs(s *sheet, all []binder.Need) {
	goes := 0
	for _, n := range all {
		v.Needs = append(v.Needs, Need{string(n.Noun), n.ID, s.entryTitle(n.Key), n.Loose})
		if !n.Loose {
			goes++
		}
	}
	if goes > 0 {
		v.Strikes = words.Several("entry", goes)
	}
}

// historyAct is one act in words, and whether it touches the part asked for.
func (s *sheet) historyAct(q HistoryQuery, l *history.Line, e *history.Entry) (HistoryAct, bool) {
	a := HistoryAct{
		Hash: string(l.Act.Hash()), At: instant(l.Act.At), Author: l.Act.Author, Where: s.where(l.Act), Fields: []Field{},
		Did: words.Put("history.did." + s.didOf(l)), State: stateOf(l),
	}
	if l.Body == nil {
		a.Note = s.removedText(l.Removed)
		return a, true
	}
	a.Reason = l.Body.Because
	if l.Undone != nil {
		a.Note = words.Put("history.undone", "author", l.Undone.Author, "at", instant(l.Undone.At))
	}
	a.Late = s.lateAct(l, e)
	noun := q.key().Noun
	now := partOf(s.fields(noun, q.ID, l.Body.Value), q.Part)
	before := partOf(s.fields(noun, q.ID, valueBefore(l)), q.Part)
	if l.Body.Value != nil {
		a.Fields = compared(before, now)
		a.Plain = len(a.Fields) == 0
	}
	return a, q.Part == "" || len(a.Fields) > 0 || l.Body.Value == nil && len(before) > 0
}

// valueBefore is the value that an act replaced; of several the first. What was
// struck said nothing.
func valueBefore(l *history.Line) []byte {
	for _, before := range l.Before {
		if body, err := before.Read(); err == nil && body != nil && body.Value != nil {
			return body.Value
		}
	}
	return nil
}

// partOf are the fields that are about one row of a list; all without one.
func partOf(fields []field, part string) []field {
	if part == "" {
		return fields
	}
	return slices.DeleteFunc(fields, func(f field) bool {
		_, name, _ := strings.Cut(f.key, "/")
		return name != part
	})
}

func (s *sheet) where(a *history.Act) string {
	if s.room.Here(a) {
		return words.Put("history.here")
	}
	return words.Put("history.elsewhere")
}

// didOf is the code for what an act did.
func (s *sheet) didOf(l *history.Line) string {
	switch {
	case l.Body == nil:
		return "removed"
	case l.Redoes:
		return "redo"
	case l.Body.Kind == history.Add && s.brought()[l.Body.Deed]:
		return "import"
	}
	return string(l.Body.Kind)
}

func stateOf(l *history.Line) string {
	switch {
	case l.Body == nil:
		return "removed"
	case l.Undone != nil:
		return "undone"
	case l.Holds && l.Body.Value == nil:
		return "struck"
	case l.Counts:
		return "holds"
	case l.Holds:
		return "beside"
	}
	return "before"
}

// removedText says who removed what an act said, and why.
func (s *sheet) removedText(by *history.Act) string {
	if by == nil {
		return words.Put("history.removed")
	}
	why := history.RedactReasons[len(history.RedactReasons)-1]
	if body, err := by.Read(); err == nil && body != nil && words.Has("removed."+body.Because) {
		why = body.Because
	}
	return words.Put("history.removed_by", "author", by.Author, "at", instant(by.At), "why", words.Put("removed."+why))
}

// original is what an act said, word for word.
func (s *sheet) original(a *history.Act) *Original {
	v := &Original{
		Hash: string(a.Hash()), Raw: string(a.Body), Fields: []Field{},
		Text: words.Put("history.original", "n", words.Number(a.N), "author", a.Author, "where", s.where(a), "at", instant(a.At)),
	}
	if body, err := a.Read(); err == nil && body != nil {
		v.Fields = whole(s.fields(body.Noun, body.ID, body.Value))
	}
	return v
}

// removed lists what one act removed.
func (v *HistoryView) removed(s *sheet) error {
	act, err := s.room.Act(history.Hash(v.Query.ID))
	if err != nil {
		return err
	}
	gone, err := s.room.RemovedBy(act)
	if err != nil {
		return err
	}
	if len(gone) == 0 {
		return refusal.New(refusal.Gone)
	}
	v.Title, v.What, v.State = words.Put("history.removal"), words.Put("noun.removed"), string(history.Gone)
	v.Text = s.removedText(act)
	for _, a := range slices.Backward(gone) {
		v.Acts = append(v.Acts, HistoryAct{
			Hash: string(a.Hash()), At: instant(a.At), Author: a.Author, Where: s.where(a), Fields: []Field{},
			Did: words.Put("history.did.removed"), State: "removed", Note: v.Text,
		})
	}
	return nil
}
