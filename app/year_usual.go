package app

import (
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

// A UsualGroup is suggested days of one source.
type UsualGroup struct {
	Why  string     `json:"why"` // federal, state, habit, religious
	Days []UsualDay `json:"days"`
}

// A UsualDay is a day, or days, on which many schools are closed. It is never
// ticked by itself.
type UsualDay struct {
	ID      string `json:"id"`
	On      string `json:"on"` // Mon Sep 7, 2026
	Name    string `json:"name"`
	Why     string `json:"why"`     // federal holiday; most schools close
	Already string `json:"already"` // closed already: Fall break; empty when school is open
	Closed  bool   `json:"closed"`  // nothing is left to close
	First   string `json:"first"`   // of the days
	Last    string `json:"last"`    //
	Ask     bool   `json:"ask"`     // it is somewhere in these days: a person writes which
}

// A UsualTick is one that was ticked.
type UsualTick struct {
	ID    string `json:"id"`
	First string `json:"first"` // of one that asks for its days
	Last  string `json:"last"`
}

var sources = []calendar.Why{calendar.WhyFederal, calendar.WhyState, calendar.WhyHabit, calendar.WhyReligious}

func usualGroups(year *calendar.SchoolYear, state string) []UsualGroup {
	days := calendar.NewDays(year)
	groups := []UsualGroup{}
	list := calendar.Suggest(state, year.Span())
	for _, why := range sources {
		group := UsualGroup{Why: string(why), Days: []UsualDay{}}
		for i := range list {
			if list[i].Why == why {
				group.Days = append(group.Days, usualDay(days, &list[i]))
			}
		}
		if len(group.Days) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

func usualDay(days *calendar.Days, s *calendar.Suggestion) UsualDay {
	v := UsualDay{
		ID: usualID(s), On: words.Span(s.Span), Name: words.Suggested(s), Why: words.SuggestedWhy(s), Ask: s.Window,
		First: iso(s.First), Last: iso(s.Last),
	}
	if s.Window {
		v.Already = closedWeek(days, s)
		return v
	}
	v.Already, v.Closed = closedNow(days, s.Span)
	return v
}

func usualID(s *calendar.Suggestion) string { return s.First.String() + "/" + s.Last.String() }

// closedNow says what is closed of a span, and whether nothing is left open.
func closedNow(days *calendar.Days, span day.Span) (text string, all bool) {
	var by *calendar.Closure
	open := false
	for on := span.First; on <= span.Last; on++ {
		if days.Status(on) == calendar.Open {
			open = true
		} else if c := days.ClosedBy(on); c != nil && by == nil {
			by = c
		}
	}
	switch {
	case open && by != nil:
		return words.Put("usual.partly"), false
	case open:
		return "", false
	case by != nil:
		return words.Put("usual.closed", "name", say.Plain(words.Closure(by))), true
	}
	return words.Put("usual.no_school"), true
}

// closedWeek names a break that stands already in the weeks of a suggestion.
func closedWeek(days *calendar.Days, s *calendar.Suggestion) string {
	for i := range days.Year.Closures {
		if c := &days.Year.Closures[i]; c.Kind == s.Kind && c.Meets(s.Span) {
			return words.Put("usual.closed", "name", say.Plain(words.Closure(c))+", "+words.Span(c.Span))
		}
	}
	return ""
}

// usualBatch are the closures of what was ticked, as suggested now.
func usualBatch(s *sheet, q FillQuery, ticked []UsualTick) (binder.Batch, error) {
	var batch binder.Batch
	year := s.Year(q.Calendar)
	if year == nil {
		return batch, refusal.At("calendar", refusal.New(refusal.NoSuch, "what", "calendar", "id", q.Calendar))
	}
	list := calendar.Suggest(s.stateOf(q.State, year), year.Span())
	for _, tick := range ticked {
		i := slices.IndexFunc(list, func(s calendar.Suggestion) bool { return usualID(&s) == tick.ID })
		if i < 0 {
			return batch, refusal.At("days", refusal.New(refusal.NoSuch, "what", "suggested day", "id", tick.ID))
		}
		c, err := suggested(&list[i], tick)
		if err != nil {
			return batch, err
		}
		batch.Closures = append(batch.Closures, c)
	}
	return batch, nil
}

func suggested(s *calendar.Suggestion, tick UsualTick) (calendar.Closure, error) {
	c := calendar.Closure{Span: s.Span, Name: words.Suggested(s), Kind: s.Kind, Source: calendar.Suggested}
	var err error
	if s.Window {
		c.Span, err = spanField(tick.First, tick.Last)
	}
	return c, err
}
