package calendar

import "midweek/internal/core/day"

const (
	year52  day.Day = 52 * 7
	longRun         = 21 // days; longer runs are rules of the year, not events
)

// A move is one school year on its way to the next.
type move struct {
	of       *SchoolYear
	into     day.Span
	holidays []pair
	anchors  []anchor
}

// A pair is a federal holiday and the same one a year on.
type pair struct{ this, next FederalHoliday }

// An anchor is an event that takes along what meets its days, by whole weeks.
type anchor struct {
	days day.Span
	by   day.Day
}

func newMove(of *SchoolYear) *move {
	m := &move{of: of, into: shifted(of.Span(), year52)}
	for year := of.First.Year(); year <= (of.Last + 1).Year(); year++ {
		next := FederalHolidays(year + 1)
		for i, h := range FederalHolidays(year) {
			// A holiday of later law stands in both lists or in the next alone.
			for next[i].Name != h.Name {
				next = append(next[:i:i], next[i+1:]...)
			}
			m.holidays = append(m.holidays, pair{h, next[i]})
		}
	}
	m.tieToHolidays()
	m.tieToEaster()
	m.tieToLaborDay()
	return m
}

// tieToHolidays makes anchors of the federal holidays that have a weekday, and
// of the whole week of Thanksgiving.
func (m *move) tieToHolidays() {
	for _, h := range m.holidays {
		by := h.next.Date - h.this.Date
		if by%7 != 0 {
			continue // it has a date
		}
		days := day.Span{First: h.this.Date, Last: h.this.Date}
		if h.this.Name == "thanksgiving_day" {
			monday := h.this.Date.Monday()
			days = day.Span{First: monday, Last: monday + 6}
		}
		m.anchors = append(m.anchors, anchor{days, by})
	}
}

// tieToLaborDay keeps the first day of school in the week after Labor Day.
func (m *move) tieToLaborDay() {
	for _, h := range m.holidays {
		after := m.of.First - h.this.Date
		if h.this.Name != "labor_day" || after < 1 || after > 7 {
			continue
		}
		if first := h.next.Date + after; first <= m.into.Last {
			m.into.First = first
		}
	}
}

// tieToEaster makes an anchor of every Easter beside which school is closed.
func (m *move) tieToEaster() {
	days := NewDays(m.of)
	for year := m.of.First.Year(); year <= m.of.Last.Year(); year++ {
		e := Easter(year)
		if days.Status(e-2) == ClosedScheduled || days.Status(e+1) == ClosedScheduled {
			m.anchors = append(m.anchors, anchor{day.Span{First: e - 6, Last: e + 1}, Easter(year+1) - e})
		}
	}
}

// fit moves the part of a run that lies in the year, and cuts it to the next
// one. It is not ok when no weekday of the school is left.
func (m *move) fit(run day.Span, weekly bool) (day.Span, bool) {
	run = run.Within(m.of.Span())
	if run.Empty() {
		return run, false
	}
	moved := shifted(run, year52)
	if !weekly && run.Days() <= longRun {
		moved = m.moved(run)
	}
	moved = moved.Within(m.into)
	for on := moved.First; on <= moved.Last; on++ {
		if m.of.Weekdays.Has(on.Weekday()) {
			return moved, true
		}
	}
	return moved, false
}

func (m *move) moved(run day.Span) day.Span {
	for _, a := range m.anchors {
		if a.days.Meets(run) {
			return shifted(run, a.by)
		}
	}
	if run.Days() > 1 {
		return shifted(run, year52)
	}
	for _, h := range m.holidays {
		if h.this.Observed == run.First {
			return shifted(run, h.next.Observed-run.First)
		}
	}
	if byTheBreak(run.First) {
		return shifted(run, year52)
	}
	return shifted(run, sameOfMonth(run.First)-run.First)
}

// byTheBreak says whether a day lies in or beside the winter break.
func byTheBreak(on day.Day) bool {
	_, month, n := on.Civil()
	return month == 12 && n >= 18 || month == 1 && n <= 7
}

// sameOfMonth is the same weekday of the same month a year on, such as the
// third Friday. Of a fifth that is not there it is the last.
func sameOfMonth(on day.Day) day.Day {
	year, month, n := on.Civil()
	span := day.Of(year+1, month, 1).MonthSpan()
	first := span.First + day.Day((on.Weekday()-span.First.Weekday()+7)%7)
	same := first + day.Day((n-1)/7*7)
	if same > span.Last {
		return same - 7
	}
	return same
}

func shifted(s day.Span, by day.Day) day.Span {
	return day.Span{First: s.First + by, Last: s.Last + by}
}
