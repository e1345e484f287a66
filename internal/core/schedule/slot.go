package schedule

import (
	"cmp"
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// Short is what a day with an early dismissal or a late opening does to a slot.
type Short uint8

// The ways in which a short day touches a slot. It stays expected in each.
const (
	NotShort      Short = iota
	ShortDay            // the day is short, the slot is not known to be cut
	ShortConflict       // the slot ends after dismissal or starts before opening
)

// A Slot is one planned session.
type Slot struct {
	Date     day.Day
	Schedule *iep.Schedule
	Status   calendar.Status // Open, ClosedScheduled or ClosedEmergency
	Short    Short
}

// Plan lists the slots of a service on the plan's calendars, in order of day,
// start time and schedule. A break never shifts a rhythm: a day on which
// school never meets plans nothing, a closed day plans a closed slot.
func Plan(service *iep.Service, school calendar.School) ([]Slot, error) {
	var slots []Slot
	for i := range service.Schedules {
		s := &service.Schedules[i]
		dates, err := planned(s, school, service.Span().Within(school.Span()))
		if err != nil {
			return nil, err
		}
		slots = slices.Grow(slots, len(dates))
		for _, d := range dates {
			if slot, ok := slotOn(s, d, school); ok {
				slots = append(slots, slot)
			}
		}
	}
	if len(service.Schedules) > 1 {
		slices.SortFunc(slots, Order)
	}
	return slots, nil
}

// Order compares slots by day, start time and schedule.
func Order(a, b Slot) int {
	return cmp.Or(
		cmp.Compare(a.Date, b.Date),
		cmp.Compare(a.Schedule.StartTime, b.Schedule.StartTime),
		strings.Compare(a.Schedule.ID, b.Schedule.ID))
}

// planned are a schedule's days inside a span: the rhythm's, with the extra
// dates, without the excepted ones.
func planned(s *iep.Schedule, school calendar.School, in day.Span) ([]day.Day, error) {
	dates, err := rhythmDates(s, school, in.Within(s.InForce()))
	if err != nil {
		return nil, err
	}
	if len(s.ExtraDates) == 0 && len(s.ExceptDates) == 0 {
		return dates, nil
	}
	for _, extra := range s.ExtraDates {
		if in.Holds(extra) {
			dates = append(dates, extra)
		}
	}
	slices.Sort(dates)
	dates = slices.Compact(dates)
	except := slices.Sorted(slices.Values(s.ExceptDates))
	return slices.DeleteFunc(dates, func(d day.Day) bool {
		_, taken := slices.BinarySearch(except, d)
		return taken
	}), nil
}

// rhythmDates are the days of a span on which a schedule's rule falls, in the
// weeks of its pattern, or those that carry a number of its cycle.
func rhythmDates(s *iep.Schedule, school calendar.School, in day.Span) ([]day.Day, error) {
	if s.Cycle != nil {
		dates, err := cycleDates(s.Cycle, school, in)
		return dates, refusal.At("cycle", err)
	}
	rule, err := ParseRule(s.Rule)
	if err != nil {
		return nil, refusal.At("rrule", err)
	}
	dates, err := rule.Dates(s.From, in)
	if err != nil {
		return nil, refusal.At("rrule", err)
	}
	if s.Weeks != nil {
		dates = slices.DeleteFunc(dates, func(d day.Day) bool { return !InWeeks(s, d) })
	}
	return dates, nil
}

func slotOn(s *iep.Schedule, d day.Day, school calendar.School) (Slot, bool) {
	if s.IgnoreSchoolCalendar {
		return Slot{Date: d, Schedule: s, Status: calendar.Open}, true
	}
	days := school.On(d)
	if days == nil {
		return Slot{}, false
	}
	status := days.Status(d)
	if status == calendar.NotSchoolDay {
		return Slot{}, false
	}
	return Slot{Date: d, Schedule: s, Status: status, Short: shortness(s, d, days)}, true
}

func shortness(s *iep.Schedule, d day.Day, days *calendar.Days) Short {
	if !days.Short(d) {
		return NotShort
	}
	partial, _ := days.Partial(d)
	if partial.Cuts(s.StartTime, s.Minutes) {
		return ShortConflict
	}
	return ShortDay
}
