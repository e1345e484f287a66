package binder

import (
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// CanMakeUp says whether what is open of a series can be made up within limits,
// beside the child's planned sessions and what is arranged already.
func (b *Book) CanMakeUp(s *ledger.Series, l fit.Limits) (*fit.Fit, error) {
	q := fit.Question{Series: s, AsOf: b.Today, Limits: l}
	for _, a := range b.Arrangements(s.ChildID) {
		switch {
		case !a.Live() || b.CameOf(a.ID) != nil:
		case a.SeriesID == s.ID:
			q.Standing = append(q.Standing, fit.Standing{Date: a.Date, Minutes: a.Minutes})
		case a.Date > b.Today:
			q.Busy = append(q.Busy, fit.Busy{Date: a.Date, Start: a.StartTime, Minutes: a.Minutes})
		}
	}
	for _, other := range b.Of(s.ChildID) {
		for i := range other.Slots {
			if slot := &other.Slots[i]; slot.Date > b.Today && slot.Schedule.StartTime.Known() {
				q.Busy = append(q.Busy, fit.Busy{Date: slot.Date, Start: slot.Schedule.StartTime, Minutes: slot.Schedule.Minutes})
			}
		}
	}
	return fit.Ask(q)
}

// askMakeUps is how far back Today asks whether a make-up took place.
const askMakeUps = 60

// MakeUpsToTell are the make-ups of a child, or of all, that were agreed to,
// whose day has come and of which the log says nothing.
func (b *Book) MakeUpsToTell(childID string) []*iep.Arrangement {
	var list []*iep.Arrangement
	for _, a := range b.Arrangements(childID) {
		come := a.Date != day.None && a.Date <= b.Today && a.Date > b.Today-askMakeUps
		if come && a.Settled() && b.CameOf(a.ID) == nil && b.Ledger.Find(a.SeriesID, a.ChildID) != nil {
			list = append(list, a)
		}
	}
	return list
}
