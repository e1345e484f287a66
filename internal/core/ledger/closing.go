package ledger

import (
	"slices"

	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// close ends a period. By the session, minutes for which no slot was planned
// become an obligation; by the period, all that it leaves is judged now.
func (a *account) close(p *Period) {
	if p.ByPeriod() {
		a.closePeriod(p)
		return
	}
	verdict := p.Version.on(p.Span.Last).to(iep.NotScheduled)
	if p.NotScheduled == 0 || verdict.Answer == policy.No {
		return
	}
	a.arise(&Obligation{ID: a.periodID(p) + ":" + string(iep.NotScheduled), Date: p.Span.Last, Minutes: p.NotScheduled,
		Reason: iep.NotScheduled, Verdict: *verdict, Version: p.Version, Period: p}, p.Span.Last)
}

func (a *account) closePeriod(p *Period) {
	a.stop(p)
	no, ask := p.explained()
	p.Shortfall = max(0, p.Required-p.Delivered-p.Extra)
	p.Excused = min(p.Shortfall, no)
	p.Undecided = min(p.Shortfall-p.Excused, ask)
	p.Owed = p.Shortfall - p.Excused - p.Undecided
	a.leave(p, "", p.Owed, policy.Yes)
	a.leave(p, ":undecided", p.Undecided, policy.Ask)
}

func (a *account) leave(p *Period, suffix string, minutes int, answer policy.Answer) {
	if minutes == 0 {
		return
	}
	a.arise(&Obligation{ID: a.periodID(p) + suffix, Date: p.Span.Last, Minutes: minutes, Reason: iep.PeriodShortfall,
		Verdict: policy.Verdict{Answer: answer, Layer: policy.Judged}, Version: p.Version, Period: p}, p.Span.Last)
}

// explained are the minutes of a finished period that the answers take out of
// what is short: those answered no, and those answered ask or not filled in. A
// printed closure explains nothing, but for a weekly wording that asks about it.
func (p *Period) explained() (no, ask int) {
	v := p.Version
	slots := inSpan(v.slots, p.Span)
	for i := range slots {
		s := &slots[i]
		closure := s.Reason == iep.SchoolClosedScheduled
		switch {
		case s.State == Unrecorded:
			ask += s.Schedule.Minutes
		case s.Missed == 0:
		case s.Verdict.Answer == policy.Ask && (!closure || v.Service.Weekly()):
			ask += s.Missed
		case s.Verdict.Answer == policy.No && !closure:
			no += s.Missed
		}
	}
	switch v.on(p.Span.Last).to(iep.NotScheduled).Answer {
	case policy.No:
		no += p.NotScheduled
	case policy.Ask:
		ask += p.NotScheduled
	}
	return no, ask
}

// stop takes a period out of those that run. It is nearly always the first.
func (a *account) stop(p *Period) {
	if a.running[0] == p {
		a.running = a.running[1:]
		return
	}
	i := slices.Index(a.running, p)
	a.running = slices.Delete(a.running, i, i+1)
}
