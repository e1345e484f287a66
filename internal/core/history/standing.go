package history

import (
	"bytes"
	"reflect"
	"slices"

	"midweek/internal/core/refusal"
)

// A standing is what a fold finds out about a noun.
type standing struct {
	versions  []*node          // of different values; see noun.settle
	counts    *node            // the act whose value counts
	stillUsed bool             // it was withdrawn, and something refers to it
	aside     *refusal.Refusal // why the record cannot hold it
}

// withdrawn says whether no value counts.
func (s *standing) withdrawn() bool { return s.counts.body.Value == nil }

// settle finds the values that hold: of the heads those of different value, in
// the order in which a conflict is shown. The first counts.
func (n *noun) settle(read Reader) {
	n.versions = n.different(read)
	n.counts, n.stillUsed = n.versions[0], false
	n.aside = n.counts.value(n.key, read).wrong
}

func (n *noun) different(read Reader) []*node {
	heads := n.ends()
	if len(heads) == 1 {
		return heads
	}
	var distinct []*node
	for _, head := range slices.SortedFunc(slices.Values(heads), byInstant) {
		if !slices.ContainsFunc(distinct, func(d *node) bool { return n.same(d, head, read) }) {
			distinct = append(distinct, head)
		}
	}
	return distinct
}

// hold lets a withdrawal not hold: another value that holds counts in its
// place, or the one before it. Where that was removed, there is none to count.
func (n *noun) hold(read Reader) {
	kept := n.kept()
	if kept == nil {
		return
	}
	others := slices.DeleteFunc(slices.Clone(n.versions), func(v *node) bool { return v == kept })
	n.versions = append([]*node{kept}, others...)
	n.counts, n.stillUsed = kept, true
	n.aside = kept.value(n.key, read).wrong
}

// kept is the version that counts when the withdrawal does not hold.
func (n *noun) kept() *node {
	for _, v := range n.versions {
		if v.body.Value != nil {
			return v
		}
	}
	return n.before(n.counts)
}

// before is the version that counted before the noun was withdrawn, or nil when
// it was removed or never was.
func (n *noun) before(withdrawal *node) *node {
	var found []*node
	passed := map[*node]bool{}
	var back func(act *node)
	back = func(act *node) {
		for _, prior := range act.priors {
			switch {
			case passed[prior]:
				continue
			case prior.body != nil && prior.body.Value != nil:
				found = append(found, prior)
			default:
				back(prior)
			}
			passed[prior] = true
		}
	}
	back(withdrawal)
	if len(found) == 0 {
		return nil
	}
	return slices.MinFunc(found, byInstant)
}

// same says whether two acts leave the noun with one value.
func (n *noun) same(a, b *node, read Reader) bool {
	if a.body.Value == nil || b.body.Value == nil {
		return a.body.Value == nil && b.body.Value == nil
	}
	if bytes.Equal(a.body.Value, b.body.Value) || read == nil {
		return bytes.Equal(a.body.Value, b.body.Value)
	}
	x, y := a.value(n.key, read), b.value(n.key, read)
	return x.wrong == nil && y.wrong == nil && reflect.DeepEqual(x.value, y.value)
}

// decoded is what the reader answered for an act, kept for the next fold.
type decoded struct {
	done  bool
	value any
	wrong *refusal.Refusal
}

// value reads the act's value; nil of a withdrawal.
func (a *node) value(key Key, read Reader) *decoded {
	d := &a.decoded
	if d.done || a.body == nil || a.body.Value == nil {
		return d
	}
	d.done = true
	value, err := read(key.Noun, key.ID, a.body.Value)
	if err == nil {
		err = belongs(key, value)
	}
	if err == nil {
		d.value = value
	} else if d.wrong = refusal.From(err); d.wrong == nil {
		d.wrong = refusal.New(refusal.EntryUnreadable)
	}
	return d
}
