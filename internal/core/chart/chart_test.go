package chart_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/block"
	"midweek/internal/core/calendar"
	"midweek/internal/core/chart"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/planner"
	"midweek/internal/core/record"
)

var update = flag.Bool("update", false, "write the pictures anew; read the difference")

// always is every day.
var always = day.Span{First: day.First, Last: day.Last}

// today is in the third month of the autumn.
var today = day.Of(2026, 11, 12)

// autumn is speech on Tuesdays and Thursdays, 30 minutes, from September 1. In
// September the therapist was out on two days and came 10 minutes late to a third;
// in October Ana was ill once, and 20 minutes were made up; of November the
// Thursday of the 5th is not filled in.
func autumn(t *testing.T) *ledger.Series {
	t.Helper()
	first, last := day.Of(2026, 9, 1), day.Of(2027, 6, 4)
	r := &record.Record{
		Children:  []iep.Child{{ID: "ana", Name: "Ana"}},
		Calendars: []calendar.SchoolYear{{ID: "y", First: first, Last: last, Weekdays: day.MondayToFriday}},
		Plans: []iep.Plan{{ID: "iep", ChildID: "ana", Kind: iep.IEP, Start: first, End: last, CalendarIDs: []string{"y"}, Services: []iep.Service{{
			ID: "sp", Type: "speech", Start: first, End: last,
			Schedules: []iep.Schedule{{ID: "s", Rule: "FREQ=WEEKLY;BYDAY=TU,TH", From: first, Minutes: 30}},
		}}}},
	}
	put := func(on day.Day, status iep.Status, minutes int, reason iep.Reason) {
		r.Sessions = append(r.Sessions, iep.Session{ID: on.String(), ServiceID: "sp", ScheduleID: "s", Date: on, Kind: iep.Regular, Status: status, Minutes: &minutes, Reason: reason})
	}
	for on := first; on < today; on++ {
		switch {
		case on.Weekday() != day.Tuesday && on.Weekday() != day.Thursday || on == day.Of(2026, 11, 5):
		case on == day.Of(2026, 9, 8) || on == day.Of(2026, 9, 10):
			put(on, iep.Missed, 0, iep.ProviderAbsent)
		case on == day.Of(2026, 9, 15):
			put(on, iep.Partial, 20, iep.ProviderAbsent)
		case on == day.Of(2026, 10, 6):
			put(on, iep.Missed, 0, iep.StudentAbsent)
		default:
			put(on, iep.Delivered, 30, "")
		}
	}
	twenty := 20
	r.Sessions = append(r.Sessions, iep.Session{ID: "mk", ServiceID: "sp", Date: day.Of(2026, 10, 9), Kind: iep.Makeup, Status: iep.Delivered, Minutes: &twenty})
	l, err := ledger.Compute(r, today)
	if err != nil {
		t.Fatal(err)
	}
	return l.Series[0]
}

// weekdays is a year of four weeks that closes two Mondays and a Wednesday.
func weekdays() chart.Weekdays {
	day1 := day.Of(2026, 9, 7)
	closed := func(on day.Day) calendar.Closure { return calendar.Closure{Span: day.Span{First: on, Last: on}} }
	y := &calendar.SchoolYear{First: day1, Last: day1 + 25, Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{closed(day1), closed(day1 + 7), closed(day1 + 9)}}
	return chart.ByWeekday([]*calendar.Days{calendar.NewDays(y)}, planner.Wish{Days: 1, Minutes: 30}, day.SetOf(day.Monday))
}

