package store

import (
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// plans are kept without their services, which are nouns of their own.
var plans = table[iep.Plan]{
	name: "plans",
	columns: "child_id, kind, start_day, end_day, calendar_ids, policy_id, claims, " +
		"clause, clause_text, clause_page, clause_owed, clause_otherwise, clause_unknown, unknown",
	cells: func(p *iep.Plan) []any {
		cells := []any{
			p.ChildID, text(p.Kind), dayCell(p.Start), dayCell(p.End), listed(p.CalendarIDs), text(p.PolicyID),
			count(p.Claims),
		}
		return append(append(cells, clauseCells(p.Clause)...), unknownCell(p.Unknown))
	},
	read: func(r *row) iep.Plan {
		return iep.Plan{
			ID: r.text(), ChildID: r.text(), Kind: iep.PlanKind(r.text()), Start: r.day(), End: r.day(),
			CalendarIDs: jsonCell[[]string](r), PolicyID: r.text(), Claims: room[iep.Claim](r.number()), Clause: readClause(r),
			Unknown: r.unknown(),
		}
	},
	parts: []part[iep.Plan]{{
		name: "claims", of: "plan", columns: claimColumns,
		rows: func(p *iep.Plan) [][]any { return rowsOf(p.Claims, claimCells) },
	}},
	words: func(p *iep.Plan) []string {
		var lines []string
		if p.Clause != nil {
			lines = append(lines, p.Clause.Text)
		}
		for _, c := range p.Claims {
			lines = append(lines, c.Name, c.SaidBy, c.Note)
		}
		return lines
	},
}

func clauseCells(c *iep.Clause) []any {
	there := c != nil
	if !there {
		c = &iep.Clause{}
	}
	return []any{mark(there), text(c.Text), text(c.Page), mapped(c.Owed), text(c.Others), unknownCell(c.Unknown)}
}

func readClause(r *row) *iep.Clause {
	there := r.mark()
	c := &iep.Clause{
		Text: r.text(), Page: iep.Page(r.text()), Owed: jsonCell[map[iep.Reason]iep.Owed](r), Others: iep.Owed(r.text()),
		Unknown: r.unknown(),
	}
	if !there {
		return nil
	}
	return c
}

const claimColumns = "id, series_id, start_day, end_day, name, said_by, said_on, note, unknown"

func claimCells(c *iep.Claim) []any {
	first, last := spanCells(c.Span)
	return []any{
		c.ID, text(c.SeriesID), first, last, text(c.Name), text(c.SaidBy), dayCell(c.SaidOn), text(c.Note),
		unknownCell(c.Unknown),
	}
}

func readClaim(r *row) iep.Claim {
	return iep.Claim{
		ID: r.text(), SeriesID: r.text(), Span: r.span(), Name: r.text(), SaidBy: r.text(), SaidOn: r.day(), Note: r.text(),
		Unknown: r.unknown(),
	}
}

var services = table[record.PlacedService]{
	name: "services",
	columns: "plan_id, series_id, type, start_day, end_day, " +
		"unit, amount, minutes_per_session, period, every, requirement_unknown, " +
		"schedules, agency, provider_id, mode, group_size, setting, verbatim, page, unknown",
	cells: func(s *record.PlacedService) []any {
		cells := []any{s.PlanID, text(s.SeriesID), text(s.Type), dayCell(s.Start), dayCell(s.End)}
		cells = append(cells, requirementCells(s.Requirement)...)
		return append(cells,
			count(s.Schedules), text(s.Agency), text(s.ProviderID), text(s.Mode), number(s.GroupSize),
			text(s.Setting), text(s.Verbatim), text(s.Page), unknownCell(s.Unknown))
	},
	read: func(r *row) record.PlacedService {
		id, plan := r.text(), r.text()
		return record.PlacedService{PlanID: plan, Service: iep.Service{
			ID: id, SeriesID: r.text(), Type: r.text(), Start: r.day(), End: r.day(),
			Requirement: readRequirement(r), Schedules: room[iep.Schedule](r.number()), Agency: r.text(),
			ProviderID: r.text(), Mode: r.text(), GroupSize: r.number(), Setting: r.text(), Verbatim: r.text(),
			Page: iep.Page(r.text()), Unknown: r.unknown(),
		}}
	},
	parts: []part[record.PlacedService]{{
		name: "schedules", of: "service", columns: scheduleColumns,
		rows: func(s *record.PlacedService) [][]any { return rowsOf(s.Schedules, scheduleCells) },
	}},
	words: func(s *record.PlacedService) []string {
		return []string{s.Type, s.ProviderID, s.Agency, s.Setting, s.Verbatim}
	},
}

func requirementCells(q *iep.Requirement) []any {
	if q == nil {
		return make([]any, 6)
	}
	return []any{
		string(q.Unit), q.Amount, number(q.MinutesPerSession), string(q.Period), number(q.EveryPeriods),
		unknownCell(q.Unknown),
	}
}

func readRequirement(r *row) *iep.Requirement {
	there := r.cells[r.at] != nil
	q := &iep.Requirement{
		Unit: iep.Unit(r.text()), Amount: r.whole(), MinutesPerSession: r.number(), Period: iep.Period(r.text()),
		EveryPeriods: r.number(), Unknown: r.unknown(),
	}
	if !there {
		return nil
	}
	return q
}
