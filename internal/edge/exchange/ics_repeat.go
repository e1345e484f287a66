package exchange

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/refusal"
	"midweek/internal/core/schedule"
)

// An expander works the events of a feed out on the days of a span.
type expander struct {
	raw       *rawFeed
	within    day.Span
	zones     zones
	home      *time.Location // of the school's clocks, or nil
	inclusive bool           // the feed writes the last day as the end
	unknown   map[string]bool
	problems  []Problem
	made      int // occurrences
	years     int // walked by rules
	full      bool
}

func newExpander(raw *rawFeed, in day.Span) *expander {
	x := &expander{raw: raw, within: in, zones: zones{map[string]*time.Location{}}, unknown: map[string]bool{},
		problems: raw.problems}
	x.home = homeOf(raw, &x.zones)
	x.inclusive = writesLastDay(raw)
	return x
}

func (x *expander) tell(line int, why *refusal.Refusal) {
	if len(x.problems) < maxEvents {
		x.problems = append(x.problems, Problem{line, why})
	}
}

// told are the problems, by line.
func (x *expander) told() []Problem {
	slices.SortStableFunc(x.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return x.problems
}

// writesLastDay says whether a feed writes the last day of an event as its
// end, which the format does not: its one-day events end on the day they
// begin, and none a day later. Where no event takes a single day, most ends on
// a Friday say so.
func writesLastDay(raw *rawFeed) bool {
	same, next, longer, fridays := 0, 0, 0, 0
	for _, e := range raw.events {
		start, ok1 := plainDate(e, "DTSTART")
		end, ok2 := plainDate(e, "DTEND")
		if !ok1 || !ok2 {
			continue
		}
		switch {
		case end == start:
			same++
		case end == start+1:
			next++
		default:
			longer++
			if end.Weekday() == day.Friday {
				fridays++
			}
		}
	}
	if same+next == 0 {
		return longer > 1 && 5*fridays >= 3*longer
	}
	return same > 0 && next == 0
}

// plainDate is a property that is a day without a time.
func plainDate(e *rawEvent, name string) (day.Day, bool) {
	p, ok := e.get(name)
	v := strings.TrimSpace(p.value)
	if !ok || len(v) != len("20060102") {
		return day.None, false
	}
	d, err := day.Parse(v[:4] + "-" + v[4:6] + "-" + v[6:])
	return d, err == nil
}

// events are all occurrences that touch the span.
func (x *expander) events() []feed.Event {
	var entries []*entry
	for _, raw := range x.raw.events {
		if e, ok := x.entryOf(raw); ok {
			entries = append(entries, e)
		}
	}
	var all []feed.Event
	for _, series := range bySeries(entries) {
		all = x.series(all, series)
	}
	return all
}

// bySeries groups entries by their UID, in the order of the file; an entry
// without one is by itself.
func bySeries(entries []*entry) [][]*entry {
	var all [][]*entry
	at := map[string]int{}
	for _, e := range entries {
		id := e.event.UID
		i, known := at[id]
		if id == "" || !known {
			at[id] = len(all)
			all = append(all, []*entry{e})
			continue
		}
		all[i] = append(all[i], e)
	}
	return all
}

// series gives the occurrences of entries with one UID: the masters that hold,
// without the days that other entries of the series moved or cancelled, and
// those entries themselves.
func (x *expander) series(all []feed.Event, series []*entry) []feed.Event {
	holding := latest(series)
	moved := map[day.Day]bool{}
	for _, e := range holding {
		if e.moves != day.None {
			moved[e.moves] = true
		}
	}
	for _, e := range holding {
		for _, first := range x.occurrences(e, moved) {
			all = x.add(all, e, first)
		}
	}
	return all
}

// add adds an occurrence that touches the span.
func (x *expander) add(all []feed.Event, e *entry, first day.Day) []feed.Event {
	o := e.event
	o.Span = day.Span{First: first, Last: first + o.Last - o.First}
	if !x.within.Empty() && !o.Meets(x.within) {
		return all
	}
	if x.made++; x.made > maxOccurrences {
		x.stop(e)
		return all
	}
	return append(all, o)
}

// stop tells once that the feed repeats too much.
func (x *expander) stop(e *entry) {
	if !x.full {
		x.full = true
		x.tell(e.raw.line, refusal.New(refusal.FeedRepeats))
	}
}

// latest leaves out what a later entry of the series has changed: one of a
// higher SEQUENCE, or one with the same title that was changed later. Some
// programs give one UID to all they write; those entries stay.
func latest(series []*entry) []*entry {
	if len(series) == 1 {
		return series
	}
	highest := map[day.Day]int{}
	for _, e := range series {
		highest[e.moves] = max(highest[e.moves], e.seq)
	}
	type named struct {
		moves day.Day
		title string
	}
	newest := map[named]string{}
	for _, e := range series {
		k := named{e.moves, e.event.Title}
		newest[k] = max(newest[k], e.since)
	}
	return slices.DeleteFunc(slices.Clone(series), func(e *entry) bool {
		return e.seq < highest[e.moves] || e.since < newest[named{e.moves, e.event.Title}]
	})
}

// occurrences are the first days of an entry's occurrences.
func (x *expander) occurrences(e *entry, moved map[day.Day]bool) []day.Day {
	first := e.event.First
	rules, added := e.raw.props["RRULE"], e.raw.props["RDATE"]
	if e.moves != day.None || len(rules)+len(added) == 0 {
		if e.moves == day.None && moved[first] {
			return nil
		}
		return []day.Day{first}
	}
	dates := x.listed(e, added)
	if len(rules) == 0 {
		dates = append(dates, first)
	}
	for _, p := range rules[:min(len(rules), 10)] {
		dates = append(dates, x.ruled(e, p)...)
	}
	left := map[day.Day]bool{}
	for _, d := range x.listed(e, e.raw.props["EXDATE"]) {
		left[d] = true
	}
	slices.Sort(dates)
	return slices.DeleteFunc(slices.Compact(dates), func(d day.Day) bool { return left[d] || moved[d] })
}

// ruled are the days of one rule in the span. A rule that cannot be read
// leaves the first day; one that repeats within the day leaves nothing.
func (x *expander) ruled(e *entry, p property) []day.Day {
	in := x.within
	first := e.event.First
	if in.Empty() {
		in = day.Span{First: first, Last: first + 366}
	}
	in.First -= e.event.Last - first
	if x.full {
		return nil
	}
	if x.years += max(int(in.Last-first)/365, 0) + 1; x.years > maxRuleYears {
		x.stop(e)
		return nil
	}
	dates, err := schedule.Occurrences(x.localUntil(e, p.value), first, in)
	r := refusal.From(err)
	switch {
	case err == nil:
		return dates
	case r == nil:
		r = refusal.New(refusal.FeedRepeats)
	}
	x.tell(p.line, r)
	if r.Code == refusal.RuleTooOften || r.Code == refusal.RuleTooMany {
		return nil
	}
	return []day.Day{first}
}

// localUntil puts the end of a rule on the school's clocks: in UTC it may be
// written as a moment of the next day.
func (x *expander) localUntil(e *entry, rule string) string {
	upper := strings.ToUpper(rule)
	at := strings.Index(upper, "UNTIL=")
	if at < 0 || len(rule) > schedule.MaxRule {
		return rule
	}
	value, _, _ := strings.Cut(upper[at+len("UNTIL="):], ";")
	s, err := x.stampOf(property{}, value)
	if err != nil || !s.at.Known() || s.zone == nil {
		return rule
	}
	on := s.on
	if !(e.event.AllDay && s.midnight()) {
		on = x.local(s).on
	}
	return rule[:at] + "UNTIL=" + strings.ReplaceAll(on.String(), "-", "") + rule[at+len("UNTIL=")+len(value):]
}

// listed are the days of EXDATE or RDATE, as days of the series.
func (x *expander) listed(e *entry, lists []property) []day.Day {
	var dates []day.Day
	for _, p := range lists {
		for value := range strings.SplitSeq(p.value, ",") {
			if len(dates) == maxDates {
				x.tell(p.line, refusal.New(refusal.EventDates, "limit", strconv.Itoa(maxDates)))
				return dates
			}
			value, _, _ = strings.Cut(value, "/") // a period: its start
			s, err := x.stampOf(p, value)
			if err != nil {
				x.tell(p.line, refusal.From(err))
				break
			}
			if !(e.event.AllDay && s.midnight()) {
				s = x.local(s)
			}
			dates = append(dates, s.on)
		}
	}
	return dates
}
