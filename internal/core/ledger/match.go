package ledger

import (
	"cmp"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/schedule"
)

// matchLog lets the log meet the slots: every regular row takes a slot of its
// service and day, then those that say not sure take of what is left, and every
// slot learns what is known of it.
func (a *account) matchLog() {
	for _, v := range a.Versions {
		next := 0
		for _, row := range v.rows {
			next = v.slotsFrom(row.Date, next)
			a.attach(v, row, v.slots[next:])
		}
		v.doubt()
		for i := range v.slots {
			s := &v.slots[i]
			s.settle(a.asOf)
			if s.State == Unrecorded && a.supposed != "" {
				s.suppose(a.supposed)
			}
		}
	}
}

// slotsFrom is the place of the first slot from a day on, looked for from a
// place on.
func (v *Version) slotsFrom(on day.Day, next int) int {
	for next < len(v.slots) && v.slots[next].Date < on {
		next++
	}
	return next
}

// attach gives a row its slot, among the slots from its day on. A row that
// finds none counts as extra. A row on a closed day is kept: the log wins over
// the calendar, and only a person takes a debt away.
func (a *account) attach(v *Version, row *iep.Session, slots []Slot) {
	best, code := find(row, slots)
	if best == nil {
		a.Warnings = append(a.Warnings, Warning{Code: code, Session: row})
		a.giving = append(a.giving, giving{row, v, extra, row.Given()})
		return
	}
	best.Session = row
	if best.Status != calendar.Open {
		a.Warnings = append(a.Warnings, Warning{Code: RowOnClosedDay, Session: row})
	}
}

// find is the free slot that suits a row best, among the slots from its day on,
// or nil and why there is none.
func find(row *iep.Session, slots []Slot) (best *Slot, code WarningCode) {
	code = RowWithoutSlot
	for i := range slots {
		s := &slots[i]
		if s.Date != row.Date {
			break
		}
		if !s.named(row) {
			continue
		}
		if s.Session != nil || s.Unsure != nil {
			code = RowOnTakenSlot
		} else if best == nil || s.suits(row) > best.suits(row) {
			best = s
		}
	}
	return best, code
}

// doubt lets the rows that say not sure take the slots that no other row took,
// those that name their schedule first. They tell nothing of a slot;
// they are there to be read and corrected.
func (v *Version) doubt() {
	for _, naming := range []bool{true, false} {
		next := 0
		for _, row := range v.unsure {
			if (row.ScheduleID != "") != naming {
				continue
			}
			next = v.slotsFrom(row.Date, next)
			if s, _ := find(row, v.slots[next:]); s != nil {
				s.Unsure = row
			}
		}
	}
}

func (s *Slot) named(row *iep.Session) bool {
	return row.ScheduleID == "" || row.ScheduleID == s.Schedule.ID
}

// suits ranks a slot for a row: an open one first, then one with the row's
// start time. Of equals the earlier is kept.
func (s *Slot) suits(row *iep.Session) int {
	rank := 0
	if s.Status == calendar.Open {
		rank += 2
	}
	if s.Schedule.StartTime == row.StartTime {
		rank++
	}
	return rank
}

// settle says what is known of a slot on a day.
func (s *Slot) settle(asOf day.Day) {
	switch {
	case s.Session != nil:
		s.settleByRow()
	case s.Status == calendar.Open && s.Date < asOf:
		s.State = Unrecorded
	case s.Status == calendar.Open || s.Date > asOf:
		s.State = Upcoming
	default:
		s.State, s.Missed = Settled, s.Schedule.Minutes
		s.Reason = closedReason(s.Status)
	}
}

func (s *Slot) settleByRow() {
	row, planned := s.Session, s.Schedule.Minutes
	s.State = Settled
	s.Given = row.Given()
	if row.Status == iep.Delivered && row.Minutes == nil {
		s.Given = planned
	}
	s.Missed = max(0, planned-s.Given)
	if s.Missed > 0 {
		s.Reason = cmp.Or(row.Reason, iep.NotStated)
	}
}

func closedReason(status calendar.Status) iep.Reason {
	if status == calendar.ClosedScheduled {
		return iep.SchoolClosedScheduled
	}
	return iep.SchoolClosedEmergency
}

// inSpan are the slots of a span.
func inSpan(slots []Slot, in day.Span) []Slot {
	from := 0
	for size := len(slots); size > 0; {
		half := size / 2
		if slots[from+half].Date < in.First {
			from += half + 1
			size -= half + 1
		} else {
			size = half
		}
	}
	to := from
	for to < len(slots) && slots[to].Date <= in.Last {
		to++
	}
	return slots[from:to]
}

func slotOrder(a, b Slot) int { return schedule.Order(*a.Slot, *b.Slot) }
