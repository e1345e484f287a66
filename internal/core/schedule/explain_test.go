package schedule_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/schedule"
)

// Whatever is asked, the explanation plans what the plan plans, and gives a
// reason that fits.
func TestAnExplanationPlansWhatIsPlanned(t *testing.T) {
	falls := []string{"why.extra", "why.cycle_day", "why.falls"}
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		on := coretest.AsOf(t, r)
		p := &r.Plans[0]
		school := r.School(p, r.Days())
		for i := range p.Services {
			service := &p.Services[i]
			slots, err := schedule.Plan(service, school)
			if err != nil {
				t.Fatal(err)
			}
			slots = slices.DeleteFunc(slots, func(s schedule.Slot) bool { return s.Date != on })
			e, err := schedule.Explain(p, service, school, on)
			if err != nil {
				t.Fatal(err)
			}
			var explained []schedule.Slot
			for _, turn := range e.Schedules {
				first := turn.Because[0].Code
				last := turn.Because[len(turn.Because)-1].Code
				if is := slices.Contains(falls, first) && last != "why.no_school_day"; is != (turn.Slot != nil) {
					t.Fatalf("%s: %+v, planned %t", on, turn.Because, turn.Slot != nil)
				}
				if turn.Slot != nil {
					explained = append(explained, *turn.Slot)
				}
			}
			slices.SortFunc(explained, schedule.Order)
			if !slices.Equal(explained, slots) {
				t.Fatalf("%s: explained %+v, planned %+v", on, explained, slots)
			}
			open := slices.ContainsFunc(slots, func(s schedule.Slot) bool { return s.Status == calendar.Open })
			want := schedule.NoSlot
			switch {
			case open:
				want = schedule.Planned
			case len(slots) > 0:
				want = schedule.Lost
			}
			if e.Outcome != want || len(e.School) == 0 {
				t.Fatalf("%s: %s, want %s; school %+v", on, e.Outcome, want, e.School)
			}
		}
	})
}

// explained is what is said of one schedule, and of the school, on a day.
func explained(t *testing.T, p *iep.Plan, year calendar.SchoolYear, s iep.Schedule, on string) string {
	t.Helper()
	service := &iep.Service{ID: "sp", Start: day.MustParse("2025-09-03"), End: day.MustParse("2026-05-29"), Schedules: []iep.Schedule{s}}
	if s.ID == "" {
		service.Schedules = nil
	}
	var school calendar.School
	if year.First != day.None {
		school = calendar.School{calendar.NewDays(&year)}
	}
	e, err := schedule.Explain(p, service, school, day.MustParse(on))
	if err != nil {
		t.Fatal(err)
	}
	said := []string{string(e.Outcome)}
	for _, phrases := range [][]schedule.Phrase{e.School, e.Service} {
		for _, p := range phrases {
			said = append(said, text(p))
		}
	}
	for _, turn := range e.Schedules {
		for _, p := range turn.Because {
			said = append(said, text(p))
		}
	}
	for _, c := range e.Claims {
		said = append(said, "claim "+c.ID)
	}
	return strings.Join(said, "; ")
}

func text(p schedule.Phrase) string {
	words := []string{p.Code}
	for _, name := range []string{"name", "kind", "number", "length", "of", "numbers", "weekdays", "planned", "ordinals", "months", "count", "day", "first", "last", "time"} {
		if value, is := p.Args[name]; is {
			words = append(words, name+"="+value)
		}
	}
	return strings.Join(words, " ")
}

