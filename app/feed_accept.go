package app

import (
	"cmp"
	"slices"
	"strconv"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/refusal"
)

// Answers beside those that are verdicts.
const (
	takeAway = "take"  // what the calendar no longer says
	leaveIt  = "leave" // as the family's calendar has it
)

// rowID names a reading for as long as its file lies open.
func rowID(r *feed.Reading) string { return strconv.Itoa(r.Line) + "." + iso(r.First) }

// goneID names a change that comes of what a feed no longer says.
func goneID(c *feed.Change) string { return string(c.What) + "." + iso(c.First) }

// answerOf is what a reading is to do when nobody says otherwise. A holiday
// that is only named closes nothing and asks nothing.
func answerOf(r *feed.Reading) feed.Verdict {
	if r.ByNameOnly() {
		return feed.IsIgnored
	}
	return r.Verdict
}

// unasked is what the feed would change by itself.
func (t *taken) unasked(today day.Day) []feed.Change {
	return feed.Compare(t.year, t.readings, today)
}

// accepted are the changes that the answers come to: what the readings say as
// they were answered, and of what the feed no longer says what was not left.
func (t *taken) accepted(today day.Day, answers []FeedAnswer) ([]feed.Change, error) {
	given := map[string]FeedAnswer{}
	for _, a := range answers {
		given[a.Row] = a
	}
	said, err := t.answered(given)
	if err != nil {
		return nil, err
	}
	var list []feed.Change
	for _, c := range feed.Compare(t.year, said, today) {
		if !c.Gone() && (c.What != feed.Notes || !t.settled(c.Span)) {
			list = append(list, c)
		}
	}
	for _, c := range t.unasked(today) {
		if c.Gone() && cmp.Or(given[goneID(&c)].Answer, t.silence()) == takeAway {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b feed.Change) int { return int(a.First - b.First) })
	return list, nil
}

// silence is what is done with days that the file no longer names. Where a
// part of the file could not be read, they may stand there.
func (t *taken) silence() string {
	if len(t.problems) > 0 {
		return leaveIt
	}
	return takeAway
}

// settled says whether the calendar has no open school day in a run of days:
// then there is nothing to ask about them.
func (t *taken) settled(span day.Span) bool {
	days := calendar.NewDays(t.year)
	in := span.Within(t.year.Span())
	for on := in.First; on <= in.Last; on++ {
		if days.Status(on) == calendar.Open {
			return false
		}
	}
	return true
}

func (t *taken) answered(given map[string]FeedAnswer) ([]feed.Reading, error) {
	said := slices.Clone(t.readings)
	for i := range said {
		r := &said[i]
		a, ok := given[rowID(r)]
		if !ok {
			if v := answerOf(r); v != r.Verdict {
				*r = r.Answered(v, day.NoClock, day.NoClock)
			}
			continue
		}
		from, until, err := hours(a)
		if err != nil {
			return nil, err
		}
		verdict := feed.Verdict(a.Answer)
		if !slices.Contains(offeredFor(r), verdict) {
			return nil, refusal.New(refusal.NoSuch, "what", "answer", "id", a.Answer)
		}
		if verdict == r.Verdict && from == r.From && until == r.Until {
			continue
		}
		*r = r.Answered(verdict, from, until)
	}
	return said, nil
}

// hours are those of a short day. A day whose hours nobody knows is short all
// the same.
func hours(a FeedAnswer) (from, until day.Clock, err error) {
	if feed.Verdict(a.Answer) != feed.IsPartial {
		return day.NoClock, day.NoClock, nil
	}
	if from, err = parseClock("from."+a.Row, a.From); err != nil {
		return from, until, err
	}
	until, err = parseClock("until."+a.Row, a.Until)
	return from, until, err
}

// offeredFor are the answers that a row can have.
func offeredFor(r *feed.Reading) []feed.Verdict {
	list := []feed.Verdict{feed.IsClosed, feed.IsPartial, feed.IsIgnored, feed.IsAsk}
	if r.Verdict == feed.IsTesting || r.Verdict == feed.GivenBack {
		list = append([]feed.Verdict{r.Verdict}, list...)
	}
	return list
}

// incoming is the deed.
func (t *taken) incoming(child string, changes []feed.Change, today day.Day) binder.Incoming {
	year := *t.year
	year.Level = t.level
	if year.Source == "" {
		year.Source = words.Put("feed.source", "day", words.Day(today))
	}
	return binder.Incoming{Year: year, Changes: changes, Child: child}
}

// known says whether the two days of the year are.
func (t *taken) known() bool { return t.year.First != day.None && t.year.Last != day.None }

// again says whether the year has days of a feed already.
func (t *taken) again() bool {
	fed := func(source calendar.Source) bool { return source == calendar.FromFeed }
	return slices.ContainsFunc(t.year.Closures, func(c calendar.Closure) bool { return fed(c.Source) }) ||
		slices.ContainsFunc(t.year.PartialDays, func(p calendar.PartialDay) bool { return fed(p.Source) }) ||
		slices.ContainsFunc(t.year.ExtraDays, func(e calendar.ExtraDay) bool { return fed(e.Source) }) ||
		slices.ContainsFunc(t.year.NotedDays, func(n calendar.NotedDay) bool { return fed(n.Source) })
}
