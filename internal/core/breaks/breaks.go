// Package breaks finds the long breaks of a child's school calendars and stands
// what was seen of the child beside them: before a break, and after it. It says
// which side is still missing and when there is something to write down.
//
// It concludes nothing. Whether a skill was lost over a break, how long it took
// to come back, and what follows from that is for the team, child by child: for
// a summer program 34 CFR 300.106(a)(2), which names no test of its own.
package breaks

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A Break is a time without school long enough to lose a skill in: a run of
// days without school that holds a closure of kind break and takes at least a
// school week, or the time between two school years. Weekends, staff days and
// snow days that meet it belong to the run, since the child is not at school.
type Break struct {
	ID     string   // of its longest closure of kind break; of a summer see SummerOf
	IDs    []string // of every printed closure in it: a note that names one is about this break
	Name   string   // that closure's; empty where it has none, and for a summer
	Summer bool
	First  day.Day // its first school day off
	Back   day.Day // the first school day after it; none while the next calendar is not known
}

// SummerOf is the id that a note gives to the time after a school year, which
// no closure stands for.
func SummerOf(year *calendar.SchoolYear) string { return "summer:" + year.ID }

// How many days may lie between two known school years for the time between them
// to be a break: with fewer the child only changed schools, with more a year is
// missing.
const (
	shortestSummer = 7
	longestSummer  = 120
)

// Of are the breaks of a child's calendars, in order. The time after the last
// of them is a break whose end is not known.
func Of(school calendar.School) []Break {
	var list []Break
	span := school.Span()
	for on := span.First; on <= span.Last; on++ {
		if school.Status(on) == calendar.Open {
			continue
		}
		run := day.Span{First: on, Last: on}
		for run.Last < span.Last && school.Status(run.Last+1) != calendar.Open {
			run.Last++
		}
		if b, ok := read(school, run, span); ok {
			list = append(list, b)
		}
		on = run.Last
	}
	if last := school.On(span.Last); last != nil && school.Status(span.Last) == calendar.Open {
		list = append(list, summer(last, span.Last+1, day.None))
	}
	return list
}

// read makes a break of a run of days without school, if it is one.
func read(school calendar.School, run, all day.Span) (Break, bool) {
	back := run.Last + 1
	if run.Last == all.Last {
		back = day.None
	}
	out, first := outside(school, run)
	before := school.On(run.First - 1)
	if before == nil { // nothing went before it
		return Break{}, false
	}
	if back == day.None || out.Days() > longestSummer {
		return summer(before, first, day.None), true
	}
	if out.Days() >= shortestSummer {
		return summer(before, first, back), true
	}
	if off(school, run) < weekOf(before) {
		return Break{}, false
	}
	b := Break{First: first, Back: back}
	name(&b, taking(school, run))
	return b, b.ID != ""
}

func summer(year *calendar.Days, first, back day.Day) Break {
	id := SummerOf(year.Year)
	return Break{ID: id, IDs: []string{id}, Summer: true, First: first, Back: back}
}

// outside is the part of a run that no school year holds, and the first day of
// the run on which there would be school otherwise.
func outside(school calendar.School, run day.Span) (out day.Span, first day.Day) {
	out = day.Span{First: day.Last, Last: day.First}
	for on := run.First; on <= run.Last; on++ {
		status := school.Status(on)
		if status == calendar.OutOfYear {
			out = day.Span{First: min(out.First, on), Last: on}
		}
		if first == day.None && status != calendar.NotSchoolDay {
			first = on
		}
	}
	if first == day.None { // the weekend after the last day of school
		first = run.Last + 1
	}
	return out, first
}

// weekOf is how many days a week school meets: the free day of a four-day week,
// which some calendars print as closures, is none of them.
func weekOf(d *calendar.Days) int {
	week := d.Year.Weekdays.Count()
	for i := range d.Year.Closures {
		if d.Year.Closures[i].Kind == calendar.FourDayWeek {
			return max(week-1, 1)
		}
	}
	return max(week, 1)
}

// off counts the school days that the printed calendar takes in a run.
func off(school calendar.School, run day.Span) int {
	n := 0
	for on := run.First; on <= run.Last; on++ {
		if d := school.On(on); d != nil && d.Status(on) == calendar.ClosedScheduled && d.ClosedBy(on).Kind != calendar.FourDayWeek {
			n++
		}
	}
	return n
}

// taking are the printed closures of a run.
func taking(school calendar.School, run day.Span) []*calendar.Closure {
	var list []*calendar.Closure
	for _, d := range school {
		for i := range d.Year.Closures {
			if c := &d.Year.Closures[i]; c.Meets(run) && !c.Kind.Sudden() && school.On(max(c.First, run.First)) == d {
				list = append(list, c)
			}
		}
	}
	return list
}

// name calls a break by its longest closure of kind break; without one it stays
// nameless, and is none.
func name(b *Break, closures []*calendar.Closure) {
	longest := 0
	for _, c := range closures {
		b.IDs = append(b.IDs, idOf(c))
		if c.Kind == calendar.Break && c.Days() > longest {
			longest, b.ID, b.Name = c.Days(), idOf(c), c.Name
		}
	}
}

// idOf is a closure's id, or, as files may leave that out, its days.
func idOf(c *calendar.Closure) string {
	if c.ID != "" {
		return c.ID
	}
	return c.First.String() + "/" + c.Last.String()
}

// Holds says whether a break has begun and not ended by a day.
func (b *Break) Holds(on day.Day) bool { return b.First <= on && (b.Back == day.None || on < b.Back) }

// Names says whether a note names this break.
func (b *Break) Names(n *iep.Note) bool {
	for _, id := range b.IDs {
		if n.BreakID == id {
			return true
		}
	}
	return false
}
