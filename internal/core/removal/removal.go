// Package removal counts the school days on which a school sent a child away
// from class, in each school year, because 34 CFR 300.530(b)(2) begins to ask
// more of the school after the tenth. It counts only what a family wrote down,
// names the removal behind every day, and sets apart the days of which a
// question to the school decides whether they count. It decides nothing: whether
// removals are a change of placement is the school's to say, and open to review
// (34 CFR 300.536(b)).
package removal

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// A Why is how a school day came to be one of removal.
type Why string

// The whys, the worst first: of several removals on a day the first of these
// holds it. The first two count; each of the others is set apart with its
// question.
const (
	OutOfSchool Why = "out_of_school" // suspended, the whole day
	SentHome    Why = "sent_home"     // the whole day
	InSchool    Why = "in_school"     // were the services given, with the other children?
	PartOfDay   Why = "part_day"      // how does the school count parts of a day?
	OtherKind   Why = "other"         // what was it?
	OffBus      Why = "bus"           // is the ride in the plan, and was there another?
)

// Whys are all of them, the worst first.
var Whys = []Why{OutOfSchool, SentHome, InSchool, PartOfDay, OtherKind, OffBus}

// Counts says whether days of this kind are counted. 71 Fed. Reg. 46715 (2006)
// leaves in-school days out as long as the child goes on with class work, gets
// the plan's services and is with the other children as before.
func (w Why) Counts() bool { return w == OutOfSchool || w == SentHome }

// WhyOf is what a removal makes of its school days.
func WhyOf(r *iep.Removal) Why {
	switch r.Kind {
	case iep.OutOfSchool, iep.SentHome:
		if r.PartDay {
			return PartOfDay
		}
		return Why(r.Kind)
	case iep.InSchool:
		return InSchool
	case iep.OffBus:
		return OffBus
	}
	return OtherKind
}

// A Day is a school day of removal.
type Day struct {
	On      day.Day
	Number  int // among the counted days of its school year, from 1; 0 when set apart
	Why     Why
	Removal *iep.Removal
}

// A Year is what was counted in one school year.
type Year struct {
	Begins int      // the civil year of its July
	Days   []Day    // counted, in order
	Apart  []Day    // not counted so far, in order
	InRow  int      // most counted days on school days in a row
	Row    day.Span // the first such row
}

// Count counts a child's removals on the school days of its calendars, year by
// year, the latest first. Weekends, closures and days outside of the calendars
// are no school days; a day of several removals counts once. A year without any
// day is left out.
func Count(removals []*iep.Removal, school calendar.School) []Year {
	years := map[int]*Year{}
	for _, d := range days(removals, school) {
		key := begins(school.On(d.On).Year)
		y := years[key]
		if y == nil {
			y = &Year{Begins: key}
			years[key] = y
		}
		if d.Why.Counts() {
			d.Number = len(y.Days) + 1
			y.Days = append(y.Days, d)
		} else {
			y.Apart = append(y.Apart, d)
		}
	}
	list := make([]Year, 0, len(years))
	for _, y := range years {
		y.row(school)
		list = append(list, *y)
	}
	slices.SortFunc(list, func(a, b Year) int { return cmp.Compare(b.Begins, a.Begins) })
	return list
}

// begins is the school year of a calendar: July to June around its middle day,
// so that two schools of one year are counted together.
func begins(y *calendar.SchoolYear) int {
	year, month, _ := (y.First + (y.Last-y.First)/2).Civil()
	if month < 7 {
		return year - 1
	}
	return year
}

// days are the school days of some removals, in order, each with its worst.
func days(removals []*iep.Removal, school calendar.School) []Day {
	held := map[day.Day]Day{}
	for _, why := range Whys {
		rest := school.Span()
		for _, r := range ofKind(removals, why) {
			span := r.Within(rest)
			for on := span.First; on <= span.Last; on++ {
				if _, worse := held[on]; !worse && school.Status(on) == calendar.Open {
					held[on] = Day{On: on, Why: why, Removal: r}
				}
			}
			rest.First = max(rest.First, span.Last+1)
		}
	}
	list := make([]Day, 0, len(held))
	for _, d := range held {
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b Day) int { return cmp.Compare(a.On, b.On) })
	return list
}

// ofKind are the removals of a kind by their first day, so that each need look
// only at the days after those before it.
func ofKind(removals []*iep.Removal, why Why) []*iep.Removal {
	var list []*iep.Removal
	for _, r := range removals {
		if WhyOf(r) == why {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b *iep.Removal) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// row finds the longest row of counted days with no school day between them.
func (y *Year) row(school calendar.School) {
	n := 0
	for i, d := range y.Days {
		if i > 0 && !anySchool(school, day.Span{First: y.Days[i-1].On + 1, Last: d.On - 1}) {
			n++
		} else {
			n = 1
		}
		if n > y.InRow {
			y.InRow, y.Row = n, day.Span{First: y.Days[i-n+1].On, Last: d.On}
		}
	}
}

func anySchool(school calendar.School, between day.Span) bool {
	for on := between.First; on <= between.Last; on++ {
		if school.Status(on) == calendar.Open {
			return true
		}
	}
	return false
}

// SoFar is how many counted days have come by a day, that day among them.
func (y *Year) SoFar(today day.Day) int {
	n := 0
	for _, d := range y.Days {
		if d.On <= today {
			n++
		}
	}
	return n
}

// Free is how many days of removal in a school year ask nothing more of the
// school than it does for every child: 34 CFR 300.530(b)(2), (d)(3).
const Free = 10

// Eleventh is the first counted day beyond those, or none.
func (y *Year) Eleventh() day.Day {
	if len(y.Days) <= Free {
		return day.None
	}
	return y.Days[Free].On
}

// Perhaps says whether there are more than ten days only if days set apart are
// counted as well.
func (y *Year) Perhaps() bool { return len(y.Days) <= Free && len(y.Days)+len(y.Apart) > Free }

// The reasons of a log for a session on such a day.
const (
	SuspendedEarly iep.Reason = "student_suspended_1_10"
	SuspendedLate  iep.Reason = "student_suspended_after_10"
)

// Reasons are the words of a log that may fit a session not given on such a
// day, the likeliest first. What each of them means for making up is the
// policy's answer, and no matter of this count.
func (d *Day) Reasons() []iep.Reason {
	switch {
	case d.Why != OutOfSchool:
		return []iep.Reason{iep.Other, SuspendedEarly, SuspendedLate}
	case d.Number > Free:
		return []iep.Reason{SuspendedLate, SuspendedEarly, iep.Other}
	}
	return []iep.Reason{SuspendedEarly, SuspendedLate, iep.Other}
}
