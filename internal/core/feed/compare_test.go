package feed

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
)

// events are lines of a first and a last day and a title.
func events(lines string) []Event {
	var list []Event
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		span, title, _ := strings.Cut(strings.TrimSpace(line), " ")
		first, last, ranged := strings.Cut(span, "..")
		if !ranged {
			last = first
		}
		list = append(list, Event{Span: day.Span{First: day.MustParse(first), Last: day.MustParse(last)}, Title: title, AllDay: true, Line: len(list) + 1})
	}
	return list
}

func changed(changes []Change) string {
	var list []string
	for _, ch := range changes {
		text := fmt.Sprintf("%s %s", ch.What, ch.First)
		if ch.Last > ch.First {
			text += ".." + ch.Last.String()
		}
		list = append(list, text+" "+ch.Name)
	}
	return strings.Join(list, "\n")
}

func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if want = strings.TrimSpace(strings.ReplaceAll(want, "\t", "")); got != want {
		t.Errorf("%s:\ngot\n%s\nwant\n%s", what, got, want)
	}
}

const autumn = `
	2025-09-01 Labor Day (No School)
	2025-11-26..2025-11-28 Thanksgiving Break
	2025-12-22..2025-12-26 Winter Break
	2025-12-29..2026-01-02 Winter Break
	2025-10-01 Early Release 12:30
	2025-10-08 Early Release 12:30
	2025-10-15 Early Release 12:30
	2025-10-22 Early Release 12:30
	2025-12-19 Half Day
	2026-05-04..2026-05-08 State Testing
	2026-03-03 Remote Learning Day
	2026-06-11 Band Concert`

// The family brings a feed in, in September.
func TestAFirstImport(t *testing.T) {
	changes := Compare(&someYear, Read(events(autumn), Options{}), day.MustParse("2025-09-10"))
	expect(t, "changes", changed(changes), `closes 2025-09-01 Labor Day (No School)
		shortens 2025-10-01 Early Release 12:30
		shortens 2025-10-08 Early Release 12:30
		shortens 2025-10-15 Early Release 12:30
		shortens 2025-10-22 Early Release 12:30
		closes 2025-11-26..2025-11-28 Thanksgiving Break
		shortens 2025-12-19 Half Day
		closes 2025-12-22..2026-01-02 Winter Break
		notes 2026-03-03 Remote Learning Day
		notes 2026-05-04..2026-05-08 State Testing`)
	y := Apply(&someYear, changes)
	var got []string
	for _, c := range y.Closures {
		got = append(got, fmt.Sprintf("%s..%s %s %s %s", c.First, c.Last, c.Kind, c.Source, c.Name))
	}
	for _, p := range y.PartialDays {
		got = append(got, fmt.Sprintf("%s..%s %s %s %s %s", p.First, p.Last, p.Weekdays, p.Dismissal, p.Source, p.Name))
	}
	for _, n := range y.NotedDays {
		got = append(got, fmt.Sprintf("%s..%s %s %s", n.First, n.Last, n.Kind, n.Name))
	}
	expect(t, "year", strings.Join(got, "\n"), `2025-09-01..2025-09-01 holiday feed Labor Day (No School)
		2025-11-26..2025-11-28 break feed Thanksgiving Break
		2025-12-22..2026-01-02 break feed Winter Break
		2025-10-01..2025-10-22 WE 12:30 feed Early Release 12:30
		2025-12-19..2025-12-19   feed Half Day
		2026-03-03..2026-03-03 remote Remote Learning Day
		2026-05-04..2026-05-08 testing State Testing`)
	if len(someYear.Closures) > 0 {
		t.Error("the year that was given has changed")
	}
}

// In February the feed has forgotten the autumn, moved the spring break, given
// a day back, made a short day a whole one and another shorter.
func TestASecondImport(t *testing.T) {
	year := Apply(&someYear, Compare(&someYear, Read(events(autumn+`
		2026-02-20 Early Release 12:30
		2026-03-16..2026-03-20 Spring Break
		2026-04-03 Teacher Workday - No School
		2026-04-10 Half Day
		2026-05-25 No School - Memorial Day`), Options{}), day.MustParse("2025-09-10")))
	year.Closures = append(year.Closures, calendar.Closure{ID: "ours", Name: "Grandma", Source: calendar.Typed, Span: day.Span{First: day.MustParse("2026-04-20"), Last: day.MustParse("2026-04-20")}})
	changes := Compare(year, Read(events(`
		2026-01-12 Snow Day - No School
		2026-02-20 Early Release 11:30
		2026-03-23..2026-03-27 Spring Break
		2026-04-03 School in Session (make-up day for weather)
		2026-04-15 Spring Concert
		2026-06-11 Band Concert`), Options{}), day.MustParse("2026-02-01"))
	expect(t, "changes", changed(changes), `closes 2026-01-12 Snow Day - No School
		other_hours 2026-02-20 Early Release 11:30
		opens 2026-03-16..2026-03-20 Spring Break
		closes 2026-03-23..2026-03-27 Spring Break
		gives_back 2026-04-03 School in Session (make-up day for weather)
		full_again 2026-04-10 Half Day
		opens 2026-05-25 No School - Memorial Day`)
	days := calendar.NewDays(Apply(year, changes))
	for on, want := range map[string]calendar.Status{
		"2025-11-27": calendar.ClosedScheduled, "2026-01-12": calendar.ClosedEmergency, "2026-03-17": calendar.Open, "2026-03-24": calendar.ClosedScheduled,
		"2026-04-03": calendar.Open, "2026-04-20": calendar.ClosedScheduled, "2026-05-25": calendar.Open,
	} {
		if got := days.Status(day.MustParse(on)); got != want {
			t.Errorf("%s is %s, want %s", on, got, want)
		}
	}
}

