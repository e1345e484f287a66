package store

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

var calendars = table[calendar.SchoolYear]{
	name: "calendars",
	columns: "name, label, first_day, last_day, source, school_weekdays, closures, short_days, extra_days, noted_days, " +
		"terms, level, guess, guessed_from, unknown",
	cells: func(y *calendar.SchoolYear) []any {
		return []any{
			text(y.Name), text(y.Label), dayCell(y.First), dayCell(y.Last), text(y.Source),
			text(y.Weekdays.String()), count(y.Closures), count(y.PartialDays), count(y.ExtraDays), count(y.NotedDays),
			count(y.Terms), text(y.Level), y.Guess, text(y.GuessedFrom), unknownCell(y.Unknown),
		}
	},
	read: func(r *row) calendar.SchoolYear {
		return calendar.SchoolYear{
			ID: r.text(), Name: r.text(), Label: r.text(), First: r.day(), Last: r.day(), Source: r.text(),
			Weekdays: r.weekdays(), Closures: room[calendar.Closure](r.number()),
			PartialDays: room[calendar.PartialDay](r.number()), ExtraDays: room[calendar.ExtraDay](r.number()),
			NotedDays: room[calendar.NotedDay](r.number()), Terms: room[calendar.Term](r.number()),
			Level: calendar.Level(r.text()), Guess: r.whole() != 0, GuessedFrom: r.text(), Unknown: r.unknown(),
		}
	},
	parts: []part[calendar.SchoolYear]{
		{"closures", "calendar", closureColumns, func(y *calendar.SchoolYear) [][]any { return rowsOf(y.Closures, closureCells) }},
		{"short_days", "calendar", shortColumns, func(y *calendar.SchoolYear) [][]any { return rowsOf(y.PartialDays, shortCells) }},
		{"extra_days", "calendar", extraColumns, func(y *calendar.SchoolYear) [][]any { return rowsOf(y.ExtraDays, extraCells) }},
		{"noted_days", "calendar", notedColumns, func(y *calendar.SchoolYear) [][]any { return rowsOf(y.NotedDays, notedCells) }},
		{"terms", "calendar", termColumns, func(y *calendar.SchoolYear) [][]any { return rowsOf(y.Terms, termCells) }},
	},
	words: calendarWords,
}

func calendarWords(y *calendar.SchoolYear) []string {
	lines := []string{y.Name, y.Label, y.Source}
	for i := range y.Closures {
		lines = append(lines, y.Closures[i].Name)
	}
	for i := range y.PartialDays {
		lines = append(lines, y.PartialDays[i].Name)
	}
	for i := range y.ExtraDays {
		lines = append(lines, y.ExtraDays[i].Name)
	}
	for i := range y.NotedDays {
		lines = append(lines, y.NotedDays[i].Name)
	}
	for i := range y.Terms {
		lines = append(lines, y.Terms[i].Name)
	}
	return lines
}

const (
	closureColumns = "id, start_day, end_day, name, kind, source, unknown"
	shortColumns   = "id, start_day, end_day, weekdays, dismissal, opening, name, kind, source, unknown"
	extraColumns   = "on_day, name, source, unknown"
	notedColumns   = closureColumns
	termColumns    = "name, start_day, end_day, unknown"
)

func spanCells(s day.Span) (first, last any) { return dayCell(s.First), dayCell(s.Last) }

func closureCells(c *calendar.Closure) []any {
	first, last := spanCells(c.Span)
	return []any{text(c.ID), first, last, text(c.Name), text(c.Kind), text(c.Source), unknownCell(c.Unknown)}
}

func readClosure(r *row) calendar.Closure {
	return calendar.Closure{
		ID: r.text(), Span: r.span(), Name: r.text(), Kind: calendar.ClosureKind(r.text()), Source: calendar.Source(r.text()),
		Unknown: r.unknown(),
	}
}

func shortCells(p *calendar.PartialDay) []any {
	first, last := spanCells(p.Span)
	return []any{
		text(p.ID), first, last, text(p.Weekdays.String()), clockCell(p.Dismissal), clockCell(p.Opening), text(p.Name),
		text(p.Kind), text(p.Source), unknownCell(p.Unknown),
	}
}

func readShort(r *row) calendar.PartialDay {
	return calendar.PartialDay{
		ID: r.text(), Span: r.span(), Weekdays: r.weekdays(), Dismissal: r.clock(), Opening: r.clock(), Name: r.text(),
		Kind: r.text(), Source: calendar.Source(r.text()), Unknown: r.unknown(),
	}
}

func extraCells(x *calendar.ExtraDay) []any {
	return []any{dayCell(x.Date), text(x.Name), text(x.Source), unknownCell(x.Unknown)}
}

func readExtra(r *row) calendar.ExtraDay {
	return calendar.ExtraDay{Date: r.day(), Name: r.text(), Source: calendar.Source(r.text()), Unknown: r.unknown()}
}

func notedCells(n *calendar.NotedDay) []any {
	first, last := spanCells(n.Span)
	return []any{text(n.ID), first, last, text(n.Name), text(n.Kind), text(n.Source), unknownCell(n.Unknown)}
}

func readNoted(r *row) calendar.NotedDay {
	return calendar.NotedDay{
		ID: r.text(), Span: r.span(), Name: r.text(), Kind: calendar.NotedKind(r.text()), Source: calendar.Source(r.text()),
		Unknown: r.unknown(),
	}
}

func termCells(t *calendar.Term) []any {
	first, last := spanCells(t.Span)
	return []any{text(t.Name), first, last, unknownCell(t.Unknown)}
}

func readTerm(r *row) calendar.Term {
	return calendar.Term{Name: r.text(), Span: r.span(), Unknown: r.unknown()}
}
