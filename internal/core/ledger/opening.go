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

// An Opening is what a school year begins with: minutes of the time before that
// were still to make up on its first day, as far as it was agreed to carry them
// on. They stay where they are, each on its own day, and are paid there, the
// oldest first; so none is counted twice and a make-up may still name its day.
type Opening struct {
	Agreed   *iep.Carryover
	day.Span         // the school year; no days while none after the balance is known
	Taken    []Taken // by obligation, the oldest first
}

// Taken are minutes of an obligation that a year began with.
type Taken struct {
	*Obligation
	Minutes int
}

// Minutes are those that were brought in.
func (o *Opening) Minutes() int {
	n := 0
	for _, t := range o.Taken {
		n += t.Minutes
	}
	return n
}

// Left are the minutes that were brought in and are still to make up.
func (o *Opening) Left() int {
	n := 0
	for _, t := range o.Taken {
		n += min(t.Minutes, t.Open)
	}
	return n
}

// Opening is the latest one of the series, or nil.
func (s *Series) Opening() *Opening {
	if len(s.Openings) == 0 {
		return nil
	}
	return &s.Openings[len(s.Openings)-1]
}

// Since are the sums of a series from a school year's first day on.
// Brought + Older + Missed − MadeUp = Open, always.
type Since struct {
	Brought int // carried on by agreement
	Older   int // of the time before, and not agreed on
	Missed  int // since then, answered yes
	MadeUp  int // since then, of all three
	Open    int
}

// Since takes the sums of the series apart at an opening of its own; nil is the
// beginning of all.
func (s *Series) Since(o *Opening) Since {
	var sum Since
	for _, each := range s.Obligations {
		part := o.Part(each)
		sum.Brought += part.Brought
		sum.Older += part.Older
		sum.Missed += part.Missed
		sum.MadeUp += part.MadeUp
		sum.Open += part.Open
	}
	return sum
}

// Part is what one obligation has in the sums since the opening; with nil, in
// those of all time.
func (o *Opening) Part(each *Obligation) Since {
	if each.Answer() != policy.Yes {
		return Since{}
	}
	paid := each.Minutes - each.Open
	if o == nil || each.Date >= o.First {
		return Since{Missed: each.Minutes, MadeUp: paid, Open: each.Open}
	}
	before, taken := each.paidBefore(o.First), o.taken(each)
	return Since{Brought: taken, Older: each.Minutes - before - taken, MadeUp: paid - before, Open: each.Open}
}

func (o *Opening) taken(of *Obligation) int {
	for _, t := range o.Taken {
		if t.Obligation == of {
			return t.Minutes
		}
	}
	return 0
}

func (o *Obligation) paidBefore(on day.Day) int {
	n := 0
	for _, p := range o.Paid {
		if p.Date < on {
			n += p.Minutes
		}
	}
	return n
}

// agree hands what was agreed at the end of a year to its series. Of several
// agreements that open the same year the one of the latest balance holds, of
// these the one agreed last.
func (a *account) agree(list []*iep.Carryover, ofChild calendar.School) {
	slices.SortFunc(list, func(o, p *iep.Carryover) int {
		return cmp.Or(cmp.Compare(o.Date, p.Date), cmp.Compare(o.InEffect(), p.InEffect()), strings.Compare(o.ID, p.ID))
	})
	for _, agreed := range list {
		if agreed.InEffect() > a.asOf {
			continue
		}
		o := Opening{Agreed: agreed, Span: a.opens(agreed.Date, ofChild)}
		if n := len(a.agreed); n > 0 && a.agreed[n-1].First == o.First {
			a.agreed[n-1] = o
			continue
		}
		a.agreed = append(a.agreed, o)
	}
}

// opens is the first school year that begins after a day: of the series' own
// calendars, else of the child's, where the plan of the next year is another
// one.
func (a *account) opens(after day.Day, ofChild calendar.School) day.Span {
	var own calendar.School
	for _, v := range a.Versions {
		own = append(own, v.School...)
	}
	if span := firstAfter(own, after); span.First != day.None {
		return span
	}
	return firstAfter(ofChild, after)
}

func firstAfter(school calendar.School, after day.Day) day.Span {
	var first day.Span
	for _, d := range school {
		if d.Year.First > after && (first.First == day.None || d.Year.First < first.First) {
			first = d.Year.Span()
		}
	}
	return first
}

// broughtID names minutes that were agreed on and are of no day in the record.
func (a *account) broughtID(o *iep.Carryover) string {
	return a.ID + ":" + o.Date.String() + ":" + string(iep.BroughtForward)
}

// bring puts minutes into the ledger that were agreed on and are of no day in
// the record. They can be made up from the day of the balance on.
func (a *account) bring(o *iep.Carryover) {
	a.arise(&Obligation{ID: a.broughtID(o), Date: o.Date, Minutes: o.Before, Reason: iep.BroughtForward,
		Verdict: policy.Verdict{Answer: policy.Yes, Layer: policy.Agreed}, Version: a.VersionOn(o.Date), Agreed: o}, o.Date)
}

// openYear takes what is open on the first day of a school year, before
// anything else happens on it: the oldest minutes first, of days up to that of
// the balance, as many as were agreed for the year.
func (a *account) openYear(o *Opening) {
	left := o.Agreed.ToNextYear
	for _, each := range a.queue {
		minutes := min(left, each.Open)
		if each.ended || each.Date > o.Agreed.Date || minutes == 0 {
			continue
		}
		left -= minutes
		o.Taken = append(o.Taken, Taken{each, minutes})
		if minutes == each.Open {
			each.opening = o
		}
	}
	a.Openings = append(a.Openings, *o)
}

// settleOpenings lets go of what a decision has ended since.
func (a *account) settleOpenings() {
	for i := range a.Openings {
		o := &a.Openings[i]
		o.Taken = slices.DeleteFunc(o.Taken, func(t Taken) bool { return t.ended })
	}
}

// carriedTo is the day by which minutes carried into a year are to be made up:
// the one agreed, else the year's last.
func (o *Opening) carriedTo() day.Day {
	if o.Agreed.By != day.None {
		return o.Agreed.By
	}
	return o.Last
}
