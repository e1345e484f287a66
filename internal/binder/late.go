package binder

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
)

// NotStarted are the sessions of a service on open days before a day, of which
// nothing is written.
func (b *Book) NotStarted(service string, first day.Day) []*ledger.Slot {
	var open []*ledger.Slot
	for _, series := range b.Ledger.Series {
		for i := range series.Slots {
			slot := &series.Slots[i]
			if slot.Version.Service.ID == service && slot.Date < first && slot.Status == calendar.Open && slot.Entry() == nil {
				open = append(open, slot)
			}
		}
	}
	return open
}

// LateStart writes, in one deed, that the sessions planned before the first
// one given were missed because the service had not begun. The service keeps
// its first day, as the plan has it; what is filled in already stays.
func (b *Binder) LateStart(service string, first day.Day) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	if first > book.Today {
		return refusal.At("first", refusal.New(refusal.NotYet, "day", first.String()))
	}
	open := book.NotStarted(service, first)
	if len(open) == 0 {
		return refusal.At("first", refusal.New(refusal.NoneBefore, "day", first.String()))
	}
	changes := make([]Change, 0, len(open))
	for _, slot := range open {
		changes = append(changes, b.fill(slot, Outcome{Status: iep.Missed, Reason: iep.ServiceNotStarted}))
	}
	return b.do(changes...)
}
