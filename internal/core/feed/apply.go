package feed

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// Apply is a school year with the changes that a person accepted, each marked
// with where it comes from. The year that is given stays as it is. Applying what Compare
// says, and comparing again, finds nothing more.
func Apply(year *calendar.SchoolYear, accepted []Change) *calendar.SchoolYear {
	y := *year
	y.Closures = slices.Clone(year.Closures)
	y.PartialDays = slices.Clone(year.PartialDays)
	y.ExtraDays = slices.Clone(year.ExtraDays)
	y.NotedDays = slices.Clone(year.NotedDays)
	var short []Change
	for _, ch := range accepted {
		switch ch.What {
		case Closes:
			y.Closures = append(y.Closures, closureOf(&ch))
		case Opens:
			y.Closures = reopened(y.Closures, ch.Span)
		case OtherKind:
			y.Closures = append(reopened(y.Closures, ch.Span), closureOf(&ch))
		case OtherHours, FullAgain:
			y.PartialDays = lengthened(y.PartialDays, ch.Span)
		case GivesBack:
			y.ExtraDays = append(y.ExtraDays, calendar.ExtraDay{Date: ch.First, Name: ch.Name, Source: ch.Source})
		case Notes:
			y.NotedDays = append(y.NotedDays, calendar.NotedDay{Span: ch.Span, Name: ch.Name, Kind: ch.Note, Source: ch.Source})
		}
		if ch.What == Shortens || ch.What == OtherHours {
			short = append(short, ch)
		}
	}
	y.Closures = mergedClosures(y.Closures, &y)
	y.PartialDays = append(y.PartialDays, shortDays(short, &y)...)
	return &y
}

func closureOf(ch *Change) calendar.Closure {
	return calendar.Closure{Span: ch.Span, Name: ch.Name, Kind: ch.Kind, Source: ch.Source}
}

// outside are the parts of a run of days outside another.
func outside(run, cut day.Span) []day.Span {
	if !run.Meets(cut) {
		return []day.Span{run}
	}
	var parts []day.Span
	for _, p := range []day.Span{{First: run.First, Last: cut.First - 1}, {First: cut.Last + 1, Last: run.Last}} {
		if !p.Empty() {
			parts = append(parts, p)
		}
	}
	return parts
}

// reopened takes days out of the feed's closures. An id stays with the first
// part of what is cut in two.
func reopened(closures []calendar.Closure, cut day.Span) []calendar.Closure {
	var out []calendar.Closure
	for _, c := range closures {
		parts := []day.Span{c.Span}
		if c.Source == calendar.FromFeed {
			parts = outside(c.Span, cut)
		}
		for i, p := range parts {
			part := c
			part.Span = p
			if i > 0 {
				part.ID = ""
			}
			out = append(out, part)
		}
	}
	return out
}

// lengthened takes days out of the feed's short days.
func lengthened(partial []calendar.PartialDay, cut day.Span) []calendar.PartialDay {
	var out []calendar.PartialDay
	for _, p := range partial {
		parts := []day.Span{p.Span}
		if p.Source == calendar.FromFeed {
			parts = outside(p.Span, cut)
		}
		for i, s := range parts {
			part := p
			part.Span = s
			if i > 0 {
				part.ID = ""
			}
			out = append(out, part)
		}
	}
	return out
}

// mergedClosures makes one range of closures of one name, kind and source that
// only days without school part. Those with an id are left as they are.
func mergedClosures(closures []calendar.Closure, year *calendar.SchoolYear) []calendar.Closure {
	var mine, out []calendar.Closure
	for _, c := range closures {
		if c.Source != "" && c.ID == "" && len(c.Unknown) == 0 {
			mine = append(mine, c)
		} else {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(mine, func(a, b calendar.Closure) int { return cmp.Compare(a.First, b.First) })
	for _, c := range mine {
		i := slices.IndexFunc(out, func(o calendar.Closure) bool {
			return o.Source == c.Source && o.Name == c.Name && o.Kind == c.Kind && o.First <= c.First &&
				noSchoolBetween(o.Last, c.First, year)
		})
		if i < 0 {
			out = append(out, c)
			continue
		}
		out[i].Last = max(out[i].Last, c.Last)
	}
	slices.SortStableFunc(out, func(a, b calendar.Closure) int { return cmp.Compare(a.First, b.First) })
	return out
}

// fewest is how many short days on one weekday make a rule of them.
const fewest = 3

// shortDays writes short days as few entries: those of one name and hours on
// one weekday, with no whole day of that weekday between, are one.
func shortDays(changes []Change, year *calendar.SchoolYear) []calendar.PartialDay {
	var out []calendar.PartialDay
	for _, run := range weekly(changes, calendar.NewDays(year)) {
		if len(run) < fewest {
			for _, ch := range run {
				out = append(out, partialOf(&ch))
			}
			continue
		}
		p := partialOf(&run[0])
		p.Last = run[len(run)-1].Last
		p.Weekdays = day.SetOf(p.First.Weekday())
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b calendar.PartialDay) int { return cmp.Compare(a.First, b.First) })
	return out
}

func partialOf(ch *Change) calendar.PartialDay {
	return calendar.PartialDay{Span: ch.Span, Name: ch.Name, Opening: ch.From, Dismissal: ch.Until, Source: ch.Source}
}

// weekly gathers short days, week by week, in runs.
func weekly(changes []Change, days *calendar.Days) [][]Change {
	var runs [][]Change
	for _, ch := range changes {
		i := slices.IndexFunc(runs, func(run []Change) bool {
			last := run[len(run)-1]
			return last.Name == ch.Name && last.Source == ch.Source && last.From == ch.From && last.Until == ch.Until &&
				last.Days() == 1 && ch.Days() == 1 &&
				last.First < ch.First && closedBetween(last.First, ch.First, days)
		})
		if i < 0 {
			runs = append(runs, []Change{ch})
		} else {
			runs[i] = append(runs[i], ch)
		}
	}
	return runs
}

// closedBetween says whether two days are on one weekday, and every such day
// between them is closed.
func closedBetween(a, b day.Day, days *calendar.Days) bool {
	if (b-a)%7 != 0 {
		return false
	}
	for on := a + 7; on < b; on += 7 {
		if days.Status(on) == calendar.Open {
			return false
		}
	}
	return true
}
