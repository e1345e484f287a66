package app

import (
	"slices"
	"strconv"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
	"midweek/internal/core/schedule"
)

// A RhythmForm is how a service is planned, beside its weekdays and time. Only
// the fields of its kind mean anything.
type RhythmForm struct {
	Kind   string   `json:"kind"`   // of FamilyView.Rhythms; empty: every week, or no fixed days where no weekday is picked
	Every  *int     `json:"every"`  // every_n_weeks: n, 2 to 52
	Of     *int     `json:"of"`     // weeks_of: the pattern's weeks, 2 to 52
	On     []string `json:"on"`     // weeks_of: those with sessions
	Nth    []string `json:"nth"`    // monthly_nth: 1 to 5, -1 for the last
	Length *int     `json:"length"` // cycle: 2 to 20 school days
	Days   []string `json:"days"`   // cycle: those with sessions
	First  string   `json:"first"`  // cycle: a day that is Day 1; weeks_of: a day in week 1; every_n_weeks: a day in a week with sessions
	Closed string   `json:"closed"` // cycle: slide, skip
}

// kept is a rhythm that the form cannot show; its schedule stays as it is.
const kept = "kept"

var rhythmKinds = []schedule.Kind{
	schedule.EveryWeek, "other_week", schedule.EveryNWeeks, schedule.WeeksOf, schedule.MonthlyNth, schedule.ByCycle, schedule.NoDays,
}

// otherWeek is every_n_weeks where n is 2: the words that plans use most.
const otherWeek = "other_week"

func rhythmChoices() []Choice {
	return choices(rhythmKinds, func(k schedule.Kind) string { return words.Put("rhythm." + string(k)) })
}

// numberChoices are 1 to the longest list that a form shows: weeks of a
// pattern, days of a cycle.
func numberChoices() []Choice {
	list := []Choice{}
	for n := 1; n <= 52; n++ {
		list = append(list, Choice{strconv.Itoa(n), strconv.Itoa(n)})
	}
	return list
}

// placeChoices are the places of a weekday in a month.
func placeChoices() []Choice {
	list := []Choice{}
	for _, n := range []int{1, 2, 3, 4, 5, -1} {
		list = append(list, Choice{strconv.Itoa(n), words.Ordinal(n)})
	}
	return list
}

// rhythmForm is a service's rhythm as its form shows it, with its weekdays.
func rhythmForm(s *iep.Service) (RhythmForm, []string) {
	f := RhythmForm{On: []string{}, Nth: []string{}, Days: []string{}, Closed: string(iep.Slide)}
	weekdays := []string{}
	r, shown := schedule.RhythmOfService(s)
	f.Kind = string(r.Kind)
	switch {
	case !shown || slices.ContainsFunc(r.Nth, func(n int) bool { return n < -1 }):
		f.Kind = kept
		return f, weekdays
	case r.Kind == schedule.NoDays && (s.Requirement == nil || s.Requirement.Unit == iep.Sessions):
		f.Kind = string(schedule.EveryWeek) // none picked so far
	case r.Kind == schedule.EveryNWeeks:
		f.Every, f.First = &r.N, iso(s.Schedules[0].From)
		if r.N == 2 {
			f.Kind = otherWeek
		}
	case r.Kind == schedule.WeeksOf:
		f.Of, f.On, f.First = &r.Of, texts(r.On), iso(r.First)
	case r.Kind == schedule.MonthlyNth:
		f.Nth = texts(r.Nth)
	case r.Kind == schedule.ByCycle:
		f.Length, f.Days, f.First, f.Closed = &r.Length, texts(r.Days), iso(r.First), string(r.Closed)
	}
	for _, w := range r.Weekdays.List() {
		weekdays = append(weekdays, w.String())
	}
	return f, weekdays
}

func texts(numbers []int) []string {
	list := make([]string, len(numbers))
	for i, n := range numbers {
		list[i] = strconv.Itoa(n)
	}
	return list
}

