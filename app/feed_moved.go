package app

import (
	"reflect"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// moves are the therapy dates that changed between two books.
func moves(before, after *binder.Book, fresh bool) []binder.Move {
	return binder.Moved(before.Ledger, after.Ledger, fresh)
}

// done shows what the accepted calendar did, as long as the school year is as
// it left it: taken back, there is the review again.
func (v *FeedView) done(s *sheet, b *feedFile) bool {
	if b.done == nil {
		return false
	}
	year := s.Year(b.done.year.ID)
	if year == nil || !reflect.DeepEqual(*year, b.done.year) {
		return false
	}
	v.Step, v.Query.Year = accepted, year.ID
	v.Years = append(v.Years, Choice{year.ID, yearText(year)})
	d := calendar.NewDays(year)
	v.Lead = leadOf([]*calendar.Days{d})
	for _, m := range b.done.moves {
		v.Moved = append(v.Moved, s.moved(year, m))
	}
	v.Heading = words.Put("feed.moved_none")
	if n := len(v.Moved); n > 0 {
		v.Heading = words.Several("moved", n)
	}
	return true
}

func (s *sheet) moved(year *calendar.SchoolYear, m binder.Move) FeedMoved {
	row := FeedMoved{
		On: dayOf(m.Slot.Date), Year: yearLabel(year), Child: s.named(m.Series.ChildID), Title: words.Service(m.Slot.Version.Service.Type),
		Time: words.Clock(m.Slot.Schedule.StartTime), Came: m.Came, Text: words.Put("feed.left"), Why: dayName(year, m.Slot.Date),
	}
	if m.Came {
		row.Text = words.Put("feed.came")
	}
	if m.Slot.Session != nil {
		row.Text = words.Put("feed.filled")
	}
	return row
}

// dayName is what a calendar calls a day: given back, closed, or nothing.
func dayName(year *calendar.SchoolYear, on day.Day) string {
	for i := range year.ExtraDays {
		if e := &year.ExtraDays[i]; e.Date == on && e.Name != "" {
			return e.Name
		}
	}
	for i := range year.Closures {
		if c := &year.Closures[i]; c.Holds(on) {
			return words.Closure(c)
		}
	}
	return ""
}
