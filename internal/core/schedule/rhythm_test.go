package schedule

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// drawRhythm draws what a form can say.
func drawRhythm(t *rapid.T) Rhythm {
	kind := rapid.SampledFrom([]Kind{EveryWeek, EveryNWeeks, WeeksOf, MonthlyNth, ByCycle}).Draw(t, "kind")
	some := func(high int, label string) []int {
		return rapid.SliceOfNDistinct(rapid.IntRange(1, high), 1, high, rapid.ID[int]).Draw(t, label)
	}
	r := Rhythm{Kind: kind}
	if kind != ByCycle {
		r.Weekdays = day.Weekdays(rapid.IntRange(1, 127).Draw(t, "weekdays"))
	}
	switch kind {
	case EveryNWeeks:
		r.N = rapid.IntRange(2, 52).Draw(t, "n")
	case WeeksOf:
		r.Of = rapid.IntRange(2, 52).Draw(t, "of")
		r.On = some(r.Of, "on")
		r.First = rapid.SampledFrom([]day.Day{day.None, day.MustParse("2025-09-10")}).Draw(t, "week one")
	case MonthlyNth:
		r.Nth = rapid.SliceOfNDistinct(rapid.SampledFrom([]int{1, 2, 3, 4, 5, -1, -2}), 1, 7, rapid.ID[int]).Draw(t, "nth")
	case ByCycle:
		r.Length = rapid.IntRange(2, 20).Draw(t, "length")
		r.Days = some(r.Length, "days")
		r.First, r.Closed = day.MustParse("2025-09-04"), rapid.SampledFrom([]iep.OnClosed{iep.Slide, iep.Skip}).Draw(t, "closed")
	}
	return r
}

// What a form says becomes a schedule, and is shown by the form again.
func TestARhythmGoesThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRhythm(t)
		before := iep.Schedule{ID: "a", Rule: "FREQ=DAILY", From: day.MustParse("2025-09-03"), Minutes: 30, StartTime: day.At(9, 0)}
		service := &iep.Service{Schedules: r.Schedules(before)}
		got, shown := RhythmOfService(service)
		if !shown || !reflect.DeepEqual(got, r) {
			t.Fatalf("%+v became %+v, %t", r, got, shown)
		}
		after := service.Schedules[0]
		if after.Rule != "" {
			mustParseIn(t, after.Rule)
		}
		after.Rule, after.Weeks, after.Cycle = before.Rule, nil, nil
		if !reflect.DeepEqual(after, before) {
			t.Fatalf("%+v: the rest became %+v", r, after)
		}
	})
}

func mustParseIn(t *rapid.T, text string) {
	if _, err := ParseRule(text); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}

// What a form shows of a rule, and writes without a change, plans the same
// days: whatever it cannot say it does not show.
func TestARuleThatAFormShowsKeepsItsDays(t *testing.T) {
	c, shown := seeded(), 0
	for shown < 3_000 {
		s := iep.Schedule{From: c.anchor()}
		s.Rule = c.rule(s.From)
		if c.one(2) {
			s.Rule = c.weekly(s.From)
		}
		r, ok := RhythmOf(&s)
		if !ok {
			continue
		}
		shown++
		in := day.Span{First: s.From, Last: s.From + 1500}
		want, err := planned(&s, nil, in)
		if err != nil {
			t.Fatal(err)
		}
		got, err := planned(&r.Schedules(s)[0], nil, in)
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("%s from %s, shown as %+v (%v):\n got %s\nwant %s", s.Rule, s.From, r, err, list(got), list(want))
		}
	}
}

// A service that is not planned by the day has no schedule; one that a form
// would change in silence is not shown.
func TestWhatAFormShows(t *testing.T) {
	weekly := iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=TU"}
	if r, shown := RhythmOfService(&iep.Service{}); !shown || r.Kind != NoDays || len(r.Schedules(weekly)) != 0 || r.Schedules(weekly) == nil {
		t.Errorf("no schedule: %+v, %t", r, shown)
	}
	with := weekly
	with.ExceptDates = []day.Day{day.MustParse("2025-09-09")}
	for name, schedules := range map[string][]iep.Schedule{
		"an excepted date": {with}, "two schedules": {weekly, weekly}, "a rule that cannot be read": {{Rule: "FREQ=HOURLY"}},
		"an end":                       {{Rule: "FREQ=WEEKLY;BYDAY=TU;COUNT=3"}},
		"a last day":                   {{Rule: "FREQ=WEEKLY;BYDAY=TU;UNTIL=20251010"}},
		"every day":                    {{Rule: "FREQ=DAILY"}},
		"two places of two weekdays":   {{Rule: "FREQ=MONTHLY;BYDAY=2TU,-1TH"}},
		"every other month":            {{Rule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU"}},
		"weeks that begin on a Sunday": {{Rule: "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU"}},
		"some months":                  {{Rule: "FREQ=WEEKLY;BYDAY=TU;BYMONTH=9"}},
		"the 15th":                     {{Rule: "FREQ=MONTHLY;BYMONTHDAY=15"}},
	} {
		if r, shown := RhythmOfService(&iep.Service{Schedules: schedules}); shown {
			t.Errorf("%s: shown as %+v", name, r)
		}
	}
	anchored := iep.Schedule{Rule: "FREQ=WEEKLY", From: day.MustParse("2025-09-04")}
	if r, shown := RhythmOf(&anchored); !shown || r.Weekdays != day.SetOf(day.Thursday) {
		t.Errorf("the weekday of the first day: %+v, %t", r, shown)
	}
}

// Fields that the program does not know stay with what they stood in.
func TestAFormKeepsUnknownFields(t *testing.T) {
	unknown := iep.Unknown{"room": iep.Raw("4")}
	cycle := iep.Schedule{Cycle: &iep.Cycle{Length: 6, Days: []int{1}, Unknown: unknown}}
	weeks := iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=TU", Weeks: &iep.Weeks{Of: 4, On: []int{1}, Unknown: unknown}}
	for _, s := range []iep.Schedule{cycle, weeks} {
		r, _ := RhythmOf(&s)
		if got := r.Schedules(s)[0]; !reflect.DeepEqual(got, s) {
			t.Errorf("%+v became %+v", s, got)
		}
	}
}
