package history

import (
	"slices"
	"strings"
)

// A Needed is an entry that refers to what is to go.
type Needed struct {
	*Entry
	Loose bool // it can let go of all that it refers to and that goes
}

// Needing are the entries that would be left without something if the nouns
// were withdrawn: what refers to them, what refers to that, and so on, in
// order. Entries for which loose is true are named and lead no further: they can
// let go of what they refer to.
func (f *Folded) Needing(keys []Key, loose func(of Key, by *Entry) bool) []Needed {
	f.references.once.Do(f.refer)
	w := &needing{folded: f, loose: loose, gone: map[Key]bool{}, found: map[Key]Needed{}}
	for _, k := range keys {
		w.gone[k] = true
	}
	w.waiting = slices.Clone(keys)
	for len(w.waiting) > 0 {
		w.follow()
		w.series()
	}
	list := make([]Needed, 0, len(w.found))
	for _, e := range w.found {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b Needed) int { return strings.Compare(a.Order, b.Order) })
	return list
}

// needing is a walk from what goes to what needs it.
type needing struct {
	folded  *Folded
	loose   func(of Key, by *Entry) bool
	gone    map[Key]bool
	found   map[Key]Needed
	waiting []Key
}

// follow goes from noun to noun by their ids.
func (w *needing) follow() {
	for len(w.waiting) > 0 {
		k := w.waiting[len(w.waiting)-1]
		w.waiting = w.waiting[:len(w.waiting)-1]
		for _, e := range w.folded.references.byKey[k] {
			w.meet(k, e)
		}
	}
}

func (w *needing) meet(of Key, e *Entry) {
	if w.gone[e.Key] {
		return
	}
	if w.loose(of, e) {
		w.found[e.Key] = Needed{e, true}
		return
	}
	w.found[e.Key], w.gone[e.Key] = Needed{e, false}, true
	w.waiting = append(w.waiting, e.Key)
}

// series goes to what names a series of which no service is left.
func (w *needing) series() {
	left := map[series]bool{}
	for _, e := range w.folded.order {
		if of, ok := w.folded.seriesOf(e); ok && e.State != Withdrawn && !w.gone[e.Key] {
			left[of], left[series{"", of.id}], left[series{"", e.ID}] = true, true, true
		}
	}
	for k := range w.gone {
		of, ok := w.folded.seriesOf(w.folded.Entries[k])
		if !ok {
			continue
		}
		for _, named := range []series{of, {"", of.id}} {
			for _, e := range w.folded.references.bySeries[named] {
				if !left[named] {
					w.meet(k, e)
				}
			}
		}
	}
}
