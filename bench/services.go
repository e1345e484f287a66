package main

import (
	"fmt"

	"midweek/internal/core/day"
)

// oneService is workload A: Tuesday and Thursday for 15 years.
func oneService() *workload {
	return &workload{
		name:    "A",
		rules:   []rule{{day.Of(2020, 9, 1), "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20350630"}},
		repeats: 100,
	}
}

// thousandServices is workload B: an advocate's caseload, ten years of it.
func thousandServices() *workload {
	w := &workload{name: "B", repeats: 1}
	d := dice(1000)
	for i := range 1000 {
		start := day.Of(2020, 8, 24) + day.Day(d.below(35))
		w.rules = append(w.rules, rule{start, rhythm(&d, i%100) + ";UNTIL=20300628"})
	}
	return w
}

// rhythm is how one service repeats; place, 0 to 99, deals the kinds out.
func rhythm(d *dice, place int) string {
	switch {
	case place < 75:
		return "FREQ=WEEKLY;BYDAY=" + someDays(d, pick(d, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5))
	case place < 87:
		return "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + someDays(d, pick(d, 1, 1, 2))
	case place < 95:
		return fmt.Sprintf("FREQ=MONTHLY;BYDAY=%d%s", pick(d, 1, 2, 3, 4, -1), someDays(d, 1))
	case place < 98:
		return fmt.Sprintf("FREQ=MONTHLY;BYMONTHDAY=%d", 1+d.below(31))
	}
	return "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"
}

// someDays are n days of the school week.
func someDays(d *dice, n int) string {
	var set day.Weekdays
	for set.Count() < n {
		set |= day.SetOf(day.Weekday(d.below(5)))
	}
	return set.String()
}
