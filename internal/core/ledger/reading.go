package ledger

import (
	"cmp"
	"maps"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// Reading is one way to read what a plan promises. Schools and families often
// read the same words in two ways; the numbers of each stand side by side, and
// which holds is not for a program to say.
type Reading string

// The readings.
const (
	EachSession Reading = "session" // what is missed is each planned session that was not given
	WholePeriod Reading = "period"  // what is missed is what each week, month or year fell short of the amount
	PlansClause Reading = "clause"  // the plan's own words about missed sessions answer, where it has some
)

// A Comparison is one series under every reading that its plan has.
type Comparison struct {
	ID, ChildID string
	Readings    []Read
	Differences []Difference // where they do not agree on what to make up or to ask about, in order of day
}

// A Read is a series under one reading.
type Read struct {
	Reading Reading
	InForce bool // it is the one that the ledger is computed under
	Tally
	Series *Series
}

// A Tally is missed minutes by their answers. Its Short is their sum; moving
// minutes from one answer to another never changes it.
type Tally struct{ Yes, Ask, No int }

// Short are all the minutes of a tally.
func (t Tally) Short() int { return t.Yes + t.Ask + t.No }

func (t *Tally) add(answer policy.Answer, minutes int) {
	switch answer {
	case policy.Yes:
		t.Yes += minutes
	case policy.Ask:
		t.Ask += minutes
	default:
		t.No += minutes
	}
}

// differs says whether other minutes are to make up or to ask about. What is for
// the record alone asks nothing of anybody.
func (t Tally) differs(u Tally) bool { return t.Yes != u.Yes || t.Ask != u.Ask }

func (t *Tally) plus(u Tally) {
	t.Yes, t.Ask, t.No = t.Yes+u.Yes, t.Ask+u.Ask, t.No+u.No
}

// A Difference is a stretch of the promise on which the readings do not agree:
// a week, a month, and where no amount is promised a day.
type Difference struct {
	Span      day.Span
	Required  int // promised in it, by the reading of periods; 0 where nothing is
	Delivered int // given of it in planned sessions
	Tallies   []Tally
	Facts     []Fact // what the difference comes from, in order of day
}

// FactCode is what two readings count in different ways.
type FactCode string

// The facts.
const (
	ClosedDay    FactCode = "closed"        // no session could be; the amount may be promised all the same
	MissedSlot   FactCode = "missed"        // planned and not given
	UnknownSlot  FactCode = "not_filled_in" // a period is short of it, a session is not missed by it
	ExtraMinutes FactCode = "extra"         // count for the period, not for a session
	LongSession  FactCode = "long"          // minutes above the planned ones
	NoSlot       FactCode = "not_scheduled" // promised, and no session planned for it
)

// A Fact is one day, or the whole stretch, and its minutes.
type Fact struct {
	Code    FactCode
	Date    day.Day
	Minutes int
	Reason  iep.Reason // of what was missed
}

// Compare reads every series of a record in each way that its plan has.
func Compare(r *record.Record, asOf day.Day) ([]Comparison, error) {
	var list []Comparison
	for _, reading := range []Reading{EachSession, WholePeriod, PlansClause} {
		l, err := compute(r, asOf, reading.take)
		if err != nil {
			return nil, err
		}
		if list == nil {
			list = make([]Comparison, len(l.Series))
		}
		for i, s := range l.Series {
			list[i].ID, list[i].ChildID = s.ID, s.ChildID
			if reading != PlansClause || s.hasClause() {
				list[i].Readings = append(list[i].Readings, Read{Reading: reading, InForce: reading == s.inForce(), Series: s})
			}
		}
	}
	for i := range list {
		list[i].compare()
	}
	return list, nil
}

// take puts a version under the reading. Without its clause a plan is read by
// the session or by the period; with it, as its words and the policy have it.
func (r Reading) take(v *Version) {
	if r == PlansClause {
		return
	}
	v.phases = phases(v.Policy, nil)
	switch {
	case r == EachSession:
		v.Basis = policy.BySession
	case v.Service.Requirement != nil:
		v.Basis = policy.ByPeriod
	}
}

func (s *Series) hasClause() bool {
	return slices.ContainsFunc(s.Versions, func(v *Version) bool { return v.Plan.Clause != nil })
}

// inForce is the reading that the ledger of the record has; none where an
// amendment changed what is judged, so that no one reading is the ledger's.
func (s *Series) inForce() Reading {
	if s.hasClause() {
		return PlansClause
	}
	first := s.Versions[0]
	judged := basis(first.Service, first.Policy)
	for _, v := range s.Versions[1:] {
		if basis(v.Service, v.Policy) != judged {
			return ""
		}
	}
	if judged == policy.ByPeriod {
		return WholePeriod
	}
	return EachSession
}

// stretch is where minutes of a series are counted: a period of a service.
type stretch struct {
	service string
	span    day.Span
}

func (c *Comparison) compare() {
	tallies := make([]map[stretch]Tally, len(c.Readings))
	all := map[stretch]bool{}
	for i := range c.Readings {
		read := &c.Readings[i]
		tallies[i] = read.Series.tallies()
		for at, t := range tallies[i] {
			read.plus(t)
			all[at] = true
		}
	}
	for _, at := range slices.SortedFunc(maps.Keys(all), stretchOrder) {
		d := Difference{Span: at.span}
		for _, of := range tallies {
			d.Tallies = append(d.Tallies, of[at])
		}
		if slices.ContainsFunc(d.Tallies, d.Tallies[0].differs) {
			d.explain(c.Readings[1].Series, at)
			c.Differences = append(c.Differences, d)
		}
	}
}

func stretchOrder(a, b stretch) int {
	return cmp.Or(cmp.Compare(a.span.First, b.span.First), cmp.Compare(a.span.Last, b.span.Last), cmp.Compare(a.service, b.service))
}

// tallies are the missed minutes by stretch.
func (s *Series) tallies() map[stretch]Tally {
	all := map[stretch]Tally{}
	add := func(v *Version, on day.Day, answer policy.Answer, minutes int) {
		if minutes == 0 {
			return
		}
		at := v.stretch(on)
		t := all[at]
		t.add(answer, minutes)
		all[at] = t
	}
	for i := range s.Periods {
		s.Periods[i].tally(add)
	}
	for i := range s.Slots {
		if slot := &s.Slots[i]; slot.Missed > 0 && slot.Version.Basis == policy.BySession {
			add(slot.Version, slot.Date, slot.Verdict.Answer, slot.Missed)
		}
	}
	return all
}

// tally tells what a period leaves: what was judged as a whole, or the minutes
// for which no session was planned.
func (p *Period) tally(add func(*Version, day.Day, policy.Answer, int)) {
	if p.ByPeriod() {
		add(p.Version, p.Span.First, policy.Yes, p.Owed)
		add(p.Version, p.Span.First, policy.Ask, p.Undecided)
		add(p.Version, p.Span.First, policy.No, p.Excused)
		return
	}
	if p.Over {
		add(p.Version, p.Span.First, p.Version.on(p.Span.Last).to(iep.NotScheduled).Answer, p.NotScheduled)
	}
}

// stretch is the period of a day, or the day where none was promised.
func (v *Version) stretch(on day.Day) stretch {
	if p := v.period(on); p != nil {
		return stretch{v.Service.ID, p.Span}
	}
	return stretch{v.Service.ID, day.Span{First: on, Last: on}}
}

func (v *Version) period(on day.Day) *Period {
	for i := range v.periods {
		if p := &v.periods[i]; p.Span.Holds(on) {
			return p
		}
	}
	return nil
}

// explain lists what the readings count in different ways.
func (d *Difference) explain(s *Series, at stretch) {
	i := slices.IndexFunc(s.Versions, func(v *Version) bool { return v.Service.ID == at.service })
	v := s.Versions[i]
	if p := v.period(at.span.First); p != nil {
		d.Required, d.Delivered = p.Required, p.Delivered
		d.fact(NoSlot, p.Span.Last, p.NotScheduled, "")
		d.fact(ExtraMinutes, p.Span.Last, p.Extra, "")
	}
	slots := inSpan(v.slots, at.span)
	for i := range slots {
		slot := &slots[i]
		switch {
		case slot.State == Unrecorded:
			d.fact(UnknownSlot, slot.Date, slot.Schedule.Minutes, "")
		case slot.Status != calendar.Open && slot.Session == nil:
			d.fact(ClosedDay, slot.Date, slot.Schedule.Minutes, slot.Reason)
		default:
			d.fact(MissedSlot, slot.Date, slot.Missed, slot.Reason)
			d.fact(LongSession, slot.Date, slot.Surplus(), "")
		}
	}
	slices.SortStableFunc(d.Facts, func(a, b Fact) int { return cmp.Compare(a.Date, b.Date) })
}

func (d *Difference) fact(code FactCode, on day.Day, minutes int, reason iep.Reason) {
	if minutes > 0 {
		d.Facts = append(d.Facts, Fact{code, on, minutes, reason})
	}
}
