package feed

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// What a reading of a feed changes in a calendar.
type What string

// The changes.
const (
	Closes     What = "closes"      // open so far
	Opens      What = "opens"       // closed by an earlier reading, and no longer said
	OtherKind  What = "other_kind"  // closed, for another reason
	Shortens   What = "shortens"    // a whole day so far
	OtherHours What = "other_hours" // short, with other hours
	FullAgain  What = "full_again"  // short by an earlier reading, and no longer said
	GivesBack  What = "gives_back"  // a school day again
	Notes      What = "notes"       // open, with a question to the school
)

// A Change is a run of days that a feed changes, both ends in; weekends inside
// it are not meant.
type Change struct {
	day.Span
	What        What
	Name        string // as the feed has it; of what is no longer said, as the calendar has it
	Kind        calendar.ClosureKind
	Note        calendar.NotedKind
	From, Until day.Clock
	Line        int // of the event, or 0 when the feed no longer says it
	Source      calendar.Source
}

// Compare says what readings change in a school year, by day. Of what the
// family wrote nothing is taken back, and of what an earlier reading said only
// from today on, and only where the feed still reaches: a feed is a window
// that moves, and last autumn is simply gone from it.
func Compare(year *calendar.SchoolYear, readings []Reading, today day.Day) []Change {
	c := comparer{year: year, before: calendar.NewDays(year), said: map[day.Day]*saying{}, today: today}
	c.listen(readings)
	var changes []Change
	for on := year.First; on <= year.Last; on++ {
		if year.Weekdays.Has(on.Weekday()) || c.of(on).back != nil {
			changes = append(changes, c.on(on)...)
		}
	}
	changes = joined(changes, year)
	changes = append(changes, c.notes(readings)...)
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(a.First, b.First) })
	return changes
}

// saying is what a feed says of one day: its fullest reading of each sort.
type saying struct{ closed, short, back, asked *Reading }

type comparer struct {
	year   *calendar.SchoolYear
	before *calendar.Days
	said   map[day.Day]*saying
	today  day.Day
	reach  day.Span // from the first to the last day that the feed speaks of
}

// of is what the feed says of a day.
func (c *comparer) of(on day.Day) saying {
	if s := c.said[on]; s != nil {
		return *s
	}
	return saying{}
}

// listen sorts the readings by day. Of two closures the longer one names the
// day, so that a break is one.
func (c *comparer) listen(readings []Reading) {
	c.reach = day.Span{First: day.Last, Last: day.First}
	for i := range readings {
		r := &readings[i]
		if r.Source == calendar.FromFeed {
			c.reach = day.Span{First: min(c.reach.First, r.First), Last: max(c.reach.Last, r.Last)}
		}
		in := r.Within(c.year.Span())
		for on := in.First; on <= in.Last; on++ {
			if c.said[on] == nil {
				c.said[on] = &saying{}
			}
			c.said[on].take(r)
		}
	}
}

func (s *saying) take(r *Reading) {
	fuller := func(old *Reading) *Reading {
		if old == nil || r.Days() > old.Days() || r.Days() == old.Days() && (r.Certainty > old.Certainty ||
			r.Certainty == old.Certainty && r.Title < old.Title) {
			return r
		}
		return old
	}
	switch r.Verdict {
	case IsClosed:
		s.closed = fuller(s.closed)
	case IsPartial:
		if s.short == nil || timed(r) && !timed(s.short) || timed(r) == timed(s.short) && fuller(s.short) == r {
			s.short = r
		}
	case GivenBack:
		s.back = fuller(s.back)
	case IsAsk, IsTesting:
		s.asked = fuller(s.asked)
	}
}

func timed(r *Reading) bool { return r.From.Known() || r.Until.Known() }

// on is what changes on one day.
func (c *comparer) on(on day.Day) []Change {
	said, status := c.of(on), c.before.Status(on)
	if said.back != nil {
		if status == calendar.Open || c.given(on) {
			return nil
		}
		return []Change{c.change(on, GivesBack, said.back)}
	}
	if c.given(on) {
		return nil
	}
	if said.closed != nil {
		return c.closed(on, said.closed, status)
	}
	if old := c.closure(on); old != nil && status != calendar.Open {
		if said.asked == nil && c.gone(on) && old.Source == calendar.FromFeed {
			opens := Change{Span: day.Span{First: on, Last: on}, What: Opens, Name: old.Name, Kind: old.Kind, Source: old.Source}
			return append(c.short(on, said.short, said.asked), opens)
		}
		return nil
	}
	return c.short(on, said.short, said.asked)
}

