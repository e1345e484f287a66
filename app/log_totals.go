package app

import "midweek/internal/core/ledger"

// logTotals add up the rows that the log shows.
type logTotals struct {
	planned ledger.Tally
	beside  int // minutes of make-ups, extra sessions and rows without a planned session
	group   int // minutes in a larger group than the plan says
}

func (t *logTotals) add(r *logRow) {
	if r.Struck != "" {
		return
	}
	if r.slot != nil {
		t.planned.Add(r.slot)
	} else {
		t.beside += r.Given
	}
	if r.Group {
		t.group += r.Given
	}
}

// text says the totals, a sentence for each. Where sessions are not filled in,
// what was given and missed is a range. What is struck counts in none.
func (t *logTotals) text() []string {
	list := []string{}
	p := &t.planned
	if p.Sessions > 0 {
		list = append(list, words.Put("totals.planned",
			"sessions", words.Several("session", p.Sessions), "minutes", words.Several("minute", p.Planned),
			"given", words.Between("plain", p.Given, p.Given+p.Unknown), "missed", words.Between("plain", p.Missed, p.Missed+p.Unknown)))
	}
	if p.NotFilledIn > 0 {
		list = append(list, words.Put("totals.unknown", "unknown", words.Several("unknown", p.NotFilledIn)))
	}
	if t.beside > 0 {
		list = append(list, words.Put("totals.beside", "minutes", words.Several("minute", t.beside)))
	}
	if t.group > 0 {
		list = append(list, words.Put("totals.group", "minutes", words.Several("minute", t.group)))
	}
	return list
}
