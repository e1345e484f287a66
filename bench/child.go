package main

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

const (
	childFirstYear = 2010
	childYears     = 15
)

// childAsOf is after the last school year, so that all of it is judged.
var childAsOf = day.Of(childFirstYear+childYears, 7, 31)

// childRecord is workload D: three services through 15 school years, a plan
// and a calendar for each, and a log in which every session stands.
func childRecord() *record.Record {
	r := &record.Record{
		Children: []iep.Child{{ID: "child", Name: "Robin"}},
		Policies: []policy.Policy{{ID: "policy", Pack: "default-conservative",
			Owed: map[iep.Reason]policy.Answer{iep.ProviderMeeting: policy.Yes}}},
	}
	d := dice(15)
	for year := childFirstYear; year < childFirstYear+childYears; year++ {
		y := schoolYear(&d, year)
		r.Calendars = append(r.Calendars, y)
		r.Plans = append(r.Plans, planOf(&y, year))
		r.ESY = append(r.ESY, calendar.ESYWindow{ID: fmt.Sprintf("esy-%d", year), ChildID: "child",
			Span: day.Span{First: day.Of(year+1, 7, 6), Last: day.Of(year+1, 7, 31)}, Capacity: map[string]int{"speech": 120}})
	}
	writeLog(r, &d)
	return r
}

// schoolYear has the federal holidays, three breaks, a few days for the staff,
// some snow and some early dismissals.
func schoolYear(d *dice, year int) calendar.SchoolYear {
	opens, closes := day.Of(year, 8, 31), day.Of(year+1, 6, 19)
	y := calendar.SchoolYear{ID: fmt.Sprintf("calendar-%d", year), First: opens.Monday(), Last: closes.Monday() + 4, Weekdays: day.MondayToFriday}
	add := func(kind calendar.ClosureKind, first, last day.Day) {
		y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: first, Last: last}, Kind: kind})
	}
	for _, h := range append(calendar.FederalHolidays(year), calendar.FederalHolidays(year+1)...) {
		if y.Span().Holds(h.Observed) {
			add(calendar.Holiday, h.Observed, h.Observed)
		}
	}
	add(calendar.Break, day.Of(year, 12, 22), day.Of(year+1, 1, 1))
	add(calendar.Break, day.Of(year+1, 2, 18).Monday(), day.Of(year+1, 2, 18).Monday()+4)
	add(calendar.Break, day.Of(year+1, 4, 7).Monday(), day.Of(year+1, 4, 7).Monday()+4)
	for range 3 {
		staff := y.First + day.Day(d.below(280))
		add(calendar.StaffDay, staff, staff)
	}
	for range d.below(4) {
		snow := day.Of(year+1, 1, 4) + day.Day(d.below(60))
		add(calendar.Weather, snow, snow)
	}
	for range 6 {
		early := y.First + day.Day(d.below(280))
		y.PartialDays = append(y.PartialDays, calendar.PartialDay{Span: day.Span{First: early, Last: early}, Dismissal: day.At(12, 30)})
	}
	return y
}

// planOf is a year's plan, one service for each usual wording: so many
// sessions a week, so many minutes a week, so many minutes a month.
func planOf(y *calendar.SchoolYear, year int) iep.Plan {
	service := func(series, days string, start day.Clock, promise iep.Requirement) iep.Service {
		return iep.Service{
			ID: fmt.Sprintf("%s-%d", series, year), SeriesID: series, Start: y.First, End: y.Last, Requirement: &promise,
			Schedules: []iep.Schedule{{ID: "usual", Rule: "FREQ=WEEKLY;BYDAY=" + days, From: y.First, StartTime: start, Minutes: 30}},
		}
	}
	length := 30
	return iep.Plan{
		ID: fmt.Sprintf("plan-%d", year), ChildID: "child", Kind: iep.IEP, Start: y.First, End: y.Last,
		CalendarIDs: []string{y.ID}, PolicyID: "policy",
		Services: []iep.Service{
			service("speech", "TU,TH", day.At(10, 0), iep.Requirement{Unit: iep.Sessions, Amount: 2, MinutesPerSession: &length, Period: iep.Week}),
			service("occupational", "MO,WE", day.At(13, 0), iep.Requirement{Unit: iep.Minutes, Amount: 60, Period: iep.Week}),
			service("physical", "FR", day.At(9, 30), iep.Requirement{Unit: iep.Minutes, Amount: 120, Period: iep.Month}),
		},
	}
}
