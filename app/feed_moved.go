package app

import (
	"reflect"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
)

// moves are the therapy dates that an accepted calendar changed. A new year
// plans all its sessions anew: of it those are told that a closed day takes.
func (s *sheet) moves(before *binder.Book, year *calendar.SchoolYear, fresh bool) MovedView {
	if !fresh {
		return s.moved(before)
	}
	var taken []binder.Moved
	for _, series := range s.Ledger.Series {
		for i := range series.Slots {
			if slot := &series.Slots[i]; slot.Status != calendar.Open && year.Span().Holds(slot.Date) {
				taken = append(taken, binder.Moved{How: binder.Left, Series: series, Slot: slot})
			}
		}
	}
	return s.movedOf(taken)
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
	v.Step, v.Query.Year, v.Label = accepted, year.ID, yearLabel(year)
	v.Years = append(v.Years, Choice{year.ID, yearText(year)})
	v.Lead = leadOf([]*calendar.Days{calendar.NewDays(year)})
	v.Moved = b.done.moved
	return true
}
