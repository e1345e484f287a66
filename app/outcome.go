package app

import (
	"time"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// slotState is the state of a planned session as the window shows it: colour,
// glyph and word go by it.
func slotState(slot *ledger.Slot) string {
	switch {
	case slot.Unsure != nil:
		return "not_sure"
	case slot.Missed > 0 && slot.Given > 0:
		return "partial"
	case slot.Session == nil && slot.Status != calendar.Open:
		return "closed"
	case slot.Missed > 0:
		return "missed"
	case slot.State == ledger.Settled:
		return "given"
	case slot.State == ledger.Unrecorded:
		return notFilledIn
	}
	return "planned"
}

// slotText is that state in words.
func slotText(slot *ledger.Slot) string {
	state := slotState(slot)
	return words.Put("slot."+state, "given", words.Several("minute", slot.Given), "planned", words.Several("minute", slot.Schedule.Minutes),
		"missed", words.Several("minute", slot.Missed), "reason", words.Reason(slot.Reason))
}

// rowState is the state of a row without a planned session.
func rowState(row *iep.Session) string {
	switch {
	case row.Status == iep.Missed:
		return "missed"
	case row.Status == iep.Unsure:
		return "not_sure"
	case row.Kind == iep.Makeup:
		return "made_up"
	case row.Status == iep.Partial:
		return "partial"
	}
	return "given"
}

func outcomeText(row *iep.Session) string {
	code := "row." + string(row.Kind) + "." + string(row.Status)
	if row.Status == iep.Delivered && row.Minutes == nil {
		code = "row.given"
	}
	return words.Put(code, "given", words.Several("minute", row.Given()), "reason", words.Reason(row.Reason))
}

// pays says what a make-up settles.
func (s *sheet) pays(series *ledger.Series, row *iep.Session) string {
	var parts []string
	for _, o := range series.Obligations {
		for _, p := range o.Paid {
			if p.SessionID == row.ID {
				parts = append(parts, words.Put("row.pays", "minutes", words.Several("minute", p.Minutes), "day", missedOn(o)))
			}
		}
	}
	for _, p := range series.Unapplied {
		if p.SessionID == row.ID {
			parts = append(parts, words.Put("row.loose", "minutes", words.Several("minute", p.Minutes), "why", words.Why(p.Why)))
		}
	}
	return words.And(parts)
}

func (s *sheet) seriesOf(serviceID string) *ledger.Series {
	for _, series := range s.Ledger.Series {
		for _, v := range series.Versions {
			if v.Service.ID == serviceID {
				return series
			}
		}
	}
	return nil
}

func (s *sheet) entryOf(id string) *history.Entry {
	if s.Folded == nil {
		return nil
	}
	return s.Folded.Entries[history.Key{Noun: history.Session, ID: id}]
}

// written says when a row was first written, and when it was corrected: written
// Tue Mar 11, 2025, corrected Thu Mar 13, 2025. Empty before the acts are read.
func written(w binder.Written) string {
	var text string
	switch {
	case w.First != day.None:
		text = words.Put("log.written", "day", words.Day(w.First))
	case w.Brought != day.None:
		text = words.Put("log.brought", "day", words.Day(w.Brought))
	}
	if w.Corrected != day.None {
		text += ", " + words.Put("log.corrected", "day", words.Day(w.Corrected))
	}
	return text
}

// later labels a row that was first written long after its day: entered 19 days
// later.
func later(w binder.Written) string {
	if w.Later == 0 {
		return ""
	}
	return words.Put("log.late", "days", words.Several("day", w.Later))
}

func (s *sheet) written(row *iep.Session) binder.Written { return s.Written(s.brought(), row) }

func (s *sheet) brought() binder.Imports {
	if s.imports == nil && s.Folded != nil {
		s.imports = s.Imports()
	}
	return s.imports
}

// imported says whether an entry came in with a file.
func (s *sheet) imported(e *history.Entry) bool { return s.brought().Brought(e) }

// instant is when an act was written, as people write it.
func instant(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return words.Day(day.FromTime(t)) + ", " + words.Clock(day.At(t.Hour(), t.Minute()))
}
