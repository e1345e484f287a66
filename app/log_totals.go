package app

import (
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// logTotals add up the rows that the log shows. Minutes with the child and those
// of consultation are never one sum.
type logTotals struct {
	direct, consult             ledger.Listed
	besideDirect, besideConsult int // minutes of make-ups, extra sessions and rows without a planned session
	group                       int // minutes in a larger group than the plan says
}

// add adds a row. What is struck counts in no sum.
func (t *logTotals) add(r *logRow) {
	if r.Struck != "" {
		return
	}
	planned, beside := &t.direct, &t.besideDirect
	if r.mode == iep.Consult {
		planned, beside = &t.consult, &t.besideConsult
	}
	if r.slot != nil {
		planned.Add(r.slot)
	} else {
		*beside += r.Given
	}
	if r.Group {
		t.group += r.Given
	}
}

// text says the totals, a sentence for each. Where sessions are not filled in,
// what was given and missed is a range.
func (t *logTotals) text() []string {
	list := []string{}
	minutes := func(code string, n int) {
		if n > 0 {
			list = append(list, words.Put(code, "minutes", words.Several("minute", n)))
		}
	}
	list = append(list, listedText("totals.planned", t.direct)...)
	minutes("totals.beside", t.besideDirect)
	list = append(list, listedText("totals.consult", t.consult)...)
	minutes("totals.beside_consult", t.besideConsult)
	if n := t.direct.NotFilledIn + t.consult.NotFilledIn; n > 0 {
		list = append(list, words.Put("totals.unknown", "unknown", words.Several("unknown", n)))
	}
	minutes("totals.group", t.group)
	return list
}

func listedText(code string, t ledger.Listed) []string {
	if t.Sessions == 0 {
		return nil
	}
	return []string{words.Put(code, "sessions", words.Several("session", t.Sessions), "minutes", words.Several("minute", t.Planned),
		"given", words.Between("plain", t.Given, t.Given+t.Unknown), "missed", words.Between("plain", t.Missed, t.Missed+t.Unknown))}
}
