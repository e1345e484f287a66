package app

import (
	"strings"
	"testing"

	"midweek/internal/core/refusal"
)

// School opens on Monday 8/24, which is Day 1 of 6: Friday 8/28 is Day 5, 8/31
// Day 6, and Tuesday 9/1 Day 1 again. OT is on Days 1 and 4.
func TestEachDaySaysWhy(t *testing.T) {
	f := newFamily(t, "2026-09-01")
	f.begin()
	six := 6
	form := f.once(RhythmForm{Kind: "cycle", Length: &six, Days: []string{"1", "4"}, First: "2026-08-24", Closed: "slide"})
	plan := got((&Family{f.desk}).SaveService("", form)).Children[0].Plans[0]
	got((&Family{f.desk}).SaveClaim("", ClaimForm{Plan: plan.Form.ID, Series: plan.Series[0].ID, First: "2026-09-03", Name: "Tests"}))
	cal := &Calendar{f.desk}
	for _, tt := range []struct{ on, cycle, speech, ot string }{
		{"2026-09-01", "Day 1 of the 6-day cycle",
			"Planned by: Tuesdays and Thursdays at 10:00 am for 30 minutes.",
			"Planned by: days 1 and 4 of a 6-day cycle at 9:00 am for 30 minutes; a snow day moves the cycle on."},
		{"2026-09-02", "Day 2 of the 6-day cycle",
			"None planned: it is a Wednesday, and planned is Tuesday and Thursday.",
			"None planned: it is Day 2 of 6, and planned is Day 1 and 4."},
		{"2026-11-26", "",
			"Planned by: Tuesdays and Thursdays at 10:00 am for 30 minutes. School is closed: Thanksgiving (typed in).",
			"None planned: the cycle does not count this day. School is closed: Thanksgiving (typed in)."},
		{"2026-09-05", "",
			"None planned: it is a Saturday, and planned is Tuesday and Thursday. School does not meet on Saturday.",
			"None planned: the cycle does not count this day. School does not meet on Saturday."},
	} {
		v := got(cal.Why(CalendarQuery{}, tt.on))
		if got := strings.Join(v.Cycles, "|"); got != tt.cycle {
			t.Errorf("%s is %q", tt.on, got)
		}
		if none := strings.HasPrefix(tt.speech, "None"); v.Lines[0].None != none {
			t.Errorf("%s: none planned is %t", tt.on, v.Lines[0].None)
		}
		if len(v.Lines) != 2 || v.Lines[0].Text != tt.speech || v.Lines[1].Text != tt.ot {
			t.Errorf("%s: %+v", tt.on, v.Lines)
		}
	}
	if v := got(cal.Why(CalendarQuery{}, "2026-08-01")); len(v.Lines) > 0 {
		t.Errorf("before the services: %+v", v.Lines)
	}
	v := got(cal.Why(CalendarQuery{}, "2026-09-03"))
	if len(v.Lines[0].Claims) != 1 || len(v.Lines[1].Claims) != 0 {
		t.Errorf("with a claim about speech: %+v", v.Lines)
	}
	_, err := cal.Why(CalendarQuery{}, "2026-02-30")
	refused(t, err, refusal.NoSuchDay, "day")
	if lead := got((&Today{f.desk}).View("")).Lead; !strings.HasPrefix(lead, "Today is Day 1 of the 6-day cycle. ") {
		t.Errorf("Today says %q", lead)
	}
}
