package history

import (
	"encoding/json"
	"slices"
)

// A Deed is what a person did with one click: its acts, in order.
type Deed struct {
	ID     string
	Author string
	Device string
	At     string // of its first act
	Kind   Kind   // of its acts; Correct where they differ
	Acts   []*Act

	nodes []*node
	of    *Deed // the deed that this one takes back
}

// What is a part of what a deed did: so many nouns of a kind. Status is the
// status of sessions, the answer of decisions or the state of arrangements, where
// all have the same one.
type What struct {
	Kind   Kind
	Noun   Noun
	Status string
	Count  int
}

// Deeds are all deeds that can be read, by the order of writing.
func (h *History) Deeds() []*Deed {
	var all []*Deed
	for _, device := range h.devices() {
		all = append(all, h.deedsOf(device)...)
	}
	slices.SortStableFunc(all, func(a, b *Deed) int { return byTime(a.nodes[0], b.nodes[0]) })
	return all
}

// deedsOf are the deeds of one device, by number. What an undo takes back stands
// before it; one that names itself or a later deed takes back nothing.
func (h *History) deedsOf(device string) []*Deed {
	var deeds []*Deed
	byID := map[string]*Deed{}
	for _, n := range h.chains[device] {
		if n.body == nil {
			continue
		}
		d := byID[n.body.Deed]
		if d == nil {
			d = &Deed{ID: n.body.Deed, Author: n.act.Author, Device: device, At: n.act.At, Kind: n.body.Kind}
			if d.Kind == Undo && len(n.body.Of) == 1 {
				d.of = byID[n.body.Of[0]]
			}
			byID[d.ID] = d
			deeds = append(deeds, d)
		}
		if n.body.Kind != d.Kind {
			d.Kind = Correct
		}
		d.Acts, d.nodes = append(d.Acts, n.act), append(d.nodes, n)
	}
	return deeds
}

// Done is the deed that an undo or a redo is about in the end; of any other
// deed, itself.
func (d *Deed) Done() *Deed {
	for d.of != nil {
		d = d.of
	}
	return d
}

// What says what a deed did; of an undo or a redo, what the deed did that it
// takes back or brings back.
func (d *Deed) What() []What {
	var parts []What
	for _, n := range d.Done().nodes {
		b := n.body
		if b.Kind == Redact {
			parts = append(parts, What{Kind: Redact, Count: len(b.Of)})
			continue
		}
		i := slices.IndexFunc(parts, func(w What) bool { return w.Kind == b.Kind && w.Noun == b.Noun })
		if i < 0 {
			i = len(parts)
			parts = append(parts, What{b.Kind, b.Noun, statusOf(b), 0})
		}
		parts[i].Count++
		if parts[i].Status != statusOf(b) {
			parts[i].Status = ""
		}
	}
	return parts
}

func statusOf(b *Body) string {
	var v struct {
		Status, Owed string
		Steps        []struct{ State string }
	}
	if b.Value == nil || json.Unmarshal(b.Value, &v) != nil {
		return ""
	}
	switch b.Noun {
	case Session:
		return v.Status
	case Decision:
		return v.Owed
	case Arrangement:
		if len(v.Steps) > 0 {
			return v.Steps[len(v.Steps)-1].State
		}
	}
	return ""
}

// EntryActs is a noun's whole history, by the order of writing, but none before
// what it replaces; as far as it can be read.
func (h *History) EntryActs(k Key) []*Act {
	n := h.nouns[k]
	if n == nil {
		return nil
	}
	var acts []*Act
	listed := map[*node]bool{}
	var list func(*node)
	list = func(a *node) {
		if listed[a] {
			return
		}
		listed[a] = true
		for _, prior := range a.priors {
			list(prior)
		}
		if a.body != nil {
			acts = append(acts, a.act)
		}
	}
	for _, a := range n.acts {
		list(a)
	}
	return acts
}
