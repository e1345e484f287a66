package schedule

import (
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// Kind is how a service is planned, in a form's words.
type Kind string

// The kinds of rhythm.
const (
	NoDays      Kind = "none" // not planned by the day
	EveryWeek   Kind = "weekly"
	EveryNWeeks Kind = "every_n_weeks"
	WeeksOf     Kind = "weeks_of"
	MonthlyNth  Kind = "monthly_nth"
	ByCycle     Kind = "cycle"
)

// A Rhythm is a schedule's days as a form shows them, without a rule's words.
// Only the fields of its kind mean anything.
type Rhythm struct {
	Kind     Kind
	Weekdays day.Weekdays // weekly, every_n_weeks, weeks_of, monthly_nth
	N        int          // every_n_weeks: 2 to 52
	Of       int          // weeks_of: the pattern's weeks, 2 to 52
	On       []int        // weeks_of: the planned ones, 1 to Of
	Nth      []int        // monthly_nth: 1 to 5, or -1 to -5 from the month's end
	Length   int          // cycle: 2 to 20 school days
	Days     []int        // cycle: the planned ones, 1 to Length
	First    day.Day      // cycle: a school day that is Day 1; weeks_of: a day in week 1, or none: the schedule's From
	Closed   iep.OnClosed // cycle
}

// RhythmOf is a schedule's rhythm, if a form can show it: it is one of the
// kinds and says nothing else. Its first and last day, its time and its length
// stand beside it in the schedule.
func RhythmOf(s *iep.Schedule) (r Rhythm, shown bool) {
	if c := s.Cycle; c != nil {
		return Rhythm{Kind: ByCycle, Length: c.Length, Days: c.Days, First: c.First, Closed: c.Closed}, true
	}
	rule, err := ParseRule(s.Rule)
	if err != nil || rule.count > 0 || rule.until != day.None || rule.months != 0 || len(rule.monthDays)+len(rule.setPos) > 0 {
		return Rhythm{}, false
	}
	switch {
	case rule.freq == monthly:
		return rule.monthlyNth()
	case rule.freq != weekly || rule.interval > 1 && rule.weekStart != day.Monday:
		return Rhythm{}, false
	}
	r = Rhythm{Kind: EveryWeek, Weekdays: rule.weeklyDays(s.From)}
	switch w := s.Weeks; {
	case w != nil:
		r.Kind, r.Of, r.On, r.First = WeeksOf, w.Of, w.On, w.From
	case rule.interval > 1:
		r.Kind, r.N = EveryNWeeks, rule.interval
	}
	return r, true
}

// monthlyNth is the rhythm of a monthly rule that takes the same places of
// each of its weekdays: the first and third Tuesday and Thursday.
func (r *Rule) monthlyNth() (Rhythm, bool) {
	rhythm := Rhythm{Kind: MonthlyNth}
	for _, on := range r.nth {
		rhythm.Weekdays |= day.SetOf(on.weekday)
		if !slices.Contains(rhythm.Nth, on.n) {
			rhythm.Nth = append(rhythm.Nth, on.n)
		}
	}
	return rhythm, len(r.nth) > 0 && r.interval == 1 && rhythm.Weekdays.Count()*len(rhythm.Nth) == len(r.nth)
}

// RhythmOfService is the rhythm of a service that has one schedule without
// dates beside its rhythm, or none at all.
func RhythmOfService(s *iep.Service) (r Rhythm, shown bool) {
	switch len(s.Schedules) {
	case 0:
		return Rhythm{Kind: NoDays}, true
	case 1:
		planned := &s.Schedules[0]
		if len(planned.ExtraDates)+len(planned.ExceptDates) == 0 {
			return RhythmOf(planned)
		}
	}
	return Rhythm{}, false
}

// Schedules are a service's schedules by the rhythm: none, or the given one on
// other days. What the rhythm does not say is kept. Whether it can hold is for
// record.Check.
func (r Rhythm) Schedules(planned iep.Schedule) []iep.Schedule {
	if r.Kind == NoDays {
		return []iep.Schedule{}
	}
	was := planned
	planned.Rule, planned.Weeks, planned.Cycle = r.rule(), nil, nil
	switch r.Kind {
	case WeeksOf:
		planned.Weeks = &iep.Weeks{Of: r.Of, On: r.On, From: r.First}
		if was.Weeks != nil {
			planned.Weeks.Unknown = was.Weeks.Unknown
		}
	case ByCycle:
		planned.Cycle = &iep.Cycle{Length: r.Length, Days: r.Days, First: r.First, Closed: r.Closed}
		if was.Cycle != nil {
			planned.Cycle.Unknown = was.Cycle.Unknown
		}
	}
	return []iep.Schedule{planned}
}

func (r Rhythm) rule() string {
	switch r.Kind {
	case EveryWeek, WeeksOf:
		return Weekly(r.Weekdays)
	case EveryNWeeks:
		return "FREQ=WEEKLY;INTERVAL=" + strconv.Itoa(r.N) + ";BYDAY=" + r.Weekdays.String()
	case MonthlyNth:
		var days []string
		for _, n := range r.Nth {
			for _, w := range r.Weekdays.List() {
				days = append(days, strconv.Itoa(n)+w.String())
			}
		}
		return "FREQ=MONTHLY;BYDAY=" + strings.Join(days, ",")
	}
	return ""
}
