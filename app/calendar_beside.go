package app

import (
	"slices"

	"midweek/internal/core/day"
)

// A CellBeside is something of a day that is no session: what was seen of a
// child, what was promised that day, that the child was sent away, or a make-up
// that is arranged.
type CellBeside struct {
	Sort  string `json:"sort"` // note, promise, removal, arrangement
	Child string `json:"child"`
	Kind  string `json:"kind"` // Progress; Promised; Sent home
	Text  string `json:"text"`
}

// beside is all of that in a span, by its day.
func (s *sheet) beside(in day.Span) map[day.Day][]CellBeside {
	on := map[day.Day][]CellBeside{}
	add := func(d day.Day, c CellBeside) {
		if in.Holds(d) {
			on[d] = append(on[d], c)
		}
	}
	for i := range s.Record.Children {
		id := s.Record.Children[i].ID
		if s.child != "" && id != s.child {
			continue
		}
		for _, n := range s.NotesOf(id) {
			add(n.Date, CellBeside{"note", s.named(id), noteKind(n.Kind), n.Text})
		}
		for _, y := range s.Removals(id) {
			for _, d := range slices.Concat(y.Days, y.Apart) {
				add(d.On, CellBeside{"removal", s.named(id), removalKind(d.Removal), d.Removal.Note})
			}
		}
	}
	for _, a := range s.Arrangements(s.child) {
		if series := s.Ledger.Find(a.SeriesID, a.ChildID); a.Live() && s.CameOf(a.ID) == nil && series != nil {
			state := words.Put("makeup.state." + string(a.State()))
			add(a.Date, CellBeside{"arrangement", s.named(a.ChildID), words.Put("cell.arrangement", "state", state), s.titleOf(series) + ", " + timed(a)})
		}
	}
	for _, p := range s.Promises(s.child) {
		add(p.Date, CellBeside{"promise", s.named(p.ChildID), words.Put("cell.promise"), p.Text})
	}
	return on
}
