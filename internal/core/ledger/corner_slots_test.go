package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

var states = map[ledger.State]string{ledger.Upcoming: "upcoming", ledger.Unrecorded: "unknown", ledger.Settled: "known"}

// slots tells what is known of the slots of some days: `09-08:a closed_scheduled
// known 0 of 30 school_closed_scheduled no`.
func slots(s *ledger.Series, first, last string) string {
	var lines []string
	for i := range s.Slots {
		slot := &s.Slots[i]
		if slot.Date < on2026(first) || slot.Date > on2026(last) {
			continue
		}
		line := fmt.Sprintf("%s:%s %s %s", slot.Date, slot.Schedule.ID, slot.Status, states[slot.State])
		if slot.State == ledger.Settled {
			line += fmt.Sprintf(" %d of %d", slot.Given, slot.Schedule.Minutes)
		}
		if slot.Missed > 0 {
			line += fmt.Sprintf(" %s %s", slot.Reason, slot.Verdict.Answer)
		}
		if slot.Unsure != nil {
			line += " not sure " + slot.Unsure.ID
		}
		lines = append(lines, line)
	}
	return strings.ReplaceAll(strings.Join(lines, "; "), "2026-", "")
}

// second plans a second session on Tuesdays.
func (c *corner) second(start day.Clock, private bool) {
	c.service.Schedules = append(c.service.Schedules, iep.Schedule{
		ID: "b", Rule: "FREQ=WEEKLY;BYDAY=TU", From: c.year.First, StartTime: start, Minutes: 20, IgnoreSchoolCalendar: private,
	})
}

var cornersOfSlots = []struct {
	name              string
	tell              func(c *corner)
	first, last, asOf string
	want              string
}{
	{"nobody said: unknown from the day after", func(*corner) {}, "09-01", "09-10", "09-08",
		"09-01:a open unknown; 09-03:a open unknown; 09-08:a open upcoming; 09-10:a open upcoming"},
	{"closed days are missed on the day itself", func(c *corner) {
		c.closed(calendar.Weather, "09-03", "09-10")
		c.closed(calendar.Holiday, "09-08", "09-08")
	}, "09-03", "09-10", "09-08",
		"09-03:a closed_emergency known 0 of 30 school_closed_emergency ask; 09-08:a closed_scheduled known 0 of 30 school_closed_scheduled no; 09-10:a closed_emergency upcoming"},
	{"given without minutes is given in full", func(c *corner) { c.given("09-08") }, "09-08", "09-08", "09-12", "09-08:a open known 30 of 30"},
	{"given in part", func(c *corner) {
		c.row("r1", "09-08", iep.Session{Status: iep.Partial, Minutes: new(20), Reason: iep.ProviderMeeting})
	}, "09-08", "09-08", "09-12", "09-08:a open known 20 of 30 provider_meeting yes"},
	{"missed gives nothing, whatever minutes it carries", func(c *corner) {
		c.row("r1", "09-08", iep.Session{Status: iep.Missed, Minutes: new(20)})
	}, "09-08", "09-08", "09-12", "09-08:a open known 0 of 30 not_stated ask"},
	{"an unsure row leaves the slot unknown", func(c *corner) {
		c.row("r1", "09-08", iep.Session{Status: iep.Unsure, Reason: iep.ProviderAbsent})
	}, "09-08", "09-08", "09-12", "09-08:a open unknown not sure r1"},
	{"of a session still to come it is not heard", func(c *corner) {
		c.row("r1", "09-08", iep.Session{Status: iep.Unsure})
	}, "09-08", "09-08", "09-07", "09-08:a open upcoming"},
	{"an unsure row takes what the others leave", func(c *corner) {
		c.second(day.At(8, 0), false)
		c.row("r1", "09-08", iep.Session{Status: iep.Unsure, StartTime: day.At(8, 0)})
		c.row("r2", "09-08", iep.Session{StartTime: day.At(8, 0)})
	}, "09-08", "09-08", "09-12", "09-08:b open known 20 of 20; 09-08:a open unknown not sure r1"},
	{"of unsure rows the one that names its schedule goes first", func(c *corner) {
		c.second(day.At(8, 0), false)
		c.row("r1", "09-08", iep.Session{Status: iep.Unsure})
		c.row("r2", "09-08", iep.Session{Status: iep.Unsure, ScheduleID: "b"})
		c.row("r3", "09-08", iep.Session{Status: iep.Unsure})
	}, "09-08", "09-08", "09-12", "09-08:b open unknown not sure r2; 09-08:a open unknown not sure r1"},
	{"a row on a closed day is kept", func(c *corner) {
		c.closed(calendar.Holiday, "09-08", "09-08")
		c.missed(iep.ProviderAbsent, "09-08")
	}, "09-08", "09-08", "09-12", "09-08:a closed_scheduled known 0 of 30 provider_absent yes"},
	{"of two slots a row takes the open one", func(c *corner) {
		c.second(day.At(10, 0), true)
		c.closed(calendar.Holiday, "09-08", "09-08")
		c.row("r1", "09-08", iep.Session{StartTime: day.At(9, 0)})
	}, "09-08", "09-08", "09-12", "09-08:a closed_scheduled known 0 of 30 school_closed_scheduled no; 09-08:b open known 20 of 20"},
	{"of two open ones that of its time", func(c *corner) {
		c.second(day.At(10, 0), false)
		c.row("r1", "09-08", iep.Session{StartTime: day.At(10, 0)})
	}, "09-08", "09-08", "09-12", "09-08:a open unknown; 09-08:b open known 20 of 20"},
	{"else the earlier", func(c *corner) {
		c.second(day.At(8, 0), false)
		c.row("r1", "09-08", iep.Session{StartTime: day.At(11, 0)})
	}, "09-08", "09-08", "09-12", "09-08:b open known 20 of 20; 09-08:a open unknown"},
	{"the one it names above all", func(c *corner) {
		c.second(day.At(8, 0), false)
		c.row("r1", "09-08", iep.Session{StartTime: day.At(8, 0), ScheduleID: "a"})
	}, "09-08", "09-08", "09-12", "09-08:b open unknown; 09-08:a open known 30 of 30"},
	{"a private therapist works on a holiday", func(c *corner) {
		c.service.Schedules[0].IgnoreSchoolCalendar = true
		c.closed(calendar.Holiday, "09-08", "09-08")
	}, "09-08", "09-08", "09-12", "09-08:a open unknown"},
	{"the schedule's last day is in it", func(c *corner) { c.service.Schedules[0].To = on2026("09-08") }, "09-07", "09-13", "09-12", "09-08:a open unknown"},
	{"of two calendars the first listed says what a day is", func(c *corner) {
		second := *c.year
		second.ID = "second"
		c.closed(calendar.Holiday, "09-08", "09-08")
		c.record.Calendars = append(c.record.Calendars, second)
		c.plan.CalendarIDs = append(c.plan.CalendarIDs, "second")
	}, "09-08", "09-08", "09-12", "09-08:a closed_scheduled known 0 of 30 school_closed_scheduled no"},
	{"a week without school promises nothing, whatever the policy says", func(c *corner) {
		c.answers(iep.SchoolClosedScheduled, policy.Yes)
		c.closed(calendar.Break, "09-07", "09-11")
	}, "09-07", "09-11", "09-12", "09-08:a closed_scheduled known 0 of 30 school_closed_scheduled no; 09-10:a closed_scheduled known 0 of 30 school_closed_scheduled no"},
	{"a single printed school day and it does", func(c *corner) {
		c.answers(iep.SchoolClosedScheduled, policy.Yes)
		c.closed(calendar.Break, "09-07", "09-10")
		c.closed(calendar.Weather, "09-11", "09-11")
	}, "09-07", "09-11", "09-12", "09-08:a closed_scheduled known 0 of 30 school_closed_scheduled yes; 09-10:a closed_scheduled known 0 of 30 school_closed_scheduled yes"},
}

