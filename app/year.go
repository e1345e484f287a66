package app

import (
	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// Year is the screen that fills in a school year by hand: usual days to tick,
// dates pasted as text, and the next year as a guess.
type Year struct{ Desk *Desk }

// A FillQuery says which year is filled in, and with what.
type FillQuery struct {
	Child    string `json:"child"`
	Calendar string `json:"calendar"` // its id; one that is not there: the newest
	State    string `json:"state"`    // whose holidays are suggested; empty: the child's; none: of no state
	Text     string `json:"text"`     // pasted; empty: nothing
}

// A FillView is a school year and what could go into it. Nothing of it is in
// the record until a person adds it.
type FillView struct {
	Frame   Frame        `json:"frame"`
	Query   FillQuery    `json:"query"`  // as used; State is empty when it is not known
	Years   []Choice     `json:"years"`  // all calendars
	Label   string       `json:"label"`  // Houston ISD, 2024-25; empty when there is no school year
	Dates   string       `json:"dates"`  // Mon Aug 12, 2024 to Wed Jun 4, 2025
	Days    string       `json:"days"`   // 175 school days · 27 closed weekdays
	First   string       `json:"first"`  // of the year, for the fields of days
	Last    string       `json:"last"`   //
	Guess   string       `json:"guess"`  // This year is a guess, made from …; empty when it is not
	States  []Choice     `json:"states"` // none, and TX, Texas
	Groups  []UsualGroup `json:"groups"` // the usual days, by where they come from
	Pasted  PastedView   `json:"pasted"`
	Next    NextView     `json:"next"`
	Changed MovedView    `json:"changed"` // by the deed that this answers
}

func (v *FillView) frame() *Frame { return &v.Frame }

// View shows a year and what could go into it.
func (y *Year) View(q FillQuery) (*FillView, error) { return look(y.Desk, q.Child, typed(q).draw) }

// AddUsual writes the usual days that were ticked.
func (y *Year) AddUsual(q FillQuery, ticked []UsualTick) (*FillView, error) {
	return y.change(q, func(r *open.Room) error {
		book, err := r.Book()
		if err != nil {
			return err
		}
		batch, err := usualBatch(&sheet{Book: book, room: r, child: q.Child}, q, ticked)
		if err != nil {
			return err
		}
		return r.AddDays(q.Calendar, batch, "")
	})
}

// Guess adds the year after this one as a guess, for the plans that are to
// follow it.
func (y *Year) Guess(q FillQuery, plans []string) (*FillView, error) {
	return y.change(q, func(r *open.Room) error { return r.GuessNext(q.Calendar, plans, "") })
}

// Real says that the days of a guessed year are the school's own now.
func (y *Year) Real(q FillQuery) (*FillView, error) {
	return y.change(q, func(r *open.Room) error { return r.RealYear(q.Calendar, "") })
}

// Undo takes back the latest deed.
func (y *Year) Undo(q FillQuery) (*FillView, error) { return undo(y.Desk, q.Child, typed(q).draw) }

// Redo does again what was taken back.
func (y *Year) Redo(q FillQuery) (*FillView, error) { return redo(y.Desk, q.Child, typed(q).draw) }

// change does a deed and draws the year with the sessions that it touched.
func (y *Year) change(q FillQuery, do func(*open.Room) error) (*FillView, error) {
	var before *binder.Book
	return change(y.Desk, q.Child, func(r *open.Room) (err error) {
		if before, err = r.Book(); err != nil {
			return err
		}
		return do(r)
	}, func(s *sheet) (*FillView, error) {
		v, err := q.draw(s)
		if err == nil {
			v.Changed = s.moved(before)
		}
		return v, err
	})
}

func (q FillQuery) draw(s *sheet) (*FillView, error) {
	v := &FillView{
		Frame: s.frame(), Years: []Choice{}, States: append([]Choice{{noState, words.Put("usual.no_state")}}, states()...), Groups: []UsualGroup{}, Pasted: emptyPasted(), Next: emptyNext(),
		Changed: MovedView{Rows: []MovedRow{}},
	}
	for i := range s.Record.Calendars {
		v.Years = append(v.Years, Choice{s.Record.Calendars[i].ID, yearText(&s.Record.Calendars[i])})
	}
	q.Child, v.Query = s.child, q
	year := s.Year(q.Calendar)
	if year == nil {
		year = s.currentYear(s.child)
	}
	if year == nil {
		return v, nil
	}
	v.Query.Calendar, v.Query.State = year.ID, s.stateOf(q.State, year)
	v.Label, v.Dates, v.Days = yearText(year), words.Span(year.Span()), leadOf([]*calendar.Days{calendar.NewDays(year)})
	v.First, v.Last, v.Guess = iso(year.First), iso(year.Last), s.guessText(year)
	v.Groups = usualGroups(year, v.Query.State)
	v.Next = s.nextView(year)
	var err error
	v.Pasted, err = pastedView(year, q.Text)
	return v, err
}

// guessText says that a year is a guess, and of which year.
func (s *sheet) guessText(y *calendar.SchoolYear) string {
	if !y.Guess {
		return ""
	}
	if of := s.Year(y.GuessedFrom); of != nil {
		return words.Put("guess.from", "year", yearLabel(of))
	}
	return words.Put("guess.year")
}

// noState asks for the holidays of no state.
const noState = "none"

// stateOf is the state asked for, or that of the first child with one: of the
// child looked at, of those with a plan on the calendar, of all.
func (s *sheet) stateOf(asked string, y *calendar.SchoolYear) string {
	if asked != "" {
		return asked
	}
	ids := append([]string{s.child}, s.Pupils(y.ID)...)
	for i := range s.Record.Children {
		ids = append(ids, s.Record.Children[i].ID)
	}
	for _, id := range ids {
		if child := s.Record.Child(id); child != nil && child.State != "" {
			return child.State
		}
	}
	return ""
}

// spanField reads two days of a form; without the second it is one day.
func spanField(first, last string) (day.Span, error) {
	from, err := neededDay("first", first)
	if err != nil {
		return day.Span{}, err
	}
	to, err := parseDay("last", last)
	if err != nil {
		return day.Span{}, err
	}
	if to == day.None {
		to = from
	}
	if to < from {
		return day.Span{}, refusal.At("last", refusal.New(refusal.Backwards, "start", from.String(), "end", to.String()))
	}
	return day.Span{First: from, Last: to}, nil
}
