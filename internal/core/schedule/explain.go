package schedule

import (
	"slices"
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// Outcome is whether a service has a session on a day.
type Outcome string

// The outcomes of a day.
const (
	Planned Outcome = "planned" // a session is planned
	Lost    Outcome = "lost"    // a session is planned, and school is closed
	NoSlot  Outcome = "none"    // no session is planned
)

// An Explanation says why a service has a session on a day, or none.
type Explanation struct {
	Date    day.Day
	Outcome Outcome
	School  []Phrase // what the day is to the school
	Service []Phrase // why the service is not given that day; none when it is
	// Schedules say in turn what makes or removes a session; none where the
	// service is not given.
	Schedules []Turn
	Claims    []*iep.Claim // of the school, that speak of the service and day
}

// A Turn is one schedule on a day.
type Turn struct {
	Schedule *iep.Schedule
	Slot     *Slot // what is planned, or nil
	Because  []Phrase
}

// Explain says why a service of a plan has a session on a day, or none. It
// plans just what Plan plans. It fails only where that does.
func Explain(plan *iep.Plan, service *iep.Service, school calendar.School, on day.Day) (*Explanation, error) {
	e := &Explanation{Date: on, Outcome: NoSlot, School: schoolPhrases(school, on), Service: outOfService(service, school, on)}
	for i := range plan.Claims {
		if c := &plan.Claims[i]; c.Covers(service.Series(), on) {
			e.Claims = append(e.Claims, c)
		}
	}
	if len(e.Service) > 0 {
		return e, nil
	}
	for i := range service.Schedules {
		turn, err := turnOf(&service.Schedules[i], school, on)
		if err != nil {
			return nil, err
		}
		e.Schedules = append(e.Schedules, turn)
		switch {
		case turn.Slot == nil:
		case turn.Slot.Status == calendar.Open:
			e.Outcome = Planned
		case e.Outcome == NoSlot:
			e.Outcome = Lost
		}
	}
	return e, nil
}

// outOfService says why a service is not given on a day at all.
func outOfService(s *iep.Service, school calendar.School, on day.Day) []Phrase {
	switch {
	case on < s.Start:
		return []Phrase{phrase("why.service_later", "day", s.Start.String())}
	case on > s.End:
		return []Phrase{phrase("why.service_over", "day", s.End.String())}
	case !school.Span().Holds(on):
		return []Phrase{phrase("why.out_of_year")}
	case len(s.Schedules) == 0:
		return []Phrase{phrase("why.no_days")}
	}
	return nil
}

func turnOf(s *iep.Schedule, school calendar.School, on day.Day) (Turn, error) {
	turn := Turn{Schedule: s}
	dates, err := planned(s, school, day.Span{First: on, Last: on})
	if err != nil {
		return turn, err
	}
	turn.Because = append(turn.Because, datePhrase(s, school, on))
	if len(dates) == 0 {
		return turn, nil
	}
	slot, ok := slotOn(s, on, school)
	switch {
	case !ok:
		turn.Because = append(turn.Because, phrase("why.no_school_day"))
		return turn, nil
	case s.IgnoreSchoolCalendar:
		turn.Because = append(turn.Because, phrase("why.ignores_school"))
	case slot.Status != calendar.Open:
		turn.Because = append(turn.Because, phrase("why.lost"))
	case slot.Short == ShortConflict:
		turn.Because = append(turn.Because, phrase("why.short_conflict"))
	}
	turn.Slot = &slot
	return turn, nil
}

// datePhrase says what makes a day one of the schedule's, or keeps it from
// being one, whatever the school does.
func datePhrase(s *iep.Schedule, school calendar.School, on day.Day) Phrase {
	switch {
	case slices.Contains(s.ExceptDates, on):
		return phrase("why.excepted")
	case slices.Contains(s.ExtraDates, on):
		return phrase("why.extra")
	case on < s.From:
		return phrase("why.schedule_later", "day", s.From.String())
	case !s.InForce().Holds(on):
		return phrase("why.schedule_over", "day", s.To.String())
	case s.Cycle != nil:
		return cyclePhrase(s.Cycle, school, on)
	}
	rule, err := ParseRule(s.Rule)
	if err != nil { // planned has refused it
		return phrase("why.falls_not")
	}
	return rule.why(s, on)
}

func cyclePhrase(c *iep.Cycle, school calendar.School, on day.Day) Phrase {
	number, counted := CycleDay(c, school, on)
	code := "why.cycle_other"
	switch {
	case !counted:
		return phrase("why.cycle_not_counted")
	case slices.Contains(c.Days, number):
		code = "why.cycle_day"
	}
	return phrase(code, "number", strconv.Itoa(number), "length", strconv.Itoa(c.Length),
		"numbers", joined(slices.Sorted(slices.Values(c.Days))))
}

// why says whether the rule falls on a day, and if not, what keeps it.
func (r *Rule) why(s *iep.Schedule, on day.Day) Phrase {
	switch {
	case r.freq == weekly && !r.weeklyDays(s.From).Has(on.Weekday()):
		return phrase("why.other_weekday", "weekdays", day.SetOf(on.Weekday()).String(), "planned", r.weeklyDays(s.From).String())
	case r.freq == weekly && int(r.weekOf(on)-r.weekOf(s.From))/7%r.interval != 0:
		return phrase("why.other_week", "ordinals", strconv.Itoa(r.interval))
	case !r.inMonths(on):
		return phrase("why.other_month", "months", joined(monthsOf(r.months)))
	case !r.fallsOn(s.From, on):
		return phrase("why.falls_not")
	case r.until != day.None && on > r.until:
		return phrase("why.rule_over", "day", r.until.String())
	case !InWeeks(s, on):
		return phrase("why.week_off", "number", strconv.Itoa(WeekOf(s, on)), "of", strconv.Itoa(s.Weeks.Of))
	}
	dates, err := r.Dates(s.From, day.Span{First: on, Last: on})
	if err == nil && len(dates) == 0 {
		return several("why.rule_counted", r.count)
	}
	return phrase("why.falls")
}
