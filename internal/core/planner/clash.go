package planner

import (
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/schedule"
)

// A Taken is a time of the week at which another service stands: one of the
// same child, or one of a brother or sister.
type Taken struct {
	ChildID  string
	SeriesID string
	Service  *iep.Service
	Sibling  bool
	Days     day.Weekdays
	Start    day.Clock // none when only the day is known
	Minutes  int
}

// Around are the times of the week that are taken on a day, by every series of
// the record but one. What has ended takes none.
func Around(l *ledger.Ledger, childID, seriesID string, on day.Day) []Taken {
	var list []Taken
	for _, s := range l.Series {
		service := s.VersionOn(on).Service
		if s.ChildID == childID && s.ID == seriesID || service.End < on {
			continue
		}
		for _, sch := range schedule.InForce(service, on) {
			if days := schedule.Weekdays(sch); days != 0 {
				list = append(list, Taken{
					ChildID: s.ChildID, SeriesID: s.ID, Service: service, Sibling: s.ChildID != childID,
					Days: days, Start: sch.StartTime, Minutes: sch.Minutes,
				})
			}
		}
	}
	return list
}

// A Clash is another service in the way of a set of weekdays.
type Clash struct {
	With *Taken
	Days day.Weekdays // of the set
	Sure bool         // both times are known and overlap; else only the day is shared
}

// Clashes are the services that stand in the way of a session on a set of
// weekdays: those whose time overlaps, and those on the same day where one of
// the times is not known.
func Clashes(set day.Weekdays, wish Wish, taken []Taken) []Clash {
	var list []Clash
	for i := range taken {
		t := &taken[i]
		known := wish.Start.Known() && t.Start.Known()
		if days := set & t.Days; days != 0 && (!known || overlap(wish, t)) {
			list = append(list, Clash{With: t, Days: days, Sure: known})
		}
	}
	return list
}

// overlap says whether two sessions of known starts share a minute.
func overlap(w Wish, t *Taken) bool {
	mine, other := w.Start.Minutes(), t.Start.Minutes()
	return mine < other+t.Minutes && other < mine+w.Minutes
}
