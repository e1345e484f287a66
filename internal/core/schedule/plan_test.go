package schedule

import (
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// autumn is a school year from Tuesday 2 September to Friday 19 December 2025.
func autumn() *calendar.SchoolYear {
	return &calendar.SchoolYear{
		First:    day.MustParse("2025-09-02"),
		Last:     day.MustParse("2025-12-19"),
		Weekdays: day.MondayToFriday,
		Closures: []calendar.Closure{
			{Span: span("2025-11-11"), Kind: calendar.Holiday},
			{Span: span("2025-11-24..2025-11-28"), Kind: calendar.Break},
			{Span: span("2025-12-01..2025-12-02"), Kind: calendar.Weather},
		},
	}
}

func clock(t *testing.T, text string) day.Clock {
	t.Helper()
	if text == "" {
		return day.NoClock
	}
	c, err := day.ParseClock(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func days(text string) []day.Day {
	var list []day.Day
	for _, word := range strings.Fields(text) {
		list = append(list, day.MustParse(word))
	}
	return list
}

// service plans the given schedules from 1 August to the end of the year.
func service(schedules ...iep.Schedule) *iep.Service {
	return &iep.Service{ID: "speech", Start: day.MustParse("2025-08-01"), End: day.MustParse("2026-07-31"), Schedules: schedules}
}

// tuesdays is a schedule of half an hour every Tuesday from the first day on.
func tuesdays() iep.Schedule {
	return iep.Schedule{ID: "tu", Rule: "FREQ=WEEKLY;BYDAY=TU", From: day.MustParse("2025-09-02"), Minutes: 30}
}

var shortWords = [...]string{NotShort: "", ShortDay: " day", ShortConflict: " conflict"}

func slots(t *testing.T, s *iep.Service, school ...*calendar.SchoolYear) []string {
	t.Helper()
	var years calendar.School
	for _, y := range school {
		years = append(years, calendar.NewDays(y))
	}
	plan, err := Plan(s, years)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, slot := range plan {
		lines = append(lines, slot.Date.String()[5:]+" "+slot.Schedule.ID+" "+slot.Status.String()+shortWords[slot.Short])
	}
	return lines
}

func checkSlots(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, ", "), strings.Join(want, ", "))
	}
}

// A closed day keeps its slot, so that what was lost can be told; the rhythm
// goes on over the break as if there were none.
func TestAClosedDayPlansAClosedSlot(t *testing.T) {
	s := tuesdays()
	s.From = day.MustParse("2025-11-04")
	checkSlots(t, slots(t, service(s), autumn()),
		"11-04 tu open", "11-11 tu closed_scheduled", "11-18 tu open", "11-25 tu closed_scheduled",
		"12-02 tu closed_emergency", "12-09 tu open", "12-16 tu open")
}

func TestABreakShiftsNoRhythm(t *testing.T) {
	s := tuesdays()
	s.Rule, s.From = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", day.MustParse("2025-11-11")
	checkSlots(t, slots(t, service(s), autumn()), "11-11 tu closed_scheduled", "11-25 tu closed_scheduled", "12-09 tu open")
}

// A day on which school never meets, or outside the year, is not planned and
// so is never owed; a Saturday given back is a school day.
func TestOnlyTheSchoolsDaysArePlanned(t *testing.T) {
	s := tuesdays()
	s.Rule, s.From = "FREQ=DAILY", day.MustParse("2025-12-15")
	y := autumn()
	y.ExtraDays = []calendar.ExtraDay{{Date: day.MustParse("2025-12-13")}}
	checkSlots(t, slots(t, service(s), y),
		"12-15 tu open", "12-16 tu open", "12-17 tu open", "12-18 tu open", "12-19 tu open")
	s.Rule, s.From = "FREQ=WEEKLY;BYDAY=SA,SU", day.MustParse("2025-12-01")
	checkSlots(t, slots(t, service(s), y), "12-13 tu open")
	checkSlots(t, slots(t, service(s)))
}