// rhythm reads the form. What is needed and not there is refused at its field.
func (f ServiceForm) rhythm() (schedule.Rhythm, error) {
	r := schedule.Rhythm{Kind: schedule.Kind(f.Rhythm.Kind)}
	var err error
	if r.Weekdays, err = parseWeekdays("weekdays", f.Weekdays); err != nil {
		return r, err
	}
	switch r.Kind {
	case otherWeek, schedule.EveryNWeeks, schedule.WeeksOf, schedule.ByCycle:
		if r.First, err = parseDay("rhythm.first", f.Rhythm.First); err != nil {
			return r, err
		}
	}
	switch r.Kind {
	case "", schedule.EveryWeek:
		r.Kind = schedule.EveryWeek
		if r.Weekdays == 0 {
			r.Kind = schedule.NoDays
		}
		return r, nil
	case schedule.NoDays:
		return r, nil
	case otherWeek:
		r.Kind, r.N = schedule.EveryNWeeks, 2
	case schedule.EveryNWeeks:
		r.N, err = needed("rhythm.every", f.Rhythm.Every, 2, 52)
	case schedule.WeeksOf:
		r.Of, r.On, err = counted("rhythm.of", f.Rhythm.Of, 52, "rhythm.on", f.Rhythm.On)
	case schedule.MonthlyNth:
		r.Nth, err = numbers("rhythm.nth", f.Rhythm.Nth)
	case schedule.ByCycle:
		r.Weekdays = 0
		r.Closed = iep.OnClosed(f.Rhythm.Closed)
		r.Length, r.Days, err = counted("rhythm.length", f.Rhythm.Length, 20, "rhythm.days", f.Rhythm.Days)
		if err == nil && r.First == day.None {
			err = refusal.At("rhythm.first", refusal.New(refusal.Missing))
		}
		return r, err
	default:
		return r, refusal.At("rhythm.kind", refusal.New(refusal.NotAWord, "text", f.Rhythm.Kind, "words", kindNames()))
	}
	if err == nil && r.Weekdays == 0 {
		err = refusal.At("weekdays", refusal.New(refusal.Missing))
	}
	return r, err
}

func kindNames() string {
	var names []string
	for _, k := range rhythmKinds {
		names = append(names, string(k))
	}
	return words.And(names)
}

// counted is how many weeks or days repeat, and the picked ones among them.
// What was picked of a longer row, and is no more shown, does not count.
func counted(size string, n *int, high int, list string, picked []string) (int, []int, error) {
	of, err := needed(size, n, 2, high)
	if err != nil {
		return 0, nil, err
	}
	on, err := numbers(list, picked)
	on = slices.DeleteFunc(on, func(n int) bool { return n < 1 || n > of })
	if err == nil && len(on) == 0 {
		err = refusal.At(list, refusal.New(refusal.Missing))
	}
	return of, on, err
}

func needed(field string, n *int, low, high int) (int, error) {
	switch {
	case n == nil:
		return 0, refusal.At(field, refusal.New(refusal.Missing))
	case *n < low || *n > high:
		return 0, refusal.At(field, refusal.New(refusal.OutOfBounds,
			"value", strconv.Itoa(*n), "low", strconv.Itoa(low), "high", strconv.Itoa(high)))
	}
	return *n, nil
}

// numbers reads picked numbers; at least one is needed.
func numbers(field string, picked []string) ([]int, error) {
	if len(picked) == 0 {
		return nil, refusal.At(field, refusal.New(refusal.Missing))
	}
	list := make([]int, len(picked))
	for i, text := range picked {
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, refusal.At(field, refusal.New(refusal.NotAWord, "text", text, "words", "1, 2, 3, -1"))
		}
		list[i] = n
	}
	return list, nil
}

// anchor is the day from which every n weeks are counted, for a service from a
// day, so that a given day lies in a week with sessions: the Monday of the
// first such week, or the service's first day when that is later. Nothing
// planned lies between the two.
func anchor(n int, within, start day.Day) day.Day {
	if within == day.None {
		return start
	}
	weeks := int(within.Monday()-start.Monday()) / 7 % n
	return max(start, start.Monday()+day.Day((weeks+n)%n*7))
}