// picture is a figure as text, a line for each mark.
func picture(fig block.Figure) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.1f x %.1f\n%s\n\n", fig.Width, fig.Height, fig.Alt)
	for _, m := range fig.Marks {
		fmt.Fprintf(&b, "%s %s", m.Shape, m.Role)
		for _, p := range m.Points {
			fmt.Fprintf(&b, " %.1f,%.1f", p.X, p.Y)
		}
		if m.Text != "" {
			fmt.Fprintf(&b, " %s %q", m.Anchor, m.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// table is a table as text.
func table(t block.Table) string {
	var b strings.Builder
	for i, c := range t.Columns {
		b.WriteString(map[bool]string{true: " | "}[i > 0] + c.Name)
	}
	for _, row := range t.Rows {
		b.WriteString("\n" + strings.Join(row.Cells, " | "))
	}
	return b.String() + "\n"
}

// The pictures are these marks: a change of one is seen in the difference.
func TestThePicturesAsMarks(t *testing.T) {
	s := autumn(t)
	months, causes := chart.ByMonth(s, always, today), chart.ByReason(s, always)
	for name, fig := range map[string]block.Figure{
		"months_wide": months.Figure(chart.Wide), "months_narrow": months.Figure(chart.Narrow),
		"causes_wide": causes.Figure(chart.Wide), "causes_narrow": causes.Figure(chart.Narrow),
		"weekdays": weekdays().Figure(chart.Narrow),
	} {
		file := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(picture(fig)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := picture(fig); got != string(want) {
			t.Errorf("%s is\n%s\nnot\n%s", name, got, want)
		}
	}
}

// The numbers, worked out by hand. September has 9 sessions from the 1st to the
// 29th, October 9, November the 3rd, 5th and 10th before the 12th.
func TestTheTables(t *testing.T) {
	s := autumn(t)
	months, causes := chart.ByMonth(s, always, today), chart.ByReason(s, always)
	for _, c := range []struct{ got, want string }{
		{table(months.Table()), `Month | Planned | Given | Not given | Not filled in | Make-ups given
September 2026 | 270 | 200 | 70 | 0 | 0
October 2026 | 270 | 240 | 30 | 0 | 20
November 2026 | 90 | 60 | 0 | 30 | 0
Together | 630 | 500 | 100 | 30 | 20
`},
		{table(causes.Table()), `Reason | Missed | To make up | Ask the team | For the record | Takes no part
Therapist was out | 70 | 70 | 0 | 0 | 0
Child was out | 30 | 0 | 30 | 0 | 0
Together | 100 | 70 | 30 | 0 | 0
Not filled in | 0 to 30 |  |  |  | 
`},
		{months.Caption() + "\n", "From September 2026 to November 2026, 630 minutes were planned on days with school, and 500 to 530 minutes were given. " +
			"The hatched part, 100 minutes, was not given. The dotted part, 30 minutes, is not filled in. A diamond marks a month with make-ups, 20 minutes in all.\n"},
		{causes.Caption() + "\n", "100 minutes of planned sessions were not given: 70 to make up, 30 to ask the team. " +
			"The most for one reason: Therapist was out, 70 minutes. Up to 30 minutes more are not filled in.\n"},
		{weekdays().Caption() + "\n", "Sessions lost on each weekday: Monday 2, Tuesday 0, Wednesday 1, Thursday 0, Friday 0. The dark bars are the days in question.\n"},
	} {
		if c.got != c.want {
			t.Errorf("got\n%swant\n%s", c.got, c.want)
		}
	}
}

// A span is a part: what lies outside is in no number.
func TestASpanCutsThePicture(t *testing.T) {
	s := autumn(t)
	october := day.Of(2026, 10, 1).MonthSpan()
	if got := chart.ByMonth(s, october, today); len(got) != 1 || got[0] != (chart.Month{First: october.First, Planned: 270, Given: 240, MadeUp: 20}) {
		t.Errorf("October: %+v", got)
	}
	if got := chart.ByReason(s, october); len(got.List) != 1 || got.List[0].Reason != iep.StudentAbsent || got.Unknown != 0 {
		t.Errorf("October: %+v", got)
	}
	before := day.Span{First: day.First, Last: day.Of(2026, 8, 31)}
	if m, c := chart.ByMonth(s, before, today), chart.ByReason(s, before); len(m) != 0 || len(m.Figure(chart.Wide).Marks) != 0 ||
		m.Caption() != "Nothing was planned so far, so there is nothing to draw." || c.Caption() != "No minutes are known to be missed." {
		t.Errorf("before the year: %v %q, %v %q", m, m.Caption(), c, c.Caption())
	}
}
