package app

import (
	"strconv"

	"midweek/internal/core/alarm"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// Early is the screen on which a family chooses when it hears early that minutes
// are being lost.
type Early struct{ Desk *Desk }

// An EarlyView is that screen, of a child or of all.
type EarlyView struct {
	Frame    Frame        `json:"frame"`
	Lead     string       `json:"lead"`
	Children []EarlyChild `json:"children"`
}

// An EarlyChild is what was chosen for one child.
type EarlyChild struct {
	Name  string     `json:"name"` // where a screen shows more than one, else empty
	Form  EarlyForm  `json:"form"`
	Usual EarlyForm  `json:"usual"` // what the program starts from
	Asks  []EarlyAsk `json:"asks"`
}

// An EarlyAsk is one of the four questions, and what it says today as chosen.
type EarlyAsk struct {
	Code string   `json:"code"` // in_a_row, share, vacancy, fit
	Text string   `json:"text"`
	Says []string `json:"says"`
}

// An EarlyForm is what is typed. A number that is absent takes the program's; 0
// turns that one off.
type EarlyForm struct {
	Child   string `json:"child"`
	InARow  *int   `json:"inARow"`
	Share   *int   `json:"share"`
	Weeks   *int   `json:"weeks"`
	Vacancy *int   `json:"vacancy"`
	Fit     *int   `json:"fit"`
}

func (v *EarlyView) frame() *Frame { return &v.Frame }

// View shows the screen.
func (e *Early) View(child string) (*EarlyView, error) { return look(e.Desk, child, drawEarly) }

// Undo takes back the latest deed.
func (e *Early) Undo(child string) (*EarlyView, error) { return undo(e.Desk, child, drawEarly) }

// Redo does again what was taken back.
func (e *Early) Redo(child string) (*EarlyView, error) { return redo(e.Desk, child, drawEarly) }

// Save keeps what was chosen for a child.
func (e *Early) Save(child string, form EarlyForm) (*EarlyView, error) {
	return change(e.Desk, child, func(r *open.Room) error {
		chosen, err := form.alarm()
		if err != nil {
			return err
		}
		return r.SaveAlarm(form.Child, chosen)
	}, drawEarly)
}

// Try says what would be said today if the form were kept. It changes nothing.
func (e *Early) Try(form EarlyForm) ([]EarlyAsk, error) {
	chosen, err := form.alarm()
	if err != nil {
		return nil, err
	}
	return look(e.Desk, form.Child, func(s *sheet) ([]EarlyAsk, error) { return s.earlyAsks(form.Child, &chosen), nil })
}

func drawEarly(s *sheet) (*EarlyView, error) {
	v := &EarlyView{Frame: s.frame(), Lead: words.Put("early.lead"), Children: []EarlyChild{}}
	for i := range s.Record.Children {
		child := &s.Record.Children[i]
		if s.child != "" && s.child != child.ID {
			continue
		}
		v.Children = append(v.Children, EarlyChild{
			Name: s.named(child.ID), Form: earlyForm(child.ID, alarm.Usual(child.Alarm)), Usual: earlyForm(child.ID, alarm.Usual(nil)),
			Asks: s.earlyAsks(child.ID, child.Alarm),
		})
	}
	return v, nil
}

func earlyForm(childID string, a iep.Alarm) EarlyForm {
	return EarlyForm{Child: childID, InARow: a.InARow, Share: a.Share, Weeks: a.Weeks, Vacancy: a.Vacancy, Fit: a.Fit}
}

// alarm is what was typed, within what makes sense; an empty field takes the
// program's number.
func (f EarlyForm) alarm() (iep.Alarm, error) {
	for _, n := range []struct {
		field     string
		typed     *int
		low, high int
	}{{"inARow", f.InARow, 0, 50}, {"share", f.Share, 0, 100}, {"weeks", f.Weeks, 1, 52}, {"vacancy", f.Vacancy, 0, 200}, {"fit", f.Fit, 0, 200}} {
		if n.typed != nil && (*n.typed < n.low || *n.typed > n.high) {
			return iep.Alarm{}, refusal.At(n.field, refusal.New(refusal.OutOfBounds,
				"value", strconv.Itoa(*n.typed), "low", strconv.Itoa(n.low), "high", strconv.Itoa(n.high)))
		}
	}
	return iep.Alarm{InARow: f.InARow, Share: f.Share, Weeks: f.Weeks, Vacancy: f.Vacancy, Fit: f.Fit}, nil
}

// questions are the four in their order, with the alarms that answer them.
var questions = []struct {
	code   string
	alarms []alarm.Code
	off    func(iep.Alarm) bool
}{
	{"in_a_row", []alarm.Code{alarm.InARow}, func(a iep.Alarm) bool { return *a.InARow == 0 }},
	{"share", []alarm.Code{alarm.Share}, func(a iep.Alarm) bool { return *a.Share == 0 }},
	{"vacancy", []alarm.Code{alarm.Vacancy}, func(a iep.Alarm) bool { return *a.Vacancy == 0 }},
	{"fit", []alarm.Code{alarm.FitCloses, alarm.FitIsShort}, func(a iep.Alarm) bool { return *a.Fit == 0 }},
}

func (s *sheet) earlyAsks(childID string, chosen *iep.Alarm) []EarlyAsk {
	said := map[alarm.Code][]string{}
	for _, series := range s.Of(childID) {
		for _, a := range alarm.For(series, s.Today, chosen) {
			said[a.Code] = append(said[a.Code], withName(s.titleOf(series), words.Alarm(a)+"."))
		}
	}
	used := alarm.Usual(chosen)
	asks := []EarlyAsk{}
	for _, q := range questions {
		ask := EarlyAsk{Code: q.code, Text: words.Put("early.question." + q.code), Says: []string{}}
		for _, code := range q.alarms {
			ask.Says = append(ask.Says, said[code]...)
		}
		switch {
		case q.off(used):
			ask.Says = []string{words.Put("early.off")}
		case len(ask.Says) == 0:
			ask.Says = []string{words.Put("early.silent")}
		}
		asks = append(asks, ask)
	}
	return asks
}

// An EarlyLine is one thing said early on Today, with where its dates stand.
type EarlyLine struct {
	Text string `json:"text"`
	To   string `json:"to"`
}

// early is what of a series is to be looked at soon, as its family chose.
func (s *sheet) early(series *ledger.Series) []EarlyLine {
	var chosen *iep.Alarm
	if child := s.Record.Child(series.ChildID); child != nil {
		chosen = child.Alarm
	}
	list := []EarlyLine{}
	for _, a := range alarm.For(series, s.Today, chosen) {
		list = append(list, EarlyLine{say.Capital(words.Alarm(a)) + ".", href("owed", seriesID(series))})
	}
	return list
}
