package schedule_test

import (
	"strings"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/schedule"
)

// A service with a schedule in autumn, two from January on, and a rule that
// ends by itself in March.
func someService() *iep.Service {
	on := func(id, rule, from, to string) iep.Schedule {
		s := iep.Schedule{ID: id, Rule: rule, From: day.MustParse(from), Minutes: 30}
		if to != "" {
			s.To = day.MustParse(to)
		}
		return s
	}
	return &iep.Service{Start: day.MustParse("2026-09-01"), End: day.MustParse("2027-06-11"), Schedules: []iep.Schedule{
		on("autumn", "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", "2026-12-11"),
		on("until", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331", "2027-01-04", ""),
		on("count", "FREQ=WEEKLY;BYDAY=FR;COUNT=3", "2027-01-04", ""),
	}}
}

func TestTheSchedulesInForce(t *testing.T) {
	for _, c := range []struct{ on, want string }{
		{"2026-08-01", "autumn"},
		{"2026-10-01", "autumn"},
		{"2026-12-11", "autumn"},
		{"2026-12-12", "until,count"},
		{"2027-01-22", "until,count"},
		{"2027-01-23", "until"},
		{"2027-03-31", "until"},
		{"2027-04-01", "until"}, // the last to end
		{"2027-08-01", "until"},
	} {
		var got []string
		for _, s := range schedule.InForce(someService(), day.MustParse(c.on)) {
			got = append(got, s.ID)
		}
		if strings.Join(got, ",") != c.want {
			t.Errorf("%s: %v, want %s", c.on, got, c.want)
		}
	}
}

func TestTheWeekdaysOfARule(t *testing.T) {
	for rule, want := range map[string]string{
		"FREQ=WEEKLY;BYDAY=TU,TH":            "TU,TH",
		"FREQ=WEEKLY":                        "TU", // those of its first day
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO":    "MO",
		"FREQ=MONTHLY;BYDAY=2TU,-1FR":        "TU,FR",
		"FREQ=MONTHLY;BYDAY=WE;BYSETPOS=1":   "WE",
		"FREQ=MONTHLY;BYMONTHDAY=15":         "",
		"FREQ=DAILY":                         "MO,TU,WE,TH,FR,SA,SU",
		"FREQ=DAILY;INTERVAL=7":              "TU",
		"FREQ=DAILY;BYDAY=MO,WE":             "MO,WE",
		"FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1": "",
		"":                                   "",
	} {
		s := iep.Schedule{Rule: rule, From: day.MustParse("2026-09-01")}
		if got := schedule.Weekdays(&s).String(); got != want {
			t.Errorf("%q: %s, want %s", rule, got, want)
		}
	}
}
