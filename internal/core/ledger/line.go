package ledger

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// A Line is one line of the ledger as people read it: minutes that were missed
// or fell short, why, what the policy answers and whose answer that is.
type Line struct {
	Date       day.Day
	Minutes    int
	Reason     iep.Reason
	Verdict    policy.Verdict
	Version    *Version
	Slot       *Slot       // nil when the line is a period's
	Obligation *Obligation // nil when it makes none: for the record, or judged with its period
}

// Lines are every missed slot and everything to make up or to ask about, in
// order of day.
func (s *Series) Lines() []Line {
	type planned struct {
		date     day.Day
		schedule *iep.Schedule
	}
	owedBy := map[planned]*Obligation{}
	var lines []Line
	for _, o := range s.Obligations {
		if o.Slot != nil {
			owedBy[planned{o.Slot.Date, o.Slot.Schedule}] = o
			continue
		}
		lines = append(lines, Line{Date: o.Date, Minutes: o.Minutes, Reason: o.Reason, Verdict: o.Verdict, Version: o.Version, Obligation: o})
	}
	for i := range s.Slots {
		if slot := &s.Slots[i]; slot.Missed > 0 {
			lines = append(lines, Line{
				Date: slot.Date, Minutes: slot.Missed, Reason: slot.Reason, Verdict: *slot.Verdict, Version: slot.Version,
				Slot: slot, Obligation: owedBy[planned{slot.Date, slot.Schedule}],
			})
		}
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(a.Date, b.Date) })
	return lines
}

// InPeriod says whether the line is a missed slot that is judged with the
// whole of its period.
func (l *Line) InPeriod() bool { return l.Slot != nil && l.Version.Basis == policy.ByPeriod }

// ExplainsNothing says whether the line is a printed closure of a wording that
// leaves its days to the school: the period is short of it all the same.
func (l *Line) ExplainsNothing() bool {
	return l.InPeriod() && l.Reason == iep.SchoolClosedScheduled && !l.Version.Service.Weekly()
}

// ToMakeUp says whether the minutes are answered yes, made up since or not.
func (l *Line) ToMakeUp() bool { return l.Obligation != nil && l.Obligation.Answer() == policy.Yes }

// Asked says whether minutes are open to ask the team about.
func (l *Line) Asked() bool {
	return l.Obligation != nil && l.Obligation.Answer() == policy.Ask && l.Obligation.Open > 0
}

// Waiting are the missed sessions of a plan that wait for the team's answer, in
// order of day. What is short over a whole period, and what no session was
// planned for, is no session; a session of such a period is asked about by
// itself.
func (s *Series) Waiting(planID string) []Line {
	return slices.DeleteFunc(s.Lines(), func(l Line) bool {
		return l.Slot == nil || l.Version.Plan.ID != planID || l.Verdict.Answer != policy.Ask || l.ExplainsNothing() ||
			l.Obligation != nil && l.Obligation.Open == 0
	})
}

// WaitingWhole are the open minutes of a plan to ask about that no session is
// behind.
func (s *Series) WaitingWhole(planID string) int {
	n := 0
	for _, o := range s.Obligations {
		if o.Slot == nil && o.Version.Plan.ID == planID && o.Answer() == policy.Ask {
			n += o.Open
		}
	}
	return n
}

// ForTheRecord says whether the minutes are answered no. What ExplainsNothing
// speaks of is not: its period counts it as a whole.
func (l *Line) ForTheRecord() bool { return l.Verdict.Answer == policy.No && !l.ExplainsNothing() }

// ForTheRecord are the minutes of the lines that are for the record: those of
// Summary.NotOwed without the closures that explain nothing.
func (s *Series) ForTheRecord() int {
	n := 0
	for _, l := range s.Lines() {
		if l.ForTheRecord() {
			n += l.Minutes
		}
	}
	return n
}

// Overdue are the open minutes answered yes whose deadline has passed.
func (s *Series) Overdue() int {
	n := 0
	for _, o := range s.Obligations {
		if o.Overdue {
			n += o.Open
		}
	}
	return n
}

// Entry is the row of the log behind the slot, also one that says not sure; nil
// when nobody wrote one.
func (s *Slot) Entry() *iep.Session {
	if s.Session != nil {
		return s.Session
	}
	return s.Unsure
}

// NotSure is how many of the slots not filled in have a row that says so.
func (s *Series) NotSure() int {
	n := 0
	for i := range s.Slots {
		if slot := &s.Slots[i]; slot.State == Unrecorded && slot.Unsure != nil {
			n++
		}
	}
	return n
}

// NotFilledIn are the past slots of open days of which nobody has said
// anything.
func (s *Series) NotFilledIn() []day.Day {
	var days []day.Day
	for i := range s.Slots {
		if s.Slots[i].State == Unrecorded {
			days = append(days, s.Slots[i].Date)
		}
	}
	return days
}
