package app

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/say"
)

// A PromiseRow is one promise, and what came of it.
type PromiseRow struct {
	Form  PromiseForm `json:"form"`
	Child string      `json:"child"`
	Title string      `json:"title"` // the service, or empty
	Said  string      `json:"said"`  // Said by Dana on Mon Feb 17, 2025
	Due   string      `json:"due"`   // Due Fri Mar 28, 2025
	Past  bool        `json:"past"`  // that day is over, and nobody has said what came of it
	Kept  string      `json:"kept"`  // in words
}

func (s *sheet) promiseRow(p *iep.Promise) PromiseRow {
	return PromiseRow{
		Form: promiseForm(p), Child: s.named(p.ChildID), Title: s.seriesTitle(p.SeriesID, p.ChildID), Said: saidOn(p), Due: s.due(p),
		Past: s.pastDue(p), Kept: keptText(p),
	}
}

func saidOn(p *iep.Promise) string {
	on := maybeAbout(p.Date, p.Approximate)
	if p.By == "" {
		return words.Put("promise.said", "day", on)
	}
	return words.Put("promise.said_by", "name", p.By, "day", on)
}

func (s *sheet) pastDue(p *iep.Promise) bool {
	return p.Kept == "" && p.Due != day.None && p.Due < s.Today
}

// due is by when; of what was answered it is told as it was.
func (s *sheet) due(p *iep.Promise) string {
	switch {
	case p.Due == day.None:
		return words.Put("promise.no_due")
	case p.Due < s.Today:
		return words.Put("promise.was_due", "day", words.Day(p.Due))
	}
	return words.Put("promise.due", "day", words.Day(p.Due))
}

func keptText(p *iep.Promise) string {
	switch {
	case p.Kept == iep.KeptYes && p.KeptOn != day.None:
		return words.Put("kept.on", "day", words.Day(p.KeptOn))
	case p.Kept == iep.KeptPartly && p.KeptOn != day.None:
		return words.Put("kept.partly_on", "day", words.Day(p.KeptOn))
	case slices.Contains(keptWords, p.Kept):
		return words.Put("kept." + string(p.Kept))
	}
	return say.Plain(string(p.Kept))
}
