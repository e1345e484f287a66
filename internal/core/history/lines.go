package history

import "slices"

// A Line is one act on an entry, as a person reads the entry's history.
type Line struct {
	Act     *Act
	Body    *Body  // nil: what it said was removed
	Before  []*Act // the readable acts that it replaces; none for the first
	Holds   bool   // nothing replaces it; several that differ are a conflict
	Counts  bool   // of those the one whose value counts
	Undone  *Act   // the undo that took it back and holds itself; nil when none does
	Redoes  bool   // it takes back an undo
	Removed *Act   // what removed its body; nil while it has one
}

// Lines is an entry's whole history, as EntryActs has it, with the acts whose
// body was removed among them, as far as what they replaced, or what replaced
// them, tells that they were on this entry. It is nil when nothing of the entry
// can be read.
func (h *History) Lines(k Key) []Line {
	n := h.nouns[k]
	if n == nil {
		return nil
	}
	undone := n.undone()
	ends := n.ends()
	var counts *node
	if h.read != nil {
		h.Fold(h.read)
		counts = n.counts
	}
	lines := make([]Line, 0, len(n.acts))
	for _, a := range h.told(n) {
		l := Line{Act: a.act, Body: a.body, Before: a.replaced(), Holds: slices.Contains(ends, a), Counts: a == counts}
		if u := undone[a]; u != nil {
			l.Undone = u.act
		}
		if a.body == nil {
			l.Removed = h.removedBy(a)
		} else if a.body.Kind == Undo {
			back := n.takenBack(a)
			l.Redoes = back != nil && back.body.Kind == Undo
		}
		lines = append(lines, l)
	}
	return lines
}

// undone are the acts of a noun that an undo took back which was not taken back
// itself. An undo is written later on the same device, so the last one holds.
func (n *noun) undone() map[*node]*node {
	found := map[*node]*node{}
	undos := slices.DeleteFunc(slices.Clone(n.acts), func(a *node) bool { return a.body.Kind != Undo })
	slices.SortFunc(undos, byNumber)
	for _, u := range slices.Backward(undos) {
		back := n.takenBack(u)
		if back != nil && back.act.N < u.act.N && found[u] == nil && found[back] == nil {
			found[back] = u
		}
	}
	return found
}

// told are the acts on a noun by the order of writing, but none before what it
// replaces, those without a body among them.
func (h *History) told(n *noun) []*node {
	on := h.bare(n)
	all := append(slices.Clone(n.acts), on...)
	slices.SortFunc(all, byTime)
	var list []*node
	waits := make(map[*node]bool, len(all))
	for _, a := range all {
		waits[a] = true
	}
	var add func(*node)
	add = func(a *node) {
		if !waits[a] {
			return
		}
		waits[a] = false
		for _, prior := range a.priors {
			add(prior)
		}
		list = append(list, a)
	}
	for _, a := range all {
		add(a)
	}
	return list
}

// bare are the acts without a body that stand in line with a noun's: what they
// replaced or what replaced them is on it. They lead on to each other.
func (h *History) bare(n *noun) []*node {
	next := map[*node][]*node{}
	for _, a := range h.nodes {
		if a.body == nil {
			for _, prior := range a.priors {
				next[prior] = append(next[prior], a)
			}
		}
	}
	found := map[*node]bool{}
	waiting := slices.Clone(n.acts)
	for len(waiting) > 0 {
		a := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		for _, beside := range append(next[a], a.priors...) {
			if beside.body == nil && !found[beside] {
				found[beside] = true
				waiting = append(waiting, beside)
			}
		}
	}
	list := make([]*node, 0, len(found))
	for a := range found {
		list = append(list, a)
	}
	return list
}

// replaced are the readable acts that an act replaces: a removed one is passed
// through.
func (n *node) replaced() []*Act {
	var found []*Act
	passed := map[*node]bool{}
	var back func(*node)
	back = func(a *node) {
		for _, prior := range a.priors {
			switch {
			case passed[prior]:
			case prior.body != nil:
				found = append(found, prior.act)
			default:
				passed[prior] = true
				back(prior)
			}
			passed[prior] = true
		}
	}
	back(n)
	return found
}

// removedBy is the first act that names an act for removal; nil when none here
// does.
func (h *History) removedBy(n *node) *Act {
	hash := string(n.act.Hash())
	for _, r := range slices.SortedFunc(slices.Values(h.redacts), byTime) {
		if slices.Contains(r.body.Of, hash) {
			return r.act
		}
	}
	return nil
}

// RemovedBy are the acts that lost their body by an act that redacts, with
// those that are not here left out, by the order of writing.
func (h *History) RemovedBy(redact *Act) []*Act {
	body, err := redact.Read()
	if err != nil || body == nil || body.Kind != Redact {
		return nil
	}
	var nodes []*node
	for _, hash := range body.Of {
		if n := h.nodes[Hash(hash)]; n != nil && n.body == nil && !slices.Contains(nodes, n) {
			nodes = append(nodes, n)
		}
	}
	slices.SortFunc(nodes, byTime)
	acts := make([]*Act, 0, len(nodes))
	for _, n := range nodes {
		acts = append(acts, n.act)
	}
	return acts
}
