package history

import "slices"

// A BlockCode is why a deed cannot be taken back.
type BlockCode string

// What can be in the way.
const (
	ChangedSince BlockCode = "changed_since" // another act is now a head of the noun
	Settlement   BlockCode = "settlement"    // it replaced several versions: correct it instead
	BeforeGone   BlockCode = "before_gone"   // the value before was removed
	ReferredTo   BlockCode = "referred_to"   // another entry refers to what it added
	PartGone     BlockCode = "part_gone"     // an act of the deed itself was removed
)

// A Blocker is one thing in the way of taking a deed back.
type Blocker struct {
	Code BlockCode
	Key  Key  // the noun of the deed
	From Key  // of ReferredTo: what refers to it
	By   *Act // of ChangedSince: the act that came
}

// Undoable is the author's latest deed on the device that is in force, with
// what is in the way of taking it back; nil when there is none. What left the
// house is never offered, nor what was redacted. What refers to an entry is
// known from the last fold.
func (h *History) Undoable(device, author string) (*Deed, []Blocker) {
	done, _ := h.stacks(device, author)
	return h.top(done)
}

// Redoable is the author's latest undo on the device, while only undos came
// after it, with what is in the way of taking it back; nil when there is none.
func (h *History) Redoable(device, author string) (*Deed, []Blocker) {
	_, undone := h.stacks(device, author)
	return h.top(undone)
}

func (h *History) top(deeds []*Deed) (*Deed, []Blocker) {
	if len(deeds) == 0 {
		return nil, nil
	}
	d := deeds[len(deeds)-1]
	return d, h.blockers(d)
}

// stacks are an author's deeds on a device: those in force, and the undos that
// can be taken back. A redo stands for the deed that it brought back.
func (h *History) stacks(device, author string) (done, undone []*Deed) {
	return stacksOf(h.deedsOf(device), author)
}

func stacksOf(deeds []*Deed, author string) (done, undone []*Deed) {
	for _, d := range deeds {
		switch {
		case d.Author != author:
		case d.Kind == Undo && slices.Contains(done, d.of):
			done, undone = without(done, d.of), append(undone, d)
		case d.Kind == Undo && slices.Contains(undone, d.of):
			done, undone = append(done, d), without(undone, d.of)
		case d.Kind == Undo:
		case d.lasting():
			undone = nil
		default:
			done, undone = append(done, d), nil
		}
	}
	return done, undone
}

func without(deeds []*Deed, d *Deed) []*Deed {
	return slices.DeleteFunc(slices.Clone(deeds), func(other *Deed) bool { return other == d })
}

// lasting says whether a deed cannot be taken back at all: something was
// removed, or left the house.
func (d *Deed) lasting() bool {
	return slices.ContainsFunc(d.nodes, func(n *node) bool { return n.body.Kind == Redact || n.body.Noun == Export })
}

// blockers are all that is in the way of taking a deed back whole.
func (h *History) blockers(d *Deed) []Blocker {
	var blockers []Blocker
	if first, last := d.Acts[0], d.Acts[len(d.Acts)-1]; last.N-first.N != len(d.Acts)-1 {
		blockers = append(blockers, Blocker{Code: PartGone, Key: d.nodes[0].body.Key()})
	}
	own := map[Key]bool{}
	for _, n := range d.nodes {
		own[n.body.Key()] = true
	}
	for _, n := range d.nodes {
		key := n.body.Key()
		switch {
		case len(n.priors) > 1:
			blockers = append(blockers, Blocker{Code: Settlement, Key: key})
		case len(n.priors) == 1 && n.priors[0].body == nil:
			blockers = append(blockers, Blocker{Code: BeforeGone, Key: key})
		}
		noun := h.nouns[key]
		for _, head := range noun.ends() {
			if noun.stands(head) != noun.stands(n) {
				blockers = append(blockers, Blocker{Code: ChangedSince, Key: key, By: head.act})
			}
		}
		if n.before() == nil {
			blockers = append(blockers, h.referring(key, own)...)
		}
	}
	return blockers
}

// stands is the act that an act leaves in force: itself, or after an undo the
// one before what it takes back; nil when that was none. So a deed can be taken
// back once all that came after it was.
func (n *noun) stands(act *node) *node {
	for range n.acts { // a made-up circle of undos ends too
		if act == nil || act.body == nil || act.body.Kind != Undo {
			return act
		}
		back := n.takenBack(act)
		switch {
		case back == nil || len(back.priors) > 1:
			return act
		case len(back.priors) == 0:
			return nil
		}
		act = back.priors[0]
	}
	return act
}

// takenBack is the act on the noun that an undo takes back, nil when it was
// removed.
func (n *noun) takenBack(undo *node) *node {
	for _, a := range n.acts {
		if a != undo && a.act.Device == undo.act.Device && slices.Contains(undo.body.Of, a.body.Deed) {
			return a
		}
	}
	return nil
}

// before is the value that the act replaced, nil when there was none.
func (n *node) before() []byte {
	if len(n.priors) != 1 || n.priors[0].body == nil {
		return nil
	}
	return n.priors[0].body.Value
}

// referring are the entries outside a deed that refer to a noun of it.
func (h *History) referring(key Key, own map[Key]bool) []Blocker {
	if h.read == nil {
		return nil
	}
	var blockers []Blocker
	for _, e := range h.Fold(h.read).Referring(key) {
		if !own[e.Key] {
			blockers = append(blockers, Blocker{Code: ReferredTo, Key: key, From: e.Key})
		}
	}
	return blockers
}

// UndoChanges takes a deed back whole, for Write: every noun gets the value
// before. It is for deeds that nothing is in the way of.
func (h *History) UndoChanges(d *Deed) []Change {
	changes := make([]Change, 0, len(d.nodes))
	for _, n := range slices.Backward(d.nodes) {
		changes = append(changes, Change{
			Kind: Undo, Noun: n.body.Noun, ID: n.body.ID, Children: n.body.Children, Value: n.before(), Of: []string{d.ID},
		})
	}
	return changes
}
