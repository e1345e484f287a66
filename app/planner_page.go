package app

import (
	"midweek/app/window"
	"midweek/internal/core/handout"
	"midweek/internal/core/planner"
	"midweek/internal/core/refusal"
)

// SavePage asks where to save, and writes the page to print there. It changes
// nothing of the record.
func (p *Planner) SavePage(q PlannerQuery) (view *PlannerView, err error) {
	defer window.Mend(&err)
	page, err := look(p.Desk, q.Child, q.page)
	if err != nil {
		return nil, err
	}
	did, err := p.Desk.savePage("weekdays", page.Page())
	if err != nil {
		return nil, err
	}
	return p.did(q, did)
}

// CopyClause puts the words to propose on the clipboard.
func (p *Planner) CopyClause(q PlannerQuery) (view *PlannerView, err error) {
	defer window.Mend(&err)
	page, err := look(p.Desk, q.Child, q.page)
	if err != nil {
		return nil, err
	}
	if err := p.Desk.Outside.Copy(page.Clause()); err != nil {
		return nil, err
	}
	return p.did(q, words.Put("did.copied"))
}

// did draws the screen and tells what was done beside the record: there is
// nothing of it to undo.
func (p *Planner) did(q PlannerQuery, what string) (*PlannerView, error) {
	view, err := p.View(q)
	if err == nil {
		view.Frame.Did = what
	}
	return view, err
}

func (q PlannerQuery) page(s *sheet) (*handout.Weekdays, error) {
	w, err := q.wish(s)
	if err != nil {
		return nil, err
	}
	if len(w.Years) == 0 {
		return nil, refusal.At("calendars", refusal.New(refusal.Missing))
	}
	answer, err := planner.Ask(w.Question)
	if err != nil {
		return nil, err
	}
	page := w.page(s, answer)
	return &page, nil
}
