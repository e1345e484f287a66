package app

import (
	"errors"
	"reflect"

	"midweek/app/window"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// Start is the first screen: the door of a locked record; begin a record, look around with the sample
// family, bring in a file; and the rescue screen of a record that does not
// open.
type Start struct{ Desk *Desk }

// A StartView is what there is to open, before a record is.
type StartView struct {
	State  string `json:"state"`  // fresh, door, renew, open, rescue
	Rescue Rescue `json:"rescue"` // of the state rescue
	Door   Door   `json:"door"`   // of the state renew
	Frame  Frame  `json:"frame"`  // of the state open
	Typed  string `json:"typed"`  // of the state open: what was typed and not saved when the record was locked
}

// A Rescue says why the record was not opened. Nothing has been changed.
type Rescue struct {
	Code   string `json:"code"`   // empty, foreign, newer, damaged, read_only, in_use
	Text   string `json:"text"`   // what it is
	Advice string `json:"advice"` // what can be done
	Folder string `json:"folder"` // where the file lies, shown and opened on request
	Anyway string `json:"anyway"` // how it can be opened after all, on a button; or empty
}

// A StartForm begins a record.
type StartForm struct {
	Author string `json:"author"` // the name that will stand beside the entries
	Child  string `json:"child"`  // a nickname is enough
}

// View says what there is to open, and opens the family's record when it is
// sound.
func (s *Start) View() (view *StartView, err error) {
	defer window.Mend(&err)
	house := s.Desk.House
	if house.Room() == nil && house.InUse() {
		return s.rescue("in_use"), nil
	}
	err = s.Desk.enter()
	var shut *open.Unopenable
	switch {
	case err == nil:
		return s.opened()
	case errors.As(err, &shut) && shut.State == open.Absent:
		return s.before("fresh"), nil
	case errors.As(err, &shut) && shut.State == open.Sealed:
		return s.before("door"), nil
	}
	return s.failed(err)
}

// Sample opens the sample family.
func (s *Start) Sample() (view *StartView, err error) {
	defer window.Mend(&err)
	if err := s.Desk.House.Sample(); err != nil {
		return nil, err
	}
	return s.opened()
}

// Begin makes the family's record, with a child in it.
func (s *Start) Begin(form StartForm) (view *StartView, err error) {
	defer window.Mend(&err)
	form = typed(form)
	if form.Child == "" {
		return nil, refusal.At("child", refusal.New(refusal.Missing))
	}
	if form.Author == "" {
		return nil, refusal.At("author", refusal.New(refusal.Missing))
	}
	if err := s.Desk.House.Begin(form.Author, form.Child); err != nil {
		return nil, err
	}
	if err := s.firstStep(); err != nil {
		return nil, err
	}
	return s.opened()
}

// firstStep opens the first steps of a record that was begun just now.
func (s *Start) firstStep() error {
	book, err := s.Desk.House.Room().Book()
	if err != nil {
		return err
	}
	return s.Desk.reach(book.Record.Children[0].ID, stepChild)
}

// OpenFile asks for a service-hours file and brings it into the family's
// record, which it makes when there is none.
func (s *Start) OpenFile(author string) (view *StartView, err error) {
	defer window.Mend(&err)
	path, err := s.Desk.Outside.OpenFile(words.Put("dialog.open"), records)
	if err != nil {
		return nil, err
	}
	if path == "" {
		return s.View()
	}
	added, err := s.Desk.House.BeginWith(typed(author), path)
	if err != nil {
		return nil, err
	}
	view, err = s.opened()
	if err == nil && added > 0 {
		view.Frame.Did, view.Frame.Saved = view.Frame.Undo, words.Clock(s.Desk.House.Room().Clock())
	}
	return view, err
}

// Own closes the sample family and goes back to the family's own record, or to
// the first screen.
func (s *Start) Own() (view *StartView, err error) {
	defer window.Mend(&err)
	if err := s.Desk.leave(); err != nil {
		return nil, err
	}
	return s.View()
}

// SaveCopy asks where to save, and writes the record there as a service-hours
// file, which other programs read too.
func (s *Start) SaveCopy() (view *StartView, err error) {
	defer window.Mend(&err)
	room, err := s.Desk.room()
	if err != nil {
		return nil, err
	}
	path, err := s.Desk.Outside.SaveFile(words.Put("dialog.save"), "record.json", records)
	if err != nil {
		return nil, err
	}
	if path == "" {
		return s.View()
	}
	if err := room.SaveCopy(path); err != nil {
		return nil, err
	}
	view, err = s.opened()
	if err == nil {
		view.Frame.Did = words.Put("did.saved_copy")
	}
	return view, err
}

// ShowFolder opens the data folder in the system's file manager.
func (s *Start) ShowFolder() (view *StartView, err error) {
	defer window.Mend(&err)
	if err := s.Desk.Outside.ShowFolder(s.Desk.House.Folder()); err != nil {
		return nil, err
	}
	return s.View()
}

// records are the files that a record can be brought in from.
var records = window.Kind{Name: words.Put("dialog.records"), Ending: ".json"}

// opened shows the open record at once, as its projection has it; the page
// asks again when its acts have been read and checked. A record that was found
// not to be sound is checked first.
func (s *Start) opened() (*StartView, error) {
	room, err := s.Desk.room()
	if err != nil {
		return nil, err
	}
	if s.Desk.bolt.renewing() {
		return s.renew(room), nil
	}
	if s.Desk.doubted.Load() {
		if err := room.Load(); err != nil {
			return s.failed(err)
		}
		s.Desk.doubted.Store(false)
	}
	view, err := look(s.Desk, "", func(sh *sheet) (*StartView, error) { return &StartView{State: "open", Frame: sh.frame()}, nil })
	if err != nil {
		return s.failed(err)
	}
	view.Door.Keys, view.Typed = []Choice{}, takeTyped(room)
	if moved := s.Desk.House.Moved(); moved != "" && s.Desk.bolt.tell(moved) {
		view.Frame.Did = words.Put("lock.moved." + moved)
	}
	if !room.Loaded() {
		go s.check(room, view.Frame)
	} else {
		go s.Desk.housekeep(room)
	}
	return view, nil
}

// check reads the acts behind the first screen, and has the page ask again
// when they tell more than the projection did, or something else: what Undo
// would take back, entries in conflict, a record that is not sound.
func (s *Start) check(room *open.Room, shown Frame) {
	err := loaded(room) // told by whatever asks next
	if err == nil {
		err = room.CheckPapers()
	}
	if err == nil {
		defer s.Desk.housekeep(room)
	}
	if err == nil {
		now, err := look(s.Desk, "", func(sh *sheet) (Frame, error) { return sh.frame(), nil })
		if err == nil && reflect.DeepEqual(now, shown) {
			return
		}
	}
	s.Desk.Outside.Refresh()
}

// loaded reads and checks the acts; a panic in it is an error like another.
func loaded(room *open.Room) (err error) {
	defer window.Mend(&err)
	return room.Load()
}

// failed is the rescue screen for an error that says the record is not sound, or
// not for this program.
func (s *Start) failed(err error) (*StartView, error) {
	var broken *history.Broken
	var shut *open.Unopenable
	switch {
	case errors.As(err, &shut):
		return s.shut(shut)
	case newer(err):
		view := s.rescue(string(open.Newer))
		view.Rescue.Advice = words.Put("rescue.newer.entries")
		return s.doubt(view)
	case errors.As(err, &broken):
		return s.doubt(s.rescue("broken", "author", broken.Author, "n", words.Number(broken.N)))
	}
	return nil, err
}

// doubt closes the record until its acts were found to be sound.
func (s *Start) doubt(view *StartView) (*StartView, error) {
	s.Desk.doubted.Store(true)
	return view, s.Desk.House.Leave()
}

// newer says whether an act of the record was written by a newer program.
func newer(err error) bool {
	r := refusal.From(err)
	return r != nil && r.Code == refusal.NewerVersion
}

// shut is the rescue screen for a record that was not opened.
func (s *Start) shut(shut *open.Unopenable) (*StartView, error) {
	view := s.rescue(string(shut.State), "needs", words.Number(shut.Needs))
	if shut.Lost > 0 {
		view.Rescue.Text += " " + words.Put("rescue.damaged.lost", "changes", words.Several("unread", shut.Lost))
	}
	if code := anyway(shut.State); code != "" && s.Desk.bolt.trying() != nil {
		view.Rescue.Anyway = words.Put("rescue." + code + ".anyway")
	}
	if shut.State == open.Damaged {
		return s.doubt(view)
	}
	return view, s.Desk.House.Leave()
}

func (s *Start) rescue(code string, pairs ...string) *StartView {
	view := s.before("rescue")
	view.Rescue = Rescue{
		Code: code, Text: words.Put("rescue." + code), Advice: words.Put("rescue."+code+".advice", pairs...), Folder: s.Desk.House.Folder(),
	}
	return view
}

// before is what stands before a record is open.
func (s *Start) before(state string) *StartView {
	return &StartView{State: state, Frame: emptyFrame(), Door: Door{Keys: []Choice{}}}
}

func emptyFrame() Frame { return Frame{Children: []Choice{}, Notices: []Notice{}} }
