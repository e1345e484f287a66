package say_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/say"
	"midweek/internal/core/schedule"
)

// A schedule is said without a word of a rule.
func TestAScheduleIsASentence(t *testing.T) {
	from := day.MustParse("2025-09-04")
	two := []day.Day{from, from + 1}
	for _, tt := range []struct {
		want     string
		schedule iep.Schedule
	}{
		{"Tuesdays and Thursdays at 9:00 am for 30 minutes",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=TU,TH", StartTime: day.At(9, 0)}},
		{"every other Wednesday for 30 minutes",
			iep.Schedule{Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"}},
		{"every 3rd week on Monday and Friday for 30 minutes",
			iep.Schedule{Rule: "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR"}},
		{"Mondays for 30 minutes, 3 weeks of 4",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=MO", Weeks: &iep.Weeks{Of: 4, On: []int{3, 1, 2}}}},
		{"Mondays at 1:05 pm for 30 minutes, 1 week of 2",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=MO", Weeks: &iep.Weeks{Of: 2, On: []int{1}}, StartTime: day.At(13, 5)}},
		{"Mondays for 30 minutes, weeks 1 and 3 of every 4",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=MO", Weeks: &iep.Weeks{Of: 4, On: []int{1, 3}}}},
		{"Mondays for 30 minutes, week 4 of every 4",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=MO", Weeks: &iep.Weeks{Of: 4, On: []int{4}}}},
		{"the 2nd Tuesday of each month for 30 minutes",
			iep.Schedule{Rule: "FREQ=MONTHLY;BYDAY=2TU"}},
		{"the 1st and 3rd Tuesday of each month for 30 minutes",
			iep.Schedule{Rule: "FREQ=MONTHLY;BYDAY=1TU,3TU"}},
		{"the last Friday of each month for 30 minutes",
			iep.Schedule{Rule: "FREQ=MONTHLY;BYDAY=-1FR"}},
		{"the 2nd Tuesday and 2nd to last Thursday of each month for 30 minutes",
			iep.Schedule{Rule: "FREQ=MONTHLY;BYDAY=2TU,-2TH"}},
		{"days 1 and 4 of a 6-day cycle for 30 minutes; a snow day moves the cycle on",
			iep.Schedule{Cycle: &iep.Cycle{Length: 6, Days: []int{4, 1}, Closed: iep.Slide}}},
		{"day 2 of a 2-day cycle at 9:00 am for 30 minutes; a snow day loses its number",
			iep.Schedule{Cycle: &iep.Cycle{Length: 2, Days: []int{2}, Closed: iep.Skip}, StartTime: day.At(9, 0)}},
		{"every day for 30 minutes",
			iep.Schedule{Rule: "FREQ=DAILY"}},
		{"every 14th day for 30 minutes",
			iep.Schedule{Rule: "FREQ=DAILY;INTERVAL=14"}},
		{"every 112th day for 30 minutes",
			iep.Schedule{Rule: "FREQ=DAILY;INTERVAL=112"}},
		{"every 21st day for 30 minutes, 5 times in all",
			iep.Schedule{Rule: "FREQ=DAILY;INTERVAL=21;COUNT=5"}},
		{"Mondays and Tuesdays for 30 minutes",
			iep.Schedule{Rule: "FREQ=DAILY;BYDAY=MO,TU"}},
		{"Mondays for 30 minutes, in September and October",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=MO;BYMONTH=9,10"}},
		{"Mondays for 30 minutes, once",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=MO;COUNT=1"}},
		{"every other Thursday for 30 minutes, until Fri Dec 19, 2025",
			iep.Schedule{Rule: "FREQ=WEEKLY;INTERVAL=2;UNTIL=20251219"}},
		{"every other Tuesday for 30 minutes",
			iep.Schedule{Rule: "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU"}},
		{"the 1st and last of each month for 30 minutes",
			iep.Schedule{Rule: "FREQ=MONTHLY;BYMONTHDAY=1,-1"}},
		{"the 4th of each month for 30 minutes, every 3rd month",
			iep.Schedule{Rule: "FREQ=MONTHLY;INTERVAL=3"}},
		{"Tuesdays for 30 minutes, every 2nd month",
			iep.Schedule{Rule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU"}},
		{"each year on September 4 for 30 minutes",
			iep.Schedule{Rule: "FREQ=YEARLY"}},
		{"the 15th of each month for 30 minutes, in March",
			iep.Schedule{Rule: "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15"}},
		{"days of its own rhythm for 30 minutes",
			iep.Schedule{Rule: "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1"}},
		{"Mondays for 30 minutes, and 2 days more, without 1 day",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=MO", ExtraDates: two, ExceptDates: two[:1]}},
		{"Mondays for 30 minutes, and 1 day more, without 2 days, also when school is closed",
			iep.Schedule{Rule: "FREQ=WEEKLY;BYDAY=MO", ExtraDates: two[:1], ExceptDates: two, IgnoreSchoolCalendar: true}},
	} {
		tt.schedule.From, tt.schedule.Minutes = from, 30
		if got := say.English.Schedule(&tt.schedule); got != tt.want {
			t.Errorf("%s\nwant %s", got, tt.want)
		}
	}
	unread := &iep.Schedule{Rule: "FREQ=HOURLY", Minutes: 1}
	if got := say.English.Schedule(unread); got != "days of its own rhythm for 1 minute" {
		t.Error(got)
	}
}

// Whatever a family's schedules are, no code and no hole shows.
func TestEveryScheduleIsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		for _, p := range r.Plans {
			for _, service := range p.Services {
				for i := range service.Schedules {
					if text := say.English.Schedule(&service.Schedules[i]); text == "" || strings.ContainsAny(text, "{}_=") {
						t.Fatalf("%+v: %q", service.Schedules[i], text)
					}
				}
			}
		}
	})
}

// Whatever is explained of a family, on whatever day, no code and no hole
// shows.
func TestEveryExplanationIsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		on := coretest.AsOf(t, r)
		p := &r.Plans[0]
		for i := range p.Services {
			e, err := schedule.Explain(p, &p.Services[i], r.School(p, r.Days()), on)
			if err != nil {
				t.Fatal(err)
			}
			phrases := slices.Concat(e.School, e.Service)
			for _, turn := range e.Schedules {
				phrases = append(phrases, turn.Because...)
			}
			texts := []string{say.English.Outcome(e)}
			for _, phrase := range phrases {
				texts = append(texts, say.English.Phrase(phrase))
			}
			for _, c := range e.Claims {
				texts = append(texts, say.English.Claim(c))
			}
			for _, text := range texts {
				if text == "" || strings.ContainsAny(text, "{}=") || strings.Contains(text, "_") && !strings.Contains(text, "unheard") {
					t.Fatalf("%q in %+v", text, e)
				}
			}
		}
	})
}

// What the school says is said with who said it, and when.
func TestAClaimIsSaid(t *testing.T) {
	c := iep.Claim{Span: day.Span{First: day.MustParse("2026-04-13"), Last: day.MustParse("2026-04-17")}}
	want := "The school says that this service pauses from Mon Apr 13, 2026 to Fri Apr 17, 2026"
	if got := say.English.Claim(&c); got != want {
		t.Error(got)
	}
	c.Name, c.SaidBy, c.SaidOn = "State tests\n", "the office", day.MustParse("2026-03-20")
	if got := say.English.Claim(&c); got != want+": State tests , said by the office, said on Fri Mar 20, 2026" {
		t.Error(got)
	}
}
