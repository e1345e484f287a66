package app

import (
	"cmp"

	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// An ArrangeForm is a make-up as it is written down by hand.
type ArrangeForm struct {
	On      string `json:"on"` // empty: no day yet
	Time    string `json:"time"`
	Minutes *int   `json:"minutes"`
	State   string `json:"state"`
	Said    string `json:"said"` // when that was said; empty: today
	By      string `json:"by"`
	Note    string `json:"note"`
}

// A StepForm is an answer to make-ups.
type StepForm struct {
	IDs   []string `json:"ids"`
	State string   `json:"state"`
	On    string   `json:"on"` // empty: today
	By    string   `json:"by"`
	Note  string   `json:"note"`
}

// A DateForm puts a make-up on a day.
type DateForm struct {
	ID   string `json:"id"`
	On   string `json:"on"`
	Time string `json:"time"`
}

// propose writes the plan's dates down, as the family's own proposal.
func (q MakeUpQuery) propose(r *open.Room) error {
	book, err := r.Book()
	if err != nil {
		return err
	}
	s := &sheet{Book: book, room: r, child: q.Child}
	series := s.asked(q.Series)
	if series == nil {
		return refusal.New(refusal.NoSuch, "what", "series", "id", q.Series)
	}
	_, limits, err := q.chosen(s, series)
	if err != nil {
		return err
	}
	f, err := s.CanMakeUp(series, limits)
	if err != nil {
		return err
	}
	return r.Arrange(proposals(series.ChildID, series.ID, f), iep.Step{State: iep.Proposed, On: s.Today, By: r.Author()})
}

// proposals are the sessions of a plan, one for each day. They name nothing that
// they pay for, so that each pays the oldest that is open when it is given.
func proposals(child, series string, f *fit.Fit) []iep.Arrangement {
	var list []iep.Arrangement
	for _, p := range f.Plan {
		if n := len(list); n > 0 && list[n-1].Date == p.Date {
			list[n-1].Minutes += p.Minutes
			continue
		}
		list = append(list, iep.Arrangement{ChildID: child, SeriesID: series, Date: p.Date, StartTime: p.Start, Minutes: p.Minutes})
	}
	return list
}

func (q MakeUpQuery) arrange(r *open.Room, form ArrangeForm) error {
	book, err := r.Book()
	if err != nil {
		return err
	}
	series := (&sheet{Book: book, child: q.Child}).asked(q.Series)
	if series == nil {
		return refusal.New(refusal.NoSuch, "what", "series", "id", q.Series)
	}
	a := iep.Arrangement{ChildID: series.ChildID, SeriesID: series.ID}
	if a.Date, err = parseDay("on", form.On); err != nil {
		return err
	}
	if a.StartTime, err = parseClock("time", form.Time); err != nil {
		return err
	}
	if form.Minutes == nil {
		return refusal.At("minutes", refusal.New(refusal.Missing))
	}
	a.Minutes = *form.Minutes
	said, err := parseDay("said", form.Said)
	if err != nil {
		return err
	}
	step := iep.Step{State: iep.ArrangementState(form.State), On: cmp.Or(said, book.Today), By: form.By, Note: form.Note}
	return r.Arrange([]iep.Arrangement{a}, step)
}

func (f StepForm) save(r *open.Room) error {
	book, err := r.Book()
	if err != nil {
		return err
	}
	on, err := parseDay("on", f.On)
	if err != nil {
		return err
	}
	return r.Answer(f.IDs, iep.Step{State: iep.ArrangementState(f.State), On: cmp.Or(on, book.Today), By: f.By, Note: f.Note})
}

func (f DateForm) save(r *open.Room) error {
	on, err := neededDay("on", f.On)
	if err != nil {
		return err
	}
	at, err := parseClock("time", f.Time)
	if err != nil {
		return err
	}
	return r.Reset(f.ID, on, at, "")
}