// Every reason for a session on a day, or for none.
func TestEveryReasonForADay(t *testing.T) {
	on := day.MustParse
	span := func(first, last string) day.Span { return day.Span{First: on(first), Last: on(last)} }
	at := func(hour int) day.Clock { return day.At(hour, 0) }
	year := calendar.SchoolYear{
		First: on("2025-09-02"), Last: on("2026-06-05"), Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{
			{Span: span("2025-09-09", "2025-09-09"), Name: "Staff day", Kind: calendar.StaffDay, Source: calendar.FromFeed},
			{Span: span("2025-09-09", "2025-09-11"), Name: "Flood", Kind: calendar.Emergency},
			{Span: span("2025-12-22", "2026-01-02"), Kind: calendar.Break},
			{Span: span("2026-02-03", "2026-02-03"), Name: " ", Kind: calendar.Weather},
		},
		ExtraDays:   []calendar.ExtraDay{{Date: on("2025-12-23"), Name: "Flood, given back", Source: calendar.Typed}, {Date: on("2026-03-07")}},
		PartialDays: []calendar.PartialDay{{Span: span("2025-10-07", "2025-10-08"), Name: "Conferences", Opening: at(9), Dismissal: at(12)}},
		NotedDays: []calendar.NotedDay{
			{Span: span("2026-04-14", "2026-04-14"), Kind: calendar.Testing, Name: "State tests"}, {Span: span("2026-04-14", "2026-04-14"), Kind: "odd"},
		},
	}
	tuesdays := iep.Schedule{ID: "a", Rule: "FREQ=WEEKLY;BYDAY=TU", From: on("2025-09-03"), Minutes: 30, StartTime: at(13)}
	with := func(change func(*iep.Schedule)) iep.Schedule {
		s := tuesdays
		change(&s)
		return s
	}
	rule := func(rule string) iep.Schedule { return with(func(s *iep.Schedule) { s.Rule = rule }) }
	cycle := with(func(s *iep.Schedule) {
		s.Rule, s.Cycle = "", &iep.Cycle{Length: 6, Days: []int{4, 1}, First: on("2025-09-02"), Closed: iep.Slide}
	})
	weeks := with(func(s *iep.Schedule) { s.Weeks = &iep.Weeks{Of: 4, On: []int{1, 2, 3}} })
	plan := &iep.Plan{Claims: []iep.Claim{
		{ID: "tests", Span: span("2026-04-13", "2026-04-17")}, {ID: "other", SeriesID: "ot", Span: span("2026-04-13", "2026-04-17")},
	}}
	for _, tt := range []struct {
		on       string
		schedule iep.Schedule
		want     string
	}{
		{"2025-09-16", tuesdays, "planned; school.open; why.falls"},
		{"2025-09-17", tuesdays, "none; school.open; why.other_weekday weekdays=WE planned=TU"},
		{"2025-09-09", tuesdays, "lost; school.closed name=Staff day kind=pd_day; school.source_feed; why.falls; why.lost"},
		{"2025-12-30", tuesdays, "lost; school.closed_unnamed kind=break; why.falls; why.lost"},
		{"2026-02-03", tuesdays, "lost; school.closed_unnamed kind=weather; why.falls; why.lost"},
		{"2025-12-23", tuesdays, "planned; school.open; school.given_back name=Flood, given back; school.source_typed; " +
			"school.would_be_closed_unnamed kind=break; why.falls"},
		{"2026-03-07", rule("FREQ=WEEKLY;BYDAY=SA"), "planned; school.open; school.given_back_unnamed; why.falls"},
		{"2026-03-14", rule("FREQ=WEEKLY;BYDAY=SA"), "none; school.not_weekday weekdays=SA; why.falls; why.no_school_day"},
		{"2025-12-30", with(func(s *iep.Schedule) { s.IgnoreSchoolCalendar = true }), "planned; school.closed_unnamed kind=break; why.falls; why.ignores_school"},
		{"2025-10-07", tuesdays, "planned; school.open; school.short name=Conferences; school.opens time=09:00; school.ends time=12:00; " +
			"why.falls; why.short_conflict"},
		{"2025-10-08", tuesdays, "none; school.open; school.short name=Conferences; school.opens time=09:00; school.ends time=12:00; " +
			"why.other_weekday weekdays=WE planned=TU"},
		{"2026-04-14", tuesdays, "planned; school.open; school.noted_testing name=State tests; school.noted_unclear_unnamed; why.falls; claim tests"},
		{"2025-09-02", tuesdays, "none; school.open; why.service_later day=2025-09-03"},
		{"2026-06-02", tuesdays, "none; school.open; why.service_over day=2026-05-29"},
		{"2025-09-03", with(func(s *iep.Schedule) { s.From++ }), "none; school.open; why.schedule_later day=2025-09-04"},
		{"2025-09-16", with(func(s *iep.Schedule) { s.To = on("2025-09-15") }), "none; school.open; why.schedule_over day=2025-09-15"},
		{"2025-09-16", with(func(s *iep.Schedule) { s.ExceptDates = []day.Day{on("2025-09-16")}; s.ExtraDates = s.ExceptDates }), "none; school.open; why.excepted"},
		{"2025-09-17", with(func(s *iep.Schedule) { s.ExtraDates = []day.Day{on("2025-09-17")} }), "planned; school.open; why.extra"},
		{"2025-09-09", cycle, "none; school.closed name=Staff day kind=pd_day; school.source_feed; why.cycle_not_counted"},
		{"2025-09-05", cycle, "planned; school.open; why.cycle_day number=4 length=6 numbers=1,4"},
		{"2025-09-04", cycle, "none; school.open; why.cycle_other number=3 length=6 numbers=1,4"},
		{"2025-09-23", weeks, "none; school.open; why.week_off number=4 of=4"},
		{"2025-09-30", weeks, "planned; school.open; why.falls"},
		{"2025-09-16", rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), "planned; school.open; why.falls"},
		{"2025-09-23", rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), "none; school.open; why.other_week ordinals=2"},
		{"2025-10-14", rule("FREQ=WEEKLY;BYDAY=TU;BYMONTH=9,11"), "none; school.open; why.other_month months=9,11"},
		{"2025-09-16", rule("FREQ=MONTHLY;BYDAY=2TU"), "none; school.open; why.falls_not"},
		{"2025-09-30", rule("FREQ=WEEKLY;BYDAY=TU;COUNT=3"), "none; school.open; why.rule_counted count=3"},
		{"2025-09-30", rule("FREQ=WEEKLY;BYDAY=TU;UNTIL=20250929"), "none; school.open; why.rule_over day=2025-09-29"},
		{"2025-09-16", iep.Schedule{}, "none; school.open; why.no_days"},
	} {
		if got := explained(t, plan, year, tt.schedule, tt.on); got != tt.want {
			t.Errorf("%s by %s:\n got %s\nwant %s", tt.on, tt.schedule.Rule, got, tt.want)
		}
	}
	if got := explained(t, plan, calendar.SchoolYear{}, tuesdays, "2025-09-16"); got != "none; school.no_calendar; why.out_of_year" {
		t.Error(got)
	}
	year.Last = on("2025-12-01")
	want := "none; school.out_of_year first=2025-09-02 last=2025-12-01; why.out_of_year"
	if got := explained(t, plan, year, tuesdays, "2025-12-02"); got != want {
		t.Error(got)
	}
}