// closed is what a closed day changes. A day that the family closed keeps the
// family's reason.
func (c *comparer) closed(on day.Day, r *Reading, status calendar.Status) []Change {
	if status == calendar.Open {
		return []Change{c.change(on, Closes, r)}
	}
	if old := c.closure(on); old != nil && old.Source == calendar.FromFeed && old.Kind != r.Kind {
		return []Change{c.change(on, OtherKind, r)}
	}
	return nil
}

// short is what a short day changes.
func (c *comparer) short(on day.Day, r, asked *Reading) []Change {
	old, found := c.partial(on)
	switch {
	case r == nil && found && asked == nil && old.Source == calendar.FromFeed && c.gone(on):
		return []Change{{Span: day.Span{First: on, Last: on}, What: FullAgain, Name: old.Name, From: old.Opening,
			Until: old.Dismissal, Source: old.Source}}
	case r == nil || found && old.Source != calendar.FromFeed:
		return nil
	case !found:
		return []Change{c.change(on, Shortens, r)}
	case timed(r) && (old.Opening != r.From || old.Dismissal != r.Until):
		return []Change{c.change(on, OtherHours, r)}
	}
	return nil
}

func (c *comparer) change(on day.Day, what What, r *Reading) Change {
	return Change{Span: day.Span{First: on, Last: on}, What: what, Name: r.Title, Kind: r.Kind, From: r.From,
		Until: r.Until, Line: r.Line, Source: r.Source}
}

// gone says whether the feed's silence about a day means something.
func (c *comparer) gone(on day.Day) bool { return on >= c.today && c.reach.Holds(on) }

// given says whether the calendar gives the day back already.
func (c *comparer) given(on day.Day) bool {
	return slices.ContainsFunc(c.year.ExtraDays, func(e calendar.ExtraDay) bool { return e.Date == on })
}

// closure is the calendar's closure that holds a day: one of the family's
// before one of a feed.
func (c *comparer) closure(on day.Day) *calendar.Closure {
	var found *calendar.Closure
	for i := range c.year.Closures {
		if cl := &c.year.Closures[i]; cl.Holds(on) && (found == nil || found.Source == calendar.FromFeed &&
			cl.Source != calendar.FromFeed) {
			found = cl
		}
	}
	return found
}

// partial is the calendar's short day: one of the family's before one of a
// feed.
func (c *comparer) partial(on day.Day) (calendar.PartialDay, bool) {
	var found *calendar.PartialDay
	for i := range c.year.PartialDays {
		if p := &c.year.PartialDays[i]; p.Holds(on) && (found == nil || found.Source == calendar.FromFeed &&
			p.Source != calendar.FromFeed) {
			found = p
		}
	}
	if found == nil {
		return calendar.PartialDay{}, false
	}
	return *found, true
}

// notes are the tests and questions that the calendar does not have yet.
func (c *comparer) notes(readings []Reading) []Change {
	var changes []Change
	for i := range readings {
		r := &readings[i]
		in := r.Within(c.year.Span())
		if r.Verdict != IsTesting && r.Verdict != IsAsk || in.Empty() {
			continue
		}
		n := Change{Span: in, What: Notes, Name: r.Title, Note: noteOf(r), Line: r.Line, Source: r.Source}
		if !slices.ContainsFunc(c.year.NotedDays, n.isNote) && !slices.ContainsFunc(changes, n.same) {
			changes = append(changes, n)
		}
	}
	return changes
}

func (ch *Change) isNote(n calendar.NotedDay) bool {
	return n.Span == ch.Span && n.Name == ch.Name && n.Kind == ch.Note
}

func (ch *Change) same(other Change) bool {
	return other.Span == ch.Span && other.Name == ch.Name && other.Note == ch.Note
}

func noteOf(r *Reading) calendar.NotedKind {
	switch {
	case r.Verdict == IsTesting:
		return calendar.Testing
	case r.has(Remote):
		return calendar.Remote
	}
	return calendar.Unclear
}

// joined makes one change of those that follow each other with the same words,
// over days without school between.
func joined(changes []Change, year *calendar.SchoolYear) []Change {
	var out []Change
	for _, ch := range changes {
		if n := len(out) - 1; n >= 0 && follows(&out[n], &ch, year) {
			out[n].Last = ch.Last
			continue
		}
		out = append(out, ch)
	}
	return out
}

func follows(a, b *Change, year *calendar.SchoolYear) bool {
	return a.What == b.What && a.What != GivesBack && a.Name == b.Name && a.Kind == b.Kind && a.Source == b.Source &&
		a.From == b.From && a.Until == b.Until &&
		noSchoolBetween(a.Last, b.First, year)
}

// noSchoolBetween says whether no weekday of the school lies between two days.
func noSchoolBetween(a, b day.Day, year *calendar.SchoolYear) bool {
	for on := a + 1; on < b; on++ {
		if year.Weekdays.Has(on.Weekday()) {
			return false
		}
	}
	return true
}
