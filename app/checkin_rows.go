package app

import (
	"cmp"
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/core/tally"
)

// The parts of the screen.
const (
	fillPart  = "fill"
	sheetPart = "sheet"
	printPart = "print"
)

// Which sessions that wait to be gone through.
const (
	thisWeek   = "this_week"
	lastWeek   = "last_week"
	threeWeeks = "three_weeks" // this one and the two before it
	allWaiting = "all"
)

var scopes = []string{thisWeek, lastWeek, threeWeeks, allWaiting}

// scopeSpan is the days of a scope, up to today.
func scopeSpan(scope string, today day.Day) day.Span {
	monday := today.Monday()
	switch scope {
	case thisWeek:
		return day.Span{First: monday, Last: today}
	case lastWeek:
		return day.Span{First: monday - 7, Last: monday - 1}
	case threeWeeks:
		return day.Span{First: monday - 14, Last: today}
	}
	return day.Span{First: day.First, Last: today}
}

// waiting is how many sessions the screen asks about as it opens.
func (s *sheet) waiting() int {
	return len(tally.Waiting(s.Ledger, s.child, scopeSpan(threeWeeks, s.Today)))
}

// checkRows are the rows of a query, and of a sheet whether they are surely the
// printed ones.
type checkRows struct {
	list  []tally.Row
	sheet *SheetView
	doubt string
}

// used is the query with what it leaves open.
func (q CheckInQuery) used(s *sheet) CheckInQuery {
	q.Child = s.child
	if q.Part != sheetPart && q.Part != printPart {
		q.Part = fillPart
	}
	if !slices.Contains(scopes, q.Scope) {
		q.Scope = threeWeeks
	}
	if q.Length != twoWeeks && q.Length != month {
		q.Length = week
	}
	q.From = cmp.Or(q.From, iso((s.Today + 3).Monday())) // from Friday on the week to come
	return q
}

// rows are those to go through. A code that names no sheet is refused at `code`.
func (q CheckInQuery) rows(s *sheet) (checkRows, error) {
	q = q.used(s)
	switch q.Part {
	case fillPart:
		return checkRows{list: tally.Waiting(s.Ledger, s.child, scopeSpan(q.Scope, s.Today))}, nil
	case sheetPart:
		if !blank(q.Code) {
			return q.printed(s)
		}
	}
	return checkRows{}, nil
}

func (q CheckInQuery) draw(s *sheet) (*CheckInView, error) {
	q = q.used(s)
	v := &CheckInView{
		Frame: s.frame(), Query: q, Scopes: []Filter{}, Rows: []CheckInRow{}, Reasons: codedReasons(), Sheets: []SheetView{}, Planned: len(s.Of(s.child)) > 0,
		KnownBy: choices(knownBy, func(k string) string { return words.Put("known." + k) }), Typed: s.typed(),
	}
	for _, id := range scopes {
		n := len(tally.Waiting(s.Ledger, s.child, scopeSpan(id, s.Today)))
		v.Scopes = append(v.Scopes, Filter{ID: id, Text: words.Put("checkin.scope." + id), Count: n})
	}
	rows, err := q.rows(s)
	if err == nil && q.Part == printPart {
		v.Sheets, err = q.previews(s)
	}
	if r := refusal.From(err); r != nil {
		v.Trouble = words.Refusal(r)
	} else if err != nil {
		return nil, err
	}
	for _, row := range rows.list {
		v.Rows = append(v.Rows, s.checkRow(row))
	}
	if rows.sheet != nil {
		v.Sheets = append(v.Sheets, *rows.sheet)
	}
	v.Doubt, v.Sum = rows.doubt, checkInSum(s.open(rows), v.Typed)
	v.Lead = words.Put("checkin.lead." + q.Part)
	return v, nil
}

func (s *sheet) checkRow(row tally.Row) CheckInRow {
	slot := row.Slot
	r := CheckInRow{
		Key: binder.Key(slot), Number: row.Number, On: dayOf(slot.Date), Time: words.Clock(slot.Schedule.StartTime),
		Child: s.named(row.Series.ChildID), Title: s.title(slot.Version), Minutes: slot.Schedule.Minutes,
		State: slotState(slot), Takes: takes(row, s.Today), Written: slot.Entry() != nil,
	}
	if slot.Date <= s.Today && slot.Status == calendar.Open && !r.Written {
		r.State = notFilledIn // of today too: the day may be over
	} else {
		r.Text = slotText(slot)
	}
	return r
}

// takes says whether a row can be answered: its day has come, and there was
// school or somebody has written that there was a session.
func takes(row tally.Row, today day.Day) bool { return row.Slot.Date <= today && !row.Closed() }

// codedReasons are the reasons with the keys that a sheet prints.
func codedReasons() []Coded {
	list := []Coded{}
	for _, r := range tally.Reasons() {
		list = append(list, Coded{string(r.Reason), r.Key, say.Capital(words.Reason(r.Reason))})
	}
	return list
}
