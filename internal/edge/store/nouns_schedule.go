package store

import "midweek/internal/core/iep"

const scheduleColumns = "id, rule, weeks_of, weeks_on, weeks_from, weeks_unknown, " +
	"cycle_length, cycle_days, cycle_first, cycle_closed, cycle_unknown, " +
	"from_day, to_day, start_time, minutes, extra_dates, except_dates, ignore_school_calendar, unknown"

func scheduleCells(s *iep.Schedule) []any {
	cells := append([]any{s.ID, s.Rule}, weeksCells(s.Weeks)...)
	cells = append(cells, cycleCells(s.Cycle)...)
	return append(cells,
		dayCell(s.From), dayCell(s.To), clockCell(s.StartTime), s.Minutes, dayList(s.ExtraDates),
		dayList(s.ExceptDates), s.IgnoreSchoolCalendar, unknownCell(s.Unknown))
}

func readSchedule(r *row) iep.Schedule {
	return iep.Schedule{
		ID: r.text(), Rule: r.text(), Weeks: readWeeks(r), Cycle: readCycle(r), From: r.day(), To: r.day(),
		StartTime: r.clock(), Minutes: r.whole(), ExtraDates: r.days(), ExceptDates: r.days(),
		IgnoreSchoolCalendar: r.whole() != 0, Unknown: r.unknown(),
	}
}

func weeksCells(w *iep.Weeks) []any {
	if w == nil {
		return make([]any, 4)
	}
	return []any{w.Of, numbers(w.On), dayCell(w.From), unknownCell(w.Unknown)}
}

func readWeeks(r *row) *iep.Weeks {
	there := r.cells[r.at] != nil
	w := &iep.Weeks{Of: r.whole(), On: jsonCell[[]int](r), From: r.day(), Unknown: r.unknown()}
	if !there {
		return nil
	}
	return w
}

func cycleCells(c *iep.Cycle) []any {
	if c == nil {
		return make([]any, 5)
	}
	return []any{c.Length, numbers(c.Days), dayCell(c.First), string(c.Closed), unknownCell(c.Unknown)}
}

func readCycle(r *row) *iep.Cycle {
	there := r.cells[r.at] != nil
	c := &iep.Cycle{
		Length: r.whole(), Days: jsonCell[[]int](r), First: r.day(), Closed: iep.OnClosed(r.text()), Unknown: r.unknown(),
	}
	if !there {
		return nil
	}
	return c
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
