package deadline

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// A pause is a break that a rule takes out of its count. California, Ed. Code
// 56043(a), 56321(a), 56343.5 and 56344(a): the days between sessions, between
// terms and in a vacation of more than five school days are not counted. The
// text does not say whether the weekends that bound the vacation belong to it,
// nor a staff day that meets it.
type pause struct {
	core  day.Span // surely in the break
	whole day.Span // with the days around it of which that is left open
}

// noDays is a span that holds nothing.
var noDays = day.Span{First: day.Last, Last: day.First}

// longestSummer is how many days may lie between two known school years, for
// the time between them to be a summer; beyond it a year is missing.
const longestSummer = 120

// breaks are the breaks of more than so many school days in a span, and the
// summers between known school years.
func breaks(school calendar.School, over int, in day.Span) []pause {
	var list []pause
	for on := in.First; on <= in.Last; on++ {
		if !rests(school, on) {
			continue
		}
		whole := day.Span{First: on, Last: on}
		for whole.Last < in.Last && rests(school, whole.Last+1) {
			whole.Last++
		}
		if p := pauseOf(school, over, whole); !p.whole.Empty() {
			list = append(list, p)
		}
		on = whole.Last
	}
	return list
}

// rests says whether the printed calendar, as far as it is known, has no
// school that day.
func rests(school calendar.School, on day.Day) bool {
	status := school.Status(on)
	return !status.Printed() && (status != calendar.OutOfYear || unknown(school, on) == "")
}

// pauseOf reads a run of days without school. All of a summer is a pause. Of
// another run the pause is from its first to its last day of vacation, when
// those are enough by themselves; when they are enough only with staff days
// and the like, all of it is left open.
func pauseOf(school calendar.School, over int, run day.Span) pause {
	core, lost, vacation := noDays, 0, 0
	for on := run.First; on <= run.Last; on++ {
		if school.Status(on) == calendar.OutOfYear {
			return pause{core: run, whole: run}
		}
		taken, free := takes(school, on)
		if taken {
			lost++
		}
		if free {
			vacation++
			core = day.Span{First: min(core.First, on), Last: on}
		}
	}
	switch {
	case vacation > over:
		return pause{core: core, whole: run}
	case lost > over:
		return pause{core: noDays, whole: run}
	}
	return pause{core: noDays, whole: noDays}
}

// takes says whether a printed closure takes a school day, and whether as
// vacation. The free day of a four-day week is no school day to begin with.
func takes(school calendar.School, on day.Day) (taken, vacation bool) {
	if school.Status(on) != calendar.ClosedScheduled {
		return false, false
	}
	for _, c := range school.On(on).Year.Closures {
		if !c.Span.Holds(on) {
			continue
		}
		switch c.Kind {
		case calendar.FourDayWeek:
			return false, false
		case calendar.Weather, calendar.Emergency, calendar.StaffDay, calendar.Conference,
			calendar.RecordsDay, calendar.MakeupReserve:
		default:
			vacation = true
		}
	}
	return true, vacation
}

// unknown says why it is not known what a day outside the school years is. In
// the summer between two of them it is known: no school.
func unknown(school calendar.School, on day.Day) Code {
	before, after := day.None, day.None
	for _, d := range school {
		if d.Year.Last < on {
			before = max(before, d.Year.Last)
		}
		if d.Year.First > on && (after == day.None || d.Year.First < after) {
			after = d.Year.First
		}
	}
	switch {
	case len(school) == 0:
		return NoCalendar
	case after == day.None:
		return NextCalendar
	case before == day.None || after-before-1 > longestSummer:
		return MissingYear
	}
	return ""
}
