package history

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A History is all the acts of one record. It is not safe for use by several
// goroutines at once.
type History struct {
	record  string
	nodes   map[Hash]*node
	chains  map[string][]*node // by device; each by number, then hash
	heads   map[Hash]*node     // the ends of the chains
	redacts []*node            // those that can be read
	late    []Hash
	nouns   map[Key]*noun
	order   []*noun // the nouns in the order of their first acts, once sorted
	sorted  bool
	walks   int     // how many walks were made
	read    Reader  // of the last fold
	folded  *Folded // the last fold, nil once something came or went
}

// A node is an act in its place among the others.
type node struct {
	act      *Act
	body     *Body // nil once redacted
	at       int64 // when it was written, in seconds
	prev     *node
	priors   []*node
	seen     []*node
	followed bool // by an act of its chain
	walk     int  // the last walk that came by; see unseen
	decoded  decoded
}

// New is the history of a record in which nothing was written yet.
func New(recordID string) *History {
	return &History{
		record: recordID, nodes: map[Hash]*node{}, chains: map[string][]*node{}, heads: map[Hash]*node{},
		nouns: map[Key]*noun{}, sorted: true,
	}
}

// RecordID is the id of the record.
func (h *History) RecordID() string { return h.record }

// Len is how many acts there are.
func (h *History) Len() int { return len(h.nodes) }

// Act is the act with a hash.
func (h *History) Act(hash Hash) (*Act, bool) {
	if n := h.nodes[hash]; n != nil {
		return n.act, true
	}
	return nil, false
}

// Acts are all acts, by device, then number, then hash.
func (h *History) Acts() []*Act {
	all := make([]*Act, 0, len(h.nodes))
	for _, device := range h.devices() {
		for _, n := range h.chains[device] {
			all = append(all, n.act)
		}
	}
	return all
}

func (h *History) devices() []string { return slices.Sorted(maps.Keys(h.chains)) }

// Heads are the last acts of every chain, sorted. They stand for all acts: two
// histories of a record with the same heads hold the same acts.
func (h *History) Heads() []Hash { return slices.Sorted(maps.Keys(h.heads)) }

// place puts checked nodes, linked already, into the indexes.
func (h *History) place(nodes []*node) {
	for _, n := range nodes {
		h.nodes[n.act.Hash()] = n
		h.append(n)
		if n.prev != nil {
			n.prev.followed = true
			delete(h.heads, n.act.Prev)
		}
		if n.isLate() {
			h.late = append(h.late, n.act.Hash())
		}
		h.index(n)
	}
	for _, n := range nodes {
		if !n.followed {
			h.heads[n.act.Hash()] = n
		}
	}
	slices.Sort(h.late)
	h.folded = nil
}

// append puts an act into its chain, nearly always at the end.
func (h *History) append(n *node) {
	chain := h.chains[n.act.Device]
	at := len(chain)
	if at > 0 && byNumber(chain[at-1], n) > 0 {
		at, _ = slices.BinarySearchFunc(chain, n, byNumber)
	}
	h.chains[n.act.Device] = slices.Insert(chain, at, n)
}

// index notes what a readable act is about.
func (h *History) index(n *node) {
	switch {
	case n.body == nil:
	case n.body.Kind == Redact:
		h.redacts = append(h.redacts, n)
	default:
		key := n.body.Key()
		if h.nouns[key] == nil {
			h.nouns[key] = &noun{key: key}
			h.order = append(h.order, h.nouns[key])
		}
		before := h.nouns[key].order
		h.nouns[key].take(n)
		h.sorted = h.sorted && h.nouns[key].order == before
	}
}

// isLate says whether the act was written, by its own word, before an act that
// it follows.
func (n *node) isLate() bool {
	return n.prev != nil && n.at < n.prev.at ||
		slices.ContainsFunc(n.priors, func(prior *node) bool { return n.at < prior.at })
}

func byNumber(a, b *node) int {
	return cmp.Or(
		strings.Compare(a.act.Device, b.act.Device),
		cmp.Compare(a.act.N, b.act.N),
		cmp.Compare(a.act.Hash(), b.act.Hash()))
}

// byTime is the order of writing: by the clock, then by device and number, then
// by hash.
func byTime(a, b *node) int { return cmp.Or(cmp.Compare(a.at, b.at), byNumber(a, b)) }

// byInstant is the order in which a conflict is shown.
func byInstant(a, b *node) int {
	return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.act.Hash(), b.act.Hash()))
}
