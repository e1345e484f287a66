package ledger

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// Compute is the ledger of a checked record as of a day. It fails only with a
// refusal of a rule that plans more than the program can hold.
func Compute(r *record.Record, asOf day.Day) (*Ledger, error) {
	return compute(r, asOf, func(*Version) {})
}

// compute is Compute, with something done to each version when its slots are
// planned.
func compute(r *record.Record, asOf day.Day, opened func(*Version)) (*Ledger, error) {
	accounts, err := open(r, asOf, opened)
	if err != nil {
		return nil, err
	}
	l := &Ledger{AsOf: asOf}
	for _, a := range accounts {
		a.compute()
		l.Series = append(l.Series, &a.Series)
	}
	return l, nil
}

// compute computes an account that was opened.
func (a *account) compute() {
	a.account = a
	a.opened = opening{len(a.giving), len(a.Warnings)}
	a.lay()
	a.matchLog()
	a.promise()
	a.judge()
	a.run()
	a.carry()
	a.sum()
}

// An account is a series while it is being computed.
type account struct {
	Series
	asOf      day.Day
	opened    opening
	supposed  iep.Status // of what is not filled in; empty to leave it so
	giving    []giving   // make-ups and extras
	decided   []*iep.Decision
	decisions map[day.Day][]*iep.Decision // the same, by day
	summers   []*calendar.ESYWindow
	agreed    []Opening // as agreed, in order; nothing taken yet
	timeline
}
