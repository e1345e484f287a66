package ledger

import (
	"cmp"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/schedule"
)

// matchLog lets the log meet the slots: every regular row takes a slot of its
// service and day, and every slot learns what is known of it.
func (a *account) matchLog() {
	for _, v := range a.Versions {
		next := 0
		for _, row := range v.rows {
			for next < len(v.slots) && v.slots[next].Date < row.Date {
				next++
			}
			a.attach(v, row, v.slots[next:])
		}
		for i := range v.slots {
			v.slots[i].settle(a.asOf)
		}
	}
}

// attach gives a row its slot, among the slots from its day on. A row that
// finds none counts as extra. A row on a closed day is kept: the log wins over
// the calendar, and only a person takes a debt away.
func (a *account) attach(v *Version, row *iep.Session, slots []Slot) {
	var best *Slot
	code := RowWithoutSlot
	for i := range slots {
		s := &slots[i]
		if s.Date != row.Date {
			break
		}
		if s.Session != nil && s.named(row) {
			code = RowOnTakenSlot
		}
		if s.takes(row) && (best == nil || s.suits(row) > best.suits(row)) {
			best = s
		}
	}
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

func (s *Slot) takes(row *iep.Session) bool {
	return s.Session == nil && s.named(row)
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
