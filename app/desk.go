package app

import (
	"sync"
	"sync/atomic"

	"midweek/app/window"
	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

var words = say.English

// A Desk is what every screen works at: the house, with the record that lies
// open on it.
type Desk struct {
	House   *open.House
	Outside window.Surroundings
	Version string // of the program
	Keep    bool   // make the safe copies that nobody asks for

	entering sync.Mutex  // while a record is opened
	sample   bool        // begin with the sample family
	hidden   atomic.Bool // names are first letters on the screen
	doubted  atomic.Bool // the record was found not to be sound, or not to be read here
	feed     tray        // a school's calendar that lies open
	fallen   fallen      // files that were dropped on the window
	bolt     bolt        // the record's lock
	copies   copier      // nil: the house's own

	kept   atomic.Pointer[open.Room] // whose copies are looked after
	chosen atomic.Pointer[string]    // the path of a safe copy that waits for its passphrase
}

// Screens are the bound structs of the window, one for each screen.
func (d *Desk) Screens() []any {
	return []any{
		&Start{d}, &Lock{d}, &Today{d}, &Calendar{d}, &Log{d}, &Owed{d}, &Summer{d}, &Early{d}, &MakeUp{d}, &Charts{d}, &Planner{d}, &Family{d}, &People{d}, &Year{d}, &Feed{d}, &Find{d}, &Papers{d}, &Notes{d}, &Rule{d}, &CheckIn{d}, &History{d}, &Changes{d}, &Erasure{d}, &Copies{d}, &Proof{d}, &Names{d}, &Settings{d},
	}
}

func (d *Desk) room() (*open.Room, error) {
	d.bolt.touch() // whoever asks for something is there
	if room := d.House.Room(); room != nil {
		return room, nil
	}
	return nil, refusal.New(refusal.NoRecord)
}

// A sheet is what a view is drawn from.
type sheet struct {
	*binder.Book
	room    *open.Room
	child   string
	begin   string         // how far the first steps have come, as prefs.Prefs.Begin has it
	imports binder.Imports // nil until asked for
	outside window.Surroundings
	mask    mask                 // of names; the zero mask shows them
	labels  map[string][]labeled // school years of a child; nil until asked for
	besides map[string]string    // what tells a series from others of its name; nil until asked for
}

// look draws a screen.
func look[V any](d *Desk, child string, draw func(*sheet) (V, error)) (view V, err error) {
	defer window.Mend(&err)
	room, err := d.room()
	if err != nil {
		return view, err
	}
	book, err := room.Book()
	if err != nil {
		return view, err
	}
	if book.Record.Child(child) == nil {
		child = ""
	}
	s := &sheet{Book: book, room: room, child: child, begin: d.begun(book), outside: d.Outside}
	if d.hidden.Load() {
		s.mask = maskOf(book.Record, room.Author())
		s.Book = s.mask.book(book)
	}
	d.Outside.NameEdits(s.edits())
	view, err = draw(s)
	s.mask.in(&view)
	return view, err
}

// change does what a person asked and draws the screen as it is then: one
// round trip. While names are hidden it is refused, for a form would save what
// it shows.
func change[V framed](d *Desk, child string, do func(*open.Room) error, draw func(*sheet) (V, error)) (view V, err error) {
	if err := d.shown(); err != nil {
		return view, err
	}
	return mark(d, child, do, draw)
}

// mark is change for what has no form: a click that says what happened.
func mark[V framed](d *Desk, child string, do func(*open.Room) error, draw func(*sheet) (V, error)) (view V, err error) {
	defer window.Mend(&err)
	room, err := d.room()
	if err != nil {
		return view, err
	}
	if err := room.Load(); err != nil {
		return view, err
	}
	before, _ := room.Edits()
	if err := do(room); err != nil {
		return view, err
	}
	done, _ := room.Edits()
	if done.Deed == before.Deed {
		return look(d, child, draw)
	}
	return told(d, room, child, words.Deed(done.Did), draw)
}

// told draws the screen and tells what was done, and when it was written.
func told[V framed](d *Desk, room *open.Room, child, did string, draw func(*sheet) (V, error)) (V, error) {
	var hide mask
	view, err := look(d, child, func(s *sheet) (V, error) { hide = s.mask; return draw(s) })
	if err == nil {
		did = hide.text(did)
		view.frame().Did, view.frame().Saved = did, words.Clock(room.Clock())
	}
	return view, err
}

// framed is a view with its frame.
type framed interface{ frame() *Frame }

// frame draws what stands around every screen.
func (s *sheet) frame() Frame {
	f := Frame{Today: dayOf(s.Today), Sample: s.room.Sample, Child: s.child, Children: []Choice{}, Notices: s.notices(), Seconds: toastSeconds,
		Locked: s.room.Locked(), Reading: s.room.ReadOnly()}
	for i := range s.Record.Children {
		f.Children = append(f.Children, Choice{s.Record.Children[i].ID, s.Record.Children[i].Name})
	}
	f.Undo, f.Redo = s.edits()
	f.Begin, f.Hidden = s.begin, len(s.mask.short) > 0
	return f
}

// edits name what Undo and Redo would do; empty when there is nothing, or
// something is in the way.
func (s *sheet) edits() (undo, redo string) {
	back, again := s.room.Edits()
	return s.mask.text(offered(back)), s.mask.text(offered(again))
}

func offered(e binder.Edit) string {
	if e.Blocked {
		return ""
	}
	return words.Deed(e.Did)
}

// toastSeconds is how long a toast with its Undo stays.
const toastSeconds = 10

func dayOf(d day.Day) Day {
	if d == day.None {
		return Day{}
	}
	return Day{d.String(), words.Day(d)}
}

// named is the child's name where a screen shows more than one.
func (s *sheet) named(childID string) string {
	if len(s.Record.Children) < 2 {
		return ""
	}
	if child := s.Record.Child(childID); child != nil {
		return child.Name
	}
	return childID
}

// undo takes back the latest deed and draws the screen.
func undo[V framed](d *Desk, child string, draw func(*sheet) (V, error)) (V, error) {
	back := func(r *open.Room) (binder.Edit, error) {
		edit, _ := r.Edits()
		return edit, r.Undo()
	}
	return step(d, child, "deed.undone", back, draw)
}

// redo does again what was taken back and draws the screen.
func redo[V framed](d *Desk, child string, draw func(*sheet) (V, error)) (V, error) {
	again := func(r *open.Room) (binder.Edit, error) {
		_, edit := r.Edits()
		return edit, r.Redo()
	}
	return step(d, child, "deed.redone", again, draw)
}

// step goes back or forth by one deed, draws the screen and tells which.
func step[V framed](
	d *Desk, child, code string, do func(*open.Room) (binder.Edit, error), draw func(*sheet) (V, error),
) (view V, err error) {
	defer window.Mend(&err)
	room, err := d.room()
	if err != nil {
		return view, err
	}
	if err := room.Load(); err != nil {
		return view, err
	}
	edit, err := do(room)
	if err != nil {
		return view, err
	}
	return told(d, room, child, words.Put(code, "what", words.Deed(edit.Did)), draw)
}
