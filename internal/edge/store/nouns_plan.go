package store

import (
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// plans are kept without their services, which are nouns of their own.
var plans = table[iep.Plan]{
	name:    "plans",
	columns: "child_id, kind, start_day, end_day, calendar_ids, policy_id, unknown",
	cells: func(p *iep.Plan) []any {
		return []any{
			p.ChildID, text(p.Kind), dayCell(p.Start), dayCell(p.End), listed(p.CalendarIDs), text(p.PolicyID),
			unknownCell(p.Unknown),
		}
	},
	read: func(r *row) iep.Plan {
		return iep.Plan{
			ID: r.text(), ChildID: r.text(), Kind: iep.PlanKind(r.text()), Start: r.day(), End: r.day(),
			CalendarIDs: jsonCell[[]string](r), PolicyID: r.text(), Unknown: r.unknown(),
		}
	},
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
	words: func(s *record.PlacedService) []string { return []string{s.Type, s.Agency, s.Setting, s.Verbatim} },
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

const scheduleColumns = "id, rule, from_day, to_day, start_time, minutes, extra_dates, except_dates, " +
	"ignore_school_calendar, unknown"

func scheduleCells(s *iep.Schedule) []any {
	return []any{
		s.ID, s.Rule, dayCell(s.From), dayCell(s.To), clockCell(s.StartTime), s.Minutes, dayList(s.ExtraDates),
		dayList(s.ExceptDates), s.IgnoreSchoolCalendar, unknownCell(s.Unknown),
	}
}

func readSchedule(r *row) iep.Schedule {
	return iep.Schedule{
		ID: r.text(), Rule: r.text(), From: r.day(), To: r.day(), StartTime: r.clock(), Minutes: r.whole(),
		ExtraDates: r.days(), ExceptDates: r.days(), IgnoreSchoolCalendar: r.whole() != 0, Unknown: r.unknown(),
	}
}

// rowsOf are the cells of every row of a list.
func rowsOf[T any](list []T, cells func(*T) []any) [][]any {
	rows := make([][]any, len(list))
	for i := range list {
		rows[i] = cells(&list[i])
	}
	return rows
}

// room is an empty list with room for so many rows, nil for a list that is
// absent.
func room[T any](n *int) []T {
	if n == nil {
		return nil
	}
	return make([]T, 0, *n)
}
