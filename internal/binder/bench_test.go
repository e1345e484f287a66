package binder_test

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

// longFile is a family of four services on every weekday of fifteen years, all
// of it filled in: about 15,000 sessions.
func longFile() string {
	var services, sessions []string
	first, last := day.MustParse("2011-09-01"), day.MustParse("2026-06-05")
	for n := range 4 {
		id := fmt.Sprintf("s%d", n)
		services = append(services, fmt.Sprintf(`{"id": %q, "type": "speech", "start": %q, "end": %q,
			"requirement": {"unit": "sessions", "amount": 5, "minutes_per_session": 30, "period": "week"},
			"schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "from": %q, "minutes": 30}]}`, id, first, last, first))
		for on := first; on <= last; on++ {
			if on.Weekday() <= day.Friday {
				status := "delivered"
				if on%7 == day.Day(n) {
					status = "missed"
				}
				sessions = append(sessions, fmt.Sprintf(`{"id": "%s:%s:a", "service_id": %q, "schedule_id": "a", "date": %q, "kind": "regular",
					"status": %q}`, id, on, id, on, status))
			}
		}
	}
	return fmt.Sprintf(`{"format": "service-hours", "version": 1, "children": [{"id": "mia", "name": "Mia"}],
		"calendars": [{"id": "y", "first_day": %q, "last_day": %q}],
		"plans": [{"id": "iep", "child_id": "mia", "kind": "IEP", "calendar_ids": ["y"], "services": [%s]}], "sessions": [%s]}`,
		first, last, strings.Join(services, ","), strings.Join(sessions, ","))
}

// BenchmarkADeed is a session corrected and the record looked at again, as one
// click is, among 15,000 sessions.
func BenchmarkADeed(b *testing.B) {
	h := newHome(b, b.TempDir(), "2026-06-06")
	defer h.store.Close()
	h.imports(longFile())
	outcomes := []binder.Outcome{missed(iep.Testing), given()}
	n := 0
	for b.Loop() {
		n++
		h.does(h.Fill([]string{"s1:2026-03-11:a"}, outcomes[n%2]))
		h.book()
	}
}

// BenchmarkALook is a screen drawn of a record that nobody changed.
func BenchmarkALook(b *testing.B) {
	h := newHome(b, b.TempDir(), "2026-06-06")
	defer h.store.Close()
	h.imports(longFile())
	h.book()
	for b.Loop() {
		h.book()
	}
}
