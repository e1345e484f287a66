package app

import (
	"midweek/internal/core/ledger"
)

// An OwedOpening is what the school year began with, by agreement; empty where
// nothing was carried on.
type OwedOpening struct {
	Text  string `json:"text"`
	Why   string `json:"why"`
	Child string `json:"child"` // whose statement it is
}

// opening tells what a series brought into its latest school year.
func opening(series *ledger.Series) OwedOpening {
	o := series.Opening()
	if o == nil || o.Minutes() == 0 {
		return OwedOpening{}
	}
	v := OwedOpening{
		Text:  words.Put("opening.text", "minutes", words.Several("minute", o.Minutes()), "day", words.Day(o.First)),
		Why:   words.Put("opening.why", "agreed", agreedText(o.Agreed)),
		Child: series.ChildID,
	}
	if left := o.Left(); left == 0 {
		v.Text += " " + words.Put("opening.none_left")
	} else {
		v.Text += " " + words.Put("opening.left", "minutes", words.Several("minute", left))
	}
	if older := series.Since(o).Older; older > 0 {
		v.Why += " " + words.Put("opening.older", "minutes", words.Several("minute", older))
	}
	return v
}

// since are the sums of a series from its latest opening on; without one all of
// them.
func since(series *ledger.Series) ledger.Since { return series.Since(series.Opening()) }

// A part tells which lines belong to a sum since the latest opening.
type part struct{ opening *ledger.Opening }

// of is what a line has in the sums; one that is not to make up has nothing.
func (p part) of(l *ledger.Line) ledger.Since {
	if !l.ToMakeUp() {
		return ledger.Since{}
	}
	return p.opening.Part(l.Obligation)
}

func (p part) brought(l *ledger.Line) bool { return p.of(l).Brought > 0 }

func (p part) older(l *ledger.Line) bool { return p.of(l).Older > 0 }

func (p part) missed(l *ledger.Line) bool { return p.of(l).Missed > 0 }

func (p part) madeUp(l *ledger.Line) bool { return p.of(l).MadeUp > 0 }

// word is the code by which a sum is named: since an opening it counts from
// there.
func (p part) word(code string) string {
	if p.opening != nil && (code == "missed" || code == "made_up") {
		return code + "_since"
	}
	return code
}
