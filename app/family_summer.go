package app

import (
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// A SummerView is a summer program (ESY) in words, with its form.
type SummerView struct {
	Form SummerForm `json:"form"`
	Text string     `json:"text"` // Mon Jun 14, 2027 to Fri Jul 9, 2027
	Rows []string   `json:"rows"` // Speech: 90 minutes
}

// A SummerForm is a summer program as typed.
type SummerForm struct {
	ID      string          `json:"id"`
	Child   string          `json:"child"`
	First   string          `json:"first"`
	Last    string          `json:"last"`
	Minutes []SummerMinutes `json:"minutes"`
}

// SummerMinutes are make-up minutes that the team reserved for a service.
type SummerMinutes struct {
	Series  string `json:"series"`
	Minutes *int   `json:"minutes"`
}

func (s *sheet) summerSeries(childID string) []Choice {
	list := []Choice{}
	for _, series := range s.Of(childID) {
		list = append(list, Choice{series.ID, words.Title(series.VersionOn(s.Today).Service)})
	}
	return list
}

func (s *sheet) summers(childID string) []SummerView {
	list := []SummerView{}
	for i := range s.Record.ESY {
		if w := &s.Record.ESY[i]; w.ChildID == childID {
			list = append(list, s.summer(w))
		}
	}
	slices.SortStableFunc(list, func(a, b SummerView) int { return compareText(b.Form.First, a.Form.First) })
	return list
}

func (s *sheet) summer(w *calendar.ESYWindow) SummerView {
	v := SummerView{
		Form: SummerForm{ID: w.ID, Child: w.ChildID, First: iso(w.First), Last: iso(w.Last), Minutes: []SummerMinutes{}},
		Text: words.Span(w.Span), Rows: []string{},
	}
	for _, choice := range s.summerSeries(w.ChildID) {
		minutes := w.Capacity[choice.ID]
		if minutes == 0 {
			continue
		}
		v.Form.Minutes = append(v.Form.Minutes, SummerMinutes{choice.ID, &minutes})
		v.Rows = append(v.Rows, words.Put("summer.minutes", "service", choice.Text, "minutes", words.Several("minute", minutes)))
	}
	return v
}

func (f SummerForm) window() (calendar.ESYWindow, error) {
	w := calendar.ESYWindow{ID: f.ID, ChildID: f.Child, Capacity: map[string]int{}}
	var err error
	if w.First, err = neededDay("first", f.First); err != nil {
		return w, err
	}
	if w.Last, err = neededDay("last", f.Last); err != nil {
		return w, err
	}
	if w.Last < w.First {
		return w, refusal.At("last", refusal.New(refusal.Backwards, "start", w.First.String(), "end", w.Last.String()))
	}
	for _, m := range f.Minutes {
		if m.Minutes == nil || *m.Minutes == 0 {
			continue
		}
		if *m.Minutes < 0 || *m.Minutes > record.MaxAmount {
			return w, refusal.At("minutes."+m.Series, refusal.New(refusal.OutOfBounds,
				"value", strconv.Itoa(*m.Minutes), "low", "0", "high", strconv.Itoa(record.MaxAmount)))
		}
		w.Capacity[m.Series] = *m.Minutes
	}
	return w, nil
}
