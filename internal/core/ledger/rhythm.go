package ledger

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/schedule"
)

// A rhythm is the usual slots of a version: each schedule's weekdays as if it
// had no end, no extra dates and no exceptions.
type rhythm struct {
	version *Version
	dates   [][]day.Day // by schedule
}

func newRhythm(v *Version) *rhythm {
	if v.Service.Requirement.Period != iep.Week {
		return nil
	}
	in := v.Service.Span().Within(v.School.Span())
	margin := day.Day(7 * v.Service.Requirement.Every())
	in = day.Span{First: in.First.Monday(), Last: in.Last + margin}
	r := &rhythm{version: v}
	for i := range v.Service.Schedules {
		r.dates = append(r.dates, usualDates(&v.Service.Schedules[i], in))
	}
	return r
}

// usualDates anchors a weekly rule one cycle before its first day, so that the
// week in which it starts is seen whole. Without its end a rule may give more
// days than are counted out; then there is no usual slot, and school days
// count, as they do where a cycle has no weekday of its own.
func usualDates(s *iep.Schedule, in day.Span) []day.Day {
	if s.Cycle != nil {
		return nil
	}
	rule, err := schedule.ParseRule(s.Rule)
	if err != nil {
		return nil
	}
	anchor := s.From
	if rule.Weekly() {
		anchor -= rule.Cycle()
	}
	dates, err := rule.Endless().Dates(anchor, in)
	if err != nil {
		return nil
	}
	return dates
}

// minutes are the usual slots of a whole period: those live in the part in
// service, and all of them. In a week that goes by a cycle no slot is usual.
func (r *rhythm) minutes(days *calendar.Days, whole, part day.Span) (live, all int) {
	for i := range r.dates {
		s := &r.version.Service.Schedules[i]
		if !s.InForce().Meets(whole) {
			continue
		}
		if s.Cycle != nil {
			return 0, 0
		}
		first, _ := slices.BinarySearch(r.dates[i], whole.First)
		for _, d := range r.dates[i][first:] {
			if d > whole.Last {
				break
			}
			planned := schedule.InWeeks(s, d)
			if planned || r.everyWeek(s) {
				all += s.Minutes
			}
			if planned && part.Holds(d) && !r.leftOut(s, d, days) {
				live += s.Minutes
			}
		}
	}
	return live, all
}

// everyWeek says whether the amount is worded for each week, so that the weeks
// that a pattern leaves out lower it. An amount for whole rounds of the
// pattern has them in its number.
func (r *rhythm) everyWeek(s *iep.Schedule) bool {
	return r.version.Service.Requirement.Every()%s.Weeks.Of != 0
}

// leftOut says whether a usual slot is not promised, because it stands on a
// printed closure and no row of the log says otherwise.
func (r *rhythm) leftOut(s *iep.Schedule, d day.Day, days *calendar.Days) bool {
	if s.IgnoreSchoolCalendar || days.Status(d) != calendar.ClosedScheduled || !r.version.closuresLower(d) {
		return false
	}
	for _, slot := range inSpan(r.version.slots, day.Span{First: d, Last: d}) {
		if slot.Schedule == s {
			return slot.Session == nil
		}
	}
	return true
}