func TestCornersOfSlots(t *testing.T) {
	for _, corner := range cornersOfSlots {
		c := newCorner()
		corner.tell(c)
		if got := slots(c.at(t, corner.asOf), corner.first, corner.last); got != corner.want {
			t.Errorf("%s, as of %s:\ngot  %s\nwant %s", corner.name, corner.asOf, got, corner.want)
		}
	}
}

// Whose answer it is: the family's own word, the pack's, the default pack's,
// the built-in one.
func TestWhoAnswers(t *testing.T) {
	for _, corner := range []struct {
		pack   string
		own    map[iep.Reason]policy.Answer
		reason iep.Reason
		want   policy.Answer
		layer  policy.Layer
	}{
		{"", nil, iep.ProviderAbsent, policy.Yes, policy.BuiltIn},
		{"", nil, iep.StudentAbsent, policy.Ask, policy.BuiltIn},
		{"", nil, iep.FamilyCancelled, policy.No, policy.BuiltIn},
		{"", nil, "word of their own", policy.Ask, policy.BuiltIn},
		{"", map[iep.Reason]policy.Answer{iep.Other: policy.No}, "word of their own", policy.No, policy.Family},
		{"", map[iep.Reason]policy.Answer{iep.Other: policy.No}, iep.StudentAbsent, policy.Ask, policy.BuiltIn},
		{"md-baltimore-county-bcps", nil, iep.ProviderMeeting, policy.Yes, policy.NamedPack},
		{"md-baltimore-county-bcps", nil, iep.StudentAbsent, policy.No, policy.DefaultPack},
		{"md-baltimore-county-bcps", nil, iep.EarlyRelease, policy.Ask, policy.DefaultPack},
		{"md-baltimore-county-bcps", nil, iep.FamilyCancelled, policy.No, policy.BuiltIn},
		{"md-baltimore-county-bcps", map[iep.Reason]policy.Answer{iep.ProviderMeeting: policy.Ask}, iep.ProviderMeeting, policy.Ask, policy.Family},
	} {
		c := newCorner()
		c.policy.Pack, c.policy.Owed = corner.pack, corner.own
		c.missed(corner.reason, "09-03")
		if v := c.at(t, "09-12").Slots[1].Verdict; v.Answer != corner.want || v.Layer != corner.layer {
			t.Errorf("%s by %q %v: %s by %s, want %s by %s", corner.reason, corner.pack, corner.own, v.Answer, v.Layer, corner.want, corner.layer)
		}
	}
}

// The summary counts each closed day once, and not those on which the log says
// that there was a session.
func TestTheSummaryCountsEachClosedDayOnce(t *testing.T) {
	c := newCorner()
	c.closed(calendar.Holiday, "09-08", "09-08")
	c.closed(calendar.Weather, "09-08", "09-10")
	c.closed(calendar.Holiday, "09-15", "09-17")
	c.missed(iep.ProviderAbsent, "09-15")
	c.year.PartialDays = []calendar.PartialDay{{Span: day.Span{First: on2026("09-22"), Last: on2026("09-22")}, Dismissal: day.At(9, 30)}}
	s := c.at(t, "09-30").Summary
	if s.LostToScheduledClosures != 2 || s.LostToEmergency != 1 || s.ShortDaySlots != 1 || s.ExpectedSessions != 28 || s.ExpectedMinutes != 840 {
		t.Errorf("%+v", s)
	}
}
