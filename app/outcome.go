package app

import (
	"time"

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
				parts = append(parts, words.Put("row.pays", "minutes", words.Several("minute", p.Minutes), "day", words.Day(o.Date)))
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

// lateAfter is how many days after a session an entry counts as late.
const lateAfter = 7

// late says how long after the day an entry was first written. What came in
// with a file was not written here: it keeps its own word for that.
func (s *sheet) late(e *history.Entry, on day.Day) string {
	written, err := time.Parse(time.RFC3339, e.First.At)
	if err != nil {
		return ""
	}
	days := int(day.FromTime(written) - on)
	if days <= lateAfter || s.imported(e) {
		return ""
	}
	return words.Put("log.late", "days", words.Several("day", days))
}

// imported says whether an entry came in with a file.
func (s *sheet) imported(e *history.Entry) bool {
	if s.imports == nil {
		s.imports = s.Imports()
	}
	return s.imports.Brought(e)
}

// instant is when an act was written, as people write it.
func instant(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return words.Day(day.FromTime(t)) + ", " + words.Clock(day.At(t.Hour(), t.Minute()))
}
