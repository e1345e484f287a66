package history

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Merged is what a union with other acts would bring, before any is taken.
type Merged struct {
	New   []Act    // those that are not here; once storage has them, for Load
	Known int      // how many were here
	Asked []Asked  // redactions that wait for a yes, those from before too
	Forks []Fork   // of the chains of both together
	Union *History // both together, to fold and to show
}

// Merge is what a union with the acts of another home would bring. They are a
// whole record by themselves, or they are refused whole, as Load does. Nothing
// is taken and no act is written; the next act's Seen will name what came in.
func (h *History) Merge(other []Act) (*Merged, error) {
	theirs := New(h.record)
	if err := theirs.Load(other); err != nil {
		return nil, err
	}
	m := &Merged{Union: New(h.record)}
	var all []Act
	for _, a := range h.Acts() {
		all = append(all, *a)
	}
	for _, a := range theirs.Acts() {
		if h.nodes[a.Hash()] != nil {
			m.Known++
			continue
		}
		m.New = append(m.New, *a)
	}
	if err := m.Union.Load(append(all, m.New...)); err != nil {
		return nil, fmt.Errorf("both records together: %w", err)
	}
	m.Asked, m.Forks = m.Union.Asked(), m.Union.Forks()
	return m, nil
}

// A Fork is one device's chain going on in two ways, as when a folder was
// copied and both copies were written in. Both ways are sound.
type Fork struct {
	Device string
	N      int    // the number that several acts have
	Prev   Hash   // the act that they share; none at 1
	Acts   []*Act // two or more, by hash
}

// Forks are the places where chains fork, by device and number.
func (h *History) Forks() []Fork {
	var forks []Fork
	for _, device := range h.devices() {
		byPrev := map[Hash][]*Act{}
		for _, n := range h.chains[device] {
			byPrev[n.act.Prev] = append(byPrev[n.act.Prev], n.act)
		}
		for prev, acts := range byPrev {
			if len(acts) > 1 {
				forks = append(forks, Fork{device, acts[0].N, prev, acts})
			}
		}
	}
	slices.SortFunc(forks, func(a, b Fork) int {
		return cmp.Or(strings.Compare(a.Device, b.Device), cmp.Compare(a.N, b.N), cmp.Compare(a.Prev, b.Prev))
	})
	return forks
}
