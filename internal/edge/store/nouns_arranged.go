package store

import "midweek/internal/core/iep"

var arrangements = table[iep.Arrangement]{
	name:    "arrangements",
	columns: "child_id, series_id, on_day, start_time, minutes, pays_for, steps, unknown",
	cells: func(a *iep.Arrangement) []any {
		return []any{
			a.ChildID, a.SeriesID, dayCell(a.Date), clockCell(a.StartTime), a.Minutes, listed(a.PaysFor), count(a.Steps),
			unknownCell(a.Unknown),
		}
	},
	read: func(r *row) iep.Arrangement {
		return iep.Arrangement{
			ID: r.text(), ChildID: r.text(), SeriesID: r.text(), Date: r.day(), StartTime: r.clock(), Minutes: r.whole(),
			PaysFor: jsonCell[[]string](r), Steps: room[iep.Step](r.number()), Unknown: r.unknown(),
		}
	},
	parts: []part[iep.Arrangement]{{
		name: "steps", of: "arrangement", columns: "state, on_day, by, note, unknown",
		rows: func(a *iep.Arrangement) [][]any { return rowsOf(a.Steps, stepCells) },
	}},
	words: func(a *iep.Arrangement) []string {
		var lines []string
		for i := range a.Steps {
			lines = append(lines, a.Steps[i].By, a.Steps[i].Note)
		}
		return lines
	},
}

func stepCells(s *iep.Step) []any {
	return []any{string(s.State), dayCell(s.On), text(s.By), text(s.Note), unknownCell(s.Unknown)}
}

func readStep(r *row) iep.Step {
	return iep.Step{State: iep.ArrangementState(r.text()), On: r.day(), By: r.text(), Note: r.text(), Unknown: r.unknown()}
}
