package binder

import (
	"slices"
	"strings"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// A Redaction is what removing the words of an entry for good would remove.
type Redaction struct {
	Acts    []*history.Act // that lose their words, by the order of writing
	Goes    []Need         // entries that refer to it: gone with it, or, where Loose, corrected
	Stays   *history.Entry // what the entry says afterwards; nil: nothing of it can be read
	Refused error          // why it cannot be done; nil when it can
}

// Redaction looks at what removing would do, and changes nothing. With no acts
// chosen it is the entry's whole history, and that of what refers to it.
func (b *Binder) Redaction(k history.Key, only []history.Hash) (*Redaction, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	r, changes := b.redaction(k, only, history.RedactReasons[0])
	if len(r.Acts) == 0 {
		return nil, refusal.New(refusal.Gone)
	}
	raw, err := b.raw(changes)
	if err != nil {
		return nil, err
	}
	after, err := b.history.Foretell(b.env.Writer, b.env.Now(), raw, b.env.Read)
	if err != nil {
		return nil, err
	}
	r.Stays, r.Refused = after.Entries[k], holds(raw, b.folded, after)
	return r, nil
}

// redaction is what goes, and the changes that do it. What refers to the entry
// matters only when all of its words go.
func (b *Binder) redaction(k history.Key, only []history.Hash, why string) (*Redaction, []Change) {
	r := &Redaction{}
	e := b.folded.Entries[k]
	if e == nil {
		return r, nil
	}
	r.Acts = chosen(b.history.EntryActs(k), only)
	if len(r.Acts) < len(b.history.EntryActs(k)) {
		return r, []Change{removing(r.Acts, why)}
	}
	if e.State != history.Withdrawn {
		r.Goes = needs(b.folded, k)
	}
	var changes []Change
	for _, n := range r.Goes {
		if n.Loose {
			changes = append(changes, b.released(n.Entry, gone(k, r.Goes), ""))
		} else {
			r.Acts = append(r.Acts, b.history.EntryActs(n.Key)...)
		}
	}
	return r, append(changes, removing(r.Acts, why))
}

// chosen are those of the acts that were chosen; all of them when none was.
func chosen(acts []*history.Act, only []history.Hash) []*history.Act {
	if len(only) == 0 {
		return acts
	}
	return slices.DeleteFunc(slices.Clone(acts), func(a *history.Act) bool { return !slices.Contains(only, a.Hash()) })
}

// removing is the change that removes acts' words; it is about no noun.
func removing(acts []*history.Act, why string) Change {
	c := Change{Kind: history.Redact, Because: why}
	for _, a := range acts {
		c.Of = append(c.Of, string(a.Hash()))
	}
	slices.Sort(c.Of)
	c.Of = slices.Compact(c.Of)
	return c
}

// Redact removes for good what acts of an entry say, as Redaction foretold it;
// why is one of history.RedactReasons. Who wrote and when stays. Afterwards its
// attachments are deleted and the file is written anew.
func (b *Binder) Redact(k history.Key, only []history.Hash, why string) (*Removed, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	r, changes := b.redaction(k, only, why)
	if len(r.Acts) == 0 {
		return nil, refusal.New(refusal.Gone)
	}
	attached := b.attached(hashesOf(r.Acts))
	if err := b.do(changes...); err != nil {
		return nil, err
	}
	b.last = nil
	return &Removed{len(r.Acts), b.detach(attached), b.env.Store.Shrink()}, nil
}

// Confirm refuses a removal for which something else was typed than was asked
// for.
func Confirm(typed, asked string) error {
	if strings.TrimSpace(typed) != strings.TrimSpace(asked) {
		return refusal.At("typed", refusal.New(refusal.NotConfirmed, "text", asked))
	}
	return nil
}
