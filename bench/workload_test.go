package main

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
)

func TestThousandServicesAreMixed(t *testing.T) {
	w := thousandServices()
	if len(w.rules) != 1000 {
		t.Fatalf("%d services, want 1,000", len(w.rules))
	}
	kinds := map[string]int{}
	daysAWeek := map[int]int{}
	for _, r := range w.rules {
		if !strings.HasSuffix(r.text, ";UNTIL=20300628") {
			t.Errorf("%s does not end", r.text)
		}
		kind, days, _ := strings.Cut(strings.TrimSuffix(r.text, ";UNTIL=20300628"), ";BY")
		kinds[kind]++
		if kind == "FREQ=WEEKLY" {
			daysAWeek[strings.Count(days, ",")+1]++
		}
	}
	want := map[string]int{"FREQ=WEEKLY": 750, "FREQ=WEEKLY;INTERVAL=2": 120, "FREQ=MONTHLY": 110, "FREQ=DAILY": 20}
	for kind, n := range want {
		if kinds[kind] != n {
			t.Errorf("%d services are %s, want %d", kinds[kind], kind, n)
		}
	}
	for n := 1; n <= 5; n++ {
		if daysAWeek[n] < 30 {
			t.Errorf("only %d weekly services have %d days", daysAWeek[n], n)
		}
	}
}

// The figures in README.md are those of these very dates.
func TestWorkloadsStayTheSame(t *testing.T) {
	for _, tt := range []struct {
		w    *workload
		want tally
	}{
		{oneService(), tally{1_548, 32_836_950, 0}},
		{thousandServices(), tally{1_034_268, 20_999_750_396, 0}},
		{newDecade().workload(), tally{41_760, 925_297_200, 12_912}},
	} {
		got, err := expandOurs(tt.w)
		if err != nil {
			t.Fatal(err)
		}
		if got != tt.want {
			t.Errorf("workload %s: %+v, want %+v", tt.w.name, got, tt.want)
		}
	}
}

func TestDecadeIsPlannedAsCountedDayByDay(t *testing.T) {
	c := newDecade()
	if n := len(c.closed()); n != 1090 {
		t.Errorf("%d closed days, want 1,090", n)
	}
	if n := len(c.workload().rules); n != 31 {
		t.Errorf("%d sets of weekdays, want 31", n)
	}
	if err := c.prove(); err != nil {
		t.Error(err)
	}
}

func TestExpansionEqualsLibrary(t *testing.T) {
	rules := oneService().rules
	for i, r := range thousandServices().rules {
		if i%20 == i/20%20 { // fifty, of every kind
			rules = append(rules, r)
		}
	}
	if len(rules) != 51 {
		t.Fatalf("%d rules, want 51", len(rules))
	}
	for _, r := range rules {
		ours, err := r.dates()
		if err != nil {
			t.Fatal(err)
		}
		library, err := r.library()
		if err != nil {
			t.Fatal(err)
		}
		var theirs []day.Day
		for _, at := range library.All() {
			theirs = append(theirs, dayOf(at))
		}
		if len(ours) == 0 || !slices.Equal(ours, theirs) {
			t.Errorf("%s from %s: %d dates, the library has %d, or others", r.text, r.start, len(ours), len(theirs))
		}
	}
}

func TestChildHasAFullLog(t *testing.T) {
	r := childRecord()
	if err := record.Check(r); err != nil {
		t.Fatal(err)
	}
	if len(r.Calendars) != 15 || len(r.Plans) != 15 {
		t.Errorf("%d calendars and %d plans, want 15 of each", len(r.Calendars), len(r.Plans))
	}
	statuses, makeups := map[iep.Status]int{}, 0
	for _, s := range r.Sessions {
		statuses[s.Status]++
		if s.Kind == iep.Makeup {
			makeups++
		}
	}
	if n := len(r.Sessions); statuses[iep.Delivered] < n*8/10 || statuses[iep.Missed] < n/20 || statuses[iep.Partial] == 0 || makeups < 50 {
		t.Errorf("of %d rows %v, %d make-ups", n, statuses, makeups)
	}
	l, err := ledger.Compute(r, childAsOf)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Series) != 3 {
		t.Fatalf("%d series, want 3", len(l.Series))
	}
	for _, s := range l.Series {
		if sum := s.Summary; sum.UnrecordedSessions > 0 || sum.Owed == 0 || sum.MadeUp == 0 || sum.LostToScheduledClosures == 0 {
			t.Errorf("%s: %+v", s.ID, sum)
		}
	}
}

func TestChildIsPlannedByTheRulesIterated(t *testing.T) {
	r := childRecord()
	rules, err := libraryRules(r)
	if err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Compute(r, childAsOf)
	if err != nil {
		t.Fatal(err)
	}
	if n := iterateOnly(rules); n != slots(l) {
		t.Errorf("the ledger has %d slots, the library %d dates", slots(l), n)
	}
}
