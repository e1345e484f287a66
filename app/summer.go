package app

import (
	"midweek/app/window"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// Summer is the screen below Minutes owed: summer programs with their two pots,
// where what is open goes, and what was agreed about it at the end of a year.
type Summer struct{ Desk *Desk }

// A SummersView is that screen, of a child or of all.
type SummersView struct {
	Frame    Frame         `json:"frame"`
	Lead     string        `json:"lead"`
	Children []SummerChild `json:"children"`
}

// A SummerChild is what the screen has of one child.
type SummerChild struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"` // where a screen shows more than one, else empty
	IEP      bool           `json:"iep"`  // ESY is a word of IEPs
	Apart    string         `json:"apart"`
	Quiet    string         `json:"quiet"` // what it means that there is no summer program, or empty
	Splits   []SummerSplit  `json:"splits"`
	Periods  []SummerPeriod `json:"periods"` // the latest first
	Services []Choice       `json:"services"`
	Blank    SummerForm     `json:"blank"`
	Agreed   []AgreedView   `json:"agreed"` // the latest first
	Agree    AgreeForm      `json:"agree"`  // a new agreement, with the numbers of today
	Breaks   string         `json:"breaks"` // of notes around breaks, or empty
}

func (v *SummersView) frame() *Frame { return &v.Frame }

// View shows the screen.
func (u *Summer) View(child string) (*SummersView, error) { return look(u.Desk, child, drawSummers) }

// Undo takes back the latest deed.
func (u *Summer) Undo(child string) (*SummersView, error) { return undo(u.Desk, child, drawSummers) }

// Redo does again what was taken back.
func (u *Summer) Redo(child string) (*SummersView, error) { return redo(u.Desk, child, drawSummers) }

// Save adds a summer program or corrects one.
func (u *Summer) Save(child string, form SummerForm) (*SummersView, error) {
	return u.change(child, func(r *open.Room) error {
		window, err := typed(form).window()
		if err != nil {
			return err
		}
		return r.SaveSummer(window, "")
	})
}

// Remove takes back a summer program that was added by mistake.
func (u *Summer) Remove(child, id string) (*SummersView, error) {
	return u.change(child, func(r *open.Room) error { return r.Remove("esy", id, "") })
}

// PlanOwn gives a summer program a plan and a calendar for its own services.
func (u *Summer) PlanOwn(child, id string) (*SummersView, error) {
	return u.change(child, func(r *open.Room) error {
		return r.PlanSummer(id, words.Put("summers.calendar"), day.MondayToFriday)
	})
}

// SaveAgreed writes down what was agreed at the end of a year.
func (u *Summer) SaveAgreed(child string, form AgreeForm) (*SummersView, error) {
	return u.change(child, func(r *open.Room) error {
		rows, err := typed(form).carryovers()
		if err != nil {
			return err
		}
		return r.SaveCarryovers(rows)
	})
}

// RemoveAgreed takes back an agreement that was written down by mistake.
func (u *Summer) RemoveAgreed(child string, ids []string) (*SummersView, error) {
	return u.change(child, func(r *open.Room) error { return r.WithdrawCarryovers(ids) })
}

// Statement is the page of a child to sign, to be read before it is saved.
func (u *Summer) Statement(of string) (*PageView, error) {
	page, err := u.statement(of)
	if err != nil {
		return nil, err
	}
	return pageView(page.Page()), nil
}

// SaveStatement asks where to save the page of a child, and writes it there. It
// changes nothing of the record.
func (u *Summer) SaveStatement(child, of string) (view *SummersView, err error) {
	defer window.Mend(&err)
	page, err := u.statement(of)
	if err != nil {
		return nil, err
	}
	did, err := u.Desk.savePage("carry-over-"+page.Today.String(), page.Page())
	return u.said(child, did, err)
}

// said draws the screen and tells what was done beside the record.
func (u *Summer) said(child, what string, err error) (*SummersView, error) {
	if err != nil {
		return nil, err
	}
	view, err := u.View(child)
	if err == nil {
		view.frame().Did = what
	}
	return view, err
}

func (u *Summer) statement(of string) (*handout.CarryOver, error) {
	return look(u.Desk, of, func(s *sheet) (*handout.CarryOver, error) {
		child := s.Record.Child(of)
		if child == nil {
			return nil, refusal.New(refusal.NoSuch, "what", "child", "id", of)
		}
		page := &handout.CarryOver{Child: child, Today: s.Today, Series: s.ofYear(of)}
		for _, series := range page.Series {
			if agreed := s.agreedOf(series.ChildID, series.ID); agreed != nil {
				page.Agreed = append(page.Agreed, agreed)
			}
		}
		return page, nil
	})
}

func (u *Summer) change(child string, do func(*open.Room) error) (*SummersView, error) {
	return change(u.Desk, child, do, drawSummers)
}

func drawSummers(s *sheet) (*SummersView, error) {
	v := &SummersView{Frame: s.frame(), Lead: words.Put("summers.lead"), Children: []SummerChild{}}
	for i := range s.Record.Children {
		if child := &s.Record.Children[i]; s.child == "" || s.child == child.ID {
			v.Children = append(v.Children, s.summerChild(child))
		}
	}
	return v, nil
}

func (s *sheet) summerChild(child *iep.Child) SummerChild {
	v := SummerChild{
		ID: child.ID, Name: s.named(child.ID), IEP: s.hasIEP(child.ID), Apart: words.Put("summers.apart"), Splits: []SummerSplit{},
		Periods: []SummerPeriod{}, Services: []Choice{}, Blank: SummerForm{Child: child.ID, Minutes: []SummerMinutes{}},
		Agreed: s.agreements(child.ID), Agree: s.agreeForm(child.ID), Breaks: s.breaksWritten(child.ID),
	}
	for _, series := range s.ofYear(child.ID) {
		v.Services = append(v.Services, Choice{series.ID, s.titleOf(series)})
		v.Splits = append(v.Splits, s.split(series))
	}
	for _, each := range s.Summers(child.ID) {
		v.Periods = append(v.Periods, s.summerPeriod(&each))
	}
	if len(v.Periods) == 0 {
		v.Quiet = words.Put("summers.none")
		if v.IEP {
			v.Quiet += " " + words.Put("summers.none_iep")
		}
	}
	return v
}

func (s *sheet) hasIEP(childID string) bool {
	for i := range s.Record.Plans {
		if p := &s.Record.Plans[i]; p.ChildID == childID && p.Kind == iep.IEP {
			return true
		}
	}
	return false
}

// breaksWritten says that notes before or after long breaks are there.
func (s *sheet) breaksWritten(childID string) string {
	n := 0
	for _, p := range s.Breaks(childID) {
		if len(p.Before)+len(p.After) > 0 {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return words.Put("summers.breaks", "breaks", words.Several("break", n))
}
