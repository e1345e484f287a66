package history

import (
	"slices"

	"midweek/internal/core/refusal"
)

// Load takes acts in any order, those that are known already too; what they
// form together with the known ones is checked. On a *Broken, or the refusal of
// a body from a newer program (refusal.NewerVersion), none is taken. An act
// that is here without its body stays so.
func (h *History) Load(acts []Act) error {
	l := &loading{history: h, nodes: make([]*node, 0, len(acts)), fresh: make(map[Hash]*node, len(acts))}
	for i := range acts {
		l.nodes = append(l.nodes, newNode(&acts[i]))
	}
	slices.SortStableFunc(l.nodes, byNumber)
	for _, check := range []func() error{l.checkActs, l.checkChains, l.checkLinks, l.checkNewer, l.checkBodies} {
		if err := check(); err != nil {
			return err
		}
	}
	h.place(l.nodes)
	return nil
}

// checkNewer comes before what rests on the bodies: what a body that cannot be
// read redacts is not known.
func (l *loading) checkNewer() error { return l.newer }

// Verify checks that acts are a whole and sound record, as Load does.
func Verify(recordID string, acts []Act) error { return New(recordID).Load(acts) }

// loading is a set of acts while it is being checked.
type loading struct {
	history *History
	nodes   []*node // by device and number
	fresh   map[Hash]*node
	newer   error // the refusal of a body from a newer program
}

func newNode(a *Act) *node {
	copied := *a
	copied.hash = ""
	return &node{act: &copied}
}

func (l *loading) find(h Hash) *node {
	if n := l.history.nodes[h]; n != nil {
		return n
	}
	return l.fresh[h]
}

// checkActs checks every act by itself and keeps those that are not known.
func (l *loading) checkActs() error {
	kept := l.nodes[:0]
	for _, n := range l.nodes {
		if why := l.checkAct(n); why != "" {
			return n.act.broken(why)
		}
		if hash := n.act.Hash(); l.find(hash) == nil {
			l.fresh[hash] = n
			kept = append(kept, n)
		}
	}
	l.nodes = kept
	return nil
}

func (l *loading) checkAct(n *node) Fault {
	a := n.act
	switch {
	case !a.wellFormed():
		return BadForm
	case a.Stated != "" && a.Stated != a.Hash():
		return WrongHash
	case a.Record != l.history.record:
		return OtherRecord
	case a.Redacted() != (a.Salt == nil):
		return WrongCommit
	case !a.Redacted() && (len(a.Salt) != SaltSize || commitment(a.Salt, a.Body) != a.Commit):
		return WrongCommit
	}
	at, _ := instant(a.At)
	n.at = at.Unix()
	body, err := a.Read()
	n.body = body
	if refusal.From(err) != nil {
		l.newer = err
	} else if err != nil {
		return BadBody
	}
	return ""
}

// checkChains wants every act to follow the one before it.
func (l *loading) checkChains() error {
	followed := make(map[Hash]bool, len(l.nodes))
	for _, n := range l.nodes {
		followed[n.act.Prev] = true
	}
	for _, n := range l.nodes {
		a := n.act
		if a.N == 1 {
			continue
		}
		n.prev = l.find(a.Prev)
		switch {
		case n.prev == nil:
			return l.blame(a, followed)
		case n.prev.act.Device != a.Device || n.prev.act.N != a.N-1:
			return a.broken(WrongChain)
		}
	}
	return nil
}

// blame names the act that should stand before a: it was changed, so that it
// has another hash, or it is not there.
func (l *loading) blame(a *Act, followed map[Hash]bool) *Broken {
	for _, n := range l.nodes {
		if n.act.Device == a.Device && n.act.N == a.N-1 && !followed[n.act.Hash()] {
			return n.act.broken(WrongHash)
		}
	}
	return &Broken{a.Author, a.Device, a.N - 1, Gap}
}

// checkLinks wants everything that an act has seen or replaces to be there, and
// what it replaces to be about the same noun.
func (l *loading) checkLinks() error {
	for _, n := range l.nodes {
		a := n.act
		var missing bool
		if n.seen, missing = l.all(a.Seen); missing {
			return a.broken(SeenMissing)
		}
		if n.priors, missing = l.all(a.Priors); missing {
			return a.broken(PriorMissing)
		}
		for _, prior := range n.priors {
			if n.body != nil && prior.body != nil && n.body.Key() != prior.body.Key() {
				return a.broken(PriorOfOther)
			}
		}
	}
	return nil
}

func (l *loading) all(hashes []Hash) (nodes []*node, missing bool) {
	for _, h := range hashes {
		n := l.find(h)
		if n == nil {
			return nil, true
		}
		nodes = append(nodes, n)
	}
	return nodes, false
}

// checkBodies wants a redact for every body that is gone.
func (l *loading) checkBodies() error {
	redacted := map[string]bool{}
	for _, nodes := range [][]*node{l.history.redacts, l.nodes} {
		for _, n := range nodes {
			if n.body != nil && n.body.Kind == Redact {
				for _, hash := range n.body.Of {
					redacted[hash] = true
				}
			}
		}
	}
	for _, n := range l.nodes {
		if n.act.Redacted() && !redacted[string(n.act.Hash())] {
			return n.act.broken(BodyMissing)
		}
	}
	return nil
}
