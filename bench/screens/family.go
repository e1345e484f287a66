package main

import (
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/edge/exchange"
)

// The family: ten school years, three children, three services each, three
// times a week, all of it logged. What stands beside is written by beside.go.
const (
	years     = 10
	children  = 3
	services  = 3
	firstYear = 2015
)

var lastDay = day.Of(firstYear+years, 5, 20)

var weekdays = []string{"MO,WE,FR", "TU,WE,TH", "MO,TU,TH"}

func bigFamily() []byte {
	r := &record.Record{
		Children: []iep.Child{}, Calendars: []calendar.SchoolYear{}, Policies: []policy.Policy{}, Plans: []iep.Plan{},
		Sessions: []iep.Session{}, Decisions: []iep.Decision{}, ESY: []calendar.ESYWindow{},
	}
	for y := range years {
		r.Calendars = append(r.Calendars, schoolYear(firstYear+y))
	}
	for c := range children {
		child := fmt.Sprintf("child-%d", c)
		r.Children = append(r.Children, iep.Child{ID: child, Name: fmt.Sprintf("Child %d", c+1), State: "TX"})
		for y := range years {
			plan := planOf(child, &r.Calendars[y])
			r.Plans = append(r.Plans, plan)
			for i := range plan.Services {
				r.Sessions = append(r.Sessions, logOf(&plan.Services[i], &r.Calendars[y])...)
			}
			addBeside(r, &plan, &r.Calendars[y])
		}
	}
	data, err := exchange.Write(r)
	if err != nil {
		panic(err) // the family is the program's own
	}
	return data
}

func schoolYear(year int) calendar.SchoolYear {
	y := calendar.SchoolYear{
		ID: fmt.Sprintf("year-%d", year), Name: "District", First: day.Of(year, 8, 20), Last: day.Of(year+1, 6, 5), Weekdays: day.MondayToFriday,
		PartialDays: []calendar.PartialDay{}, ExtraDays: []calendar.ExtraDay{},
	}
	for m, length := range []day.Day{0, 1, 4, 9, 0, 1, 4, 1, 0} {
		first := day.Of(year+(8+m)/12, (8+m)%12+1, 20)
		y.Closures = append(y.Closures, calendar.Closure{
			ID: fmt.Sprintf("closed-%d", m), Span: day.Span{First: first, Last: first + length}, Name: "No school", Kind: calendar.Holiday,
		})
	}
	return y
}

func planOf(child string, y *calendar.SchoolYear) iep.Plan {
	plan := iep.Plan{ID: child + "-" + y.ID, ChildID: child, Kind: iep.IEP, Start: y.First, End: y.Last, CalendarIDs: []string{y.ID}}
	for i := range services {
		length := 30
		plan.Services = append(plan.Services, iep.Service{
			ID: fmt.Sprintf("%s-%d", plan.ID, i), SeriesID: fmt.Sprintf("%s-%d", child, i), Type: []string{"speech", "OT", "PT"}[i],
			Start: y.First, End: y.Last, ProviderID: "Ms. Ibáñez", Page: "14",
			Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 3, MinutesPerSession: &length, Period: iep.Week},
			Schedules:   []iep.Schedule{{ID: "s", Rule: "FREQ=WEEKLY;BYDAY=" + weekdays[i], From: y.First, StartTime: day.At(9+i, 30), Minutes: length}},
		})
	}
	return plan
}

// logOf fills in every planned session: one of ten missed, one of twenty short.
func logOf(s *iep.Service, y *calendar.SchoolYear) []iep.Session {
	days := calendar.NewDays(y)
	set, _ := day.ParseWeekdays(s.Schedules[0].Rule[len("FREQ=WEEKLY;BYDAY="):])
	var rows []iep.Session
	for on := y.First; on <= min(y.Last, lastDay-3); on++ {
		if !set.Has(on.Weekday()) || days.Status(on) != calendar.Open {
			continue
		}
		row := iep.Session{
			ID: s.ID + ":" + on.String() + ":s", ServiceID: s.ID, ScheduleID: "s", Date: on, Kind: iep.Regular, Status: iep.Delivered,
			EnteredAt: on.String() + "T16:05:00-06:00",
		}
		switch n := len(rows) + int(on)%7; {
		case n%10 == 0:
			row.Status, row.Reason, row.Note = iep.Missed, iep.ProviderAbsent, "No substitute that day"
		case n%20 == 1:
			short := 20
			row.Status, row.Minutes, row.Reason = iep.Partial, &short, iep.SchoolActivity
		}
		rows = append(rows, row)
	}
	return rows
}
