package fit

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"sort"

	"midweek/internal/core/day"
)

// A Control is one limit that a person can change.
type Control string

// The controls.
const (
	PerWeekControl Control = "per_week"
	MinutesControl Control = "minutes"
	DaysControl    Control = "days" // of the week
	FromControl    Control = "from"
	ToControl      Control = "to"
	OffControl     Control = "off" // single days
)

// A Change is the least change of one control by which all would fit: the
// fewest steps of it. A step is one session a week, five minutes, one weekday,
// a quarter of an hour, or one single day.
type Change struct {
	Control Control
	Steps   int
	Limits  Limits // with the change made
}

// changes are the least changes, those of the fewest steps first. There is none
// where no single control will do.
func (a *asking) changes(l Limits) []Change {
	var list []Change
	for _, find := range []func(Limits) (Change, bool){a.morePerWeek, a.longer, a.moreDays, a.earlier, a.later, a.fewerOff} {
		if c, ok := find(l); ok {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b Change) int { return cmp.Compare(a.Steps, b.Steps) })
	return list
}

func (a *asking) morePerWeek(l Limits) (Change, bool) {
	for n := l.PerWeek + 1; n <= MostPerWeek; n++ {
		if with := (Change{PerWeekControl, n - l.PerWeek, l}); a.tries(&with.Limits.PerWeek, n, &with) {
			return with, true
		}
	}
	return Change{}, false
}

// longer goes through the lengths one by one: a longer session may find no room
// on a day that had some for a shorter one.
func (a *asking) longer(l Limits) (Change, bool) {
	first := l.Minutes - l.Minutes%MinuteStep + MinuteStep
	for n := first; n <= MostMinutes; n += MinuteStep {
		if with := (Change{MinutesControl, (n-first)/MinuteStep + 1, l}); a.tries(&with.Limits.Minutes, n, &with) {
			return with, true
		}
	}
	return Change{}, false
}

func (a *asking) tries(limit *int, n int, with *Change) bool {
	*limit = n
	return a.holds(with.Limits)
}

// moreDays tries every set of the school's other weekdays, the smallest first.
func (a *asking) moreDays(l Limits) (Change, bool) {
	best, found := Change{}, false
	for set := range day.Weekdays(1 << 7) {
		n := bits.OnesCount8(uint8(set))
		if n == 0 || set&l.Days != 0 || set&^a.weekdays != 0 || found && n >= best.Steps {
			continue
		}
		with := l
		with.Days |= set
		if a.holds(with) {
			best, found = Change{DaysControl, n, with}, true
		}
	}
	return best, found
}

func (a *asking) earlier(l Limits) (Change, bool) {
	return a.widen(FromControl, l, int(l.From-Earliest)/HourStep, l.From.Known(), func(l *Limits, n int) {
		l.From -= day.Clock(n * HourStep)
	})
}

func (a *asking) later(l Limits) (Change, bool) {
	return a.widen(ToControl, l, int(Latest-l.To)/HourStep, l.To.Known(), func(l *Limits, n int) {
		l.To += day.Clock(n * HourStep)
	})
}

// widen looks for the fewest steps by which hours have to grow. More hours never
// take a day away, so that the middle of what is left can be tried each time.
func (a *asking) widen(control Control, l Limits, most int, known bool, by func(*Limits, int)) (Change, bool) {
	wider := func(n int) Limits {
		with := l
		by(&with, n)
		return with
	}
	if !known || most < 1 || !a.holds(wider(most)) {
		return Change{}, false
	}
	n := 1 + sort.Search(most-1, func(i int) bool { return a.holds(wider(i + 1)) })
	return Change{control, n, wider(n)}, true
}

// fewerOff takes back the first single days that do not suit and each of which
// gives its week one more session, as many as are needed.
func (a *asking) fewerOff(l Limits) (Change, bool) {
	needed := (a.rest+l.Minutes-1)/max(1, l.Minutes) - a.candidates(l).sessions(l.PerWeek)
	back := a.gaining(l)
	if needed < 1 || len(back) < needed {
		return Change{}, false
	}
	with := l
	with.Off = slices.DeleteFunc(slices.Clone(l.Off), func(d day.Day) bool { return slices.Contains(back[:needed], d) })
	return Change{OffControl, needed, with}, true
}

// gaining are the days that do not suit, of weeks that could hold more.
func (a *asking) gaining(l Limits) []day.Day {
	held := map[day.Day]int{} // by week
	for _, c := range a.candidates(l) {
		held[c.on.Monday()]++
	}
	var back []day.Day
	for i := range a.days {
		d := &a.days[i]
		if _, room := d.room(&l); !d.off || !room || !l.Days.Has(d.on.Weekday()) {
			continue
		}
		if week := d.on.Monday(); d.taken+held[week] < l.PerWeek {
			held[week]++
			back = append(back, d.on)
		}
	}
	return back
}

// binding is the limit that keeps minutes from fitting.
func (a *asking) binding(l Limits) Binding {
	for _, without := range []struct {
		Binding
		lift func(*Limits)
	}{
		{PerWeekBinds, func(l *Limits) { l.PerWeek = math.MaxInt }},
		{MinutesBind, func(l *Limits) { l.Minutes *= 2 }},
		{HoursBind, func(l *Limits) { l.From, l.To = day.NoClock, day.NoClock }},
		{OffBinds, func(l *Limits) { l.Off = nil }},
	} {
		with := l
		if without.lift(&with); a.holds(with) {
			return without.Binding
		}
	}
	return DaysBind
}
