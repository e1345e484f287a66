package app

import (
	"slices"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// sampleFamily is the program with the sample family open.
func sampleFamily(t *testing.T) *family {
	t.Helper()
	f := newFamily(t, "2026-09-03")
	f.today = day.None
	f.restart()
	got((&Start{f.desk}).Sample())
	return f
}

// The planner ranks every set of weekdays once, the best first, and knows
// which are the days in force.
func TestThePlannerRanksTheWeekdays(t *testing.T) {
	f := sampleFamily(t)
	screen := &Planner{f.desk}
	inForce := got(screen.View(PlannerQuery{Child: "nora"})).Query.Days
	for days, want := range map[int]int{1: 5, 2: 10, 3: 10, 4: 5, 5: 1} {
		v := got(screen.View(PlannerQuery{Child: "nora", Days: days}))
		if len(v.Rows) != want || v.Rows[0].Place != 1 || v.Query.Days != days {
			t.Fatalf("%d days: %d rows, want %d", days, len(v.Rows), want)
		}
		now := 0
		for i, r := range v.Rows {
			if len(r.Days) != days || r.Minutes != r.Lost*v.Query.Minutes || r.Share < 0 || r.Share > 100 || r.Short > r.Kept {
				t.Errorf("%+v", r)
			}
			if i > 0 && (r.Place < v.Rows[i-1].Place || r.Lost < v.Rows[i-1].Lost) {
				t.Errorf("%s stands below %s", r.Text, v.Rows[i-1].Text)
			}
			if r.Now {
				now++
			}
		}
		if want := map[bool]int{true: 1}[days == inForce]; now != want {
			t.Errorf("%d of the rows of %d days are the %d days in force", now, days, inForce)
		}
		if most := slices.MaxFunc(v.Rows, func(a, b PlannerRow) int { return a.Lost - b.Lost }); most.Share != 100 {
			t.Errorf("the longest bar is %d", most.Share)
		}
	}
}

// Each weekday by itself stands in the order of the week, and a set loses what
// its days lose.
func TestThePlannersSingleDays(t *testing.T) {
	f := sampleFamily(t)
	v := got((&Planner{f.desk}).View(PlannerQuery{Child: "nora", Days: 2, Forbid: []string{"FR"}}))
	lost := map[string]int{}
	var order []string
	for _, r := range v.Single {
		lost[r.Days[0]], order = r.Lost, append(order, r.Days[0])
	}
	if !slices.Equal(order, []string{"MO", "TU", "WE", "TH", "FR"}) {
		t.Errorf("single days: %v", order)
	}
	for _, r := range v.Rows {
		if r.Lost != lost[r.Days[0]]+lost[r.Days[1]] || slices.Contains(r.Days, "FR") {
			t.Errorf("%+v, single days %v", r, lost)
		}
	}
	gap := got((&Planner{f.desk}).View(PlannerQuery{Child: "nora", Days: 2, Gap: true}))
	for _, r := range gap.Rows {
		if a, _ := day.ParseWeekday(r.Days[0]); r.Days[1] == (a + 1).String() {
			t.Errorf("%s follow each other", r.Text)
		}
	}
}

// Without a wish the planner asks what the plan has; without a calendar there
// is nothing to rank.
func TestThePlannerBeginsWithThePlan(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	screen := &Planner{f.desk}
	if v := got(screen.View(PlannerQuery{})); len(v.Rows)+len(v.Single)+len(v.Calendars) > 0 || v.Query.Days != 1 {
		t.Errorf("without a calendar: %+v", v)
	}
	g := newFamily(t, "2026-09-03")
	g.begin()
	screen = &Planner{g.desk}
	v := got(screen.View(PlannerQuery{}))
	if v.Query.Days != 2 || v.Query.Minutes != 30 || len(v.Query.Calendars) != 1 || v.Now == "" {
		t.Errorf("%+v, %q", v.Query, v.Now)
	}
	i := slices.IndexFunc(v.Rows, func(r PlannerRow) bool { return r.Now })
	if i < 0 || !slices.Equal(v.Rows[i].Days, []string{"TU", "TH"}) || v.Rows[i].Lost != 1 {
		t.Errorf("in force: %+v", v.Rows)
	}
	for field, q := range map[string]PlannerQuery{
		"": {Days: 6}, "start": {Start: "25:00"}, "forbid": {Forbid: []string{"XX"}}, "minutes": {Minutes: -1},
	} {
		_, err := screen.View(q)
		if r := refusal.From(err); r == nil || r.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}
