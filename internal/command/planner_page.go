package command

import (
	"fmt"

	"midweek/internal/core/handout"
	"midweek/internal/core/planner"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/paper"
)

// page writes the answer as a page to print.
func (p plan) page(c *call, q asked, answer *planner.Answer) error {
	if err := exchange.MayWrite(p.Out, p.Force); err != nil {
		return inFile{p.Out, err}
	}
	w := handout.Weekdays{Question: q.Question, Answer: answer, Today: c.today}
	if q.series != nil {
		w.Child, w.Service = q.record.Child(q.series.ChildID), q.series.VersionOn(c.today).Service
	}
	pdf, err := paper.PDF(w.Page())
	if err == nil {
		err = exchange.Save(p.Out, pdf, p.Force)
	}
	if err != nil {
		return inFile{p.Out, err}
	}
	fmt.Fprintln(c, "Written: a page to print, with the child's name on it. Only you can read the file.")
	return nil
}