// The service and the schedule bound the slots, each with both its ends in;
// the rhythm is the schedule's, whenever the service begins.
func TestAllEndsAreInAndTheAnchorIsTheSchedules(t *testing.T) {
	tests := []struct {
		name, rule, from, to, start, end string
		want                             []string
	}{
		{name: "to is in", rule: "FREQ=WEEKLY", from: "2025-09-02", to: "2025-09-16", start: "2025-08-01", end: "2026-07-31",
			want: []string{"09-02 tu open", "09-09 tu open", "09-16 tu open"}},
		{name: "the day after to is out", rule: "FREQ=WEEKLY", from: "2025-09-02", to: "2025-09-15", start: "2025-08-01", end: "2026-07-31",
			want: []string{"09-02 tu open", "09-09 tu open"}},
		{name: "the service's ends are in", rule: "FREQ=WEEKLY", from: "2025-09-02", start: "2025-09-09", end: "2025-09-16",
			want: []string{"09-09 tu open", "09-16 tu open"}},
		{name: "the anchor is before the service", rule: "FREQ=WEEKLY;INTERVAL=2", from: "2025-09-02", start: "2025-09-03", end: "2025-10-01",
			want: []string{"09-16 tu open", "09-30 tu open"}},
		{name: "the anchor is before the school year", rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4", from: "2025-08-19", start: "2025-08-01", end: "2026-07-31",
			want: []string{"09-02 tu open", "09-16 tu open", "09-30 tu open"}},
		{name: "the anchor is no session day", rule: "FREQ=WEEKLY;BYDAY=TU", from: "2025-12-10", start: "2025-08-01", end: "2026-07-31",
			want: []string{"12-16 tu open"}},
		{name: "to before from", rule: "FREQ=DAILY", from: "2025-09-03", to: "2025-09-02", start: "2025-08-01", end: "2026-07-31"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tuesdays()
			s.Rule, s.From = tt.rule, day.MustParse(tt.from)
			if tt.to != "" {
				s.To = day.MustParse(tt.to)
			}
			of := service(s)
			of.Start, of.End = day.MustParse(tt.start), day.MustParse(tt.end)
			checkSlots(t, slots(t, of, autumn()), tt.want...)
		})
	}
}

// Extra dates are planned beside the rule's, once each and in order; excepted
// ones never are, not even when they are extra as well.
func TestExceptedDatesBeatExtraOnes(t *testing.T) {
	s := tuesdays()
	s.From, s.To = day.MustParse("2025-12-03"), day.MustParse("2025-12-12")
	s.ExtraDates = days("2025-12-18 2025-12-09 2025-12-02 2025-12-04 2025-12-04 2025-12-13 2025-12-22 2024-12-04 2025-12-17")
	s.ExceptDates = days("2025-12-17 2025-12-10")
	checkSlots(t, slots(t, service(s), autumn()), "12-02 tu closed_emergency", "12-04 tu open", "12-09 tu open", "12-18 tu open")
	s.ExceptDates = days("2025-12-18 2025-12-09")
	checkSlots(t, slots(t, service(s), autumn()), "12-02 tu closed_emergency", "12-04 tu open", "12-17 tu open")
	short := service(s)
	short.Start = day.MustParse("2025-12-03")
	checkSlots(t, slots(t, short, autumn()), "12-04 tu open", "12-17 tu open")
}

// An excepted day uses up its place in a count.
func TestAnExceptedDayCounts(t *testing.T) {
	s := tuesdays()
	s.Rule, s.ExceptDates = "FREQ=WEEKLY;COUNT=3", days("2025-09-09")
	checkSlots(t, slots(t, service(s), autumn()), "09-02 tu open", "09-16 tu open")
}

// A private therapist works when school is closed, at week-ends and between
// two school years, and no early dismissal concerns her.
func TestAPrivateScheduleIsAlwaysOpen(t *testing.T) {
	y := autumn()
	y.PartialDays = []calendar.PartialDay{{Span: span("2025-12-05"), Dismissal: clock(t, "11:00")}}
	spring := &calendar.SchoolYear{First: day.MustParse("2026-01-05"), Last: day.MustParse("2026-01-06"), Weekdays: day.MondayToFriday}
	s := tuesdays()
	s.Rule, s.From, s.StartTime, s.IgnoreSchoolCalendar = "FREQ=WEEKLY;BYDAY=TU,FR,SA", day.MustParse("2025-11-25"), clock(t, "15:00"), true
	checkSlots(t, slots(t, service(s), y),
		"11-25 tu open", "11-28 tu open", "11-29 tu open", "12-02 tu open", "12-05 tu open", "12-06 tu open",
		"12-09 tu open", "12-12 tu open", "12-13 tu open", "12-16 tu open", "12-19 tu open")
	s.From = day.MustParse("2025-12-26")
	checkSlots(t, slots(t, service(s), y, spring), "12-26 tu open", "12-27 tu open", "12-30 tu open", "01-02 tu open", "01-03 tu open", "01-06 tu open")
}

