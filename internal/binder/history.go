package binder

import (
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// A Story is an entry with its whole history.
type Story struct {
	Lines []history.Line
	Entry *history.Entry // nil: nothing of it can be read
	Needs []Need         // what refers to it
}

// Story is the history of an entry. One that never was, or of which nothing
// can be read any more, has no lines.
func (b *Binder) Story(k history.Key) (*Story, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	s := &Story{Lines: b.history.Lines(k), Entry: b.folded.Entries[k]}
	if s.Entry != nil && s.Entry.State != history.Withdrawn {
		s.Needs = needs(b.folded, k)
	}
	return s, nil
}

// Act is one act by its hash, with what it replaced; nil when it is not here.
func (b *Binder) Act(hash history.Hash) (*history.Act, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	act, found := b.history.Act(hash)
	if !found {
		return nil, refusal.New(refusal.NoSuch, "what", "act", "id", string(hash))
	}
	return act, nil
}

// Recent are all deeds, the newest first, with what can be done about each.
func (b *Binder) Recent() ([]history.Recent, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	return b.history.Recent(b.env.Writer.Device, b.env.Writer.Author), nil
}

// RemovedBy are the acts whose words went by an act that removes.
func (b *Binder) RemovedBy(redact *history.Act) ([]*history.Act, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	return b.history.RemovedBy(redact), nil
}

// Here says whether an act was written on this computer, as it is known now.
func (b *Binder) Here(a *history.Act) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return a.Device == b.env.Writer.Device
}

// Did is what a deed did, as a person would tell it.
func Did(d *history.Deed) []history.What { return told(d.What()) }
