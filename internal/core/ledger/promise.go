package ledger

import (
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// promise fills in what each version promised, period by period of its
// wording, cut to each school year.
func (a *account) promise() {
	ends := make([]int, len(a.Versions))
	a.Periods = make([]Period, 0, a.mostPeriods())
	for i, v := range a.Versions {
		if v.Service.Requirement != nil {
			a.Periods = v.addPeriods(a.Periods, a.asOf)
		}
		ends[i] = len(a.Periods)
	}
	from := 0
	for i, v := range a.Versions {
		v.periods, from = a.Periods[from:ends[i]], ends[i]
	}
}

// mostPeriods is about how many periods there can be, to make room for.
func (a *account) mostPeriods() int {
	n := 0
	for _, v := range a.Versions {
		days := 28
		if v.Service.Weekly() {
			days = 7
		}
		n += v.Service.Span().Within(v.School.Span()).Days()/days + 2
	}
	return n
}

func (v *Version) addPeriods(periods []Period, asOf day.Day) []Period {
	usual := newRhythm(v)
	for _, days := range v.School {
		for _, part := range v.School.Ours(days) {
			if inYear := part.Within(v.Service.Span()); !inYear.Empty() {
				periods = v.addYear(periods, days, inYear, usual, asOf)
			}
		}
	}
	return periods
}

func (v *Version) addYear(periods []Period, days *calendar.Days, inYear day.Span, usual *rhythm, asOf day.Day) []Period {
	for _, whole := range v.wholes(days, inYear) {
		part := whole.Within(inYear)
		slots := inSpan(v.slots, part)
		required := v.required(days, whole, part, usual)
		if required == 0 && len(slots) == 0 {
			continue
		}
		periods = append(periods, Period{Version: v, Span: part, Required: required, Over: part.Last < asOf})
		periods[len(periods)-1].count(slots)
	}
	return periods
}

// wholes are the whole periods that meet the days in service: a denominator is
// always the whole calendar week, month or term.
func (v *Version) wholes(days *calendar.Days, inYear day.Span) []day.Span {
	switch v.Service.Requirement.Period {
	case iep.Week:
		start := max(v.Service.Start, days.Year.First).Monday()
		return weeks(start, day.Day(7*v.Service.Requirement.Every()), inYear)
	case iep.Month:
		return months(inYear)
	case iep.Quarter:
		var terms []day.Span
		for i := range days.Year.Terms {
			if t := days.Year.Terms[i].Span; t.Meets(inYear) {
				terms = append(terms, t)
			}
		}
		return terms
	default:
		return []day.Span{days.Year.Span()}
	}
}

func weeks(start, length day.Day, in day.Span) []day.Span {
	var spans []day.Span
	for ; start <= in.Last; start += length {
		if whole := (day.Span{First: start, Last: start + length - 1}); whole.Meets(in) {
			spans = append(spans, whole)
		}
	}
	return spans
}

func months(in day.Span) []day.Span {
	var spans []day.Span
	for d := in.First; d <= in.Last; {
		month := d.MonthSpan()
		spans = append(spans, month)
		d = month.Last + 1
	}
	return spans
}

// required is the promise of a period in minutes. A part in service without a
// single printed school day promises nothing.
func (v *Version) required(days *calendar.Days, whole, part day.Span, usual *rhythm) int {
	if !days.AnyPrinted(part) {
		return 0
	}
	if v.Service.Requirement.Period == iep.Week {
		return v.weekPromise(days, whole, part, usual)
	}
	return v.longPromise(days, whole, part)
}

// longPromise is the promise of a month, quarter or year. Printed holidays do
// not lower it: the wording leaves the days to the school.
func (v *Version) longPromise(days *calendar.Days, whole, part day.Span) int {
	if part == whole || v.Policy.PartialPeriod == policy.Full {
		return v.Service.AmountMinutes()
	}
	share := prorate(v.Service.Requirement.Amount, days.Weekdays(part), days.Weekdays(whole))
	if v.Service.Requirement.Unit == iep.Sessions {
		return share * v.Service.SessionMinutes()
	}
	return share
}

// weekPromise follows the week's usual slots, so that a holiday lowers the
// promise by just the sessions it takes; a sudden closure never lowers it.
func (v *Version) weekPromise(days *calendar.Days, whole, part day.Span, usual *rhythm) int {
	amount := v.Service.AmountMinutes()
	if live, all := usual.minutes(days, whole, part); all > 0 {
		return prorate(amount, live, all)
	}
	open := days.Weekdays(part)
	open -= v.bareClosures(days, part)
	return prorate(amount, open, days.Year.Weekdays.Count()*v.Service.Requirement.Every())
}

// bareClosures counts the days of printed closures that lower the promise: on
// which no row of the log says that there was a session to miss.
func (v *Version) bareClosures(days *calendar.Days, in day.Span) int {
	n := 0
	for d := in.First; d <= in.Last; d++ {
		if days.Status(d) == calendar.ClosedScheduled && v.closuresLower(d) && !v.logged(d) {
			n++
		}
	}
	return n
}

func (v *Version) logged(on day.Day) bool {
	return slices.ContainsFunc(inSpan(v.slots, day.Span{First: on, Last: on}), func(s Slot) bool { return s.Session != nil })
}

// prorate is amount × part / whole in whole units, half up.
func prorate(amount, part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (2*amount*part + whole) / (2 * whole)
}

// count adds up the slots of a period.
func (p *Period) count(slots []Slot) {
	v := p.Version
	planned := 0
	for i := range slots {
		s := &slots[i]
		minutes := s.Schedule.Minutes
		bare := s.bareClosure()
		if s.Status == calendar.Open {
			p.PlannedOpen += minutes
		}
		if bare {
			p.ClosedToCalendar += minutes
		}
		if !bare || !v.Service.Weekly() || !v.closuresLower(s.Date) {
			planned += minutes
		}
		p.Delivered += v.counted(s.Given)
	}
	if len(v.Service.Schedules) > 0 {
		p.NotScheduled = max(0, p.Required-planned)
	}
}

// counted is what a regular session counts towards the promise: three sessions
// of 40 are not four of 30.
func (v *Version) counted(given int) int {
	if v.Service.Requirement.Unit == iep.Sessions {
		return min(given, v.Service.SessionMinutes())
	}
	return given
}