// A short day is flagged whatever its status; a slot that it cuts, when that
// is known, is a conflict.
func TestAShortDayIsFlaggedAndACutOneIsAConflict(t *testing.T) {
	tests := []struct {
		start              string
		minutes            int
		dismissal, opening string
		want               string
	}{
		{"12:30", 30, "13:00", "", "day"},
		{"12:45", 30, "13:00", "", "conflict"},
		{"", 30, "13:00", "", "day"},
		{"09:30", 30, "", "10:00", "conflict"},
		{"10:00", 30, "", "10:00", "day"},
		{"09:30", 30, "", "", "day"},
		{"10:30", 30, "13:00", "10:00", "day"},
		{"12:31", 30, "13:00", "10:00", "conflict"},
	}
	for _, tt := range tests {
		y := autumn()
		y.PartialDays = []calendar.PartialDay{{Span: span("2025-12-02..2025-12-09"), Dismissal: clock(t, tt.dismissal), Opening: clock(t, tt.opening)}}
		s := tuesdays()
		s.From, s.StartTime, s.Minutes = day.MustParse("2025-12-02"), clock(t, tt.start), tt.minutes
		checkSlots(t, slots(t, service(s), y), "12-02 tu closed_emergency "+tt.want, "12-09 tu open "+tt.want, "12-16 tu open")
	}
}

// Slots come by day, then start time, then schedule; one without a time comes
// first.
func TestSlotsAreInOrderOfDayTimeAndSchedule(t *testing.T) {
	at := func(id, start, rule string) iep.Schedule {
		s := tuesdays()
		s.ID, s.StartTime, s.Rule, s.From = id, clock(t, start), rule, day.MustParse("2025-12-08")
		return s
	}
	checkSlots(t, slots(t, service(
		at("d", "13:00", "FREQ=WEEKLY;BYDAY=TU"),
		at("c", "09:30", "FREQ=WEEKLY;BYDAY=TU,MO"),
		at("a", "13:00", "FREQ=WEEKLY;BYDAY=TU"),
		at("z", "", "FREQ=WEEKLY;BYDAY=TU;COUNT=1"),
	), autumn()),
		"12-08 c open", "12-09 z open", "12-09 c open", "12-09 a open", "12-09 d open", "12-15 c open", "12-16 c open", "12-16 a open", "12-16 d open")
}

// Where two calendars overlap, the first listed one decides about the slot.
func TestTheFirstListedCalendarDecidesASlot(t *testing.T) {
	winter := autumn()
	winter.Last = day.MustParse("2026-01-16")
	winter.Closures = []calendar.Closure{{Span: span("2025-12-09..2026-01-06"), Kind: calendar.Break}}
	s := tuesdays()
	s.From = day.MustParse("2025-12-02")
	checkSlots(t, slots(t, service(s), autumn(), winter),
		"12-02 tu closed_emergency", "12-09 tu open", "12-16 tu open", "12-23 tu closed_scheduled", "12-30 tu closed_scheduled", "01-06 tu closed_scheduled", "01-13 tu open")
	checkSlots(t, slots(t, service(s), winter, autumn()),
		"12-02 tu open", "12-09 tu closed_scheduled", "12-16 tu closed_scheduled", "12-23 tu closed_scheduled", "12-30 tu closed_scheduled", "01-06 tu closed_scheduled", "01-13 tu open")
}

// A rule that cannot be read stops the plan, and says where it stands.
func TestABadRuleIsRefusedAtItsField(t *testing.T) {
	s := tuesdays()
	s.Rule = "FREQ=HOURLY"
	_, err := Plan(service(s), calendar.School{calendar.NewDays(autumn())})
	if err == nil || err.Error() != "rrule: rule_too_often part=FREQ=HOURLY" {
		t.Errorf("%v, want a refusal at rrule", err)
	}
}
