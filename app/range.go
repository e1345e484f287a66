package app

import (
	"midweek/internal/binder"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// A Dated is a session that a number leads to, by the key of its slot or row.
type Dated struct {
	Key  string `json:"key"`
	On   Day    `json:"on"`
	Text string `json:"text"` // 30 minutes, not sure
}

// daysShort are the sessions of a line's period that were not given in full, or
// are not filled in.
func (s *sheet) daysShort(l *ledger.Line) []Dated {
	list := []Dated{}
	if l.Obligation.Period == nil {
		return list // minutes from before the record have no days in it
	}
	series := s.Ledger.Find(l.Version.Service.Series(), l.Version.Plan.ChildID)
	for i := range series.Slots {
		slot := &series.Slots[i]
		switch {
		case slot.Version != l.Version || !l.Obligation.Period.Span.Holds(slot.Date):
		case slot.State == ledger.Unrecorded:
			list = append(list, Dated{binder.Key(slot), aboutDay(slot.Date, slot.Unsure), words.Put("owed.day_unknown")})
		case slot.Missed > 0:
			list = append(list, Dated{binder.Key(slot), aboutDay(slot.Date, rowOf(slot)),
				words.Put("owed.short_day", "minutes", words.Several("minute", slot.Missed), "reason", words.Reason(slot.Reason))})
		}
	}
	return list
}

// unfilled are the sessions that nobody has filled in, or could not tell of.
func unfilled(series *ledger.Series) []Dated {
	list := []Dated{}
	for i := range series.Slots {
		slot := &series.Slots[i]
		if slot.State != ledger.Unrecorded {
			continue
		}
		text := words.Several("minute", slot.Schedule.Minutes)
		if slot.Unsure != nil {
			text += ", " + words.Put("unknown.not_sure")
		}
		list = append(list, Dated{binder.Key(slot), aboutDay(slot.Date, slot.Unsure), text})
	}
	return list
}

// rowKey names a session in the log: by its slot, else by its row.
func rowKey(slot *ledger.Slot, row *iep.Session) string {
	if slot != nil {
		return binder.Key(slot)
	}
	return row.ID
}

// headline is what is left to make up, and what may change it.
func headline(r ledger.Range) string {
	low, high := r.Of(openOwed)
	code := "owed.headline"
	if low < high {
		code = "owed.headline_range"
	}
	return words.Put(code, "minutes", words.Between("minute", low, high), "unknown", words.Several("unknown", r.Unknown))
}

// ends say what was given and missed if all that is not filled in took place,
// and if none of it did.
func ends(r ledger.Range) string {
	if r.Unknown == 0 {
		return ""
	}
	given, missed := delivered, (*ledger.Series).Missed
	return words.Put("unknown.ends",
		"given", words.Several("minute", given(r.AllGiven)), "missed", words.Several("minute", missed(r.AllGiven)),
		"less", words.Several("minute", given(r.AllMissed)), "more", words.Several("minute", missed(r.AllMissed)))
}

// The numbers of a series that sessions not filled in may change.
func delivered(s *ledger.Series) int { return s.Summary.Delivered }
func toMakeUp(s *ledger.Series) int  { return s.Summary.Owed }
func madeUp(s *ledger.Series) int    { return s.Summary.MadeUp }
func openOwed(s *ledger.Series) int  { return s.Summary.OpenOwed }
func toAsk(s *ledger.Series) int     { return s.Summary.Undecided }
func banked(s *ledger.Series) int    { return s.Summary.Banked }
func loose(s *ledger.Series) int     { return s.Summary.Unapplied }
