package ledger

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// judge gives every missed slot its answer as of the day asked.
func (a *account) judge() {
	for _, v := range a.Versions {
		for i := range v.slots {
			if s := &v.slots[i]; s.Missed > 0 {
				s.Verdict, s.Team = a.answer(s, a.asOf)
			}
		}
	}
	a.warnOfDecisions()
}

// warnOfDecisions tells of decisions that no missed slot takes: a day mistyped,
// a service named that did not stand there.
func (a *account) warnOfDecisions() {
	for _, d := range a.decided {
		if d.InEffect() <= a.asOf && !a.meetsSlot(d) {
			a.Warnings = append(a.Warnings, Warning{Code: DecisionWithoutSlot, Decision: d})
		}
	}
}

func (a *account) meetsSlot(d *iep.Decision) bool {
	for _, v := range a.Versions {
		slots := inSpan(v.slots, day.Span{First: d.Date, Last: d.Date})
		for i := range slots {
			if slots[i].Missed > 0 && a.settles(d, &slots[i]) {
				return true
			}
		}
	}
	return false
}

// answer is what becomes of a missed slot, as far as was known on a day: the
// team's decision, else the policy's answer, else, for a closure in a week
// without school, no: such a week promises nothing.
func (a *account) answer(s *Slot, on day.Day) (*policy.Verdict, *iep.Decision) {
	if d := a.decision(s, on); d != nil {
		return &policy.Verdict{Answer: policy.Answer(d.Owed), Layer: policy.Team}, d
	}
	if s.bareClosure() && s.Version.Service.Weekly() && !s.Version.School.AnyPrinted(weekOf(s.Date)) {
		return &weekWithoutSchool, nil
	}
	return s.Version.on(s.Date).to(s.Reason), nil
}

var weekWithoutSchool = policy.Verdict{Answer: policy.No, Layer: policy.NoSchool}

func (s *Slot) bareClosure() bool {
	return s.Status == calendar.ClosedScheduled && s.Session == nil
}

func weekOf(d day.Day) day.Span {
	return day.Span{First: d.Monday(), Last: d.Monday() + 6}
}

// decision is the one that settles a slot on a day: one that names its
// schedule before one that names none; of several the latest, and of one day
// the yes.
func (a *account) decision(s *Slot, on day.Day) *iep.Decision {
	var best *iep.Decision
	for _, d := range a.decisions[s.Date] {
		if d.InEffect() <= on && a.settles(d, s) && outranks(d, best) {
			best = d
		}
	}
	return best
}

// settles says whether a decision of the slot's day speaks of it: of its
// service or of the whole series, of its schedule or of any.
func (a *account) settles(d *iep.Decision, s *Slot) bool {
	return (d.ServiceID == s.Version.Service.ID || d.ServiceID == a.ID) &&
		(d.ScheduleID == "" || d.ScheduleID == s.Schedule.ID)
}

func outranks(d, best *iep.Decision) bool {
	if best == nil {
		return true
	}
	if named, was := d.ScheduleID != "", best.ScheduleID != ""; named != was {
		return named
	}
	if d.Decided() != best.Decided() {
		return d.Decided() > best.Decided()
	}
	return d.Owed == iep.OwedYes
}

// slotID is the name of the obligation that a missed slot makes.
func (a *account) slotID(s *Slot) string {
	return a.dayID(s.Version, s.Date, ":"+s.Schedule.ID)
}

// periodID is the name of what a period leaves to make up.
func (a *account) periodID(p *Period) string {
	return a.dayID(p.Version, p.Span.First, "")
}

// dayID is the name of something of a day in this series. On a day that two
// versions share the later one's names say which it is.
func (a *account) dayID(v *Version, on day.Day, rest string) string {
	b := make([]byte, 0, 64)
	b = append(append(b, a.ID...), ':')
	b = append(on.Append(b), rest...)
	if on <= v.shared {
		b = append(append(b, ':'), v.Service.ID...)
	}
	return string(b)
}
