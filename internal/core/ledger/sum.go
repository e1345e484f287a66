package ledger

import (
	"cmp"
	"slices"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// carry fits what is open into the summer, window after window, oldest first:
// up to the minutes reserved for make-up, less those already given there, and
// nothing once a window is over. What is asked about is never carried.
func (a *account) carry() {
	a.Obligations = slices.DeleteFunc(a.Obligations, func(o *Obligation) bool { return o.ended })
	slices.SortStableFunc(a.Obligations, obligationOrder)
	for _, o := range a.Obligations {
		o.Deadline = o.deadline()
		o.Overdue = o.Open > 0 && o.Answer() == policy.Yes && o.Deadline != day.None && o.Deadline < a.asOf
	}
	slices.SortStableFunc(a.summers, func(w, x *calendar.ESYWindow) int {
		return cmp.Or(cmp.Compare(w.First, x.First), strings.Compare(w.ID, x.ID))
	})
	carried := map[*Obligation]int{}
	for _, esy := range a.summers {
		w := Window{ESY: esy, CapacityLeft: a.capacityLeft(esy)}
		w.fill(a.Obligations, carried)
		a.Summer = append(a.Summer, w)
	}
}

// deadline is the end of the school year of the obligation's day, or so many
// days after it where the policy says so and that comes first. Minutes carried
// into a later year have theirs there.
func (o *Obligation) deadline() day.Day {
	if o.opening != nil {
		return o.opening.carriedTo()
	}
	end := o.Version.School.YearEnd(o.Date)
	days := o.Version.on(o.Date).Policy.Deadline.Days
	if days == nil {
		return end
	}
	limit := min(o.Date+day.Day(*days), day.Last)
	if end == day.None {
		return limit
	}
	return min(end, limit)
}

func (a *account) capacityLeft(esy *calendar.ESYWindow) int {
	if esy.Last < a.asOf {
		return 0
	}
	left := esy.Capacity[a.ID]
	for i := range a.giving {
		if g := &a.giving[i]; g.kind == makeup && esy.Holds(g.session.Date) {
			left -= g.minutes
		}
	}
	return max(0, left)
}

func (w *Window) fill(obligations []*Obligation, carried map[*Obligation]int) {
	left := w.CapacityLeft
	for _, o := range obligations {
		minutes := min(left, o.Open-carried[o])
		if o.Answer() != policy.Yes || minutes <= 0 {
			continue
		}
		carried[o] += minutes
		left -= minutes
		w.Carried += minutes
		w.Plan = append(w.Plan, Carry{o.ID, minutes})
	}
}

// sum gathers the versions' slots and periods and adds everything up.
func (a *account) sum() {
	if !a.inOrder() {
		a.Slots = slices.Clone(a.Slots)
		slices.SortStableFunc(a.Slots, slotOrder)
	}
	sum := &a.Summary
	for i := range a.Slots {
		sum.addSlot(&a.Slots[i])
	}
	for i := range a.Periods {
		sum.Required += a.Periods[i].Required
	}
	for i := range a.giving {
		if a.giving[i].session.Kind == iep.Makeup {
			sum.MakeupLogged += a.giving[i].minutes
		}
	}
	for _, o := range a.Obligations {
		sum.addObligation(o)
	}
	for _, p := range a.Unapplied {
		sum.Unapplied += p.Minutes
	}
	for _, w := range a.Summer {
		sum.Carried += w.Carried
	}
	sum.Banked = a.bank
	sum.Remainder = sum.OpenOwed - sum.Carried
}

func (sum *Summary) addSlot(s *Slot) {
	sum.Delivered += s.Given
	if s.State == Unrecorded {
		sum.UnrecordedSessions++
	}
	if s.Missed > 0 && s.Verdict.Answer == policy.No {
		sum.NotOwed += s.Missed
	}
	switch {
	case s.Status == calendar.Open:
		sum.ExpectedSessions++
		sum.ExpectedMinutes += s.Schedule.Minutes
		if s.Short > 0 {
			sum.ShortDaySlots++
		}
	case s.Session != nil:
	case s.Status == calendar.ClosedScheduled:
		sum.LostToScheduledClosures++
	default:
		sum.LostToEmergency++
	}
}

func (sum *Summary) addObligation(o *Obligation) {
	if o.Answer() == policy.Ask {
		sum.Undecided += o.Open
		return
	}
	sum.Owed += o.Minutes
	sum.MadeUp += o.Minutes - o.Open
	sum.OpenOwed += o.Open
}

// inOrder says whether the versions follow each other, as they nearly always
// do; the slots of each are in order.
func (a *account) inOrder() bool {
	for i := 1; i < len(a.Slots); i++ {
		if a.Slots[i].Date <= a.Slots[i-1].Date && a.Slots[i].Version != a.Slots[i-1].Version {
			return false
		}
	}
	return true
}
