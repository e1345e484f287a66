package ledger

import (
	"slices"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
)

// giving is minutes given beside the slots.
type giving struct {
	session *iep.Session
	version *Version
	kind    givingKind
	minutes int
}

type givingKind int

const (
	makeup  givingKind = iota // for minutes missed
	extra                     // nobody called it a make-up
	surplus                   // of a regular session longer than its slot
)

// given places the minutes of one giving.
func (a *account) given(g *giving) {
	if g.minutes == 0 {
		return
	}
	switch g.kind {
	case makeup:
		a.makeUp(g)
	case extra:
		a.giveExtra(g)
	case surplus:
		a.spend(g, g.session.Date)
	}
}

// giveExtra counts minutes towards the period that runs; they settle a debt
// only where a bank was agreed.
func (a *account) giveExtra(g *giving) {
	if p := a.runningOn(g.version, g.session.Date); p != nil {
		p.Extra += g.minutes
	} else if g.version.Policy.OverDelivery == policy.Bank {
		a.spend(g, g.session.Date)
	} else {
		a.unapplied(g.session, g.minutes, NotAMakeup)
	}
}

// spend settles the oldest open obligations and banks the rest.
func (a *account) spend(g *giving, on day.Day) {
	a.bank += a.payOldest(g, g.minutes, on)
}

// makeUp places a make-up's minutes: on what it names, waiting for what it
// names and does not exist yet, and otherwise on the oldest open obligation.
func (a *account) makeUp(g *giving) {
	left := g.minutes
	var names []string
	for _, id := range g.session.MakeupFor {
		if left == 0 {
			return
		}
		if o := a.live[id]; o != nil {
			left -= pay(o, g.session.ID, g.session.Date, left)
		} else if p := a.periodNamed(id); p != nil {
			left -= a.payPeriod(p, g, left)
		} else if !slices.Contains(names, id) {
			names = append(names, id)
		}
	}
	switch {
	case left == 0:
	case len(names) > 0:
		a.wait(g, left, names)
	default:
		a.goOn(g, left, g.session.Date)
	}
}

// periodNamed is the period, judged as a whole, that holds the day of an
// obligation's id.
func (a *account) periodNamed(id string) *Period {
	rest, ours := strings.CutPrefix(id, a.ID+":")
	date, _, _ := strings.Cut(rest, ":")
	on, err := day.Parse(date)
	if !ours || err != nil {
		return nil
	}
	for _, v := range a.Versions {
		if v.Basis != policy.ByPeriod {
			continue
		}
		for i := range v.periods {
			if p := &v.periods[i]; p.Span.Holds(on) {
				return p
			}
		}
	}
	return nil
}

// payPeriod gives minutes to a period that a make-up names by a day: while it
// runs they count towards it, afterwards they pay what it left.
func (a *account) payPeriod(p *Period, g *giving, minutes int) int {
	if slices.Contains(a.running, p) {
		p.Extra += minutes
		return minutes
	}
	paid := 0
	for _, suffix := range []string{"", ":undecided"} {
		if o := a.live[a.periodID(p)+suffix]; o != nil {
			paid += pay(o, g.session.ID, g.session.Date, minutes-paid)
		}
	}
	return paid
}

// goOn spends a make-up's minutes, on a day, on the oldest open obligations,
// and keeps what is left. One that named others goes on to the oldest only
// where the policy lets it.
func (a *account) goOn(g *giving, left int, on day.Day) {
	if len(g.session.MakeupFor) == 0 || g.version.Policy.SpillsOver() {
		left = a.payOldest(g, left, on)
	}
	if left > 0 {
		a.keep(g, left, on)
	}
}

// payOldest settles open obligations, the oldest first, and says what is left.
// What is asked about is never paid unless it is named.
func (a *account) payOldest(g *giving, left int, on day.Day) int {
	for left > 0 {
		o := a.oldest(on)
		if o == nil {
			break
		}
		left -= pay(o, g.session.ID, on, left)
	}
	return left
}

// oldest is the oldest payable obligation that is open and dated by a day.
func (a *account) oldest(by day.Day) *Obligation {
	for len(a.queue) > 0 && (a.queue[0].Open == 0 || a.queue[0].ended) {
		a.queue = a.queue[1:]
	}
	if len(a.queue) == 0 || a.queue[0].Date > by {
		return nil
	}
	return a.queue[0]
}

// keep places a make-up's minutes that pay nothing: with the period that
// runs, in the bank, or unapplied.
func (a *account) keep(g *giving, left int, on day.Day) {
	if p := a.runningOn(g.version, on); p != nil {
		p.Extra += left
	} else if g.version.Policy.OverDelivery == policy.Bank {
		a.bank += left
	} else {
		a.unapplied(g.session, left, NothingOpen)
	}
}

func (a *account) unapplied(s *iep.Session, minutes int, why Why) {
	a.Unapplied = append(a.Unapplied, Placement{s.ID, s.Date, minutes, why})
}

// runningOn is the period that runs on a day, of the version itself before
// another.
func (a *account) runningOn(v *Version, on day.Day) *Period {
	var found *Period
	for _, p := range a.running {
		if p.Span.Holds(on) && (found == nil || p.Version == v) {
			found = p
		}
	}
	return found
}
