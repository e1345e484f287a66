package history

import "slices"

// A Chance says whether a deed can be taken back now, by this author on this
// device, and else why not.
type Chance string

// The chances of a deed.
const (
	Offered   Chance = "offered"    // Undo takes it back next
	Again     Chance = "again"      // an undo that Redo takes back next
	TakenBack Chance = "taken_back" // an undo took it back already
	Restored  Chance = "restored"   // taken back, and done again by Recent.By
	LaterOne  Chance = "later_one"  // another deed goes first: Recent.By
	Elsewhere Chance = "elsewhere"  // another author's, or another device's
	Lasting   Chance = "lasting"    // it removed something, or it left the house
	InTheWay  Chance = "in_the_way" // Recent.Blockers are in the way
	Passed    Chance = "passed"     // an undo after which something else was done
)

// A Recent is a deed with its chance.
type Recent struct {
	*Deed
	Chance   Chance
	By       *Deed     // of TakenBack the undo, of Restored the redo, of LaterOne what goes first
	Blockers []Blocker // of InTheWay
}

// Recent are all deeds that can be read, the newest first, with what an author
// on a device can do about each.
func (h *History) Recent(device, author string) []Recent {
	var all []Recent
	for _, of := range h.devices() {
		deeds := h.deedsOf(of)
		taken, again := turned(deeds)
		c := chances{history: h, device: device, author: author}
		if of == device {
			c.done, c.undone = stacksOf(deeds, author)
		}
		for _, d := range deeds {
			all = append(all, c.of(d, taken[d], again[d]))
		}
	}
	slices.SortStableFunc(all, func(a, b Recent) int { return byTime(b.nodes[0], a.nodes[0]) })
	return all
}

// turned are the deeds that an undo in force takes back, and those that a redo
// in force brings back. An undo comes after what it takes back, so that the last
// one is in force.
func turned(deeds []*Deed) (taken, again map[*Deed]*Deed) {
	taken, again = map[*Deed]*Deed{}, map[*Deed]*Deed{}
	for _, d := range slices.Backward(deeds) {
		if d.of == nil || taken[d] != nil {
			continue
		}
		if taken[d.of] == nil {
			taken[d.of] = d
		}
		if done := d.Done(); d.Redoes() && again[done] == nil {
			again[done] = d
		}
	}
	return taken, again
}

// chances are what an author on a device can take back and do again.
type chances struct {
	history        *History
	device, author string
	done, undone   []*Deed
}

func (c *chances) of(d, taken, again *Deed) Recent {
	r := Recent{Deed: d}
	switch {
	case taken != nil:
		r.Chance, r.By = TakenBack, taken
	case again != nil:
		r.Chance, r.By = Restored, again
	case d.lasting():
		r.Chance = Lasting
	case d.Author != c.author || d.Device != c.device:
		r.Chance = Elsewhere
	case slices.Contains(c.done, d):
		c.next(&r, c.done, Offered)
	case slices.Contains(c.undone, d):
		c.next(&r, c.undone, Again)
	default:
		r.Chance = Passed
	}
	return r
}

// next says of a deed among others whether it is the next one.
func (c *chances) next(r *Recent, deeds []*Deed, chance Chance) {
	if top := deeds[len(deeds)-1]; top != r.Deed {
		r.Chance, r.By = LaterOne, top
		return
	}
	r.Chance = chance
	if r.Blockers = c.history.blockers(r.Deed); len(r.Blockers) > 0 {
		r.Chance = InTheWay
	}
}

// Keys are the nouns of the deed that can be read, each once, in order.
func (d *Deed) Keys() []Key {
	var keys []Key
	seen := map[Key]bool{}
	for _, n := range d.nodes {
		if k := n.body.Key(); n.body.Kind != Redact && !seen[k] {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	return keys
}

// Because is the reason that was given with the deed; empty for none. What
// removes texts has a code there, and no person's words.
func (d *Deed) Because() string {
	if first := d.nodes[0].body; first.Kind != Redact {
		return first.Because
	}
	return ""
}

// Redacts are the acts of the deed that remove texts.
func (d *Deed) Redacts() []*Act {
	var acts []*Act
	for _, n := range d.nodes {
		if n.body.Kind == Redact {
			acts = append(acts, n.act)
		}
	}
	return acts
}

// Children are the children that the deed concerns, sorted; none: the family.
func (d *Deed) Children() []string {
	var all []string
	for _, n := range d.nodes {
		all = append(all, n.body.Children...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Redoes says whether the deed does again what an undo took back.
func (d *Deed) Redoes() bool {
	steps := 0
	for of := d.of; of != nil; of = of.of {
		steps++
	}
	return steps > 0 && steps%2 == 0
}
