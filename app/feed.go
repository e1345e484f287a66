package app

import (
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// Feed is the screen on which a school's own calendar comes in: choose a file,
// look through what it says, accept. What was read lies in memory until then.
type Feed struct{ Desk *Desk }

// A FeedQuery says for which school year a calendar is read.
type FeedQuery struct {
	Child string `json:"child"`
	Year  string `json:"year"`  // id of a school year; new: one that the file makes; empty: what fits best
	First string `json:"first"` // of a new year; empty: as the file says
	Last  string `json:"last"`
	Level string `json:"level"` // elementary, middle, high; empty: as the year has it
	All   bool   `json:"all"`   // with the rows that are ignored
}

// A FeedView is a school's calendar as it was read, to be looked through.
type FeedView struct {
	Frame    Frame         `json:"frame"`
	Query    FeedQuery     `json:"query"`    // as used
	Step     string        `json:"step"`     // choose, review, done
	File     int           `json:"file"`     // grows with every file that is read; 0 without one
	Name     string        `json:"name"`     // as the calendar calls itself
	Trouble  string        `json:"trouble"`  // why the file could not be read; empty when it was
	Problems []FeedProblem `json:"problems"` // places that could not be read
	Years    []Choice      `json:"years"`
	Levels   []Choice      `json:"levels"` // to choose from; empty when nothing asks for it
	Lead     string        `json:"lead"`   // 214 events: 19 look closed, 6 short days, 187 ignored
	Rest     string        `json:"rest"`   // why these are not all
	Again    bool          `json:"again"`  // the year has days of a feed already
	Answers  []Choice      `json:"answers"`
	Groups   []FeedGroup   `json:"groups"`
	Moved    MovedView     `json:"moved"` // therapy dates that the accepted days changed
	Label    string        `json:"label"` // of the accepted year, on the calendar screen
}

// A FeedProblem is a place of a file that could not be read.
type FeedProblem struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

// A FeedGroup is rows of one kind, the least certain first.
type FeedGroup struct {
	ID     string    `json:"id"` // look, names, gone, closed, short, testing, given_back, same, ignored
	Title  string    `json:"title"`
	Lead   string    `json:"lead"`
	Count  int       `json:"count"`
	Folded bool      `json:"folded"`
	Rows   []FeedRow `json:"rows"`
}

// A FeedRow is an event of the calendar, with what it would do.
type FeedRow struct {
	ID      string   `json:"id"`
	On      string   `json:"on"` // Thu Nov 26, 2026 to Fri Nov 27, 2026
	Title   string   `json:"title"`
	Does    string   `json:"does"`    // what it changes, where the answer alone does not say
	Why     string   `json:"why"`     // the words that decided
	Sure    string   `json:"sure"`    // how sure that is, in words
	Moves   string   `json:"moves"`   // +1 session; empty when none
	Answer  string   `json:"answer"`  // what it is to do; empty when it is only shown
	Answers []string `json:"answers"` // what it can do
	From    string   `json:"from"`    // of a short day, HH:MM or empty
	Until   string   `json:"until"`
}

// A FeedAnswer is what a person says of a row. Rows without one keep theirs.
type FeedAnswer struct {
	Row    string `json:"row"`
	Answer string `json:"answer"`
	From   string `json:"from"`
	Until  string `json:"until"`
}

func (v *FeedView) frame() *Frame { return &v.Frame }

// View shows what was read, or that nothing was.
func (f *Feed) View(q FeedQuery) (*FeedView, error) { return look(f.Desk, q.Child, f.draw(q)) }

// Choose asks for a file and reads it. A file that cannot be read leaves what
// was read before.
func (f *Feed) Choose(q FeedQuery) (*FeedView, error) {
	path, err := f.Desk.Outside.OpenFile(words.Put("dialog.feed"), feeds)
	if err != nil {
		return look(f.Desk, q.Child, func(*sheet) (*FeedView, error) { return nil, err })
	}
	if path != "" {
		f.Desk.feed.open(f.Desk.House.Room(), path)
		q = FeedQuery{Child: q.Child}
	}
	return f.View(q)
}

// dropped reads a file that a person dropped on the window, and leads there.
func (f *Feed) dropped(path string) {
	room := f.Desk.House.Room()
	if room == nil {
		return
	}
	f.Desk.feed.open(room, path)
	f.Desk.Outside.Dropped("calendar")
}

// Drop forgets what was read.
func (f *Feed) Drop(q FeedQuery) (*FeedView, error) {
	f.Desk.feed.forget()
	return f.View(FeedQuery{Child: q.Child})
}

// Accept writes what was read, as it was answered, as one deed.
func (f *Feed) Accept(q FeedQuery, answers []FeedAnswer) (*FeedView, error) {
	count := 0
	view, err := change(f.Desk, q.Child, func(r *open.Room) (err error) {
		count, err = f.accept(r, q, answers)
		return err
	}, f.draw(q))
	if err == nil && view.Frame.Did != "" {
		view.Frame.Did = words.Put("feed.did", "changes", words.Several("calendar_change", count))
	}
	return view, err
}

// Undo takes back the latest deed.
func (f *Feed) Undo(q FeedQuery) (*FeedView, error) { return undo(f.Desk, q.Child, f.draw(q)) }

// Redo does again what was taken back.
func (f *Feed) Redo(q FeedQuery) (*FeedView, error) { return redo(f.Desk, q.Child, f.draw(q)) }

// The steps.
const (
	choosing  = "choose"
	reviewing = "review"
	accepted  = "done"
)

// newYear stands for a school year that the file makes.
const newYear = "new"

// draw shows what lies in memory for the record that is open.
func (f *Feed) draw(q FeedQuery) func(*sheet) (*FeedView, error) {
	return func(s *sheet) (*FeedView, error) {
		v := &FeedView{
			Frame: s.frame(), Query: q, Step: choosing, Problems: []FeedProblem{}, Years: []Choice{}, Levels: []Choice{},
			Answers: []Choice{}, Groups: []FeedGroup{}, Moved: MovedView{Rows: []MovedRow{}},
		}
		v.Query.Child = s.child
		f.Desk.feed.Lock()
		defer f.Desk.feed.Unlock()
		b := f.Desk.feed.in(s.room)
		if b == nil {
			return v, nil
		}
		v.Trouble, v.Name, v.File = b.trouble, b.name, b.number
		if !b.there() {
			return v, nil
		}
		if v.done(s, b) {
			return v, nil
		}
		v.Step = reviewing
		return v, v.review(s, b)
	}
}

// accept writes what the answers come to, and keeps which therapy dates that
// changed.
func (f *Feed) accept(r *open.Room, q FeedQuery, answers []FeedAnswer) (int, error) {
	f.Desk.feed.Lock()
	defer f.Desk.feed.Unlock()
	b := f.Desk.feed.in(r)
	if b == nil || !b.there() {
		return 0, refusal.New(refusal.NoSuch, "what", "calendar file", "id", "")
	}
	before, err := r.Book()
	if err != nil {
		return 0, err
	}
	s := &sheet{Book: before, room: r, child: q.Child}
	t, err := b.take(s, q)
	if err != nil {
		return 0, err
	}
	changes, err := t.accepted(s.Today, answers)
	if err != nil {
		return 0, err
	}
	id, err := r.BringIn(t.incoming(q.Child, changes, s.Today), "")
	if err != nil {
		return 0, err
	}
	after, err := r.Book()
	if err != nil {
		return 0, err
	}
	s.Book = after
	b.done = &outcome{year: *after.Year(id), moved: s.moves(before, after.Year(id), t.year.ID == "")}
	return len(changes), nil
}
