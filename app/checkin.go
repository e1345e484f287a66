package app

import (
	"midweek/app/window"
	"midweek/internal/open"
)

// CheckIn is the screen on which a family goes through sessions one after the
// other, by keys: what waits to be filled in, or the rows of a printed sheet.
type CheckIn struct{ Desk *Desk }

// A CheckInQuery says which rows to go through.
type CheckInQuery struct {
	Child  string `json:"child"`  // empty for all
	Part   string `json:"part"`   // fill, sheet, print
	Scope  string `json:"scope"`  // of fill: this_week, last_week, three_weeks, all
	Code   string `json:"code"`   // of sheet: as it is printed
	From   string `json:"from"`   // of print: a day of the first week or of the month
	Length string `json:"length"` // of print: week, two_weeks, month
	Whole  bool   `json:"whole"`  // of print: the child's name as it is in the record
}

// A CheckInView is rows to be answered.
type CheckInView struct {
	Frame   Frame        `json:"frame"`
	Query   CheckInQuery `json:"query"` // as used
	Lead    string       `json:"lead"`
	Scopes  []Filter     `json:"scopes"`
	Rows    []CheckInRow `json:"rows"`
	Reasons []Coded      `json:"reasons"`
	KnownBy []Choice     `json:"knownBy"`
	Typed   CheckInForm  `json:"typed"` // what was typed and not written down
	Sum     CheckInSum   `json:"sum"`
	Sheets  []SheetView  `json:"sheets"`  // of print: what would be printed; of sheet: the one that was found
	Trouble string       `json:"trouble"` // what is wrong with the code or the day; empty when nothing is
	Doubt   string       `json:"doubt"`   // of a sheet that may be numbered in another way
	Planned bool         `json:"planned"` // whether there is a service to be planned at all
}

// A CheckInRow is a planned session, under the number that it has on paper.
type CheckInRow struct {
	Key     string `json:"key"`
	Number  int    `json:"number"`
	On      Day    `json:"on"`
	Time    string `json:"time"`
	Child   string `json:"child"`
	Title   string `json:"title"`
	Minutes int    `json:"minutes"` // planned
	State   string `json:"state"`   // as it is written
	Text    string `json:"text"`    // that in words; empty while it waits to be filled in
	Takes   bool   `json:"takes"`   // an answer
	Written bool   `json:"written"`
}

// A Coded choice has the key that stands for it, on paper and on the keyboard.
type Coded struct {
	ID   string `json:"id"`
	Key  string `json:"key"`
	Text string `json:"text"`
}

// A CheckInForm is the answers as typed. They are written down as one deed.
type CheckInForm struct {
	KnownBy string          `json:"knownBy"` // how all of it is known, where a row says nothing else; empty: not said
	Answers []CheckInAnswer `json:"answers"`
}

// A CheckInAnswer is what a person says of one row.
type CheckInAnswer struct {
	Key     string `json:"key"`
	Status  string `json:"status"`  // delivered, missed, partial, unsure
	Minutes *int   `json:"minutes"` // given, of a partial one
	Reason  string `json:"reason"`
	KnownBy string `json:"knownBy"` // empty: as for all; none: not said
	Over    bool   `json:"over"`    // typed over what was written before
}

// A CheckInSum is what the answers come to, before they are written down.
type CheckInSum struct {
	Text     string `json:"text"`     // 5 happened, 1 missed: therapist was out
	Left     string `json:"left"`     // what has no answer yet, or not all of it
	Answered int    `json:"answered"` // rows
	Of       int    `json:"of"`       // rows that wait, or have an answer here
}

// A SheetView is a sheet of one child.
type SheetView struct {
	Child string `json:"child"`
	Code  string `json:"code"`
	Text  string `json:"text"` // Mon Mar 17, 2025 to Sun Mar 23, 2025: rows 1 to 6
}

func (v *CheckInView) frame() *Frame { return &v.Frame }

// View shows the rows.
func (c *CheckIn) View(q CheckInQuery) (*CheckInView, error) { return look(c.Desk, q.Child, q.draw) }

// Keep remembers what was typed so far, also over the end of the program, and
// says what it comes to. It writes nothing in the record.
func (c *CheckIn) Keep(q CheckInQuery, form CheckInForm) (sum *CheckInSum, err error) {
	form = typed(form)
	return look(c.Desk, q.Child, func(s *sheet) (*CheckInSum, error) {
		rows, err := q.rows(s)
		if err != nil {
			return nil, err
		}
		sum := checkInSum(s.open(rows), form)
		return &sum, keepTyped(s.room, form)
	})
}

// Write writes the answers to the rows that are shown, as one deed. Others stay
// typed.
func (c *CheckIn) Write(q CheckInQuery, form CheckInForm) (*CheckInView, error) {
	form = typed(form)
	said := ""
	view, err := change(c.Desk, q.Child, func(r *open.Room) (err error) {
		said, err = q.write(r, form)
		return err
	}, q.draw)
	if err == nil && view.Frame.Did != "" {
		view.Frame.Did = said
	}
	return view, err
}

// SavePage asks where to save, and writes the sheets to print there. It changes
// nothing of the record.
func (c *CheckIn) SavePage(q CheckInQuery) (view *CheckInView, err error) {
	defer window.Mend(&err)
	page, err := look(c.Desk, q.Child, q.page)
	if err != nil {
		return nil, err
	}
	name := "sessions-" + page.Sheets[0].Code.In.First.String()
	did, err := c.Desk.savePage(name, page.Page())
	if err != nil {
		return nil, err
	}
	view, err = c.View(q)
	if err == nil {
		view.Frame.Did = did
	}
	return view, err
}

// Undo takes back the latest deed.
func (c *CheckIn) Undo(q CheckInQuery) (*CheckInView, error) { return undo(c.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (c *CheckIn) Redo(q CheckInQuery) (*CheckInView, error) { return redo(c.Desk, q.Child, q.draw) }
