package binder

import (
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// Decide writes the team's answer to missed sessions, by the keys of their
// slots: one deed. What was decided was not decided tomorrow.
func (b *Binder) Decide(keys []string, answer iep.Decision) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	if answer.DecidedOn > book.Today {
		return refusal.At("on", refusal.New(refusal.NotYet, "day", answer.DecidedOn.String()))
	}
	found, err := find(book.Ledger, keys)
	if err != nil {
		return err
	}
	changes := make([]Change, 0, len(found))
	for _, slot := range found {
		if slot.Missed == 0 {
			return refusal.New(refusal.NoSuch, "what", "missed session", "id", Key(slot))
		}
		d := answer
		d.ID, d.ServiceID, d.ScheduleID, d.Date = b.newID(), slot.Version.Service.ID, slot.Schedule.ID, slot.Date
		changes = append(changes, Change{
			Kind: history.Add, Noun: history.Decision, ID: d.ID, Children: []string{slot.Version.Plan.ChildID}, Value: &d,
		})
	}
	return b.do(changes...)
}

// WithdrawDecision takes back an answer of the team that was written down by
// mistake.
func (b *Binder) WithdrawDecision(id string) error {
	return b.Withdraw(history.Key{Noun: history.Decision, ID: id}, "")
}
