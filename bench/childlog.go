package main

import (
	"cmp"
	"fmt"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// writeLog says what came of every session on an open day: about seven of
// eight were given, the rest cut short or missed, some of those made up. The
// rows stand in order of day.
func writeLog(r *record.Record, d *dice) {
	for i := range r.Plans {
		days := calendar.NewDays(&r.Calendars[i])
		for j := range r.Plans[i].Services {
			s := &r.Plans[i].Services[j]
			for on := s.Start; on <= s.End; on++ {
				if days.Status(on) == calendar.Open && meets(s, on) {
					r.Sessions = append(r.Sessions, rowsOf(d, s, on)...)
				}
			}
		}
	}
	slices.SortStableFunc(r.Sessions, func(a, b iep.Session) int { return cmp.Compare(a.Date, b.Date) })
	for i := range r.Sessions {
		r.Sessions[i].ID = fmt.Sprintf("session-%05d", i+1)
	}
}

// meets says whether the service meets on a day of the week, by its series.
func meets(s *iep.Service, on day.Day) bool {
	switch w := on.Weekday(); s.SeriesID {
	case "speech":
		return w == day.Tuesday || w == day.Thursday
	case "occupational":
		return w == day.Monday || w == day.Wednesday
	default:
		return w == day.Friday
	}
}

// rowsOf is what is logged of one session: its own row, and perhaps the one
// that makes it up.
func rowsOf(d *dice, s *iep.Service, on day.Day) []iep.Session {
	row := iep.Session{ServiceID: s.ID, Date: on, Kind: iep.Regular, Status: iep.Delivered, Minutes: minutes(30), KnownBy: "school_log"}
	switch luck := d.below(100); {
	case luck < 87:
		return []iep.Session{row}
	case luck < 90:
		row.Status, row.Minutes, row.Reason = iep.Partial, minutes(20), iep.ProviderMeeting
		return []iep.Session{row}
	}
	row.Status, row.Minutes = iep.Missed, nil
	row.Reason = pick(d, iep.ProviderAbsent, iep.ProviderAbsent, iep.ProviderAbsent, iep.StudentAbsent, iep.StudentAbsent,
		iep.SchoolActivity, iep.Testing, iep.NotStated)
	if d.below(3) > 0 {
		return []iep.Session{row}
	}
	return []iep.Session{row, makeupOf(d, s, on)}
}

// makeupOf is given within a month. Every other one names what it makes up.
func makeupOf(d *dice, s *iep.Service, on day.Day) iep.Session {
	row := iep.Session{ServiceID: s.ID, Date: on + day.Day(1+d.below(28)), Kind: iep.Makeup, Status: iep.Delivered, Minutes: minutes(30), KnownBy: "saw"}
	if d.below(2) == 0 {
		row.MakeupFor = []string{s.SeriesID + ":" + on.String() + ":usual"}
	}
	return row
}

func minutes(n int) *int { return &n }