// A feed that reaches only to March says nothing of May.
func TestAFeedSaysNothingBeyondItsReach(t *testing.T) {
	year := Apply(&someYear, Compare(&someYear, Read(events("2026-05-25 No School - Memorial Day"), Options{}), someYear.First))
	if changes := Compare(year, Read(events("2026-03-05 Band Concert"), Options{}), someYear.First); len(changes) > 0 {
		t.Error(changed(changes))
	}
}

// A closed day that the feed now only hints at is a question, not open.
func TestAQuestionOpensNothing(t *testing.T) {
	year := Apply(&someYear, Compare(&someYear, Read(events("2026-05-25 No School - Memorial Day"), Options{}), someYear.First))
	changes := Compare(year, Read(events("2026-05-25 Memorial Day\n2026-06-01 Band Concert"), Options{}), someYear.First)
	expect(t, "changes", changed(changes), "notes 2026-05-25 Memorial Day")
}

// Days for some grades concern a child by the school that it goes to.
func TestLevels(t *testing.T) {
	for _, tt := range []struct {
		title               string
		none, elem, mid, hi Verdict
	}{
		{"No School for Grades 9-12", IsAsk, IsIgnored, IsIgnored, IsClosed},
		{"No School - Elementary", IsAsk, IsClosed, IsIgnored, IsIgnored},
		{"No School K-8", IsAsk, IsClosed, IsClosed, IsIgnored},
		{"High School: No School", IsAsk, IsIgnored, IsIgnored, IsClosed},
		{"No School – Kindergarten Only", IsAsk, IsAsk, IsIgnored, IsIgnored},
		{"Middle and High Schools - No School", IsAsk, IsIgnored, IsClosed, IsClosed},
		{"Lincoln Elementary: No School", IsAsk, IsAsk, IsIgnored, IsIgnored},
		{"Half Day for Middle School", IsAsk, IsIgnored, IsPartial, IsIgnored},
		{"No School K-12", IsClosed, IsClosed, IsClosed, IsClosed},
		{"No School Grades 3-7", IsAsk, IsAsk, IsAsk, IsIgnored},
	} {
		e := Event{Span: day.Span{First: wednesday, Last: wednesday}, Title: tt.title, AllDay: true, Line: 1}
		for level, want := range map[calendar.Level]Verdict{"": tt.none, calendar.Elementary: tt.elem, calendar.Middle: tt.mid, calendar.High: tt.hi, "district": tt.none} {
			if got := Read([]Event{e}, Options{Level: level})[0].Verdict; got != want {
				t.Errorf("%s, %q: %s, want %s", tt.title, level, got, want)
			}
		}
	}
	e := Event{Span: day.Span{First: wednesday, Last: wednesday}, Title: "Early Dismissal: K-5 12:45 PM / 6-12 11:45 AM", AllDay: true, Line: 1}
	for level, want := range map[calendar.Level]day.Clock{"": day.NoClock, calendar.Elementary: day.At(12, 45), calendar.High: day.At(11, 45)} {
		if got := Read([]Event{e}, Options{Level: level})[0]; got.Verdict != IsPartial || got.Until != want {
			t.Errorf("%q: %+v", level, got)
		}
	}
}

// In a feed for all schools, an event's category can say that it is for one
// level; where all events have it, it says nothing.
func TestCategoriesNameLevels(t *testing.T) {
	both := events("2025-10-15 No School\n2025-10-16 No School")
	both[0].Categories = []string{"High School"}
	if r := Read(both, Options{}); r[0].Verdict != IsAsk || r[1].Verdict != IsClosed {
		t.Errorf("%+v", r)
	}
	both[1].Categories = []string{"High School"}
	if r := Read(both, Options{}); r[0].Verdict != IsClosed || r[1].Verdict != IsClosed {
		t.Errorf("%+v", r)
	}
}

// A closure that stands on a weekend by itself may be a slip; beside a closed
// weekday it is part of it.
func TestAClosureOnASunday(t *testing.T) {
	r := Read(events("2025-11-09 Veterans Day - No School\n2025-12-20 Winter Break\n2025-12-21 Winter Break\n2025-12-22 Winter Break"), Options{})
	for i, want := range []Verdict{IsAsk, IsClosed, IsClosed, IsClosed} {
		if r[i].Verdict != want {
			t.Errorf("%+v", r[i])
		}
	}
}

// A feed of rotation days alone says nothing of closed days.
func TestAFeedWithoutAClosure(t *testing.T) {
	for _, r := range Read(events("2025-10-01 A Day\n2025-10-02 B Day\n2025-10-03 A Day"), Options{}) {
		if r.Verdict != IsIgnored {
			t.Errorf("%+v", r)
		}
	}
}

// What the feed itself has cancelled is nothing to us.
func TestACancelledEvent(t *testing.T) {
	e := events("2025-10-15 No School - Water Main Break")
	e[0].Cancelled = true
	if r := Read(e, Options{}); r[0].Verdict != IsIgnored || r[0].Because[0].Code != Removed {
		t.Errorf("%+v", r)
	}
}
