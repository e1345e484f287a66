package app

import (
	"cmp"
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/breaks"
	"midweek/internal/core/iep"
	"midweek/internal/open"
)

// Notes is the screen of what stands beside the minutes: what was seen of a
// child, what was promised, and the days it was sent away.
type Notes struct{ Desk *Desk }

// A NotesView is that screen, of a child or of all.
type NotesView struct {
	Frame        Frame         `json:"frame"`
	Lead         string        `json:"lead"`
	Children     []NotesChild  `json:"children"` // to write about
	Kinds        []Choice      `json:"kinds"`    // of notes
	KnownBy      []Choice      `json:"knownBy"`
	Kept         []Choice      `json:"kept"`         // what came of a promise
	RemovalKinds []Choice      `json:"removalKinds"` // how a child was sent away
	Breaks       []BreakView   `json:"breaks"`       // with notes, or to be asked about; the latest first
	Notes        []NoteRow     `json:"notes"`        // about no break, the latest first
	Promises     []PromiseRow  `json:"promises"`     // the open ones first
	Years        []RemovalYear `json:"years"`        // counted, the latest first
	Removals     []RemovalRow  `json:"removals"`     // as written, the latest first
}

// A NotesChild is a child to write about, with its services and breaks.
type NotesChild struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Services []Choice `json:"services"`
	Breaks   []Choice `json:"breaks"` // the latest first
}

// A BreakView is a long break with what was seen before and after it.
type BreakView struct {
	Key    string    `json:"key"`   // of the child and the break
	Child  string    `json:"child"` // its name where a screen shows more than one
	Name   string    `json:"name"`  // Winter break
	Days   string    `json:"days"`
	Ask    string    `json:"ask"`  // what to look at just now, or empty
	Form   NoteForm  `json:"form"` // of the note that is asked for, or that is missing
	Gap    string    `json:"gap"`  // what is missing, in words
	Before []NoteRow `json:"before"`
	After  []NoteRow `json:"after"`
}

// A NoteRow is one note.
type NoteRow struct {
	Form  NoteForm `json:"form"`
	On    string   `json:"on"` // Tue Jan 7, 2025, or: about Tue Jan 7, 2025
	Child string   `json:"child"`
	Kind  string   `json:"kind"`
	Title string   `json:"title"` // the service, or empty
	From  string   `json:"from"`  // who said it and how it is known; may be empty
}

func (v *NotesView) frame() *Frame { return &v.Frame }

// View shows the screen.
func (n *Notes) View(child string) (*NotesView, error) { return look(n.Desk, child, drawNotes) }

// SaveNote adds a note or corrects one.
func (n *Notes) SaveNote(child string, form NoteForm) (*NotesView, error) {
	return n.change(child, func(r *open.Room) error {
		note, err := typed(form).note()
		if err != nil {
			return err
		}
		return r.SaveNote(note)
	})
}

// SavePromise adds a promise or corrects one.
func (n *Notes) SavePromise(child string, form PromiseForm) (*NotesView, error) {
	return n.change(child, func(r *open.Room) error {
		promise, err := typed(form).promise()
		if err != nil {
			return err
		}
		return r.SavePromise(promise)
	})
}

// Kept says what came of a promise: yes, partly, no, or empty for not known yet.
func (n *Notes) Kept(child, promise, kept string) (*NotesView, error) {
	return n.change(child, func(r *open.Room) error { return r.Kept(promise, iep.Kept(kept)) })
}

// SaveRemoval adds days on which the child was sent away, or corrects them.
func (n *Notes) SaveRemoval(child string, form RemovalForm) (*NotesView, error) {
	return n.change(child, func(r *open.Room) error {
		removal, err := typed(form).removal()
		if err != nil {
			return err
		}
		return r.SaveRemoval(removal)
	})
}

// WriteDown marks sessions that stood in such days missed, by their keys, with
// the reason that was chosen.
func (n *Notes) WriteDown(child string, keys []string, reason string) (*NotesView, error) {
	return n.change(child, func(r *open.Room) error {
		return r.Fill(keys, binder.Outcome{Status: iep.Missed, Reason: iep.Reason(reason)})
	})
}

// Withdraw takes back an entry: a note, a promise or a removal.
func (n *Notes) Withdraw(child, noun, id string) (*NotesView, error) {
	return n.change(child, func(r *open.Room) error {
		switch noun {
		case "promise":
			return r.WithdrawPromise(id)
		case "removal":
			return r.WithdrawRemoval(id)
		}
		return r.WithdrawNote(id)
	})
}

// Undo takes back the latest deed.
func (n *Notes) Undo(child string) (*NotesView, error) { return undo(n.Desk, child, drawNotes) }

// Redo does again what was taken back.
func (n *Notes) Redo(child string) (*NotesView, error) { return redo(n.Desk, child, drawNotes) }

func (n *Notes) change(child string, do func(*open.Room) error) (*NotesView, error) {
	return change(n.Desk, child, do, drawNotes)
}

var (
	noteKinds    = []iep.NoteKind{iep.Progress, iep.Regression, iep.Recoupment, iep.Effect, iep.PlainNote}
	keptWords    = []iep.Kept{"", iep.KeptYes, iep.KeptPartly, iep.KeptNo}
	removalKinds = []iep.RemovalKind{iep.OutOfSchool, iep.SentHome, iep.InSchool, iep.OffBus, iep.OtherRemoval}
)

func drawNotes(s *sheet) (*NotesView, error) {
	v := &NotesView{
		Frame: s.frame(), Lead: words.Put("notes.lead"), Children: []NotesChild{}, Breaks: []BreakView{}, Notes: []NoteRow{},
		Promises: []PromiseRow{}, Years: []RemovalYear{}, Removals: []RemovalRow{},
		Kinds:        choices(noteKinds, func(k iep.NoteKind) string { return words.Put("note." + string(k)) }),
		KnownBy:      choices(knownBy, func(k string) string { return words.Put("known." + k) }),
		Kept:         choices(keptWords, func(k iep.Kept) string { return words.Put("kept." + string(k)) }),
		RemovalKinds: choices(removalKinds, func(k iep.RemovalKind) string { return words.Put("removal.kind." + string(k)) }),
	}
	for i := range s.Record.Children {
		child := &s.Record.Children[i]
		if s.child != "" && child.ID != s.child {
			continue
		}
		pairs := s.Breaks(child.ID)
		v.Children = append(v.Children, s.notesChild(child, pairs))
		s.seen(v, child, pairs)
		s.sentAway(v, child)
	}
	slices.SortStableFunc(v.Notes, func(a, b NoteRow) int { return cmp.Compare(b.Form.Date, a.Form.Date) })
	for _, p := range s.Promises(s.child) {
		v.Promises = append(v.Promises, s.promiseRow(p))
	}
	return v, nil
}

func (s *sheet) notesChild(child *iep.Child, pairs []breaks.Pair) NotesChild {
	c := NotesChild{ID: child.ID, Name: child.Name, Services: []Choice{}, Breaks: []Choice{}}
	for _, series := range s.Of(child.ID) {
		c.Services = append(c.Services, Choice{series.ID, s.titleOf(series)})
	}
	for i := len(pairs) - 1; i >= 0; i-- {
		b := &pairs[i].Break
		c.Breaks = append(c.Breaks, Choice{b.ID, words.Put("break.choice", "name", s.breakName(b), "day", words.Day(b.First))})
	}
	return c
}
