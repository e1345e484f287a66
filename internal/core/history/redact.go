package history

import (
	"slices"
	"strings"

	"midweek/internal/core/refusal"
)

// RedactReasons are the words for why something was removed. A reason in free
// text could repeat what is to go.
var RedactReasons = []string{"mistake", "private", "asked", "child_removed", "other"}

// Redact removes the bodies of acts; why is one of RedactReasons. Acts that
// redact keep theirs, since without it a missing body would have no reason.
func (h *History) Redact(of []Hash, why string) Change {
	c := Change{Kind: Redact, Because: why}
	for _, hash := range sortedSet(of) {
		c.Of = append(c.Of, string(hash))
	}
	return c
}

func (h *History) checkRedact(c *Change) error {
	if !slices.Contains(RedactReasons, c.Because) {
		return refusal.At("because", refusal.New(refusal.NotAWord, "text", c.Because, "words", strings.Join(RedactReasons, ", ")))
	}
	for _, hash := range c.Of {
		if h.nodes[Hash(hash)] == nil {
			return refusal.New(refusal.NoSuch, "what", "act", "id", hash)
		}
	}
	return nil
}

// Removals are the acts here whose bodies go once acts that Write made are
// stored. It is not for the acts of a merge, whose redactions wait for a yes.
func (h *History) Removals(acts []Act) []Hash {
	var removals []Hash
	for i := range acts {
		if b, err := acts[i].Read(); err == nil && b != nil && b.Kind == Redact {
			removals = append(removals, h.removable(b)...)
		}
	}
	return sortedSet(removals)
}

// removable are those of the acts that a redact names that have a body here,
// and may lose it.
func (h *History) removable(redact *Body) []Hash {
	var hashes []Hash
	for _, hash := range redact.Of {
		if n := h.nodes[Hash(hash)]; n != nil && n.body != nil && n.body.Kind != Redact {
			hashes = append(hashes, Hash(hash))
		}
	}
	return sortedSet(hashes)
}

// remove takes an act's body and salt, and what was kept of them. The act is
// another one from then on: who was handed the old one may be reading it, and an
// earlier fold is a value. It goes with the last of them.
func (h *History) remove(n *node) {
	gone := h.nouns[n.body.Key()]
	gone.lose(n)
	if len(gone.acts) == 0 {
		delete(h.nouns, gone.key)
		h.order = slices.DeleteFunc(h.order, func(o *noun) bool { return o == gone })
	}
	bare := *n.act
	bare.Salt, bare.Body = nil, nil
	n.act, n.body, n.decoded = &bare, nil, decoded{}
	h.sorted, h.folded = false, nil
}

// Asked is a redaction that was written elsewhere and not carried out here.
type Asked struct {
	Act *Act   // the act that redacts
	Of  []Hash // those of the acts it names that still have their body here; for Redact
}

// Asked are the redactions that wait for a yes, by the order of writing. A yes
// is an own Redact of the same acts.
func (h *History) Asked() []Asked {
	var asked []Asked
	for _, n := range slices.SortedFunc(slices.Values(h.redacts), byTime) {
		if of := h.removable(n.body); len(of) > 0 {
			asked = append(asked, Asked{n.act, of})
		}
	}
	return asked
}

// ActsAbout are the readable acts that concern a child alone, and those that
// concern others too, by device and number.
func (h *History) ActsAbout(child string) (alone, shared []*Act) {
	for _, a := range h.Acts() {
		b := h.nodes[a.Hash()].body
		switch {
		case b == nil || !slices.Contains(b.Children, child):
		case len(b.Children) == 1:
			alone = append(alone, a)
		default:
			shared = append(shared, a)
		}
	}
	return alone, shared
}
