package calendar

import "midweek/internal/core/day"

// ClosedBy is the closure that closes a day of the year, or nil where none
// does. Of several it is the first listed: of the printed ones, and of the
// sudden ones where no printed one holds.
func (d *Days) ClosedBy(on day.Day) *Closure {
	status := d.Status(on)
	if status != ClosedScheduled && status != ClosedEmergency {
		return nil
	}
	for i := range d.Year.Closures {
		c := &d.Year.Closures[i]
		if c.Holds(on) && c.Kind.Sudden() == (status == ClosedEmergency) {
			return c
		}
	}
	return nil
}
