package history

import (
	"fmt"
	"slices"
)

// A noun is all readable acts on one thing, and what follows from them.
type noun struct {
	key   Key
	acts  []*node // by the order of writing
	heads []*node // what no act replaces, by the order of writing
	stale bool    // heads are to be found anew
	order string  // sorts the nouns; of the first act
	entry *Entry  // of the last fold, nil once an act came or went
	standing
}

func (n *noun) take(act *node) {
	n.acts = append(n.acts, act)
	if len(n.acts) > 1 && byTime(n.acts[len(n.acts)-2], act) > 0 {
		slices.SortFunc(n.acts, byTime)
	}
	n.changed()
}

// lose forgets an act whose body was removed.
func (n *noun) lose(act *node) {
	n.acts = slices.DeleteFunc(n.acts, func(a *node) bool { return a == act })
	if len(n.acts) > 0 {
		n.changed()
	}
}

func (n *noun) changed() {
	n.stale, n.entry = true, nil
	n.order = orderOf(n.acts[0])
}

// orderOf writes the place of an act among all as text that sorts alike: its
// instant, device, number and hash.
func orderOf(n *node) string {
	const beforeAll = 62_200_000_000 // seconds, so that no year is below zero
	return fmt.Sprintf("%012d %s %09d %s", n.at+beforeAll, n.act.Device, n.act.N, n.act.Hash())
}

// ends are the heads of the noun: the acts that no other readable one leads
// back to. A redacted act is passed through and replaces nothing by itself.
func (n *noun) ends() []*node {
	if !n.stale {
		return n.heads
	}
	n.stale = false
	if len(n.acts) == 1 {
		n.heads = n.acts[:1:1]
		return n.heads
	}
	passed := map[*node]bool{}
	var back func(act *node)
	back = func(act *node) {
		for _, prior := range act.priors {
			if !passed[prior] {
				passed[prior] = true
				back(prior)
			}
		}
	}
	for _, act := range n.acts {
		back(act)
	}
	n.heads = slices.DeleteFunc(slices.Clone(n.acts), func(a *node) bool { return passed[a] })
	return n.heads
}

// names are the heads as hashes, sorted.
func (n *noun) names() []Hash {
	names := make([]Hash, 0, len(n.ends()))
	for _, head := range n.ends() {
		names = append(names, head.act.Hash())
	}
	slices.Sort(names)
	return names
}
